"""What every reader returns: a document with its sentences, reference markers and reference list."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from questions.dates import DateValue


class UnreadableDocument(ValueError):
    """The source cannot be read; the message is a sentence for the person who gave it."""


class Language(StrEnum):
    """The language and script of a document, as BCP 47 tags."""

    SIMPLIFIED = "zh-Hans"
    TRADITIONAL = "zh-Hant"
    ENGLISH = "en"

    @property
    def is_chinese(self) -> bool:
        return self is not Language.ENGLISH


class SourceFormat(StrEnum):
    """The formats that there is a reader for."""

    TEXT = "text"
    HTML = "html"
    WIKITEXT = "wikitext"
    MARKDOWN = "markdown"


@dataclass(frozen=True, kw_only=True)
class Span:
    """A half-open range of characters of `Document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"A span cannot run from {self.start} to {self.end}.")


@dataclass(frozen=True, kw_only=True)
class Marker(Span):
    """A reference marker in the text, such as ``[8]`` or ``[1–3]``; `numbers` are the references that it names."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Note(Span):
    """A remark of the author's, such as the text reads at ``[a]`` or ``[注 1]``; its span is its first such marker.

    Its `text` is kept beside the document's, so its dates make no facts; `label` is what the brackets hold.
    """

    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Residue(Span):
    """Characters that a web page left in the text and that say nothing, such as a glued interlanguage gloss."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Sentence(Span):
    """A sentence with its closing punctuation and markers; `paragraph` counts the paragraphs of the text from 0."""

    text: str
    paragraph: int


@dataclass(frozen=True, kw_only=True)
class Reference:
    """An entry of the reference list: its text as the document gives it, and the fields recognised in it.

    `start` and `end` are the characters of `text` in the document. A field that the entry does not give is None.
    """

    number: int
    text: str
    start: int
    end: int
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    place: str | None = None
    issued: DateValue | None = None
    accessed: DateValue | None = None
    archived: DateValue | None = None
    url: str | None = None
    archive_url: str | None = None
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class DateExpression(Span):
    """A date expression whose value the text fixes.

    `inferred` names those of "year", "month" and "day" that come from the context and not from the expression.
    `modifier` is one of "start", "early", "mid", "late", "end", "before", "after" where the text says so.
    """

    text: str
    value: DateValue
    inferred: tuple[str, ...] = ()
    modifier: str | None = None


@dataclass(frozen=True, kw_only=True)
class Unresolved(Span):
    """A date expression that the text does not settle; `reason` is a sentence that says what is missing."""

    text: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Document:
    """A source with its parts. Every span counts characters of `text`, whose line ends are all ``\\n``.

    `body_end` is where the reference list begins (the length of the text where there is none): no date after it
    is an event's. `digest` is ``sha256:`` and the hexadecimal digest of `text` in UTF-8.
    """

    text: str
    language: Language
    digest: str
    body_end: int
    title: str | None = None
    format: SourceFormat = SourceFormat.TEXT
    sentences: tuple[Sentence, ...] = ()
    markers: tuple[Marker, ...] = ()
    residues: tuple[Residue, ...] = ()
    references: tuple[Reference, ...] = ()
    notes: tuple[Note, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    references_by_number: dict[int, Reference] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "references_by_number", {entry.number: entry for entry in self.references})
        spans: list[Sentence | Marker | Residue | Reference | DateExpression | Unresolved]
        spans = [*self.sentences, *self.markers, *self.residues, *self.references, *self.dates, *self.unresolved]
        for span in spans:
            if self.text[span.start : span.end] != span.text:
                raise ValueError(f"The document does not read {span.text!r} at {span.start}–{span.end}.")
