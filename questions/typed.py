"""Reading a date that somebody typed as an answer: in any form in which the extractor reads one in a text."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from questions.dates import DateValue
from questions.document import Language
from questions.expressions import find_dates
from questions.expressions.numerals import chinese_number
from questions.regex import regex

_NUMBER = regex(r"-?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?", re.ASCII)
_HAN_NUMBER = regex(r"[零〇一二三四五六七八九十百两兩]+")
_UNIT_BEHIND = regex(r"\s*(?:个?月|個月|[天日年]|days?|months?|years?)$", re.IGNORECASE)

_NUMERIC = regex(r"(\d{4})(?:\s?([-/. ])\s?(\d{1,2})(?:\s?\2\s?(\d{1,2}))?)?", re.ASCII)
_COMPACT = regex(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_LEAD = regex(r"(?:(?:in|on|the|in the|on the)\s+|[于於在])", re.IGNORECASE)
_LONGEST = 100  # characters; a date is shorter in any language


def read_date(text: str) -> DateValue:
    """The date that the text states, at the precision that it states: ``2008-8-26``, 「二〇〇八年八月」.

    A four-digit year comes first where only figures are given, since 5/6/2008 is May to some and June to others.
    Raises ValueError with a sentence when the whole text is not one date whose year it gives itself.
    """
    plain = unicodedata.normalize("NFKC", text).strip().rstrip("。.")
    if not plain or len(plain) > _LONGEST:
        raise ValueError("A date is needed here, such as 2008-08-26, 26 August 2008 or 2008.")
    return _numeric(plain) or _worded(plain)


def _numeric(text: str) -> DateValue | None:
    if match := _COMPACT.fullmatch(text):
        year, month, day = match.groups()
    elif match := _NUMERIC.fullmatch(text):
        year, _dash, month, day = match.groups()
    else:
        return None
    if month and int(month) > 12:  # EDTF would take 21 to 24 for seasons
        raise ValueError(f"“{text}” has no month between 1 and 12.")
    return DateValue.of(int(year), int(month) if month else None, int(day) if day else None)


def _worded(text: str) -> DateValue:
    lead = _LEAD.match(text)
    bare = text[lead.end() :] if lead else text
    for language in (Language.SIMPLIFIED, Language.ENGLISH):
        for date in find_dates(bare, len(bare), language).dates:
            if date.text == bare and not date.inferred and date.modifier is None:
                return date.value
    raise ValueError(f"“{text}” cannot be read as a date with its year.")


def read_number(text: str) -> Fraction:
    """The number that the text states, with or without a unit of time behind it: ``3``, ``1,200``, 「三天」, "3 days".

    Raises ValueError with a sentence when the whole text is not one number.
    """
    plain = unicodedata.normalize("NFKC", text).strip().rstrip("。.").replace("\u2212", "-")
    bare = _UNIT_BEHIND.sub("", plain)
    if match := _NUMBER.fullmatch(bare):
        return Fraction(match[0].replace(",", ""))
    if len(bare) <= _LONGEST and _HAN_NUMBER.fullmatch(bare):
        return Fraction(chinese_number(bare))
    raise ValueError("A number is needed here, such as 3.")
