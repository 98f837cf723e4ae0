"""The value of a date: an EDTF level 1 string and the days that it can mean.

Years are astronomical, as EDTF counts them: 1 BC is ``0000``, 221 BC is ``-0220``.
Source: Library of Congress, Extended Date/Time Format specification (2019), levels 0 and 1.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache
from typing import NamedTuple, Self

from questions.regex import regex


class Granularity(IntEnum):
    """How exactly a date is given; a greater number is finer."""

    CENTURY = 1
    DECADE = 2
    YEAR = 3
    SEASON = 4
    MONTH = 5
    DAY = 6


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; any year, BC included, so it orders where `datetime.date` cannot."""

    year: int
    month: int
    day: int


@dataclass(frozen=True)
class DateValue:
    """One date or range, written as EDTF level 1; its `str` is the EDTF text.

    Raises ValueError with a sentence when the text is no EDTF level 1 date that exists in the calendar.
    Supported: ``2008-08-26``, ``2008-09``, ``2008``, ``198X``, ``18XX``, ``-0220``, seasons ``2008-21`` … ``2008-24``,
    a trailing ``~``, ``?`` or ``%``, and intervals of these, open at one end (``1994/..``, ``../2010``).
    """

    edtf: str

    def __post_init__(self) -> None:
        start, end = self._bounds
        if start is None and end is None:
            raise ValueError(f"{self.edtf!r} is open at both ends.")
        if start is not None and end is not None and start > end:
            raise ValueError(f"{self.edtf!r} ends before it begins.")

    def __str__(self) -> str:
        return self.edtf

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> Self:
        """The date of an astronomical year, a month (1–12 or a season 21–24) and a day, as far as they are given."""
        return cls(edtf_text(year, month, day))

    @property
    def is_interval(self) -> bool:
        return "/" in self.edtf

    @property
    def is_open(self) -> bool:
        """Whether the date has no beginning or no end (``../2010``)."""
        return ".." in self.edtf

    @property
    def is_approximate(self) -> bool:
        return self.edtf.rstrip("/.").endswith(("~", "?", "%"))

    @property
    def ends(self) -> tuple[Self, ...]:
        """The dates at the closed ends of an interval; of a single date the date itself."""
        return tuple(type(self)(part) for part in self.edtf.split("/") if part != "..")

    def at(self, granularity: Granularity) -> DateValue:
        """The year or month that a single date of this granularity or a finer one lies in, without its qualifier.

        Raises ValueError for an interval, and for what the date does not say.
        """
        match = _match(self.edtf)
        if not Granularity.YEAR <= granularity <= self.granularity or granularity is Granularity.SEASON:
            raise ValueError(f"{self.edtf!r} cannot be put at that granularity.")
        return DateValue("-".join([match[1] + match[2], *(match[3], match[4])[: _PARTS_AFTER_YEAR[granularity]]]))

    @cached_property
    def granularity(self) -> Granularity:
        """The granularity of the date; of an interval, that of its finer end."""
        return max(_granularity(part) for part in self.edtf.split("/") if part != "..")

    @property
    def earliest(self) -> Day | None:
        """The first day the date can mean; None where the interval is open."""
        return self._bounds[0]

    @property
    def latest(self) -> Day | None:
        """The last day the date can mean; None where the interval is open."""
        return self._bounds[1]

    @cached_property
    def _bounds(self) -> tuple[Day | None, Day | None]:
        parts = self.edtf.split("/")
        if len(parts) > 2:
            raise ValueError(f"{self.edtf!r} is not an EDTF date.")
        first, last = parts[0], parts[-1]
        return (None if first == ".." else _days(first)[0], None if last == ".." else _days(last)[1])

    def overlaps(self, other: DateValue) -> bool:
        """Whether some day can be meant by both."""
        return _not_after(self.earliest, other.latest) and _not_after(other.earliest, self.latest)

    def contains(self, other: DateValue) -> bool:
        """Whether every day that the other date can mean lies within this one."""
        return (self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)) and (
            self.latest is None or (other.latest is not None and other.latest <= self.latest)
        )

    def is_before(self, other: DateValue) -> bool:
        """Whether this date is proved to lie wholly before the other."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest


def edtf_text(year: int, month: int | None = None, day: int | None = None) -> str:
    """The EDTF text of a date, which need not exist in the calendar; arguments as for `DateValue.of`."""
    text = f"{'-' if year < 0 else ''}{abs(year):04d}"
    if month is not None:
        text += f"-{month:02d}"
    return text if day is None else f"{text}-{day:02d}"


def _not_after(first: Day | None, second: Day | None) -> bool:
    return first is None or second is None or first <= second


_DATE = regex(r"(-?)(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?", re.ASCII)

_PARTS_AFTER_YEAR = {Granularity.YEAR: 0, Granularity.MONTH: 1, Granularity.DAY: 2}

# Season → (years to add, first month), (years to add, last month). "Winter 1918" is said of either end of the year.
_SEASONS = {21: ((0, 3), (0, 5)), 22: ((0, 6), (0, 8)), 23: ((0, 9), (0, 11)), 24: ((0, 1), (1, 2))}


def _match(text: str) -> re.Match[str]:
    match = _DATE.fullmatch(text)
    if match is None or text.startswith("-0000") or ("X" in match[2] and match[3]):
        raise ValueError(f"{text!r} is not an EDTF date.")
    return match


def _granularity(text: str) -> Granularity:
    match = _match(text)
    if match[4]:
        return Granularity.DAY
    if match[3]:
        return Granularity.SEASON if int(match[3]) in _SEASONS else Granularity.MONTH
    return {0: Granularity.YEAR, 1: Granularity.DECADE, 2: Granularity.CENTURY}[match[2].count("X")]


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month of the proleptic Gregorian calendar, in any astronomical year."""
    return monthrange(year % 400 + 400, month)[1]


@lru_cache(maxsize=4096)
def _days(text: str) -> tuple[Day, Day]:
    match = _match(text)
    sign = -1 if match[1] else 1
    low, high = sorted((sign * int(match[2].replace("X", "0")), sign * int(match[2].replace("X", "9"))))
    if not match[3]:
        return Day(low, 1, 1), Day(high, 12, 31)
    month = int(match[3])
    if month in _SEASONS and not match[4]:
        (year, first), (later, last) = _SEASONS[month]
        return Day(low + year, first, 1), Day(high + later, last, days_in_month(high + later, last))
    if not 1 <= month <= 12:
        raise ValueError(f"{text!r} is not a month of the calendar.")
    length = days_in_month(high, month)
    if not match[4]:
        return Day(low, month, 1), Day(high, month, length)
    if not 1 <= int(match[4]) <= length:
        raise ValueError(f"{text!r} is not a day of the calendar.")
    return Day(low, month, int(match[4])), Day(high, month, int(match[4]))
