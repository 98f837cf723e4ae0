"""Paragraphs, headings and references that a reader took out of markup → Document.

They are written down as a plain text, and that text is read: whoever keeps the text and reads it again finds the same
sentences, markers, dates and facts. What a plain text cannot say for certain, the fields of the references, is what
the reader found in the markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from questions.document import Document, Language, Reference, SourceFormat
from questions.notes import notes_at
from questions.readers.language import language_of
from questions.readers.plain import read_plain
from questions.reference_lists import heads_appendix, heads_references
from questions.references import read_reference
from questions.regex import regex


@dataclass(frozen=True, kw_only=True)
class Block:
    """A paragraph or list item in one line, or a heading, whose `level` counts from 1.

    `number` is what a numbered list shows beside it; `links` are the web addresses that it links to, in order.
    """

    text: str
    level: int = 0
    number: int | None = None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Extract:
    """What a source says to its reader. Each reference's span counts the characters of its own text.

    `notes` are the labels and texts of the author's remarks.
    """

    format: SourceFormat
    title: str | None
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


_HAN = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
_WRAPPED = regex(rf"(?<=[{_HAN}])[ \t]*\n\s*(?=[{_HAN}])")
_INVISIBLE = regex("[\u00ad\u200b\u2060\ufeff\x00]")
_SPACES = regex(r"\s+")
_TWICE_BRACKETED = regex(r"\[\s?(\[\d{1,4}\])\s?\]")


def line_of(text: str) -> str:
    """The text in one line, with single spaces, and none where a line of Chinese was wrapped."""
    joined = _SPACES.sub(" ", _WRAPPED.sub("", _INVISIBLE.sub("", text))).strip()
    return _TWICE_BRACKETED.sub(r"\1", joined)


_ARCHIVE = regex(r"https?://(?:[\w-]+\.)*(?:archive\.(?:org|today|is|ph|fo|li|vn|md)|webcitation\.org)/", re.IGNORECASE)


def reference_of(*, number: int, text: str, links: Sequence[str] = (), linked: str = "") -> Reference:
    """The reference that an entry's text and links tell of; `linked` are the words of its first link, its title."""
    found = _with_title(read_reference(number=number, text=text), linked)
    archive = next((link for link in links if _ARCHIVE.match(link)), None)
    original = next((link for link in links if not _ARCHIVE.match(link)), None)
    return replace(found, url=found.url or original, archive_url=found.archive_url or archive)


_LONGEST_AUTHOR = 60


def _with_title(found: Reference, linked: str) -> Reference:
    """The reference with the linked words as its title, and what stands before them as its author."""
    if not linked or found.title == linked or linked not in found.text:
        return found
    before, title, after = found.text.partition(linked)
    author = _BORDERS.sub("", before)
    if not author or len(before) > _LONGEST_AUTHOR or _NO_NAME.search(before):
        return found
    rest = read_reference(number=found.number, text=title + after)
    return replace(rest, author=author, text=found.text, end=found.end, title=linked)


_BORDERS = regex(r"""^[\s"“《「『]+|[\s.,:，。：《「『“"']+$""")
_NO_NAME = regex(r"\d|https?:")

_HEADINGS = {
    Language.SIMPLIFIED: "参考文献",
    Language.TRADITIONAL: "參考文獻",
    Language.ENGLISH: "References",
}


def document_of(extract: Extract, *, title: str | None = None) -> Document:
    """The document of an extract; `title` stands before the extract's own."""
    body, appendices = _parted(extract.blocks)
    references = extract.references or tuple(_listed(appendices))
    paragraphs = [_written(block) for block in _with_something_below(body)]
    if references:
        heading = _HEADINGS[language_of("\n".join(paragraphs))]
        entries = [f"{entry.number}. {entry.text}" for entry in references]
        paragraphs.append("\n".join([f"== {heading} ==", *entries]))
    document = read_plain("\n\n".join(paragraphs), title=title or extract.title)
    return replace(
        document,
        format=extract.format,
        references=_placed(document.references, references),
        notes=notes_at(document.markers, extract.notes) or document.notes,
    )


def _placed(read: Iterable[Reference], found: Iterable[Reference]) -> tuple[Reference, ...]:
    """The references where the text has them, with the fields that the markup gave."""
    known = {(entry.number, entry.text): entry for entry in found}
    return tuple(
        replace(known.get((entry.number, entry.text), entry), start=entry.start, end=entry.end) for entry in read
    )


def _written(block: Block) -> str:
    marks = "=" * min(max(block.level, 2), 6)
    return f"{marks} {block.text} {marks}" if block.level else block.text


def _with_something_below(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without headings that nothing stands below."""
    for index, block in enumerate(blocks):
        below = blocks[index + 1 : index + 2]
        if not block.level or any(not found.level or found.level > block.level for found in below):
            yield block


_NUMBERED = regex(r"(?:(?P<plain>\d{1,4})[.、)]|\[(?P<number>\d{1,4})\])\s+(?P<text>\S.*)")


def _parted(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks without, and only, the sections at the end that hold references and links."""
    end = len(blocks)
    while (start := _last_appendix(blocks, end)) is not None:
        end = start
    return blocks[:end], blocks[end:]


def _last_appendix(blocks: Sequence[Block], end: int) -> int | None:
    """Where the section begins that ends at `end`, if it is an appendix."""
    highest = 7
    for index in range(end - 1, -1, -1):
        block = blocks[index]
        if block.level and block.level < highest:
            if heads_appendix(block.text):
                return index
            highest = block.level
    return None


def _listed(appendices: Iterable[Block]) -> Iterator[Reference]:
    """The entries of the numbered lists below headings that promise references."""
    promised, seen = False, set()
    for block in appendices:
        if block.level:
            promised = heads_references(block.text)
            continue
        match = _NUMBERED.fullmatch(block.text)
        number = block.number or (int(match["plain"] or match["number"]) if match else None)
        if promised and number is not None and number not in seen:
            seen.add(number)
            text = match["text"] if match and block.number is None else block.text
            yield reference_of(number=number, text=text, links=block.links)
