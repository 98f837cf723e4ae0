"""A date without its year is shown together with the place that gives the year, or not asked about."""

from __future__ import annotations

from questions import Document, Fact, QuestionType, find_facts, read, write_questions
from questions.writers.anchoring import anchors_of, is_anchored

_TOLD = "1931年，傅青山出任县长。10月，傅青山创办《晨光》。"


def _last_fact(text: str) -> tuple[Fact, Document]:
    document = read(text, title="青溪")
    return find_facts(document)[-1], document


def test_the_quote_begins_where_the_year_is_written_and_the_right_answer_says_so() -> None:
    document = read(_TOLD, title="青溪")
    question = write_questions(document, types=[QuestionType.DATE_CHOICE])[-1]
    assert question.explanations[0].quote == "1931年，傅青山出任县长。10月，傅青山创办《晨光》"
    key = next(option for option in question.options if option.correct)
    assert key.text == "1931年10月"
    assert "须与上文的“1931年”合看" in key.feedback


def test_a_year_that_only_describes_something_told_along_the_way_is_no_anchor() -> None:
    assert is_anchored(*_last_fact(_TOLD))
    assert not is_anchored(*_last_fact("1911年，傅青山到青溪。他在1911年的信中说起此事。10月，傅青山出任县长。"))


def test_a_date_that_is_whole_needs_no_other() -> None:
    assert anchors_of(*_last_fact("1931年，傅青山出任县长。1932年10月，傅青山创办《晨光》。")) == ()
