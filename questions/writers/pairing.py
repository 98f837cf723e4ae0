"""Which date belongs to which event: events and dates to be matched."""

from __future__ import annotations

from random import Random

from questions.question import Question, QuestionType
from questions.writers.drafting import Choice, draft, in_order, said, wrong_feedback
from questions.writers.material import Material
from questions.writers.nearness import are_of_one_age
from questions.writers.telling import Telling, differ

_FEWEST, _MOST = 3, 4


def write_matching(telling: Telling, material: Material, rng: Random) -> Question | None:
    """「下列事件各发生在何时？」 with dates of one granularity, of which no two overlap."""
    chosen = _row(telling, material)
    if len(chosen) < _FEWEST:
        return None
    dates = [Choice(text=said(item.value, material), feedback=_event_at(item, material)) for item in chosen]
    events = [
        Choice(text=material.grammar.event(item), feedback=_date_of(item, material), fact_id=item.fact.id)
        for item in chosen
    ]
    places = rng.sample(range(len(chosen)), len(chosen))
    options = in_order([*(events[index] for index in places), *dates])
    names = [option.id for option in options]
    return draft(
        QuestionType.MATCHING,
        chosen,
        material,
        stem=material.grammar.phrases.matching_stem,
        options=options,
        pairs=tuple((names[row], names[len(chosen) + index]) for row, index in enumerate(places)),
        difficulty=0.5 + 0.1 * (len(chosen) - _FEWEST),
    )


def _row(telling: Telling, material: Material) -> list[Telling]:
    """The event and later ones of its granularity, each proved to lie after the one before; empty within a row."""
    alike = [item for item in material.events if item.value.granularity is telling.value.granularity]
    place = next((index for index, item in enumerate(alike) if item is telling), 1)
    chosen: list[Telling] = []
    for item in alike[place : place + _MOST] if place % _MOST == 0 else []:
        follows = not chosen or (chosen[-1].value.is_before(item.value) and are_of_one_age(chosen[0].value, item.value))
        if follows and all(differ(item, other) for other in chosen):
            chosen.append(item)
    return chosen


def _event_at(telling: Telling, material: Material) -> str:
    template = material.grammar.phrases.happened_then
    return wrong_feedback(template, telling, material, statement=material.grammar.then(telling))


def _date_of(telling: Telling, material: Material) -> str:
    template, grammar = material.grammar.phrases.happened_then, material.grammar
    return wrong_feedback(template, telling, material, statement=grammar.statement(telling, telling.value))
