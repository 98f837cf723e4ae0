"""Fair wrong answers: of the key's kind and form, and provably not the key."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from random import Random
from typing import TypeVar

from questions.dates import DateValue, Day, Granularity, days_in_month
from questions.regex import regex


def date_distractors(
    key: DateValue,
    *,
    others: Iterable[DateValue],
    avoid: Sequence[DateValue],
    latest: Day | None,
    rng: Random,
    count: int = 3,
) -> tuple[DateValue, ...]:
    """Dates of the key's form that overlap neither the key nor any date of `avoid`, nor one another; ascending.

    Dates of the document (`others`) come first, dates near the key fill up. None lies after `latest`. The key's place
    among them is chosen by chance, so that no place is likelier than another where dates on both sides are free.
    Fewer than `count` come back where there are no more.
    """
    free = _Free(key, avoid, latest)
    before, after = _sides(key, others, free, rng)
    return tuple(sorted(_on_both_sides(before, after, rng, count), key=_beginning))


def number_distractors(
    numeral: str, *, avoid: Collection[str], rng: Random, limit: float | None = None, count: int = 3
) -> tuple[str, ...]:
    """Numbers written like the numeral, with as many digits, as round as it is, near it in size.

    ``3700`` gives numbers like 2900 and 4500, ``1,250`` like 1,640, ``3.5`` like 4.2, 「三」 like 「五」; ascending.
    None of `avoid` is among them, and none above `limit`, such as 100 for a share. The key's place among them is
    chosen by chance. Empty for a numeral of another form.
    """
    steps = list(_numbers_like(numeral))
    if not steps:
        return ()
    rng.shuffle(steps)
    fair = [text for text in steps if text not in avoid and (limit is None or number_of(text) <= limit)]
    apart = _apart(fair, numeral)
    below = [text for text in apart if number_of(text) < number_of(numeral)]
    above = [text for text in apart if number_of(text) > number_of(numeral)]
    return tuple(sorted(_on_both_sides(below, above, rng, count), key=number_of))


def number_of(numeral: str) -> float:
    """The value of a numeral of the forms that `number_distractors` knows."""
    return _HAN_DIGITS.index(numeral) + 1.0 if numeral in _HAN_DIGITS else float(numeral.replace(",", ""))


_T = TypeVar("_T")


def _on_both_sides(before: Sequence[_T], after: Sequence[_T], rng: Random, count: int) -> list[_T]:
    """`count` of them, so many before the key as chance says, or as there are."""
    place = rng.randrange(count + 1)
    place = max(min(place, len(before)), count - len(after))
    return [*before[:place], *after[: count - place]]


# Dates


class _Free:
    """Whether a date may stand beside the key: of its form, overlapping nothing, not later than what is known."""

    def __init__(self, key: DateValue, avoid: Sequence[DateValue], latest: Day | None) -> None:
        self._key, self._taken, self._latest = key, [key, *avoid], latest

    def admits(self, value: DateValue) -> bool:
        alike = value.granularity is self._key.granularity and value.is_interval is self._key.is_interval
        known = self._latest is None or (value.earliest is not None and value.earliest <= self._latest)
        sure = not value.is_open and not value.is_approximate
        return alike and known and sure and not any(value.overlaps(taken) for taken in self._taken)

    def take(self, values: Iterable[DateValue]) -> Iterator[DateValue]:
        """Those of the values that are free, each of them taken from then on."""
        for value in values:
            if self.admits(value):
                self._taken.append(value)
                yield value


def _sides(
    key: DateValue, others: Iterable[DateValue], free: _Free, rng: Random
) -> tuple[list[DateValue], list[DateValue]]:
    """Distractors before and after the key, on each side the document's nearest first, then perturbed ones."""
    near = sorted(
        (value for value in others if _years_apart(key, value) <= _reach(key)), key=lambda value: _gap(key, value)
    )
    perturbed = list(_perturbed(key))
    rng.shuffle(perturbed)
    sides: tuple[list[DateValue], list[DateValue]] = ([], [])
    for value in free.take([*near, *perturbed]):
        sides[0 if value.is_before(key) else 1].append(value)
    return sides


def _beginning(value: DateValue) -> Day:
    assert value.earliest is not None
    return value.earliest


def _gap(key: DateValue, value: DateValue) -> int:
    """Days between two dates, near enough for comparing."""
    first, second = key.earliest or _ORIGIN, value.earliest or _ORIGIN
    return abs((first.year - second.year) * 372 + (first.month - second.month) * 31 + first.day - second.day)


def _years_apart(key: DateValue, value: DateValue) -> float:
    return _gap(key, value) / 372


_ORIGIN = Day(0, 1, 1)
_REACH = {Granularity.DAY: 4, Granularity.MONTH: 12, Granularity.SEASON: 12, Granularity.YEAR: 20}
_BROAD_REACH = {Granularity.DECADE: 100, Granularity.CENTURY: 500}


def _reach(key: DateValue) -> float:
    """How many years away another date of the document still tempts anyone."""
    return _REACH.get(key.granularity) or _BROAD_REACH[key.granularity]


