"""What is looked at before a quiz is published: what stops it, what its maker should know, and what is well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from quizapp.errors import Refused
from quizapp.quizzes.asking import slot_versions
from quizapp.quizzes.outlining import Outline, outline
from quizapp.quizzes.reviewing import ReviewMoment, Shown
from quizapp.quizzes.rules import settings_of
from quizapp.quizzes.settings import QuizSettings

HURRIED_SECONDS: Final = 20
"""With less time than this for a question, hardly anyone can read it."""

_SEEDS: Final = range(3)


class Weight(StrEnum):
    """How much a finding weighs: it stops the quiz, it is to be looked at, or all is well."""

    STOP = "stop"
    WARN = "warn"
    WELL = "well"


class Point(StrEnum):
    """What was found; each is a sentence on the check list."""

    NO_QUESTIONS = "no questions"
    NOT_APPROVED = "not approved"
    ALL_APPROVED = "all approved"
    SMALL_POOL = "small pool"
    LARGE_POOL = "large pool"
    CANNOT_DRAW = "cannot draw"
    CAN_DRAW = "can draw"
    COLLISION = "collision"
    NO_COLLISION = "no collision"
    CLOSED = "closed"
    SHORT_WINDOW = "short window"
    WINDOW = "window"
    HURRIED = "hurried"
    TIME_ENOUGH = "time enough"
    NO_TIME_LIMIT = "no time limit"
    NO_CODE = "no code"
    CODE = "code"
    KEYS_WHILE_OPEN = "keys while open"
    KEYS_BEFORE_AGAIN = "keys before again"
    NEVER_SHOWN = "never shown"
    REVIEW = "review"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One line of the check list. `places` are numbers of questions; `slot_id` is the slot to mend, if it is one.

    `count` and `of` are questions wanted and there; of `HURRIED` and `TIME_ENOUGH`, `count` is seconds a question.
    """

    point: Point
    weight: Weight
    places: tuple[int, ...] = ()
    slot_id: int | None = None
    count: int = 0
    of: int = 0


@dataclass(frozen=True, kw_only=True)
class CheckList:
    """All that was found of a quiz, what stops it first."""

    quiz: Outline
    settings: QuizSettings
    findings: tuple[Finding, ...]

    @property
    def is_stopped(self) -> bool:
        """Whether it cannot be published yet."""
        return any(finding.weight is Weight.STOP for finding in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings should be looked at."""
        return sum(finding.weight is Weight.WARN for finding in self.findings)


def check_list(*, quiz_id: int, now: datetime) -> CheckList:
    """Look at everything. Raises NotFound."""
    quiz = outline(quiz_id)
    _title, settings = settings_of(quiz_id)
    found = [*_questions(quiz), *_draws(quiz), *_time(quiz, settings, now), *_access(settings), *_review(settings)]
    weights = list(Weight)
    return CheckList(
        quiz=quiz,
        settings=settings,
        findings=tuple(sorted(found, key=lambda finding: weights.index(finding.weight))),
    )


def is_stopped(*, quiz_id: int, now: datetime) -> bool:
    """Whether something stops the quiz from being published. Raises NotFound."""
    return check_list(quiz_id=quiz_id, now=now).is_stopped


def _questions(quiz: Outline) -> Iterator[Finding]:
    if not quiz.entries:
        yield Finding(point=Point.NO_QUESTIONS, weight=Weight.STOP)
        return
    fixed = [entry for entry in quiz.entries if entry.question is not None]
    lacking = [entry for entry in fixed if entry.question is not None and not entry.question.is_asked]
    for entry in lacking:
        yield Finding(point=Point.NOT_APPROVED, weight=Weight.STOP, places=(entry.first,), slot_id=entry.id)
    if fixed and not lacking:
        yield Finding(point=Point.ALL_APPROVED, weight=Weight.WELL, count=len(fixed))
    by_number = {entry.first: entry.id for entry in fixed}
    for pair in quiz.collisions:
        yield Finding(point=Point.COLLISION, weight=Weight.WARN, places=pair, slot_id=by_number[pair[1]])
    if len(fixed) > 1 and not quiz.collisions:
        yield Finding(point=Point.NO_COLLISION, weight=Weight.WELL)


def _draws(quiz: Outline) -> Iterator[Finding]:
    large = True
    for entry in quiz.entries:
        if entry.draw is not None:
            fits = entry.draw.pool >= entry.draw.count
            large = large and fits
            yield Finding(
                point=Point.LARGE_POOL if fits else Point.SMALL_POOL,
                weight=Weight.WELL if fits else Weight.STOP,
                places=tuple(range(entry.first, entry.last + 1)),
                slot_id=entry.id,
                count=entry.draw.count,
                of=entry.draw.pool,
            )
    if large and any(entry.draw for entry in quiz.entries):
        can = _can_draw(quiz.id)
        yield Finding(point=Point.CAN_DRAW if can else Point.CANNOT_DRAW, weight=Weight.WELL if can else Weight.STOP)


def _can_draw(quiz_id: int) -> bool:
    """Whether an attempt gets all its questions, whichever seeds it is tried with."""
    try:
        return all(slot_versions(quiz_id, seed=seed) is not None for seed in _SEEDS)
    except Refused:
        return False


def _time(quiz: Outline, settings: QuizSettings, now: datetime) -> Iterator[Finding]:
    if settings.closes_at is not None and settings.closes_at <= now:
        yield Finding(point=Point.CLOSED, weight=Weight.STOP)
    elif _is_short(settings, now):
        yield Finding(point=Point.SHORT_WINDOW, weight=Weight.WARN)
    else:
        yield Finding(point=Point.WINDOW, weight=Weight.WELL)
    if settings.time_limit_seconds is None:
        yield Finding(point=Point.NO_TIME_LIMIT, weight=Weight.WELL)
    elif quiz.questions:
        each = settings.time_limit_seconds // quiz.questions
        hurried = each < HURRIED_SECONDS
        yield Finding(
            point=Point.HURRIED if hurried else Point.TIME_ENOUGH,
            weight=Weight.WARN if hurried else Weight.WELL,
            count=each,
            of=quiz.questions,
        )


def _is_short(settings: QuizSettings, now: datetime) -> bool:
    """Whether the quiz is open for less time than it gives."""
    if settings.closes_at is None or settings.time_limit_seconds is None:
        return False
    opens = max(settings.opens_at or now, now)
    return (settings.closes_at - opens).total_seconds() < settings.time_limit_seconds


def _access(settings: QuizSettings) -> Iterator[Finding]:
    yield Finding(point=Point.CODE if settings.access_code else Point.NO_CODE, weight=Weight.WELL)


def _review(settings: QuizSettings) -> Iterator[Finding]:
    while_open = {ReviewMoment.AFTER, ReviewMoment.OPEN}
    shown_early = [settings.review.during, *(settings.review.at(moment) for moment in while_open)]
    keys_early = any(Shown.KEYS in shown for shown in shown_early)
    if not settings.review.during and all(not settings.review.at(moment) for moment in ReviewMoment):
        yield Finding(point=Point.NEVER_SHOWN, weight=Weight.WARN)
    elif keys_early and settings.closes_at is not None:
        yield Finding(point=Point.KEYS_WHILE_OPEN, weight=Weight.WARN)
    elif keys_early and settings.attempts_allowed != 1:
        yield Finding(point=Point.KEYS_BEFORE_AGAIN, weight=Weight.WARN)
    else:
        yield Finding(point=Point.REVIEW, weight=Weight.WELL)
