"""English sentences made of a told fact: a question where its grammar is certain, otherwise a sentence with a gap."""

from __future__ import annotations

import re
from collections.abc import Set

from questions.dates import DateValue, Granularity
from questions.document import Document, Language
from questions.fact import EntityKind
from questions.regex import regex
from questions.speech import say_date, say_when
from questions.writers.english_verbs import ADVERBS, is_participle, plain_form
from questions.writers.gate import GAP
from questions.writers.phrases import Phrases
from questions.writers.phrases_en import ENGLISH
from questions.writers.telling import Telling, has_date

_AUXILIARIES = {"was", "were", "had", "could", "would"}
_JOINING = {"and", "or", "but", "then"}
_LABELLED = re.compile(r"(?<!^)\b(?:[A-Z][\w-]*|[Nn]umber|[Nn]o\.|article|section|chapter|page|route|line) $")
_NO_UNITS = {
    "that",
    "and",
    "the",
    "for",
    "with",
    "from",
    "was",
    "were",
    "had",
    "which",
    "who",
    "when",
    "where",
    "after",
    "but",
}
_PARTICLES = {"of", "the", "de", "von", "van", "der", "la", "du", "and", "for", "da", "di", "al"}
_SCENE = "(?:in|at|to|invaded|entered|visited|reached|occupied|captured)"
_IN_GAP = regex(rf"\b([Ii])n {GAP}")
_ASKED = {
    Granularity.DAY: "Which date completes",
    Granularity.MONTH: "Which month and year complete",
    Granularity.SEASON: "Which season and year complete",
    Granularity.YEAR: "Which year completes",
    Granularity.DECADE: "Which decade completes",
    Granularity.CENTURY: "Which century completes",
}
_PREPOSITIONS = {Granularity.DAY: "on"}


class English:
    """The sentences of English."""

    phrases: Phrases = ENGLISH

    def __init__(self, document: Document) -> None:
        body = document.text[: document.body_end]
        self._lowered = frozenset(re.findall(r"\b[a-z]{2,}\b", body))
        self._names = frozenset(re.findall(r"(?<=[a-z,] )[A-Z][\w-]*[a-z]", body))

    def event(self, telling: Telling) -> str:
        """The fact without its date and without a full stop: "Georgia broke off relations with Russia"."""
        return _capital(self._claimed(telling, telling.event))

    def statement(self, telling: Telling, value: DateValue) -> str:
        """The fact with a date, as a whole sentence."""
        if telling.gapped is not None:
            to_the_day = value.granularity is Granularity.DAY is not telling.value.granularity
            gapped = _IN_GAP.sub(_on, telling.gapped) if to_the_day else telling.gapped
            return gapped.replace(GAP, say_date(value, Language.ENGLISH))
        return _stopped(self._claimed(telling, _dated(telling, say_when(value, Language.ENGLISH))))

    def then(self, telling: Telling) -> str:
        """The fact at a time that was just named."""
        if telling.gapped is not None:
            return self.statement(telling, telling.value)
        if has_date(telling.event, Language.ENGLISH):
            return self.statement(telling, telling.value)
        when = self.phrases.that_time[telling.value.granularity]
        return _stopped(self._claimed(telling, _dated(telling, when)))

    def date_stem(self, telling: Telling) -> str:
        if telling.gapped is not None:
            return self._completing(telling.gapped, telling)
        value = telling.value
        question = (
            None if telling.is_prospective or self._source(telling) else _inverted(telling, self._lowered, self._names)
        )
        if question is None:
            return self._with_date_gap(telling)
        asked = self.phrases.which_range if value.is_interval else self.phrases.which_date[value.granularity]
        return f"{asked} {question}?"

    def who_stem(self, telling: Telling, kind: EntityKind) -> str | None:
        verb = "" if telling.gapped else _predicate(telling).split()[0]
        if telling.gapped or telling.value.is_interval or verb in ("were", "are", "have") or self._source(telling):
            return None
        asked = "Who" if kind is EntityKind.PERSON else "Which of the following"
        when = say_when(telling.value, Language.ENGLISH)
        if telling.before or "," not in telling.rest:
            return " ".join(f"{asked} {telling.before} {telling.rest} {when}?".split()).replace(" ?", "?")
        return f"{_capital(when)}, {asked[0].lower()}{asked[1:]} {telling.rest}?"

    def number_stem(self, telling: Telling, numeral: str, unit: str) -> str | None:
        """The fact with a gap for its number."""
        sentence = self.statement(telling, telling.value).translate(self.phrases.inner_quotes)
        if unit in _NO_UNITS:
            return None
        pattern = re.compile(rf"(?<![\w.,-]){re.escape(numeral)}(?=\s+{re.escape(unit)}\b)" if unit else r"(?!)")
        found = list(pattern.finditer(sentence))
        if len(found) != 1 or _LABELLED.search(sentence[: found[0].start()]):
            return None
        return f"Which number completes this {_piece(telling)}? “{pattern.sub(GAP, sentence)}”"

    def where_stem(self, telling: Telling, place: str) -> str | None:
        """The fact with a gap for the scene or the aim of the deed."""
        sentence = self.statement(telling, telling.value).translate(self.phrases.inner_quotes)
        pattern = rf"(\b{_SCENE} ){re.escape(place)}(?![\w’'-]| [A-Z]|, [A-Z]| and\b)"
        gapped, count = re.subn(pattern, rf"\g<1>{self.phrases.where}", sentence)
        if count != 1 or sentence.count(place) != 1:
            return None
        return f"Which place completes this {_piece(telling)}? “{gapped}”"

    def is_scene(self, place: str, document: Document) -> bool:
        """Whether the text names the place somewhere as the scene or the aim of a deed."""
        return bool(re.search(rf"\b{_SCENE} {re.escape(place)}\b", document.text))

    def _with_date_gap(self, telling: Telling) -> str:
        gap = GAP if telling.value.is_interval else f"{_PREPOSITIONS.get(telling.value.granularity, 'in')} {GAP}"
        return self._completing(_stopped(self._claimed(telling, _dated(telling, gap))), telling)

    def _completing(self, text: str, telling: Telling) -> str:
        asked = "Which years complete" if telling.value.is_interval else _ASKED[telling.value.granularity]
        return f"{asked} this {_piece(telling)}? “{text.translate(self.phrases.inner_quotes)}”"

    def _source(self, telling: Telling) -> str | None:
        source = telling.fact.attribution
        return None if not source or source in telling.event or telling.subject in source else source

    def _claimed(self, telling: Telling, sentence: str) -> str:
        source = self._source(telling)
        return self.phrases.according_to.format(source=source, sentence=_uncapital(sentence)) if source else sentence


