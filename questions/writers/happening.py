"""What happened then: a choice of events."""

from __future__ import annotations

from itertools import islice
from random import Random

from questions.question import Question, QuestionType
from questions.speech import say_when
from questions.writers.drafting import Choice, draft, placed, right_feedback, wrong_feedback
from questions.writers.material import Material
from questions.writers.nearness import are_of_one_time
from questions.writers.telling import Telling

_FEWEST, _MOST = 2, 3
_WITHIN_SIGHT = 6  # how many events on either side are considered


def write_event_choice(telling: Telling, material: Material, rng: Random) -> Question | None:
    """「2008年8月29日发生了下列哪一事件?」 with events that the source dates otherwise."""
    if material.place(telling) is None:
        return None
    others = _events_beside(telling, material, rng)
    if len(others) < _FEWEST:
        return None
    grammar = material.grammar
    key = Choice(
        text=grammar.event(telling),
        feedback=right_feedback(telling, material),
        correct=True,
        fact_id=telling.fact.id,
    )
    return draft(
        QuestionType.EVENT_CHOICE,
        [telling],
        material,
        stem=grammar.phrases.event_stem.format(date=say_when(telling.value, material.document.language)),
        options=placed(key, [_other_event(other, material) for other in others], rng),
        difficulty=0.4 + 0.05 * len(others) + _nearness(telling, others),
    )


def _events_beside(telling: Telling, material: Material, rng: Random) -> list[Telling]:
    """Events near in time and alike in length, so that the key does not stand out."""
    near = [
        *islice(material.events_before(telling.value), _WITHIN_SIGHT),
        *islice(material.events_after(telling.value), _WITHIN_SIGHT),
    ]
    twins = {twin.fact.id for twin in material.twins(telling)}
    text = material.grammar.event(telling)
    apart = {material.grammar.event(other): other for other in near if other.fact.id not in twins}
    fair = [other for told, other in apart.items() if told != text]
    fair = [other for other in fair if are_of_one_time(other.value, telling.value)]
    length = len(telling.event)
    fair.sort(key=lambda other: abs(len(other.event) - length))
    chosen = fair[:_MOST]
    rng.shuffle(chosen)
    return chosen


def _nearness(telling: Telling, others: list[Telling]) -> float:
    """0.2 where another of the events lies within a year, 0.1 within five, so that dates must be known well."""
    assert telling.value.earliest is not None
    begin = telling.value.earliest.year
    years = min(abs(other.value.earliest.year - begin) for other in others if other.value.earliest is not None)
    return 0.2 if years <= 1 else 0.1 if years <= 5 else 0.0


def _other_event(other: Telling, material: Material) -> Choice:
    template = material.grammar.phrases.dated_otherwise
    date = say_when(other.value, material.document.language)
    return Choice(
        text=material.grammar.event(other),
        feedback=wrong_feedback(template, other, material, date=date),
        fact_id=other.fact.id,
    )
