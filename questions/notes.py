"""Remarks of the author's: their texts, put to the markers at which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from questions.document import Marker, Note
from questions.regex import regex

_REMARK = regex(r"[\[［〔](?P<label>(?:note|nb|n|註|注|lower-alpha)\s?\d{1,3}|[a-z])[\]］〕]", re.IGNORECASE)
_HEADING = regex(
    r"^[ \t=#]*(?:[注註][释釋解]|Notes|Explanatory notes|Footnotes)[ \t=]*(?:\[(?:编辑|編輯|edit)\])?[ \t]*\n",
    re.MULTILINE | re.IGNORECASE,
)
_ENTRY = regex(
    r"[ \t]*(?:\^[ \t]+|[\[［〔][^\]］〕\n]{1,12}[\]］〕][ \t]*|[a-z]\.[ \t]+)(?P<text>[^\n]*\S)[^\n]*(?:\n|$)"
)


def label_of(marker: str) -> str | None:
    """The label of a remark that a marker names; None for a marker of references."""
    match = _REMARK.fullmatch(marker)
    return match["label"] if match else None


def notes_at(markers: Iterable[Marker], texts: Iterable[tuple[str, str]]) -> tuple[Note, ...]:
    """The notes of these labels and texts that a marker names, in order of the markers."""
    known = dict(texts)
    first = dict(reversed(list(_remarks(markers))))
    found = ((label, marker) for label, marker in first.items() if label in known)
    notes = (Note(start=marker.start, end=marker.end, label=label, text=known[label]) for label, marker in found)
    return tuple(sorted(notes, key=lambda note: note.start))


def notes_below_heading(text: str, begin: int, markers: Sequence[Marker]) -> tuple[Note, ...]:
    """The notes that a section of ``text[begin:]`` lists, where it has as many as the text has markers of remarks."""
    heading = _HEADING.search(text, begin)
    labels = list(dict.fromkeys(label for label, _ in _remarks(markers)))
    if heading is None or not labels:
        return ()
    listed = list(_lines(text, heading.end()))
    return notes_at(markers, zip(labels, listed, strict=True)) if len(listed) == len(labels) else ()


def _remarks(markers: Iterable[Marker]) -> Iterator[tuple[str, Marker]]:
    for marker in markers:
        if not marker.numbers and (label := label_of(marker.text)) is not None:
            yield label, marker


def _lines(text: str, place: int) -> Iterator[str]:
    while match := _ENTRY.match(text, place):
        yield match["text"]
        place = match.end()
