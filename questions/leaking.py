"""Which questions give one another away, so that no quiz holds both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from questions.question import Question, QuestionType
from questions.regex import regex
from questions.speech import say_date

_SHORTEST_KEY = 2
_WORD = regex(r"[a-z0-9à-ÿ]+")
_PAIR = regex(r"(?=([㐀-鿿]{2}))")
_NOT_TOLD = (QuestionType.TRUE_FALSE_UNSTATED, QuestionType.PRECISION)
"""Their options are the same in every question, and tell nothing."""


def leaks(questions: Sequence[Question]) -> frozenset[tuple[int, int]]:
    """The pairs, as places in `questions` with the smaller first, that must not stand in one quiz.

    Two questions are such a pair when they rest on a common fact, when they quote the same characters, or when one
    shows in its stem or options both what the other asks about and its answer: the date beside the event, the name
    beside the deed. Feedback is not looked at; no student sees it before the end.
    """
    shown = [_Shown.of(question) for question in questions]
    pairs = {pair for holders in _by_fact(questions).values() for pair in combinations(holders, 2)}
    pairs |= set(_told(questions, shown))
    return frozenset((min(pair), max(pair)) for pair in pairs)


def _by_fact(questions: Sequence[Question]) -> dict[object, list[int]]:
    """The places of the questions that touch each fact, or each quoted span."""
    holders: defaultdict[object, list[int]] = defaultdict(list)
    for place, question in enumerate(questions):
        spans = {(entry.start, entry.end, entry.quote) for entry in question.explanations}
        for touched in {*question.fact_ids, *spans}:
            holders[touched].append(place)
    return holders


def _told(questions: Sequence[Question], shown: Sequence[_Shown]) -> Iterator[tuple[int, int]]:
    """Pairs of a question and one that tells its answer: the answer's text, and most of the words asked about."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(shown):
        for word in one.words:
            places[word].append(place)
    for asked, question in enumerate(questions):
        stem = _words(_plain(question.stem))
        for key in _answers(question):
            answer = _words(key)
            rarest = min((places.get(word, []) for word in answer), key=len, default=[])
            told = (other for other in rarest if other != asked and key in shown[other].text)
            yield from ((asked, other) for other in told if _share(stem - answer, shown[other].words))


@dataclass(frozen=True, kw_only=True)
class _Shown:
    """All that a student reads before answering."""

    text: str
    words: frozenset[str]

    @classmethod
    def of(cls, question: Question) -> _Shown:
        text = _plain(" ".join([question.stem, *(option.text for option in question.options)]))
        return cls(text=text, words=_words(text))


def _share(asked: frozenset[str], words: frozenset[str]) -> bool:
    """Whether what is asked about is spoken of."""
    return bool(asked) and len(asked & words) >= _SAME_MATTER * len(asked)


_SAME_MATTER = 0.6


def _answers(question: Question) -> Iterator[str]:
    """The texts that are right answers, as they would stand in another question."""
    texts = [option.text for option in question.options if option.correct and question.type not in _NOT_TOLD]
    if question.date is not None:
        texts.append(say_date(question.date, question.language))
    yield from (plain for plain in map(_plain, texts) if len(plain) >= _SHORTEST_KEY)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _words(text: str) -> frozenset[str]:
    """Words and numbers; of Chinese, which does not part them, every two characters."""
    pairs = (match[1] for match in _PAIR.finditer(text))
    return frozenset([*_WORD.findall(text), *pairs])
