"""What a match of each Chinese rule says; None where it is no date after all."""

from __future__ import annotations

import re
from dataclasses import replace

from questions.expressions import zh_words as words
from questions.expressions.era_years import is_solar, year_of_era
from questions.expressions.mention import Mention, Moment, Opening, Step, Unit, is_lifetime
from questions.expressions.numerals import chinese_number

EVERY_YEAR = "It comes back every year."
NO_WHEN = "It is given only in relation to another time."
CYCLE = "A year of this name comes back every sixty years."


def _number(text: str | None) -> int | None:
    return chinese_number(text) if text else None


def _year(match: re.Match[str], n: str) -> int:
    year = chinese_number(match["y" + n])
    return 1 - year if match["bc" + n] else year


def _calendar_moment(match: re.Match[str], n: str) -> Moment:
    season = match["season" + n]
    month = words.SEASONS[season[0]] if season else _number(match["m" + n])
    return Moment(year=_year(match, n), month=month, day=_number(match["d" + n]))


def _range_end(match: re.Match[str], n: str) -> Moment | None:
    groups = match.groupdict()
    if groups["y" + n]:
        return _calendar_moment(match, n)
    if groups["mm" + n]:
        return Moment(month=_number(groups["mm" + n]), day=_number(groups["dd" + n]))
    return Moment(day=_number(groups["ddd" + n])) if groups["ddd" + n] else None


def _mention(match: re.Match[str], first: Moment, last: Moment | None = None, part: str | None = None) -> Mention:
    groups = match.groupdict()
    opening = Opening.SINCE if groups.get("since") else Opening.UNTIL if groups.get("until") and not last else None
    modifier = words.MODIFIERS.get(part or "")
    modifier = "before" if groups.get("before") else "after" if groups.get("after") else modifier
    return Mention(
        start=match.start(),
        end=match.end(),
        first=first,
        last=last,
        approximate=bool(groups.get("about") or groups.get("around")) and not opening,
        opening=opening if last is None else None,
        modifier=modifier,
        anchors=match.string[match.end() : match.end() + 1] != "《",
        reason=EVERY_YEAR if groups.get("every") else None,
    )


def calendar_date(match: re.Match[str]) -> Mention | None:
    first, last = _calendar_moment(match, "1"), _range_end(match, "2")
    if first.year == 0 or match.string[match.end() :].startswith(("问题", "問題")):
        return None
    if last is not None and last.year is None and last.month is None and first.day is None:
        return None
    return _mention(match, first, last, match["ypart1"] or match["mpart1"])


def birth_date(match: re.Match[str]) -> Mention | None:
    first, last = _calendar_moment(match, "1"), _calendar_moment(match, "2")
    return _mention(match, first) if is_lifetime(first, last) else None


def short_year(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(year=chinese_number(match["y"]), month=_number(match["m"]), day=_number(match["d"])))


def years(match: re.Match[str]) -> Mention | None:
    first, last = chinese_number(match["first"]), chinese_number(match["last"])
    if last < 100 <= first:
        last += first // 100 * 100
    return _mention(match, Moment(year=first), Moment(year=last)) if first <= last else None


def shared_year_sign(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(year=chinese_number(match["y"])))


def bracketed_years(match: re.Match[str]) -> Mention | None:
    first, last = int(match["first"]), _number(match["last"])
    if last is not None and last < first:
        return None
    return replace(_mention(match, Moment(year=first), Moment(year=last) if last else None), anchors=False)


def month_date(match: re.Match[str]) -> Mention | None:
    month, day = chinese_number(match["m"]), _number(match["d1"])
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    bare = day is None and not match["mpart1"]
    if (
        bare
        and not match["m"].isdecimal()
        and match.string[match.end() : match.end() + 1] in tuple(words.MONTH_NAMES_NOT)
    ):
        return None
    return _mention(match, Moment(month=month, day=day), _range_end(match, "2"), match["mpart1"])


def bare_day(match: re.Match[str]) -> Mention | None:
    day = chinese_number(match["d"])
    return _mention(match, Moment(day=day)) if 1 <= day <= 31 else None


