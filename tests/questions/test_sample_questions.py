"""The bank of the sample document: all of it as a sheet, and what must hold of every question."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from questions import Document, Question, QuestionType, read, write_questions
from questions.sample import sample_source
from questions.writing import WRITABLE
from tests.questions.question_sheet import SHEET, written_sheet

_NOT_IN_THE_SAMPLE = {str(QuestionType.WHERE_CHOICE)}  # it names no three cities or states
_ALL_TYPES = set(WRITABLE) - _NOT_IN_THE_SAMPLE


@pytest.fixture(scope="module")
def document() -> Document:
    return read(sample_source())


@pytest.fixture(scope="module")
def questions(document: Document) -> tuple[Question, ...]:
    return write_questions(document)


def test_the_bank_reads_as_the_sheet_has_it() -> None:
    """After reading the new questions aloud, write the sheet again: python -m tests.questions.question_sheet."""
    assert written_sheet() == SHEET.read_text(encoding="utf-8")


def test_the_sample_carries_thirty_questions_of_every_type(questions: tuple[Question, ...]) -> None:
    assert len(questions) >= 30
    assert {str(question.type) for question in questions} == _ALL_TYPES


def test_every_question_is_explained_by_exact_characters_of_the_sample(
    document: Document, questions: tuple[Question, ...]
) -> None:
    for question in questions:
        assert question.explanations
        assert all(entry.is_quoted_from(document) for entry in question.explanations)
        assert all(entry.start <= entry.date_start < entry.date_end <= entry.end for entry in question.explanations)


def test_nothing_of_the_web_page_is_left_in_what_is_asked(questions: tuple[Question, ...]) -> None:
    ours = [question for question in questions if question.type is not QuestionType.EVIDENCE]
    for question in ours:
        for text in (question.stem, *(option.text for option in question.options)):
            assert not re.search(r"\[\d|英语[A-Z]|[A-Za-z]{3}", text)
            assert not re.search(r"[,;:?!]", text)


def test_a_promise_stays_a_promise(questions: tuple[Question, ...]) -> None:
    for question in questions:
        for text in (question.stem, *(option.text for option in question.options)):
            assert "派遣" not in text or "承诺" in text


def test_what_was_said_stays_said(questions: tuple[Question, ...]) -> None:
    for question in questions:
        for text in (question.stem, *(option.text for option in question.options)):
            assert "减少俄罗斯" not in text or "指出" in text
            assert "不必于南奥塞梯驻军" not in text or "表示" in text


def test_a_promise_is_no_event_to_put_in_order(questions: tuple[Question, ...]) -> None:
    ordered = (QuestionType.EVENT_CHOICE, QuestionType.CHRONOLOGY, QuestionType.EARLIER)
    texts = [option.text for question in questions if question.type in ordered for option in question.options]
    assert texts
    assert not any("派遣" in text for text in texts)


def test_a_month_is_never_asked_to_the_day(questions: tuple[Question, ...]) -> None:
    month_only = ("断交", "总统令")
    dated = [item for item in questions if item.type in (QuestionType.DATE_CHOICE, QuestionType.DATE_ENTRY)]
    to_the_day = [question for question in dated if "哪一天" in question.stem]
    assert to_the_day
    assert all(any(word in question.stem for word in month_only) for question in to_the_day)


def test_the_keys_are_not_all_in_one_place(questions: tuple[Question, ...]) -> None:
    places = Counter(question.right_ids[0] for question in questions if question.right_ids)
    assert len(places) == 4
    assert max(places.values()) <= 0.5 * sum(places.values())


def test_no_two_questions_have_one_id(questions: tuple[Question, ...]) -> None:
    assert len({question.id for question in questions}) == len(questions)
