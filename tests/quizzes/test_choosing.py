"""Which questions a quiz is made of."""

from __future__ import annotations

from collections import Counter

import pytest

import questions
from questions.document import Language
from questions.question import Question, QuestionType
from questions.sample import sample_source
from quizapp.quizzes.choosing import MUST_HAVE, choose_questions


@pytest.fixture(scope="module")
def written() -> tuple[Question, ...]:
    return questions.write_questions(questions.read(sample_source()))


def _entry(name: str, *facts: str) -> Question:
    return Question(
        id=name,
        type=QuestionType.DATE_ENTRY,
        language=Language.ENGLISH,
        stem=f"When was {name}?",
        date=questions.DateValue("2008"),
        fact_ids=facts,
    )


def test_two_questions_on_one_fact_never_meet() -> None:
    first, again, other = _entry("a", "fact 1"), _entry("b", "fact 1"), _entry("c", "fact 2")
    assert choose_questions([first, again, other], count=3) == (first, other)


def test_a_fact_among_others_is_asked_about_once_too() -> None:
    single, both, other = _entry("a", "fact 1"), _entry("b", "fact 1", "fact 2"), _entry("c", "fact 3")
    assert choose_questions([single, both, other], count=3) == (single, other)


def test_nothing_is_chosen_from_nothing() -> None:
    assert choose_questions([], count=5) == ()


def test_the_sample_gives_a_quiz_of_many_types_that_asks_about_each_fact_once(written: tuple[Question, ...]) -> None:
    chosen = choose_questions(written, count=10)
    asked_about = [fact for question in chosen for fact in question.fact_ids]
    kinds = Counter(question.type for question in chosen)
    assert sorted(asked_about) == sorted({fact for question in written for fact in question.fact_ids})
    assert set(kinds) >= set(MUST_HAVE)
    assert set(kinds.values()) == {1}


@pytest.mark.parametrize("count", [1, 3])
def test_no_more_are_chosen_than_are_wanted(written: tuple[Question, ...], count: int) -> None:
    assert len(choose_questions(written, count=count)) == count


def test_the_order_is_that_of_the_bank(written: tuple[Question, ...]) -> None:
    chosen = choose_questions(written, count=10)
    assert sorted(chosen, key=written.index) == list(chosen)
