"""Sentences, dates and markers → dated facts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questions import grammar_en, grammar_zh
from questions.clauses import Extent, Piece, extent_of, lead_of, pieces_of
from questions.continuing import end_of_telling, takes_up
from questions.document import DateExpression, Document
from questions.fact import Clause, Fact
from questions.grammar import Around, Parts
from questions.lifetimes import LifeEvent, life_event
from questions.modality import claim_of, dates_the_report
from questions.names import entities_of, quantities_of
from questions.spans import cleaned, within
from questions.spelling import spelt_out


@dataclass(frozen=True, kw_only=True)
class _Lengths:
    """How many characters a statement may take: with what it goes on to say, and with what leads up to it."""

    told: int
    with_lead: int
    with_sentence_before: int


_LENGTHS = {
    True: _Lengths(told=130, with_lead=130, with_sentence_before=80),
    False: _Lengths(told=450, with_lead=500, with_sentence_before=700),
}


def find_facts(document: Document) -> tuple[Fact, ...]:
    """The dated facts of a document in order of appearance; see `Fact` for what each promises."""
    return tuple(fact for index in range(len(document.sentences)) for fact in _facts_of(document, index))


def _facts_of(document: Document, index: int) -> Iterator[Fact]:
    sentence = document.sentences[index]
    dates = within(document.dates, sentence.start, sentence.end)
    if not dates:
        return
    pieces = pieces_of(document, sentence, dates)
    topic: str | None = None
    for date in dates:
        if dates_the_report(document.text, date.start, date.end):
            continue
        life = life_event(document, sentence, dates, date)
        if life is not None:
            yield _life_fact(document, date, life)
            continue
        telling = _Telling.of(document, index, pieces, date, topic)
        topic = telling.clause.subject or topic
        yield telling.fact()


def _life_fact(document: Document, date: DateExpression, life: LifeEvent) -> Fact:
    clause = Clause(subject=life.name, subject_carried=False, rest=life.deed)
    return Fact(
        id=fact_id(document, date),
        date=date,
        start=life.start,
        end=life.end,
        quote=document.text[life.start : life.end],
        statement=life.statement,
        clause=clause,
        entities=entities_of(document, life.start, life.end, clause),
    )


@dataclass(frozen=True, kw_only=True)
class _Telling:
    """How one sentence tells of one date."""

    document: Document
    pieces: Sequence[Piece]
    date: DateExpression
    extent: Extent
    start: int
    end: int
    clause: Clause

    @classmethod
    def of(
        cls, document: Document, index: int, pieces: Sequence[Piece], date: DateExpression, topic: str | None
    ) -> _Telling:
        chinese = document.language.is_chinese
        lengths = _LENGTHS[chinese]
        extent = extent_of(pieces, date, lengths.told + _residue(document, pieces))
        grammar = grammar_zh if chinese else grammar_en
        around = Around(
            before=cleaned(document, extent.start, date.start),
            date=date.text,
            after=cleaned(document, date.end, extent.end),
        )
        parts = grammar.take_apart(around)
        named = parts.subject is not None and not grammar.is_pronoun(parts.subject)
        start = lead_of(pieces, extent, lengths.with_lead, named=named)
        if not named and topic is None and start == pieces[0].start:
            before = _lead_sentence(document, index, extent.end - lengths.with_sentence_before)
            start = start if before is None else before
        clause = _clause(parts, named, topic)
        end = extent.end
        if extent.last == len(pieces) - 1 and not pieces[extent.last].numbers:
            end = end_of_telling(document, index, date, clause.subject, start, end)
        return cls(document=document, pieces=pieces, date=date, extent=extent, start=start, end=end, clause=clause)

    def fact(self) -> Fact:
        core = self._statement(self.extent.end)
        claim = claim_of(self.clause, core, chinese=self.document.language.is_chinese)
        return Fact(
            id=fact_id(self.document, self.date),
            date=self.date,
            start=self.start,
            end=self.end,
            quote=self.document.text[self.start : self.end],
            statement=core if self.end == self.extent.end else self._statement(self.end),
            clause=self.clause,
            citations=self._citations(),
            attribution=claim.attribution,
            modality=claim.modality,
            entities=entities_of(self.document, self.start, self.extent.end, self.clause),
            quantities=quantities_of(self.document, self.start, self.extent.end, self._dates()),
        )

    def _statement(self, end: int) -> str:
        document, date = self.document, self.date
        before, when = spelt_out(date, document.language, cleaned(document, self.start, date.start))
        after = cleaned(document, date.end, end)
        if not document.language.is_chinese:
            return grammar_en.told(before, when, after)
        subject = self.clause.subject if self.clause.subject_carried and self.start == self.extent.start else None
        return grammar_zh.told(before, when, after, subject)

    def _dates(self) -> Sequence[DateExpression]:
        return within(self.document.dates, self.start, self.extent.end)

    def _citations(self) -> tuple[int, ...]:
        markers = within(self.document.markers, self.extent.start, self.extent.end)
        inside = [number for marker in markers for number in marker.numbers]
        return tuple(dict.fromkeys([*inside, *self.pieces[self.extent.last].numbers]))


def _residue(document: Document, pieces: Sequence[Piece]) -> int:
    return sum(gloss.end - gloss.start for gloss in within(document.residues, pieces[0].start, pieces[-1].end))


def _lead_sentence(document: Document, index: int, earliest: int) -> int | None:
    """Where the sentences before begin that name what this one is about.

    They stand in the same paragraph and not before `earliest`, and end with the first that takes nothing up itself.
    """
    start: int | None = None
    paragraph = document.sentences[index].paragraph
    for position in range(index - 1, -1, -1):
        before = document.sentences[position]
        if before.paragraph != paragraph or before.start < earliest:
            break
        start = before.start
        if not takes_up(before.text, chinese=document.language.is_chinese):
            break
    return start


def _clause(parts: Parts, named: bool, topic: str | None) -> Clause:
    carried = topic if parts.lacks_subject else None
    return Clause(
        subject=parts.subject if named else carried,
        subject_carried=not named and carried is not None,
        before_date=parts.before_date,
        rest=parts.rest,
        date_first=parts.date_first,
    )


def fact_id(document: Document, date: DateExpression) -> str:
    """The same for the same date at the same place of the same text."""
    return hashlib.sha256(f"{document.digest} {date.start} {date.end}".encode()).hexdigest()[:16]
