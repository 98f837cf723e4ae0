"""What the answers of an attempt are worth: marks of its slots, and their sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import questions
from quizapp.attempts.asking import Pairs, response_to


class Outcome(StrEnum):
    """How an answer turned out."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, kw_only=True)
class AskedQuestion:
    """A question in a slot of an attempt, as it was asked there."""

    slot: int
    question: questions.Question
    option_ids: Pairs
    max_mark: float


@dataclass(frozen=True, kw_only=True)
class SlotMark:
    """What the answer in a slot is worth. `arithmetic` is None where there was nothing to mark."""

    slot: int
    fraction: Fraction
    max_mark: float
    outcome: Outcome
    arithmetic: questions.Mark | None

    @property
    def mark(self) -> float:
        return float(self.fraction * Fraction(self.max_mark))


@dataclass(frozen=True, kw_only=True)
class AttemptScore:
    """What an attempt was worth, out of what it could be worth."""

    mark: float
    max_mark: float

    @property
    def percent(self) -> int:
        """The share of the maximum in whole percent; only a full score is 100."""
        share = Fraction(self.mark) / Fraction(self.max_mark) if self.max_mark else Fraction(0)
        return round(share * 100) if share == 1 else min(round(share * 100), 99)


def mark_slot(asked: AskedQuestion, answer: Sequence[str]) -> SlotMark:
    """What this answer is worth. Nothing, or what cannot be read, is worth nothing."""
    response = response_to(asked.question, asked.option_ids, answer)
    arithmetic = questions.mark(asked.question, response) if response else None
    fraction = arithmetic.fraction if arithmetic else Fraction(0)
    return SlotMark(
        slot=asked.slot,
        fraction=fraction,
        max_mark=asked.max_mark,
        outcome=_outcome(fraction, answered=bool(answer)),
        arithmetic=arithmetic,
    )


def _outcome(fraction: Fraction, *, answered: bool) -> Outcome:
    if not answered:
        return Outcome.UNANSWERED
    if fraction == 1:
        return Outcome.RIGHT
    return Outcome.PARTLY if fraction else Outcome.WRONG


def mark_all(asked: Iterable[AskedQuestion], answers: Mapping[int, Sequence[str]]) -> tuple[SlotMark, ...]:
    """The mark of each slot; `answers` by slot, a slot that is missing was not answered."""
    return tuple(mark_slot(one, answers.get(one.slot, ())) for one in asked)


def score_of(marks: Iterable[SlotMark]) -> AttemptScore:
    """The sum, added exactly before it is rounded to a number of the machine."""
    kept = tuple(marks)
    return AttemptScore(
        mark=float(sum((one.fraction * Fraction(one.max_mark) for one in kept), Fraction(0))),
        max_mark=float(sum((Fraction(one.max_mark) for one in kept), Fraction(0))),
    )
