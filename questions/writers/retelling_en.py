"""A dated English clause looked for again within its sentence, where the fact's own parts name no subject."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cached_property

from questions.document import Document
from questions.fact import Clause, Fact
from questions.names import is_no_person_en
from questions.regex import regex
from questions.spans import cleaned
from questions.writers.deeds_en import (
    begins_with_verb,
    first_deed,
    is_adjunct,
    last_deed,
    only_deed,
    plain,
    split_subject,
    untied,
    without_adjuncts,
)
from questions.writers.gate_en import ENOUGH
from questions.writers.hero_en import Heroes
from questions.writers.passage import Passage
from questions.writers.passages_en import Passages

_DATE = "\ue000"  # stands for the date within its sentence
_BRACKETS = regex(rf"\s*\([^(){_DATE}]*\)")
_WHEN = r"(?:[Ii]n|[Oo]n|[Dd]uring)(?: the)?(?: (?:early|late|mid|middle of|beginning of|end of))?[ -]?"
_LEADS = regex(rf"(?P<tie>^|,? (?:and|but) |, ){_WHEN}$")
_FOLLOWS = regex(rf"(?:^|,? ){_WHEN}$")
_COORDINATE = regex(r", (?:and|but|while) (?=[^,]+$)")
_PRONOUN = regex(r"(?P<pronoun>[Hh]e|[Ss]he|[Ii]t)$")
_POSSESSIVE = regex(r"(?P<pronoun>[Hh]is|[Hh]er) (?=[a-z])")
_PERSON_NAME = regex(r"[A-Z][\w-]+(?: (?:[A-Z]\.|de|von|van|[A-Z][\w-]+))*")
_ONE_NAME = regex(r"[A-Z][a-z\u00c0-\u017f-]+")
_FULL_NAME = regex(r"(?<![A-Z][a-z] )(?<!\w)[A-Z][a-z]{2,}(?: [A-Z]\.)?(?: [A-Z][a-z\u00c0-\u017f-]{2,})(?! [A-Z])")
_DIRECTION = regex(r"(?:North|South|East|West|Upper|Lower|Central|Greater|New|Old|Mount|Fort|Port|Lake)")
_CAPITAL = regex(r"[A-Z]")
_SHORTEST = 3  # words of what was done
_OWNERS = {"his": "he", "her": "she"}
_LEANING = regex(
    r"\b(?:the|a|that) (?:ship|team|party|journey|expedition|voyage|vessel|boat|building|project|march|post|plan|"
    r"latter|former|sound|group|brand|brands|works|line|tour|appeal|study|cast|crew|fleet|fortress|"
    r"talks)\b(?! of\b| [A-Z])|\bthe (?:two|three|four|five|six|men|rest|others?|remainder)\b"
    r"|\bthere\b|\bthen\b|\bas well\b|\bagain\b|\binstead\b",
    re.IGNORECASE,
)


class Retelling:
    """The English clauses of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._heroes = Heroes(document)
        self._passages = Passages(document, self._heroes)
        self._starts = [sentence.start for sentence in document.sentences]

    def in_full(self, fact: Fact) -> Fact:
        """The fact with the full name of a person whom its clause calls by one, and of what the document is about."""
        clause, hero = fact.clause, self._heroes.hero
        subject = clause.subject or ""
        if _ONE_NAME.fullmatch(subject) and subject in self._full_names:
            return replace(fact, clause=replace(clause, subject=self._full_names[subject]))
        if hero is None or hero.kind is None or hero.name in f"{subject} {clause.before_date} {clause.rest}":
            return fact
        meant = re.compile(rf"\b[Tt]he {hero.kind}\b(?! of\b| [A-Z])")
        texts = [meant.sub(hero.name, text) for text in (subject, clause.before_date, clause.rest)]
        changed = replace(clause, subject=texts[0] or clause.subject, before_date=texts[1], rest=texts[2])
        return replace(fact, clause=changed)

    def passage(self, fact: Fact) -> Passage | None:
        """The fact in the source's own sentences, as many as make it clear; None where they do not."""
        return self._passages.around(fact)

    @cached_property
    def _full_names(self) -> dict[str, str]:
        """The full name for each name of one word that is a part of only one; none for one that stands for more."""
        body = _BRACKETS.sub("", self._document.text[: self._document.body_end])
        found: dict[str, set[str]] = {}
        for match in _FULL_NAME.finditer(body):
            given, family = match[0].split()[0], match[0].split()[-1]
            if (
                not is_no_person_en(match[0])
                and given.lower() not in self._lowered
                and not _DIRECTION.match(given)
                and not re.search(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) {family}\b", body)  # a place
                and family.lower() not in self._lowered
            ):
                found.setdefault(family, set()).add(match[0])
        hero = self._heroes.hero
        known = {word: next(iter(names)) for word, names in found.items() if len(names) == 1}
        return known | (dict.fromkeys(hero.words, hero.name) if hero and hero.pronoun != "it" else {})

    def clearer(self, fact: Fact) -> Fact | None:
        """The fact with a clause that names its subject, where the sentence makes it certain; else None."""
        index = bisect_right(self._starts, fact.date.start) - 1
        if index < 0 or fact.date.end > self._document.sentences[index].end:
            return None
        clause = self._clause(index, fact)
        return None if clause is None else self.in_full(replace(fact, clause=clause))

    def _clause(self, index: int, fact: Fact) -> Clause | None:
        sentence, date = self._document.sentences[index], fact.date
        before = cleaned(self._document, sentence.start, date.start)
        after = cleaned(self._document, date.end, sentence.end)
        text = _BRACKETS.sub("", f"{before} {_DATE} {after}").rstrip(" .")
        parts = re.split("; |: ", text)
        place = next(number for number, part in enumerate(parts) if _DATE in part)
        lead, trail = (piece.strip(" ") for piece in parts[place].split(_DATE))
        if re.search(r"[(\u2014?!\"\u201c]| \u2013 ", lead):
            return None
        ahead = "; ".join(parts[:place])
        return self._led(index, ahead, lead + " ", trail) or self._followed(index, ahead, lead + " ", trail)

    def _led(self, index: int, ahead: str, lead: str, trail: str) -> Clause | None:
        """「In 1894, Smith bought …」, be it behind an adjunct or another clause."""
        match = _LEADS.search(lead.rstrip()) or _LEADS.search(lead)
        if match is None:
            return None
        told = lead[: match.start()]
        tied = "and" in match["tie"] or "but" in match["tie"]
        if told and not tied and not is_adjunct(told):
            return None
        remainder = without_adjuncts(trail.lstrip(", "))
        subject, predicate = split_subject(untied(remainder))
        if subject is None:
            if not tied or not begins_with_verb(remainder):
                return None
            return self._told(index, ahead, "", self._first_subject(told), first_deed(remainder), "")
        context = f"{ahead} {told}" if tied or ahead else ahead
        return self._told(index, context, "", subject, first_deed(predicate), "")

    def _followed(self, index: int, ahead: str, lead: str, trail: str) -> Clause | None:
        """「Smith bought … in 1894」."""
        match = _FOLLOWS.search(lead.rstrip()) or _FOLLOWS.search(lead)
        if match is None:
            return None
        core = plain(lead[: match.start()].rstrip(","))
        subject, predicate = split_subject(core)
        if subject is None and begins_with_verb(core):
            return None
        own = _COORDINATE.split(core)[-1]
        if own != core:
            ahead = f"{ahead} {core[: len(core) - len(own)]}"
            later, verb = split_subject(own)
            if later is not None:
                subject, predicate = later, verb
            elif begins_with_verb(own):
                predicate = own
            elif subject is None:
                return None
        predicate = last_deed(predicate)
        if subject is None or "," in predicate or predicate.endswith((" early", " late")):
            return None
        inserted = trail.startswith(", ") and lead[match.start() :].startswith(",")
        return self._told(index, ahead, predicate, subject, "", only_deed(trail[2:] if inserted else trail))

    def _told(self, index: int, ahead: str, before: str, subject: str | None, deed: str, trail: str) -> Clause | None:
        if subject is None:
            return None
        name = self._named(index, ahead, untied(subject))
        rest = deed or trail
        if name is None or _LEANING.search(f"{name} {before} {rest}"):
            return None
        if (
            len(f"{before} {rest}".split()) < _SHORTEST
            and not before.startswith(("was ", "were "))
            and not (before in ENOUGH or deed in ENOUGH)
        ):
            return None
        carried = name != subject
        return Clause(subject=name, subject_carried=carried, before_date=before, rest=rest, date_first=not before)

    def _first_subject(self, told: str) -> str | None:
        return split_subject(plain(told))[0]

    def _named(self, index: int, ahead: str, subject: str) -> str | None:
        """The subject with the name for its pronoun; None where it names nothing."""
        pronoun = _PRONOUN.match(subject)
        if pronoun:
            return self._heroes.stands_for(index, ahead, pronoun["pronoun"]) or self._local(ahead, pronoun["pronoun"])
        owner = _POSSESSIVE.match(subject)
        if owner:
            name = self._heroes.stands_for(index, ahead, _OWNERS[owner["pronoun"].lower()])
            return None if name is None else f"{name}\u2019s {subject[owner.end() :]}"
        first, _, others = subject.partition(" ")
        return subject if _CAPITAL.search(others) or self._is_name(first) else None

    def _local(self, ahead: str, pronoun: str) -> str | None:
        """The one person whom the clause before is about: "Bentley did not live to see it: he died ..."."""
        subject = self._first_subject(ahead.strip(" ,"))
        owner = re.match(r"(?P<name>[A-Z][\w-]+)[\u2019']s ", subject or "")
        name = owner["name"] if owner else subject
        if (
            pronoun.lower() == "it"
            or name is None
            or not _PERSON_NAME.fullmatch(name)
            or not self._is_name(name.split()[0])
        ):
            return None
        others = _PERSON_NAME.findall(ahead.replace(name, "", 1))
        return None if others or is_no_person_en(name) else name

    def _is_name(self, word: str) -> bool:
        """Whether a word that begins a sentence is a name."""
        plain = re.sub(r"[\u2019']s$", "", word)
        marked = bool(re.search(r"[^A-Za-z\u2019']|.[A-Z]", plain)) and plain[:1].isupper()
        return plain in self._names or (marked and plain.lower() not in self._lowered)

    @cached_property
    def _names(self) -> frozenset[str]:
        """The words that the text writes with a capital within its sentences, and never without."""
        body = self._document.text[: self._document.body_end]
        inner = re.findall(r"(?<=[a-z,] )([A-Z][\w-]*[a-z])", body)
        return frozenset(word for word in inner if word.lower() not in self._lowered)

    @cached_property
    def _lowered(self) -> frozenset[str]:
        body = self._document.text[: self._document.body_end]
        return frozenset(re.findall(r"\b[a-z]{2,}\b", body))
