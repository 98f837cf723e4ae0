"""Chinese date expressions: an ordered table of rules.

The vocabulary stands in `zh_words`, the forms in `zh_forms`, and what a match says in `zh_readings`.
"""

from __future__ import annotations

import re

from questions.expressions import zh_readings as readings
from questions.expressions import zh_words as words
from questions.expressions.era_years import era_names
from questions.expressions.mention import Beginning, Rule
from questions.expressions.numerals import DIGIT, HAN_NUMBER
from questions.expressions.zh_era_rules import ERA_RULES, ERAS
from questions.expressions.zh_forms import (
    ABOUT,
    AD,
    AFTER,
    AND,
    BC,
    CENTURY,
    CYCLE,
    DASH,
    DAY,
    DURING,
    EVERY,
    FREE,
    HAN,
    MONTH,
    PART,
    SEASON,
    STANDS_OFF,
    UNTIL,
    YEAR_DIGITS,
    alternatives,
    calendar,
    decades,
    month_tail,
    rest_of_range,
)
from questions.regex import regex

RULES: tuple[Rule, ...] = (
    Rule(
        name="soon, last year and other words without a date",
        begins=(Beginning.WORD,),
        pattern=regex(alternatives(words.VAGUE)),
        build=readings.vague,
        example="随即",
    ),
    Rule(
        name="numeric date",
        begins=(Beginning.NUMBER,),
        pattern=regex(
            rf"{FREE}(?<!\d[-/])(?P<y>\d{{4}})(?P<dash>[-/.])(?P<m>\d{{1,2}})(?P=dash)(?P<d>\d{{1,2}})(?!\d)"
        ),
        build=readings.iso,
        example="2008-08-26",
    ),
    Rule(
        name="century, with its decade or its part",
        begins=(Beginning.NUMBER,),
        pattern=regex(
            rf"{ABOUT}{UNTIL}(?<!{DIGIT})(?<!\.)(?P<bc>{BC})?{AD}?\s?(?P<n>{CENTURY})(?:(?:{DASH}|、)(?P<last>{CENTURY}))?"
            rf"\s?世[紀纪](?:的?\s?{decades('decade', 'decade2')}\s?年代)?(?P<part>{PART})?"
            rf"(?:{DASH}(?:(?P<bc2>{BC})|(?P<ad2>{AD}))?\s?(?P<last2>{CENTURY})\s?世[紀纪](?:{PART})?{DURING})?{AFTER}"
        ),
        build=readings.century,
        example="19世纪60年代",
    ),
    Rule(
        name="decade",
        begins=(Beginning.NUMBER, Beginning.YEAR, Beginning.ERA),
        pattern=regex(
            rf"{ABOUT}{UNTIL}{FREE}(?:(?P<era>民[國国])|{AD})?\s?{decades('n', 'last')}\s?年代(?P<part>{PART})?{AFTER}"
        ),
        build=readings.decades,
        example="1950年代",
    ),
    *ERA_RULES,
    Rule(
        name="years that share one 年",
        begins=(Beginning.NUMBER, Beginning.YEAR),
        pattern=regex(
            rf"{ABOUT}{FREE}{AD}?(?P<first>{YEAR_DIGITS})(?:\s?年{DASH}(?P<short>{DIGIT}{{2}})|{DASH}(?P<last>{YEAR_DIGITS}|{DIGIT}{{2}}))"
            rf"\s?年(?!代){DURING}"
        ),
        build=readings.years,
        example="1918-1920年",
    ),
    Rule(
        name="year before a coordinated year",
        begins=(Beginning.NUMBER,),
        pattern=regex(
            rf"{FREE}(?P<y>{DIGIT}{{4}})(?=(?:、|和|及|與|与|或)(?:{DIGIT}{{4}}(?:、|和|及|與|与|或))*{DIGIT}{{4}}\s?年)"
        ),
        build=readings.shared_year_sign,
        example="1974和1976年",
    ),
    Rule(
        name="season of sport, or financial year",
        begins=(Beginning.NUMBER, Beginning.YEAR),
        pattern=regex(
            r"(?<![\d.])(?P<first>(?:1[89]|20)\d\d)(?:\s?[-–—－/~～至]\s?(?P<last>\d{4}|\d{2}))?(?=\s?(?:年?[賽赛球]季|年度|[學学财財]年))"
        ),
        build=readings.sports_season,
        example="2007–08赛季",
    ),
    Rule(
        name="months that share one 月",
        begins=(Beginning.NUMBER, Beginning.YEAR),
        pattern=regex(
            rf"{EVERY}{FREE}(?:(?P<y>{YEAR_DIGITS})\s?年的?\s?)?(?P<first>{MONTH})(?P<join>{DASH}|{AND})(?P<last>{MONTH})\s?月"
            rf"(?!\s?{DAY}\s?[日號号])份?{DURING}"
        ),
        build=readings.shared_months,
        example="5至7月",
    ),
    Rule(
        name="days that share one 日",
        begins=(Beginning.NUMBER, Beginning.YEAR),
        pattern=regex(
            rf"{EVERY}{FREE}(?:(?P<y>{YEAR_DIGITS})\s?年的?\s?)?(?P<m>{MONTH})\s?月\s?"
            rf"(?P<first>{DAY})(?P<join>{DASH}|{AND})(?P<last>{DAY})\s?[日號号]{DURING}"
        ),
        build=readings.shared_days,
        example="5月1至7日",
    ),
    Rule(
        name="year, with its month and day, or a range from it",
        begins=(Beginning.NUMBER, Beginning.YEAR),
        pattern=regex(rf"{ABOUT}{UNTIL}{FREE}(?P<first>{calendar('1')}){rest_of_range('2')}{AFTER}"),
        build=readings.calendar_date,
        example="2006年5月11日至13日",
    ),
    Rule(
        name="year before 1000",
        begins=(Beginning.NUMBER,),
        pattern=regex(
            rf"{STANDS_OFF}(?P<y>{DIGIT}{{3}})(?:\s?年(?![{words.COUNTED_YEARS}代])"
            rf"(?:(?P<part>{PART})|的?(?P<season>{SEASON})|(?P<m>{MONTH})月(?:(?P<d>{DAY})[日號号])?)?)?"
            rf"(?:{DASH}(?P<last>{DIGIT}{{3,4}})\s?年(?!代){DURING})?",
            re.MULTILINE,
        ),
        build=readings.short_year,
        example="965年，吴昌文战死",
    ),
    Rule(
        name="before or after a year of which the centuries are told",
        begins=(Beginning.NUMBER,),
        pattern=regex(
            rf"{STANDS_OFF}(?P<y>{DIGIT}{{3}})\s?年[以之]?(?:(?P<before>前)|(?P<after>[後后]))", re.MULTILINE
        ),
        build=readings.year_among_centuries,
        example="公元8世纪有女天皇，但是770年後没有",
    ),
    Rule(
        name="years in brackets",
        begins=(Beginning.NUMBER,),
        pattern=regex(r"(?<=[（(])(?P<first>1\d{3}|20\d{2})(?:\s?[-–—－~]\s?(?P<last>1\d{3}|20\d{2}))?(?=[）)])"),
        build=readings.bracketed_years,
        example="（1893－1976）",
    ),
    Rule(
        name="the same or the next year",
        begins=(Beginning.WORD,),
        pattern=regex(
            rf"(?P<which>{alternatives(words.RELATIVE_YEARS)})年(?![級级])(?:(?P<ypart>{PART})|的?(?P<season>{SEASON})"
            rf"|\s?(?P<m>{MONTH})\s?月{month_tail('1')})?{rest_of_range('2')}{AFTER}"
        ),
        build=readings.relative_year,
        example="同年4月19日",
    ),
    Rule(
        name="part of the year",
        begins=(Beginning.WORD,),
        pattern=regex(
            r"(?<![0-9０-９〇零○一二三四五六七八九十百千元同當当次翌明今去前每數数幾几多周週學学某整財财全歷历近半隔頭头])"
            r"年(?P<part>[底初末])(?![一二三四五六七八九十年級级])"
        ),
        build=readings.part_of_year,
        example="年底",
    ),
    Rule(
        name="the same or the next month",
        begins=(Beginning.WORD,),
        pattern=regex(rf"(?P<which>[同當当次翌])月(?:份?(?P<part>{PART})|(?P<d>{DAY})[日號号])?"),
        build=readings.relative_month,
        example="同月10日",
    ),
    Rule(
        name="the same or the next day",
        begins=(Beginning.WORD,),
        pattern=regex(rf"(?P<which>{alternatives(words.RELATIVE_DAYS)})[日天](?![本報报軍军耳])"),
        build=readings.relative_day,
        example="翌日",
    ),
    Rule(
        name="month of so many years later",
        begins=(Beginning.NUMBER,),
        pattern=regex(
            rf"(?<!{DIGIT})(?<![第過过約约])(?P<n>{DIGIT}{{1,2}}|{HAN_NUMBER}{{1,3}})年[之以]?[後后]的?\s?(?P<m>{MONTH})\s?月{month_tail('1')}"
        ),
        build=readings.years_on,
        example="四年後的5月31日",
    ),
    Rule(
        name="so many days, months, years later",
        begins=(Beginning.NUMBER,),
        pattern=regex(
            rf"(?:(?<!{HAN})|(?<=[在於于他她它們们但而且又並并僅仅短]))(?P<n>{DIGIT}{{1,3}}|{HAN_NUMBER}{{1,3}})[個个]?(?P<half>半)?(?P<unit>{alternatives(words.UNITS)})[之以]?[後后](?![的代備备])"
        ),
        build=readings.counted,
        example="三天后",
    ),
    Rule(
        name="so many days, months, years ago",
        begins=(Beginning.NUMBER,),
        pattern=regex(
            rf"(?<![第過过歷历近約约大超達达距今千萬万亿億])(?P<n>{DIGIT}{{1,2}}|{HAN_NUMBER}{{1,3}})[個个]?(?P<unit>{alternatives(words.UNITS)})[之以]?前(?=[，,的])"
        ),
        build=readings.vague,
        example="三天前，",
    ),
    Rule(
        name="month, with its day, or a range from it",
        begins=(Beginning.NUMBER,),
        pattern=regex(
            rf"{EVERY}{FREE}(?P<m>{MONTH})\s?月(?![球台亮光]|革命){month_tail('1')}{rest_of_range('2')}{AFTER}"
        ),
        build=readings.month_date,
        example="8月26日",
    ),
    Rule(
        name="day of the month",
        begins=(Beginning.NUMBER,),
        pattern=regex(rf"{FREE}(?<![年月\d])(?P<d>{DIGIT}{{1,2}})日(?![本內内後后間间元圓圆軍军期報报])"),
        build=readings.bare_day,
        example="10日",
    ),
)
"""The rules in the order in which they are tried; the first that answers wins."""

