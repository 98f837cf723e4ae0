"""Attempts in lists: when they ran, what they were worth, and what a person may do next at a quiz."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, select

from quizapp.access import Role
from quizapp.accounts.models import User
from quizapp.attempts import timing
from quizapp.attempts.closing import closed_for_all
from quizapp.attempts.counting import CountedScore, counted_score
from quizapp.attempts.models import Attempt, Score
from quizapp.attempts.records import asked_in, saved_in
from quizapp.attempts.scoring import AttemptScore, mark_all, score_of
from quizapp.database import db
from quizapp.quizzes.extra_time import extra_time, extra_times_of
from quizapp.quizzes.reviewing import Shown, review_moment
from quizapp.quizzes.service import QuizRules, published, rules
from quizapp.quizzes.settings import NO_EXTRA_TIME, ExtraTime


@dataclass(frozen=True, kw_only=True)
class AttemptLine:
    """An attempt in a list. `score` is None while it runs; a student sees it where `released`."""

    id: str
    number: int
    quiz: QuizRules
    person_id: int
    person_name: str
    username: str
    started_at: datetime
    ended_at: datetime | None
    phase: timing.Phase
    remaining_ms: int | None
    score: AttemptScore | None
    released: bool

    @property
    def finished(self) -> bool:
        return self.phase is timing.Phase.FINISHED

    @property
    def took(self) -> timedelta | None:
        """How long it ran; None while it runs."""
        return None if self.ended_at is None else self.ended_at - self.started_at


class Step(StrEnum):
    """What a person may do next at a quiz."""

    START = "start"
    CONTINUE = "continue"
    WAIT = "not yet open"
    CLOSED = "closed"
    PAUSE = "between attempts"
    USED_UP = "no attempt left"


@dataclass(frozen=True, kw_only=True)
class QuizForPerson:
    """A quiz with a person's attempts, those first that started first, and the extra time that the person has.

    `closes_at` is until when they may start; `next_start` is from when on, where an attempt was not long ago.
    """

    quiz: QuizRules
    extra: ExtraTime
    attempts: tuple[AttemptLine, ...]
    step: Step
    closes_at: datetime | None
    next_start: datetime | None

    @property
    def counted(self) -> CountedScore | None:
        """The score that counts, of those that the person may see."""
        return counted_score([line.score for line in self.attempts if line.score and line.released], self.quiz.counted)

    @property
    def limit_seconds(self) -> int | None:
        """The person's own time limit."""
        limit = self.quiz.time_limit_seconds
        return None if limit is None else limit + round(self.extra.beyond_limit(limit).total_seconds())

    @property
    def running(self) -> AttemptLine | None:
        return next((line for line in self.attempts if not line.finished), None)


def open_quizzes(*, person_id: int, now: datetime) -> tuple[QuizForPerson, ...]:
    """All published quizzes with the person's attempts and what they may do next."""
    quizzes = published()
    lines = _lines(quizzes, now, Attempt.user_id == person_id)
    extra = extra_times_of(person_id=person_id)
    return tuple(
        _for_person(quiz, [line for line in lines if line.quiz.id == quiz.id], extra.get(quiz.id, NO_EXTRA_TIME), now)
        for quiz in quizzes
    )


def quiz_for(*, quiz_id: int, person_id: int, now: datetime) -> QuizForPerson:
    """One published quiz with the person's attempts; NotFound when there is none of this number."""
    quiz = rules(quiz_id)
    lines = _lines([quiz], now, Attempt.user_id == person_id, Attempt.quiz_id == quiz_id)
    return _for_person(quiz, lines, extra_time(quiz_id=quiz_id, person_id=person_id), now)


def attempts_of(*, person_id: int, now: datetime) -> tuple[AttemptLine, ...]:
    """A person's attempts at all quizzes, those first that started first."""
    return _lines(published(), now, Attempt.user_id == person_id)


def attempts_of_students(*, quiz_id: int | None, now: datetime) -> tuple[AttemptLine, ...]:
    """All students' attempts, at one quiz or at all (None), those first that started first."""
    at_quiz = () if quiz_id is None else (Attempt.quiz_id == quiz_id,)
    return _lines(published(), now, User.role == Role.STUDENT, *at_quiz)


