"""A source in any format that there is a reader for → Document."""

from __future__ import annotations

from questions.document import Document, SourceFormat, UnreadableDocument
from questions.readers.encoding import decoded
from questions.readers.html import read_html
from questions.readers.markdown import read_markdown
from questions.readers.plain import read_plain
from questions.readers.recognising import recognised
from questions.readers.wikitext import read_wikitext
from questions.regex import regex

__all__ = ["read"]

# Half of a pair that stands for one character: it is no character, and no file can hold it.
_HALF_CHARACTER = regex("[\ud800-\udfff]")

_READERS = {
    SourceFormat.TEXT: read_plain,
    SourceFormat.HTML: read_html,
    SourceFormat.WIKITEXT: read_wikitext,
    SourceFormat.MARKDOWN: read_markdown,
}


def read(source: str | bytes, *, format: str | None = None, title: str | None = None) -> Document:  # noqa: A002
    """The document of a source; `format` is one of `SourceFormat`'s values, or None to recognise it.

    The text of any format's document reads as text to the same sentences, markers, dates and facts. Text never fails.
    Raises UnreadableDocument, with a sentence, for bytes that are no text and for an unknown format.
    """
    text = decoded(source) if isinstance(source, bytes) else source.removeprefix("\ufeff")
    text = _HALF_CHARACTER.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _READERS[_format(format) or recognised(text)](text, title=title)


def _format(name: str | None) -> SourceFormat | None:
    try:
        return SourceFormat(name) if name is not None else None
    except ValueError:
        known = ", ".join(SourceFormat)
        raise UnreadableDocument(f"There is no reader for the format {name!r}; there is one for {known}.") from None
