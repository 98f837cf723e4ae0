"""A dated English sentence as it stands, with a gap for its date, and with the sentences before it that it needs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from questions.dates import DateValue, Granularity
from questions.document import DateExpression, Document
from questions.fact import Fact
from questions.regex import regex
from questions.spans import cleaned
from questions.writers.deeds_en import without_adjuncts
from questions.writers.full_names_en import FullNames
from questions.writers.gate import GAP, is_whole
from questions.writers.gate_en import OF_ITS_TIME
from questions.writers.hero_en import Heroes
from questions.writers.leaning_en import Leaning
from questions.writers.passage import Passage
from questions.writers.states_en import tells_something, tells_state

_MOST_SENTENCES, _MOST_WORDS = 3, 80
_FEWEST_WORDS, _LONGEST_SENTENCE = 5, 45
_SUBJECT_WITHIN = 30  # characters in which a sentence names whom it is about
_PLACE = "\ue000"  # stands for the date while its sentence is cleaned
_ASIDE = regex(rf"\s*\([^(){_PLACE}]*\)")
_BEFORE_GAP = regex(
    r"\(|(?:\b(?:in|on|during|dat(?:es|ed|ing) (?:back )?(?:to|from)|not until)|(?-i:[A-Z])\w+ of)"
    r"(?: the year)?(?: the)?(?: (?:early|mid|late))?[ -]?$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"(?:[^\W\d_a-z][\w\u2019'-]*|[\"\u201d]) \($")  # "the Battle of Halden (1288)"
_DASHED = re.compile(r"\d{4} ?[-\u2013] ?(?:\d\d|\d{4})")
_LEADS = regex(r"(?:[^,]{3,80}, )?(?:[Ii]n|[Oo]n) ")
_ARTICLE = regex(r"\bthe[ ]$")
_NO_CENTURY = regex(r"\b(?:early|mid|late|of(?: the)?)[ -]$")
_MORE_DATES = regex(
    r"\s*(?:[-\u2013\u2014/]|,? ?(?:and|or|to|until)? (?:again )?(?:in |on )?(?:\d{1,2} [A-Z]|\d{4}\b|[A-Z][a-z]+ \d)|"
    r"(?:BC|BCE|AD|CE)\b|or (?:earlier|later)|onwards?\b|at the (?:latest|earliest))"
)
_AFTER = regex(
    r"(?:$|[ ]?[.,;:)]|\s(?:and|but|in|at|by|with|for|from|on|off|when|after|as|to|under|near|because|while|where|who|"
    r"which|that|into|through|against|before|until|using|despite|within|about|over|upon|alongside|together|during|following|"
    r"was|were|had|the|an?|its|his|her|their|[a-z]+ing|[a-z]+ed|led|brought|saw|put|made|began|ended)\b)"
)
_SECOND = regex(
    r"(?<!\bRev)(?<!\bGen)(?<!\bCol)(?<!Capt)(?<!Prof)(?<!\bHon)(?<!\bSgt)(?<!\bInc)(?<!\bLtd)(?<!\bvol)(?<!Msgr)"
    r"(?<=[\w)\u201d\"]{3})\. [^\W\d_a-z]"
)
_TIES = regex(
    r"^(?:However|Instead|Later|Then|Thus|Finally|Eventually|Subsequently|Meanwhile|Also|And|But|Moreover|"
    r"Furthermore|Nevertheless|Similarly|In addition|As a result(?! of)|As a consequence(?! of)|Consequently),? (?=\S)"
)
_UNFIT = regex(
    r"^Of |[a-z][\u2019']s\.$|[?!\n\u25a1|=]|(?<![a-z] )\bI (?=[a-z])|\b(?:we|our|us|my|you|your)\b|^[^A-Z\"\u201c]|"
    r"\.\.\.|\b(?:currently|today|now|recently|"
    r"at present|so far|to date|above|below|this article|see)\b|\b[a-z]{2,}[.:;][A-Za-z]|\bwill\b|"
    r"\b[Nn]ever\b|^(?:In _+,? )?[Nn]o\b|"
    r"\b(?:aims?|plans?|expects?|hopes?|(?:is|are) (?:expected|due|planned|scheduled)) to\b"
)
_RECKONED = regex(
    r"\b(?:days?|weeks?|months?|years?|decades?|centur(?:y|ies)) (?:later|after|before|earlier)\b|anniversary|"
    r"centenary|\bthe (?:same|next|following|previous) (?:day|week|month|year)\b|\bage of\b|\baged\b|-year-old|"
    r"\d+ years\b",
    re.IGNORECASE,
)
_NAMED_IN_LEAD = regex(r"[a-z,] [A-Z]\w|^(?:The )?[A-Z][\w.-]+[, ][A-Z]\w")
_TAIL = regex(
    r"; | \u2013 |\u2014|(?:,? but|, (?:when|while|whereas|although|though|after|before|as|because|where|who|which|"
    r"whose|barely|only|just|exactly|the (?:very|same)|nearly|almost|leading|causing|making|ending|"
    r"resulting|thus|thereby|with|and|"
    r"[a-z]+ing)) "
)
_SUBJECT = regex(r"(?P<lead>^|^(?:[^,]{2,60}, )+)(?P<pronoun>[Hh]e|[Ss]he|[Ii]t|[Hh]is|[Hh]er) (?=[a-z])")


class Passages:
    """The passages of one document."""

    def __init__(self, document: Document, heroes: Heroes, names: FullNames) -> None:
        self._document, self._heroes, self._full, self._leaning = document, heroes, names, Leaning(document)
        self._starts = [sentence.start for sentence in document.sentences]

    def around(self, fact: Fact) -> Passage | None:
        """The fact's own sentence and as many before it as make it clear; None where they do not, or say the date."""
        index = bisect_right(self._starts, fact.date.start) - 1
        if not _is_single(fact) or index < 0 or fact.date.end > self._document.sentences[index].end:
            return None
        anchor = self._anchor(fact)
        if fact.date.inferred and anchor is None:
            return None
        found = (self._passage(index, sentence, fact, anchor) for sentence in self._gapped(index, fact))
        return next((passage for passage in found if passage is not None), None)

    def _passage(self, index: int, sentence: str, fact: Fact, anchor: DateExpression | None) -> Passage | None:
        lines = None if tells_state(sentence) else self._with_context(index, sentence, anchor)
        if lines is None or not self._leaning.names_anything(lines):
            return None
        text, value = " ".join(lines), fact.date.value
        others = self._other_dates(index - len(lines) + 1, index, fact)
        if not _is_fair(text, others, value, is_inferred=anchor is not None):
            return None
        if anchor is not None and value.earliest is not None:
            year = value.earliest.year
            others = (*others, DateValue.of(year - 1), DateValue.of(year + 1))
        event = " ".join(sentence.replace(GAP, "").split()).rstrip(".")
        return Passage(text=text, event=event, around=others, is_alone=len(lines) == 1)

    def _anchor(self, fact: Fact) -> DateExpression | None:
        """The date before that gives an inferred one its year; None where none is needed, or it gives another."""
        if fact.date.inferred != ("year",):
            return None
        before = [date for date in self._document.dates if date.end <= fact.date.start and not date.inferred]
        last, value = before[-1] if before else None, fact.date.value
        if last is None or last.value.is_interval or last.value.earliest is None or value.earliest is None:
            return None
        return last if last.value.earliest.year == value.earliest.year else None

    def _gapped(self, index: int, fact: Fact) -> Iterator[str]:
        """The sentence with a gap for its date, whole and then up to where enough is told."""
        sentence, date = self._document.sentences[index], fact.date
        before = cleaned(self._document, sentence.start, date.start)
        after = cleaned(self._document, date.end, sentence.end)
        joint = "" if re.match(r"[.,;:)\u2019']", after) else " "
        text = _tidy(f"{before} {_PLACE}{joint}{after}")
        lead, _, trail = text.partition(_PLACE)
        if text.count(_PLACE) != 1 or not _BEFORE_GAP.search(lead) or _MORE_DATES.match(trail):
            return
        broad = date.value.granularity <= Granularity.DECADE
        if not _is_apart(lead, trail, broad):
            return
        lead = _ARTICLE.sub("", lead)  # a decade and a century are said with their article
        told = (f"{lead}{GAP}{trail}", *(f"{lead}{GAP}{trail[: cut.start()]}." for cut in _TAIL.finditer(trail)))
        yield from (text for text in told if _fit(text) and (text == told[0] or tells_something(text)))

    def _whole(self, index: int) -> str | None:
        sentence = self._document.sentences[index]
        text = _tidy(cleaned(self._document, sentence.start, sentence.end))
        return text if _fit(text) else None

    def _with_context(self, index: int, sentence: str, anchor: DateExpression | None) -> list[str] | None:
        """The sentence, after those before it in its paragraph without which it would lean on the text."""
        sentences, lines, first = self._document.sentences, [self._named(index, sentence)], index
        while self._leaning.leans(lines[0]) or (anchor is not None and anchor.start < sentences[first].start):
            first -= 1
            if first < 0 or sentences[first].paragraph != sentences[index].paragraph:
                return None
            before = self._whole(first)
            if before is None or len(lines) == _MOST_SENTENCES:
                return None
            lines.insert(0, self._named(first, before))
            if len(lines) == 2:  # with the text before it, the pronoun is as the source has it
                lines[1] = sentence
        lines[0] = self._full.in_sentence(lines[0])
        short = sum(len(line.split()) for line in lines) <= _MOST_WORDS
        return lines if short and not self._leaning.points(lines) and not self._is_mistakable(lines) else None

    def _is_mistakable(self, lines: list[str]) -> bool:
        """Whether a later pronoun may mean the document's hero, while the sentence before is about somebody else."""
        hero = self._heroes.hero
        if hero is None or hero.pronoun == "it":
            return False
        spoken = regex(
            rf"(?:^|, |^[^,]* )(?:{hero.pronoun}|{'his' if hero.pronoun == 'he' else 'her'})\b", re.IGNORECASE
        )
        heads = (without_adjuncts(line)[:_SUBJECT_WITHIN] for line in lines)
        about = [not hero.words.isdisjoint(re.findall(r"[A-Z][\w-]+", head)) for head in heads]
        return any(spoken.search(line) and not any(about[:place]) for place, line in enumerate(lines) if place)

    def _named(self, index: int, sentence: str) -> str:
        """The sentence with the document's hero named for a pronoun that leads it, where that is certain."""
        match = _SUBJECT.match(sentence)
        if match is None or _NAMED_IN_LEAD.search(match["lead"]):
            return sentence
        pronoun = match["pronoun"].lower()
        owned = pronoun in ("his", "her")
        subject = {"his": "he", "her": "she"}.get(pronoun, pronoun)
        name = self._heroes.stands_for(index, match["lead"].replace(GAP, ""), subject)
        if name is None:
            return sentence
        told = f"{name}\u2019s" if owned else name
        told = told if match["lead"] else told[0].upper() + told[1:]
        return f"{match['lead']}{told}{sentence[match.end('pronoun') :]}"

    def _other_dates(self, first: int, last: int, fact: Fact) -> tuple[DateValue, ...]:
        start, end = self._document.sentences[first].start, self._document.sentences[last].end
        inside = (date for date in self._document.dates if start <= date.start < end and date.start != fact.date.start)
        return tuple(date.value for date in inside)


