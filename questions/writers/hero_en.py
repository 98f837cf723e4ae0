"""Whom or what an English document is about, and where a pronoun can stand for nothing else."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from questions.document import Document, Sentence
from questions.grammar_en import split_subject
from questions.names import is_no_person_en
from questions.regex import regex
from questions.spans import cleaned

_BRACKETS = regex(r"\s*\([^()]*\)")
_LIFE = regex(r"\((?:[^()]*\bborn\b|[^()]*\d{4} ?[\u2013-])")
_TITLE_RESIDUE = regex(r"\[[^\]]*\]|\([^)]*\)")
_CAPITALISED = regex(r"[A-Z][\w\u2019'-]*[a-z]")
_OPENINGS = 60  # sentences in which the document may say what it is about
_LONGEST_TITLE = 10  # words
_FARTHEST = 8  # sentences between a pronoun and the name that it stands for
_FEWEST_PRONOUNS = 3
_ADVERB_END = regex(r" [a-z]+ly$")
_DESCRIBES = regex(r"(?:is|was|were|are) (?:an?|the|one of the)\b")
_KIND = regex(
    r"(?:is|was) an? (?:[\w-]+ ){0,3}?(?P<noun>[a-z]+)"
    r"(?= (?:of|in|on|at|for|by|from|to|with|that|which|between|linking|located)\b|[,.]|$)"
)
_LIVES = regex(r"was (?:born|baptised|baptized|christened)\b")
_PERSON = regex(r"(?:er|or|ist|ian|king|queen|emperor|man|woman|poet|monk|artist|chemist|physicist)\b")

_NAMES = regex(r"[A-Z][\w\u2019'.-]*(?: (?:(?:de|von|van|of|of the) )?[A-Z][\w\u2019'.-]*)*")
_NO_PERSON = regex(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday)\b|(?:ian|ish|ese|ch|can|man|Arctic|Antarctic|Prize|Award|Medal|Games|Olympics|Sea|"
    r"Ocean|Island|Islands|River|Bay|Pole)$"
)
_TITLED = regex(r"(?:Professor|President|Prince|Princess|King|Queen|Sir|Lord|Lady|Dr|Mr|Mrs|Miss|General|Captain)\b")
_GOES_ON = regex(r"(?:He|She|His|Her)\b")
_PLACED = regex(r"\b(?:the|in|at|to|from|across|near|off|via|into|through|around|over|towards?)\s$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Hero:
    """The one person or thing that a document is about; `pronoun` is "he", "she" or "it"."""

    name: str
    words: frozenset[str]
    pronoun: str
    kind: str | None = None
    """The noun that the text may have for it: "the tunnel"; None for a person."""


class Heroes:
    """Looks for the document's hero once, and tells where a pronoun means no other."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def hero(self) -> Hero | None:
        """Whom or what the document is about, where its title and its opening agree; else None."""
        document = self._document
        title = _title_of(document)
        for sentence in document.sentences[:_OPENINGS] if title else ():
            found = self._opened(sentence, title)
            if found is not None:
                return found
        return None

    def stands_for(self, index: int, prefix: str, pronoun: str) -> str | None:
        """The name that a pronoun means in sentence number `index`, of which `prefix` stands before it."""
        hero = self.hero
        if hero is None or hero.pronoun != pronoun.lower():
            return None
        certain = self._continues(index, prefix) if hero.pronoun == "it" else self._is_alone(index, prefix)
        return hero.name if certain else None

    def _opened(self, sentence: Sentence, title: str) -> Hero | None:
        text = cleaned(self._document, sentence.start, sentence.end)
        plain = re.sub(r"^([^,]{3,60}), [^,]*(?:, [^,]*){0,2}, (?=(?:is|was)\b)", r"\1 ", _BRACKETS.sub("", text))
        subject, predicate = split_subject(plain)
        if subject is None:
            return None
        subject = _ADVERB_END.sub("", subject)
        words = frozenset(_CAPITALISED.findall(subject))
        shared = words & frozenset(_CAPITALISED.findall(title))
        told = bool(_DESCRIBES.match(predicate) or _LIVES.match(predicate)) or subject.removeprefix("The ") == title
        if not told or not any(len(word) > 3 for word in shared):
            return None
        pronoun = self._pronoun(text, predicate)
        if pronoun is None:
            return None
        titled = frozenset(title.split()) <= words and len(title.split()) > 1 and pronoun != "it"
        kind = self._kind(words, predicate) if pronoun == "it" else None
        return Hero(name=title if titled else _uncapital(subject), words=words, pronoun=pronoun, kind=kind)

    def _kind(self, words: frozenset[str], predicate: str) -> str | None:
        """The noun of the hero's name or description that the text has with an article, if it speaks of only one."""
        described = _KIND.match(predicate)
        nouns = [word.lower() for word in words] + ([described["noun"]] if described else [])
        told = [noun for noun in nouns if re.search(rf"\bthe {noun}\b", self._body)]
        several = [
            noun
            for noun in told
            if re.search(rf"\b(?:another|other|second|new|old|an?|this|each) {noun}\b|\b{noun}s\b", self._body)
        ]
        return told[0] if len(set(told)) == 1 and not several else None

    def _pronoun(self, text: str, predicate: str) -> str | None:
        counts = Counter(match[0].lower() for match in re.finditer(r"\b(?:he|she)\b", self._body, re.IGNORECASE))
        named, count = max(counts.items(), key=lambda pair: pair[1], default=("it", 0))
        described = predicate.split(".")[0].split(" of ")[0]
        if re.search(r"\d", text[: text.find(predicate)]) and not _LIFE.search(text):
            return None  # one of several of the name
        lived = _LIVES.match(predicate) or _LIFE.search(text) or _PERSON.search(described)
        if not lived:
            return "it" if not is_person_like(predicate) else None
        return named if count >= _FEWEST_PRONOUNS and count > 3 * (sum(counts.values()) - count) else None

    def _continues(self, index: int, prefix: str) -> bool:
        """Whether the sentence before, of the same paragraph, is about the hero by name."""
        sentences = self._document.sentences
        if prefix.strip() or index == 0 or sentences[index - 1].paragraph != sentences[index].paragraph:
            return False
        before = _BRACKETS.sub("", cleaned(self._document, sentences[index - 1].start, sentences[index - 1].end))
        subject = split_subject(re.sub(r"^([^,]{3,60}), [^,]*, (?=(?:is|was)\b)", r"\1 ", before))[0]
        return subject is not None and bool(self.hero) and self._names_hero(subject)

    def _names_hero(self, subject: str) -> bool:
        hero = self.hero
        return hero is not None and frozenset(_CAPITALISED.findall(subject)) - {"The"} == hero.words - {"The"}

    def _is_alone(self, index: int, prefix: str) -> bool:
        """Whether the sentences before are about the hero, or name no other person since the hero or since the
        paragraph began."""
        sentences = self._document.sentences
        if self._names_another(prefix) and not self._is_about_hero(prefix):
            return False
        for place in range(index - 1, max(index - _FARTHEST, 0) - 1, -1):
            if sentences[place].paragraph != sentences[index].paragraph:
                break
            text = cleaned(self._document, sentences[place].start, sentences[place].end)
            if self._begins_with_name(text):
                return True
            if not _GOES_ON.match(text) and self._names_another(text):
                return False
            if not _GOES_ON.match(text) and self._mentions(text):
                return True
        return True

    def _is_about_hero(self, text: str) -> bool:
        return _GOES_ON.match(text) is not None or self._begins_with_name(text)

    def _begins_with_name(self, text: str) -> bool:
        name = _NAMES.match(text)
        return (
            name is not None and self.hero is not None and self.hero.words >= frozenset(_CAPITALISED.findall(name[0]))
        )

    def _mentions(self, text: str) -> bool:
        return self.hero is not None and bool(self.hero.words & frozenset(_CAPITALISED.findall(text)))

    def _names_another(self, text: str) -> bool:
        return any(self._is_another(match, text) for match in _NAMES.finditer(text))

    def _is_another(self, match: re.Match[str], text: str) -> bool:
        assert self.hero is not None
        name = re.sub(r"[\u2019']s?$", "", match[0]).rstrip(".")
        words = frozenset(_CAPITALISED.findall(name))
        if not words or words <= self.hero.words or words <= self._lowered_names:
            return False
        if _TITLED.match(name):
            return True
        placed = _PLACED.search(text[: match.start()])
        return not (placed or is_no_person_en(name) or _NO_PERSON.search(name))

    @cached_property
    def _body(self) -> str:
        return self._document.text[: self._document.body_end]

    @cached_property
    def _lowered_names(self) -> frozenset[str]:
        """The words that begin sentences with a capital and stand elsewhere without one."""
        lowered = set(re.findall(r"\b[a-z]{2,}\b", self._body))
        return frozenset(word for word in _CAPITALISED.findall(self._body) if word.lower() in lowered)


def is_person_like(predicate: str) -> bool:
    """Whether a description is one of a person."""
    return _PERSON.search(predicate.split(",")[0].split(" of ")[0]) is not None


def _title_of(document: Document) -> str:
    title = document.title or (document.sentences[0].text if document.sentences else "")
    plain = " ".join(_TITLE_RESIDUE.sub("", title).split())
    short = len(plain.split()) <= _LONGEST_TITLE and not plain.endswith(".")
    return plain if short else ""


def _uncapital(subject: str) -> str:
    return f"the {subject[4:]}" if subject.startswith("The ") else subject
