"""What was found in a document: its facts and unresolved dates in their sentences, and its references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from questions.dates import DateValue, Day
from questions.document import Language
from quizapp.database import db
from quizapp.documents.evidence import Evidence, Piece, Source
from quizapp.documents.models import Fact, Unresolved
from quizapp.documents.passages import Passages, passages_of
from quizapp.documents.service import DocumentHeading, heading_of, references_of

_BEFORE_ALL: Final = Day(-1_000_000, 1, 1)


@dataclass(frozen=True, kw_only=True)
class DatedFact:
    """A fact; `id` is 0 while it is not stored. Its evidence is the whole sentence with the references that it cites.

    `inferred` names those of "year", "month" and "day" that the context gives and not the date's own words.
    """

    id: int
    key: str
    date: DateValue
    statement: str
    inferred: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, kw_only=True)
class UnresolvedDate:
    """A date expression that made no fact, its sentence with the expression marked as the date, and why."""

    text: str
    pieces: tuple[Piece, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class DocumentPage:
    """A document with all that was found in it; facts and unresolved dates in the order of the text."""

    heading: DocumentHeading
    facts: tuple[DatedFact, ...]
    unresolved: tuple[UnresolvedDate, ...]
    references: tuple[Source, ...]

    @property
    def cited(self) -> frozenset[int]:
        """The numbers of the references that a fact cites."""
        return frozenset(source.number for fact in self.facts for source in fact.evidence.sources)


def in_time(facts: Iterable[DatedFact]) -> tuple[DatedFact, ...]:
    """The facts from earliest to latest; of those that begin together, the least exactly dated first."""
    return tuple(sorted(facts, key=lambda fact: (fact.date.earliest or _BEFORE_ALL, fact.date.granularity)))


def document_page(document_id: int) -> DocumentPage:
    """The document with all that was found in it. Raises NotFound."""
    heading = heading_of(document_id)
    source = passages_of(document_id)
    references = references_of(document_id)
    by_number = {reference.number: reference for reference in references}
    facts = db.session.scalars(select(Fact).where(Fact.document_id == document_id).order_by(Fact.position)).all()
    unresolved = db.session.scalars(
        select(Unresolved).where(Unresolved.document_id == document_id).order_by(Unresolved.start)
    ).all()
    return DocumentPage(
        heading=heading,
        facts=tuple(dated(fact, source, by_number, heading.language) for fact in facts),
        unresolved=tuple(left_open(entry, source) for entry in unresolved),
        references=references,
    )


def dated(fact: Fact, source: Passages, references: Mapping[int, Source], language: Language) -> DatedFact:
    """The fact of a row as pages show it; the row need not be in the database yet."""
    evidence = Evidence(
        document_title=None,  # it stands at the head of the page
        language=language,
        pieces=source.cut_around(start=fact.start, end=fact.end, date_start=fact.date_start, date_end=fact.date_end),
        sources=tuple(references[number] for number in fact.citations if number in references),
    )
    return DatedFact(
        id=fact.id or 0,
        key=fact.key,
        date=DateValue(fact.date_value),
        statement=fact.statement,
        inferred=tuple(fact.date_inferred),
        evidence=evidence,
    )


def left_open(entry: Unresolved, source: Passages) -> UnresolvedDate:
    """The unresolved date of a row as pages show it; the row need not be in the database yet."""
    return UnresolvedDate(
        text=entry.text,
        pieces=source.cut_around(start=entry.start, end=entry.end, date_start=entry.start, date_end=entry.end),
        reason=entry.reason,
    )
