"""Choosing questions for a quiz: all types have their turn, and no question gives another away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from questions.leaking import leaks
from questions.question import Question, QuestionType

MUST_HAVE = (QuestionType.CHRONOLOGY, QuestionType.DATE_ENTRY, QuestionType.TRUE_FALSE_UNSTATED)
"""The types that a quiz has first of all: nothing shows so well what dates are about."""


def choose_questions(candidates: Sequence[Question], *, count: int) -> tuple[Question, ...]:
    """At most `count` of the candidates, in as many types as there can be, in the order of the candidates.

    No two of them rest on the same fact or tell each other's answer in any other way (`questions.leaks`): a stem that
    dates a fact would give away the answer of another that asks for its date, or for its place among others. Fewer
    than `count` come back where the facts run out.
    """
    chosen: list[int] = []
    barred: set[int] = set()
    rarity = Counter(question.type for question in candidates)
    partners = _partners(candidates)
    while len(chosen) < count:
        fitting = [place for place in range(len(candidates)) if place not in barred]
        if not fitting:
            break
        best = _next([candidates[place] for place in fitting], [candidates[place] for place in chosen], rarity)
        place = next(place for place in fitting if candidates[place] is best)
        chosen.append(place)
        barred |= {place, *partners[place]}
    return tuple(candidates[place] for place in sorted(chosen))


def _partners(candidates: Sequence[Question]) -> defaultdict[int, set[int]]:
    """The places of the candidates that must not meet the one at a place."""
    partners: defaultdict[int, set[int]] = defaultdict(set)
    for first, second in leaks(candidates):
        partners[first].add(second)
        partners[second].add(first)
    return partners


def _next(fitting: Sequence[Question], chosen: Sequence[Question], rarity: Mapping[QuestionType, int]) -> Question:
    """A question of the type that was asked least, on as few facts as may be, so that the facts last longer.

    As long as types are missing, the rarest comes first: its facts must not be taken by a type that has many.
    """
    asked = Counter(question.type for question in chosen)

    def rank(question: Question) -> tuple[int, bool, int, int]:
        kind, again = question.type, asked[question.type] > 0
        return asked[kind], again or kind not in MUST_HAVE, 0 if again else rarity[kind], len(question.fact_ids)

    return min(fitting, key=rank)
