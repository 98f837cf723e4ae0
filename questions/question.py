"""A question and its parts. None of them can be built wrong: what breaks a rule raises ValueError with a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from questions.dates import DateValue
from questions.document import Document, Language


class QuestionType(StrEnum):
    """The types of contracts.md that can be written or asked so far."""

    DATE_CHOICE = "date-choice"
    EVENT_CHOICE = "event-choice"
    WHO_CHOICE = "who-choice"
    NUMBER_CHOICE = "number-choice"
    DATE_ENTRY = "date-entry"
    CHRONOLOGY = "chronology"
    EARLIER = "earlier"
    TRUE_FALSE_UNSTATED = "true-false-unstated"
    EVIDENCE = "evidence"
    SINGLE_CHOICE = "single-choice"  # a teacher's own

    @property
    def interaction(self) -> Interaction:
        """What a student does to answer."""
        return {
            QuestionType.DATE_ENTRY: Interaction.ENTRY,
            QuestionType.CHRONOLOGY: Interaction.ORDER,
        }.get(self, Interaction.CHOICE)


class Interaction(StrEnum):
    """What a student does: choose one option, type a date, or put the options in order."""

    CHOICE = "choice"
    ENTRY = "entry"
    ORDER = "order"


@dataclass(frozen=True, kw_only=True)
class Option:
    """An answer to choose or an item to order. `feedback` says why it is wrong, citing the fact it belongs to."""

    id: str
    text: str
    correct: bool = False
    feedback: str | None = None
    fact_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """Why the key is right: the source's exact characters, the date within them, and the references cited there."""

    quote: str
    start: int
    end: int
    date_start: int
    date_end: int
    citations: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.quote):
            raise ValueError("A quote is as long as its span.")
        if not self.start <= self.date_start <= self.date_end <= self.end:
            raise ValueError("The marked date lies outside the quote.")

    def is_quoted_from(self, document: Document) -> bool:
        """Whether the document reads the quote at the explanation's span."""
        return document.text[self.start : self.end] == self.quote


Groups: TypeAlias = tuple[tuple[str, ...], ...]
"""Option ids from earliest to latest; those of one group are interchangeable."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question with its key and its evidence.

    The key is, by the type's interaction: the ids of the right options (`choice`), the ids in order with equals
    grouped (`order`), or the date (`entry`). `explanations` has one entry for each fact that the key rests on; a
    generated question has at least one. `difficulty` runs from 0 (easy) to 1.
    """

    id: str
    type: QuestionType
    language: Language
    stem: str
    options: tuple[Option, ...] = ()
    order: Groups = ()
    date: DateValue | None = None
    difficulty: float = 0.5
    fact_ids: tuple[str, ...] = ()
    explanations: tuple[Explanation, ...] = ()

    def __post_init__(self) -> None:
        if not self.stem.strip():
            raise ValueError("A question needs a stem.")
        if not 0 <= self.difficulty <= 1:
            raise ValueError("A difficulty lies between 0 and 1.")
        _check_options(self.options)
        _CHECKS[self.type.interaction](self)

    @property
    def right_ids(self) -> tuple[str, ...]:
        """The ids of the right options of a choice."""
        return tuple(option.id for option in self.options if option.correct)

    @property
    def key(self) -> tuple[str, ...] | Groups | DateValue:
        """The key in the shape of the type's interaction."""
        return self.date or self.order or self.right_ids


def _check_options(options: Iterable[Option]) -> None:
    ids = [option.id for option in options]
    texts = [option.text.strip() for option in options]
    if len(set(ids)) != len(ids):
        raise ValueError("Each option needs an id of its own.")
    if not all(texts):
        raise ValueError("An option cannot be empty.")
    if len(set(texts)) != len(texts):
        raise ValueError("Two options read the same.")


def _check_choice(question: Question) -> None:
    if len(question.options) < 2:
        raise ValueError("A choice needs at least two options.")
    if len(question.right_ids) != 1:
        raise ValueError("A single choice needs exactly one right option.")
    if question.order or question.date:
        raise ValueError("A choice has no key but its right option.")


def _check_entry(question: Question) -> None:
    if question.date is None or question.options or question.order:
        raise ValueError("A date entry needs a date as its key, and nothing else.")


def _check_order(question: Question) -> None:
    ordered = sorted(name for group in question.order for name in group)
    if len(question.options) < 2 or ordered != sorted(option.id for option in question.options):
        raise ValueError("An order names each of its options once, and has at least two.")
    if question.date or question.right_ids:
        raise ValueError("An order has no key but the order.")


_CHECKS = {
    Interaction.CHOICE: _check_choice,
    Interaction.ENTRY: _check_entry,
    Interaction.ORDER: _check_order,
}
