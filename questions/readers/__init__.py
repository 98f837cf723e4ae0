"""A source in any format that there is a reader for → Document."""

from __future__ import annotations

from questions.document import Document, SourceFormat, UnreadableDocument
from questions.readers.encoding import decoded
from questions.readers.plain import read_plain

__all__ = ["read"]

_READERS = {SourceFormat.TEXT: read_plain}


def read(source: str | bytes, *, format: str | None = None, title: str | None = None) -> Document:  # noqa: A002
    """The document of a source; `format` is one of `SourceFormat`'s values, or None to recognise it.

    Text never fails. Raises UnreadableDocument, with a sentence, for bytes that are no text and for an unknown format.
    """
    text = decoded(source) if isinstance(source, bytes) else source.removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _READERS[_format(format)](text, title=title)


def _format(name: str | None) -> SourceFormat:
    try:
        return SourceFormat(name or SourceFormat.TEXT)
    except ValueError:
        known = ", ".join(SourceFormat)
        raise UnreadableDocument(f"There is no reader for the format {name!r}; there is one for {known}.") from None
