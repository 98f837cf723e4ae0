"""Questions of a file that say much the same as one of the bank, or as an earlier one of the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import select

import questions
from questions.likeness import near_duplicates
from quizapp.bank.models import Question, QuestionVersion
from quizapp.bank.state import State
from quizapp.database import db, reading

_MOST: Final = 5000  # so many of the bank are compared, the newest


def alike(asked: Sequence[questions.Question]) -> dict[int, int | None]:
    """By place from 0, those that are like others: the id of the question of the bank, None for one of the file.

    Where a question is like several, the likest of the bank is named.
    """
    with reading():
        rows = db.session.execute(
            select(Question.id, QuestionVersion.body)
            .join(QuestionVersion, QuestionVersion.question_id == Question.id)
            .where(QuestionVersion.replaced_at.is_(None), Question.state != State.RETIRED)
            .order_by(Question.id.desc())
            .limit(_MOST)
        ).all()
    known = [(id_, questions.question_from_json(body)) for id_, body in rows]
    found: dict[int, int | None] = {}
    for pair in near_duplicates([*(one for _, one in known), *asked]):
        place = pair.second - len(known)
        if place >= 0 and found.get(place) is None:
            found[place] = known[pair.first][0] if pair.first < len(known) else None
    return found
