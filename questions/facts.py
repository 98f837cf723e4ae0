"""Sentences, dates and markers → dated facts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from questions.clauses import Extent, Piece, extent_of, pieces_of
from questions.document import DateExpression, Document, Sentence
from questions.fact import Clause, Fact
from questions.grammar_zh import Parts, is_pronoun, take_apart
from questions.modality import claim_of
from questions.spans import cleaned, within
from questions.speech import say_date

_LONGEST_QUOTE = {True: 90, False: 260}


def find_facts(document: Document) -> tuple[Fact, ...]:
    """The dated facts of a document in order of appearance; see `Fact` for what each promises."""
    return tuple(fact for sentence in document.sentences for fact in _facts_of(document, sentence))


def _facts_of(document: Document, sentence: Sentence) -> Iterator[Fact]:
    dates = within(document.dates, sentence.start, sentence.end)
    if not dates:
        return
    pieces = pieces_of(document, sentence, dates)
    topic: str | None = None
    for date in dates:
        extent = extent_of(pieces, date, _LONGEST_QUOTE[document.language.is_chinese], document.residues)
        clause = _clause(document, extent, date, topic)
        topic = clause.subject or topic
        yield _fact(document, pieces, extent, date, clause)


def _clause(document: Document, extent: Extent, date: DateExpression, topic: str | None) -> Clause:
    before, after = cleaned(document, extent.start, date.start), cleaned(document, date.end, extent.end)
    parts: Parts = take_apart(before, after)
    subject, carried = parts.subject, False
    if subject is None or is_pronoun(subject):
        subject, carried = topic, topic is not None
    return Clause(
        subject=subject,
        subject_carried=carried,
        before_date=parts.before_date,
        rest=parts.rest,
        date_first=parts.date_first,
    )


def _fact(document: Document, pieces: Sequence[Piece], extent: Extent, date: DateExpression, clause: Clause) -> Fact:
    statement = _statement(document, date, clause)
    claim = claim_of(clause, statement, chinese=document.language.is_chinese)
    return Fact(
        id=fact_id(document, date),
        date=date,
        start=extent.start,
        end=extent.end,
        quote=document.text[extent.start : extent.end],
        statement=statement,
        clause=clause,
        citations=_citations(document, pieces, extent),
        attribution=claim.attribution,
        modality=claim.modality,
    )


def fact_id(document: Document, date: DateExpression) -> str:
    """The same for the same date at the same place of the same text."""
    return hashlib.sha256(f"{document.digest} {date.start} {date.end}".encode()).hexdigest()[:16]


def _statement(document: Document, date: DateExpression, clause: Clause) -> str:
    when = say_date(date.value, document.language) if date.inferred else date.text
    if clause.date_first:
        return f"{when}，{clause.subject or ''}{clause.rest}。"
    return f"{clause.subject or ''}{clause.before_date}于{when}{clause.rest}。"


def _citations(document: Document, pieces: Sequence[Piece], extent: Extent) -> tuple[int, ...]:
    inside = [number for marker in within(document.markers, extent.start, extent.end) for number in marker.numbers]
    return tuple(dict.fromkeys([*inside, *pieces[extent.last].numbers]))
