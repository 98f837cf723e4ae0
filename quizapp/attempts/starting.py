"""Starting an attempt: once, however often the button is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final, NamedTuple

from sqlalchemy import insert, select

from quizapp.attempts import timing
from quizapp.attempts.asking import Pairs, drawn_ids
from quizapp.attempts.codes import check_code
from quizapp.attempts.statements import ASKED, ATTEMPT, add_attempt
from quizapp.database import db, reading
from quizapp.errors import N_, Refused, WrongField
from quizapp.quizzes.extra_time import extra_time
from quizapp.quizzes.service import QuizRules, SlotVersion, held_rules, rules, slot_versions
from quizapp.quizzes.settings import ExtraTime

_SEED_BITS: Final = 48


class _Earlier(NamedTuple):
    """An attempt that the person has started."""

    id: str
    deadline: datetime | None
    closes_at: datetime | None
    submitted_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class FreshAttempt:
    """What an attempt that is about to start is asked: drawn with `seed`, in its own order, under its own ids."""

    id: str
    seed: int
    slots: tuple[SlotVersion, ...]
    option_ids: tuple[Pairs, ...]

    def rows(self) -> list[dict[str, object]]:
        """The questions as the table keeps them."""
        return [
            {
                "attempt_id": self.id,
                "slot": place,
                "version_id": slot.version_id,
                "option_ids": pairs,
                "max_mark": slot.max_mark,
                "flagged": False,
            }
            for place, (slot, pairs) in enumerate(zip(self.slots, self.option_ids, strict=True), start=1)
        ]


def fresh_attempt(quiz: QuizRules, rng: Random) -> FreshAttempt:
    """Draw the questions of an attempt, their order and its ids. Raises Refused where the bank has too few left."""
    seed = rng.getrandbits(_SEED_BITS)
    slots = list(slot_versions(quiz.id, seed=seed))
    if quiz.shuffle_questions:
        rng.shuffle(slots)
    drawn = [drawn_ids(slot.question, shuffle=quiz.shuffle_options, rng=rng) for slot in slots]
    return FreshAttempt(id=f"{rng.getrandbits(128):032x}", seed=seed, slots=tuple(slots), option_ids=tuple(drawn))


def start(*, quiz_id: int, person_id: int, now: datetime, rng: Random, access_code: str | None = None) -> str:
    """Start an attempt at a quiz, or go on with the one that runs; returns its id.

    The questions, their order, that of the options and all ids are drawn from `rng`. Raises NotFound for a quiz that
    is not published, WrongField for a wrong access code, and Refused when the quiz is not open, no attempt is left or
    the bank has too few questions left to draw.
    """
    with reading():
        known = rules(quiz_id)
        running = _running(_earlier(quiz_id, person_id), now)
        if running is not None:  # it goes on, whatever became of the bank since
            return running
        fresh = fresh_attempt(known, rng)
    if not fresh.slots:
        raise Refused(N_("All questions of this quiz were retired, so it cannot be taken. Please tell your teacher."))
    quiz = held_rules(quiz_id)
    earlier = _earlier(quiz_id, person_id)
    running = _running(earlier, now)
    if running is None:
        extra = extra_time(quiz_id=quiz_id, person_id=person_id)
        try:
            _check_may_start(quiz, extra, earlier, now)
            if quiz.access_code is not None:
                check_code(
                    quiz_id=quiz_id, code=quiz.access_code, given=access_code or "", person_id=person_id, now=now
                )
        except (Refused, WrongField):
            db.session.rollback()
            raise
        running = _add(fresh, quiz, extra, person_id, len(earlier) + 1, now)
        if running == fresh.id:
            db.session.execute(insert(ASKED), fresh.rows())
    db.session.commit()
    return running


def _check_may_start(quiz: QuizRules, extra: ExtraTime, earlier: Sequence[_Earlier], now: datetime) -> None:
    """Raise Refused unless one more attempt may start at this moment."""
    closes_at = timing.window_closes_at(quiz, extra)
    if quiz.opens_at is not None and now < quiz.opens_at:
        raise Refused(N_("This quiz is not open yet."))
    if closes_at is not None and now >= closes_at:
        raise Refused(N_("This quiz is closed."))
    if quiz.attempts_allowed is not None and len(earlier) >= quiz.attempts_allowed:
        raise Refused(N_("You have used all your attempts at this quiz."))
    if earlier and now < _ended(earlier[-1], now) + timedelta(seconds=quiz.delay_seconds):
        raise Refused(N_("The next attempt cannot start yet. The page of the quiz says when it can."))


def _ended(attempt: _Earlier, now: datetime) -> datetime:
    ended = timing.ended_at(closes_at=attempt.closes_at, submitted_at=attempt.submitted_at, now=now)
    return ended or now


def _earlier(quiz_id: int, person_id: int) -> list[_Earlier]:
    found = db.session.execute(
        select(ATTEMPT.c.id, ATTEMPT.c.deadline, ATTEMPT.c.closes_at, ATTEMPT.c.submitted_at)
        .where(ATTEMPT.c.quiz_id == quiz_id, ATTEMPT.c.user_id == person_id, ATTEMPT.c.preview.is_(False))
        .order_by(ATTEMPT.c.number)
    )
    return [_Earlier(*row) for row in found]


def _running(earlier: Sequence[_Earlier], now: datetime) -> str | None:
    for one in earlier:
        found = timing.phase(deadline=one.deadline, closes_at=one.closes_at, submitted_at=one.submitted_at, now=now)
        if found is not timing.Phase.FINISHED:
            return one.id
    return None


def _add(fresh: FreshAttempt, quiz: QuizRules, extra: ExtraTime, person_id: int, number: int, now: datetime) -> str:
    """Add the attempt and return its id; where a second click was quicker, the id of the attempt that it started."""
    limits = timing.limits(started=now, settings=quiz, extra=extra)
    row = {
        "id": fresh.id,
        "quiz_id": quiz.id,
        "user_id": person_id,
        "number": number,
        "started_at": now,
        "deadline": limits.deadline,
        "closes_at": limits.closes_at,
        "revision": 0,
        "place": 1 if quiz.is_sequential else None,
        "seed": fresh.seed,
    }
    added = db.session.execute(add_attempt(db.engine.dialect.name), row).first()
    return fresh.id if added else _earlier(quiz.id, person_id)[number - 1].id
