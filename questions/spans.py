"""Spans that lie in order and apart, and text read without some of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TypeVar

from questions.document import Document, Span
from questions.regex import regex

_START = attrgetter("start")
_Some = TypeVar("_Some", bound=Span)

FILLER = "□"
"""What stands in a masked text for every character that is not to be looked at."""

_BRACKETED = regex(r"《[^《》]*》|「[^「」]*」|“[^“”]*”|『[^『』]*』|（[^（）]*）|\([^()]*\)|\"[^\"]*\"")
_OPENING = regex('[《「“『（("]')
_HAN = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’·"
_LOOSE = regex(rf" (?=[，。；：、！？）」』》,.;])|(?<=[{_HAN}]) (?=[{_HAN}])")
_MAY_BE_LOOSE = regex(rf" [，。；：、！？）」』》,.;{_HAN}]")  # for speed only: few texts have one
_HALF_COMMA = regex(r",(?<=[\u3400-\u9fff》」”）],)(?=[\u3400-\u9fff《「“（\d])")
_EMPTY_BRACKETS = regex(r"[（(]\s*[）)]")


def within(spans: Sequence[_Some], start: int, end: int) -> Sequence[_Some]:
    """Those of the spans, which are in order and apart, that lie between two places of the text."""
    if not spans:
        return spans
    first = bisect_left(spans, start, key=_START)
    last, count = first, len(spans)
    while last < count and spans[last].end <= end:  # mostly few, and so faster than a search
        last += 1
    return spans[first:last]


def masked(text: str, start: int = 0, spans: Iterable[Span] = ()) -> str:
    """The text with what stands in brackets, in quotation marks and in the spans blotted out, length unchanged.

    `start` is the place of the text in its document, which the spans count from.
    """
    if _OPENING.search(text):
        text = _BRACKETED.sub(_fill, text)
        if "(" in text or "（" in text:
            text = _BRACKETED.sub(_fill, text)  # brackets that held brackets
    return blotted(text, start, spans)


def _fill(match: re.Match[str]) -> str:
    return FILLER * len(match[0])


def blotted(text: str, start: int, spans: Iterable[Span]) -> str:
    """The text, which begins at `start` in its document, with the spans blotted out, length unchanged."""
    parts, reached = [], 0
    for span in sorted(spans, key=_START):
        first, last = max(span.start - start, reached), max(span.end - start, reached)
        parts += [text[reached:first], FILLER * (last - first)]
        reached = last
    return "".join([*parts, text[reached:]])


def cleaned(document: Document, start: int, end: int) -> str:
    """The document's characters between two places, without markers, residue and stray spaces."""
    spans = [*within(document.markers, start, end), *within(document.residues, start, end)]
    if not spans:
        return tidied(document.text[start:end])
    parts, reached = [], start
    for span in sorted(spans, key=_START):
        parts.append(document.text[reached : span.start])
        reached = max(reached, span.end)
    parts.append(document.text[reached:end])
    return tidied("".join(parts))


def tidied(text: str) -> str:
    """The text with single spaces, and none where Chinese or punctuation needs none."""
    text = " ".join(text.split())
    if _MAY_BE_LOOSE.search(text):
        text = _LOOSE.sub("", text)
    if "(" in text or "（" in text:
        text = _EMPTY_BRACKETS.sub("", text)
    return (_HALF_COMMA.sub("，", text) if "," in text else text).strip()
