"""The forms in which a date may be typed, for programs that compare letter by letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from questions.dates import DateValue, Day, Granularity
from questions.document import Language
from questions.speech import say_date


@dataclass(frozen=True, kw_only=True)
class TypedForm:
    """A text that may be typed, and the share of the mark that it earns."""

    text: str
    share: Fraction


_COARSER = {
    Granularity.DAY: ((Granularity.MONTH, Fraction(3, 4)), (Granularity.YEAR, Fraction(1, 2))),
    Granularity.MONTH: ((Granularity.YEAR, Fraction(2, 3)),),
}


def typed_forms(value: DateValue) -> tuple[TypedForm, ...]:
    """The forms of the date, its EDTF text first, and those of its month and year for what these earn."""
    forms = {text: Fraction(1) for text in _forms(value)}
    if not value.is_interval:
        for granularity, share in _COARSER.get(value.granularity, ()):
            for text in _forms(value.at(granularity)):
                forms.setdefault(text, share)
    return tuple(TypedForm(text=text, share=share) for text, share in forms.items())


def _forms(value: DateValue) -> Iterator[str]:
    yield str(value)
    for language in Language:
        yield say_date(value, language)
    first = value.earliest
    if first is None or value.is_interval or value.is_approximate or first.year < 1000:
        return
    if value.granularity is Granularity.MONTH:
        yield from (f"{first.year}-{first.month}", f"{first.year}/{first.month}", f"{first.year}.{first.month}")
    if value.granularity is Granularity.DAY:
        yield from _days(first)


def _days(day: Day) -> Iterator[str]:
    for mark in "-/.":
        yield f"{day.year}{mark}{day.month}{mark}{day.day}"
        yield f"{day.year}{mark}{day.month:02}{mark}{day.day:02}"
    yield f"{day.year}{day.month:02}{day.day:02}"
    number, month, year = say_date(DateValue.of(*day), Language.ENGLISH).split(" ")
    yield f"{month} {number}, {year}"
    yield f"{month} {number} {year}"
