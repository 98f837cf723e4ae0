"""What stands around a date expression and bears on what it says: calendars, glosses, tenses, "until"."""

from __future__ import annotations

from typing import Final

from questions.regex import regex

_NEAR: Final = 24  # characters
_CLAUSE: Final = 160  # characters

_JULIAN_BEFORE: Final = regex(
    r"(?:\bO\.\s?S\.|\b[Oo]ld [Ss]tyle|\bJulian(?: calendar)?|儒略[历曆]|俄[国國]?[旧舊]?[历曆])\s?[:：,，]?\s?$"
)
_JULIAN_AFTER: Final = regex(
    r"\s?[,(（]?\s?(?:(?:O\.\s?S\.|[Oo]ld [Ss]tyle|儒略[历曆])(?=\s?[)）,;，。；]|[.]?\s*$)"
    r"|by the (?:Julian|Old Style))"
)
_GLOSS: Final = regex(
    r"[（(]\s?(?:[公西新阳陽][历曆](?:[为為]|的)?|格里[历曆]|格里高利[历曆]|N\.\s?S\.|[Nn]ew [Ss]tyle)\s?[:：,，]?\s?"
)
_PLAIN_GLOSS: Final = regex(r"\s?[（(]\s?(?:即|公元|西元|i\.e\.,?)?\s?")
_EARLIER_BY_RELATIVE: Final = regex(r"\b(?:who|which|that|whom)\s(?:\w+\s)?had\b(?![^\n]*[.;!?]\s)")
_EARLIER: Final = regex(
    r"\bhad\s(?:\w+ly\s|also\s|not\s|never\s|already\s|long\s|first\s|once\s)?"
    r"(?:been|become|come|gone|made|won|lost|left|held|led|met|run|sent|built|begun|grown|given|taken|known|seen|set|put|\w+ed)\b"
)
_FINITE: Final = regex(r"[.;!?]\s|\bwhen\b|\bby the time\b")
_ONLY_THEN_AFTER: Final = regex(r"[^，。；,;\n]{0,14}?(?:才|方(?![面式法案向针針])|始(?![终終]))")
_NOT_BEFORE: Final = regex(r"(?:\b(?:not|never|no|none|nor|nobody|nothing)\b|n[’']t\b)[^.;:\n]*$")


def in_julian_calendar(text: str, start: int, end: int) -> bool:
    """Whether a date is said to be one of the Julian calendar, whose days are no days of ours."""
    before = text[max(0, start - _NEAR) : start]
    return _JULIAN_BEFORE.search(before) is not None or _JULIAN_AFTER.match(text, end) is not None


def glosses(text: str, end_before: int, start: int) -> bool:
    """Whether a date says in our calendar, in brackets, what the date before it says in another."""
    return _GLOSS.fullmatch(text, end_before, start) is not None


def repeats(text: str, end_before: int, start: int) -> bool:
    """Whether a date stands in brackets behind another that it says once more."""
    return _PLAIN_GLOSS.fullmatch(text, end_before, start) is not None


def told_as_earlier(text: str, since: int, start: int) -> bool:
    """Whether a date stands in a clause like "who had fallen ill on", which goes back behind the story."""
    return _EARLIER_BY_RELATIVE.search(text[max(since, start - _CLAUSE) : start]) is not None


def looks_back(text: str, since: int, start: int) -> bool:
    """Whether a date stands in a sentence like "He had joined in", which tells of what was before the story."""
    told = list(_EARLIER.finditer(text, max(since, start - _CLAUSE), start))
    return bool(told) and _FINITE.search(text, told[-1].end(), start) is None


_AFTER_SOMETHING: Final = regex(r"(?:^|[.!?]\s)(?:[A-Z][^.!?\n]{12,}),? and (?:then )?$")


def counts_from_a_clause(text: str, since: int, start: int) -> bool:
    """Whether "the following month" counts from what the clause before it tells, of which no date is given."""
    before = text[max(since, start - _CLAUSE) : start]
    return _AFTER_SOMETHING.search(before) is not None


def only_then(text: str, start: int, end: int) -> bool:
    """Whether "until" names the time itself: 直到…才, or "did not begin until"."""
    return (
        _ONLY_THEN_AFTER.match(text, end) is not None
        or _NOT_BEFORE.search(text, max(0, start - _CLAUSE), start) is not None
    )


_DESCRIBED: Final = regex(
    r"(?:[接继繼出就上]任|担任|擔任|成立|[建创創设設]立|创[办辦]|創辦|出版|[发發]表|签[订訂署]|簽[訂署]|[颁頒][布佈]|通[过過]"
    r"|爆[发發]|[发發]生|去世|逝世|出生|当[选選]|當選|落成|竣工|[开開]通|[举舉]行|召[开開])"
    r"(?![了过過])[^，。；、：的了着是\n]{0,10}的(?=[^，。；：\n]{2})"
)


def describes(text: str, end: int) -> bool:
    """Whether a date only describes a noun, as in 1982年接任总督的尤德, so that the story does not move there."""
    return _DESCRIBED.match(text, end) is not None
