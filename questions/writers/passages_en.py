"""A dated English sentence as it stands, with a gap for its date, and with the sentences before it that it needs."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from questions.dates import DateValue, Granularity
from questions.document import Document
from questions.fact import Fact
from questions.regex import regex
from questions.spans import cleaned
from questions.writers.gate import GAP, is_whole
from questions.writers.hanging_en import calls_by_one_name, known_nouns, nouns_pointing, shortened
from questions.writers.hero_en import Heroes
from questions.writers.passage import Passage
from questions.writers.states_en import tells_state

_MOST_SENTENCES, _MOST_WORDS = 3, 60
_FEWEST_WORDS, _LONGEST_SENTENCE = 6, 45
_PLACES = ("city", "town", "village", "country", "state", "island", "province", "region")
_OFTEN = 3  # times by which it is the text's own subject
_OPENING = 600  # characters in which the document says what it is about
_PLACE = "\ue000"  # stands for the date while its sentence is cleaned
_ASIDE = regex(rf"\s*\([^(){_PLACE}]*\)")
_BEFORE_GAP = regex(
    r"\(|(?:\b(?:in|on|during|dat(?:es|ed|ing) (?:back )?(?:to|from)|not until)|(?-i:[A-Z])\w+ of)"
    r"(?: the year)?(?: the)?(?: (?:early|mid|late))?[ -]?$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"(?:[A-Z][\w\u2019'-]*|[\"\u201d]) \($")  # "the Battle of Halden (1288)"
_DASHED = re.compile(r"\d{4} ?[-\u2013] ?(?:\d\d|\d{4})")
_EXPLETIVE = re.compile(rf"\b[Ii]t was (?:not until|only in|in|on) {GAP},? that\b")
_ARTICLE = regex(r"\bthe[ ]$")
_NO_CENTURY = regex(r"\b(?:early|mid|late|of(?: the)?)[ -]$")
_MORE_DATES = regex(
    r"\s*(?:[-\u2013\u2014/]|,? ?(?:and|or|to|until)? (?:again )?(?:in |on )?(?:\d{1,2} [A-Z]|\d{4}\b|[A-Z][a-z]+ \d)|"
    r"(?:BC|BCE|AD|CE)\b|or (?:earlier|later)|onwards?\b|at the (?:latest|earliest))"
)
_AFTER = regex(
    r"(?:$|[ ]?[.,;:)]|\s(?:and|but|in|at|by|with|for|from|on|off|when|after|as|to|under|near|because|while|where|who|"
    r"which|that|into|through|against|before|until|using|despite|within|about|over|upon|alongside|together|during|following|"
    r"was|were|had|the|an?|its|his|her|their|[a-z]+ing|[a-z]+ed|led|brought|saw|put|made)\b)"
)
_TIES = regex(
    r"^(?:However|Instead|Later|Then|Thus|Finally|Eventually|Subsequently|Meanwhile|Also|And|But|Moreover|"
    r"Furthermore|Nevertheless|Similarly|In addition|As a result|As a consequence|Consequently),? (?=\S)"
)
_TAKES_UP = regex(
    r"^(?:This|That|These|Those|Such|There|Here|Both|Another|Other|Some|Many|Several|Most|All|Each|Neither|"
    r"One(?! of the)|Others|So|Yet|For example|For instance|As such|In turn|At (?:this|that)|After this|Following this|"
    r"By then|Two|Three|Four|Of|Within|"
    r"(?:An?|The) (?:second|third|fourth|fifth|sixth|final|further|similar|different))\b"
    r"|\b(?:in|at|of|on|for|by|from|to|with|during) that [a-z]+|\bboth\b(?![^.]* and )"
    r"|\b(?:here|nearby|everything|everyone|everybody|almost all|"
    r"nearly all|the rest|also|similarly|subsequent|subsequently|again|later|eventually|another|therefore|thus|too|"
    r"others?|the same|further|latter|former|this|these|those|such|respectively|as well|instead|thereafter|went on to|"
    r"afterwards?|then|however|still|the following|the next|meanwhile|"
    r"at that time|that (?:year|time|day|month))\b"
)
_PLACED = regex(r"\b(?:in|at|to|from|of|near) (?:the )?[A-Z]")
_THERE = re.compile(r"\bthere(?! (?:is|are|was|were|had|has)\b)")
_PRONOUN = regex(r"\b(?:he|she|it|they|him|them|his|her|its|their|himself|herself|itself|themselves)\b", re.IGNORECASE)
_NAMED_BEFORE = regex(r"[a-z,] [A-Z]\w|^(?:The )?[A-Z][\w.-]+[, ][A-Z]\w")
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
_UNFIT = regex(
    r"^Of |[?!\n\u25a1|=]|\b(?:I|we|our|us|my|you|your)\b|^[^A-Z\"\u201c]|\.\.\.|\b(?:currently|today|now|recently|"
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
_SUBJECT = regex(r"(?P<lead>^|^(?:[^,]{2,60}, )+)(?P<pronoun>[Hh]e|[Ss]he|[Ii]t|[Hh]is|[Hh]er) (?=[a-z])")


class Passages:
    """The passages of one document."""

    def __init__(self, document: Document, heroes: Heroes) -> None:
        self._document, self._heroes = document, heroes
        self._starts = [sentence.start for sentence in document.sentences]

    def around(self, fact: Fact) -> Passage | None:
        """The fact's own sentence and as many before it as make it clear; None where they do not, or say the date."""
        index = bisect_right(self._starts, fact.date.start) - 1
        if not _is_single(fact) or index < 0 or fact.date.end > self._document.sentences[index].end:
            return None
        sentence = self._gapped(index, fact)
        if sentence is None or tells_state(sentence):
            return None
        lines = self._with_context(index, sentence)
        if lines is None or not (_NAMED_BEFORE.search(" ".join(lines)) or self._begins_with_name(lines[0])):
            return None
        others = self._other_dates(index - len(lines) + 1, index, fact)
        text = " ".join(lines)
        if not _is_fair(text, others, fact.date.value):
            return None
        event = " ".join(sentence.replace(GAP, "").split()).rstrip(".")
        return Passage(text=text, event=event, around=others, is_alone=len(lines) == 1)

    def _gapped(self, index: int, fact: Fact) -> str | None:
        sentence, date = self._document.sentences[index], fact.date
        before = cleaned(self._document, sentence.start, date.start)
        after = cleaned(self._document, date.end, sentence.end)
        joint = "" if re.match(r"[.,;:)\u2019']", after) else " "
        text = _tidy(f"{before} {_PLACE}{joint}{after}")
        lead, _, trail = text.partition(_PLACE)
        if text.count(_PLACE) != 1 or not _BEFORE_GAP.search(lead) or _MORE_DATES.match(trail):
            return None
        broad = fact.date.value.granularity <= Granularity.DECADE
        leads = len(lead.split()) == 1 and not broad  # "In 1979 oil became dear"
        if lead.endswith("(") and not (_BRACKETED.search(lead) and trail.startswith(")")):
            return None
        if not (leads or _AFTER.match(trail)) or (broad and _NO_CENTURY.search(lead)):
            return None
        if _ARTICLE.search(lead) and not broad:
            return None
        return _fit(f"{_ARTICLE.sub('', lead)}{GAP}{trail}")  # a decade and a century are said with their article

    def _whole(self, index: int) -> str | None:
        sentence = self._document.sentences[index]
        return _fit(_tidy(cleaned(self._document, sentence.start, sentence.end)))

    def _with_context(self, index: int, sentence: str) -> list[str] | None:
        """The sentence, after those before it in its paragraph without which it would lean on the text."""
        lines, first = [self._named(index, sentence)], index
        while self._leans(lines):
            first -= 1
            if first < 0 or self._document.sentences[first].paragraph != self._document.sentences[index].paragraph:
                return None
            before = self._whole(first)
            if before is None or len(lines) == _MOST_SENTENCES:
                return None
            lines.insert(0, self._named(first, before))
            if len(lines) == 2:  # with the text before it, the pronoun is as the source has it
                lines[1] = sentence
        short = sum(len(line.split()) for line in lines) <= _MOST_WORDS
        return lines if short and not self._points(lines) else None

    def _named(self, index: int, sentence: str) -> str:
        """The sentence with the document's hero named for a pronoun that leads it, where that is certain."""
        match = _SUBJECT.match(sentence)
        if match is None or _NAMED_BEFORE.search(match["lead"]):
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

    def _leans(self, lines: list[str]) -> bool:
        first = lines[0]
        if _TAKES_UP.search(first) or calls_by_one_name(first) or shortened(first):
            return True
        place = _THERE.search(first)
        if place and not _PLACED.search(first[: place.start()]):
            return True
        pronoun = _PRONOUN.search(_EXPLETIVE.sub("", first))
        if pronoun and (_LED_UP_TO.match(first) or not self._names_before(first[: pronoun.start()])):
            return True
        other = _OBJECT.search(first)
        if other and len(_NAMES.findall(first[: other.start()])) < 2:
            return True
        return any(noun not in self._known for noun in nouns_pointing(first))

    def _names_before(self, text: str) -> bool:
        """Whether a name stands in the text, so that a pronoun behind it has something to stand for."""
        return self._begins_with_name(text) or _NAMED_BEFORE.search(text) is not None

    def _begins_with_name(self, text: str) -> bool:
        first = re.match(r"(?:The )?([A-Z][\w-]*\w)", text)
        if first is None:
            return False
        return first[1] in self._names or not (first[1].lower() in self._lowered or _NO_NAME.search(first[1]))

    def _points(self, lines: list[str]) -> bool:
        """Whether a later sentence has a definite noun of which nothing before it tells."""
        known = set(self._known) | known_nouns(lines[0])
        for line in lines[1:]:
            if any(noun not in known for noun in nouns_pointing(line)):
                return True
            known |= known_nouns(line)
        return False

    def _other_dates(self, first: int, last: int, fact: Fact) -> tuple[DateValue, ...]:
        start, end = self._document.sentences[first].start, self._document.sentences[last].end
        inside = (date for date in self._document.dates if start <= date.start < end and date.start != fact.date.start)
        return tuple(date.value for date in inside)

    @cached_property
    def _known(self) -> frozenset[str]:
        """The nouns that the document's title explains."""
        text = cleaned(self._document, 0, min(_OPENING, self._document.body_end))
        described = re.search(
            r"\b(?:is|was) (?:an?|the) (?:[\w-]+ ){0,4}?([a-z]+)(?= (?:of|in|on|at|for|by|from|to|that|which)\b|[,.])",
            text,
        )
        kind = {described[1]} if described else set()
        kind |= {
            noun for noun in _PLACES if len(re.findall(rf"\b[Tt]he {noun}\b(?! of\b)", self._document.text)) > _OFTEN
        }
        return frozenset(re.findall(r"[a-z]{3,}", (self._document.title or "").lower())) | kind

    @cached_property
    def _names(self) -> frozenset[str]:
        """The words that the text writes with a capital within its sentences, and never without."""
        body = self._document.text[: self._document.body_end]
        inner = re.findall(r"(?<=[a-z,] )([A-Z][\w.-]*\w)", body)
        return frozenset(word for word in inner if word.lower() not in self._lowered)

    @cached_property
    def _lowered(self) -> frozenset[str]:
        return frozenset(re.findall(r"\b[a-z]{2,}\b", self._document.text[: self._document.body_end]))


