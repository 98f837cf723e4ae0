"""How a date is said: at exactly the precision of its value, neither more nor less."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from questions.dates import DateValue, Granularity
from questions.document import Language
from questions.regex import regex

_PART = regex(r"(-?)([\dX]{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)", re.ASCII)

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_SEASONS = {
    Language.SIMPLIFIED: ("春季", "夏季", "秋季", "冬季"),
    Language.TRADITIONAL: ("春季", "夏季", "秋季", "冬季"),
    Language.ENGLISH: ("spring", "summer", "autumn", "winter"),
}


@dataclass(frozen=True, kw_only=True)
class _ChineseWords:
    century: str
    about: str
    uncertain: str
    since: str
    until: str


_CHINESE = {
    Language.SIMPLIFIED: _ChineseWords(
        century="{}世纪", about="约{}", uncertain="{}（存疑）", since="{}起", until="截至{}"
    ),
    Language.TRADITIONAL: _ChineseWords(
        century="{}世紀", about="約{}", uncertain="{}（存疑）", since="{}起", until="截至{}"
    ),
}


class _Part(NamedTuple):
    """One end of an interval, or a single date, as its EDTF text has it."""

    digits: str
    year: int
    month: int | None
    day: int | None
    qualifier: str

    @property
    def is_bc(self) -> bool:
        return self.year <= 0 and "X" not in self.digits

    @property
    def season(self) -> int | None:
        """0 for spring to 3 for winter; None for a month of the calendar."""
        return self.month - 21 if self.month is not None and self.month > 20 else None


def say_date(value: DateValue, language: Language) -> str:
    """The date in words, to stand as an answer: 「2008年8月26日」, "26 August 2008", "the 1980s", "since 1994"."""
    return _chinese(value, language) if language.is_chinese else _english(value)


def say_when(value: DateValue, language: Language) -> str:
    """The date as it stands in a sentence: "on 26 August 2008", "in the 1980s", "from 1934 to 1961"; 「2008年9月」."""
    said = say_date(value, language)
    if language.is_chinese or value.is_open:
        return said
    astride = None if value.is_interval else _astride(_part(value.edtf))
    if value.is_interval or astride:
        first, last = (astride or value).ends
        return f"from {_english(first)} to {_english(last)}"
    return f"{'on' if value.granularity is Granularity.DAY else 'in'} {said}"


def _parts(value: DateValue) -> list[_Part | None]:
    return [None if text == ".." else _part(text) for text in value.edtf.split("/")]


def _part(text: str) -> _Part:
    match = _PART.fullmatch(text)
    assert match is not None  # a DateValue cannot hold anything else
    sign, digits, month, day, qualifier = match.groups()
    year = int(digits.replace("X", "0")) * (-1 if sign else 1)
    return _Part(sign + digits, year, int(month) if month else None, int(day) if day else None, qualifier)


def _astride(part: _Part) -> DateValue | None:
    """The years of a decade that no round name fits: EDTF counts a year 0, so "-022X" is 230–221 BC."""
    if part.digits.count("X") != 1 or part.year > 0:
        return None
    value = DateValue(part.digits)
    assert value.earliest is not None
    assert value.latest is not None
    return DateValue(f"{DateValue.of(value.earliest.year)}/{DateValue.of(value.latest.year)}")


def _century(part: _Part) -> tuple[int, bool]:
    """The number of the century as people count, and whether it lies before Christ."""
    return int(part.digits.lstrip("-")[:2]) + 1, part.digits.startswith("-")


# Chinese


def _chinese(value: DateValue, language: Language) -> str:
    words = _CHINESE[language]
    parts = _parts(value)
    if len(parts) == 1:
        assert parts[0] is not None
        return _chinese_part(parts[0], language)
    first, last = parts
    if last is None:
        assert first is not None
        return words.since.format(_chinese_part(first, language))
    if first is None:
        return words.until.format(_chinese_part(last, language))
    return f"{_chinese_part(first, language)}至{_chinese_rest(first, last, language)}"


def _chinese_rest(first: _Part, last: _Part, language: Language) -> str:
    """The end of a range without the year and month that it shares with the beginning."""
    said = _chinese_part(last, language)
    if (
        first.qualifier
        or last.qualifier
        or first.digits != last.digits
        or last.month is None
        or last.season is not None
    ):
        return said
    if first.month == last.month and last.day is not None:
        return f"{last.day}日"
    return said.partition("年")[2]


def _chinese_part(part: _Part, language: Language) -> str:
    words = _CHINESE[language]
    said = _chinese_plain(part, language)
    if part.qualifier in ("~", "%"):
        said = words.about.format(said)
    return words.uncertain.format(said) if part.qualifier in ("?", "%") else said


def _chinese_plain(part: _Part, language: Language) -> str:
    astride = _astride(part)
    if astride is not None:
        return _chinese(astride, language)
    if part.digits.endswith("XX"):
        number, bc = _century(part)
        return ("公元前" if bc else "") + _CHINESE[language].century.format(number)
    if part.digits.endswith("X"):
        return f"{_chinese_year(part.year)}代"
    return _chinese_year(part.year) + _chinese_month_and_day(part, language)


def _chinese_year(year: int) -> str:
    if year <= 0:
        return f"公元前{1 - year}年"
    return f"公元{year}年" if year < 100 else f"{year}年"


def _chinese_month_and_day(part: _Part, language: Language) -> str:
    if part.season is not None:
        return _SEASONS[language][part.season]
    month = f"{part.month}月" if part.month else ""
    return month + (f"{part.day}日" if part.day else "")


# English


def _english(value: DateValue) -> str:
    parts = _parts(value)
    if len(parts) == 1:
        assert parts[0] is not None
        return _english_part(parts[0])
    first, last = parts
    if last is None:
        assert first is not None
        return f"since {_english_part(first)}"
    if first is None:
        return f"up to {_english_part(last)}"
    return _english_range(first, last)


def _english_range(first: _Part, last: _Part) -> str:
    if first.qualifier or last.qualifier or first.is_bc or last.is_bc or "X" in first.digits + last.digits:
        return f"{_english_part(first)} – {_english_part(last)}"
    if first.day and last.day and first.digits == last.digits:
        if first.month == last.month:
            return f"{first.day}–{_english_part(last)}"
        return f"{first.day} {_english_month(first)} – {_english_part(last)}"
    if first.digits == last.digits and first.month and last.month and not first.day and not last.day:
        return f"{_english_month(first)}–{_english_part(last)}"
    dash = " – " if first.month or last.month else "–"
    return _english_part(first) + dash + _english_part(last)


def _english_part(part: _Part) -> str:
    said = _english_plain(part)
    if part.qualifier in ("~", "%"):
        said = f"about {said}"
    return f"{said} (uncertain)" if part.qualifier in ("?", "%") else said


def _english_plain(part: _Part) -> str:
    astride = _astride(part)
    if astride is not None:
        return _english(astride)
    if part.digits.endswith("XX"):
        number, bc = _century(part)
        return f"the {_ordinal(number)} century{' BC' if bc else ''}"
    if part.digits.endswith("X"):
        return f"the {part.year}s"
    day = f"{part.day} " if part.day else ""
    month = f"{_english_month(part)} " if part.month else ""
    return day + month + _english_year(part.year)


def _english_month(part: _Part) -> str:
    assert part.month is not None
    return _MONTHS[part.month - 1] if part.season is None else _SEASONS[Language.ENGLISH][part.season]


def _english_year(year: int) -> str:
    if year <= 0:
        return f"{1 - year} BC"
    return f"AD {year}" if year < 100 else str(year)


def _ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
