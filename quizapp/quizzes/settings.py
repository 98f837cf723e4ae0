"""The settings of a quiz that rule its attempts, and the time that a student gets beyond them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from quizapp.errors import N_, WrongField
from quizapp.quizzes.reviewing import AFTER_SUBMISSION, ReviewMoment, ReviewOptions

LONGEST_SECONDS: Final = 366 * 24 * 3600
MOST_ATTEMPTS: Final = 1000
LONGEST_CODE: Final = 60
LARGEST_PERCENT: Final = 1000


class Counted(StrEnum):
    """Which of a student's attempts at a quiz counts."""

    BEST = "best"
    FIRST = "first"
    LAST = "last"
    AVERAGE = "average"


class Layout(StrEnum):
    """How many questions stand on a page."""

    ALL = "all"
    ONE = "one"


class Navigation(StrEnum):
    """Whether one may go back to earlier questions."""

    FREE = "free"
    SEQUENTIAL = "sequential"


@dataclass(frozen=True, kw_only=True)
class QuizSettings:
    """What rules the attempts at a quiz. None means: no limit. Raises WrongField for what could never be taken.

    `grace_seconds` is the time after the deadline in which one can only submit; without it, an attempt is submitted
    with what was saved. Running attempts follow a change of the times at once; they keep how their questions are
    shown, which was settled when they started.
    """

    time_limit_seconds: int | None = None
    grace_seconds: int = 0
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    attempts_allowed: int | None = None
    delay_seconds: int = 0
    counted: Counted = Counted.BEST
    access_code: str | None = None
    layout: Layout = Layout.ALL
    navigation: Navigation = Navigation.FREE
    shuffle_questions: bool = False
    shuffle_options: bool = True
    review: ReviewOptions = AFTER_SUBMISSION

    def __post_init__(self) -> None:
        self._check_numbers()
        if self.opens_at and self.closes_at and self.opens_at >= self.closes_at:
            raise WrongField("closes_at", N_("A quiz closes after it opens."))
        if self.closes_at is None and self.review.at(ReviewMoment.CLOSED) - self.review.at(ReviewMoment.OPEN):
            raise WrongField("review", N_("A review after the close needs a time at which the quiz closes."))
        if self.access_code is not None and not 0 < len(self.access_code) <= LONGEST_CODE:
            raise WrongField("access_code", N_("An access code has at most %(count)s characters."), count=LONGEST_CODE)

    def _check_numbers(self) -> None:
        for field, most in (("time_limit_seconds", LONGEST_SECONDS), ("attempts_allowed", MOST_ATTEMPTS)):
            given = getattr(self, field)
            if given is not None and not 0 < given <= most:
                raise WrongField(field, N_("Please give a number above zero, or leave it out for no limit."))
        if not 0 <= self.grace_seconds <= LONGEST_SECONDS:
            raise WrongField("grace_seconds", N_("The extra time to submit cannot be negative."))
        if not 0 <= self.delay_seconds <= LONGEST_SECONDS:
            raise WrongField("delay_seconds", N_("The time between attempts cannot be negative."))

    @property
    def one_a_page(self) -> bool:
        """Whether a page shows one question: where one may not go back, it cannot be otherwise."""
        return self.layout is Layout.ONE or self.is_sequential

    @property
    def is_sequential(self) -> bool:
        """Whether a question that was left can be neither seen nor changed."""
        return self.navigation is Navigation.SEQUENTIAL


@dataclass(frozen=True, kw_only=True)
class ExtraTime:
    """What a student gets beyond the settings of a quiz: `percent` of the time limit (100: no more), and seconds.

    The window grows by as much: what a student gains is not cut off by the close. Raises WrongField for less than
    nothing.
    """

    percent: int = 100
    seconds: int = 0

    def __post_init__(self) -> None:
        if not 100 <= self.percent <= LARGEST_PERCENT:
            raise WrongField("multiplier", N_("Please give a factor between 1 and 10."))
        if not 0 <= self.seconds <= LONGEST_SECONDS:
            raise WrongField("minutes", N_("Extra minutes cannot be negative, nor more than a year."))

    def beyond(self, length: timedelta) -> timedelta:
        """How much longer than this length of time it makes it."""
        return max(length, timedelta()) * (self.percent - 100) / 100 + timedelta(seconds=self.seconds)

    def beyond_limit(self, time_limit_seconds: int | None) -> timedelta:
        """How much longer it makes the time limit, and how much later the close."""
        return self.beyond(timedelta(seconds=time_limit_seconds or 0))


NO_EXTRA_TIME: Final = ExtraTime()
