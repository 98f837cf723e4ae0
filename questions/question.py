"""A question and its parts. None of them can be built wrong: what breaks a rule raises ValueError with a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from questions.dates import DateValue
from questions.document import Document, Language
from questions.kinds import Interaction as Interaction
from questions.kinds import QuestionType as QuestionType
from questions.regex import regex


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


class TimeUnit(StrEnum):
    """What a length of time is counted in; months and years are those of the calendar."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, kw_only=True)
class Duration:
    """A length of time: a whole number of days, months or years."""

    number: int
    unit: TimeUnit

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError("A length of time is not negative.")


@dataclass(frozen=True, kw_only=True)
class Quantity:
    """A number that is right with all that lie within a tolerance of it; `unit` is what it counts, for reading."""

    value: Decimal
    tolerance: Decimal = Decimal(0)
    unit: str = ""

    def __post_init__(self) -> None:
        if not (self.value.is_finite() and self.tolerance.is_finite()) or self.tolerance < 0:
            raise ValueError("A number has a tolerance of 0 or more.")


GAP = regex(r"\[\[([1-9]\d?)\]\]")
"""Where the stem of a cloze question leaves a gap: ``[[1]]`` for the first."""

Groups: TypeAlias = tuple[tuple[str, ...], ...]
"""Option ids from earliest to latest; those of one group are interchangeable."""

Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""Ids of options that belong together: of an item, and of what it is to be matched with."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question with its key and its evidence.

    The key is, by the type's interaction: the ids of the right options (`choice`, `several`), the ids in order with
    equals grouped (`order`), pairs of ids (`match`), the date (`entry`), a length of time or a quantity (`number`), the
    texts that are accepted (`text`), or those that are accepted in each gap of the stem (`cloze`).
    `explanations` has one entry for each fact that the key rests on; a generated question has at least one.
    `difficulty` runs from 0 (easy) to 1.
    """

    id: str
    type: QuestionType
    language: Language
    stem: str
    options: tuple[Option, ...] = ()
    order: Groups = ()
    pairs: Pairs = ()
    date: DateValue | None = None
    duration: Duration | None = None
    quantity: Quantity | None = None
    accepted: tuple[str, ...] = ()
    gaps: tuple[tuple[str, ...], ...] = ()
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
    def items(self) -> tuple[Option, ...]:
        """The options of a matching question that each want a match, in their order."""
        firsts = {first for first, _ in self.pairs}
        return tuple(option for option in self.options if option.id in firsts)

    @property
    def matches(self) -> tuple[Option, ...]:
        """The options of a matching question to choose a match from, in their order."""
        firsts = {first for first, _ in self.pairs}
        return tuple(option for option in self.options if self.pairs and option.id not in firsts)

    @property
    def key(self) -> tuple[str, ...] | Groups | Pairs | DateValue | Duration | Quantity:
        """The key in the shape of the type's interaction."""
        typed = self.date or self.duration or self.quantity or self.accepted or self.gaps
        return typed or self.order or self.pairs or self.right_ids


def _check_options(options: Iterable[Option]) -> None:
    ids = [option.id for option in options]
    texts = [option.text.strip() for option in options]
    if len(set(ids)) != len(ids):
        raise ValueError("Each option needs an id of its own.")
    if not all(texts):
        raise ValueError("An option cannot be empty.")
    if len(set(texts)) != len(texts):
        raise ValueError("Two options read the same.")


def _keys(question: Question) -> set[str]:
    """The names of the fields that hold a key."""
    names = ("order", "pairs", "date", "duration", "quantity", "accepted", "gaps", "right_ids")
    held = {name: getattr(question, name) for name in names}
    return {name for name, key in held.items() if key}


def _check_choice(question: Question) -> None:
    if len(question.options) < 2:
        raise ValueError("A choice needs at least two options.")
    if len(question.right_ids) != 1:
        raise ValueError("A single choice needs exactly one right option.")
    if _keys(question) != {"right_ids"}:
        raise ValueError("A choice has no key but its right option.")


def _check_several(question: Question) -> None:
    if not 1 <= len(question.right_ids) < len(question.options):
        raise ValueError("A choice of several needs at least one right and one wrong option.")
    if _keys(question) != {"right_ids"}:
        raise ValueError("A choice has no key but its right options.")


def _check_entry(question: Question) -> None:
    if question.options or _keys(question) != {"date"}:
        raise ValueError("A date entry needs a date as its key, and nothing else.")


def _check_number(question: Question) -> None:
    wanted = "quantity" if question.type is QuestionType.NUMBER else "duration"
    if question.options or _keys(question) != {wanted}:
        raise ValueError("An interval needs a length of time as its key, and nothing else.")


def _check_text(question: Question) -> None:
    if question.options or _keys(question) != {"accepted"} or not all(text.strip() for text in question.accepted):
        raise ValueError("A short text needs the texts that are accepted as its key, and nothing else.")


def _check_cloze(question: Question) -> None:
    if question.options or _keys(question) != {"gaps"}:
        raise ValueError("A cloze needs what is accepted in its gaps as its key, and nothing else.")
    if [int(number) for number in GAP.findall(question.stem)] != list(range(1, len(question.gaps) + 1)):
        raise ValueError("The gaps of a cloze stand in its stem in order.")
    if not all(texts and all(text.strip() for text in texts) for texts in question.gaps):
        raise ValueError("Each gap of a cloze needs a text that is accepted.")


def _check_order(question: Question) -> None:
    ordered = sorted(name for group in question.order for name in group)
    if len(question.options) < 2 or ordered != sorted(option.id for option in question.options):
        raise ValueError("An order names each of its options once, and has at least two.")
    if _keys(question) != {"order"}:
        raise ValueError("An order has no key but the order.")


def _check_match(question: Question) -> None:
    paired = [name for pair in question.pairs for name in pair]
    known = {option.id for option in question.options}
    if len(question.pairs) < 2 or len(set(paired)) != len(paired) or not known.issuperset(paired):
        raise ValueError("A matching question has two pairs at least, of options that each stand in one pair only.")
    if _keys(question) != {"pairs"}:
        raise ValueError("A matching question has no key but its pairs.")


_CHECKS = {
    Interaction.CHOICE: _check_choice,
    Interaction.SEVERAL: _check_several,
    Interaction.ENTRY: _check_entry,
    Interaction.NUMBER: _check_number,
    Interaction.TEXT: _check_text,
    Interaction.CLOZE: _check_cloze,
    Interaction.ORDER: _check_order,
    Interaction.MATCH: _check_match,
}
