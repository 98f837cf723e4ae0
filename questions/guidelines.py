"""Item-writing rules as checks, each with a sentence.

After Haladyna and Downing (1989) and Haladyna, Downing and Rodriguez (2002), as far as a machine can see them. A draft
that breaks a hard rule is not written; a soft one is a warning for the reviewer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

from questions.dates import DateValue
from questions.document import Document
from questions.fact import Fact
from questions.proving import is_proved
from questions.question import Interaction, Option, Question, QuestionType
from questions.regex import regex
from questions.typed import read_date


@dataclass(frozen=True, kw_only=True)
class Breach:
    """A rule that a question breaks; `sentence` tells the reviewer what is wrong with it."""

    rule: str
    sentence: str
    hard: bool


def check(question: Question, document: Document, facts: Sequence[Fact]) -> tuple[Breach, ...]:
    """The rules that the question breaks, hard ones first; empty for a question with which nothing seems wrong."""
    found = (
        Breach(rule=rule.name, sentence=rule.sentence, hard=rule.hard)
        for rule in RULES
        if rule.broken(question, document, facts)
    )
    return tuple(found)


Check: TypeAlias = Callable[[Question, Document, Sequence[Fact]], bool]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule with its name, the sentence said when it is broken, and how that is seen."""

    name: str
    sentence: str
    broken: Check
    hard: bool = True


def _texts(question: Question) -> Iterator[str]:
    """The stem and the options that are ours; the titles of references are the document's own."""
    yield question.stem
    if question.type is not QuestionType.EVIDENCE:
        yield from (option.text for option in question.options)


def _right(question: Question) -> Option | None:
    return next((option for option in question.options if option.correct), None)


def _without_evidence(question: Question, document: Document, _: Sequence[Fact]) -> bool:
    return not question.explanations or not all(entry.is_quoted_from(document) for entry in question.explanations)


def _no_whole_question(question: Question, *_: object) -> bool:
    return not re.search("[?？]", question.stem)


_RESIDUE = regex(r"\[\d+\]|\[来源请求\]|英[语語][A-Z]|页面存档备份|頁面存檔備份|https?://|\n|\^")


def _residue(question: Question, *_: object) -> bool:
    return any(_RESIDUE.search(text) for text in _texts(question))


_DANGLING = regex(
    r"(?:^|[“「])(?:[他她它此该該其亦又也并並而但]|(?:he|she|it|they|this|these|also|and|but)\b)", re.IGNORECASE
)


def _dangling(question: Question, *_: object) -> bool:
    return any(_DANGLING.search(text) for text in _texts(question))


_HALF_WIDTH = regex(r"(?<=[㐀-鿿])[,;:?!()]|[,;:?!()](?=[㐀-鿿])")


def _half_width(question: Question, *_: object) -> bool:
    return question.language.is_chinese and any(_HALF_WIDTH.search(text) for text in _texts(question))


def _answer_in_stem(question: Question, *_: object) -> bool:
    right = _right(question)
    if question.type is QuestionType.TRUE_FALSE_UNSTATED or right is None:
        return False
    return right.text.casefold() in question.stem.casefold()


def _odd_word_shared(question: Question, *_: object) -> bool:
    return question.type is not QuestionType.EVIDENCE and _shares_an_odd_word(question)


def _odd_title_shared(question: Question, *_: object) -> bool:
    """What a title shares with the statement it supports is the source's doing."""
    return question.type is QuestionType.EVIDENCE and _shares_an_odd_word(question)


def _shares_an_odd_word(question: Question) -> bool:
    right = _right(question)
    if question.type is QuestionType.TRUE_FALSE_UNSTATED or right is None:
        return False
    others = [word for option in question.options if option is not right for word in _words(option.text)]
    return bool((_words(right.text) & _words(question.stem)) - set(others))


def _words(text: str) -> set[str]:
    """Words of four letters and more, and pairs of Chinese characters."""
    pairs = (match[1] for match in re.finditer(r"(?=([㐀-鿿]{2}))", text))
    return {word.casefold() for word in re.findall(r"[A-Za-z]{4,}", text)} | set(pairs)


