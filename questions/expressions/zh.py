"""Chinese date expressions: an ordered table of rules. The vocabulary stands in `zh_words`."""

from __future__ import annotations

import re
from dataclasses import replace

from questions.expressions import zh_words as words
from questions.expressions.era_years import era_pattern, is_solar, year_of_era
from questions.expressions.mention import Mention, Moment, Opening, Rule, Step, Unit
from questions.expressions.numerals import DIGIT, HAN_DIGIT, HAN_NUMBER, chinese_number

EVERY_YEAR = "It comes back every year."
NO_WHEN = "It says roughly how it lies to another time, not when."
CYCLE = "A year of this name comes back every sixty years."
ERA_UNKNOWN = "Which year of the common calendar is meant is not certain."


def _alternatives(options: list[str] | dict[str, object] | dict[str, int] | dict[str, str]) -> str:
    return "|".join(sorted(options, key=lambda option: (-len(option), option)))


def _part_pattern() -> str:
    parts = (f"{part}(?![{words.NOT_A_PART[part]}])" if part in words.NOT_A_PART else part for part in _by_length)
    return "|".join(parts)


_by_length = sorted(words.MODIFIERS, key=lambda word: (-len(word), word))
_PART = _part_pattern()
_SEASON = f"[春夏秋冬](?:季|天)?(?![{words.NOT_A_SEASON}])"

_FREE = rf"(?<!{DIGIT})(?<![.第])"  # not within a longer number or an ordinal
_YEAR_DIGITS = rf"(?:{DIGIT}{{4}}|(?:{HAN_DIGIT}|{DIGIT}){{4}})"
_MONTH = rf"(?:{DIGIT}{{1,2}}|十[一二]?|[一二三四五六七八九])"
_DAY = rf"(?:{DIGIT}{{1,2}}|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])"
_BC = "(?:公元前|西元前|紀元前|纪元前|前)"
_AD = "(?:公元|西元)"
_DASH = r"(?:\s?[-–—－―~～〜﹣─]{1,2}\s?|\s?(?:至|到|迄)\s?)"


def _calendar(n: str) -> str:
    """A date from its year down, with the number of a month or day after it; its groups end in `n`."""
    return (
        rf"(?:(?P<bc{n}>{_BC})|{_AD})?\s?(?P<y{n}>{_YEAR_DIGITS}|(?<=[前元]){DIGIT}{{1,3}}|(?<=[前元]){HAN_NUMBER}{{1,4}})\s?年"
        rf"(?:(?P<ypart{n}>{_PART})|的?(?P<season{n}>{_SEASON})|的?\s?(?P<m{n}>{_MONTH})\s?月{_month_tail(n)})?"
    )


def _month_tail(n: str) -> str:
    return rf"(?:份?(?P<mpart{n}>{_PART})|份|\s?(?P<d{n}>{_DAY})\s?[日號号])?"


_ABOUT = r"(?:(?P<about>(?<![条條公契合签簽订訂预預制節节])大?[约約](?:在|於|于)?\s?))?"
_EVERY = r"(?P<every>每[年逢](?:的|在|於|于)?)?"
_UNTIL = r"(?P<until>(?:截[至止]|直[到至])(?:於|于|了)?\s?)?"
_AFTER = (
    r"(?P<around>左右|[前][後后])?"
    r"(?:(?P<since>起|[之]?[以][來来]|至今|迄今|开始至今|開始至今)|(?P<before>[以之]前|前(?=[，,。；、]))"
    r"|(?P<after>[以之][後后]|[後后](?=[，,。；、])))?"
)


def _rest_of_range(n: str) -> str:
    """What may follow a dash: a later date that leaves out what it shares with the first."""
    return (
        rf"(?:{_DASH}(?:{_calendar(n)}|(?P<mm{n}>{_MONTH})\s?月(?:份?(?P<mmpart{n}>{_PART})|份|(?P<dd{n}>{_DAY})\s?[日號号])?"
        rf"|(?P<ddd{n}>{_DAY})\s?[日號号])(?:間|间|期間|期间)?)?"
    )


