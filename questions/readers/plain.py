"""Plain text → Document."""

from __future__ import annotations

import hashlib

from questions.document import Document, SourceFormat
from questions.expressions import find_dates
from questions.readers.language import language_of
from questions.references import reference_list
from questions.sentences import markers_of, residues_of, sentences_of


def read_plain(text: str, *, title: str | None = None) -> Document:
    """The document of a text whose line ends are all ``\\n``."""
    listed = reference_list(text)
    language = language_of(text[: listed.start].strip() or text)
    found = find_dates(text, listed.start, language)
    return Document(
        text=text,
        language=language,
        digest=f"sha256:{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}",
        body_end=listed.start,
        title=title,
        format=SourceFormat.TEXT,
        sentences=sentences_of(text, listed.start),
        markers=markers_of(text, listed.start),
        residues=residues_of(text, listed.start),
        references=listed.entries,
        dates=found.dates,
        unresolved=found.unresolved,
    )
