"""How long between two facts: a number of days, months or years, where both dates are precise enough to prove it."""

from __future__ import annotations

from datetime import date
from itertools import islice
from random import Random

from questions.dates import DateValue, Day, Granularity
from questions.question import Duration, Question, QuestionType, TimeUnit
from questions.writers.drafting import draft
from questions.writers.material import Material
from questions.writers.telling import Telling, differ

_WITHIN_SIGHT = 8
_MOST_DAYS, _MOST_MONTHS = 45, 18
_FEWEST_YEARS, _MOST_YEARS = 2, 60
_DIFFICULTY = {TimeUnit.DAY: 0.8, TimeUnit.MONTH: 0.75, TimeUnit.YEAR: 0.7}


def write_interval(telling: Telling, material: Material, _: Random) -> Question | None:
    """「“……”与“……”两件事相隔多少天？」 with the next event that proves a length of time worth asking for."""
    if material.place(telling) is None:
        return None
    for later in islice(material.events_after(telling.value), _WITHIN_SIGHT):
        length = time_between(telling.value, later.value)
        if length is not None and differ(telling, later):
            return _ask([telling, later], length, material)
    return None


def _ask(tellings: list[Telling], length: Duration, material: Material) -> Question:
    grammar, phrases = material.grammar, material.grammar.phrases
    first, second = (grammar.event(item).translate(phrases.inner_quotes) for item in tellings)
    return draft(
        QuestionType.INTERVAL,
        tellings,
        material,
        stem=phrases.interval_stem[length.unit].format(first=first, second=second),
        duration=length,
        difficulty=_DIFFICULTY[length.unit],
    )


def time_between(first: DateValue, second: DateValue) -> Duration | None:
    """The time from one date to a later one, in the unit that both prove: days from days that lie near, months from
    months, years from the numbers of the years. None where nothing is proved, or nothing worth asking."""
    start, end = first.earliest, second.earliest
    exact = (Granularity.YEAR, Granularity.MONTH, Granularity.DAY)
    if start is None or end is None or first.granularity not in exact or second.granularity not in exact:
        return None
    coarser = min(first.granularity, second.granularity)
    days, months, years = _days(start, end), _months(start, end), end.year - start.year
    if coarser is Granularity.DAY and days is not None and 2 <= days <= _MOST_DAYS:
        return Duration(number=days, unit=TimeUnit.DAY)
    if first.granularity is second.granularity is Granularity.MONTH and 2 <= months <= _MOST_MONTHS:
        return Duration(number=months, unit=TimeUnit.MONTH)
    if _FEWEST_YEARS <= years <= _MOST_YEARS and (start.year > 0) is (end.year > 0):
        return Duration(number=years, unit=TimeUnit.YEAR)
    return None


def _days(start: Day, end: Day) -> int | None:
    """Days between two days; None outside the calendar that can be counted in."""
    countable = start.year > 0 and end.year > 0
    return (date(*end) - date(*start)).days if countable else None


def _months(start: Day, end: Day) -> int:
    return (end.year - start.year) * 12 + end.month - start.month
