"""The source's own words around a date, short enough to be shown beside an answer."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from questions.document import Document
from questions.fact import Fact
from questions.regex import regex
from questions.spans import cleaned
from questions.writers.gate import is_whole

_BORDER = {True: regex(r"[，；：。！？]|,(?!\d{3})|;|$"), False: regex(r"[;:.!?](?=\s|$)|,(?=\s)|\s[–—]\s|$")}
_LONGEST = {True: 72, False: 200}  # characters
_ENOUGH = {True: 36, False: 150}
_SHORTEST = {True: 6, False: 30}
_RECKONED = regex(r"later|after|earlier|before|ago|same|next|following|\bthat\b")  # the date itself is not there
_CUT = "…"
_MARKS = "*#•·●◦▪ "
_CLOSING = "。．.；;，, "


def words_around(fact: Fact, document: Document) -> str | None:
    """The part of a fact's sentence that its date stands in, cut where clauses end and marked where it is cut.

    Markers and remains of a web page are left out; None where it would be long, or brackets would be torn.
    """
    index = bisect_right(document.sentences, fact.date.start, key=attrgetter("start")) - 1
    sentence = document.sentences[index] if index >= 0 else None
    if sentence is None or fact.date.end > sentence.end or "\t" in sentence.text:
        return None
    chinese, text = document.language.is_chinese, document.text
    if not chinese and _RECKONED.search(fact.date.text):
        return None
    borders = [match.end() for match in _BORDER[chinese].finditer(text, sentence.start, sentence.end)]
    starts = [sentence.start, *(place for place in borders if place <= fact.date.start)]
    ends = [place for place in borders if place >= fact.date.end]
    for start in reversed(starts) if chinese else starts:
        told = {end: " ".join(cleaned(document, start, end).split()).strip(_CLOSING).lstrip(_MARKS) for end in ends}
        fit = [end for end in ends if len(told[end]) <= _LONGEST[chinese] and is_whole(told[end])]
        fit = [end for end in fit if len(told[end]) - len(fact.date.text) >= _SHORTEST[chinese]]
        end = max((end for end in fit if len(told[end]) <= _ENOUGH[chinese]), default=min(fit, default=None))
        if end is not None:
            return f"{_CUT if start > sentence.start else ''}{told[end]}{_CUT if end < sentence.end else ''}"
    return None
