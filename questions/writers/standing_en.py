"""Whether an English event says what it is about, or needs its text to be named."""

from __future__ import annotations

import re
from dataclasses import replace

from questions.document import DateExpression, Document
from questions.regex import regex
from questions.writers.telling import Telling

_LONGEST_TITLE = 10  # words
_NO_TITLE = regex(r"[\n\u201c\u201d\"]|\b\d{4}\b")  # a year in it could give a date away
_SOURCE = regex(r"^[^\u201c]*?\bthe source\b")
_ONE_OF_SEVERAL = regex(r",? ?(?:and |or )?(?:in )?\d{4}\b(?! (?!and\b|or\b)[a-z])")  # "in 1563, 1593 and 1603"
_YEAR = regex(
    r"(?P<lead>(?:^|[.;]\]? |\n)(?:(?:[Bb]y|[Ii]n|[Oo]n|[Dd]uring|[Ll]ate|[Ee]arly|[Tt]he|[Ss]ummer|[Aa]utumn|"
    r"[Ww]inter|[Ss]pring|of) )*)?"
    r"(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2},)? )?(?<!\d)(?P<year>\d{4})(?!\d)"
)
_GENERIC = frozenset(
    ["history", "list", "united", "great", "north", "south", "east", "west", "with", "from", "city", "first"]
)
_FEWEST_NAMELESS = 8  # words by which an event without any name may be known
_NAME = regex(r"(?<!^)(?<![.!?] )\b[A-Z]")


class StandingEnglish:
    """What the events of one English document need to be clear."""

    def __init__(self, document: Document) -> None:
        title = " ".join((document.title or "").split())
        fit = 0 < len(title.split()) <= _LONGEST_TITLE and not _NO_TITLE.search(document.title or "")
        self._title = f"the text “{title}”" if fit else ""
        words = re.findall(r"[\w\u2019'-]{3,}", re.sub(r"\([^()]*\)", "", title).lower())
        self._text = document.text
        self._lowered = frozenset(re.findall(r"\b[a-z]{2,}\b", document.text[: document.body_end]))
        self._words = frozenset(word for word in words if word not in _GENERIC)

    def opened(self, stem: str) -> str:
        """The stem with the document's title: for the words "the source", or in front."""
        if not self._title:
            return stem
        named = _SOURCE.match(stem)
        if named:
            return f"{named[0].removesuffix('the source')}{self._title}{stem[named.end() :]}"
        return f"According to {self._title}, {stem[0].lower()}{stem[1:]}"

    def settled(self, telling: Telling) -> Telling | None:
        """The telling, marked if it does not speak of what the document is about; None where it says too little."""
        date = telling.fact.date
        if _ONE_OF_SEVERAL.match(self._text, date.end) or ("year" in date.inferred and not self._is_anchored(date)):
            return None
        name = telling.subject
        if name.isalpha() and name.istitle() and name.lower() in self._lowered:
            return None  # "Field", which is a word as well
        if self._is_about(telling.passage or telling.event):
            return telling
        return replace(telling, leans=bool(self._title)) if self._is_named(telling.event) else None

    def _is_anchored(self, date: DateExpression) -> bool:
        """Whether the year that a date takes from the context is the one in which the text just told what happened."""
        before = self._text[max(self._text.rfind("\n", 0, date.start), 0) : date.start]
        years = list(_YEAR.finditer(before))
        if not years or date.value.earliest is None or int(years[-1]["year"]) != date.value.earliest.year:
            return False
        return bool(years[-1]["lead"] or years[-1]["month"])

    def _is_named(self, event: str) -> bool:
        """Whether the event has a name in it, or says much without one."""
        words = event.split()
        return bool(_NAME.search(event)) or words[0].lower() not in self._lowered or len(words) >= _FEWEST_NAMELESS

    def _is_about(self, event: str) -> bool:
        told = re.findall(r"[\w\u2019'-]{3,}", re.sub(r"[\u2019']s\b", "", event.lower()))
        return bool(self._words) and self._words <= frozenset(told)
