"""The forms in which references and people write a full date, read without any context."""

from __future__ import annotations

from questions.dates import DateValue
from questions.regex import regex

_NAMES = "January February March April May June July August September October November December"
MONTHS = {name.lower(): number for number, name in enumerate(_NAMES.split(), start=1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
"""The number of each English month by its name in lower case, in full and abbreviated."""

MONTH_PATTERN = r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
MONTH_PATTERN += r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
"""A pattern for the name of an English month, in full or abbreviated."""

CALENDAR_FORM = (
    r"(?:\d{4}-\d{1,2}(?:-\d{1,2})?|\d{4}年(?:\d{1,2}月(?:\d{1,2}[日號号])?)?"
    rf"|(?:\d{{1,2}}\s)?{MONTH_PATTERN}\s\d{{4}}|{MONTH_PATTERN}\s\d{{1,2}},\s\d{{4}})"
)
"""A pattern for the dates that `calendar_date` reads, for use within other patterns."""

_NUMERIC = regex(r"(\d{4})[-年](?:(\d{1,2})[-月]?)?(?:(\d{1,2})[日號号]?)?")
_DAY_FIRST = regex(rf"(?:(\d{{1,2}})\s)?({MONTH_PATTERN})\s(\d{{4}})")
_MONTH_FIRST = regex(rf"({MONTH_PATTERN})\s(\d{{1,2}}),\s(\d{{4}})")


def calendar_date(text: str) -> DateValue | None:
    """The date of a text such as ``2008-08-26``, ``2008年8月26日``, ``26 August 2008`` or ``August 26, 2008``.

    None when the text is something else or no day of the calendar.
    """
    fields = _fields(text.strip())
    try:
        return DateValue.of(*fields) if fields else None
    except ValueError:
        return None


def _fields(text: str) -> tuple[int, int | None, int | None] | None:
    if match := _NUMERIC.fullmatch(text):
        return int(match[1]), _number(match[2]), _number(match[3])
    if match := _DAY_FIRST.fullmatch(text):
        return int(match[3]), month_number(match[2]), _number(match[1])
    if match := _MONTH_FIRST.fullmatch(text):
        return int(match[3]), month_number(match[1]), int(match[2])
    return None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def month_number(name: str) -> int:
    """The number of an English month; KeyError for any other word."""
    return MONTHS[name.rstrip(".").lower()]
