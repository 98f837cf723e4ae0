"""What a match of each Chinese rule says; None where it is no date after all."""

from __future__ import annotations

import re
from dataclasses import replace

from questions.expressions import zh_words as words
from questions.expressions.era_years import year_of_era
from questions.expressions.mention import Mention, Moment, Step, Unit, is_lifetime
from questions.expressions.numerals import chinese_number
from questions.expressions.zh_eras import MOON_DAY, lunar, lunar_date, reads_as_lunar
from questions.expressions.zh_forms import calendar
from questions.expressions.zh_mentions import calendar_moment, number_of, range_end, seen
from questions.regex import regex

NO_WHEN = "It is given only in relation to another time."
LENGTH_OR_YEAR = "It is a year or a number of years."


def calendar_date(match: re.Match[str]) -> Mention | None:
    first, last = calendar_moment(match, "1"), range_end(match, "2")
    if first.year == 0 or match.string.startswith(("问题", "問題"), match.end()):
        return None
    if last is not None and last.year is None and last.month is None and first.day is None:
        return None
    if last is not None and is_lifetime(first, last):
        return replace(seen(match, first), end=match.end("first"))  # a birth; the death is a date of its own
    if last is None and (ending := _BETWEEN.match(match.string, match.end())):
        return replace(seen(match, first, calendar_moment(ending, "2")), end=ending.end())
    if reads_as_lunar(match, first):
        return lunar_date(match, first)
    if _may_count_years(match, first):
        return replace(seen(match, Moment()), anchors=False, reason=LENGTH_OR_YEAR)
    return seen(match, first, last, match["ypart1"] or match["mpart1"])


_BETWEEN = regex(rf"[和與与及]{calendar('2')}之[間间]")  # 1937年与1945年之间


def _may_count_years(match: re.Match[str], first: Moment) -> bool:
    """Whether 「2000年前」 may mean two thousand years ago."""
    bare = first.month is None and not match["bc1"] and match[0].endswith(("前", "后", "後")) and not match["around"]
    ago = match.string[max(0, match.start() - 2) : match.start()].endswith(("距今", "今约", "今約", "今"))
    return bare and (ago or (first.year or 0) > _LATEST or (first.year or 0) % 100 == 0) and match[0][-2] not in "以之"


_LATEST = 2100


def short_year(match: re.Match[str]) -> Mention | None:
    if "年" not in match[0]:
        return None
    season, last = match["season"], number_of(match["last"])
    month = words.SEASONS[season[0]] if season else number_of(match["m"])
    first = Moment(year=chinese_number(match["y"]), month=month, day=number_of(match["d"]))
    return seen(match, first, Moment(year=last) if last else None, match["part"])


_CENTURIES_TOLD = regex("世[紀纪]|[0-9]{3}年")


def year_among_centuries(match: re.Match[str]) -> Mention | None:
    """「770年後」 is a year where its sentence speaks of centuries and the number is too exact for a length of time."""
    year, before = chinese_number(match["y"]), match.string[max(0, match.start() - 40) : match.start()]
    told = _CENTURIES_TOLD.search(before, before.rfind("。") + 1)
    return seen(match, Moment(year=year)) if told and year % 100 else None


def years(match: re.Match[str]) -> Mention | None:
    first, last = chinese_number(match["first"]), chinese_number(match["last"] or match["short"])
    if last < 100 <= first:
        last += first // 100 * 100
    return seen(match, Moment(year=first), Moment(year=last)) if first <= last else None


def sports_season(match: re.Match[str]) -> Mention | None:
    first, last = int(match["first"]), number_of(match["last"])
    if last is None:
        return seen(match, Moment(year=first))
    return seen(match, Moment(year=first), Moment(year=first + 1)) if last % 100 == (first + 1) % 100 else None


def shared_months(match: re.Match[str]) -> Mention | None:
    """5至7月, 5、6月: a range; of 5、8月 the first, which the second is read after."""
    year, first, last = number_of(match["y"]), chinese_number(match["first"]), chinese_number(match["last"])
    if not (1 <= first <= 12 and 1 <= last <= 12 and first != last):
        return None
    if _lists(match, first, last):
        return replace(seen(match, Moment(year=year, month=first)), end=match.end("first"))
    over = Step(unit=Unit.YEAR, count=1) if first > last else None
    return seen(match, Moment(year=year, month=first), Moment(month=last, step=over))


def shared_days(match: re.Match[str]) -> Mention | None:
    """1至7日, 1、2日: a range; of 1、7日 the first, which the second is read after."""
    year, month = number_of(match["y"]), chinese_number(match["m"])
    first, last = chinese_number(match["first"]), chinese_number(match["last"])
    if not (1 <= month <= 12 and first < last):
        return None
    moment = Moment(year=year, month=month, day=first)
    if _lists(match, first, last):
        return replace(seen(match, moment), end=match.end("first"))
    return seen(match, moment, Moment(day=last))


def _lists(match: re.Match[str], first: int, last: int) -> bool:
    return match["join"] in tuple("、和及與与") and last != first + 1


def shared_year_sign(match: re.Match[str]) -> Mention | None:
    return seen(match, Moment(year=chinese_number(match["y"])))


def bracketed_years(match: re.Match[str]) -> Mention | None:
    first, last = int(match["first"]), number_of(match["last"])
    if last is not None and last < first:
        return None
    return replace(seen(match, Moment(year=first), Moment(year=last) if last else None), anchors=False)


