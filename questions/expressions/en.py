"""English date expressions: an ordered table of rules.

The vocabulary stands in `en_words`, and what a match says in `en_readings`.
"""

from __future__ import annotations

import re

from questions.calendar_forms import MONTH_PATTERN
from questions.expressions import en_readings as readings
from questions.expressions import en_words as words
from questions.expressions.mention import Beginning, Rule
from questions.expressions.numerals import ENGLISH_NUMBER, ENGLISH_NUMBERS, ENGLISH_TENS
from questions.regex import regex

_DASH = r"(?:\s?[-–—−]\s?|\s(?:to|until|till|through)\s(?:the\s)?)"
_PART = r"(?:(?:early|late|mid|the end of|the beginning of)[\s-](?:the\s)?)?"  # before the second of two dates
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"\d{3,4}(?!\d)"


def _date(n: str) -> str:
    """A date with at least a month; its groups end in `n`."""
    return (
        rf"(?:(?P<d{n}>{_DAY})\s(?:of\s)?(?P<m{n}>{MONTH_PATTERN})(?:,?\s(?:of\s|in\s)?(?P<y{n}>{_YEAR}))?"
        rf"|(?P<mm{n}>{MONTH_PATTERN})\s(?:the\s)?(?P<dd{n}>{_DAY})(?!\d|[-–]\d{{2}}\b)(?:,?\s(?P<yy{n}>{_YEAR}))?"
        rf"|(?P<mmm{n}>{MONTH_PATTERN}),?\s(?:of\s)?(?P<yyy{n}>{_YEAR}))"
    )


_SHARED = r"(?:,\s(?:and\s)?|\s(?:and|or)\s|\s&\s)"
_RELATIVE = r"(?:,?\s(?:of\s)?(?P<which>(?:the\s)?same|that|the\s(?:following|next|previous|preceding))\syear)"
_BC = r"(?:BCE?\b|B\.\s?C\.)"
_AD = r"(?:CE?\b|AD\b|A\.\s?D\.)"
_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(words.ORDINALS, key=len, reverse=True))})"

