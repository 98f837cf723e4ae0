"""Questions that give one another away are found."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from questions import (
    DateValue,
    Explanation,
    Language,
    Option,
    Question,
    QuestionType,
    leaks,
    read,
    write_questions,
)

_CORPUS = Path(__file__).parent / "corpus"


def _choice(stem: str, *texts: str, kind: QuestionType = QuestionType.DATE_CHOICE, facts: str = "") -> Question:
    """A choice whose first option is right."""
    options = tuple(Option(id=str(place), text=text, correct=place == 0) for place, text in enumerate(texts))
    return Question(
        id=stem, type=kind, language=Language.ENGLISH, stem=stem, options=options, fact_ids=tuple(facts.split())
    )


_WHEN = _choice("On what date did Georgia break off relations with Russia?", "29 August 2008", "2 September 2008")
_WHAT = _choice(
    "Which of these events happened on 29 August 2008?",
    "Georgia broke off relations with Russia",
    "The Senate ratified a treaty of friendship",
    kind=QuestionType.EVENT_CHOICE,
)
_WHO = _choice("Who signed the decree on 26 August 2008?", "Medvedev", "Kokoity", kind=QuestionType.WHO_CHOICE)
_ELSE = _choice("In which year was the bridge opened?", "1998", "2001")


def test_a_stem_that_dates_an_event_gives_away_when_it_was() -> None:
    assert leaks([_WHEN, _ELSE, _WHAT]) == {(0, 2)}


def test_a_date_to_type_is_given_away_as_well() -> None:
    entry = Question(
        id="q",
        type=QuestionType.DATE_ENTRY,
        language=Language.ENGLISH,
        stem="On what date did Georgia break off relations with Russia?",
        date=DateValue("2008-08-29"),
    )
    assert leaks([_WHAT, entry]) == {(0, 1)}


def test_a_name_in_another_stem_gives_away_who_it_was() -> None:
    told = _choice("When was the decree signed by Medvedev, on 26 August 2008 or later?", "Then", "Later")
    assert leaks([_WHO, told]) == {(0, 1)}


def test_an_answer_that_stands_elsewhere_without_the_question_gives_nothing_away() -> None:
    other = _choice("In which year did Medvedev open the school?", "2003", "2004")
    assert leaks([_WHO, other]) == frozenset()


def test_questions_on_one_fact_never_meet() -> None:
    first, second = _choice("A?", "x", "y", facts="f g"), _choice("B?", "v", "w", facts="g")
    assert leaks([first, _ELSE, second]) == {(0, 2)}


def test_questions_on_one_quote_never_meet() -> None:
    quote = Explanation(quote="In 1998.", start=5, end=13, date_start=8, date_end=12)
    first, second = (
        Question(
            id=stem,
            type=QuestionType.DATE_ENTRY,
            language=Language.ENGLISH,
            stem=stem,
            date=DateValue("1998"),
            explanations=(quote,),
        )
        for stem in ("Which bridge?", "Which school?")
    )
    assert leaks([first, second]) == {(0, 1)}


def test_true_false_and_not_stated_tell_nothing() -> None:
    kind = QuestionType.TRUE_FALSE_UNSTATED
    first = _choice("Is this so: the bridge was opened?", "Agrees with the source", "Contradicts", kind=kind)
    second = _choice("Is this so: the bridge was opened twice?", "Agrees with the source", "Contradicts", kind=kind)
    assert leaks([first, second]) == frozenset()


@pytest.mark.parametrize("name", ["hans", "hant", "en"])
def test_no_stem_outside_the_pairs_holds_the_date_and_the_event_of_another(name: str) -> None:
    bank = write_questions(read((_CORPUS / f"questions_article_{name}.txt").read_bytes()))
    pairs = leaks(bank)
    for (first, one), (second, other) in combinations(enumerate(bank), 2):
        if set(one.fact_ids) & set(other.fact_ids):
            assert (first, second) in pairs
    assert len(pairs) < len(bank) * (len(bank) - 1) / 4