def _for_person(quiz: QuizRules, lines: Sequence[AttemptLine], extra: ExtraTime, now: datetime) -> QuizForPerson:
    return QuizForPerson(
        quiz=quiz,
        extra=extra,
        attempts=tuple(lines),
        step=next_step(quiz, lines, now, extra),
        closes_at=timing.window_closes_at(quiz, extra),
        next_start=_next_start(quiz, lines),
    )


def next_step(quiz: QuizRules, lines: Sequence[AttemptLine], now: datetime, extra: ExtraTime = NO_EXTRA_TIME) -> Step:
    """What someone with these attempts at the quiz may do at this moment."""
    closes_at = timing.window_closes_at(quiz, extra)
    next_start = _next_start(quiz, lines)
    if any(not line.finished for line in lines):
        return Step.CONTINUE
    if closes_at is not None and now >= closes_at:
        return Step.CLOSED
    if quiz.opens_at is not None and now < quiz.opens_at:
        return Step.WAIT
    if quiz.attempts_allowed is not None and len(lines) >= quiz.attempts_allowed:
        return Step.USED_UP
    return Step.START if next_start is None or now >= next_start else Step.PAUSE


def _next_start(quiz: QuizRules, lines: Sequence[AttemptLine]) -> datetime | None:
    """When the time between attempts is over; None before the first has ended."""
    ended = lines[-1].ended_at if lines else None
    return None if ended is None else ended + timedelta(seconds=quiz.delay_seconds)


def _lines(quizzes: Sequence[QuizRules], now: datetime, *chosen: ColumnElement[bool]) -> tuple[AttemptLine, ...]:
    found: Sequence[Any] = db.session.execute(
        select(Attempt, User.name, User.username, Score)
        .join(User, User.id == Attempt.user_id)
        .outerjoin(Score, Score.attempt_id == Attempt.id)
        .where(Attempt.preview.is_(False), *chosen)
        .order_by(Attempt.started_at, Attempt.id)
    ).all()
    by_id = {quiz.id: quiz for quiz in quizzes}
    ended = [
        attempt.id for attempt, _, _, score in found if score is None and _phase(attempt, now) is timing.Phase.FINISHED
    ]
    scores = _computed(ended)
    closed = closed_for_all([by_id[quiz] for quiz in {row[0].quiz_id for row in found}], now)
    return tuple(_line(row, by_id[row[0].quiz_id], scores, closed[row[0].quiz_id], now) for row in found)


def _phase(attempt: Attempt, now: datetime) -> timing.Phase:
    return timing.phase(
        deadline=attempt.deadline, closes_at=attempt.closes_at, submitted_at=attempt.submitted_at, now=now
    )


def _line(
    found: Any, quiz: QuizRules, scores: Mapping[str, AttemptScore], closed: datetime | None, now: datetime
) -> AttemptLine:
    attempt, name, username, stored = found
    score = AttemptScore(mark=stored.mark, max_mark=stored.max_mark) if stored else scores.get(attempt.id)
    ended_at = timing.ended_at(closes_at=attempt.closes_at, submitted_at=attempt.submitted_at, now=now)
    return AttemptLine(
        id=attempt.id,
        number=attempt.number,
        quiz=quiz,
        person_id=attempt.user_id,
        person_name=name,
        username=username,
        started_at=attempt.started_at,
        ended_at=ended_at,
        phase=_phase(attempt, now),
        remaining_ms=timing.remaining_ms(attempt.deadline, now),
        score=score,
        released=ended_at is not None and _shows_marks(quiz, ended_at, closed, now),
    )


def _shows_marks(quiz: QuizRules, ended_at: datetime, closed: datetime | None, now: datetime) -> bool:
    return Shown.MARKS in quiz.review.at(review_moment(ended_at=ended_at, closes_at=closed, now=now))


def _computed(attempt_ids: Sequence[str]) -> Mapping[str, AttemptScore]:
    """The scores of attempts that ended by themselves and were not stored yet, from what was saved."""
    if not attempt_ids:
        return {}
    saved = saved_in(attempt_ids)
    return {
        attempt_id: score_of(mark_all(asked, {slot: one.answer for slot, one in saved.get(attempt_id, {}).items()}))
        for attempt_id, asked in asked_in(attempt_ids).items()
    }
