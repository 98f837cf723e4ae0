"""Whether English sentences lean on the text before them: by a pronoun, a connective, a definite noun, a short name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from questions.document import Document
from questions.grammar_en import has_verb
from questions.names import is_no_person_en
from questions.regex import regex
from questions.spans import cleaned
from questions.writers.gate import GAP
from questions.writers.hanging_en import calls_by_one_name, known_nouns, nouns_pointing, owns_a_thought, shortened

_OPENING = 600  # characters in which the document says what it is about
_PLACES = ("city", "town", "village", "country", "state", "island", "province", "region")
_OFTEN = 3  # times by which it is the text's own subject
_TAKES_UP = regex(
    r"^(?:This|That|These|Those|Such|There|Here|Both|Another|Other|Some|Many|Several|Most|All|Each|None|Nobody|Few|Either|Neither|"
    r"One(?! of the)|Others|So|Yet|For example|For instance|As such|In turn|At (?:this|that)|After this|Following this|"
    r"By then|Two|Three|Four|Of|Within|"
    r"(?:An?|The) (?:second|third|fourth|fifth|sixth|final|further|similar|different)|"
    r"The (?:most \w+|least \w+|first|last|only one|\w+est) (?:was|were|is|are|came|had))\b"
    r"|\b(?:in|at|of|on|for|by|from|to|with|during) that [a-z]+|\bboth\b(?![^.]* and )"
    r"|\b(?:here|nearby|everything|everyone|everybody|almost all|nearly all|the rest|also|again|similarly|another|"
    r"therefore|thus|too|(?<!and )others?|the same|further|latter|former|previous|reverted|this|these|those|such|"
    r"respectively|as well|instead|went on to|however|still|newer|older|extra|more recent|aboard)\b"
)
_THEN = regex(
    r"\b(?:subsequent|subsequently|later|eventually|thereafter|afterwards?|then|the following|the next|meanwhile|"
    r"at that time|that (?:same )?(?:year|time|day|month|spring|summer|autumn|fall|winter|week|"
    r"night|morning|evening))\b"
)
_THERE = re.compile(r"\bthere(?! (?:is|are|was|were|had|has)\b)")
_PRONOUN = regex(r"\b(?:he|she|it|they|him|them|his|her|its|their|himself|herself|itself|themselves)\b", re.IGNORECASE)
_NAMED_BEFORE = regex(r"[a-z,] [A-Z][\w.]|^(?:The )?[A-Z][\w.-]+[, ][A-Z]\w")
_NO_NAME = re.compile(
    r"(?:ing|ed|ly|s|ion|ment|ness|ity|ance|ence|ship)$|^(?:In|On|At|By|For|From|With|Under|After|Before|When|"
    r"Work|Trade|Land|Life|War|People|Police|Water|Power|Music|Food|Power|Peace|Part|Half|Public|Local|Major)$"
)
_NAMES = regex(r"[A-Z][\w-]+(?: [A-Z][\w-]+)*")
_OBJECT = regex(r"\b(?:him|them)\b")
_LED_UP_TO = regex(
    r"[^,]{2,140}(?:, [^,]{1,30})?, (?:he|she|it|they)\b|(?:In|On|At|After|Before|During|With|By|Following|"
    r"Despite|Under|From|For|Having|Upon|As|[A-Z][a-z]+(?:ing|ed))\b[^,]*, (?:his|her|its|their)\b"
)
_EXPLETIVE = re.compile(rf"\b[Ii]t was (?:not until|only in|in|on) {GAP},? that\b")
_PERSONAL = regex(r"\b(?:he|she|him|his|her|himself|herself)\b", re.IGNORECASE)
_PLURAL = regex(r"\b(?:they|them|their|themselves)\b")
_OF_A_PERSON = regex(
    r"(?<!of )(?<!in )(?<!at )(?<!to )(?<!from )(?<!the )(?<!The )(?<!near )\b"
    r"[A-Z][\w.-]+(?: [A-Z][\w.-]+)*"
)
_BODY = regex(r"\b(?:Court|Council|Parliament|Senate|House|Congress|Board|Committee|University|Act|Bill|War|Church)\b")
_ADDED = regex(
    rf"^(?:In|On|During) {GAP},? an? [a-z -]+ (?:was|were) (?:\w+ly )?(?:added|attached|removed|installed|included|"
    r"replaced|introduced|erected|opened|built|formed|appointed|set up|established|created|made|held)\b"
    r"(?! (?:in|at|by|to|from) [A-Z])"
)


class Leaning:
    """What the sentences of one document leave to those before them."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def leans(self, sentence: str) -> bool:
        """Whether the sentence needs the one before it."""
        if (
            _TAKES_UP.search(sentence)
            or _THEN.search(sentence.partition(GAP)[0])
            or owns_a_thought(sentence)
            or calls_by_one_name(sentence)
            or _ADDED.search(sentence)
        ):
            return True
        if shortened(" ".join(word for word in sentence.split() if word.lower() not in self._title)):
            return True
        return self._has_loose_word(sentence) or any(not self._is_known(noun) for noun in nouns_pointing(sentence))

    def _has_loose_word(self, sentence: str) -> bool:
        """Whether "there" stands in the sentence, or a pronoun before anything that it could stand for."""
        if _THERE.search(sentence):
            return True
        pronoun = _PRONOUN.search(_EXPLETIVE.sub("", sentence))
        if pronoun and (_LED_UP_TO.match(sentence) or not self._tells_of(pronoun[0], sentence[: pronoun.start()])):
            return True
        several = _PLURAL.search(sentence)
        if several and not re.search(r"\band\b|[a-z]s\b", sentence[: several.start()]):
            return True
        person = _PERSONAL.search(sentence)
        if person and not self._names_person(sentence[: person.start()]):
            return True
        other = _OBJECT.search(sentence)
        return other is not None and len(_NAMES.findall(sentence[: other.start()])) < 2

    def points(self, lines: Sequence[str]) -> bool:
        """Whether a later sentence has a definite noun of which nothing before it tells."""
        known = set(known_nouns(lines[0]))
        for line in lines[1:]:
            if any(noun not in known and not self._is_known(noun) for noun in nouns_pointing(line)):
                return True
            known |= known_nouns(line)
        return False

    def names_anything(self, lines: Sequence[str]) -> bool:
        """Whether a name stands in the sentences."""
        return _NAMED_BEFORE.search(" ".join(lines)) is not None or self.begins_with_name(lines[0])

    def begins_with_name(self, text: str) -> bool:
        """Whether a text's first word is a name, going by how the document writes it elsewhere."""
        first = re.match(r"(?:The )?([A-Z][\w-]*\w)", text)
        if first is None:
            return False
        return first[1] in self._names or not (first[1].lower() in self._lowered or _NO_NAME.search(first[1]))

    def _tells_of(self, pronoun: str, text: str) -> bool:
        """Whether a pronoun has something in the text before it to stand for: a name, or a thing for "it"."""
        if pronoun.lower() in ("it", "its") and has_verb(text) and re.search(r"\b(?:[Aa]n?|[Tt]he) [a-z]", text):
            return True
        return self.begins_with_name(text) or _NAMED_BEFORE.search(text) is not None

    def _names_person(self, text: str) -> bool:
        """Whether a name that is hardly a place's stands in the text, or a noun with an article begins it."""
        if re.match(r"(?:An?|The) [a-z]", text):
            return True
        names = (match[0] for match in _OF_A_PERSON.finditer(text))
        names = (name for name in names if not (is_no_person_en(name) or _BODY.search(name)))
        return any(name.split()[0] in self._names or self.begins_with_name(name) or " " in name for name in names)

    def _is_known(self, noun: str) -> bool:
        """Whether the document's title explains a definite noun, or the document has only one such thing."""
        return noun in self._title or noun in self._kinds or self._is_one(noun)

    def _is_one(self, noun: str) -> bool:
        body = self._body
        told = len(re.findall(rf"\b[Tt]he {re.escape(noun)}\b(?! of\b)", body))
        if not self._document.title or told <= _OFTEN:
            return False
        several = r"\b(?:another|other|second|new|old|an?|this|that|each|one|two|three|four|several) (?:\w+ )?"
        kinds = rf"{several}{re.escape(noun)}s?\b"
        return re.search(rf"{kinds}|\b{re.escape(noun)}s\b", body) is None

    @cached_property
    def _body(self) -> str:
        return self._document.text[: self._document.body_end]

    @cached_property
    def _title(self) -> frozenset[str]:
        return frozenset(re.findall(r"[a-z]{2,}", (self._document.title or "").lower()))

    @cached_property
    def _kinds(self) -> frozenset[str]:
        """The noun by which the opening describes what the document is about, and a place that it goes on naming."""
        text = cleaned(self._document, 0, min(_OPENING, self._document.body_end))
        described = re.search(
            r"\b(?:is|was) (?:an?|the) (?:[\w-]+ ){0,4}?([a-z]+)(?= (?:of|in|on|at|for|by|from|to|that|which)\b|[,.])",
            text,
        )
        if not self._document.title:
            return frozenset()  # then the stem names nothing of which it could be the kind
        kind = {described[1]} if described else set()
        often = {noun for noun in _PLACES if len(re.findall(rf"\b[Tt]he {noun}\b(?! of\b)", self._body)) > _OFTEN}
        kin = {"family"} if re.search(r"\bborn\b|\(\w+ \d{1,2}, \d{4}|\(\d{1,2} \w+ \d{4}", text) else set()
        return frozenset(kind | often | kin)

    @cached_property
    def _names(self) -> frozenset[str]:
        """The words that the text writes with a capital within its sentences, and never without."""
        inner = re.findall(r"(?<=[a-z,] )([A-Z][\w.-]*\w)", self._body)
        return frozenset(word for word in inner if word.lower() not in self._lowered)

    @cached_property
    def _lowered(self) -> frozenset[str]:
        return frozenset(re.findall(r"\b[a-z]{2,}\b", self._body))
