"""A sentence → its clauses, and which of them a date belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questions.dates import Granularity
from questions.document import DateExpression, Document, Sentence, Span
from questions.grammar_en import has_verb
from questions.grammar_zh import is_pronoun, split_subject
from questions.regex import regex
from questions.spans import cleaned, masked, within

_BORDER = {True: regex(r"[，；;]|,(?!\d{3})"), False: regex(r"[,;](?=\s)|\s[–—]\s|—")}
_DEPENDENT = {
    True: regex(
        "(?:從而|从而|因而|進而|进而|[並并]|也|亦|卻|却)?"
        "(?:[使令讓让]|以(?![後后前來来上下及為为])|以?致使?|導致|导致|造成|促使|[藉借]此|得以|史[稱称]|是[為为]|此即|即[為为]|故?[稱称][為为])"
    ),
    False: regex(
        r"(?:(?:in|on|of|to|for|from|with|by|at|some|most|all|both) ){0,2}(?:which|who|whom|whose)\b|compared\b"
        r"|(?:thus |thereby )?(?!during|according|following|including|building)[a-z]{2,}ing\b(?! called)"
    ),
}
"""How a clause begins that tells what came of the one before, or how it is called, and is a part of it."""

_OPPOSING = regex(r"(?:but|yet|whereas)\b|但|卻|却")
"""How a clause begins that says less without the one that it opposes."""

_NAMING = regex("(?:[並并]|也|亦|後|后)?(?:被|世)?(?:史[稱称]|是[為为]|此即|即[為为]|[稱称]之?[為为])")
_JOINING = regex(
    r"[而並并又亦也使]|致使|有的|同[時时](?!期)|[從从]而|在[^，；]{1,8}下"
    r"|soon (?:after|later)|there(?:after|by)\b|as a result\b"
)
"""How a clause begins that goes on after a semicolon with what the one before tells."""

_ROOM_TO_NAME = 60  # characters that a clause with the name of what is told may take beyond the limit

_MODIFIER = {
    True: (regex("[^，。；、]{2,24}(?:以[來来前]|之前|起)的"), regex("[\u3400-\u9fff]{3}")),
    False: (regex(r"\d{4} [a-z]"), regex(r"\b(?:the|its|his|her|their|an?) $")),
}
"""How a date that only says which thing is meant goes on within its clause, and what precedes it."""

_NO_SUBJECT = regex("[很極极至到而但又也並并且才則则再將将即使所「『（(有因於于]")
"""How what stands before a verb begins where it is no subject, or hangs on to a clause before."""

_FARTHEST = 300  # characters around a date that a clause without an end may take
_PREPOSITION = 4  # characters before a date that tell nothing
_CLOSING = " \t\n\u00a0，,；;。.！!？?：:—"


@dataclass(frozen=True, kw_only=True)
class Piece(Span):
    """A clause without its closing punctuation and markers.

    `numbers` are the references whose markers close it, `dates` the dates within it, and `opens` those with which it
    begins to tell something else. `closes` tells that a semicolon or the end of the sentence follows, `joins` that it
    goes on with the telling even after a semicolon, `depends` that it is a part of what the clause before tells though
    it has a date, and `names` that it gives that its name.
    """

    numbers: tuple[int, ...]
    dates: tuple[DateExpression, ...]
    closes: bool
    depends: bool
    joins: bool
    names: bool
    opens: tuple[DateExpression, ...]


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
            yield _piece(document, first, last, numbers, held, closes)


def _piece(
    document: Document, start: int, end: int, numbers: tuple[int, ...], dates: tuple[DateExpression, ...], closes: bool
) -> Piece:
    text, chinese = document.text, document.language.is_chinese
    depends = bool(dates) and _DEPENDENT[chinese].match(text, start, end) is not None
    return Piece(
        start=start,
        end=end,
        numbers=numbers,
        dates=dates,
        closes=closes,
        depends=depends,
        joins=not dates and _JOINING.match(text, start, end) is not None,
        names=_NAMING.match(text, start, end) is not None,
        opens=() if depends else tuple(date for date in dates if not _modifies(document, start, end, date)),
    )


def _modifies(document: Document, start: int, end: int, date: DateExpression) -> bool:
    """Whether a date only says which thing a clause speaks of: 「結束自1948年以來的戰爭」, "than the 2005 drought"."""
    itself, before = _MODIFIER[document.language.is_chinese]
    told = before.search(document.text, start, date.start) is not None
    return told and itself.match(document.text, date.start, end) is not None


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


def extent_of(document: Document, pieces: Sequence[Piece], date: DateExpression, limit: int) -> Extent:
    """The clauses that tell a date's event.

    They run from the date's own clause to the first markers, the next clause with a date that does not lie within this
    one, a semicolon or the end of the sentence, and no further than `limit` characters, but always hold a clause beside
    the date.
    """
    own = bisect_right(pieces, date.start, key=lambda piece: piece.start) - 1
    last = own
    limit = _with_name(pieces, own, limit)
    while (
        last + 1 < len(pieces)
        and pieces[last + 1].end - pieces[own].start <= limit
        and not _tells(document, pieces[last])
    ):
        last += 1
    while last + 1 < len(pieces) and _runs_on(pieces, own, last, limit, date):
        last += 1
    start, end = max(pieces[own].start, date.start - _FARTHEST), min(pieces[last].end, date.end + _FARTHEST)
    if end < pieces[last].end and not document.language.is_chinese:
        end = max(date.end, document.text.rfind(" ", date.end, end))
    return Extent(start=start, end=end, own=own, last=last)


def _runs_on(pieces: Sequence[Piece], own: int, last: int, limit: int, date: DateExpression) -> bool:
    here, following = pieces[last], pieces[last + 1]
    if here.numbers or (here.closes and not following.joins):
        return False
    if last == own and here.end == date.end and date.start - here.start <= _PREPOSITION:
        return True  # nothing has been told yet
    if following.end - pieces[own].start > limit:
        return False
    return all(lies_within(other, date) for other in following.opens)


def _tells(document: Document, piece: Piece) -> bool:
    """Whether a clause has a verb, as far as that can be seen, or something ends with it that tells it all."""
    if document.language.is_chinese or piece.numbers:
        return True
    return has_verb(document.text[piece.start : piece.end])


def _with_name(pieces: Sequence[Piece], own: int, limit: int) -> int:
    """The limit, or what it takes to come to the name of what is told."""
    for place in range(own + 1, len(pieces)):
        length = pieces[place].end - pieces[own].start
        if pieces[place - 1].closes or length > limit + _ROOM_TO_NAME:
            break
        if pieces[place].names:
            return max(limit, length)
    return limit


def lies_within(date: DateExpression, whole: DateExpression) -> bool:
    """Whether what happened at a date happened at the `whole` too: a day of the year, a year of the decade."""
    if whole.value == date.value:
        return date.text == whole.text or not _says_more(date)
    exact = whole.modifier is None and not whole.value.is_interval and whole.value.granularity >= Granularity.YEAR
    return exact and whole.value.contains(date.value)


def _says_more(date: DateExpression) -> bool:
    """Whether a date names a month or a day that its value leaves out, as one of the lunar calendar does."""
    return date.value.granularity <= Granularity.YEAR and "月" in date.text


def lead_of(
    document: Document, pieces: Sequence[Piece], extent: Extent, limit: int, *, named: bool, whole: bool
) -> int:
    """Where the clauses begin that lead up to an event in its sentence, within `limit` characters in all.

    Markers stop the search; so do semicolons where the event's own clauses are `whole`, and dates too where they are
    `named`, unless they oppose what is told before.
    """
    first = extent.own
    opposing = (named or whole) and _OPPOSING.match(document.text, pieces[first].start) is not None
    if opposing and _fits(pieces, extent, first, limit):
        first -= 1
    while _fits(pieces, extent, first, limit) and _leads(pieces[first - 1], named and not opposing, named or whole):
        first -= 1
    return max(pieces[first].start, extent.start) if first == extent.own else pieces[first].start


def _fits(pieces: Sequence[Piece], extent: Extent, first: int, limit: int) -> bool:
    """Whether there is a clause before clause number `first`, without markers and within the limit."""
    return first > 0 and not pieces[first - 1].numbers and extent.end - pieces[first - 1].start <= limit


def _leads(piece: Piece, named: bool, whole: bool) -> bool:
    return not (whole and piece.closes) and not (named and piece.dates)


def last_clauses(document: Document, sentence: Sentence, earliest: int) -> int | None:
    """Where the last clauses of a sentence begin, at the first from `earliest` on that names what it is about."""
    if not document.language.is_chinese:
        return None
    pieces = pieces_of(document, sentence, within(document.dates, sentence.start, sentence.end))
    for piece in pieces:
        if piece.start >= earliest and not piece.depends and _names_subject(cleaned(document, piece.start, piece.end)):
            return piece.start
    return None


def _names_subject(text: str) -> bool:
    subject = split_subject(text)[0]
    return subject is not None and not is_pronoun(subject) and not _NO_SUBJECT.match(subject)
