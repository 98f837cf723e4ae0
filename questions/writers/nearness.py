"""Whether events lie near enough in time for telling them apart to be a question."""

from __future__ import annotations

from questions.dates import DateValue

_GENERATION, _RECENT = 35, 1900  # years


def are_of_one_time(first: DateValue, second: DateValue) -> bool:
    """Whether two dates lie within a generation, or within a longer time the longer ago they were."""
    return _lie_within(first, second, 5)


def are_of_one_age(first: DateValue, second: DateValue) -> bool:
    """Whether two dates can be put in an order without that being plain to everybody; the longer ago, the wider."""
    return _lie_within(first, second, 2)


def _lie_within(first: DateValue, second: DateValue, share: int) -> bool:
    if first.earliest is None or second.earliest is None:
        return False
    year, other = sorted((first.earliest.year, second.earliest.year))
    return other - year <= _GENERATION + max(0, _RECENT - year) // share
