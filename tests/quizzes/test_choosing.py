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


def test_a_question_on_several_facts_may_touch_one_that_is_asked_about() -> None:
    single, both = _entry("a", "fact 1"), _entry("b", "fact 1", "fact 2")
    assert choose_questions([single, both], count=2) == (single, both)


def test_nothing_is_chosen_from_nothing() -> None:
    assert choose_questions([], count=5) == ()


@pytest.mark.parametrize("count", [2, 6, 10])
def test_the_sample_gives_a_quiz_of_many_types(written: tuple[Question, ...], count: int) -> None:
    chosen = choose_questions(written, count=count)
    kinds = Counter(question.type for question in chosen)
    single = [question.fact_ids for question in chosen if len(question.fact_ids) == 1]
    assert len(chosen) == count
    assert set(MUST_HAVE) <= set(kinds)
    assert len(single) == len(set(single))
    assert len(kinds) == min(count, len({question.type for question in written}))


def test_the_order_is_that_of_the_bank(written: tuple[Question, ...]) -> None:
    chosen = choose_questions(written, count=10)
    assert sorted(chosen, key=written.index) == list(chosen)