def iso(match: re.Match[str]) -> Mention | None:
    year, month, day = (int(match[name]) for name in ("y", "m", "d"))
    return _mention(match, Moment(year=year, month=month, day=day))


def _century_moment(number: int, before_christ: bool) -> Moment:
    year = (number - 1) * 100
    return Moment(year=-(year or 1) if before_christ else year, digits=2)


def century(match: re.Match[str]) -> Mention | None:
    number = chinese_number(match["n"])
    if not 1 <= number <= 30:
        return None
    first = _century_moment(number, bool(match["bc"]))
    last = _century_moment(chinese_number(match["last"]), bool(match["bc"])) if match["last"] else None
    if match["decade"]:
        assert first.year is not None
        return _mention(
            match,
            Moment(year=first.year + _decade(match["decade"]), digits=3),
            _last_decade(match, first),
            match["part"],
        )
    return _mention(match, first, last, match["part"])


def _last_decade(match: re.Match[str], century: Moment) -> Moment | None:
    assert century.year is not None
    return Moment(year=century.year + _decade(match["decade2"]), digits=3) if match["decade2"] else None


def _decade(text: str) -> int:
    """90, ９０, 九十, 九零 → 90."""
    return chinese_number(text)


def decades(match: re.Match[str]) -> Mention | None:
    value = _decade(match["n"])
    if value % 10 or (100 <= value < 1000):
        return None
    era = match["era"]
    if era:
        first = year_of_era("民國", value + 1)
        return _mention(match, Moment(year=first), Moment(year=first + 9), match["part"])
    last = _decade(match["last"]) if match["last"] else None
    ending = Moment(year=last, digits=3, needs_century=last < 100) if last is not None else None
    return _mention(match, Moment(year=value, digits=3, needs_century=value < 100), ending, match["part"])


def era_date(match: re.Match[str]) -> Mention | None:
    number = chinese_number(match["n"])
    if match["gloss"]:
        return _mention(match, Moment(year=int(match["gloss"])))
    try:
        year = year_of_era(match["era"], number)
    except ValueError as reason:
        return replace(_mention(match, Moment()), reason=str(reason))
    if not is_solar(match["era"], number):
        late = match["m"] in ("十一", "十二", "臘", "腊", "11", "12")
        return _mention(match, Moment(year=year), Moment(year=year + 1) if late else None)
    first = Moment(year=year, month=_number(match["m"]), day=_number(match["d"]))
    return _mention(match, first, _range_end(match, "2"), match["part"])


def named_reign(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(year=int(match["gloss"])))


def relative_year(match: re.Match[str]) -> Mention | None:
    step = Step(unit=Unit.YEAR, count=words.RELATIVE_YEARS[match["which"]])
    season = match["season"]
    month = words.SEASONS[season[0]] if season else _number(match["m"])
    moment = Moment(month=month, day=_number(match["d1"]), step=step)
    return _mention(match, moment, _range_end(match, "2"), match["ypart"] or match["mpart1"])


def part_of_year(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(step=Step(unit=Unit.YEAR, count=0)), part=match["part"])


def relative_month(match: re.Match[str]) -> Mention | None:
    count = 0 if match["which"] in "同當当" else 1
    moment = Moment(day=_number(match["d"]), step=Step(unit=Unit.MONTH, count=count))
    return _mention(match, moment, part=match["part"])


def relative_day(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(step=Step(unit=Unit.DAY, count=words.RELATIVE_DAYS[match["which"]])))


def counted(match: re.Match[str]) -> Mention | None:
    unit, count = words.UNITS[match["unit"]], chinese_number(match["n"])
    if match["half"] or not 1 <= count <= 300:
        return None
    return replace(_mention(match, Moment(step=Step(unit=unit.unit, count=count))), modifier=None)


def vague(match: re.Match[str]) -> Mention | None:
    return Mention(start=match.start(), end=match.end(), first=Moment(), anchors=False, reason=NO_WHEN)


def cyclic(match: re.Match[str]) -> Mention | None:
    return Mention(start=match.start(), end=match.end(), first=Moment(), anchors=False, reason=CYCLE)
