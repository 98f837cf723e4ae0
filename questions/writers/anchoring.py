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
_DESCRIBING = regex("[^，。；、]{0,14}的|[以之]?[來来前後后]|起的|版|年度")
_OPEN_QUOTE = regex("[“「『][^”」』]*$")
_BY_THE_MOON = regex("[正腊臘冬閏闰一二三四五六七八九十]月|初[一二三四五六七八九十]|廿|[一二三四五六七八九十]日")
_WESTERN_SINCE = 1912  # from then on China counted its months as others do


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
    if is_by_the_moon(fact, document):
        return False
    if "year" not in fact.date.inferred:
        return True
    anchors = anchors_of(fact, document)
    if not anchors or "year" in anchors[-1].inferred:
        return False
    anchor, text = anchors[-1], document.text
    told = _NARRATIVE.search(text[max(0, anchor.start - 2) : anchor.start]) and not _DESCRIBING.match(text, anchor.end)
    told = told and not _OPEN_QUOTE.search(text, max(0, anchor.start - _FARTHEST), anchor.start)
    mine, its = fact.date.value.earliest, anchor.value.earliest
    if not told or mine is None or its is None or anchor.value.is_open or anchor.modifier in ("before", "after"):
        return False
    return its.year <= mine.year if _COUNTS_ON.search(fact.date.text) else its.year == mine.year


def is_by_the_moon(fact: Fact, document: Document) -> bool:
    """Whether a date counts its month or day by the old Chinese calendar, so that no other calendar has it so."""
    value = fact.date.value
    old = value.earliest is not None and value.earliest.year < _WESTERN_SINCE
    fine = value.granularity > Granularity.YEAR
    return document.language.is_chinese and old and fine and _BY_THE_MOON.search(fact.date.text) is not None


def says_more(fact: Fact, document: Document) -> bool:
    """Whether a Chinese text writes a month, a day or an hour that the value of a fact's date leaves out."""
    if not document.language.is_chinese:
        return False
    date, index = fact.date, bisect_right(document.sentences, fact.date.start, key=_START) - 1
    if date.value.granularity is Granularity.DAY:
        return _HOUR.search(document.sentences[max(index, 0)].text) is not None
    behind = document.text[date.end : date.end + _BEHIND]
    coarse = date.value.granularity <= Granularity.YEAR
    return (coarse and "月" in date.text) or _MORE.match(behind) is not None


_BEHIND = 8  # characters behind a date in which its month or day may follow
_MORE = regex(r"[）)]?[，,]?\s*(?:[正腊臘冬閏闰一二三四五六七八九十\d]{1,3}[月日]|[春夏秋冬][季天末初]?)")
_HOUR = regex(r"\d\s*[时時点點](?!代)|\d[:：]\d|[上下]午|凌晨|清晨|傍晚|深夜|[当當]晚|[日天]晚|夜[间間]")


def _gives(value: DateValue, part: str) -> bool:
    return value.granularity >= (Granularity.YEAR if part == "year" else Granularity.MONTH)
