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
    shares_auxiliary,
    split_subject,
    untied,
    without_adjuncts,
)
from questions.writers.full_names_en import FullNames
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
        self._names_of = FullNames(document, self._heroes)
        self._passages = Passages(document, self._heroes, self._names_of)
        self._starts = [sentence.start for sentence in document.sentences]

    def in_full(self, fact: Fact) -> Fact:
        """The fact with full names for short ones; without a subject where it is not certain that it is the verb's."""
        if fact.clause.subject_carried or not self._begins_clause(fact):
            return replace(fact, clause=replace(fact.clause, subject=None))
        return self._expanded(fact)

    def _expanded(self, fact: Fact) -> Fact:
        clause = fact.clause
        texts = self._names_of.expanded((clause.subject or "", clause.before_date, clause.rest))
        changed = replace(clause, subject=texts[0] or clause.subject, before_date=texts[1], rest=texts[2])
        return replace(fact, clause=changed)

    def _begins_clause(self, fact: Fact) -> bool:
        """Whether nothing but adjuncts stands between the subject and the beginning of its clause."""
        subject, index = fact.clause.subject, self._index(fact)
        if subject is None or index is None:
            return False
        sentence, date = self._document.sentences[index], fact.date
        before = cleaned(self._document, sentence.start, date.start)
        after = cleaned(self._document, date.end, sentence.end)
        text = untied(_BRACKETS.sub("", f"{before} {_DATE} {after}"))
        gap = text.find(_DATE)
        place = text.rfind(subject, 0, gap) if fact.clause.before_date else text.find(subject)
        lead = re.split(r"; |(?:, | )(?:and|but|while|although|though) ", text[: max(place, 0)])[-1].replace(
            _DATE, "1900"
        )
        told = f"{lead.rstrip(', ')}, "
        return place >= 0 and (not lead.strip() or not without_adjuncts(told[0].upper() + told[1:]))

    def _index(self, fact: Fact) -> int | None:
        """The number of the sentence that holds the date."""
        index = bisect_right(self._starts, fact.date.start) - 1
        return index if index >= 0 and fact.date.end <= self._document.sentences[index].end else None

    def passage(self, fact: Fact) -> Passage | None:
        """The fact in the source's own sentences, as many as make it clear; None where they do not."""
        return self._passages.around(fact)

    def clearer(self, fact: Fact) -> Fact | None:
        """The fact with a clause that names its subject, where the sentence makes it certain; else None."""
        index = self._index(fact)
        clause = None if index is None else self._clause(index, fact)
        return None if clause is None else self._expanded(replace(fact, clause=clause))

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
            elif begins_with_verb(own) and not shares_auxiliary(predicate, own.split(" ")[0]):
                predicate = own
            elif begins_with_verb(own) or subject is None:
                return None
        predicate = last_deed(predicate)
        if subject is None or not predicate or "," in predicate or predicate.endswith((" early", " late")):
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