def _is_apart(lead: str, trail: str, broad: bool) -> bool:
    """Whether a date is a phrase of its own, and not a part of the noun behind it."""
    if OF_ITS_TIME.match(trail):
        return False
    if lead.endswith("(") and not (_BRACKETED.search(lead) and trail.startswith(")")):
        return False
    leads = not broad and _LEADS.fullmatch(lead) is not None  # "In 1979 oil became dear"
    if not (leads or _AFTER.match(trail)) or (broad and _NO_CENTURY.search(lead)):
        return False
    return broad or not _ARTICLE.search(lead)


def _is_single(fact: Fact) -> bool:
    date = fact.date
    whole = not date.value.is_interval or _DASHED.fullmatch(date.text) is not None
    plain = whole and not date.value.is_approximate and date.inferred in ((), ("year",))
    return plain and date.modifier not in ("before", "after") and fact.attribution is None


def _tidy(text: str) -> str:
    text = _ASIDE.sub("", text)
    text = re.sub(r"\s+([.,;:)])", r"\1", " ".join(text.split()))
    tied = _TIES.sub("", text)
    return tied[:1].upper() + tied[1:]


def _fit(sentence: str) -> bool:
    """Whether it is one whole and plain sentence."""
    words = len(sentence.split())
    ended = sentence.endswith(".") and not _SECOND.search(sentence)
    fit = ended and _FEWEST_WORDS <= words <= _LONGEST_SENTENCE and is_whole(sentence.replace(GAP, ""))
    return fit and not _UNFIT.search(sentence)


def _is_fair(text: str, others: tuple[DateValue, ...], key: DateValue, *, is_inferred: bool) -> bool:
    """Whether nothing in the passage gives the date away, but for the year that it takes from there."""
    same = (other for other in others if other.overlaps(key))
    if any(not is_inferred or other == key or not other.contains(key) for other in same):
        return False
    if others and _RECKONED.search(text):
        return False
    years = {int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", text)}
    if key.earliest is None or key.latest is None:
        return False
    if key.granularity > Granularity.YEAR and key.earliest.year in years:
        return is_inferred or not any(other.granularity < Granularity.MONTH for other in others)
    return not any(key.earliest.year <= year <= key.latest.year for year in years)
