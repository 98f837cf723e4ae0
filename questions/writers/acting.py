"""Who did it: a choice of people, or of countries and organisations."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from questions.fact import Entity, EntityKind
from questions.names_words import TITLES_EN
from questions.question import Question, QuestionType
from questions.writers.drafting import Choice, draft, placed, right_feedback, wrong_feedback
from questions.writers.material import Material
from questions.writers.telling import Telling, grams

_FEWEST, _MOST = 2, 3
_HEARD_OF = 3  # a party that the text hardly names tempts nobody
# What the other parties of a text have never been able to do.
_OF_ONE_PARTY = re.compile(
    r"(?:宣[布佈告]|取得|[获獲]得|正式)[独獨]立|成立|\bindependence\b|\bwas (?:founded|established)\b"
)
_ACTORS = (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION)
_SEVERAL = re.compile(r"[与與和及、]|\band\b")


def write_who_choice(telling: Telling, material: Material, rng: Random) -> Question | None:
    """「谁于2008年8月26日签署总统令……?」 with others of whom no clause could be read as saying the same."""
    actor = _actor(telling)
    if actor is None or _OF_ONE_PARTY.search(telling.event) or not material.is_first(telling) or not telling.is_certain:
        return None
    stem = material.grammar.who_stem(telling, actor.kind)
    others = _other_actors(actor, telling, material) if stem else []
    if stem is None or len(others) < _FEWEST or _gives_away(_untitled(actor.text), stem):
        return None
    near = others if actor.kind is EntityKind.PERSON else others[:_MOST]
    chosen = rng.sample(near, min(_MOST, len(near)))
    template = material.grammar.phrases.done_by
    wrong = [
        Choice(text=name, feedback=wrong_feedback(template, telling, material, key=_untitled(actor.text), other=name))
        for name in chosen
    ]
    key = Choice(
        text=_untitled(actor.text),
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
    names = {_untitled(entity.text) for entity in material.entities if entity.kind is actor.kind}
    if actor.kind is not EntityKind.PERSON:
        names = {name for name in names if material.acting[name] >= _HEARD_OF}
    key = _untitled(actor.text)
    told = grams(telling.before + telling.rest, telling.language)
    chosen: list[str] = []
    for name in sorted(names, key=_likelihood(actor, material)):
        apart = _is_like(name, key) and not any(_overlap(name, other) for other in (key, *chosen))
        if apart and _is_wrong(name, telling, told, material):
            chosen.append(name)
        if len(chosen) > _MOST:
            break
    return chosen


_TORN = re.compile(r"[自从從由在于於与與被将將把了的]")
_TITLE = re.compile(rf"(?:(?:{'|'.join(TITLES_EN)})\.? )+")


def _untitled(name: str) -> str:
    """The name without an English title in front; a name that is nothing but a title stays."""
    return _TITLE.sub("", name) if _TITLE.match(name) else name


def _is_like(name: str, key: str) -> bool:
    """Whether the name is of the key's form: one word or several, and no plural of a title."""
    plural = name.endswith("s") and name[:-1] in TITLES_EN
    return (" " in name) is (" " in key) and not plural and not _TORN.search(name)


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