_BEGINNINGS = "".join(sorted({word[0] for word in [*words.VAGUE, *words.LUNAR, *era_names()]}))
_NUMERALS = "0-9０-９〇零○一二三四五六七八九十廿卅百千两兩"
_FIRST = rf"[{_NUMERALS}{_BEGINNINGS}每截直大一约約公西紀纪前年同當当次翌明上第民{words.STEMS}]"

_WORDS = (
    rf"{alternatives(words.VAGUE)}|民[國国]?前(?=[{_NUMERALS}])|(?:{alternatives(words.LUNAR)})(?=的?\s?[閏闰正臘腊{_NUMERALS}])"
    rf"|(?:第二|[前上]一)(?=[年天日])|年(?=[底初末])|[同當当次翌明](?=[年月日天])|{CYCLE}年"
)
_PREFIXES = (
    rf"每[年逢](?:的|在|於|于)?(?={DIGIT}|[一二三四五六七八九十])|(?:截[至止]|一?直[到至])(?:於|于|了)?"
    rf"|大?[约約](?:在|於|于)?(?=\s?[公西前0-9０-９一二])|公元前?|西元前?|紀元前|纪元前|前(?={DIGIT}|{HAN_NUMBER})"
)
_AFTER_NUMERAL = "年月日號号世季個个天周週星禮礼半至到迄~～﹣─－–—―/.、和及與与或）)賽赛球學学財财度\\-"

TRIGGER = regex(
    rf"(?P<word>{_WORDS})|(?P<era>(?:{ERAS})(?=[元{_NUMERALS}{words.STEMS}]))"
    rf"|(?P<year>[{_NUMERALS}]{{4}}(?=\s?年))|(?P<number>{_PREFIXES}|[{_NUMERALS}]++(?=\s?[{_AFTER_NUMERAL}]))"
)
"""Where a date can begin, and with what. What it matches holds the beginning of no other date."""

_SECOND = "".join(sorted({word[1] for word in [*words.VAGUE, *words.LUNAR, *era_names()]}))
CANDIDATE = regex(
    rf"{_FIRST}(?=[\s{_AFTER_NUMERAL}{_NUMERALS}{_SECOND}{words.BRANCHES}國国前二一天底初末逢止到約约在於于直公西元])"
)
"""The characters with which the trigger's matches begin, and some others: it finds them much faster."""
