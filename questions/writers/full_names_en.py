"""Full names for the short ones by which an English text goes on speaking of somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from questions.document import Document
from questions.names import is_no_person_en
from questions.regex import regex
from questions.writers.hero_en import Heroes

_BRACKETS = regex(r"\s*\([^()]*\)")
_FULL = regex(
    r"(?<!\w)(?P<given>[A-Z][a-z\u00c0-\u017f]{2,})(?P<middle>(?: [A-Z]\.)* "
    r"(?:[A-Z][a-z]{2,} |(?:de|van|von|der|de la) )?)(?P<family>[A-Z][a-z\u00c0-\u017f-]{2,})(?![\w\u2019']|\.? [A-Z])"
)
_ALONE = regex(
    r"(?:^|(?<![\w'\u2019-])(?!of )[a-z][\w-]*,? |(?<![\w'\u2019-])[a-z][\w-]*,? of )"
    r"(?P<name>[A-Z][a-z\u00c0-\u017f-]{2,})(?![\w-]|,? [A-Z\d]| of\b| and [A-Z])"
)
_THING = regex(
    r"\b(?:River|Lake|Mount|Islands?|Day|Massacre|War|Wars|Battle|Street|Road|Square|Church|Cathedral|Abbey|Castle|Palace|"
    r"Hall|House|Park|Gardens?|County|Valley|Bay|Prize|Awards?|Cup|League|Act|Bill|Treaty|Company|Theatre|Theater|Museum|"
    r"Library|Schools?|College|University|Hospital|Airport|Station|Bridge|Tower|Line|Series|Brewery|Party|Club|City|Town|"
    r"America|Africa|Asia|Europe|Pasha|Bey|Khan|Shah|Sultan|Centre|Center|Records?|Studios?|Press|Times|Post|Express|Service|Force|Army|Navy|Corps|Bank|Society|Institute)$"
)
_WITH_ARTICLE = regex(
    r"^(?!the |The )(?:[A-Z][\w-]* )*(?:Club|Association|Society|Museum|University of|Battle|Treaty|Siege|Union|League|"
    r"Institute|Academy|Company|Committee|Party|Theatre|Theater|Gallery|Library|Foundation|Federation|Council|Conference)\b"
)
_NO_GIVEN = regex(
    r"(?:North|South|East|West|Upper|Lower|Central|Greater|New|Old|Mount|Fort|Port|Lake|Saint|Cape|Great|Royal|Grand|"
    r"President|Governor|General|Colonel|Captain|Major|Lieutenant|Commander|Admiral|King|Queen|Prince|Princess|Lord|Lady|"
    r"Emperor|Pope|Bishop|Archbishop|Professor|Doctor|Minister|Senator|Judge|Justice|Chief|Secretary|Chancellor|Mayor|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|The|In|On|At|After|When|"
    r"Before|During|While|With|For|From|Under|By|As|And|But|Both|His|Her|Its|Their|Roman|American|British|French|German|"
    r"English|Scottish|Irish|Italian|Spanish|Russian|Chinese|Japanese|Dutch|Greek|Soviet|European|African|Asian|Indian)$"
)


class FullNames:
    """The people of one document."""

    def __init__(self, document: Document, heroes: Heroes) -> None:
        self._document, self._heroes = document, heroes

    def expanded(self, texts: Sequence[str]) -> list[str]:
        """The texts, which are a subject and what follows it, with full names where only a part of one stands."""
        subject, *others = texts
        if subject in self._hero_words:
            subject = self._hero_words[subject]
        if (
            self._title
            and self._title <= frozenset(subject.split())
            and all(word[0].isupper() for word in subject.split())
        ):
            subject = self._document.title or subject
        done = [self.in_sentence(text) for text in (subject, *others)]
        return self._with_hero(done)

    def in_sentence(self, text: str) -> str:
        """The text with the full name where somebody is first called by the family name alone."""
        for match in _ALONE.finditer(text):
            full = self._known.get(match["name"])
            if full is not None and full not in text:
                return text[: match.start("name")] + full + text[match.end("name") :]
        return text

    def _with_hero(self, texts: list[str]) -> list[str]:
        """The texts with the name of the document's hero for the noun by which it is called: "the tunnel"."""
        hero = self._heroes.hero
        if hero is None or hero.kind is None or hero.name in " ".join(texts):
            return texts
        meant = re.compile(rf"\b[Tt]he {hero.kind}\b(?! of\b| [A-Z])")
        name = f"the {hero.name}" if _WITH_ARTICLE.search(hero.name) else hero.name
        return [meant.sub(name, text) for text in texts]

    @cached_property
    def _title(self) -> frozenset[str]:
        """The words of the title, where it is the name of a person."""
        hero, words = self._heroes.hero, (self._document.title or "").split()
        person = hero is not None and hero.pronoun != "it" and len(words) > 1
        return frozenset(words) if person else frozenset()

    @cached_property
    def _hero_words(self) -> dict[str, str]:
        hero = self._heroes.hero
        person = hero is not None and hero.pronoun != "it"
        return dict.fromkeys(hero.words, hero.name) if hero is not None and person else {}

    @cached_property
    def _known(self) -> dict[str, str]:
        """The full name for each family name that is a part of only one."""
        found: dict[str, set[str]] = {}
        for match in _FULL.finditer(self._body):
            if self._is_person(match):
                found.setdefault(match["family"], set()).add(match[0])
        return {family: max(names, key=len) for family, names in found.items() if _is_one(names)}

    def _is_person(self, match: re.Match[str]) -> bool:
        given, family = match["given"], match["family"]
        if _NO_GIVEN.match(given) or _THING.search(match[0]) or is_no_person_en(match[0]):
            return False
        if any(word.lower() in self._lowered for word in (given, *match["middle"].split()) if word[0].isupper()):
            return False
        if re.search(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Tt]he) {family}\b", self._body):
            return False  # a place, a river, a ship
        return family.lower() not in self._lowered

    @cached_property
    def _body(self) -> str:
        return _BRACKETS.sub("", self._document.text[: self._document.body_end])

    @cached_property
    def _lowered(self) -> frozenset[str]:
        return frozenset(re.findall(r"\b[a-z]{2,}\b", self._body))


def _is_one(names: set[str]) -> bool:
    """Whether all are forms of one name: the same given name, with or without what stands between."""
    return len({name.split()[0] for name in names}) == 1