RULES: tuple[Rule, ...] = (
    Rule(
        name="numeric date",
        begins=(Beginning.YEAR,),
        pattern=regex(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)"),
        build=readings.iso,
        example="2008-08-26",
    ),
    Rule(
        name="date in figures",
        begins=(Beginning.DAY,),
        pattern=regex(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})(?![\d/])"),
        build=readings.figures,
        example="26/08/2008",
    ),
    Rule(
        name="day before another of its month",
        begins=(Beginning.DAY,),
        pattern=regex(
            rf"(?P<d>{_DAY})(?=(?:,\s{_DAY})*{_SHARED}{_DAY}\s(?:of\s)?(?P<m>{MONTH_PATTERN})(?:,?\s(?P<y>{_YEAR}))?)"
        ),
        build=readings.day_of_several,
        example="14 and 17 May 1921",
    ),
    Rule(
        name="day after another of its month",
        begins=(Beginning.DAY,),
        pattern=regex(rf"(?P<d>{_DAY})(?!\d)(?:,?\s(?P<y>{_YEAR}))?"),
        build=readings.day_after_another,
        example="May 14 and 17, 1921",
    ),
    Rule(
        name="days of one month",
        begins=(Beginning.DAY, Beginning.MONTH),
        pattern=regex(
            rf"(?P<first>{_DAY})(?:{_DASH}|/|\s(?P<and>and)\s)(?P<last>{_DAY})\s(?:of\s)?(?P<m>{MONTH_PATTERN})(?:,?\s(?P<y>{_YEAR}))?"
            rf"|(?P<mm>{MONTH_PATTERN})\s(?P<first2>{_DAY}){_DASH}(?P<last2>{_DAY})(?!\d)(?:,?\s(?P<yy>{_YEAR}))?"
        ),
        build=readings.days_of_a_month,
        example="11–13 May 2006",
    ),
    Rule(
        name="date before Christ",
        begins=(Beginning.DAY, Beginning.MONTH),
        pattern=regex(rf"(?:(?P<d>{_DAY})\s(?:of\s)?)?(?P<m>{MONTH_PATTERN}),?\s(?P<y>\d{{1,4}})\s?{_BC}"),
        build=readings.date_before_christ,
        example="15 March 44 BC",
    ),
    Rule(
        name="date of the same or the next year",
        begins=(Beginning.DAY, Beginning.MONTH),
        pattern=regex(
            rf"(?:(?P<d>{_DAY})\s(?:of\s)?(?P<m>{MONTH_PATTERN})|(?P<mm>{MONTH_PATTERN})(?:\s(?:the\s)?(?P<dd>{_DAY}))?)"
            rf"{_RELATIVE}"
        ),
        build=readings.of_relative_year,
        example="4 May of the following year",
    ),
    Rule(
        name="month before another of its year",
        begins=(Beginning.MONTH,),
        pattern=regex(
            rf"(?P<m>{MONTH_PATTERN})(?:\s(?P<d>{_DAY}))?"
            rf"(?=(?:,\s{MONTH_PATTERN})*{_SHARED}(?:(?:(?:early|late|mid)[\s-])?{MONTH_PATTERN}(?:\s{_DAY})?|{_DAY}(?=,)),?\s(?:of\s)?(?P<y>{_YEAR}))"
        ),
        build=readings.month_of_several,
        example="March and June 1920",
    ),
    Rule(
        name="months of one year",
        begins=(Beginning.MONTH,),
        pattern=regex(
            rf"(?P<first>{MONTH_PATTERN})(?:{_DASH}|\s(?P<and>and)\s){_PART}(?P<last>{MONTH_PATTERN}),?\s(?:of\s)?(?P<y>{_YEAR})"
        ),
        build=readings.months,
        example="May to August 1911",
    ),
    Rule(
        name="birth before a death in brackets",
        begins=(Beginning.DAY, Beginning.MONTH),
        pattern=regex(rf"{_date('1')}(?={_DASH}{_date('2')}\))"),
        build=readings.birth_date,
        example="Luther (10 November 1483 – 18 February 1546)",
    ),
    Rule(
        name="date with a month, and a range from it",
        begins=(Beginning.DAY, Beginning.MONTH),
        pattern=regex(rf"{_date('1')}(?:{_DASH}|\s(?P<and>and)\s){_date('2')}"),
        build=readings.calendar_range,
        example="24 August – 3 October 1572",
    ),
    Rule(
        name="date with a month",
        begins=(Beginning.DAY, Beginning.MONTH),
        pattern=regex(_date("1")),
        build=readings.calendar,
        example="26 August 2008",
    ),
    Rule(
        name="month without its year",
        begins=(Beginning.MONTH,),
        pattern=regex(rf"(?P<month>{MONTH_PATTERN})"),
        build=readings.month_alone,
        example="in August",
    ),
    Rule(
        name="century",
        begins=(Beginning.DAY, Beginning.WORD),
        pattern=regex(
            rf"(?P<first>{_ORDINAL})(?:(?:{_DASH}|\s(?:and|or)\s(?:the\s)?){_PART}(?P<last>{_ORDINAL}))?[\s-]centur(?:y|ies)\b(?:\s(?:(?P<bc>{_BC})|{_AD}))?"
            rf"(?:{_DASH}{_PART}(?P<last2>{_ORDINAL})[\s-]century\b(?:\s(?:(?P<bc2>{_BC})|(?P<ad2>{_AD})))?)?",
            re.IGNORECASE,
        ),
        build=readings.century,
        example="late 19th century",
    ),
    Rule(
        name="millennium",
        begins=(Beginning.DAY, Beginning.WORD),
        pattern=regex(rf"(?P<n>{_ORDINAL})[\s-]millennium\b(?:\s(?:(?P<bc>BCE?|B\.C\.)|AD|CE|A\.D\.))?", re.IGNORECASE),
        build=readings.millennium,
        example="first millennium BC",
    ),
    Rule(
        name="decade",
        begins=(Beginning.YEAR,),
        pattern=regex(
            rf"(?<![\d$£€])(?P<first>[12]\d{{2}}0)['’]?s\b(?:(?:{_DASH}|\sand\s(?:the\s)?){_PART}(?P<last>[12]\d{{2}}0|\d0)['’]?s\b)?"
        ),
        build=readings.decades,
        example="early 1960s",
    ),
    Rule(
        name="decade without its century",
        begins=(Beginning.DAY,),
        pattern=regex(r"(?<=[’'‘])(?<![a-z0-9][’'‘])(?P<n>[2-9]0)s\b"),
        build=readings.short_decade,
        example="the '90s",
    ),
    Rule(
        name="years before Christ, and a range from them",
        begins=(Beginning.DAY, Beginning.YEAR),
        pattern=regex(
            rf"(?<![\d,.])(?P<first>\d{{1,4}})\s?{_BC}{_DASH}(?:(?P<last>\d{{1,4}})\s?(?:(?P<bc>{_BC})|{_AD})|AD\s(?P<ad>\d{{1,4}})(?!\d))"
        ),
        build=readings.from_before_christ,
        example="27 BC – AD 14",
    ),
    Rule(
        name="years before Christ",
        begins=(Beginning.DAY, Beginning.YEAR),
        pattern=regex(rf"(?<![\d,.])(?P<first>\d{{1,4}})(?:{_DASH}(?P<last>\d{{1,4}}))?\s?{_BC}"),
        build=readings.before_christ,
        example="221 BC",
    ),
    Rule(
        name="years after Christ",
        begins=(Beginning.DAY, Beginning.YEAR, Beginning.WORD),
        pattern=regex(
            rf"(?:\bA\.?D\.?\s(?P<only>\d{{1,4}})(?!\d)|(?<![\d,])(?<!\d\.)(?P<first>\d{{1,4}})(?:{_DASH}(?P<last>\d{{1,4}}))?\s?(?:AD|A\.D\.|CE)\b)"
        ),
        build=readings.after_christ,
        example="AD 14",
    ),
    Rule(
        name="season of a year",
        begins=(Beginning.WORD,),
        pattern=regex(
            rf"\b(?P<season>spring|summer|autumn|fall|winter)(?:,?\s|\sof\s)(?P<y>{_YEAR})(?:[-–/]\d{{2}}(?:\d{{2}})?(?!\d))?",
            re.IGNORECASE,
        ),
        build=readings.season,
        example="the summer of 1521",
    ),
    Rule(
        name="years from one to another",
        begins=(Beginning.YEAR,),
        pattern=regex(
            rf"(?<![\d$£€,.-])(?P<first>\d{{3,4}})(?:{_DASH}{_PART}|(?P<slash>/))(?P<last>\d{{4}}|\d{{3}}|\d{{2}})(?![\d%]|[-–,./]\d)"
        ),
        build=readings.years,
        example="1973–74",
    ),
    Rule(
        name="between two years",
        begins=(Beginning.YEAR,),
        pattern=regex(r"(?P<first>[1-9]\d{2,3})\sand\s(?P<last>[1-9]\d{2,3})(?![\d,]\d)"),
        build=readings.between_years,
        example="between 1702 and 1709",
    ),
    Rule(
        name="year",
        begins=(Beginning.YEAR,),
        pattern=regex(r"[1-9]\d{2,3}(?!\d)"),
        build=readings.year,
        example="in 1951",
    ),
    Rule(
        name="so many days, months, years later",
        begins=(Beginning.DAY, Beginning.YEAR, Beginning.WORD),
        pattern=regex(
            rf"(?P<n>\d{{1,3}}|{ENGLISH_NUMBER})\s(?P<unit>day|week|fortnight|month|year|decade|century)s?\s(?P<way>later|earlier)\b",
            re.IGNORECASE,
        ),
        build=readings.counted,
        example="two days later",
    ),
    Rule(
        name="the same or the next year",
        begins=(Beginning.WORD,),
        pattern=regex(
            r"(?P<which>the (?:same|following|next|previous|preceding)|that(?: same)?) "
            r"(?P<unit>day|month|year)\b(?![’'-])",
            re.IGNORECASE,
        ),
        build=readings.same_or_next,
        example="the following year",
    ),
    Rule(
        name="the year before or after",
        begins=(Beginning.WORD,),
        pattern=regex(r"[Tt]he (?P<unit>day|month|year) (?P<way>before|after)(?=[,.;])"),
        build=readings.before_or_after,
        example="the year after, it fell",
    ),
    Rule(
        name="day of the month",
        begins=(Beginning.DAY,),
        pattern=regex(
            r"(?<=[Oo]n the )(?P<d>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?=[,.;]|\s(?:and|he|she|they|it|the)\b)"
        ),
        build=readings.bare_day,
        example="on the 14th, he left",
    ),
)
"""The rules in the order in which they are tried; the first that answers wins."""

