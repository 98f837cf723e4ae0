"""Where dates stand on a ruler of years. Lengths are in units of which the ruler has 1000."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor
from typing import Final

from questions.dates import DateValue, Day, Granularity, days_in_month

WIDTH: Final = 1000.0
DOT: Final = 10.0
_APART: Final = 26.0  # so much room follows a mark in its lane, for its number
_MOST_TICKS: Final = 12
_LAST_YEAR: Final = 9999  # of EDTF level 1
_MOST_YEARS_WITH_MONTHS: Final = 4


class Shape(StrEnum):
    """How a date is drawn: the less exactly it is given, the longer."""

    DOT = "dot"
    SHORT = "short"
    LONG = "long"
    RANGE = "range"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A date on the ruler: from `x` for `width`, in a lane counted from 0 at the ruler; a dot's `x` is its left end."""

    shape: Shape
    x: float
    width: float
    lane: int


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A line of the ruler; `year` is the EDTF year that begins there, None for a month."""

    x: float
    year: str | None


@dataclass(frozen=True, kw_only=True)
class Ruler:
    """The ruler with the marks of the dates, in the order in which the dates were given."""

    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    lanes: int


def ruler_of(dates: Sequence[DateValue]) -> Ruler | None:
    """The ruler that all these dates fit on; None where there are none."""
    if not dates:
        return None
    first, last = _years(dates)
    scale = WIDTH / (last - first)
    spans = [_span(date, first, scale) for date in dates]
    lanes = _lanes(spans)
    marks = tuple(
        Mark(shape=_shape(date), x=round(x, 1), width=round(width, 1), lane=lane)
        for date, (x, width), lane in zip(dates, spans, lanes, strict=True)
    )
    return Ruler(ticks=_ticks(first, last, scale), marks=marks, lanes=max(lanes) + 1)


def _years(dates: Sequence[DateValue]) -> tuple[int, int]:
    """The years between which the ruler runs, one more at a side where a date is open."""
    starts = [_begin(date.earliest) for date in dates if date.earliest is not None]
    ends = [_end(date.latest) for date in dates if date.latest is not None]
    first = floor(min(starts + ends)) - (len(starts) < len(dates))
    last = ceil(max(starts + ends)) + (len(ends) < len(dates))
    return first, last


def _begin(day: Day) -> float:
    """The moment that the day begins, counted in years."""
    before = sum(days_in_month(day.year, month) for month in range(1, day.month)) + day.day - 1
    return day.year + before / _days_in_year(day.year)


def _end(day: Day) -> float:
    """The moment that the day ends, counted in years."""
    return _begin(day) + 1 / _days_in_year(day.year)


def _days_in_year(year: int) -> int:
    return 337 + days_in_month(year, 2)


def _span(date: DateValue, first: int, scale: float) -> tuple[float, float]:
    """Where the date begins and how long it is; what is shorter than a dot is as long as one, and on the ruler."""
    start = 0 if date.earliest is None else (_begin(date.earliest) - first) * scale
    end = WIDTH if date.latest is None else (_end(date.latest) - first) * scale
    if end - start >= DOT:
        return start, end - start
    return min(max((start + end - DOT) / 2, 0), WIDTH - DOT), DOT


def _shape(date: DateValue) -> Shape:
    if date.is_interval:
        return Shape.RANGE
    if date.granularity is Granularity.DAY:
        return Shape.DOT
    return Shape.LONG if date.granularity <= Granularity.YEAR else Shape.SHORT


def _lanes(spans: Sequence[tuple[float, float]]) -> list[int]:
    """A lane for each span: the lowest that is free there, given out from left to right, the longest first."""
    lanes = [0] * len(spans)
    ends: list[float] = []
    for place in sorted(range(len(spans)), key=lambda place: (spans[place][0], -spans[place][1])):
        x, width = spans[place]
        lane = next((lane for lane, end in enumerate(ends) if end <= x), len(ends))
        ends[lane : lane + 1] = [x + width + _APART]
        lanes[place] = lane
    return lanes


def _ticks(first: int, last: int, scale: float) -> tuple[Tick, ...]:
    step = _step(last - first)
    years = [year for year in range(max(first, -_LAST_YEAR), min(last, _LAST_YEAR) + 1) if _is_round(year, step)]
    ticks = [Tick(x=round((year - first) * scale, 1), year=str(DateValue.of(year))) for year in years]
    if last - first <= _MOST_YEARS_WITH_MONTHS:
        months = [_begin(Day(year, month, 1)) for year in range(first, last) for month in range(2, 13)]
        ticks += [Tick(x=round((moment - first) * scale, 1), year=None) for moment in months]
    return tuple(sorted(ticks, key=lambda tick: tick.x))


def _is_round(year: int, step: int) -> bool:
    """Whether people count a round number of steps to the year; before Christ they count from 1 BC, which is year 0."""
    return (year if year > 0 else 1 - year) % step == 0


def _step(years: int) -> int:
    """The years from one tick to the next: 1, 2 or 5 times a power of ten."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if years <= factor * step * _MOST_TICKS:
                return factor * step
        step *= 10