def _is_single(fact: Fact) -> bool:
    date = fact.date
    whole = not date.value.is_interval or _DASHED.fullmatch(date.text) is not None
    plain = whole and not date.value.is_approximate and not date.inferred
    return plain and date.modifier not in ("before", "after") and fact.attribution is None


def _tidy(text: str) -> str:
    text = _ASIDE.sub("", text)
    text = re.sub(r"\s+([.,;:)])", r"\1", " ".join(text.split()))
    tied = _TIES.sub("", text)
    return tied[:1].upper() + tied[1:]


def _fit(sentence: str) -> str | None:
    """The sentence, if it is one whole and plain sentence."""
    words = len(sentence.split())
    ended = sentence.endswith(".") and not re.search(r"[\w)\u201d\"]{3}\. [^\W\d_a-z]", sentence)
    fit = ended and _FEWEST_WORDS <= words <= _LONGEST_SENTENCE and is_whole(sentence.replace(GAP, ""))
    return sentence if fit and not _UNFIT.search(sentence) else None


def _is_fair(text: str, others: tuple[DateValue, ...], key: DateValue) -> bool:
    """Whether nothing in the passage gives the date away."""
    if any(other.overlaps(key) for other in others) or (others and _RECKONED.search(text)):
        return False
    years = {int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", text)}
    if key.earliest is None or key.latest is None:
        return False
    if key.granularity >= Granularity.YEAR and key.earliest.year in years:
        return not any(other.granularity < Granularity.MONTH for other in others) and key.granularity > Granularity.YEAR
    return not any(key.earliest.year <= year <= key.latest.year for year in years)
