"""Who or what a pronoun, a definite noun or a missing subject stands for, where plain rules make that certain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from questions import antecedents_en, antecedents_zh
from questions.document import Document, Sentence
from questions.grammar import Parts, Topic
from questions.spans import cleaned, within

_FARTHEST = 12  # sentences that lie between a definite noun and what it stands for
_LONGEST_OPENING = 160  # characters of a sentence that are read for its topic
_BEFORE_DATE = 6  # characters that may stand before a date with which a sentence begins


class _Grammar(Protocol):
    """What each language knows of names and of what stands for them."""

    def topic_of(self, text: str) -> Topic | None: ...
    def goes_on(self, text: str) -> bool: ...
    def wants_name(self, text: str) -> bool: ...
    def leaves_subject_out(self, parts: Parts) -> bool: ...
    def definite_noun(self, parts: Parts) -> str | None: ...
    def is_kind(self, topic: Topic, noun: str) -> bool: ...
    def names_another(self, text: str, topic: Topic, noun: str) -> bool: ...
    def may_stand_for_something(self, parts: Parts) -> bool: ...
    def stands_for(self, parts: Parts, topic: Topic) -> bool: ...


@dataclass(frozen=True, kw_only=True)
class _Seen:
    """A sentence's topic, if it is certain, and whether it only goes on about the topic of the one before."""

    topic: Topic | None
    goes_on: bool


class Antecedents:
    """The topics of a document's sentences, each looked for once and only when something stands for one."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._grammar: _Grammar = antecedents_zh if document.language.is_chinese else antecedents_en
        self._seen: dict[int, _Seen] = {}

    def meant_by(self, index: int, parts: Parts) -> Topic | None:
        """What the subject of sentence number `index` stands for, or None where it is not certain."""
        noun = self._grammar.definite_noun(parts)
        if noun is not None:
            return self._of_kind(index, noun)
        topic = self._last_topic(index) if self._grammar.may_stand_for_something(parts) else None
        return topic if topic is not None and self._grammar.stands_for(parts, topic) else None

    def are_wanted(self, index: int, own: int, parts: Parts) -> bool:
        """Whether a sentence before names what clause number `own` of sentence number `index` is about.

        It does where that clause, or the first of its sentence, has a pronoun for its subject or none.
        """
        if own > 0:
            return self._grammar.wants_name(self._opening(self._sentence(index)))
        return self.leaves_out(parts)

    def leaves_out(self, parts: Parts) -> bool:
        """Whether a clause has a pronoun for its subject, or none."""
        return self._grammar.leaves_subject_out(parts)

    def _last_topic(self, index: int) -> Topic | None:
        """The topic of the sentence before, or of the one that it goes on about."""
        for place in range(index - 1, max(index - _FARTHEST, 0) - 1, -1):
            if self._sentence(place).paragraph != self._sentence(index).paragraph:
                return None
            seen = self._look(place)
            if not seen.goes_on:
                return seen.topic
        return None

    def _of_kind(self, index: int, noun: str) -> Topic | None:
        """The nearest topic of the kind that a noun names, if nothing else of the kind is named since."""
        sentence = self._sentence(index)
        for place in range(index - 1, max(index - _FARTHEST, 0) - 1, -1):
            if self._sentence(place).paragraph != sentence.paragraph:
                return None
            topic = self._look(place).topic
            if topic is not None and self._grammar.is_kind(topic, noun):
                between = self._document.text[self._sentence(place).start : sentence.start]
                return None if self._grammar.names_another(between, topic, noun) else topic
        return None

    def _sentence(self, index: int) -> Sentence:
        return self._document.sentences[index]

    def _look(self, index: int) -> _Seen:
        if index not in self._seen:
            text = self._opening(self._sentence(index))
            self._seen[index] = _Seen(topic=self._grammar.topic_of(text), goes_on=self._grammar.goes_on(text))
        return self._seen[index]

    def _opening(self, sentence: Sentence) -> str:
        """How a sentence begins, without a date in front."""
        start, end = sentence.start, min(sentence.end, sentence.start + _LONGEST_OPENING)
        for date in within(self._document.dates, start, end)[:1]:
            if date.start - start <= _BEFORE_DATE:
                start = date.end
        return cleaned(self._document, start, end)


def put_for(pronoun: str, name: str, before: str, after: str) -> tuple[str, str]:
    """A clause's texts before and after its date with the name in the place of its subject."""
    place = re.compile(rf"(?<![A-Za-z]){re.escape(pronoun)}(?![A-Za-z])")
    if place.search(before):
        return place.sub(lambda _: name, before, count=1), after
    return before, place.sub(lambda _: name, after, count=1)