def _all_of_the_above(question: Question, *_: object) -> bool:
    pattern = r"以上[都皆均全]|[都皆]不是|all of the above|none of the above|both of the above"
    return any(re.search(pattern, option.text, re.IGNORECASE) for option in question.options)


_NEGATED = regex(
    r"下列[^，。]{0,8}(?:不|没有|未|沒有)|\bwhich [^.?]{0,20}\b(?:not|except)\b",
    re.IGNORECASE,
)


def _negated_stem(question: Question, *_: object) -> bool:
    return bool(_NEGATED.search(question.stem))


def _same_meaning(question: Question, *_: object) -> bool:
    plain = [re.sub(r"[\W_]", "", option.text).casefold() for option in question.options]
    return len(set(plain)) < len(plain)


def _unlike_dates(question: Question, *_: object) -> bool:
    return question.type is QuestionType.DATE_CHOICE and len({_shape(option.text) for option in question.options}) > 1


def _shape(date: str) -> str:
    """A date without its figures and names of months; only what it is made of is left."""
    without = re.sub(r"公元前?|\b(?:AD|BC)\b|[A-Z][a-z]+|[春夏秋冬]|spring|summer|autumn|winter", "", date)
    return " ".join(re.sub(r"\d+(?:st|nd|rd|th)?", "0", without).split())


def _beyond_the_source(question: Question, _: Document, facts: Sequence[Fact]) -> bool:
    if question.date is None:
        return False
    return not any(fact.date.value == question.date for fact in facts if fact.id in question.fact_ids)


def _unproved(question: Question, _: Document, facts: Sequence[Fact]) -> bool:
    return bool(question.fact_ids) and not is_proved(question, facts)


def _unlike_numbers(question: Question, *_: object) -> bool:
    return question.type is QuestionType.NUMBER_CHOICE and len({_shape(option.text) for option in question.options}) > 1


def _overlapping_dates(question: Question, *_: object) -> bool:
    dated = question.matches or (question.options if question.type is QuestionType.DATE_CHOICE else ())
    values = [value for value in (_date_in(option.text) for option in dated) if value is not None]
    return any(first.overlaps(second) for first, second in combinations(values, 2))


def _date_in(text: str) -> DateValue | None:
    try:
        return read_date(text)
    except ValueError:
        return None


_TODAY = regex(r"目前|[现現]在|如今|至今|迄今|今[天日年]|\b(?:currently|nowadays|at present|so far)\b", re.IGNORECASE)


def _true_today(question: Question, *_: object) -> bool:
    return any(_TODAY.search(text) for text in _texts(question))


def _most_exact(question: Question, *_: object) -> bool:
    """Whether the key alone goes into figures, names or quotations."""
    right = _right(question)
    if right is None or question.type in (QuestionType.TRUE_FALSE_UNSTATED, QuestionType.PRECISION):
        return False
    exact = [bool(re.search(r"\d|[「『“《]", option.text)) for option in question.options]
    return len(exact) > 2 and sum(exact) == 1 and bool(re.search(r"\d|[「『“《]", right.text))


def _out_of_order(question: Question, *_: object) -> bool:
    if question.type is QuestionType.DATE_CHOICE:
        begins = [value.earliest for value in (_date_in(option.text) for option in question.options) if value]
        return begins != sorted(begins, key=lambda day: day or ())
    if question.type is QuestionType.NUMBER_CHOICE:
        numbers = [re.sub(r"[^\d.]", "", option.text) for option in question.options]
        values = [float(number) for number in numbers if number]
        return values != sorted(values)
    return False


def _two_facts(question: Question, *_: object) -> bool:
    several = question.type.interaction in (Interaction.ORDER, Interaction.MATCH) or len(question.fact_ids) != 1
    return not several and bool(re.search(r"[；;]|，[^，]*，[^，]*，", question.stem))


