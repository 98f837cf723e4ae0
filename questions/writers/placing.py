"""Where it happened: a choice of places."""

from __future__ import annotations

from random import Random

from questions.fact import Entity, EntityKind
from questions.grammar_zh import comparable
from questions.question import Question, QuestionType
from questions.writers.drafting import Choice, draft, placed, right_feedback, wrong_feedback
from questions.writers.material import Material
from questions.writers.places import is_in_china, lie_apart
from questions.writers.telling import Telling

_FEWEST, _MOST = 2, 3


def write_where_choice(telling: Telling, material: Material, rng: Random) -> Question | None:
    """「格鲁吉亚军队于2008年侵入哪里……？」 with places of the text of which none holds another."""
    if not material.is_first(telling) or not telling.is_certain or telling.fact.attribution:
        return None
    places = (entity for entity in telling.fact.entities if entity.kind is EntityKind.PLACE)
    asked = ((place, material.grammar.where_stem(telling, place.text)) for place in places)
    key, stem = next(((place, stem) for place, stem in asked if stem and _is_alone(place, telling)), (None, None))
    others = _other_places(key, telling, material) if key else []
    if key is None or stem is None or len(others) < _FEWEST:
        return None
    template = material.grammar.phrases.done_by
    wrong = [
        Choice(text=name, feedback=wrong_feedback(template, telling, material, key=key.text, other=name))
        for name in rng.sample(others, min(_MOST, len(others)))
    ]
    right = Choice(text=key.text, feedback=right_feedback(telling, material), correct=True, fact_id=telling.fact.id)
    return draft(
        QuestionType.WHERE_CHOICE,
        [telling],
        material,
        stem=stem,
        options=placed(right, wrong, rng),
        difficulty=0.5,
    )


def _is_alone(place: Entity, telling: Telling) -> bool:
    """Whether the place is named once, so that the rest of the sentence does not give it away."""
    return telling.event.count(place.text) == 1


def _other_places(key: Entity, telling: Telling, material: Material) -> list[str]:
    """Scenes of other deeds that the fact's own sentence does not name, apart from the key and from each other."""
    chosen: list[str] = []
    places = [entity.text for entity in material.entities if entity.kind is EntityKind.PLACE]
    names = [name for name in places if material.grammar.is_scene(name, material.document)]
    for name in sorted(names, key=lambda name: (-material.acting[name], name)):
        apart = all(_lie_apart(name, other) for other in (key.text, *chosen)) and _are_of_one_country(name, key.text)
        if apart and name not in telling.fact.quote and name not in telling.event:
            chosen.append(name)
    return chosen[:_MOST]


def _are_of_one_country(first: str, second: str) -> bool:
    """Whether two places with Chinese names are both in China or both elsewhere, so that neither stands out."""
    return is_in_china(comparable(first)) is is_in_china(comparable(second))


def _lie_apart(first: str, second: str) -> bool:
    return lie_apart(comparable(first), comparable(second))
