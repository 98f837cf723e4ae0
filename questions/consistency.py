"""What the facts and references of a document say about each other: what to look at again, and what agrees."""

from __future__ import annotations

from collections import Counter
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
        *_dated_otherwise_in_a_box(document, facts),
        *_agreeing(document, facts),
        *_dated_titles(document, facts),
    )


def contradicted(document: Document, facts: Sequence[Fact]) -> frozenset[str]:
    """The ids of the facts to which the document itself gives another date elsewhere."""
    findings = (*_dated_twice(facts), *_dated_otherwise_in_a_box(document, facts))
    return frozenset(name for finding in findings for name in finding.fact_ids)


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
            apart = fact.start >= other.end and not other.date.value.overlaps(fact.date.value)
            if apart and _likeness(its, grams) >= _SAME_EVENT:
                yield _difference(other, fact)
        if fact.clause.subject:
            deeds.setdefault(fact.clause.subject, []).append((fact, grams))


def _difference(first: Fact, second: Fact) -> Finding:
    return Finding(
        kind=FindingKind.DATED_TWICE,
        sentence=f"One event is dated {first.date.value} here and {second.date.value} there.",
        places=(_date_place(first), _date_place(second)),
        fact_ids=(first.id, second.id),
        references=(),
    )


_NEAR = 3  # years by which two dates of one event may differ


def _dated_otherwise_in_a_box(document: Document, facts: Sequence[Fact]) -> Iterator[Finding]:
    """A line of an information box, and clauses of the text that tell what its label names, at another time.

    A label of one word is the title's: 「成立」 in a box is that of what the document is about.
    """
    boxes = [fact for fact in facts if "\t" in fact.quote]
    told = [(fact, _grams(comparable(fact.statement))) for fact in facts if "\t" not in fact.quote] if boxes else []
    holders: dict[str, list[int]] = {}
    for place, (_, grams) in enumerate(told):
        for gram in grams:
            holders.setdefault(gram, []).append(place)
    for box in boxes:
        label = _grams(comparable(box.statement.replace("：", ":").partition(":")[0]))
        shared = Counter(place for gram in label for place in holders.get(gram, [])[:_MOST])
        for fact in (told[place][0] for place, count in shared.items() if count >= _SAME_EVENT * len(label)):
            if (len(label) > 1 or _is_about_title(document, fact)) and _is_near(box.date.value, fact.date.value):
                yield _difference(box, fact)


_MOST = 40  # of the clauses that hold a label's words, so that a long table costs little


def _is_about_title(document: Document, fact: Fact) -> bool:
    return bool(document.title) and fact.clause.subject == document.title


def _is_near(first: DateValue, second: DateValue) -> bool:
    """Whether two dates exclude each other and lie so near that they may be meant for one event."""
    if first.earliest is None or second.earliest is None or first.overlaps(second):
        return False
    return abs(first.earliest.year - second.earliest.year) <= _NEAR


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
