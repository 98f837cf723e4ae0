"""Choosing questions for a quiz: all types have their turn, and no question gives another away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from questions.question import Question, QuestionType

MUST_HAVE = (QuestionType.CHRONOLOGY, QuestionType.DATE_ENTRY, QuestionType.TRUE_FALSE_UNSTATED)
"""The types that a quiz has first of all: nothing shows so well what dates are about."""


def choose_questions(candidates: Sequence[Question], *, count: int) -> tuple[Question, ...]:
    """At most `count` of the candidates, in as many types as there can be, in the order of the candidates.

    No two of them rest on the same fact: a stem that dates a fact would give away the answer of another that asks
    for its date, or for its place among others. Fewer than `count` come back where the facts run out.
    """
    chosen: list[Question] = []
    rarity = Counter(question.type for question in candidates)
    while len(chosen) < count:
        touched = {fact for question in chosen for fact in question.fact_ids}
        fitting = [question for question in candidates if _fits(question, chosen, touched)]
        if not fitting:
            break
        chosen.append(_next(fitting, chosen, rarity))
    return tuple(sorted(chosen, key=candidates.index))


def _fits(question: Question, chosen: Sequence[Question], touched: set[str]) -> bool:
    return question not in chosen and touched.isdisjoint(question.fact_ids)


def _next(fitting: Sequence[Question], chosen: Sequence[Question], rarity: Mapping[QuestionType, int]) -> Question:
    """A question of the type that was asked least, on as few facts as may be, so that the facts last longer.

    As long as types are missing, the rarest comes first: its facts must not be taken by a type that has many.
    """
    asked = Counter(question.type for question in chosen)

    def rank(question: Question) -> tuple[int, bool, int, int]:
        kind, again = question.type, asked[question.type] > 0
        return asked[kind], again or kind not in MUST_HAVE, 0 if again else rarity[kind], len(question.fact_ids)

    return min(fitting, key=rank)
