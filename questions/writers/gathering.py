"""Which of these happened in a certain year, decade or century: several may be right."""

from __future__ import annotations

from itertools import islice
from random import Random

from questions.dates import DateValue, Granularity
from questions.question import Question, QuestionType
from questions.speech import say_when
from questions.writers.drafting import Choice, draft, in_order, wrong_feedback
from questions.writers.material import Material
from questions.writers.nearness import are_of_one_age
from questions.writers.telling import Telling, differ

_FEWEST, _MOST = 2, 3
_OPTIONS = 5
_WITHIN_SIGHT = 6


def write_which_of(telling: Telling, material: Material, rng: Random) -> Question | None:
    """「下列哪些事件发生在2008年？」 with events whose dates lie wholly within the time, and others wholly outside."""
    if material.place(telling) is None:
        return None
    for period in _periods(telling.value):
        inside = material.events_within(period)
        if len(inside) >= _FEWEST and inside[0] is telling:
            return _ask(period, inside, material, rng)
        if len(inside) >= _FEWEST:
            return None  # the first event of the time asks for it
    return None


def _periods(value: DateValue) -> list[DateValue]:
    """The year, decade and century that a date lies in, as far as they are coarser than the date."""
    earliest = value.earliest
    if earliest is None or earliest.year <= 0 or value.granularity < Granularity.YEAR:
        return []
    year = f"{earliest.year:04d}"
    decades = [] if year[2] == "0" else [DateValue(year[:3] + "X")]  # 「1900年代」 may be read as the century
    periods = [DateValue(year), *decades, DateValue(year[:2] + "XX")]
    return [period for period in periods if period.granularity < value.granularity and period.contains(value)]


def _ask(period: DateValue, inside: tuple[Telling, ...], material: Material, rng: Random) -> Question | None:
    rights = _apart([inside[0], *rng.sample(inside[1:], len(inside) - 1)], [])[:_MOST]
    outside = [*islice(material.events_before(period), _WITHIN_SIGHT)]
    outside += islice(material.events_after(period), _WITHIN_SIGHT)
    outside = [item for item in outside if any(are_of_one_age(item.value, right.value) for right in rights)]
    length = sum(len(item.event) for item in rights) // len(rights)
    outside.sort(key=lambda item: abs(len(item.event) - length))
    wrongs = _apart(outside, rights)[: _OPTIONS - len(rights)]
    if len(rights) < _FEWEST or len(wrongs) < _FEWEST:
        return None
    choices = [_choice(item, period, material) for item in (*rights, *wrongs)]
    rng.shuffle(choices)
    return draft(
        QuestionType.WHICH_OF,
        sorted(rights, key=lambda item: item.fact.start),
        material,
        stem=material.grammar.phrases.which_of_stem.format(date=say_when(period, material.document.language)),
        options=in_order(choices),
        difficulty=0.6 if period.granularity is Granularity.YEAR else 0.5,
    )


def _apart(tellings: list[Telling], taken: list[Telling]) -> list[Telling]:
    """Those that read unlike one another, and unlike what is taken."""
    chosen: list[Telling] = []
    for item in tellings:
        if all(differ(item, other) for other in (*taken, *chosen)):
            chosen.append(item)
    return chosen


def _choice(telling: Telling, period: DateValue, material: Material) -> Choice:
    template, grammar = material.grammar.phrases.happened_then, material.grammar
    return Choice(
        text=grammar.event(telling),
        feedback=wrong_feedback(template, telling, material, statement=grammar.statement(telling, telling.value)),
        correct=period.contains(telling.value),
        fact_id=telling.fact.id,
    )
