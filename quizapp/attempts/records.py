"""What is stored of attempts, read in batches: the questions as they were asked, and the answers saved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, true

import questions
from quizapp.attempts.scoring import AskedQuestion
from quizapp.attempts.statements import ASKED, ATTEMPT, RESPONSE, VERSION
from quizapp.database import db
from quizapp.errors import NotFound


@dataclass(frozen=True, kw_only=True)
class SavedAnswer:
    """The newest answer in a slot; empty where it was taken back."""

    answer: tuple[str, ...]
    sequence: int
    saved_at: datetime


def check_mine(attempt_id: str, person_id: int) -> None:
    """Raise NotFound unless the attempt is this person's."""
    mine = select(ATTEMPT.c.id).where(ATTEMPT.c.id == attempt_id, ATTEMPT.c.user_id == person_id)
    if db.session.scalar(mine) is None:
        raise NotFound


def asked_in(attempt_ids: Sequence[str], slot: int | None = None) -> Mapping[str, tuple[AskedQuestion, ...]]:
    """The questions of these attempts, by attempt, in order; in all their slots, or in one alone."""
    found = db.session.execute(
        select(ASKED.c.attempt_id, ASKED.c.slot, ASKED.c.option_ids, ASKED.c.max_mark, VERSION.c.id, VERSION.c.body)
        .join(VERSION, VERSION.c.id == ASKED.c.version_id)
        .where(ASKED.c.attempt_id.in_(attempt_ids), true() if slot is None else ASKED.c.slot == slot)
        .order_by(ASKED.c.attempt_id, ASKED.c.slot)
    ).all()
    read: dict[int, questions.Question] = {}
    asked: dict[str, list[AskedQuestion]] = defaultdict(list)
    for attempt_id, slot, option_ids, max_mark, version_id, body in found:
        if version_id not in read:
            read[version_id] = questions.question_from_json(body)
        question = read[version_id]
        asked[attempt_id].append(AskedQuestion(slot=slot, question=question, option_ids=option_ids, max_mark=max_mark))
    return {attempt_id: tuple(each) for attempt_id, each in asked.items()}


def saved_in(attempt_ids: Sequence[str]) -> Mapping[str, Mapping[int, SavedAnswer]]:
    """The answers saved in these attempts, by attempt and slot."""
    found = db.session.execute(
        select(
            RESPONSE.c.attempt_id, RESPONSE.c.slot, RESPONSE.c.answer, RESPONSE.c.sequence, RESPONSE.c.saved_at
        ).where(RESPONSE.c.attempt_id.in_(attempt_ids))
    )
    saved: dict[str, dict[int, SavedAnswer]] = defaultdict(dict)
    for attempt_id, slot, answer, sequence, saved_at in found:
        saved[attempt_id][slot] = SavedAnswer(answer=tuple(answer), sequence=sequence, saved_at=saved_at)
    return saved
