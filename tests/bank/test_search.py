"""The bank is found through by document, type, state and words."""

from __future__ import annotations

import pytest

from questions.question import QuestionType
from quizapp.bank.listing import PAGE_LENGTH, Filters, bank_page
from quizapp.bank.state import State
from tests.bank.conftest import Desk
from tests.conftest import Sample


def found(text: str) -> list[str]:
    return [entry.stem for entry in bank_page(Filters(text=text)).entries]


@pytest.fixture
def stems(desk: Desk) -> None:
    for stem in (
        "格鲁吉亚于哪一天宣布断交?",
        "When was 100% reached?",
        "When did a_b begin?",
        "When did aXb begin?",
        "a\\b?",
    ):
        desk.add(stem=stem)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("断交", "格鲁吉亚于哪一天宣布断交?"),
        ("100%", "When was 100% reached?"),
        ("0% r", "When was 100% reached?"),
        ("a_b", "When did a_b begin?"),
        ("\\", "a\\b?"),
        ("WHEN WAS", "When was 100% reached?"),
    ],
)
@pytest.mark.usefixtures("stems")
def test_words_are_found_as_they_are_written(text: str, stem: str) -> None:
    assert found(text) == [stem]


@pytest.mark.parametrize("text", ["断战", "%%", "_" * 30, "' OR 1=1 --", "nothing"])
@pytest.mark.usefixtures("stems")
def test_nothing_else_is_found(text: str) -> None:
    assert found(text) == []


def test_words_of_the_explanation_are_found(desk: Desk) -> None:
    desk.add(stem="When?", note="Because of the decree.")
    assert found("decree") == ["When?"]


def test_the_words_of_a_replaced_version_are_not_found(desk: Desk) -> None:
    desk.edit(desk.add(stem="Old words?"), number=1, stem="New words?")
    assert (found("Old"), found("New")) == ([], ["New words?"])


def test_filters_by_document_type_and_state_come_together(desk: Desk, sample: Sample) -> None:
    own = desk.add(sample.document_id)
    desk.add()
    desk.retire(sample.question_ids[0])
    of_document = bank_page(Filters(document_id=sample.document_id))
    assert of_document.total == len(sample.question_ids) + 1
    assert of_document.counts == {
        State.DRAFT: 1,
        State.APPROVED: len(sample.question_ids) - 1,
        State.REJECTED: 0,
        State.RETIRED: 1,
    }
    mine = Filters(document_id=sample.document_id, type=QuestionType.SINGLE_CHOICE, state=State.DRAFT)
    assert [entry.id for entry in bank_page(mine).entries] == [own]
    retired = bank_page(Filters(state=State.RETIRED))
    assert [(entry.id, entry.state) for entry in retired.entries] == [(sample.question_ids[0], State.RETIRED)]
    assert retired.total == 1
    assert retired.counts[State.DRAFT] == 2


def test_an_entry_names_the_dates_of_its_facts(desk: Desk, sample: Sample) -> None:
    entries = bank_page(Filters(type=QuestionType.DATE_ENTRY)).entries
    assert [entry.dates for entry in entries] == [(str(desk.look(entry.id).question.date),) for entry in entries]
    (order, *_) = bank_page(Filters(type=QuestionType.CHRONOLOGY)).entries
    assert len(order.dates) >= 3


def test_a_long_bank_comes_in_pages(desk: Desk) -> None:
    ids = [desk.add(stem=f"Question {place}?") for place in range(PAGE_LENGTH + 1)]
    first, second = bank_page(Filters()), bank_page(Filters(), number=2)
    assert [entry.id for entry in (*first.entries, *second.entries)] == ids
    assert (first.last, first.total, len(first.entries)) == (2, PAGE_LENGTH + 1, PAGE_LENGTH)


@pytest.mark.parametrize("number", [-1, 0, 7])
def test_a_page_that_is_not_there_is_the_nearest_one(desk: Desk, number: int) -> None:
    desk.add()
    assert bank_page(Filters(), number=number).number == 1
