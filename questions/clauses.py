"""A sentence → its clauses, and which of them a date belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questions.dates import Granularity
from questions.document import DateExpression, Document, Sentence, Span
from questions.spans import masked, within

_BORDER = {True: re.compile(r"[，；;]|,(?!\d{3})"), False: re.compile(r"[,;](?=\s)|\s[–—]\s|—")}
_FARTHEST = 300  # characters around a date that a clause without an end may take
_PREPOSITION = 4  # characters before a date that tell nothing
_CLOSING = " \t\n\u00a0，,；;。.！!？?：:—"


@dataclass(frozen=True, kw_only=True)
class Piece(Span):
    """A clause without its closing punctuation and markers.

    `numbers` are the references whose markers close it, `dates` the dates within it; `closes` tells that a semicolon
    or the end of the sentence follows.
    """

    numbers: tuple[int, ...]
    dates: tuple[DateExpression, ...]
    closes: bool


def pieces_of(document: Document, sentence: Sentence, dates: Sequence[DateExpression]) -> tuple[Piece, ...]:
    """The clauses of a sentence, in order; `dates` are the sentence's."""
    return tuple(_pieces(document, sentence, dates))


def _pieces(document: Document, sentence: Sentence, dates: Sequence[DateExpression]) -> Iterator[Piece]:
    for start, stop in _ranges(document, sentence, dates):
        first, last, numbers = _bare(document, start, stop)
        if first < last:
            held = tuple(within(dates, start, stop))
            first, last = min([first, *(date.start for date in held)]), max([last, *(date.end for date in held)])
            closes = stop == sentence.end or document.text[stop] in "；;"
            yield Piece(start=first, end=last, numbers=numbers, dates=held, closes=closes)


def _ranges(document: Document, sentence: Sentence, dates: Sequence[DateExpression]) -> Iterator[tuple[int, int]]:
    start, end = sentence.start, sentence.end
    whole = [*dates, *within(document.markers, start, end), *within(document.residues, start, end)]
    reached = start
    for border in _BORDER[document.language.is_chinese].finditer(masked(sentence.text, start, whole)):
        yield reached, start + border.start()
        reached = start + border.end()
    yield reached, end


def _bare(document: Document, start: int, end: int) -> tuple[int, int, tuple[int, ...]]:
    """The clause's span without punctuation and markers at its ends, and the references that the markers name."""
    text, markers = document.text, list(within(document.markers, start, end))
    numbers: tuple[int, ...] = ()
    while end > start and (text[end - 1] in _CLOSING or (markers and markers[-1].end == end)):
        if markers and markers[-1].end == end:
            marker = markers.pop()
            end, numbers = marker.start, (*marker.numbers, *numbers)
        else:
            end -= 1
    while start < end and text[start] in _CLOSING:
        start += 1
    return start, end, numbers


@dataclass(frozen=True, kw_only=True)
class Extent(Span):
    """The clauses ``pieces[own]`` to ``pieces[last]`` that tell one dated event; the date is in the first of them."""

    own: int
    last: int


def extent_of(pieces: Sequence[Piece], date: DateExpression, limit: int) -> Extent:
    """The clauses that tell a date's event.

    They run from the date's own clause to the first markers, the next clause with a date that does not lie within this
    one, a semicolon or the end of the sentence, and no further than `limit` characters, but always hold a clause beside
    the date.
    """
    own = bisect_right(pieces, date.start, key=lambda piece: piece.start) - 1
    last = own
    while last + 1 < len(pieces) and _runs_on(pieces, own, last, limit, date):
        last += 1
    start, end = max(pieces[own].start, date.start - _FARTHEST), min(pieces[last].end, date.end + _FARTHEST)
    return Extent(start=start, end=end, own=own, last=last)


def _runs_on(pieces: Sequence[Piece], own: int, last: int, limit: int, date: DateExpression) -> bool:
    here, following = pieces[last], pieces[last + 1]
    if here.closes or here.numbers:
        return False
    if last == own and here.end == date.end and date.start - here.start <= _PREPOSITION:
        return True  # nothing has been told yet
    if following.end - pieces[own].start > limit:
        return False
    return all(lies_within(other, date) for other in following.dates)


def lies_within(date: DateExpression, whole: DateExpression) -> bool:
    """Whether what happened at a date happened at the `whole` too: a day of the year, a year of the decade."""
    if whole.value == date.value:
        return True
    exact = whole.modifier is None and not whole.value.is_interval and whole.value.granularity >= Granularity.YEAR
    return exact and whole.value.contains(date.value)


def lead_of(pieces: Sequence[Piece], extent: Extent, limit: int, *, named: bool) -> int:
    """Where the clauses begin that lead up to an event in its sentence, within `limit` characters in all.

    Markers stop the search; so do dates and semicolons where the event's own clause names its subject.
    """
    first = extent.own
    while first > 0 and _leads(pieces[first - 1], named) and extent.end - pieces[first - 1].start <= limit:
        first -= 1
    return max(pieces[first].start, extent.start) if first == extent.own else pieces[first].start


def _leads(piece: Piece, named: bool) -> bool:
    return not piece.numbers and not (named and (piece.closes or piece.dates))
