"""What a match of each rule for reign eras and the sixty-year cycle says; None where it is no date after all."""

from __future__ import annotations

import re
from dataclasses import replace

from questions.expressions import zh_words as words
from questions.expressions.era_years import era_at_end, is_solar, year_of_era, years_of_era
from questions.expressions.mention import Mention, Moment
from questions.expressions.numerals import chinese_number
from questions.expressions.resolving import CYCLE, LAST_LUNAR_YEAR, LUNAR
from questions.expressions.zh_mentions import number_of, range_end, seen
from questions.regex import regex

_LAST_MONTHS = frozenset(["十一", "十二", "臘", "腊", "11", "12"])
_REPUBLIC = 1912


def era_date(match: re.Match[str]) -> Mention | None:
    number = chinese_number(match["n"])
    if match["gy"]:
        return seen(match, Moment(year=int(match["gy"]), month=number_of(match["gm"]), day=number_of(match["gd"])))
    solar = is_solar(match["era"], number)
    if match["gloss"] and not solar:
        return seen(match, Moment(year=int(match["gloss"])))
    try:
        year = int(match["gloss"] or year_of_era(match["era"], number))
    except ValueError as reason:
        return replace(seen(match, Moment()), reason=str(reason))
    if not solar:
        return _lunar(match, year, match["m"])
    first = Moment(year=year, month=number_of(match["m"]), day=number_of(match["d"]))
    return seen(match, first, range_end(match, "2"), match["part"])


def _lunar(match: re.Match[str], year: int, month: str | None) -> Mention:
    """A lunar month fixes the year; the last two may lie in the next."""
    return seen(match, Moment(year=year), Moment(year=year + 1) if month in _LAST_MONTHS else None)


def reads_as_lunar(match: re.Match[str], first: Moment) -> bool:
    """Whether the month of a common year is written as a lunar one: 1644年三月十九日, 1368年正月."""
    month = match["m1"]
    if not month or month.isdecimal() or first.year is None or first.year > LAST_LUNAR_YEAR:
        return False
    return match["y1"].isdecimal() or MOON_DAY.match(match.string, match.end()) is not None


MOON_DAY = regex("初[一二三四五六七八九十]")
"""A day that only the lunar calendar has."""


def lunar_date(match: re.Match[str], first: Moment) -> Mention:
    """The year of a date whose month is lunar, with what its day is written in."""
    assert first.year is not None
    day = MOON_DAY.match(match.string, match.end())
    return replace(_lunar(match, first.year, match["m1"]), end=day.end() if day else match.end())


def era_range(match: re.Match[str]) -> Mention | None:
    first = _year(match["era"], match["n"], "1", match)
    last_era = era_at_end(match["era2"]) if match["era2"] else match["era"]
    if first is None or last_era is None:
        return None
    last = _year(last_era, match["n2"], "2", match)
    return seen(match, first, last) if last and (first.year or 0) <= (last.year or 0) else None


def _year(era: str, number: str, n: str, match: re.Match[str]) -> Moment | None:
    count = chinese_number(number)
    try:
        year = year_of_era(era, count)
    except ValueError:
        return None
    if not is_solar(era, count):
        return Moment(year=year)
    return Moment(year=year, month=number_of(match["m" + n]), day=number_of(match["d" + n]))


def year_with_era(match: re.Match[str]) -> Mention | None:
    year = chinese_number(match["y"])
    era = era_at_end(match["era"]) if match["era"] else None
    if match["era"] and era is None:
        return None
    if era is None or not is_solar(era, chinese_number(match["n"])):
        return _lunar(match, year, match["m"])
    moment = Moment(year=year, month=number_of(match["m"]), day=number_of(match["d"]))
    return seen(match, moment, range_end(match, "2"))


def named_reign(match: re.Match[str]) -> Mention | None:
    return seen(match, Moment(year=int(match["gloss"])))


def before_republic(match: re.Match[str]) -> Mention | None:
    return seen(match, Moment(year=_REPUBLIC - chinese_number(match["n"])))


def cyclic(match: re.Match[str]) -> Mention | None:
    return replace(seen(match, Moment(cycle=_place(match["cycle"]))), anchors=False)


def cyclic_of_era(match: re.Match[str]) -> Mention | None:
    place = _place(match["cycle"])
    years = [year for year in years_of_era(match["era"]) if (year - 4) % 60 == place]
    if len(years) != 1:
        return replace(seen(match, Moment()), reason=CYCLE)
    return seen(match, Moment(year=years[0]))


def _place(name: str) -> int:
    """甲子 is 0, 癸亥 is 59; of pairs that do not occur the nearest."""
    stem, branch = words.STEMS.index(name[0]), words.BRANCHES.index(name[1])
    return next((place for place in range(60) if place % 10 == stem and place % 12 == branch), stem)


def lunar(match: re.Match[str]) -> Mention | None:
    return replace(seen(match, Moment()), anchors=False, reason=LUNAR)
