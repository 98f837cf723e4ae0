"""A teacher's look at a quiz as students see it: an attempt that counts nowhere, and that the next one replaces."""

from __future__ import annotations

from datetime import datetime
from random import Random
from typing import Final

from sqlalchemy import delete, insert, select

from quizapp.attempts import timing
from quizapp.attempts.starting import FreshAttempt, fresh_attempt
from quizapp.attempts.statements import ASKED, ATTEMPT, add_attempt
from quizapp.database import db, reading
from quizapp.errors import N_, Refused
from quizapp.quizzes.rules import QuizRules, known_rules
from quizapp.quizzes.settings import QuizSettings

_NUMBER: Final = 0
"""Attempts that count are numbered from 1."""


def preview(*, quiz_id: int, person_id: int, now: datetime, rng: Random) -> str:
    """Start a preview of a quiz, published or not, and return its id; an earlier one of this person's is gone.

    It has the time limit of the quiz, and asks for no code, no time between attempts and no time of day. Raises
    NotFound, and Refused where the quiz has no question to ask or its draws cannot be filled.
    """
    with reading():
        quiz = known_rules(quiz_id)
        fresh = fresh_attempt(quiz, rng)
    if not fresh.slots:
        raise Refused(N_("This quiz has no approved question yet, so there is nothing to preview."))
    earlier = ATTEMPT.c.quiz_id == quiz_id, ATTEMPT.c.user_id == person_id, ATTEMPT.c.preview.is_(True)
    db.session.execute(delete(ATTEMPT).where(*earlier))
    added = db.session.execute(add_attempt(db.engine.dialect.name), _row(fresh, quiz, person_id, now)).first()
    if added:
        db.session.execute(insert(ASKED), fresh.rows())
    running = fresh.id if added else db.session.execute(select(ATTEMPT.c.id).where(*earlier)).scalar_one()
    db.session.commit()
    return running


def _row(fresh: FreshAttempt, quiz: QuizRules, person_id: int, now: datetime) -> dict[str, object]:
    times = QuizSettings(time_limit_seconds=quiz.time_limit_seconds, grace_seconds=quiz.grace_seconds)
    limits = timing.limits(started=now, settings=times)
    return {
        "id": fresh.id,
        "quiz_id": quiz.id,
        "user_id": person_id,
        "number": _NUMBER,
        "started_at": now,
        "deadline": limits.deadline,
        "closes_at": limits.closes_at,
        "revision": 0,
        "place": 1 if quiz.is_sequential else None,
        "seed": fresh.seed,
        "preview": True,
    }