def month_date(match: re.Match[str]) -> Mention | None:
    month, day = chinese_number(match["m"]), number_of(match["d1"])
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    bare = day is None and not match["mpart1"]
    if (
        bare
        and not match["m"].isdecimal()
        and match.string[match.end() : match.end() + 1] in tuple(words.MONTH_NAMES_NOT)
    ):
        return None
    if bare and MOON_DAY.match(match.string, match.end()):
        return lunar(match)
    moment = Moment(month=month, day=day, may_be_lunar=not match["m"].isdecimal())
    return seen(match, moment, range_end(match, "2"), match["mpart1"])


def bare_day(match: re.Match[str]) -> Mention | None:
    day = chinese_number(match["d"])
    return seen(match, Moment(day=day)) if 1 <= day <= 31 else None


def iso(match: re.Match[str]) -> Mention | None:
    year, month, day = (int(match[name]) for name in ("y", "m", "d"))
    return seen(match, Moment(year=year, month=month, day=day))


def _century_moment(number: int, before_christ: bool) -> Moment:
    year = (number - 1) * 100
    return Moment(year=-(year or 1) if before_christ else year, digits=2)


def century(match: re.Match[str]) -> Mention | None:
    number = chinese_number(match["n"])
    if not 1 <= number <= 30:
        return None
    first = _century_moment(number, bool(match["bc"]))
    if match["decade"]:
        assert first.year is not None
        decades = [
            Moment(year=first.year + _decade(text), digits=3) for text in match.group("decade", "decade2") if text
        ]
        return seen(match, decades[0], decades[1] if len(decades) > 1 else None, match["part"])
    return seen(match, first, _last_century(match, number), match["part"])


def _last_century(match: re.Match[str], first: int) -> Moment | None:
    if match["last"]:
        return _century_moment(chinese_number(match["last"]), bool(match["bc"]))
    if not match["last2"]:
        return None
    last = chinese_number(match["last2"])
    return _century_moment(last, bool(match["bc2"] or (match["bc"] and not match["ad2"] and last < first)))


def _decade(text: str) -> int:
    """90, ９０, 九十, 九零 → 90; 九 → 90."""
    value = chinese_number(text)
    return value * 10 if value < 10 else value


def decades(match: re.Match[str]) -> Mention | None:
    value = _decade(match["n"])
    if value % 10 or (100 <= value < 1000):
        return None
    era = match["era"]
    if era:
        first = year_of_era("民國", value)
        return seen(match, Moment(year=first), Moment(year=first + 9), match["part"])
    last = _decade(match["last"]) if match["last"] else None
    ending = Moment(year=last, digits=3, needs_century=last < 100) if last is not None else None
    return seen(match, Moment(year=value, digits=3, needs_century=value < 100), ending, match["part"])


def _counts_from_elsewhere(match: re.Match[str]) -> bool:
    """Whether 第二年 or 前一年 counts from what stands before it in its clause: 婚后第二年, 死前一年."""
    return (
        match["which"][-1] in "一二" and _HAN.match(match.string[max(0, match.start() - 1) : match.start()]) is not None
    )


_HAN = regex("[\u4e00-\u9fff]")


def relative_year(match: re.Match[str]) -> Mention | None:
    if _counts_from_elsewhere(match):
        return vague(match)
    step = Step(unit=Unit.YEAR, count=words.RELATIVE_YEARS[match["which"]])
    season = match["season"]
    month = words.SEASONS[season[0]] if season else number_of(match["m"])
    lunar_form = bool(match["m"]) and not match["m"].isdecimal()
    moment = Moment(month=month, day=number_of(match["d1"]), step=step, may_be_lunar=lunar_form)
    return seen(match, moment, range_end(match, "2"), match["ypart"] or match["mpart1"])


def part_of_year(match: re.Match[str]) -> Mention | None:
    return seen(match, Moment(step=Step(unit=Unit.YEAR, count=0)), part=match["part"])


def relative_month(match: re.Match[str]) -> Mention | None:
    count = 0 if match["which"] in "同當当" else 1
    moment = Moment(day=number_of(match["d"]), step=Step(unit=Unit.MONTH, count=count))
    return seen(match, moment, part=match["part"])


def relative_day(match: re.Match[str]) -> Mention | None:
    if _counts_from_elsewhere(match):
        return vague(match)
    return seen(match, Moment(step=Step(unit=Unit.DAY, count=words.RELATIVE_DAYS[match["which"]])))


def counted(match: re.Match[str]) -> Mention | None:
    unit, count = words.UNITS[match["unit"]], chinese_number(match["n"])
    if match["half"] or not 1 <= count <= 300:
        return None
    return replace(seen(match, Moment(step=Step(unit=unit.unit, count=count))), modifier=None)


def years_on(match: re.Match[str]) -> Mention | None:
    """四年後的5月31日: of the year that is four on from the anchor's."""
    step = Step(unit=Unit.YEAR, count=chinese_number(match["n"]))
    return seen(match, Moment(month=number_of(match["m"]), day=number_of(match["d1"]), step=step), part=match["mpart1"])


def vague(match: re.Match[str]) -> Mention | None:
    moves = match[0] not in words.SOON
    return Mention(start=match.start(), end=match.end(), first=Moment(), anchors=False, reason=NO_WHEN, moves=moves)
