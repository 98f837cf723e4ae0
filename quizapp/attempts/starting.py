"""Starting an attempt: once, however often the button is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from random import Random
from typing import NamedTuple

from sqlalchemy import insert, select

from quizapp.attempts import timing
from quizapp.attempts.asking import Pairs, drawn_ids
from quizapp.attempts.statements import ASKED, ATTEMPT, add_attempt
from quizapp.database import db, reading
from quizapp.errors import N_, Refused
from quizapp.quizzes.service import QuizRules, SlotVersion, rules, slot_versions


class _Earlier(NamedTuple):
    """An attempt that the person has started."""

    id: str
    deadline: datetime | None
    closes_at: datetime | None
    submitted_at: datetime | None


def start(*, quiz_id: int, person_id: int, now: datetime, rng: Random) -> str:
    """Start an attempt at a quiz, or go on with the one that runs; returns its id.

    Ids and the order of options are drawn from `rng`. Raises NotFound for a quiz that is not published, and Refused
    when it is not open or no attempt is left.
    """
    with reading():
        quiz = rules(quiz_id)
        slots = slot_versions(quiz_id)
    _check_open(quiz, now)
    if not slots:
        raise Refused(N_("All questions of this quiz were retired, so it cannot be taken. Please tell your teacher."))
    drawn = [drawn_ids(slot.question, shuffle=quiz.shuffle_options, rng=rng) for slot in slots]
    fresh = f"{rng.getrandbits(128):032x}"
    earlier = _earlier(quiz_id, person_id)
    running = _running(earlier, now)
    if running is None:
        _check_left(quiz, len(earlier))
        running = _add(fresh, quiz, person_id, len(earlier) + 1, now)
        if running == fresh:
            db.session.execute(insert(ASKED), _asked(fresh, slots, drawn))
    db.session.commit()
    return running


def _check_open(quiz: QuizRules, now: datetime) -> None:
    if quiz.opens_at is not None and now < quiz.opens_at:
        raise Refused(N_("This quiz is not open yet."))
    if quiz.closes_at is not None and now >= quiz.closes_at:
        raise Refused(N_("This quiz is closed."))


def _check_left(quiz: QuizRules, used: int) -> None:
    if quiz.attempts_allowed is not None and used >= quiz.attempts_allowed:
        db.session.rollback()
        raise Refused(N_("You have used all your attempts at this quiz."))


def _earlier(quiz_id: int, person_id: int) -> list[_Earlier]:
    found = db.session.execute(
        select(ATTEMPT.c.id, ATTEMPT.c.deadline, ATTEMPT.c.closes_at, ATTEMPT.c.submitted_at)
        .where(ATTEMPT.c.quiz_id == quiz_id, ATTEMPT.c.user_id == person_id)
        .order_by(ATTEMPT.c.number)
    )
    return [_Earlier(*row) for row in found]


def _running(earlier: Sequence[_Earlier], now: datetime) -> str | None:
    for one in earlier:
        found = timing.phase(deadline=one.deadline, closes_at=one.closes_at, submitted_at=one.submitted_at, now=now)
        if found is not timing.Phase.FINISHED:
            return one.id
    return None


def _add(fresh: str, quiz: QuizRules, person_id: int, number: int, now: datetime) -> str:
    """Add the attempt and return its id; where a second click was quicker, the id of the attempt that it started."""
    limits = timing.limits(
        started=now,
        time_limit_seconds=quiz.time_limit_seconds,
        quiz_closes_at=quiz.closes_at,
        grace_seconds=quiz.grace_seconds,
    )
    row = {
        "id": fresh,
        "quiz_id": quiz.id,
        "user_id": person_id,
        "number": number,
        "started_at": now,
        "deadline": limits.deadline,
        "closes_at": limits.closes_at,
        "revision": 0,
    }
    added = db.session.execute(add_attempt(db.engine.dialect.name), row).first()
    return fresh if added else _earlier(quiz.id, person_id)[number - 1].id


def _asked(attempt_id: str, slots: Sequence[SlotVersion], drawn: Sequence[Pairs]) -> list[dict[str, object]]:
    return [
        {
            "attempt_id": attempt_id,
            "slot": place,
            "version_id": slot.version_id,
            "option_ids": pairs,
            "max_mark": slot.max_mark,
        }
        for place, (slot, pairs) in enumerate(zip(slots, drawn, strict=True), start=1)
    ]
