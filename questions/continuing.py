"""How far the telling of a dated event goes on beyond its own sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from questions.clauses import lies_within
from questions.document import DateExpression, Document, Sentence
from questions.spans import within

_CLOSING = " \t\n\u00a0，,；;。.！!？?：:—"

_TAKES_UP = {
    True: re.compile(
        "(?:但|而|也|又|[並并])?(?:在|[當当]|[對对]|正是|[由於于]{1,2})?"
        "(?:[這这]|此|[該该]|其|他|她|它|[雙双]方|[兩两][國国人]|二人|[會会][上議议]|同[時时]|[隨随][後后即]|之[後后]|[最][終终後后]"
        "|[結结]果|因此|[於于]是|不久|[後后][來来]|期[間间]|[當当][時时])"
    ),
    False: re.compile(
        r"(?:However, |In )?(?:This|These|That|Those|He|She|It|They|His|Her|Its|Their|Both|The|Later|Then|Thus"
        r"|As a result|Subsequently|Eventually)\b"
    ),
}
"""How a sentence begins that takes up what the sentence before has told."""

_STATE = {
    True: re.compile("[^，。]{0,12}(?:目前|[現现]今|至今|如今|今[天日]|[現现][在為为]|位[於于]|是|一般|通常|[經经]常)"),
    False: re.compile(r"[^,.]*\b(?:is|are|today|now|currently|has been|have been)\b"),
}
"""How a sentence begins that tells what is so at all times, which no date dates."""


_NAMES = {
    True: re.compile("(?=([\u4e00-\u9fff]{3}))(?!.{0,2}[年月日])"),
    False: re.compile(r"(?<=[a-z,] )([A-Z][\w'’-]{3,})"),
}


@dataclass(frozen=True, kw_only=True)
class Reach:
    """How long a statement may grow, in characters, by a sentence of each kind.

    `within_date`: all its own dates lie within the statement's, as those of a year's months do. The others have no
    date. `takes_up`: it takes up the sentence before by its first words or its subject. `akin`: it speaks of something
    of which the statement speaks.
    """

    within_date: int
    takes_up: int
    akin: int


REACHES = {
    True: Reach(within_date=160, takes_up=130, akin=110),
    False: Reach(within_date=600, takes_up=250, akin=250),
}


def end_of_telling(document: Document, index: int, date: DateExpression, told: str | None, start: int, end: int) -> int:
    """Where the statement ends that runs from `start` to `end`, the end of sentence number `index`.

    `told` is its subject. The following sentences of the paragraph belong to it as long as they stay short, cite
    nothing of their own, and tell nothing that the date leaves out.
    """
    reach = REACHES[document.language.is_chinese]
    longest = max(reach.within_date, reach.takes_up, reach.akin)
    for sentence in _following(document, index):
        if sentence.end - start > longest or sentence.end - start > _limit(
            document, sentence, date, told, document.text[start:end]
        ):
            return end
        end = sentence.start + len(sentence.text.rstrip(_CLOSING))
    return end


def _following(document: Document, index: int) -> Iterator[Sentence]:
    here = document.sentences[index]
    for position in range(index + 1, len(document.sentences)):
        sentence = document.sentences[position]
        if sentence.paragraph != here.paragraph or within(document.markers, sentence.start, sentence.end):
            return
        yield sentence


def _limit(document: Document, sentence: Sentence, date: DateExpression, told: str | None, before: str) -> int:
    chinese = document.language.is_chinese
    reach = REACHES[chinese]
    dates = within(document.dates, sentence.start, sentence.end)
    if dates:
        return reach.within_date if all(lies_within(other, date) for other in dates) else 0
    if within(document.unresolved, sentence.start, sentence.end) or _STATE[chinese].match(sentence.text):
        return 0
    if takes_up(sentence.text, chinese=chinese) or (told and sentence.text.startswith(told)):
        return reach.takes_up
    return reach.akin if _names(before, chinese=chinese) & _names(sentence.text, chinese=chinese) else 0


def _names(text: str, *, chinese: bool) -> frozenset[str]:
    """What a text speaks of, roughly: three Chinese characters in a row, or capitalised words within a sentence."""
    return frozenset(match[1] for match in _NAMES[chinese].finditer(text))


def takes_up(text: str, *, chinese: bool) -> bool:
    """Whether a sentence takes up by its first words what the sentence before has told."""
    return _TAKES_UP[chinese].match(text) is not None
