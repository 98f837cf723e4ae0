"""Days as numbers that a database compares: 20080826 is 26 August 2008; years before Christ are negative.

And dates as people write them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import questions
from questions.dates import DateValue, Day

_FIRST, _LAST = -99_999_999, 99_999_999
_LONGEST_DATE: Final = 100


@dataclass(frozen=True, kw_only=True)
class Span:
    """The days from `earliest` to `latest`, as numbers."""

    earliest: int
    latest: int


def number_of(day: Day) -> int:
    """The day as a number; a later day has a greater one."""
    return day.year * 10_000 + day.month * 100 + day.day


def span_of(dates: Iterable[str]) -> Span | None:
    """The days that EDTF dates together run over; None where there are no dates."""
    values = [DateValue(date) for date in dates]
    if not values:
        return None
    return Span(
        earliest=min(_FIRST if value.earliest is None else number_of(value.earliest) for value in values),
        latest=max(_LAST if value.latest is None else number_of(value.latest) for value in values),
    )


def date_in(text: str) -> DateValue | None:
    """The date in a text, written in any way that a student may write one or as EDTF; None where it cannot be read."""
    for read in (questions.read_date, DateValue):
        try:
            return read(text.strip()[:_LONGEST_DATE])
        except ValueError:
            continue
    return None
