"""Dates by what is said of them: every day, month, year, decade and century near a date, and some others."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from functools import cache

from questions import DateValue, Granularity, Language, say_date


def said_near(key: DateValue, language: Language, others: Iterable[DateValue]) -> dict[str, DateValue]:
    """The dates within 120 years of this one, and its days within five where it is a day itself."""
    assert key.earliest is not None
    year = key.earliest.year
    said: dict[str, DateValue] = {}
    for near in range(year - 120, year + 121):
        said |= _months_said(near, language)
    wide = [*others, *(DateValue(f"{century:02d}XX") for century in range(21))]
    wide += [DateValue(f"{decade:03d}X") for decade in range(max(year - 120, 0) // 10, (year + 120) // 10)]
    said |= {say_date(value, language): value for value in wide}
    if key.granularity is Granularity.DAY:
        for near in range(year - 5, year + 6):
            said |= _days_said(near, language)
    return said


@cache
def _months_said(year: int, language: Language) -> dict[str, DateValue]:
    """A year, its months and its seasons by what is said of them."""
    values = [DateValue.of(year), *(DateValue.of(year, month) for month in (*range(1, 13), *range(21, 25)))]
    return {say_date(value, language): value for value in values}


@cache
def _days_said(year: int, language: Language) -> dict[str, DateValue]:
    """The days of a year by what is said of them; none has a 29th of February here."""
    days = [(month, day) for month in range(1, 13) for day in range(1, monthrange(2001, month)[1] + 1)]
    values = [DateValue.of(year, month, day) for month, day in days]
    return {say_date(value, language): value for value in values}