# Builders: a match → what it says


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


def _calendar_date(match: re.Match[str]) -> Mention | None:
    first, last = _calendar_moment(match, "1"), _range_end(match, "2")
    if first.year == 0 or match.string[match.end() :].startswith(("问题", "問題")):
        return None
    if last is not None and last.year is None and last.month is None and first.day is None:
        return None
    return _mention(match, first, last, match["ypart1"] or match["mpart1"])


def _short_year(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(year=chinese_number(match["y"]), month=_number(match["m"]), day=_number(match["d"])))


def _years(match: re.Match[str]) -> Mention | None:
    first, last = chinese_number(match["first"]), chinese_number(match["last"])
    if last < 100 <= first:
        last += first // 100 * 100
    return _mention(match, Moment(year=first), Moment(year=last)) if first <= last else None


def _shared_year_sign(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(year=chinese_number(match["y"])))


def _bracketed_years(match: re.Match[str]) -> Mention | None:
    first, last = int(match["first"]), _number(match["last"])
    if last is not None and last < first:
        return None
    return replace(_mention(match, Moment(year=first), Moment(year=last) if last else None), anchors=False)


def _month_date(match: re.Match[str]) -> Mention | None:
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


def _bare_day(match: re.Match[str]) -> Mention | None:
    day = chinese_number(match["d"])
    return _mention(match, Moment(day=day)) if 1 <= day <= 31 else None


def _iso(match: re.Match[str]) -> Mention | None:
    year, month, day = (int(match[name]) for name in ("y", "m", "d"))
    return _mention(match, Moment(year=year, month=month, day=day))


def _century_moment(number: int, before_christ: bool) -> Moment:
    year = (number - 1) * 100
    return Moment(year=-(year or 1) if before_christ else year, digits=2)


def _century(match: re.Match[str]) -> Mention | None:
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


def _decades(match: re.Match[str]) -> Mention | None:
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


def _era_date(match: re.Match[str]) -> Mention | None:
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


def _named_reign(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(year=int(match["gloss"])))


def _relative_year(match: re.Match[str]) -> Mention | None:
    step = Step(unit=Unit.YEAR, count=words.RELATIVE_YEARS[match["which"]])
    season = match["season"]
    month = words.SEASONS[season[0]] if season else _number(match["m"])
    moment = Moment(month=month, day=_number(match["d1"]), step=step)
    return _mention(match, moment, _range_end(match, "2"), match["ypart"] or match["mpart1"])


def _relative_month(match: re.Match[str]) -> Mention | None:
    count = 0 if match["which"] in "同當当" else 1
    moment = Moment(day=_number(match["d"]), step=Step(unit=Unit.MONTH, count=count))
    return _mention(match, moment, part=match["part"])


def _relative_day(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(step=Step(unit=Unit.DAY, count=words.RELATIVE_DAYS[match["which"]])))


def _counted(match: re.Match[str]) -> Mention | None:
    unit, count = words.UNITS[match["unit"]], chinese_number(match["n"])
    if match["half"] or not 1 <= count <= 300:
        return None
    return replace(_mention(match, Moment(step=Step(unit=unit.unit, count=count))), modifier=None)


def _vague(match: re.Match[str]) -> Mention | None:
    return Mention(start=match.start(), end=match.end(), first=Moment(), anchors=False, reason=NO_WHEN)


def _cyclic(match: re.Match[str]) -> Mention | None:
    return Mention(start=match.start(), end=match.end(), first=Moment(), anchors=False, reason=CYCLE)


_ERA = rf"(?P<era>{era_pattern()})"
_ERA_NUMBER = rf"(?P<n>{DIGIT}{{1,3}}|{HAN_NUMBER}{{1,4}}|元)"
_LUNAR_DAY = rf"(?:{_DAY}\s?[日號号]|初[一二三四五六七八九十]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九])"

