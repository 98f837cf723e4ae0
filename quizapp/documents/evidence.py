"""Evidence as pages show it: a quote in pieces, and the references that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from urllib.parse import urlsplit

from questions.document import Language
from questions.sentences import markers_of, residues_of


class PieceKind(StrEnum):
    """What a piece of a quote is, and so how it is set."""

    TEXT = "text"
    DATE = "date"
    MARKER = "marker"
    RESIDUE = "residue"


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Some consecutive characters of a passage; those that stand around the quote are not `quoted`."""

    text: str
    kind: PieceKind = PieceKind.TEXT
    quoted: bool = True


@dataclass(frozen=True, kw_only=True)
class Source:
    """A reference as its document gives it: `text` in full, and the fields recognised in it; dates are EDTF.

    The addresses are web addresses or None: nothing else of a document becomes a link.
    """

    number: int
    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    place: str | None = None
    issued: str | None = None
    accessed: str | None = None
    archived: str | None = None
    url: str | None = None
    archive_url: str | None = None
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A passage in pieces, whose texts together are the passage, and the references that its quote cites, in order.

    No pieces: nothing is quoted, and the sources alone are cited. No sources: the document gives none here.
    `attribution` says whose text the document is, where that must be shown.
    """

    document_title: str | None
    language: Language
    pieces: tuple[Piece, ...] = ()
    sources: tuple[Source, ...] = ()
    attribution: str | None = None


def cut(quote: str, *, date_start: int, date_end: int) -> tuple[Piece, ...]:
    """The quote in pieces: the date at these characters of it, its markers, its residue, and the text between."""
    date = (date_start, date_end, PieceKind.DATE)
    found = [
        *((marker.start, marker.end, PieceKind.MARKER) for marker in markers_of(quote, len(quote))),
        *((residue.start, residue.end, PieceKind.RESIDUE) for residue in residues_of(quote, len(quote))),
    ]
    clear = [span for span in found if span[1] <= date_start or span[0] >= date_end]
    return tuple(_pieces(quote, sorted([date, *clear])))


def quote_within(pieces: Iterable[Piece], *, start: int, end: int) -> tuple[Piece, ...]:
    """The pieces, cut once more where a quote begins and ends within them; what lies outside it is not quoted."""
    found: list[Piece] = []
    reached = 0
    for piece in pieces:
        after = reached + len(piece.text)
        edges = sorted({reached, after, *(edge for edge in (start, end) if reached < edge < after)})
        for begin, stop in pairwise(edges):
            quoted = start <= begin and stop <= end
            found.append(Piece(text=piece.text[begin - reached : stop - reached], kind=piece.kind, quoted=quoted))
        reached = after
    return tuple(found)


def _pieces(quote: str, spans: Iterable[tuple[int, int, PieceKind]]) -> Iterator[Piece]:
    reached = 0
    for start, end, kind in spans:
        if start < reached or start == end:
            continue
        if reached < start:
            yield Piece(text=quote[reached:start])
        yield Piece(text=quote[start:end], kind=kind)
        reached = end
    if reached < len(quote):
        yield Piece(text=quote[reached:])


def web_address(text: str | None) -> str | None:
    """The text if it is an http or https address; None for all else, such as a script."""
    if text is None:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in {"http", "https"} and parts.netloc else None
