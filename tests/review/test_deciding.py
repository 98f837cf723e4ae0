"""Decisions of a reviewer: approved, rejected for a reason, and taken back."""

from __future__ import annotations

import pytest

from quizapp.bank import deciding
from quizapp.bank.deciding import LastDecision, last_decision
from quizapp.bank.state import State, Verdict
from quizapp.errors import NotFound, Refused, WrongField
from quizapp.review.queue import Progress, next_draft, progress_of
from tests.bank.conftest import Desk
from tests.review.conftest import Reviewer


def test_a_rejected_draft_keeps_its_reason_and_is_asked_by_nobody(reviewer: Reviewer, desk: Desk) -> None:
    question_id = desk.add()
    reviewer.reject(question_id, "  Ambiguous. ")
    page = desk.look(question_id)
    assert (page.state, page.asked_number) == (State.REJECTED, None)
    (entry,) = page.decisions
    assert (entry.verdict, entry.reason, entry.decided_by) == (Verdict.REJECTED, "Ambiguous.", "Lin Laoshi")
    assert page.rejection == entry


def test_a_rejection_needs_a_reason(reviewer: Reviewer, desk: Desk) -> None:
    question_id = desk.add()
    for reason in (" ", "x" * 501):
        with pytest.raises(WrongField) as refused:
            reviewer.reject(question_id, reason)
        assert refused.value.field == "reason"
    assert desk.look(question_id).state is State.DRAFT


def test_a_rejection_is_taken_back_and_stays_on_record(reviewer: Reviewer, desk: Desk) -> None:
    question_id = desk.add()
    reviewer.reject(question_id, "Ambiguous.")
    reviewer.reopen(question_id)
    page = desk.look(question_id)
    assert (page.state, page.rejection) == (State.DRAFT, None)
    assert [(entry.reason, entry.undone_at) for entry in page.decisions] == [("Ambiguous.", desk.clock.now())]


def test_a_rejected_question_is_not_approved_before_the_rejection_is_taken_back(reviewer: Reviewer, desk: Desk) -> None:
    question_id = desk.add()
    reviewer.reject(question_id)
    with pytest.raises(Refused):
        desk.approve(question_id)
    reviewer.reopen(question_id)
    desk.approve(question_id)
    assert desk.look(question_id).state is State.APPROVED


def test_an_edit_of_a_rejected_question_is_a_draft_again(reviewer: Reviewer, desk: Desk) -> None:
    question_id = desk.add()
    reviewer.reject(question_id, "Ambiguous.")
    desk.edit(question_id, number=1, stem="When, then?")
    page = desk.look(question_id)
    assert (page.state, page.rejection, page.decisions[0].reason) == (State.DRAFT, None, "Ambiguous.")


def test_only_a_draft_that_was_seen_is_rejected(reviewer: Reviewer, desk: Desk) -> None:
    approved, edited, retired = desk.add(), desk.add(), desk.add()
    desk.approve(approved)
    desk.edit(edited, number=1, stem="When, then?")
    desk.retire(retired)
    for question_id in (approved, edited, retired):
        with pytest.raises(Refused):
            reviewer.reject(question_id, number=1)
    with pytest.raises(NotFound):
        reviewer.reject(99)


def test_the_last_decision_is_undone_and_then_the_one_before(reviewer: Reviewer, desk: Desk) -> None:
    first, second = desk.add(), desk.add()
    desk.approve(first)
    reviewer.reject(second)
    assert reviewer.last() == LastDecision(number=2, verdict=Verdict.REJECTED, question_id=second, questions=1)
    assert reviewer.undo(2) == second
    assert desk.look(second).state is State.DRAFT
    assert reviewer.undo(1) == first
    assert (desk.look(first).state, desk.look(first).asked_number, reviewer.last()) == (State.DRAFT, None, None)


def test_a_decision_that_is_not_the_last_is_not_undone(reviewer: Reviewer, desk: Desk) -> None:
    first, second = desk.add(), desk.add()
    desk.approve(first)
    desk.approve(second)
    for number in (1, 3):
        with pytest.raises(Refused):
            reviewer.undo(number)
    assert desk.look(first).state is desk.look(second).state is State.APPROVED


def test_what_was_edited_or_retired_since_is_nobodys_last_decision(reviewer: Reviewer, desk: Desk) -> None:
    kept, edited, retired = desk.add(), desk.add(), desk.add()
    for question_id in (kept, edited, retired):
        desk.approve(question_id)
    desk.edit(edited, number=1, stem="When, then?")
    desk.retire(retired)
    last = reviewer.last()
    assert last is not None
    assert last.question_id == kept


def test_nobody_undoes_the_decision_of_another(reviewer: Reviewer, desk: Desk) -> None:
    desk.approve(desk.add())
    assert last_decision(reviewer.other_id) is None
    with pytest.raises(Refused):
        deciding.undo(number=1, person_id=reviewer.other_id, now=desk.clock.now())


def test_a_question_is_warned_of_by_the_guidelines(desk: Desk) -> None:
    assert desk.look(desk.add()).warnings == (
        "Three or four options are best.",
        "The source cites no reference for this.",
    )
    assert progress_of(None) == Progress(waiting=1, unwarned=0, reviewed=0)


def test_all_drafts_without_a_warning_are_approved_at_once(reviewer: Reviewer, desk: Desk, drafts: int) -> None:
    before = progress_of(drafts)
    assert 0 < before.unwarned < before.waiting
    assert reviewer.approve_unwarned(drafts, before.unwarned) == before.unwarned
    after = progress_of(drafts)
    assert after == Progress(waiting=before.waiting - before.unwarned, unwarned=0, reviewed=before.unwarned)
    last = reviewer.last()
    assert last is not None
    assert last.questions == before.unwarned
    reviewer.undo(last.number)
    assert progress_of(drafts) == before


def test_drafts_are_not_approved_together_when_there_are_others_by_now(
    reviewer: Reviewer, desk: Desk, drafts: int
) -> None:
    before = progress_of(drafts)
    with pytest.raises(Refused):
        reviewer.approve_unwarned(drafts, before.unwarned - 1)
    assert progress_of(drafts) == before


def test_the_queue_goes_on_behind_a_question_and_then_from_the_beginning(desk: Desk) -> None:
    first, second, third = desk.add(), desk.add(), desk.add()
    desk.approve(second)
    assert [next_draft(None, after=place) for place in (0, first, third)] == [first, third, first]
    desk.approve(first)
    desk.approve(third)
    assert next_draft(None) is None


def test_a_copy_of_the_state_is_kept_by_every_change(reviewer: Reviewer, desk: Desk) -> None:
    question_id = desk.add()
    states = [desk.look(question_id).state]
    for change in (
        lambda: reviewer.reject(question_id),
        lambda: reviewer.reopen(question_id),
        lambda: desk.approve(question_id),
        lambda: desk.retire(question_id),
        lambda: desk.restore(question_id),
        lambda: desk.edit(question_id, number=1, stem="When, then?"),
    ):
        change()
        states.append(desk.look(question_id).state)
    assert states == ["draft", "rejected", "draft", "approved", "retired", "approved", "draft"]
