"""Where the text writes the year or the month that a date of it leaves out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from questions.dates import DateValue, Granularity
from questions.document import DateExpression, Document
from questions.fact import Fact
from questions.regex import regex

_FARTHEST = 320  # characters between a date and what it leaves out
_NEAR = 40  # characters before the written date in its sentence that are shown along
_START = attrgetter("start")
_COUNTS_ON = regex("[次翌隔後后]|later|after|next|following")
_NARRATIVE = regex(r"(?:^|[，。；：、！？,;:.\s（(]|[于於在至到年月日])$")
_DESCRIBING = regex("[^，。；、]{0,6}的|以[來来前後后]|起的|版|年度")


def anchors_of(fact: Fact, document: Document) -> tuple[DateExpression, ...]:
    """The dates before a fact's, the nearest first, that write what its own date leaves out; empty if it is all there.

    Empty, too, where they lie in another paragraph or far away.
    """
    wanted = {part for part in fact.date.inferred if part in ("year", "month")}
    index = bisect_right(document.sentences, fact.date.start, key=_START) - 1
    if not wanted or index < 0:
        return ()
    found: list[DateExpression] = []
    for place in range(bisect_left(document.dates, fact.date.start, key=_START) - 1, -1, -1):
        date = document.dates[place]
        if fact.date.start - date.end > _FARTHEST or "\n" in document.text[date.end : fact.date.start]:
            break
        written = {part for part in wanted if part not in date.inferred and _gives(date.value, part)}
        if written:
            found.append(date)
            wanted -= written
        if not wanted:
            break
    return tuple(found)


def start_with_anchor(fact: Fact, document: Document) -> int:
    """Where the source's words begin from which a fact's date follows whole."""
    anchors = anchors_of(fact, document)
    if not anchors or anchors[-1].start >= fact.start:
        return fact.start
    first = anchors[-1].start
    sentence = document.sentences[bisect_right(document.sentences, first, key=_START) - 1]
    return sentence.start if first - sentence.start <= _NEAR else first


def is_anchored(fact: Fact, document: Document) -> bool:
    """Whether the nearest written year before a date without one, in its paragraph, is that of the story told."""
    if "year" not in fact.date.inferred:
        return True
    anchors = anchors_of(fact, document)
    if not anchors or "year" in anchors[-1].inferred:
        return False
    anchor, text = anchors[-1], document.text
    told = _NARRATIVE.search(text[max(0, anchor.start - 2) : anchor.start]) and not _DESCRIBING.match(text, anchor.end)
    mine, its = fact.date.value.earliest, anchor.value.earliest
    if not told or mine is None or its is None or anchor.value.is_open:
        return False
    return its.year <= mine.year if _COUNTS_ON.search(fact.date.text) else its.year == mine.year


def _gives(value: DateValue, part: str) -> bool:
    return value.granularity >= (Granularity.YEAR if part == "year" else Granularity.MONTH)
