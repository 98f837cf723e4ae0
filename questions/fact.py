"""A dated fact: one statement of a document with its date, its exact characters and the references that support it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from questions.document import DateExpression, Document, Span


class EntityKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OFFICE = "office"
    WORK = "work"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Entity(Span):
    """A name in the document's text. A country that acts counts as a place."""

    text: str
    kind: EntityKind


@dataclass(frozen=True, kw_only=True)
class Quantity(Span):
    """A number with its unit or measure word, such as ``3700名``; `value` is the number as a decimal."""

    text: str
    value: float
    unit: str


class Modality(StrEnum):
    """How the source puts the event: as done, or as said, promised or planned."""

    STATED = "stated"
    REPORTED = "reported"
    PROMISED = "promised"
    PLANNED = "planned"
    NEGATED = "negated"


@dataclass(frozen=True, kw_only=True)
class Clause:
    """The fact taken apart, for sentences to be made of it; all texts are cleaned of markers and residue.

    `subject` did it (carried over from an earlier clause where `subject_carried`), `rest` is what it did, without
    the date and without connectives. `before_date` stands between subject and date in the source's order.
    """

    subject: str | None
    subject_carried: bool
    rest: str


@dataclass(frozen=True, kw_only=True)
class Fact(Span):
    """One dated statement. `document.text[start:end] == quote`, and the date's span lies within the quote.

    `statement` stands alone: it names its subject, keeps who said it, and holds neither markers nor residue.
    `citations` are the numbers of the references whose markers close this clause; empty where the source gives none.
    `attribution` is who says so, where the statement is reported. `entities` and `quantities` lie within the quote,
    or, for a subject carried over, before it.
    """

    id: str
    date: DateExpression
    statement: str
    quote: str
    clause: Clause
    citations: tuple[int, ...] = ()
    attribution: str | None = None
    modality: Modality = Modality.STATED
    entities: tuple[Entity, ...] = ()
    quantities: tuple[Quantity, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.start <= self.date.start < self.date.end <= self.end:
            raise ValueError(f"The date {self.date.text!r} lies outside the quote of its fact.")
        if len(self.quote) != self.end - self.start:
            raise ValueError("A quote is as long as its span.")

    def is_quoted_from(self, document: Document) -> bool:
        """Whether the document reads the quote at the fact's span."""
        return document.text[self.start : self.end] == self.quote
