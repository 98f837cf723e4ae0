"""A question's states and versions: what an edit, an approval and a retirement change, and what they never do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from questions.question import Option, QuestionType
from quizapp.bank import service
from quizapp.bank.models import QuestionVersion
from quizapp.bank.own import wording_of
from quizapp.bank.showing import editable_page
from quizapp.bank.state import State
from quizapp.database import db
from quizapp.errors import NotFound, Refused, WrongField
from tests.bank.conftest import Desk
from tests.conftest import Sample


def rows(question_id: int) -> list[tuple[object, ...]]:
    """Everything that is stored of a question's versions."""
    table = QuestionVersion.__table__
    found = db.session.execute(select(table).where(table.c.question_id == question_id).order_by(table.c.number))
    return [tuple(row) for row in found]


def test_a_new_question_is_a_draft_that_no_quiz_asks(desk: Desk) -> None:
    page = desk.look(desk.add())
    assert (page.state, page.number, page.asked_number) == (State.DRAFT, 1, None)


def test_an_approved_question_is_asked(desk: Desk) -> None:
    question_id = desk.add()
    desk.approve(question_id)
    page = desk.look(question_id)
    assert (page.state, page.asked_number) == (State.APPROVED, 1)
    assert page.versions[0].approved_at == desk.clock.now()
    assert page.versions[0].approved_by == "Lin Laoshi"


def test_approving_twice_changes_nothing(desk: Desk) -> None:
    question_id = desk.add()
    desk.approve(question_id)
    approved = rows(question_id)
    desk.clock.advance(hours=1)
    desk.approve(question_id)
    assert rows(question_id) == approved


def test_editing_an_approved_question_makes_a_draft_and_keeps_the_approved_version_as_it_was(desk: Desk) -> None:
    question_id = desk.add(note="Because it says so.")
    desk.approve(question_id)
    (before,) = rows(question_id)
    desk.clock.advance(hours=1)
    assert desk.edit(question_id, number=1, stem="When did it all begin?") == 2
    after, _fresh = rows(question_id)
    assert after[:-1] == before[:-1]
    assert after[-1] == desk.clock.now()  # only that it was replaced
    page = desk.look(question_id)
    assert (page.state, page.number, page.asked_number) == (State.DRAFT, 2, 1)
    assert page.question.stem == "When did it all begin?"
    assert desk.look(question_id, 1).question.stem == "When did it begin?"
    assert desk.look(question_id, 1).note == "Because it says so."


def test_quizzes_ask_the_new_version_once_it_is_approved(desk: Desk) -> None:
    question_id = desk.add()
    desk.approve(question_id)
    desk.edit(question_id, number=1, stem="When, then?")
    desk.approve(question_id, number=2)
    page = desk.look(question_id)
    assert (page.state, page.asked_number) == (State.APPROVED, 2)


def test_an_edit_of_a_draft_makes_a_version_too(desk: Desk) -> None:
    question_id = desk.add()
    desk.edit(question_id, number=1, stem="When, then?")
    assert [version.stem for version in desk.look(question_id).versions] == ["When, then?", "When did it begin?"]


def test_a_version_that_was_not_looked_at_is_not_approved(desk: Desk) -> None:
    question_id = desk.add()
    desk.edit(question_id, number=1, stem="When, then?")
    with pytest.raises(Refused):
        desk.approve(question_id, number=1)
    assert desk.look(question_id).state is State.DRAFT


def test_of_two_edits_of_the_same_version_the_second_is_told(desk: Desk) -> None:
    question_id = desk.add()
    desk.edit(question_id, number=1, stem="When, then?")
    with pytest.raises(WrongField) as refused:
        desk.edit(question_id, number=1, stem="When, again?")
    assert refused.value.field == "number"
    assert desk.look(question_id).question.stem == "When, then?"


def test_a_retired_question_is_not_asked_and_comes_back_as_it_was(desk: Desk) -> None:
    question_id = desk.add()
    desk.approve(question_id)
    desk.retire(question_id)
    retired = desk.look(question_id)
    assert (retired.state, retired.asked_number, retired.can_be_edited) == (State.RETIRED, None, False)
    service.restore(question_id=question_id)
    restored = desk.look(question_id)
    assert (restored.state, restored.asked_number) == (State.APPROVED, 1)


def test_a_retired_question_is_neither_approved_nor_edited(desk: Desk) -> None:
    question_id = desk.add()
    desk.retire(question_id)
    with pytest.raises(Refused):
        desk.approve(question_id)
    with pytest.raises(Refused):
        desk.edit(question_id, number=1)
    with pytest.raises(Refused):
        editable_page(question_id)


def test_retiring_and_restoring_twice_are_harmless(desk: Desk) -> None:
    question_id = desk.add()
    for _ in range(2):
        desk.retire(question_id)
    for _ in range(2):
        service.restore(question_id=question_id)
    assert desk.look(question_id).state is State.DRAFT


@pytest.mark.parametrize("change", ["approve", "retire", "edit", "look"])
def test_a_question_that_is_not_there_is_not_found(desk: Desk, change: str) -> None:
    arguments = {"number": 1} if change == "edit" else {}
    with pytest.raises(NotFound):
        getattr(desk, change)(99, **arguments)
    with pytest.raises(NotFound):
        service.restore(question_id=99)


def test_a_version_that_is_not_there_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.look(desk.add(), 2)


def test_a_generated_question_keeps_its_evidence_through_an_edit(desk: Desk, sample: Sample) -> None:
    pages = [desk.look(question_id) for question_id in sample.question_ids]
    before = next(page for page in pages if page.can_be_edited and page.citations == (8, 9))
    question_id = before.id
    wording = wording_of(before.question, note="See the decree.", citations=())
    options = (*wording.options[:-1], Option(id="f", text="2011年"))
    desk.edit(question_id, number=1, stem="哪一天?", options=options, note="See the decree.", citations=(12,))
    after = desk.look(question_id)
    assert (after.question.stem, after.note, after.citations) == ("哪一天?", "See the decree.", (8, 9, 12))
    assert after.question.explanations == before.question.explanations
    assert after.evidence[:1] == before.evidence
    assert [source.number for source in after.evidence[1].sources] == [12]
    kept = [(option.text, option.feedback) for option in before.question.options[:-1]]
    assert [(option.text, option.feedback) for option in after.question.options] == [*kept, ("2011年", None)]


def test_what_was_said_of_an_option_goes_when_its_rightness_changes(desk: Desk, sample: Sample) -> None:
    question_id = sample.question_ids[0]
    before = desk.look(question_id).question
    first, second, *_others = before.options
    options = (Option(id="a", text=first.text), Option(id="b", text=second.text, correct=True))
    desk.edit(question_id, number=1, options=options)
    assert [option.feedback for option in desk.look(question_id).question.options] == [None, None]


def test_a_question_without_options_cannot_be_edited_here(desk: Desk, sample: Sample) -> None:
    entry = next(
        question_id
        for question_id in sample.question_ids
        if desk.look(question_id).question.type is QuestionType.DATE_ENTRY
    )
    with pytest.raises(Refused):
        editable_page(entry)
    with pytest.raises(Refused):
        desk.edit(entry, number=1)


def test_the_history_names_who_and_when(desk: Desk) -> None:
    question_id = desk.add()
    made = desk.clock.now()
    desk.clock.advance(minutes=5)
    desk.approve(question_id)
    (version,) = desk.look(question_id).versions
    assert (version.created_by, version.created_at, version.approved_at) == (
        "Lin Laoshi",
        made,
        made + timedelta(minutes=5),
    )
