"""What was found in a document: its facts and unresolved dates in their sentences, and its references."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from questions.dates import DateValue, Day
from questions.document import Language
from quizapp.database import db
from quizapp.documents.correcting import (
    CorrectionEntry,
    FactValues,
    corrections_of,
    corrections_on,
    extracted,
    history_of,
    holding,
)
from quizapp.documents.evidence import Evidence, Piece, Source
from quizapp.documents.models import Correction, Fact, Unresolved
from quizapp.documents.passages import Passages, passages_of
from quizapp.documents.service import DocumentHeading, heading_of, references_of
from quizapp.errors import NotFound

_BEFORE_ALL: Final = Day(-1_000_000, 1, 1)


@dataclass(frozen=True, kw_only=True)
class DatedFact:
    """A fact; `id` is 0 while it is not stored. Its evidence is the whole sentence with the references that it cites.

    `inferred` names those of "year", "month" and "day" that the context gives and not the date's own words. `corrected`
    says that a teacher corrected it, and `hidden` that no question is to be written from it.
    """

    id: int
    key: str
    date: DateValue
    statement: str
    inferred: tuple[str, ...]
    evidence: Evidence
    corrected: bool = False
    hidden: bool = False


@dataclass(frozen=True, kw_only=True)
class FactName:
    """What a fact is known by."""

    id: int
    date: DateValue
    statement: str


@dataclass(frozen=True, kw_only=True)
class FactPage:
    """A fact in full: what was extracted beside what holds now, with its history, the newest correction first.

    `references` are all of its document, for a teacher to choose from.
    """

    id: int
    key: str
    heading: DocumentHeading
    evidence: Evidence
    found: FactValues
    values: FactValues
    history: tuple[CorrectionEntry, ...]
    references: tuple[Source, ...]

    @property
    def newest_id(self) -> int:
        """The newest correction; 0 where there is none."""
        return self.history[0].id if self.history else 0


@dataclass(frozen=True, kw_only=True)
class UnresolvedDate:
    """A date expression that made no fact, its sentence with the expression marked as the date, and why."""

    text: str
    pieces: tuple[Piece, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class DocumentPage:
    """A document with all that was found in it; facts and unresolved dates in the order of the text.

    Facts that a teacher hid are no part of `facts`.
    """

    heading: DocumentHeading
    facts: tuple[DatedFact, ...]
    hidden: tuple[DatedFact, ...]
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
    corrections = corrections_on(document_id)
    shown = [dated(fact, source, by_number, heading.language, corrections.get(fact.key)) for fact in facts]
    return DocumentPage(
        heading=heading,
        facts=tuple(fact for fact in shown if not fact.hidden),
        hidden=tuple(fact for fact in shown if fact.hidden),
        unresolved=tuple(left_open(entry, source) for entry in unresolved),
        references=references,
    )


def dated(
    fact: Fact,
    source: Passages,
    references: Mapping[int, Source],
    language: Language,
    correction: Correction | None = None,
) -> DatedFact:
    """The fact of a row as pages show it, with its newest correction; the row need not be in the database yet."""
    values = holding(fact, correction)
    evidence = Evidence(
        document_title=None,  # it stands at the head of the page
        language=language,
        pieces=source.cut_around(start=fact.start, end=fact.end, date_start=fact.date_start, date_end=fact.date_end),
        sources=tuple(references[number] for number in values.citations if number in references),
    )
    return DatedFact(
        id=fact.id or 0,
        key=fact.key,
        date=values.date,
        statement=values.statement,
        inferred=tuple(fact.date_inferred) if str(values.date) == fact.date_value else (),
        evidence=evidence,
        corrected=correction is not None and values != extracted(fact),
        hidden=values.hidden,
    )


def fact_page(document_id: int, fact_id: int) -> FactPage:
    """A fact of a document in full. Raises NotFound."""
    fact = db.session.scalar(select(Fact).where(Fact.id == fact_id, Fact.document_id == document_id))
    if fact is None:
        raise NotFound
    heading = heading_of(document_id)
    references = references_of(document_id)
    history = history_of(fact_id)
    found = extracted(fact)
    return FactPage(
        id=fact.id,
        key=fact.key,
        heading=heading,
        evidence=dated(
            fact, passages_of(document_id), {one.number: one for one in references}, heading.language
        ).evidence,
        found=found,
        values=history[0].values if history else found,
        history=history,
        references=references,
    )


def facts_named(document_id: int, keys: Collection[str]) -> tuple[FactName, ...]:
    """The facts of these keys, in the order of the text."""
    rows = db.session.scalars(
        select(Fact).where(Fact.document_id == document_id, Fact.key.in_(keys)).order_by(Fact.position)
    ).all()
    corrections = corrections_of([fact.id for fact in rows])
    held = ((fact, holding(fact, corrections.get(fact.id))) for fact in rows)
    return tuple(FactName(id=fact.id, date=values.date, statement=values.statement) for fact, values in held)


def left_open(entry: Unresolved, source: Passages) -> UnresolvedDate:
    """The unresolved date of a row as pages show it; the row need not be in the database yet."""
    return UnresolvedDate(
        text=entry.text,
        pieces=source.cut_around(start=entry.start, end=entry.end, date_start=entry.start, date_end=entry.end),
        reason=entry.reason,
    )
