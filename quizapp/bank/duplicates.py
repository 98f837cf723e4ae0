"""Questions that say much the same as another: shown when one is saved."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from questions.likeness import LIKE, shingles
from quizapp.bank.models import Question, Words
from quizapp.bank.state import State
from quizapp.database import db

_MOST: Final = 2000  # so many are looked at, the newest


def near_duplicates_of(question_id: int) -> tuple[int, ...]:
    """The ids of the questions in use on the same document that say much the same, at most three of them."""
    mine = select(Question.document_id).where(Question.id == question_id).scalar_subquery()
    own = db.session.scalar(select(Words.text).where(Words.question_id == question_id))
    if own is None:
        return ()
    rows = db.session.execute(
        select(Words.question_id, Words.text)
        .join(Question, Question.id == Words.question_id)
        .where(Question.id != question_id, Question.state != State.RETIRED)
        .where(Question.document_id.is_not_distinct_from(mine))
        .order_by(Question.id.desc())
        .limit(_MOST)
    ).all()
    pieces = shingles(own)
    return tuple(id_ for id_, text in rows if _share(pieces, shingles(text)) >= LIKE)[:3]


def _share(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / len(first | second)
