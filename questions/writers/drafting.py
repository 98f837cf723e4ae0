"""Putting a question together: its options in their places, its evidence, its id."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from random import Random
from string import ascii_lowercase

from questions.dates import DateValue
from questions.document import Document, Reference
from questions.fact import Fact, Modality
from questions.question import Duration, Explanation, Groups, Option, Pairs, Question, QuestionType
from questions.regex import regex
from questions.spans import within
from questions.speech import say_date
from questions.writers.anchoring import anchors_of, start_with_anchor
from questions.writers.material import Material
from questions.writers.telling import Telling

_SHOWING_EVENTS = (
    QuestionType.EVENT_CHOICE,
    QuestionType.EARLIER,
    QuestionType.CHRONOLOGY,
    QuestionType.MATCHING,
    QuestionType.WHICH_OF,
)
"""Types whose options are events, of which any may need the document to be named."""


_ASKING_OF_THE_SOURCE = (QuestionType.TRUE_FALSE_UNSTATED, QuestionType.PRECISION, QuestionType.EVIDENCE)
"""Types that ask what the source says, and so need it to be named."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """An option before it has its place and id."""

    text: str
    feedback: str
    correct: bool = False
    fact_id: str | None = None


def placed(key: Choice, others: Sequence[Choice], rng: Random) -> tuple[Option, ...]:
    """The options with the key at a place that chance chose, the others in the order given."""
    choices = list(others)
    choices.insert(rng.randrange(len(choices) + 1), key)
    return in_order(choices)


def in_order(choices: Sequence[Choice]) -> tuple[Option, ...]:
    """The options in the order given, named a, b, c, …"""
    return tuple(
        Option(id=name, text=choice.text, correct=choice.correct, feedback=choice.feedback, fact_id=choice.fact_id)
        for name, choice in zip(ascii_lowercase, choices, strict=False)
    )


def draft(
    kind: QuestionType,
    tellings: Sequence[Telling],
    material: Material,
    *,
    stem: str,
    difficulty: float,
    options: tuple[Option, ...] = (),
    order: Groups = (),
    pairs: Pairs = (),
    date: DateValue | None = None,
    duration: Duration | None = None,
) -> Question:
    """A question that rests on these facts, explained by each of them and by every other fact that says the same."""
    document = material.document
    evidence = [*tellings, *(twin for telling in tellings for twin in material.supporters(telling))]
    facts = tuple({telling.fact.id: telling.fact for telling in evidence}.values())
    ids = tuple(telling.fact.id for telling in tellings)
    shown = {option.fact_id for option in options} if kind in _SHOWING_EVENTS else set()
    of_the_source = document.language.is_chinese and kind in _ASKING_OF_THE_SOURCE
    if of_the_source or not material.leaning.isdisjoint({*ids, *shown}):
        stem = material.opened(stem)
    return Question(
        id=_id(document.digest, str(kind), *ids, stem),
        type=kind,
        language=document.language,
        stem=stem,
        options=options,
        order=order,
        pairs=pairs,
        date=date,
        duration=duration,
        difficulty=round(min(max(difficulty, 0.0), 1.0), 2),
        fact_ids=ids,
        explanations=tuple(_explanation(fact, document) for fact in facts),
    )


def _explanation(fact: Fact, document: Document) -> Explanation:
    """The fact's quote, from where the year and the month are written that its date leaves out."""
    start = start_with_anchor(fact, document)
    start = next((marker.end for marker in document.markers if marker.start == start), start)
    return Explanation(
        quote=document.text[start : fact.end],
        start=start,
        end=fact.end,
        date_start=fact.date.start,
        date_end=fact.date.end,
        citations=fact.citations,
    )


def _id(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def cite(fact: Fact, material: Material) -> str:
    """The reference numbers of a fact as its source writes them: ``[8][9]``; empty where it has none."""
    template = material.grammar.phrases.citation
    return "".join(template.format(number=number) for number in supporting(fact, material))


def supporting(fact: Fact, material: Material) -> tuple[int, ...]:
    """The references of a fact without those that were issued before it happened, and so are another clause's."""
    known = material.document.references_by_number
    if fact.modality in (Modality.PROMISED, Modality.PLANNED):
        return fact.citations
    return tuple(
        number for number in fact.citations if number not in known or not _is_too_old(known[number], fact.date.value)
    )


def _is_too_old(entry: Reference, value: DateValue) -> bool:
    return entry.issued is not None and entry.issued.is_before(value)


def right_feedback(telling: Telling, material: Material) -> str:
    """What stands beside the key: the references of its fact, or that there are none."""
    phrases = material.grammar.phrases
    citations = cite(telling.fact, material)
    marked = _is_marked(telling.fact, material)
    reason = phrases.stated_thus.format(citations="").strip() if marked else phrases.uncited
    uncited = phrases.right_because.format(reason=reason)
    said_of = phrases.right.format(citations=citations) if citations else uncited
    reckoned = _reckoned(telling.fact, material)
    return f"{said_of}{'' if telling.language.is_chinese else ' '}{reckoned}" if reckoned else said_of


def _is_marked(fact: Fact, material: Material) -> bool:
    """Whether a marker stands in the fact's sentence, so that it cannot be said that none does."""
    document = material.document
    index = bisect_right(document.sentences, fact.date.start, key=lambda sentence: sentence.start) - 1
    end = document.sentences[index].end + _MARKER if index >= 0 else fact.end
    return bool(fact.citations) or bool(within(document.markers, fact.date.start, end))


_MARKER = 5  # characters that a marker takes behind the full stop


def _reckoned(fact: Fact, material: Material) -> str:
    """Where the year stands that a date leaves out, or which year an era's is; empty where the date says all itself."""
    phrases, words = material.grammar.phrases, fact.date.text
    anchors = anchors_of(fact, material.document)
    if anchors:
        return phrases.year_above.format(words=words, above=anchors[-1].text)
    if _ERA.search(words) and not fact.date.inferred:
        return phrases.of_an_era.format(words=words, date=say_date(fact.date.value, material.document.language))
    return ""


_ERA = regex(r"^(?!公元|西元)[一-鿿]{2}(?:元|[一二三四五六七八九十\d]{1,3})年")


def wrong_feedback(template: str, telling: Telling, material: Material, **words: str) -> str:
    """What stands beside a distractor, with the references of the fact that proves it wrong."""
    return template.format(citations=cite(telling.fact, material), **words).strip()


def is_relative(telling: Telling) -> bool:
    """Whether the source does not write the year or the month itself, but counts from what it told before."""
    return bool(telling.fact.date.inferred)


def said(value: DateValue, material: Material) -> str:
    """A date in the document's language."""
    return say_date(value, material.document.language)
