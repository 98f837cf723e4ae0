"""Who did it: a choice of people, or of countries and organisations."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from questions.fact import Entity, EntityKind
from questions.question import Question, QuestionType
from questions.writers.drafting import Choice, draft, placed, right_feedback, wrong_feedback
from questions.writers.material import Material
from questions.writers.telling import Telling, grams

_FEWEST, _MOST = 2, 3
_ACTORS = (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION)
_SEVERAL = re.compile(r"[与與和及、]|\band\b")


def write_who_choice(telling: Telling, material: Material, rng: Random) -> Question | None:
    """「谁于2008年8月26日签署总统令……?」 with others of whom no clause could be read as saying the same."""
    actor = _actor(telling)
    if actor is None or not material.is_first(telling) or not telling.is_certain:
        return None
    stem = material.grammar.who_stem(telling, actor.kind)
    others = _other_actors(actor, telling, material) if stem else []
    if stem is None or len(others) < _FEWEST or _gives_away(actor.text, stem):
        return None
    near = others if actor.kind is EntityKind.PERSON else others[:_MOST]
    chosen = rng.sample(near, min(_MOST, len(near)))
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
    """Names of the actor's kind that neither the fact names nor any clause like it, the likeliest first."""
    names = (entity.text for entity in material.entities if entity.kind is actor.kind)
    told = grams(telling.before + telling.rest, telling.language)
    chosen: list[str] = []
    for name in sorted(names, key=_likelihood(actor, material)):
        apart = not any(_overlap(name, other) for other in (actor.text, *chosen))
        if apart and _is_wrong(name, telling, told, material):
            chosen.append(name)
        if len(chosen) > _MOST:
            break
    return chosen


def _is_wrong(name: str, telling: Telling, told: frozenset[str], material: Material) -> bool:
    """Whether no clause but the fact's own could be read as saying the same of this name."""
    if name in telling.fact.quote or name in telling.event:
        return False
    return all(telling.fact.quote in clause for clause in material.clauses_naming(name, told))


def _likelihood(actor: Entity, material: Material) -> Callable[[str], tuple[int, str]]:
    """People whose names are as long as the actor's come first, or parties that are heard of most."""
    if actor.kind is EntityKind.PERSON:
        return lambda name: (abs(len(name) - len(actor.text)), name)
    return lambda name: (-material.acting[name], name)


def _overlap(first: str, second: str) -> bool:
    """Whether two names may name the same: one is part of the other, or they share a family name or a country."""
    parts, others = (set(name.replace("·", " ").split()) for name in (first, second))
    countries = first[-1] in "国國" and second[-1] in "国國" and first[0] == second[0]  # 中国, 中华人民共和国
    return first in second or second in first or bool(parts & others) or countries
