"""Plain text → Document."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeVar

from questions.document import Document, SourceFormat, Span
from questions.expressions import find_dates
from questions.furniture import furniture_of
from questions.notes import notes_below_heading
from questions.readers.language import language_of
from questions.reference_lists import reference_list
from questions.sentences import markers_of, residues_of, sentences_of
from questions.titles import title_of

_Some = TypeVar("_Some", bound=Span)


def read_plain(text: str, *, title: str | None = None) -> Document:
    """The document of a text whose line ends are all ``\\n``. ``== Headings ==`` are no sentences and hold no dates."""
    listed = reference_list(text)
    language = language_of(text[: listed.start].strip() or text)
    found = find_dates(text, listed.start, language)
    furniture = furniture_of(text, listed.start)
    residues = residues_of(text, listed.start)
    dateless = sorted([*furniture, *((residue.start, residue.end) for residue in residues)])
    markers = markers_of(text, listed.start)
    return Document(
        text=text,
        language=language,
        digest=f"sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}",
        body_end=listed.start,
        title=title or title_of(text),
        format=SourceFormat.TEXT,
        sentences=_outside(furniture, sentences_of(text, listed.start)),
        markers=markers,
        residues=residues,
        references=listed.entries,
        notes=notes_below_heading(text, listed.start, markers),
        dates=_outside(dateless, found.dates),
        unresolved=_outside(dateless, found.unresolved),
    )


def _outside(lines: Sequence[tuple[int, int]], spans: tuple[_Some, ...]) -> tuple[_Some, ...]:
    """Those of the spans that begin in none of the lines, or whatever else is given, which lies in order."""
    starts = [start for start, _ in lines]
    before = [(span, bisect_right(starts, span.start) - 1) for span in spans]
    return tuple(span for span, index in before if index < 0 or span.start >= lines[index][1])
