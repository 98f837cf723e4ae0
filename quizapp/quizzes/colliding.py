"""Which questions do not go together in one quiz."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeAlias

from questions.leaking import leaks
from questions.likeness import near_duplicates
from questions.question import Question

Foes: TypeAlias = Mapping[int, frozenset[int]]
"""The questions that do not go together with one, by its number; one that is missing goes with all."""


def foes_among(asked: Mapping[int, Question]) -> Foes:
    """Which of these questions, by number, ask about one fact, give each other away, or say much the same."""
    numbers = list(asked)
    found = [asked[number] for number in numbers]
    alike = {(pair.first, pair.second) for pair in near_duplicates(found)}
    foes: defaultdict[int, set[int]] = defaultdict(set)
    for first, second in leaks(found) | alike:
        foes[numbers[first]].add(numbers[second])
        foes[numbers[second]].add(numbers[first])
    return {number: frozenset(others) for number, others in foes.items()}
