"""A choice of so many questions that covers facts, types and the length of a document evenly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from questions.question import Question

_MOST_OF_A_FACT = 5
_PARTS = 12  # of a document's length; a choice takes from each of them in turn


def spread(questions: Sequence[Question], count: int) -> tuple[Question, ...]:
    """At most `count` of the questions, in the order given.

    No fact is asked about again while a question on fresh facts is left, and none more than a few times, unless all
    questions are wanted. Among those left the type that was taken least comes first, then what touches more facts,
    which later could not be had afresh, then the part of the document that was taken least. The same questions give
    the same choice.
    """
    if count >= len(questions):
        return tuple(questions)
    parts = _parts(questions)
    facts: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    places: Counter[int] = Counter()
    left, chosen = list(range(len(questions))), list[int]()

    def rank(index: int) -> _Rank:
        asked = questions[index]
        again = [facts[name] for name in asked.fact_ids]
        return max(again, default=0), kinds[asked.type], sum(again), -len(again), places[parts[index]], index

    while left and len(chosen) < count:
        best = min(left, key=rank)
        if rank(best)[0] >= _MOST_OF_A_FACT:
            break  # rather fewer than the same again
        left.remove(best)
        chosen.append(best)
        facts.update(questions[best].fact_ids)
        kinds[questions[best].type] += 1
        places[parts[best]] += 1
    return tuple(questions[index] for index in sorted(chosen))


_Rank: TypeAlias = tuple[int, int, int, int, int, int]


def _parts(questions: Sequence[Question]) -> list[int]:
    """The part of the document that each question's evidence begins in."""
    starts = [question.explanations[0].start if question.explanations else 0 for question in questions]
    length = max(starts, default=0) + 1
    return [start * _PARTS // length for start in starts]
