"""A dated Chinese clause looked for again within its sentence, where the fact's own parts name no subject."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cached_property

from questions.document import Document
from questions.fact import Clause, Fact
from questions.grammar_zh import comparable, split_subject, starts_with_verb, without_connectives
from questions.names import is_person_zh
from questions.regex import regex
from questions.spans import cleaned
from questions.writers.deeds_zh import DEEDS
from questions.writers.hero_zh import Hero, hero_of
from questions.writers.naming_zh import named_clause
from questions.writers.passage import Passage
from questions.writers.passages_zh import Source, passage_of
from questions.writers.proper_zh import ProperNames

_BRACKETS = regex(r"[（(][^（）()]*[）)]")
_BORDER = regex("[，,；;：:。！？—]")
_BEGINS = regex("(?:^|[，,；;])[于於在]?$")
_HOUR = regex("[，,]?(?:上午|中午|下午|傍晚|晚上?|夜间|夜間|凌晨|清晨|当晚|當晚)?[，,]?")
_CLEFT = regex(
    "(?:^|[，,；;])(?P<subject>[^，,；;。的]{2,12}?)(?P<first>(?:首次|第一次|初次|最后一次|最後一次)[^，,；;。]{2,16})是[在于於]$"
)
_ELSEWHERE = regex(
    "^(?:由[于於]|因|[随隨]|[当當]|[经經])|[他她它其此该該这這]|^[^，]{0,3}[后後]|^[与與和][^，]*的[^，]*[使让讓令]"
)


_CLAN = regex("[一-鿿]氏")
_LONGEST_FAMILY = 2
# What befalls a thing: the one who builds or issues it is not what it is told of.
_UNDERGONE = regex(
    "(?:正式|全部|全面|率先|首次)?(?:竣工|完工|落成|建成|通车|通航|启用|开幕|出版|上映|首映|播出|首播|发行|问世|面世|开播|开放|动工|开工|生效|施行|投产)"
)
# A date that only says which games or polls are meant.
_GAMES = regex(
    "(?:[一-鿿]{0,6})(?:世界[杯盃]|奥运|亚运|[欧美亚]洲[国家]{0,2}[杯盃]|世博|大选|赛季|联赛|锦标赛|电影节|选举|公投|危机)(?![会]?[^，]{0,4}(?:举行|开幕|召开|爆发))"
)
_LONGEST_GAMES = 16
_MERE_WORD = 3  # characters of what is left of a clause when its date is gone


class Retelling:
    """The Chinese clauses of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [sentence.start for sentence in document.sentences]

    def passage(self, fact: Fact) -> Passage | None:
        """The source's own sentence with a gap for the fact's date, where it tells what it speaks of."""
        index = bisect_right(self._starts, fact.date.start) - 1
        person = self._hero is not None and self._hero.pronoun != "它" and index >= 0
        about = person and self._is_about_hero(index, "")
        hero = self._hero if about else None
        return passage_of(fact, Source(document=self._document, names=self._names, hero=hero))

    @cached_property
    def _names(self) -> ProperNames:
        return ProperNames(self._document)

    @cached_property
    def _hero(self) -> Hero | None:
        return hero_of(self._document)

    def in_full(self, fact: Fact) -> Fact:
        """The fact with a person's full name for a family name that only one full name of the document begins with."""
        subject = fact.clause.subject or ""
        if _GAMES.match(comparable(self._document.text[fact.date.end : fact.date.end + _LONGEST_GAMES])):
            return replace(fact, clause=replace(fact.clause, subject=None, subject_carried=False))
        if fact.clause.subject_carried and not self._is_still_about(subject, fact):
            return replace(fact, clause=replace(fact.clause, subject=None, subject_carried=False))
        family = subject[:-1] if _CLAN.fullmatch(subject) else subject if 0 < len(subject) <= _LONGEST_FAMILY else ""
        full = self._names.full_name(comparable(family)) if family else None
        title = (self._document.title or "").strip()
        if family and full is None and title.startswith(family) and is_person_zh(title):
            return replace(fact, clause=replace(fact.clause, subject=title, subject_carried=True))
        place = self._names.place_of(full) if full and len(full) > len(family) else -1
        if full is None or place < 0:
            return self._described(fact)
        name = self._document.text[place : place + len(full)]
        return replace(fact, clause=replace(fact.clause, subject=name, subject_carried=True))

    def _is_still_about(self, subject: str, fact: Fact) -> bool:
        """Whether nobody else acts between a subject and a later clause of its sentence that leaves it out."""
        sentence = self._document.sentences[max(bisect_right(self._starts, fact.date.start) - 1, 0)]
        named, between = cleaned(self._document, sentence.start, fact.date.start).rpartition(subject)[1:]
        if not named or (self._hero is not None and subject == self._hero.name):
            return True
        clauses = [without_connectives(_DATED.sub("", clause).strip()) for clause in _BORDER.split(between)[1:]]
        told = [clause for clause in clauses if len(clause) > _MERE_WORD]
        if len(told) > 1 or _UNDERGONE.match(comparable(fact.clause.before_date + fact.clause.rest)):
            return False
        return not re.search("[；;]", between) and all(starts_with_verb(clause) for clause in told)

    def _described(self, fact: Fact) -> Fact:
        """The fact with a name and its description for the first words of that description, taken for a subject."""
        clause = fact.clause
        if not clause.date_first or clause.subject is None or self._names.end_at_start(comparable(clause.subject)):
            return fact
        whole = named_clause("", clause.subject + clause.rest, self._names)
        longer = whole is not None and len(whole.subject or "") > len(clause.subject)
        return replace(fact, clause=whole) if whole is not None and longer else fact

    def clearer(self, fact: Fact) -> Fact | None:
        """The fact with a clause that names its subject, where the sentence makes it certain; else None."""
        index = bisect_right(self._starts, fact.date.start) - 1
        if _GAMES.match(comparable(self._document.text[fact.date.end : fact.date.end + _LONGEST_GAMES])):
            return None
        if index < 0 or fact.date.end > self._document.sentences[index].end:
            return None
        sentence = self._document.sentences[index]
        lead = _BRACKETS.sub("", cleaned(self._document, sentence.start, fact.date.start))
        trail = _BRACKETS.sub("", cleaned(self._document, fact.date.end, sentence.end))
        clause = _cleft(lead, trail) or self._own(index, lead, trail) or named_clause(lead, trail, self._names)
        return None if clause is None else replace(fact, clause=clause)

    def _own(self, index: int, lead: str, trail: str) -> Clause | None:
        """「1923年重返巴黎」, 「他…」: what the document's hero did, be it behind other deeds of the hero's."""
        hero = self._hero
        if hero is None or not _BEGINS.search(lead):
            return None
        told = _BORDER.split(_HOUR.sub("", trail, count=1), maxsplit=1)[0]
        if told.startswith(hero.pronoun) and hero.pronoun != "它":
            told = told[1:]
            certain = self._is_about_hero(index, lead)
        elif hero.pronoun != "它":
            certain = self._is_about_hero(index, lead) and DEEDS.match(told) is not None
        else:
            certain = lead.startswith(hero.name) and self._goes_on(lead) and starts_with_verb(told)
        if not certain or _ELSEWHERE.search(told):
            return None
        return Clause(subject=hero.name, subject_carried=True, rest=told)

    def _is_about_hero(self, index: int, lead: str) -> bool:
        """Whether nothing before, in the sentence and the one before it, is somebody else's deed."""
        sentences = self._document.sentences
        texts = [lead]
        if index and sentences[index - 1].paragraph == sentences[index].paragraph:
            texts.append(cleaned(self._document, sentences[index - 1].start, sentences[index - 1].end))
        return all(self._goes_on(text) for text in texts)

    def _goes_on(self, text: str) -> bool:
        """Whether each clause of a text is about the hero, or has no subject."""
        assert self._hero is not None
        for clause in _BORDER.split(_BRACKETS.sub("", text)):
            subject = split_subject(_DATED.sub("", clause).lstrip("，"))[0]
            if subject is None or subject in (self._hero.name, self._hero.pronoun) or subject.endswith(self._hero.name):
                continue
            if is_person_zh(subject) or self._hero.pronoun == "它":
                return False
        return True


_DATED = regex(r"^.{0,3}?\d{2,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?")


def _cleft(lead: str, trail: str) -> Clause | None:
    """「昆明首次遭日机轰炸是在1938年9月28日」."""
    match = _CLEFT.search(lead)
    if match is None or not (not trail or _BORDER.match(trail)):
        return None
    return Clause(subject=match["subject"], subject_carried=False, rest=match["first"], date_first=True)
