"""Choosing questions for a quiz: all types have their turn, and no question gives another away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from questions.question import Question, QuestionType

MUST_HAVE = (QuestionType.CHRONOLOGY, QuestionType.DATE_ENTRY)
"""The types that a quiz has first of all: nothing shows so well what dates are about."""


def choose_questions(candidates: Sequence[Question], *, count: int) -> tuple[Question, ...]:
    """At most `count` of the candidates, in as many types as there can be, in the order of the candidates.

    Two questions that each rest on one fact never share it. A question on several facts, such as a chronology,
    rests on facts that no other question asks about, as long as there are such.
    """
    chosen: list[Question] = []
    while len(chosen) < count:
        fitting = [question for question in candidates if _fits(question, chosen)]
        if not fitting:
            break
        chosen.append(_next(fitting, chosen))
    places = {question.id: place for place, question in enumerate(candidates)}
    return tuple(sorted(chosen, key=lambda question: places[question.id]))


def _fits(question: Question, chosen: Sequence[Question]) -> bool:
    """Whether the question is new, and asks about no fact that another question alone asks about."""
    if question.id in {other.id for other in chosen}:
        return False
    taken = {other.fact_ids for other in chosen if len(other.fact_ids) == 1}
    return question.fact_ids not in taken


def _next(fitting: Sequence[Question], chosen: Sequence[Question]) -> Question:
    """A question of the type that was asked least, one on untouched facts before the others.

    As long as types are missing, the rarest comes first: its facts must not be taken by a type that has many.
    """
    asked = Counter(question.type for question in chosen)
    rarity = Counter(question.type for question in fitting)
    touched = {fact for question in chosen for fact in question.fact_ids}

    def rank(question: Question) -> tuple[int, bool, int, int]:
        kind, again = question.type, asked[question.type] > 0
        overlap = len(touched.intersection(question.fact_ids))
        return asked[kind], again or kind not in MUST_HAVE, 0 if again else rarity[kind], overlap

    return min(fitting, key=rank)
