"""What the facts and references of a document say about each other: what to look at again, and what agrees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from questions.dates import DateValue
from questions.document import Document, Reference, Span
from questions.expressions import find_dates
from questions.fact import Fact, Modality
from questions.grammar_zh import comparable
from questions.readers.language import language_of


class FindingKind(StrEnum):
    """What was noticed."""

    ISSUED_BEFORE = "reference-issued-before-event"
    DATED_TWICE = "event-dated-differently"
    AGREEING = "references-agree"
    TITLE_DATE = "reference-title-has-date"


@dataclass(frozen=True, kw_only=True)
class Place(Span):
    """A place of the document and what it reads."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something noticed about two places: `sentence` says it in English, `fact_ids` and `references` are concerned."""

    kind: FindingKind
    sentence: str
    places: tuple[Place, Place]
    fact_ids: tuple[str, ...]
    references: tuple[int, ...]


def check(document: Document, facts: Sequence[Fact]) -> tuple[Finding, ...]:
    """The findings about a document's facts, in the order of `FindingKind` and then of the text."""
    return (
        *_issued_before(document, facts),
        *_dated_twice(facts),
        *_agreeing(document, facts),
        *_dated_titles(document, facts),
    )


def _cited(document: Document, fact: Fact) -> list[Reference]:
    by_number = document.references_by_number
    return [by_number[number] for number in fact.citations if number in by_number]


def _date_place(fact: Fact) -> Place:
    return Place(start=fact.date.start, end=fact.date.end, text=fact.date.text)


def _entry_place(entry: Reference) -> Place:
    return Place(start=entry.start, end=entry.end, text=entry.text)


def _issued_before(document: Document, facts: Sequence[Fact]) -> Iterator[Finding]:
    """A source cannot report what had not happened, unless it was promised or planned."""
    for fact in facts:
        if fact.modality in (Modality.PROMISED, Modality.PLANNED):
            continue
        for entry in _cited(document, fact):
            if entry.issued is not None and entry.issued.is_before(fact.date.value):
                yield Finding(
                    kind=FindingKind.ISSUED_BEFORE,
                    sentence=f"Reference {entry.number} was issued {entry.issued}, before {fact.date.value}.",
                    places=(_date_place(fact), _entry_place(entry)),
                    fact_ids=(fact.id,),
                    references=(entry.number,),
                )


_SAME_EVENT = 0.7


def _dated_twice(facts: Sequence[Fact]) -> Iterator[Finding]:
    """Two clauses that tell the same event with dates that exclude each other."""
    deeds: dict[str, list[tuple[Fact, frozenset[str]]]] = {}
    for fact in facts:
        grams = _grams(comparable(fact.clause.before_date + fact.clause.rest))
        for other, its in deeds.get(fact.clause.subject or "", []):
            if not other.date.value.overlaps(fact.date.value) and _likeness(its, grams) >= _SAME_EVENT:
                yield Finding(
                    kind=FindingKind.DATED_TWICE,
                    sentence=f"One event is dated {other.date.value} here and {fact.date.value} there.",
                    places=(_date_place(other), _date_place(fact)),
                    fact_ids=(other.id, fact.id),
                    references=(),
                )
        if fact.clause.subject:
            deeds.setdefault(fact.clause.subject, []).append((fact, grams))


def _grams(text: str) -> frozenset[str]:
    """The words of English, the pairs of characters of Chinese."""
    if " " in text.strip() and text.isascii():
        return frozenset(text.lower().split())
    return frozenset(text[index : index + 2] for index in range(len(text) - 1))


def _likeness(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / len(first | second) if first and second else 0.0


def _agreeing(document: Document, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Two references of different publishers, cited for one fact and issued on its day or the day after."""
    for fact in facts:
        close = [entry for entry in _cited(document, fact) if _is_close(entry, fact.date.value)]
        for first, second in combinations(close, 2):
            if first.publisher and second.publisher and first.publisher != second.publisher:
                yield Finding(
                    kind=FindingKind.AGREEING,
                    sentence=f"{first.publisher} and {second.publisher} both reported it at the time.",
                    places=(_entry_place(first), _entry_place(second)),
                    fact_ids=(fact.id,),
                    references=(first.number, second.number),
                )


def _is_close(entry: Reference, value: DateValue) -> bool:
    """Whether an entry was issued within the date or at most a day after it."""
    if entry.issued is None or value.is_open:
        return False
    latest, issued = value.latest, entry.issued.earliest
    assert latest is not None
    assert issued is not None
    return not entry.issued.is_before(value) and issued[:2] == latest[:2] and issued.day <= latest.day + 1


def _dated_titles(document: Document, facts: Sequence[Fact]) -> Iterator[Finding]:
    """A reference whose title carries a date: it confirms the fact's or excludes it."""
    for fact in facts:
        for entry in _cited(document, fact):
            for value in _title_dates(entry.title or ""):
                agrees = "agrees with" if value.overlaps(fact.date.value) else "contradicts"
                yield Finding(
                    kind=FindingKind.TITLE_DATE,
                    sentence=f"The title of reference {entry.number} says {value}, which {agrees} {fact.date.value}.",
                    places=(_date_place(fact), _entry_place(entry)),
                    fact_ids=(fact.id,),
                    references=(entry.number,),
                )


def _title_dates(title: str) -> list[DateValue]:
    return [date.value for date in find_dates(title, len(title), language_of(title)).dates]
