"""Who did it: a choice of people, or of countries and organisations."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from questions.fact import Entity, EntityKind, Fact
from questions.grammar_zh import comparable
from questions.names_words import SOUNDS, SURNAMES, TITLES, TITLES_EN
from questions.question import Question, QuestionType
from questions.regex import regex
from questions.writers.drafting import Choice, draft, placed, right_feedback, wrong_feedback
from questions.writers.material import Material
from questions.writers.nearness import are_of_one_time
from questions.writers.places import is_city, may_be_meant
from questions.writers.telling import Telling, grams

_FEWEST, _MOST = 2, 3
_HEARD_OF = 3  # a party that the text hardly names tempts nobody
# What the other parties of a text have never been able to do.
_OF_ONE_PARTY = regex(
    r"(?:宣[布佈告]|取得|[获獲]得|正式)[独獨]立|成立|\bindependence\b|"
    r"\bwas (?:founded|established)\b|\b(?:was born|died)$"
)
_ACTORS = (EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION)
_THING = regex(
    r"[\u2019']s\b|\b(?:River|Lake|Mount|Island|Islands|Day|Massacre|War|Battle|Street|Road|Square|Church|Cathedral|Abbey|"
    r"Castle|Palace|Hall|House|Park|Garden|Gardens|County|Valley|Bay|Prize|Award|Cup|League|Act|Bill|Treaty|Company|"
    r"Theatre|Theater|Museum|Library|School|College|University|Hospital|Airport|Station|Bridge|Tower|Line|Series)\b"
)
_SEVERAL = regex(r"[与與和及、]|\band\b")


def write_who_choice(telling: Telling, material: Material, rng: Random) -> Question | None:
    """「谁于2008年8月26日签署总统令……?」 with others of whom no clause could be read as saying the same."""
    actor = _actor(telling, material)
    if (
        actor is None
        or telling.date_leads
        or _OF_ONE_PARTY.search(telling.event)
        or not material.is_first(telling)
        or not telling.is_certain
    ):
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


def _actor(telling: Telling, material: Material) -> Entity | None:
    """The name that the subject is, or that ends it after a title; None where the subject is anything else."""
    named = [entity for entity in telling.fact.entities if entity.kind in _ACTORS and _is_whole(entity, material)]
    whole = next((item for item in named if item.text == telling.subject and not _SEVERAL.search(item.text)), None)
    people = (item for item in named if item.kind is EntityKind.PERSON and telling.subject.endswith(item.text))
    titled = (item for item in people if _is_title(telling.subject.removesuffix(item.text)))
    return whole or max(titled, key=lambda entity: len(entity.text), default=None)


def _are_alike(name: str, key: str) -> bool:
    """Whether both are cities or neither is known to be one, and neither is a part of the other."""
    one, other = comparable(name), comparable(key)
    return is_city(one) is is_city(other) and not may_be_meant(one, other)


def _is_title(text: str) -> bool:
    """Whether what stands before a name is the person's title, and not another person who did something to them."""
    plain = comparable(text.strip())
    return plain.endswith((*TITLES, *TITLES_EN, "家")) and not _SEVERAL.search(text) and not _DEED.search(text)


_DEED = regex(r"接替|[继繼]任|取代|[随隨]|陪同|[与與]")
# What may stand before a Chinese name; after anything else the name may lack its beginning.
_BEFORE_NAME = regex(
    r"^(?:|[^\u3400-\u9fff·•‧・．.]|[与與和及由被的向对對家长長统統理相席记記王帝爵士员員授师師人臣官生主督帅帥军軍将將])$"
)


def _is_whole(entity: Entity, material: Material) -> bool:
    """Whether the text shows where a name begins: after a title, a preposition or a mark of punctuation."""
    if entity.kind is not EntityKind.PERSON:
        return True
    if not material.document.language.is_chinese:
        single = " " not in _untitled(entity.text)
        return (
            not single
            and not _THING.search(entity.text)
            and not re.search(rf"\bSt\.? {re.escape(entity.text)}", material.document.text)
        )
    text = material.document.text
    starts = [match.start() for match in re.finditer(re.escape(entity.text), text)]
    if _is_sounded(comparable(entity.text)) and not any(_is_title(text[max(start - 4, 0) : start]) for start in starts):
        return False  # a club or a town may sound like it
    return any(_BEFORE_NAME.search(text[max(start - 1, 0) : start]) for start in starts)


def _is_sounded(name: str) -> bool:
    """Whether a name without a dot is written in the characters of foreign sounds, and begins with no family name."""
    return len(name) >= 3 and SOUNDS.issuperset(name) and name[:1] not in SURNAMES


def _gives_away(name: str, stem: str) -> bool:
    """Whether the stem holds the name or the greater part of it."""
    return name in stem or any(part in stem for part in name.replace("·", " ").split() if len(part) > 1)


def _other_actors(actor: Entity, telling: Telling, material: Material) -> list[str]:
    """Names of the actor's kind that neither the fact names nor any clause like it, the likeliest first."""
    key = _untitled(actor.text)
    known = (entity for entity in material.entities if entity.kind is actor.kind)
    names = {_untitled(entity.text) for entity in known if _is_whole(entity, material)}
    if actor.kind is not EntityKind.PERSON:
        names = {name for name in names if material.acting[name] >= _HEARD_OF and _are_alike(name, key)}
    if telling.language.is_chinese:
        acting, _, named = _heard_of_then(telling, material).partition(_BREAK)
        alike = (name for name in names if _is_formed_alike(name, key, actor.kind))
        names = {name for name in alike if actor.kind is EntityKind.PLACE or name in named or f"{name}\n" in acting}
    told = grams(telling.before + telling.rest, telling.language)
    chosen: list[str] = []
    for name in sorted(names, key=_likelihood(actor, material)):
        apart = _is_like(name, key) and not any(_overlap(name, other) for other in (key, *chosen))
        if apart and _is_wrong(name, telling, told, material):
            chosen.append(name)
        if len(chosen) > _MOST:
            break
    return chosen


def _is_formed_alike(name: str, key: str, kind: EntityKind) -> bool:
    """Whether a Chinese name is of somebody else, and of the key's form."""
    if kind is EntityKind.PERSON:
        return name[0] != key[0] and not name.endswith("氏")
    return kind is EntityKind.PLACE or (name[-1] == key[-1] and len(name) >= _SHORTEST_ORGANISATION)


def _heard_of_then(telling: Telling, material: Material) -> str:
    """Who acted in the same age, a line each, and behind a break what is told of the same years."""
    near = [fact for fact in material.facts if are_of_one_time(fact.date.value, telling.value)]
    acting = [fact.clause.subject or "" for fact in near]
    named = [fact.quote for fact in near if _years(fact, telling) <= _AT_HAND]
    return "\n".join([*acting, ""]) + _BREAK + "".join(named)


def _years(fact: Fact, telling: Telling) -> int:
    assert fact.date.value.earliest is not None
    assert telling.value.earliest is not None
    return abs(fact.date.value.earliest.year - telling.value.earliest.year)


_BREAK = "\f"
_AT_HAND = 3  # years from the deed in which somebody is named
_SHORTEST_ORGANISATION = 3  # a common noun is shorter
_TORN = regex(r"[自从從由在于於与與被将將把了的]")
_TITLE = regex(rf"(?:(?:{'|'.join(TITLES_EN)})\.? )+")


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
