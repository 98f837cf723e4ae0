"""What a date expression says by itself, before its context is asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a relative expression counts."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, kw_only=True)
class Step:
    """How far a relative expression goes from its anchor: 翌年 is one year on, 同年 none, 三天前 three days back."""

    unit: Unit
    count: int


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One date as far as the expression gives it.

    `year` is astronomical; of its four digits the first `digits` count (3 for a decade, 2 for a century). A decade
    without its century (90年代) has a `year` below 100 and `needs_century`. `month` may be an EDTF season (21–24).
    `step` leads from the anchor to the year, month or day that the expression starts from. `cycle` is the place, from
    0 to 59, of a year that is named by its place in the sixty-year cycle. A month `may_be_lunar` that is written as
    those of the lunar calendar are.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    digits: int = 4
    needs_century: bool = False
    step: Step | None = None
    cycle: int | None = None
    may_be_lunar: bool = False


def is_lifetime(first: Moment, last: Moment) -> bool:
    """Whether two days are more likely a birth and a death than a time that something took."""
    years = (last.year or 0) - (first.year or 0)
    return first.year is not None and bool(first.day and last.day) and _SHORTEST_LIFE <= years <= _LONGEST_LIFE


_SHORTEST_LIFE, _LONGEST_LIFE = 15, 115


class Opening(StrEnum):
    """At which side a date is open: 1994/.. or ../2010."""

    SINCE = "since"
    UNTIL = "until"


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A date expression at its place in the text.

    `anchors` tells whether later expressions may take their year from it. `reason` is given where the expression
    is seen to be unresolvable by itself; `moves` tells that it takes the story to a time that nobody knows.
    """

    start: int
    end: int
    first: Moment
    last: Moment | None = None
    approximate: bool = False
    opening: Opening | None = None
    modifier: str | None = None
    anchors: bool = True
    reason: str | None = None
    moves: bool = False


class Beginning(StrEnum):
    """What a date can begin with; the names are those of the groups of a language's trigger."""

    DAY = "day"
    YEAR = "year"
    NUMBER = "number"
    MONTH = "month"
    ERA = "era"
    WORD = "word"


Builder = Callable[[re.Match[str]], Mention | None]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One line of a language's table: what it recognises, how the match becomes a mention, and an example.

    The pattern is tried where a date can begin with one of the things that it `begins` with. A builder answers None
    where the match is no date after all; the rules after it are then tried.
    """

    name: str
    begins: tuple[Beginning, ...]
    pattern: re.Pattern[str]
    build: Builder
    example: str