def _piece(telling: Telling) -> str:
    """What a stem calls the source's words that it shows."""
    return "passage" if telling.passage else "sentence"


def _on(match: re.Match[str]) -> str:
    """The preposition of a day in the place of that of a month or year."""
    return f"{'O' if match[1] == 'I' else 'o'}n {GAP}"


def _predicate(telling: Telling) -> str:
    return f"{telling.before} {telling.rest}".strip()


def _dated(telling: Telling, when: str) -> str:
    """The date where the source has it, else in front, where it cannot be taken with a later clause."""
    if telling.rest in ("was born", "died"):
        return f"{telling.subject} {telling.rest} {when}"
    if telling.before:
        return " ".join(f"{telling.subject} {telling.before} {when} {telling.rest}".split()).replace(" ,", ",")
    return f"{when}, {_uncapital(telling.subject)} {telling.rest}"


def _inverted(telling: Telling, lowered: Set[str], names: Set[str]) -> str | None:
    """What follows "On what date": "did Medvedev sign …", "was the treaty signed"; None where it is not certain."""
    words = _predicate(telling).split()
    adverb = words.pop(0) + " " if words[0] in ADVERBS and len(words) > 1 else ""
    verb, following = words[0], words[1:]
    if _has_verb(following, passive=verb in _AUXILIARIES) or not _case_is_certain(telling, lowered, names):
        return None
    subject = _uncapital(telling.subject)
    if verb in _AUXILIARIES - {"was", "were"}:
        return None
    if verb in _AUXILIARIES:
        passive = next((word for word in following if word not in ADVERBS), "")
        return f"{verb} {subject} {adverb}{' '.join(following)}" if is_participle(passive) else None
    plain = plain_form(verb)
    return None if plain is None else f"did {subject} {adverb}{plain} {' '.join(following)}".strip()


def _has_verb(words: list[str], *, passive: bool) -> bool:
    """Whether a further verb with a tense is joined to the first, which the question's "did" would not reach."""
    bare = [word.strip(",;:()") for word in words]
    joined = (
        word in _AUXILIARIES or plain_form(word) not in (None, word)
        for place, word in enumerate(bare)
        if place and (words[place - 1].endswith(",") or {*bare[max(place - 2, 0) : place]} & _JOINING)
    )
    return (bare[:1] == ["by"] and not passive) or any(joined)


def _case_is_certain(telling: Telling, lowered: Set[str], names: Set[str]) -> bool:
    """Whether the subject can stand inside a sentence: it did so in the source, or begins with a name.

    `lowered` are the words that the text writes small, and that are therefore no names; `names` those that it writes
    with a capital within its sentences.
    """
    if telling.fact.clause.date_first or _LOWERED.match(telling.subject) or telling.subject[0].islower():
        return True
    words = telling.subject.split()
    if words[0].lower() in lowered:
        return False
    if telling.fact.clause.subject_carried and telling.subject[0].isupper():
        return True
    if re.sub("[\u2019']s$", "", words[0]) in names:
        return True
    named = all(word[0].isupper() or word in _PARTICLES for word in words) and not words[-1].endswith("s")
    of_things = words[0].endswith("s") and "of" in words[1:2]  # "Statues of Orpheus and Key"
    return named and len(words) > 1 and not of_things


def _stopped(sentence: str) -> str:
    """A whole sentence with a capital and one full stop."""
    ended = sentence.rstrip('"”’)').endswith((".", "!", "?"))
    return _capital(sentence) + ("" if ended else ".")


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


_LOWERED = regex(r"(?:The|A|An|Many|Several|Two|Three|Four|Five|Most|All)\b")


def _uncapital(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:] if _LOWERED.match(sentence) else sentence
