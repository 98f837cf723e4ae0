"""Chinese dates by reign eras and the sixty-year cycle: an ordered table of rules."""

from __future__ import annotations

from questions.expressions import zh_eras as eras
from questions.expressions import zh_words as words
from questions.expressions.era_years import era_names
from questions.expressions.mention import Beginning, Rule
from questions.expressions.numerals import DIGIT, HAN_NUMBER
from questions.expressions.zh_forms import (
    AD,
    CYCLE,
    DASH,
    DAY,
    DURING,
    ERA_NUMBER,
    FREE,
    GLOSS,
    HAN,
    LUNAR_DAY,
    MONTH,
    PART,
    YEAR_DIGITS,
    alternatives,
    rest_of_range,
)
from questions.regex import regex

ERAS = alternatives(era_names())
"""A pattern for the name of any era."""

_ERA = f"(?P<era>{ERAS})"

ERA_RULES: tuple[Rule, ...] = (
    Rule(
        name="month and day of the lunar calendar",
        begins=(Beginning.WORD,),
        pattern=regex(rf"(?:{alternatives(words.LUNAR)})的?\s?[閏闰]?(?:{MONTH}|正|[臘腊])\s?月(?:\s?{LUNAR_DAY})?"),
        build=eras.lunar,
        example="農曆八月十五日",
    ),
    Rule(
        name="years before the Republic of China",
        begins=(Beginning.WORD,),
        pattern=regex(rf"民[國国]?前(?P<n>{DIGIT}{{1,2}}|{HAN_NUMBER}{{1,3}})年"),
        build=eras.before_republic,
        example="民國前一年",
    ),
    Rule(
        name="years of eras, from one to another",
        begins=(Beginning.ERA,),
        pattern=regex(
            rf"{_ERA}(?P<n>{ERA_NUMBER})(?:\s?年{GLOSS}(?:(?P<m1>{MONTH})月(?:(?P<d1>{DAY})[日號号])?)?)?{DASH}(?P<era2>{HAN}{{2,6}}?)??"
            rf"(?P<n2>{ERA_NUMBER})\s?年(?![級级代]){GLOSS}(?:(?P<m2>{MONTH})月(?:(?P<d2>{DAY})[日號号])?)?{DURING}"
        ),
        build=eras.era_range,
        example="民國38年至76年間",
    ),
    Rule(
        name="year of an era by its name in the sixty-year cycle",
        begins=(Beginning.ERA,),
        pattern=regex(rf"{_ERA}(?P<cycle>{CYCLE})年?"),
        build=eras.cyclic_of_era,
        example="咸豐庚申年",
    ),
    Rule(
        name="year of an era, with its month and day",
        begins=(Beginning.ERA,),
        pattern=regex(
            rf"{_ERA}(?P<n>{ERA_NUMBER})\s?[年載载](?![級级])(?P<part>{PART})?(?:[（(](?:公元|西元|即)?(?P<gloss>\d{{3,4}})年?[）)])?"
            rf"(?:\s?[閏闰]?(?P<m>{MONTH}|正|[臘腊])\s?月(?:\s?(?:(?P<d>{DAY})\s?[日號号]|{LUNAR_DAY}))?)?"
            rf"(?:[（(](?:公元|西元|即|[陽阳公西][曆历])?(?P<gy>\d{{3,4}})年(?P<gm>{MONTH})月(?P<gd>{DAY})[日號号][）)])?{rest_of_range('2')}"
        ),
        build=eras.era_date,
        example="民國38年12月7日",
    ),
    Rule(
        name="year of any reign with its year in brackets",
        begins=(Beginning.NUMBER,),
        pattern=regex(
            rf"(?P<n>{DIGIT}{{1,2}}|{HAN_NUMBER}{{1,3}}|元)年[（(](?:公元|西元|即)?(?P<gloss>\d{{3,4}})年?[）)]"
        ),
        build=eras.named_reign,
        example="康熙十七年(1678年)",
    ),
    Rule(
        name="year with that of its era in brackets",
        begins=(Beginning.NUMBER, Beginning.YEAR),
        pattern=regex(
            rf"{FREE}{AD}?(?P<y>{YEAR_DIGITS}|{DIGIT}{{3}})\s?年[（(]"
            rf"(?:(?P<era>{HAN}{{2,6}}?)(?P<n>{ERA_NUMBER})|(?P<cycle>{CYCLE}))年[）)]"
            rf"(?:(?P<m>{MONTH})月(?:(?P<d>{DAY})[日號号])?)?{rest_of_range('2')}"
        ),
        build=eras.year_with_era,
        example="1941年（昭和16年）12月8日",
    ),
    Rule(
        name="year of the sixty-year cycle",
        begins=(Beginning.WORD,),
        pattern=regex(rf"(?P<cycle>{CYCLE})年"),
        build=eras.cyclic,
        example="辛未年",
    ),
)
"""The rules in the order in which they are tried; the first that answers wins."""