_WORDS = (
    r"A\.?D\.?\s(?=\d)|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?=,?\s(?:of\s)?\d)"
    rf"|(?i:{'|'.join(sorted(words.ORDINALS, key=len, reverse=True))})(?=[\s-](?:centur|millenn|to|and|or))"
    rf"|(?<!-)(?i:{ENGLISH_NUMBER})(?=\s(?:day|week|fortnight|month|year|decade|century)s?\s(?:later|earlier))"
    r"|(?:[Tt]he (?:same|following|next|previous|preceding)|[Tt]hat(?: same)?) (?=day|month|year)"
    r"|[Tt]he (?=(?:day|month|year) (?:before|after)[,.;])"
)

TRIGGER = regex(
    r"(?P<year>\d{3,})|(?P<day>\d{1,2})|(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    rf"|(?P<word>{_WORDS})"
)
"""Where a date can begin, and with what. What it matches holds the beginning of no other date."""

_BEGINNINGS = "jan feb mar apr may jun jul aug sep oct nov dec spring summer autumn fall winter the that".split()  # noqa: SIM905
_FURTHER = "|".join(
    sorted({f"{word} "[1:3] for word in [*_BEGINNINGS, *words.ORDINALS, *ENGLISH_NUMBERS, *ENGLISH_TENS]})
)
CANDIDATE = regex(
    r"[0-9ADFJMNOSTWEHadfhnostwe](?:(?<![A-Za-z][\s\S])|(?<=FY[\s\S]))"
    rf"(?:(?<=[0-9A])|(?=(?i:{_FURTHER})))"
)
"""The characters with which the trigger's matches begin, and some others: it finds them much faster."""
