"""Which came first: several events to put in order, and two to compare."""

from __future__ import annotations

from itertools import groupby, pairwise
from random import Random

from questions.question import Option, Question, QuestionType
from questions.writers.drafting import Choice, draft, in_order, wrong_feedback
from questions.writers.material import Material
from questions.writers.nearness import are_of_one_age
from questions.writers.sequels_en import comes_by_nature
from questions.writers.telling import Telling, differ

_FEWEST, _MOST = 3, 4
_WITHIN_SIGHT = 16
_NEAR = 10  # years apart, which two events may be to be compared


def write_chronology(telling: Telling, material: Material, rng: Random) -> Question | None:
    """「下列事件按发生时间由早到晚应怎样排列?」 with this event and those that follow it.

    Every pair is either proved to lie in that order or has equal dates; equals share a group of the key.
    """
    place = material.place(telling)
    if place is None or place % _FEWEST:
        return None
    chosen = _chain(place, material)
    if len(chosen) < _FEWEST or len({str(item.value) for item in chosen}) < _FEWEST - 1:
        return None
    options = _shuffled(chosen, material, rng)
    names = {option.fact_id: option.id for option in options}
    groups = groupby(chosen, key=lambda item: str(item.value))
    order = tuple(tuple(sorted(names[item.fact.id] for item in group)) for _, group in groups)
    return draft(
        QuestionType.CHRONOLOGY,
        chosen,
        material,
        stem=material.grammar.phrases.chronology_stem,
        options=options,
        order=order,
        difficulty=0.5 + 0.1 * (len(chosen) - _FEWEST) + _haste(chosen),
    )


def write_earlier(telling: Telling, material: Material, _: Random) -> Question | None:
    """「下列两件事,哪一件发生得更早?」 with this event and the next that is proved to lie after it."""
    if material.place(telling) is None:
        return None
    later = next((item for item in material.events_after(telling.value) if differ(telling, item)), None)
    if later is None or not are_of_one_age(telling.value, later.value) or _is_sequel(telling, later):
        return None
    if _years(telling, later) > _NEAR and _are_near(material):
        return None
    choices = [_choice(telling, material, correct=True), _choice(later, material)]
    if material.turn(telling) % 2:
        choices.reverse()
    return draft(
        QuestionType.EARLIER,
        [telling, later],
        material,
        stem=material.grammar.phrases.earlier_stem,
        options=in_order(choices),
        difficulty=0.35 + _haste([telling, later]),
    )


def _are_near(material: Material) -> bool:
    """Whether the document has events near in time, so that it need not compare what lies far apart."""
    return any(_years(first, second) <= _NEAR for first, second in pairwise(material.events))


def _years(first: Telling, second: Telling) -> int:
    assert first.value.earliest is not None
    assert second.value.earliest is not None
    return second.value.earliest.year - first.value.earliest.year


def _chain(place: int, material: Material) -> list[Telling]:
    """The event at a place and its successors, each of a date that is proved to lie after the one before."""
    chosen = [material.events[place]]
    for item in material.events[place + 1 : place + 1 + _WITHIN_SIGHT]:
        last = chosen[-1].value
        follows = last.is_before(item.value) and are_of_one_age(chosen[0].value, item.value)
        follows = follows and not any(_is_sequel(other, item) for other in chosen)
        if len(chosen) < _MOST and follows and all(differ(item, other) for other in chosen):
            chosen.append(item)
    return chosen


def _is_sequel(first: Telling, second: Telling) -> bool:
    """Whether anybody can tell that an English event came after another."""
    return not first.language.is_chinese and comes_by_nature(first, second)


def _shuffled(chosen: list[Telling], material: Material, rng: Random) -> tuple[Option, ...]:
    choices = [_choice(item, material) for item in chosen]
    rng.shuffle(choices)
    return in_order(choices)


def _choice(telling: Telling, material: Material, *, correct: bool = False) -> Choice:
    """An event with its date as feedback."""
    grammar = material.grammar
    template = grammar.phrases.happened_then
    feedback = wrong_feedback(template, telling, material, statement=grammar.statement(telling, telling.value))
    return Choice(text=grammar.event(telling), feedback=feedback, correct=correct, fact_id=telling.fact.id)


def _haste(chosen: list[Telling]) -> float:
    """Up to 0.2 for events within weeks of each other, less the further they lie apart."""
    first, last = chosen[0].value.earliest, chosen[-1].value.latest
    assert first is not None
    assert last is not None
    years = last.year - first.year
    return 0.2 if years == 0 else 0.1 if years <= 5 else 0.0