def _strange_words(question: Question, document: Document, _: Sequence[Fact]) -> bool:
    """Whether a name, place or number that is the key stands nowhere in the source."""
    right = _right(question)
    named = question.type in (QuestionType.WHO_CHOICE, QuestionType.WHERE_CHOICE)
    return named and right is not None and right.text not in document.text


def _key_longest(question: Question, *_: object) -> bool:
    right = _right(question)
    if right is None or question.type is QuestionType.TRUE_FALSE_UNSTATED or len(question.options) < 3:
        return False
    return len(right.text) > 1.4 * max(len(option.text) for option in question.options if option is not right)


def _few_options(question: Question, *_: object) -> bool:
    if question.type in (QuestionType.EARLIER, QuestionType.TRUE_FALSE) or not question.options:
        return False
    fewest, most = {Interaction.SEVERAL: (4, 6), Interaction.MATCH: (6, 10), Interaction.ORDER: (3, 6)}.get(
        question.type.interaction, (3, 4)
    )
    return not fewest <= len(question.options) <= most


def _long_stem(question: Question, *_: object) -> bool:
    return len(question.stem) > 80 if question.language.is_chinese else len(question.stem.split()) > 40


def _uncited(question: Question, *_: object) -> bool:
    return not any(entry.citations for entry in question.explanations)


RULES = (
    Rule(name="evidence", sentence="The key has no quote of the source behind it.", broken=_without_evidence),
    Rule(name="whole question", sentence="The stem asks no whole question.", broken=_no_whole_question),
    Rule(name="residue", sentence="Markers or remains of a web page stand in the text.", broken=_residue),
    Rule(name="dangling word", sentence="A pronoun or connective has nothing to refer to.", broken=_dangling),
    Rule(name="punctuation", sentence="Half-width punctuation stands beside Chinese.", broken=_half_width),
    Rule(name="answer in stem", sentence="The stem holds its answer.", broken=_answer_in_stem),
    Rule(name="odd word", sentence="Only the key shares a word with the stem.", broken=_odd_word_shared),
    Rule(name="all of the above", sentence="An option speaks of the other options.", broken=_all_of_the_above),
    Rule(name="negated stem", sentence="The stem asks for what is not so.", broken=_negated_stem),
    Rule(name="same meaning", sentence="Two options mean the same.", broken=_same_meaning),
    Rule(name="unlike dates", sentence="The dates are not of one form.", broken=_unlike_dates),
    Rule(name="precision", sentence="The key is not the date that the source gives.", broken=_beyond_the_source),
    Rule(name="proof", sentence="The dates of its facts do not prove the key.", broken=_unproved),
    Rule(name="unlike numbers", sentence="The numbers are not of one form.", broken=_unlike_numbers),
    Rule(name="overlap", sentence="Two dates overlap, so that more than one may be right.", broken=_overlapping_dates),
    Rule(name="today", sentence="It speaks of how things are today.", broken=_true_today),
    Rule(
        name="odd title",
        sentence="Only the key's title shares a word with the stem.",
        broken=_odd_title_shared,
        hard=False,
    ),
    Rule(name="longest key", sentence="The key is much longer than the rest.", broken=_key_longest, hard=False),
    Rule(
        name="most exact key",
        sentence="Only the key holds figures or a quotation.",
        broken=_most_exact,
        hard=False,
    ),
    Rule(name="order", sentence="Dates or numbers do not ascend.", broken=_out_of_order, hard=False),
    Rule(name="two facts", sentence="The stem may ask for more than one fact.", broken=_two_facts, hard=False),
    Rule(
        name="strange words",
        sentence="The key uses words that the source does not.",
        broken=_strange_words,
        hard=False,
    ),
    Rule(name="few options", sentence="Three or four options are best.", broken=_few_options, hard=False),
    Rule(name="long stem", sentence="The stem is long to read.", broken=_long_stem, hard=False),
    Rule(name="no reference", sentence="The source cites no reference for this.", broken=_uncited, hard=False),
)
"""Every rule, hard ones first."""
