"""A fact as a person corrected it: what is written of it follows, what is quoted stays the source's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from questions.dates import DateValue
from questions.document import Language
from questions.fact import Clause, Fact
from questions.facts import find_facts
from questions.readers import read
from questions.speech import say_date


def corrected(fact: Fact, *, date: DateValue, statement: str, citations: Sequence[int]) -> Fact:
    """The fact with this date, statement and references; its quote and its spans stay as they are.

    Raises ValueError with a sentence where the date is given more exactly than the source gives it.
    """
    if date.granularity > fact.date.value.granularity:
        raise ValueError("The date is more exact than the source gives it.")
    same = statement == fact.statement
    return replace(
        fact,
        date=replace(fact.date, value=date, inferred=fact.date.inferred if date == fact.date.value else ()),
        statement=statement,
        citations=tuple(citations),
        clause=fact.clause if same else _clause(statement),
        entities=tuple(one for one in fact.entities if one.text in statement),
        quantities=tuple(one for one in fact.quantities if one.text in statement),
    )


def _clause(statement: str) -> Clause:
    """The statement taken apart, where it is one dated clause; else in one piece, with no certain subject."""
    found = find_facts(read(statement))
    if len(found) == 1 and found[0].statement == statement:
        return found[0].clause
    return Clause(subject=None, subject_carried=False, rest=statement)


def still_says(statement: str, date: DateValue, language: Language) -> bool:
    """Whether a statement still gives this date in words."""
    return say_date(date, language) in statement
