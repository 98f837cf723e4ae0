"""What was found in a document: its facts and unresolved dates in their sentences, and its references."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from sqlalchemy import select

from questions.dates import DateValue, Day
from questions.document import Language
from quizapp.database import db
from quizapp.documents.evidence import Evidence, Piece, Source, cut
from quizapp.documents.models import Fact, Sentence, Unresolved
from quizapp.documents.service import DocumentHeading, heading_of, references_of, text_of

_BEFORE_ALL: Final = Day(-1_000_000, 1, 1)


@dataclass(frozen=True, kw_only=True)
class DatedFact:
    """A stored fact. Its evidence is the whole sentence with the references that the fact cites.

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


@dataclass(frozen=True, kw_only=True)
class _Text:
    """A document's text with the spans of its sentences in order."""

    text: str
    sentences: Sequence[tuple[int, int]]

    def cut_sentence(self, *, start: int, end: int, date_start: int, date_end: int) -> tuple[Piece, ...]:
        """The sentence or sentences that hold these characters, in pieces, with the date marked."""
        begin, stop = self._around(start, end)
        return cut(self.text[begin:stop], date_start=date_start - begin, date_end=date_end - begin)

    def _around(self, start: int, end: int) -> tuple[int, int]:
        first = bisect_right(self.sentences, start, key=itemgetter(0)) - 1
        last = bisect_left(self.sentences, end, key=itemgetter(1))
        begin = min(start, self.sentences[first][0]) if first >= 0 else start
        stop = max(end, self.sentences[last][1]) if last < len(self.sentences) else end
        return begin, stop


def facts_of(document_id: int) -> tuple[DatedFact, ...]:
    """The document's facts in the order of the text. Raises NotFound."""
    return document_page(document_id).facts


def in_time(facts: Iterable[DatedFact]) -> tuple[DatedFact, ...]:
    """The facts from earliest to latest; of those that begin together, the least exactly dated first."""
    return tuple(sorted(facts, key=lambda fact: (fact.date.earliest or _BEFORE_ALL, fact.date.granularity)))


def document_page(document_id: int) -> DocumentPage:
    """The document with all that was found in it. Raises NotFound."""
    heading = heading_of(document_id)
    source = _Text(text=text_of(document_id), sentences=_sentences(document_id))
    references = references_of(document_id)
    by_number = {reference.number: reference for reference in references}
    facts = db.session.scalars(select(Fact).where(Fact.document_id == document_id).order_by(Fact.position))
    return DocumentPage(
        heading=heading,
        facts=tuple(_dated(fact, source, by_number, heading.language) for fact in facts),
        unresolved=_unresolved(document_id, source),
        references=references,
    )


def _sentences(document_id: int) -> list[tuple[int, int]]:
    rows = db.session.execute(
        select(Sentence.start, Sentence.end).where(Sentence.document_id == document_id).order_by(Sentence.start)
    )
    return [(start, end) for start, end in rows]


def _dated(fact: Fact, source: _Text, references: Mapping[int, Source], language: Language) -> DatedFact:
    evidence = Evidence(
        document_title=None,  # it stands at the head of the page
        language=language,
        pieces=source.cut_sentence(start=fact.start, end=fact.end, date_start=fact.date_start, date_end=fact.date_end),
        sources=tuple(references[number] for number in fact.citations if number in references),
    )
    return DatedFact(
        id=fact.id,
        key=fact.key,
        date=DateValue(fact.date_value),
        statement=fact.statement,
        inferred=tuple(fact.date_inferred),
        evidence=evidence,
    )


def _unresolved(document_id: int, source: _Text) -> tuple[UnresolvedDate, ...]:
    found = db.session.scalars(
        select(Unresolved).where(Unresolved.document_id == document_id).order_by(Unresolved.start)
    )
    return tuple(
        UnresolvedDate(
            text=entry.text,
            pieces=source.cut_sentence(start=entry.start, end=entry.end, date_start=entry.start, date_end=entry.end),
            reason=entry.reason,
        )
        for entry in found
    )