def _perturbed(key: DateValue) -> Iterator[DateValue]:
    if key.is_interval:
        return _shifted_interval(key)
    return {
        Granularity.DAY: _near_days,
        Granularity.MONTH: _near_months,
        Granularity.SEASON: _near_seasons,
        Granularity.YEAR: _near_years,
        Granularity.DECADE: _near_decades,
        Granularity.CENTURY: _near_centuries,
    }[key.granularity](key)


def _near_days(key: DateValue) -> Iterator[DateValue]:
    day = _beginning(key)
    for step in (-17, -12, -9, -6, -4, -3, 3, 4, 6, 9, 12, 17):
        yield DateValue.of(*_shifted(day, step))
    for months in (-2, -1, 1, 2):
        year, month = _month_after(day, months)
        if day.day <= days_in_month(year, month):
            yield DateValue.of(year, month, day.day)


def _shifted(day: Day, step: int) -> Day:
    """The day so many days later; the step is shorter than a month."""
    target = day.day + step
    if target < 1:
        year, month = _month_after(day, -1)
        return Day(year, month, days_in_month(year, month) + target)
    length = days_in_month(day.year, day.month)
    if target > length:
        return Day(*_month_after(day, 1), target - length)
    return Day(day.year, day.month, target)


def _month_after(day: Day, months: int) -> tuple[int, int]:
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def _near_months(key: DateValue) -> Iterator[DateValue]:
    return (DateValue.of(*_month_after(_beginning(key), step)) for step in (-12, *range(-5, 0), *range(1, 6), 12))


def _near_seasons(key: DateValue) -> Iterator[DateValue]:
    year, season = int(key.edtf[:-3]), int(key.edtf[-2:])
    return (
        DateValue.of(year + shift, name)
        for shift in (-1, 0, 1)
        for name in range(21, 25)
        if (shift, name) != (0, season)
    )


def _near_years(key: DateValue) -> Iterator[DateValue]:
    """Within a few years of a recent one; the older the year, the wider the steps."""
    year = _beginning(key).year
    stride = 1 + max(0, 1900 - year) // 150
    return (_year(year + stride * step) for step in (*range(-6, 0), *range(1, 7)))


def _year(year: int) -> DateValue:
    return DateValue.of(year)


def _near_decades(key: DateValue) -> Iterator[DateValue]:
    sign, number = ("-", -int(key.edtf[1:4])) if key.edtf.startswith("-") else ("", int(key.edtf[:3]))
    near = (number + step for step in (-4, -3, -2, -1, 1, 2, 3, 4))
    return (DateValue(f"{sign}{abs(decade):03d}X") for decade in near if (decade < 0) is bool(sign))


def _near_centuries(key: DateValue) -> Iterator[DateValue]:
    sign = "-" if key.edtf.startswith("-") else ""
    number = int(key.edtf.lstrip("-")[:2])
    near = (number + step for step in (-3, -2, -1, 1, 2, 3))
    return (DateValue(f"{sign}{century:02d}XX") for century in near if 0 <= century <= 99)


def _shifted_interval(key: DateValue) -> Iterator[DateValue]:
    """Ranges of years as long as the key, before it and after it."""
    first, last = key.ends
    if first.granularity is not Granularity.YEAR or last.granularity is not Granularity.YEAR:
        return
    start, end = _beginning(first).year, _beginning(last).year
    length = end - start
    for step in (-3, -2, -1, 1, 2, 3):
        shift = step * (length + 1)
        yield DateValue(f"{DateValue.of(start + shift)}/{DateValue.of(end + shift)}")


# Numbers

_HAN_DIGITS = tuple("一二三四五六七八九")


_NUMERAL = regex(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?", re.ASCII)


def _numbers_like(numeral: str) -> Iterator[str]:
    if numeral in _HAN_DIGITS:
        return (digit for digit in _HAN_DIGITS[2:] if digit != numeral)  # 「二」 is said 「两」 before a measure word
    match = _NUMERAL.fullmatch(numeral)
    return _arabic_like(match[1].replace(",", ""), match[2] or "", "," in match[1]) if match else iter(())


def _arabic_like(whole: str, decimals: str, grouped: bool) -> Iterator[str]:
    digits = (whole + decimals).lstrip("0")
    significant = digits if decimals else digits.rstrip("0")
    if not significant:
        return
    number, scale = int(significant), 10 ** (len(digits) - len(significant))
    for step in range(max(1, number * 6 // 10), max(number * 17 // 10, number + 12) + 1, 1 + number // 60):
        as_long = len(str(step)) == len(significant)
        as_round = decimals or step % 10 or number < 10
        if as_long and as_round and step != number:
            yield _written(step * scale, len(decimals), grouped)


def _written(number: int, decimals: int, grouped: bool) -> str:
    if decimals:
        return f"{number / 10**decimals:.{decimals}f}"
    return f"{number:,}" if grouped else str(number)


def _apart(texts: Iterable[str], numeral: str) -> list[str]:
    """Numbers that differ from the key and from one another by a tenth at least."""
    chosen, kept = [number_of(numeral)], []
    for text in texts:
        if all(abs(number_of(text) - other) >= other / 10 for other in chosen):
            chosen.append(number_of(text))
            kept.append(text)
    return kept
