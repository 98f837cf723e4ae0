"""Who did it: a choice of people, or of countries and organisations."""

from __future__ import annotations

import re
from random import Random

from questions.fact import Entity, EntityKind
from questions.question import Question, QuestionType
from questions.writers.drafting import Choice, draft, placed, right_feedback, wrong_feedback
from questions.writers.material import Material
from questions.writers.telling import Telling, alike, grams

_FEWEST, _MOST = 2, 3
_ACTORS = (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION)
_SEVERAL = re.compile(r"[与與和及、]|\band\b")
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
    chosen = _likeliest(actor, others, material, rng)
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
    whole = next((item for item in named if item.text == telling.subject and not _SEVERAL.search(item.text)), None)
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
    return [name for index, name in enumerate(free) if not any(_overlap(name, other) for other in free[:index])]


def _likeliest(actor: Entity, others: list[str], material: Material, rng: Random) -> list[str]:
    """Names as long as the actor's, or parties heard of as much, so that none stands out."""
    if actor.kind is EntityKind.PERSON:
        ranked = sorted(others, key=lambda name: (abs(len(name) - len(actor.text)), name))
    else:
        ranked = sorted(others, key=lambda name: (-material.acting[name], name))
    near = ranked[: _MOST + 1] if actor.kind is EntityKind.PERSON else ranked[:_MOST]
    return rng.sample(near, min(_MOST, len(near)))


def _overlap(first: str, second: str) -> bool:
    """Whether two names may name the same: one is part of the other, or they share a family name or a country."""
    parts, others = (set(name.replace("·", " ").split()) for name in (first, second))
    countries = first[-1] in "国國" and second[-1] in "国國" and first[0] == second[0]  # 中国, 中华人民共和国
    return first in second or second in first or bool(parts & others) or countries