RULES: tuple[Rule, ...] = (
    Rule(
        name="soon, last year and other words without a date",
        pattern=re.compile(_alternatives(words.VAGUE)),
        build=_vague,
        example="随即",
    ),
    Rule(
        name="numeric date",
        pattern=re.compile(rf"{_FREE}(?P<y>\d{{4}})(?P<dash>[-/.])(?P<m>\d{{1,2}})(?P=dash)(?P<d>\d{{1,2}})(?!\d)"),
        build=_iso,
        example="2008-08-26",
    ),
    Rule(
        name="century, with its decade or its part",
        pattern=re.compile(
            rf"{_ABOUT}{_UNTIL}{_FREE}(?P<bc>{_BC})?{_AD}?\s?(?P<n>{DIGIT}{{1,2}}|{HAN_NUMBER}{{1,3}})"
            rf"(?:(?:{_DASH}|、)(?P<last>{DIGIT}{{1,2}}|{HAN_NUMBER}{{1,3}}))?\s?世[紀纪]"
            rf"(?:的?\s?(?P<decade>{DIGIT}0|[一二三四五六七八九]十|[一二三四五六七八九][〇零0])(?:{_DASH}(?P<decade2>{DIGIT}0|[一二三四五六七八九]十))?\s?年代)?"
            rf"(?P<part>{_PART})?{_AFTER}"
        ),
        build=_century,
        example="19世纪60年代",
    ),
    Rule(
        name="decade",
        pattern=re.compile(
            rf"{_ABOUT}{_UNTIL}{_FREE}(?:(?P<era>民[國国])|{_AD})?\s?(?P<n>{DIGIT}{{3}}0|{HAN_DIGIT}{{3}}[〇零○]|{DIGIT}0|[一二三四五六七八九][十〇零])"
            rf"(?:年代)?(?:(?:{_DASH}|、)(?P<last>{DIGIT}{{3}}0|{DIGIT}0|[一二三四五六七八九][十〇零]))?\s?年代(?P<part>{_PART})?{_AFTER}"
        ),
        build=_decades,
        example="1950年代",
    ),
    Rule(
        name="year of an era, with its month and day",
        pattern=re.compile(
            rf"{_ERA}{_ERA_NUMBER}\s?年(?P<part>{_PART})?(?:[（(](?:公元|西元|即)?(?P<gloss>\d{{3,4}})年?[）)])?"
            rf"(?:\s?[閏闰]?(?P<m>{_MONTH}|正|[臘腊])\s?月(?:\s?(?:(?P<d>{_DAY})\s?[日號号]|{_LUNAR_DAY}))?)?{_rest_of_range('2')}"
        ),
        build=_era_date,
        example="民國38年12月7日",
    ),
    Rule(
        name="year of any reign with its year in brackets",
        pattern=re.compile(
            rf"(?P<n>{DIGIT}{{1,2}}|{HAN_NUMBER}{{1,3}}|元)年[（(](?:公元|西元|即)?(?P<gloss>\d{{3,4}})年?[）)]"
        ),
        build=_named_reign,
        example="康熙十七年(1678年)",
    ),
    Rule(
        name="years that share one 年",
        pattern=re.compile(
            rf"{_ABOUT}{_FREE}{_AD}?(?P<first>{_YEAR_DIGITS}){_DASH}(?P<last>{_YEAR_DIGITS}|{DIGIT}{{2}})\s?年(?:間|间|期間|期间)?"
        ),
        build=_years,
        example="1918-1920年",
    ),
    Rule(
        name="year before a coordinated year",
        pattern=re.compile(
            rf"{_FREE}(?P<y>{DIGIT}{{4}})(?=(?:、|和|及|與|与|或)(?:{DIGIT}{{4}}(?:、|和|及|與|与|或))*{DIGIT}{{4}}\s?年)"
        ),
        build=_shared_year_sign,
        example="1974和1976年",
    ),
    Rule(
        name="year, with its month and day, or a range from it",
        pattern=re.compile(rf"{_ABOUT}{_UNTIL}{_FREE}{_calendar('1')}{_rest_of_range('2')}{_AFTER}"),
        build=_calendar_date,
        example="2006年5月11日至13日",
    ),
    Rule(
        name="year before 1000",
        pattern=re.compile(
            rf"(?:^|(?<=[\s，,。；;：:、（(在於于至到自從从由及和與与「]))(?P<y>{DIGIT}{{3}})\s?年(?![{words.COUNTED_YEARS}])"
            rf"(?:(?P<m>{_MONTH})月(?:(?P<d>{_DAY})[日號号])?)?",
            re.MULTILINE,
        ),
        build=_short_year,
        example="965年，吴昌文战死",
    ),
    Rule(
        name="years in brackets",
        pattern=re.compile(r"(?<=[（(])(?P<first>1\d{3}|20\d{2})(?:\s?[-–—－~]\s?(?P<last>1\d{3}|20\d{2}))?(?=[）)])"),
        build=_bracketed_years,
        example="（1893－1976）",
    ),
    Rule(
        name="the same or the next year",
        pattern=re.compile(
            rf"(?P<which>{_alternatives(words.RELATIVE_YEARS)})年(?:(?P<ypart>{_PART})|的?(?P<season>{_SEASON})"
            rf"|\s?(?P<m>{_MONTH})\s?月{_month_tail('1')})?{_rest_of_range('2')}{_AFTER}"
        ),
        build=_relative_year,
        example="同年4月19日",
    ),
    Rule(
        name="the same or the next month",
        pattern=re.compile(rf"(?P<which>[同當当次翌])月(?:份?(?P<part>{_PART})|(?P<d>{_DAY})[日號号])?"),
        build=_relative_month,
        example="同月10日",
    ),
    Rule(
        name="the same or the next day",
        pattern=re.compile(r"(?P<which>[同當当次翌])[日天](?![本報报軍军耳])"),
        build=_relative_day,
        example="翌日",
    ),
    Rule(
        name="so many days, months, years later",
        pattern=re.compile(
            rf"(?<![第過过歷历近約约大超達达])(?P<n>{DIGIT}{{1,3}}|{HAN_NUMBER}{{1,3}})[個个]?(?P<half>半)?(?P<unit>{_alternatives(words.UNITS)})之?[後后](?![的代備备])"
        ),
        build=_counted,
        example="三天后",
    ),
    Rule(
        name="month, with its day, or a range from it",
        pattern=re.compile(
            rf"{_EVERY}{_FREE}(?P<m>{_MONTH})\s?月(?![球台亮光]){_month_tail('1')}{_rest_of_range('2')}{_AFTER}"
        ),
        build=_month_date,
        example="8月26日",
    ),
    Rule(
        name="day of the month",
        pattern=re.compile(rf"{_FREE}(?<![年月\d])(?P<d>{DIGIT}{{1,2}})日(?![本內内後后間间元圓圆軍军期報报])"),
        build=_bare_day,
        example="10日",
    ),
    Rule(
        name="year of the sixty-year cycle",
        pattern=re.compile("[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"),
        build=_cyclic,
        example="庚申年",
    ),
)
"""The rules in the order in which they are tried; the first that answers wins."""

TRIGGER = re.compile(
    rf"{_alternatives(words.VAGUE)}|{_ERA}(?=[元0-9０-９〇零○一二三四五六七八九十廿卅])|每[年逢](?:的|在|於|于)?(?={DIGIT}|[一二三四五六七八九十])"
    rf"|(?:截[至止]|直[到至])(?:於|于|了)?|大?[约約](?:在|於|于)?(?=\s?[公西前0-9０-９一二])|公元前?|西元前?|紀元前|纪元前"
    rf"|前(?={DIGIT}|{HAN_NUMBER})|{DIGIT}+|{HAN_NUMBER}+"
    rf"|[同當当次翌明](?=[年月日天])|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"
)
"""Where a date can begin. What it matches holds the beginning of no other date."""
