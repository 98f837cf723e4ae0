"""Sentences, dates and markers → dated facts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from questions import grammar_en, grammar_zh
from questions.antecedents import Antecedents, put_for
from questions.boxes import box_statement
from questions.clauses import Extent, Piece, extent_of, pieces_of
from questions.continuing import end_of_telling
from questions.document import DateExpression, Document, Sentence
from questions.fact import Clause, Fact
from questions.grammar import Around, Parts, Topic
from questions.leading import start_of_telling
from questions.lifetimes import LifeEvent, life_event
from questions.modality import claim_of, dates_the_report
from questions.names import entities_of, quantities_of
from questions.regex import regex
from questions.spans import cleaned, within
from questions.spelling import spelt_out

_DESCRIPTION = regex("[^，。；、]{0,4}的")
_LONGEST_TOLD = {True: 130, False: 450}  # characters of the clauses that tell a date's event


def find_facts(document: Document, *, watch: Callable[[float], None] | None = None) -> tuple[Fact, ...]:
    """The dated facts of a document in order of appearance; see `Fact` for what each promises.

    `watch` is told after each sentence which share of the document, from 0 to 1, has been looked through.
    """
    antecedents = Antecedents(document)
    facts: list[Fact] = []
    for index, sentence in enumerate(document.sentences):
        facts += _facts_of(document, index, antecedents)
        if watch is not None:
            watch(sentence.end / document.body_end)
    return tuple(facts)


def _facts_of(document: Document, index: int, antecedents: Antecedents) -> Iterator[Fact]:
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
        line = box_statement(document, sentence, date) if "\t" in sentence.text else None
        if line is not None:
            yield _box_fact(document, sentence, date, line)
            continue
        telling = _Telling.of(document, index, pieces, date, topic, antecedents)
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


def _box_fact(document: Document, sentence: Sentence, date: DateExpression, statement: str) -> Fact:
    start, end = sentence.start, sentence.end
    clause = Clause(subject=None, subject_carried=False, rest="", before_date=sentence.text.partition("\t")[0])
    markers = within(document.markers, start, end)
    return Fact(
        id=fact_id(document, date),
        date=date,
        start=start,
        end=end,
        quote=sentence.text,
        statement=statement,
        clause=clause,
        citations=tuple(dict.fromkeys(number for marker in markers for number in marker.numbers)),
        entities=entities_of(document, start, end, clause),
        quantities=quantities_of(document, start, end, within(document.dates, start, end)),
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
    stood_for: str | None

    @classmethod
    def of(
        cls,
        document: Document,
        index: int,
        pieces: Sequence[Piece],
        date: DateExpression,
        topic: str | None,
        antecedents: Antecedents,
    ) -> _Telling:
        """The telling of a date of sentence number `index`, whose clauses before are about the `topic`."""
        chinese = document.language.is_chinese
        extent = extent_of(document, pieces, date, _LONGEST_TOLD[chinese] + _residue(document, pieces))
        parts = _taken_apart(document, extent, date)
        meant = antecedents.meant_by(index, parts) if topic is None and extent.own == 0 else None
        clause = _clause(parts, meant, topic, chinese=chinese)
        stood_for = parts.subject if meant else None
        start = start_of_telling(
            document,
            index,
            pieces,
            extent,
            named=clause.subject is not None and (meant is not None or not clause.subject_carried),
            whole=chinese and extent.own > 0 and grammar_zh.is_whole(parts) and not antecedents.leaves_out(parts),
            wants=_wants(antecedents, index, extent, parts, clause, meant) if topic is None else False,
            settled=stood_for,
        )
        ends = extent.last == len(pieces) - 1 and not pieces[extent.last].numbers and not _only_describes(parts)
        return cls(
            document=document,
            pieces=pieces,
            date=date,
            extent=extent,
            start=start,
            end=end_of_telling(document, index, date, clause.subject, start, extent.end) if ends else extent.end,
            clause=clause,
            stood_for=stood_for,
        )

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
        subject = self.clause.subject if self.clause.subject_carried and self.start == self.extent.start else None
        if subject and self.stood_for:
            before, after = put_for(self.stood_for, subject, before, after)
            subject = None
        if document.language.is_chinese:
            return grammar_zh.told(before, when, after, subject)
        return grammar_en.told(before, when, after)

    def _dates(self) -> Sequence[DateExpression]:
        return within(self.document.dates, self.start, self.extent.end)

    def _citations(self) -> tuple[int, ...]:
        markers = within(self.document.markers, self.extent.start, self.extent.end)
        inside = [number for marker in markers for number in marker.numbers]
        return tuple(dict.fromkeys([*inside, *self._next_numbers()]))

    def _next_numbers(self) -> Sequence[int]:
        """The numbers of the first marker behind the clauses: it supports its sentence back to the one before."""
        return next((piece.numbers for piece in self.pieces[self.extent.last :] if piece.numbers), ())


def _residue(document: Document, pieces: Sequence[Piece]) -> int:
    return sum(gloss.end - gloss.start for gloss in within(document.residues, pieces[0].start, pieces[-1].end))


def _taken_apart(document: Document, extent: Extent, date: DateExpression) -> Parts:
    before, after = cleaned(document, extent.start, date.start), cleaned(document, date.end, extent.end)
    around = Around(before=before, date=date.text, after=after)
    return grammar_zh.take_apart(around) if document.language.is_chinese else grammar_en.take_apart(around)


def _only_describes(parts: Parts) -> bool:
    """Whether the date only says which thing is meant, and what follows is not told of it: 「1932年畢業的校友」."""
    return bool(parts.before_date) and _DESCRIPTION.match(parts.rest) is not None


def _wants(
    antecedents: Antecedents, index: int, extent: Extent, parts: Parts, clause: Clause, meant: Topic | None
) -> bool:
    """Whether a sentence before introduces the subject, be it that it alone names it or that it says what it is."""
    if meant is not None:
        return bool(meant.described)
    return clause.subject is None and antecedents.are_wanted(index, extent.own, parts)


def _clause(parts: Parts, meant: Topic | None, topic: str | None, *, chinese: bool) -> Clause:
    certain = parts.subject is not None and not (grammar_zh if chinese else grammar_en).is_pronoun(parts.subject)
    missing = parts.lacks_subject and not certain and not (chinese and grammar_zh.begins_with_setting(parts))
    carried = meant.name if meant else topic if missing else None
    return Clause(
        subject=carried or (parts.subject if certain else None),
        subject_carried=carried is not None,
        before_date=parts.before_date,
        rest=parts.rest,
        date_first=parts.date_first,
    )


def fact_id(document: Document, date: DateExpression) -> str:
    """The same for the same date at the same place of the same text."""
    return hashlib.sha256(f"{document.digest} {date.start} {date.end}".encode()).hexdigest()[:16]
