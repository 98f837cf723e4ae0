"""Who did it: a choice of people, or of countries and organisations."""

from __future__ import annotations

from random import Random

from questions.fact import Entity, EntityKind
from questions.question import Question, QuestionType
from questions.writers.drafting import Choice, draft, placed, right_feedback, wrong_feedback
from questions.writers.material import Material
from questions.writers.telling import Telling, alike, grams

_FEWEST, _MOST = 2, 3
_ACTORS = (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION)
# A clause that shares this much with the fact's may tell of the same deed.
_SAME_DEED = 0.5


def write_who_choice(telling: Telling, material: Material, rng: Random) -> Question | None:
    """「谁于2008年8月26日签署总统令……?」 with others of whom no clause could be read as saying the same."""
    actor = _actor(telling)
    if actor is None or not material.is_first(telling) or not telling.is_settled:
        return None
    stem = material.grammar.who_stem(telling, actor.kind)
    others = _other_actors(actor, telling, material) if stem else []
    if stem is None or len(others) < _FEWEST or _gives_away(actor.text, stem):
        return None
    chosen = sorted(rng.sample(others, min(_MOST, len(others))))
    template = material.grammar.phrases.done_by
    wrong = [
        Choice(text=name, feedback=wrong_feedback(template, telling, material, key=actor.text, other=name))
        for name in chosen
    ]
    key = Choice(
        text=actor.text,
        feedback=right_feedback(telling, material),
        correct=True,
        fact_id=telling.fact.id,
    )
    return draft(
        QuestionType.WHO_CHOICE,
        [telling],
        material,
        stem=stem,
        options=placed(key, wrong, rng),
        difficulty=0.4 if actor.kind is EntityKind.PERSON else 0.5,
    )


def _actor(telling: Telling) -> Entity | None:
    """The name that the subject is, or that ends it after a title; None where the subject is anything else."""
    named = [entity for entity in telling.fact.entities if entity.kind in _ACTORS]
    whole = next((entity for entity in named if entity.text == telling.subject), None)
    titled = (item for item in named if item.kind is EntityKind.PERSON and telling.subject.endswith(item.text))
    return whole or max(titled, key=lambda entity: len(entity.text), default=None)


def _gives_away(name: str, stem: str) -> bool:
    """Whether the stem holds the name or the greater part of it."""
    return name in stem or any(part in stem for part in name.replace("·", " ").split() if len(part) > 1)


def _other_actors(actor: Entity, telling: Telling, material: Material) -> list[str]:
    """Names of the actor's kind that neither the fact names nor any clause like it."""
    names = [
        entity.text
        for entity in material.entities
        if entity.kind is actor.kind and entity.text not in telling.fact.quote and entity.text not in telling.event
    ]
    apart = [name for name in dict.fromkeys(names) if not _overlap(name, actor.text)]
    told = grams(telling.before + telling.rest, telling.language)
    like = [text for text in material.segments if alike(told, grams(text, telling.language)) >= _SAME_DEED]
    free = [name for name in apart if not any(name in text and actor.text not in text for text in like)]
    return [name for name in free if not any(name != other and name in other for other in free)]


def _overlap(first: str, second: str) -> bool:
    """Whether one name is part of the other, or they share a family name."""
    parts, others = (set(name.replace("·", " ").split()) for name in (first, second))
    return first in second or second in first or bool(parts & others)
