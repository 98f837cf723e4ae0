"""Whether a bare number in English is a year, judged by the words beside it."""

from __future__ import annotations

import re

from questions.expressions import en_words as words
from questions.regex import regex

_LATEST = 2100
_EARLIEST_SURE = 1000
_NOT_BEFORE = tuple("$£€¥#+×=./:,'’%&_")
_NOT_AFTER = regex(r"[%°$£€′″]|,\d{3}|\.\d|:\d|[-–]?(?:[a-zA-Z]+|m|km|ft|kg)\b(?<!-)|/\d|[-–]\d|th\b|st\b")
_WORD_BEFORE = regex(r"(?:([A-Z])\w*\s)?([\w.]+)[\s-]+$")
_WORD_AFTER = regex(r"[\s-]+([^\W\d_][\w²'’-]*)")
_LOOK = 24
_CIRCA = regex(r"\b(?:ca?|fl|[bd])\.$|\bFY ?$")
_EARLY_CUES = frozenset(["in", "since", "until", "year", "by"])
_EARLY_RANGE_CUES = frozenset(["in", "from", "between", "years", "reigned", "ruled", "lasted"])


def reads_as_year(match: re.Match[str], first_end: int | None = None) -> bool:
    """Whether the number that a match begins with is a year; `first_end` is where that number ends."""
    text, end = match.string, match.end()
    year = int(text[match.start() : first_end or end])
    if _CIRCA.search(text, max(0, match.start() - _LOOK), match.start()):
        return year <= _LATEST and not _NOT_AFTER.match(text, end)
    if year > _LATEST or _is_stuck(text, match.start(), end):
        return False
    cue, following = _word_before(text, match.start()), _word_after(text, end)
    if cue in words.NAMED_BY_NUMBER and cue not in words.STRONG_CUES | words.WEAK_CUES:
        return False
    if following in words.COUNTED:
        return False
    if year < _EARLIEST_SURE:
        early = _EARLY_CUES if first_end is None else _EARLY_RANGE_CUES
        bracketed = first_end is not None and text[match.start() - 1 : match.start()] == "("
        return (cue in early or bracketed) and not _is_plural(following)
    if cue in words.STRONG_CUES or first_end is not None or following in words.NAMED_BY_YEAR:
        return True
    return _reads_without_cue(text, match.start(), end, following) or (
        cue in words.WEAK_CUES and not _is_plural(following)
    )


def counts_something(text: str, end: int) -> bool:
    """Whether the number that ends here counts what follows it."""
    return _word_after(text, end) in words.COUNTED


def _reads_without_cue(text: str, start: int, end: int, following: str | None) -> bool:
    stands_off = end == len(text) or text[end] in ",.;:)]–—-\n" or following is None
    opens = (
        start == 0
        or text[start - 1] in '([\n–—“"'
        or text[max(0, start - 2) : start].strip()[-1:] in (".", ",", ";", "")
    )
    return (stands_off or opens or (following or "")[:1].isupper()) and not _is_plural(
        following if opens and not stands_off else None
    )


def _is_stuck(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    if before in _NOT_BEFORE and before:
        return True
    if before in ("-", "–", "—") and text[start - 2 : start - 1].isdigit():
        return True
    return before.isalnum() or _NOT_AFTER.match(text, end) is not None


def _word_before(text: str, start: int) -> str | None:
    match = _WORD_BEFORE.search(text[max(0, start - _LOOK) : start])
    if match is None:
        return None
    return "act" if match[1] and match[2] == "of" else match[2].lower()


def _word_after(text: str, end: int) -> str | None:
    match = _WORD_AFTER.match(text, end, end + _LOOK)
    return match[1] if match else None


def _is_plural(word: str | None) -> bool:
    return word is not None and word.islower() and word.endswith("s") and word not in words.NOT_PLURAL
