"""Birth and death in brackets behind a name: 「毛泽东（1893年12月26日－1976年9月9日）」, two facts about one person."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from questions.dates import Granularity
from questions.document import DateExpression, Document, Language, Sentence
from questions.names import person_at_end
from questions.regex import regex

_OPENING = regex(r"[（(](?:[^（()）\n]|\([^()\n]*\)){0,160}$")
_NO_LIFE = regex(r"\b(?:[Rr]eign|[Rr]uled|[Rr]\.|[Oo]ffice|[Tt]erm|[Ss]erved|[Aa]ctive|[Ff]l\.|[Mm]arried|[Ww]ar)")
_CLOSING = regex(r"[^（()）\n]{0,30}[）)]")
_BETWEEN = regex(r"[^（()）\w]{0,3}(?:至|到|\bto\b)?[^（()）\w]{0,3}")
_LONGEST_NAME, _LONGEST_GLOSS = 60, 160  # characters
_SHORTEST_LIFE, _LONGEST_LIFE = 15, 115

_TOLD = {
    Language.SIMPLIFIED: ("{name}于{date}{deed}。", "出生", "逝世"),
    Language.TRADITIONAL: ("{name}於{date}{deed}。", "出生", "逝世"),
    Language.ENGLISH: ("{name} {deed} on {date}.", "was born", "died"),
}


@dataclass(frozen=True, kw_only=True)
class LifeEvent:
    """A birth or a death: who, what is told of them, as a sentence and as a predicate, and where it stands."""

    name: str
    deed: str
    statement: str
    start: int
    end: int


def life_event(
    document: Document, sentence: Sentence, dates: Sequence[DateExpression], date: DateExpression
) -> LifeEvent | None:
    """The birth or death that a date of a sentence gives in brackets behind a person's name, if it does."""
    pair = _pair_of(document, dates, date)
    if pair is None:
        return None
    opening = _OPENING.search(document.text, max(sentence.start, pair[0].start - _LONGEST_GLOSS), pair[0].start)
    closing = _CLOSING.match(document.text, pair[1].end, sentence.end)
    if opening is None or closing is None or _NO_LIFE.search(opening[0]):
        return None
    before = document.text[max(sentence.start, opening.start() - _LONGEST_NAME) : opening.start()].rstrip()
    name = person_at_end(before, document.language)
    if name is None:
        return None
    start = document.text.rindex(name, sentence.start, opening.start())
    form, born, died = _TOLD[document.language]
    deed = born if date is pair[0] else died
    return LifeEvent(
        name=name,
        deed=deed,
        statement=form.format(name=name, date=date.text, deed=deed),
        start=start,
        end=closing.end(),
    )


def _pair_of(
    document: Document, dates: Sequence[DateExpression], date: DateExpression
) -> tuple[DateExpression, DateExpression] | None:
    """The two days of which the date is one, if only a dash lies between them and a life could."""
    place = bisect_left(dates, date.start, key=attrgetter("start"))
    for first, second in pairwise(dates[max(0, place - 1) : place + 2]):
        between = document.text[first.end : second.start]
        if _is_day(first) and _is_day(second) and _BETWEEN.fullmatch(between) and _is_life(first, second):
            return first, second
    return None


def _is_day(date: DateExpression) -> bool:
    return not date.inferred and not date.value.is_interval and date.value.granularity is Granularity.DAY


def _is_life(first: DateExpression, second: DateExpression) -> bool:
    born, died = first.value.earliest, second.value.earliest
    return born is not None and died is not None and _SHORTEST_LIFE <= died.year - born.year <= _LONGEST_LIFE
