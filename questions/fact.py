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

    A sentence is made again as subject + before_date + date + rest:
    「俄罗斯」「承诺」(于2008年11月)「派遣3700名军人到南奥塞梯」.
    Chinese joins the parts as they are, English with single spaces; the date brings its own preposition.

    - `subject` did it, with its titles; None where it is not certain, and then the parts are for reading only.
      `subject_carried` tells that it stands in an earlier clause, or for a pronoun in this one.
    - `before_date` stands between subject and date in the source: a verb of promising, or the whole verb (「成立」,
      "was founded"). It is empty where the date leads the clause (`date_first`) or follows the subject directly.
      What precedes the date is not dated by it: a promise dates what was promised.
    - `rest` is what it did, without date, connectives and closing punctuation. It is empty where the date ends the
      clause, and begins with a comma where the source has one there and a verb already stands in `before_date`.
    """

    subject: str | None
    subject_carried: bool
    rest: str
    before_date: str = ""
    date_first: bool = False


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
