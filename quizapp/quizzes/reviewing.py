"""What those who took a quiz are shown of it, and when: every part of the review has moments of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

IMMEDIATELY: Final = timedelta(minutes=2)
"""How long the moment directly after an attempt lasts."""


class ReviewMoment(StrEnum):
    """When someone looks at an attempt that has ended."""

    AFTER = "after"
    OPEN = "open"
    CLOSED = "closed"


DURING: Final = "during"
"""How the time of the attempt itself is called beside the moments after it."""


class Shown(StrEnum):
    """A part of the review."""

    ANSWERS = "answers"
    OUTCOMES = "outcomes"
    MARKS = "marks"
    KEYS = "keys"
    EXPLANATIONS = "explanations"
    FEEDBACK = "feedback"


@dataclass(frozen=True, kw_only=True)
class ReviewOptions:
    """The parts that are shown, each with a moment at which it is.

    `during` are the parts that a student is shown of a question while the attempt runs, once they had their answer
    checked; it cannot change from then on.
    """

    allowed: frozenset[tuple[ReviewMoment, Shown]] = frozenset()
    during: frozenset[Shown] = frozenset()

    def at(self, moment: ReviewMoment) -> frozenset[Shown]:
        """All that is shown at this moment. Outcomes, keys and explanations say nothing without the questions."""
        shown = {part for when, part in self.allowed if when is moment}
        return frozenset(shown if Shown.ANSWERS in shown else shown & {Shown.MARKS, Shown.FEEDBACK})

    def first(self, part: Shown) -> ReviewMoment | None:
        """From which moment on the part is shown; None where it never is."""
        return next((moment for moment in ReviewMoment if part in self.at(moment)), None)

    def as_json(self) -> dict[str, Any]:
        """The parts by moment, as they are stored."""
        stored: dict[str, Any] = {
            moment: sorted(part for when, part in self.allowed if when is moment)
            for moment in sorted({when for when, _part in self.allowed})
        }
        return {**stored, DURING: sorted(self.during)} if self.during else stored

    @classmethod
    def from_json(cls, stored: Mapping[str, Iterable[str]]) -> ReviewOptions:
        """What `as_json` wrote."""
        pairs = [(moment, Shown(part)) for moment, parts in stored.items() for part in parts]
        return cls(
            allowed=frozenset((ReviewMoment(moment), part) for moment, part in pairs if moment != DURING),
            during=frozenset(part for moment, part in pairs if moment == DURING),
        )


def from_moment(*moments: ReviewMoment) -> ReviewOptions:
    """All parts, at these moments."""
    return ReviewOptions(allowed=frozenset((moment, part) for moment in moments for part in Shown))


AFTER_SUBMISSION: Final = from_moment(*ReviewMoment)
"""Everything is shown as soon as an attempt has ended."""

AFTER_CLOSE: Final = from_moment(ReviewMoment.CLOSED)
"""Nothing is shown before the quiz is closed, and everything then."""


def review_moment(*, ended_at: datetime, closes_at: datetime | None, now: datetime) -> ReviewMoment:
    """Which moment this is for an attempt that has ended, at a quiz that closes then (None: never)."""
    if closes_at is not None and now >= closes_at:
        return ReviewMoment.CLOSED
    return ReviewMoment.AFTER if now < ended_at + IMMEDIATELY else ReviewMoment.OPEN
