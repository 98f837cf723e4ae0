"""Chinese date expressions: an ordered table of rules.

The vocabulary stands in `zh_words`, the forms in `zh_forms`, and what a match says in `zh_readings`.
"""

from __future__ import annotations

import re

from questions.expressions import zh_readings as readings
from questions.expressions import zh_words as words
from questions.expressions.era_years import era_names
from questions.expressions.mention import Rule
from questions.expressions.numerals import DIGIT, HAN_DIGIT, HAN_NUMBER
from questions.expressions.zh_forms import (
    ABOUT,
    AD,
    AFTER,
    BC,
    DASH,
    DAY,
    EVERY,
    FREE,
    MONTH,
    PART,
    SEASON,
    UNTIL,
    YEAR_DIGITS,
    alternatives,
    calendar,
    month_tail,
    rest_of_range,
)

_ERA = rf"(?P<era>{alternatives(era_names())})"
_ERA_NUMBER = rf"(?P<n>{DIGIT}{{1,3}}|{HAN_NUMBER}{{1,4}}|元)"
_LUNAR_DAY = rf"(?:{DAY}\s?[日號号]|初[一二三四五六七八九十]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九])"

RULES: tuple[Rule, ...] = (
    Rule(
        name="soon, last year and other words without a date",
        pattern=re.compile(alternatives(words.VAGUE)),
        build=readings.vague,
        example="随即",
    ),
    Rule(
        name="numeric date",
        pattern=re.compile(rf"{FREE}(?P<y>\d{{4}})(?P<dash>[-/.])(?P<m>\d{{1,2}})(?P=dash)(?P<d>\d{{1,2}})(?!\d)"),
        build=readings.iso,
        example="2008-08-26",
    ),
    Rule(
        name="century, with its decade or its part",
        pattern=re.compile(
            rf"{ABOUT}{UNTIL}{FREE}(?P<bc>{BC})?{AD}?\s?(?P<n>{DIGIT}{{1,2}}|{HAN_NUMBER}{{1,3}})"
            rf"(?:(?:{DASH}|、)(?P<last>{DIGIT}{{1,2}}|{HAN_NUMBER}{{1,3}}))?\s?世[紀纪]"
            rf"(?:的?\s?(?P<decade>{DIGIT}0|[一二三四五六七八九]十|[一二三四五六七八九][〇零0])(?:{DASH}(?P<decade2>{DIGIT}0|[一二三四五六七八九]十))?\s?年代)?"
            rf"(?P<part>{PART})?{AFTER}"
        ),
        build=readings.century,
        example="19世纪60年代",
    ),
    Rule(
        name="decade",
        pattern=re.compile(
            rf"{ABOUT}{UNTIL}{FREE}(?:(?P<era>民[國国])|{AD})?\s?(?P<n>{DIGIT}{{3}}0|{HAN_DIGIT}{{3}}[〇零○]|{DIGIT}0|[一二三四五六七八九][十〇零])"
            rf"(?:年代)?(?:(?:{DASH}|、)(?P<last>{DIGIT}{{3}}0|{DIGIT}0|[一二三四五六七八九][十〇零]))?\s?年代(?P<part>{PART})?{AFTER}"
        ),
        build=readings.decades,
        example="1950年代",
    ),
    Rule(
        name="year of an era, with its month and day",
        pattern=re.compile(
            rf"{_ERA}{_ERA_NUMBER}\s?年(?P<part>{PART})?(?:[（(](?:公元|西元|即)?(?P<gloss>\d{{3,4}})年?[）)])?"
            rf"(?:\s?[閏闰]?(?P<m>{MONTH}|正|[臘腊])\s?月(?:\s?(?:(?P<d>{DAY})\s?[日號号]|{_LUNAR_DAY}))?)?{rest_of_range('2')}"
        ),
        build=readings.era_date,
        example="民國38年12月7日",
    ),
    Rule(
        name="year of any reign with its year in brackets",
        pattern=re.compile(
            rf"(?P<n>{DIGIT}{{1,2}}|{HAN_NUMBER}{{1,3}}|元)年[（(](?:公元|西元|即)?(?P<gloss>\d{{3,4}})年?[）)]"
        ),
        build=readings.named_reign,
        example="康熙十七年(1678年)",
    ),
    Rule(
        name="years that share one 年",
        pattern=re.compile(
            rf"{ABOUT}{FREE}{AD}?(?P<first>{YEAR_DIGITS}){DASH}(?P<last>{YEAR_DIGITS}|{DIGIT}{{2}})\s?年(?:間|间|期間|期间)?"
        ),
        build=readings.years,
        example="1918-1920年",
    ),
    Rule(
        name="year before a coordinated year",
        pattern=re.compile(
            rf"{FREE}(?P<y>{DIGIT}{{4}})(?=(?:、|和|及|與|与|或)(?:{DIGIT}{{4}}(?:、|和|及|與|与|或))*{DIGIT}{{4}}\s?年)"
        ),
        build=readings.shared_year_sign,
        example="1974和1976年",
    ),
    Rule(
        name="birth before a death",
        pattern=re.compile(rf"{FREE}{calendar('1')}(?={DASH}{calendar('2')})"),
        build=readings.birth_date,
        example="毛泽东(1893年12月26日-1976年9月9日)",
    ),
    Rule(
        name="year, with its month and day, or a range from it",
        pattern=re.compile(rf"{ABOUT}{UNTIL}{FREE}{calendar('1')}{rest_of_range('2')}{AFTER}"),
        build=readings.calendar_date,
        example="2006年5月11日至13日",
    ),
    Rule(
        name="year before 1000",
        pattern=re.compile(
            rf"(?:^|(?<=[\s，,。；;：:、（(在於于至到自從从由及和與与「]))(?P<y>{DIGIT}{{3}})\s?年(?![{words.COUNTED_YEARS}])"
            rf"(?:(?P<m>{MONTH})月(?:(?P<d>{DAY})[日號号])?)?",
            re.MULTILINE,
        ),
        build=readings.short_year,
        example="965年，吴昌文战死",
    ),
    Rule(
        name="years in brackets",
        pattern=re.compile(r"(?<=[（(])(?P<first>1\d{3}|20\d{2})(?:\s?[-–—－~]\s?(?P<last>1\d{3}|20\d{2}))?(?=[）)])"),
        build=readings.bracketed_years,
        example="（1893－1976）",
    ),
    Rule(
        name="the same or the next year",
        pattern=re.compile(
            rf"(?P<which>{alternatives(words.RELATIVE_YEARS)})年(?:(?P<ypart>{PART})|的?(?P<season>{SEASON})"
            rf"|\s?(?P<m>{MONTH})\s?月{month_tail('1')})?{rest_of_range('2')}{AFTER}"
        ),
        build=readings.relative_year,
        example="同年4月19日",
    ),
    Rule(
        name="part of the year",
        pattern=re.compile(
            r"(?<![0-9０-９〇零○一二三四五六七八九十百千元同當当次翌明今去前每數数幾几多周週學学某整財财全歷历近半隔頭头])"
            r"年(?P<part>[底初末])(?![一二三四五六七八九十年級级])"
        ),
        build=readings.part_of_year,
        example="年底",
    ),
    Rule(
        name="the same or the next month",
        pattern=re.compile(rf"(?P<which>[同當当次翌])月(?:份?(?P<part>{PART})|(?P<d>{DAY})[日號号])?"),
        build=readings.relative_month,
        example="同月10日",
    ),
    Rule(
        name="the same or the next day",
        pattern=re.compile(r"(?P<which>[同當当次翌])[日天](?![本報报軍军耳])"),
        build=readings.relative_day,
        example="翌日",
    ),
    Rule(
        name="so many days, months, years later",
        pattern=re.compile(
            rf"(?<![第過过歷历近約约大超達达])(?P<n>{DIGIT}{{1,3}}|{HAN_NUMBER}{{1,3}})[個个]?(?P<half>半)?(?P<unit>{alternatives(words.UNITS)})之?[後后](?![的代備备])"
        ),
        build=readings.counted,
        example="三天后",
    ),
    Rule(
        name="month, with its day, or a range from it",
        pattern=re.compile(
            rf"{EVERY}{FREE}(?P<m>{MONTH})\s?月(?![球台亮光]){month_tail('1')}{rest_of_range('2')}{AFTER}"
        ),
        build=readings.month_date,
        example="8月26日",
    ),
    Rule(
        name="day of the month",
        pattern=re.compile(rf"{FREE}(?<![年月\d])(?P<d>{DIGIT}{{1,2}})日(?![本內内後后間间元圓圆軍军期報报])"),
        build=readings.bare_day,
        example="10日",
    ),
    Rule(
        name="year of the sixty-year cycle",
        pattern=re.compile("[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"),
        build=readings.cyclic,
        example="庚申年",
    ),
)
"""The rules in the order in which they are tried; the first that answers wins."""

_BEGINNINGS = "".join(sorted({word[0] for word in [*words.VAGUE, *era_names()]}))
_NUMERALS = "0-9０-９〇零○一二三四五六七八九十廿卅百两兩"
_FIRST = rf"(?=[{_NUMERALS}{_BEGINNINGS}每截直大约約公西紀纪前年同當当次翌明甲乙丙丁戊己庚辛壬癸])"  # for speed only

TRIGGER = re.compile(
    rf"{_FIRST}(?:{alternatives(words.VAGUE)}|{_ERA}(?=[元0-9０-９〇零○一二三四五六七八九十廿卅])|每[年逢](?:的|在|於|于)?(?={DIGIT}|[一二三四五六七八九十])"
    rf"|(?:截[至止]|一?直[到至])(?:於|于|了)?|大?[约約](?:在|於|于)?(?=\s?[公西前0-9０-９一二])|公元前?|西元前?|紀元前|纪元前"
    rf"|前(?={DIGIT}|{HAN_NUMBER})|{DIGIT}+|{HAN_NUMBER}+"
    rf"|年(?=[底初末])|[同當当次翌明](?=[年月日天])|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)"
)
"""Where a date can begin. What it matches holds the beginning of no other date."""
