"""A date expression with what its context gave, as a statement that stands alone writes it."""

from __future__ import annotations

import re

from questions.calendar_forms import MONTH_PATTERN
from questions.dates import Granularity
from questions.document import DateExpression, Language
from questions.regex import regex
from questions.speech import say_date, say_when

_MONTH_FIRST = regex("[0-9０-９]{1,2}\\s?月|[一二三四五六七八九十]{1,2}月")
_DAY_FIRST = regex("[0-9０-９]{1,2}\\s?[日號号]")
_PART = regex("[^年月日號号代紀纪0-9０-９]*$")
_NAMED_EN = regex(rf"\d|{MONTH_PATTERN}")
_LEADS_EN = regex(
    r"\b(?:in|on|at|by|since|until|till|from|during|of|to|before|after|around|about|early|late|mid-?|between|through)$",
    re.IGNORECASE,
)
_OPENED_EN = regex(r"\b(?:until|till|up to|as of|since)(?: the)?(?: early| late| mid)?[\s-]?$", re.IGNORECASE)
_SENTENCE_END_EN = regex(r"[.!?][”\"’')]*$")
_ARTICLE_EN = regex(r"\s?\bthe$", re.IGNORECASE)


def spelt_out(date: DateExpression, language: Language, before: str) -> tuple[str, str]:
    """What stands before a date, and the date itself, with the year, month and day that the context gave.

    Words like 「以后」 and 「上旬」 stay. A relative expression gives way: "two days later" → "on 5 May 1950".
    """
    if not date.inferred:
        return before, date.text
    if language.is_chinese:
        return before, _chinese(date, language)
    if date.value.is_open and _OPENED_EN.search(before):  # "until" stands there already
        return before, say_date(date.value.ends[0], language)
    if _NAMED_EN.match(date.text) and not _ARTICLE_EN.search(before):
        return before, say_date(date.value, language)
    before = _ARTICLE_EN.sub("", before)
    if _LEADS_EN.search(before):
        return before, say_date(date.value, language)
    when = say_when(date.value, language)
    return before, f"{when[0].upper()}{when[1:]}" if _SENTENCE_END_EN.search(before) else when


def _chinese(date: DateExpression, language: Language) -> str:
    first = date.value.ends[0]
    if _MONTH_FIRST.match(date.text) and date.inferred == ("year",):
        return say_date(first.at(Granularity.YEAR), language) + date.text
    if _DAY_FIRST.match(date.text) and date.inferred == ("year", "month"):
        return say_date(first.at(Granularity.MONTH), language) + date.text
    part = _PART.search(date.text) if date.modifier and not date.value.is_interval else None
    return say_date(date.value, language) + (part[0] if part else "")
