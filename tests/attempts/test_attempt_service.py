"""Starting, saving and submitting: what the service promises, whatever the web makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from questions import Option
from quizapp.attempts import service
from quizapp.attempts.models import Attempt, Response, Score
from quizapp.attempts.scoring import AttemptScore
from quizapp.attempts.sheet import Sheet, sheet
from quizapp.bank import service as bank
from quizapp.bank.own import Wording
from quizapp.database import db
from quizapp.errors import NotFound, Refused, WrongField
from tests.attempts.making import CHOICE, ENTRY, ORDER, OWN, TRUE_FALSE, Bank, make_quiz
from tests.conftest import People, SettableClock


@pytest.fixture(autouse=True)
def within_app(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


@pytest.fixture
def attempt_id(quiz: int, people: People, clock: SettableClock) -> str:
    return service.start(quiz_id=quiz, person_id=people.student.id, now=clock.now(), rng=Random(1))  # noqa: S311


class Student:
    """Answers in an attempt as the student that it belongs to."""

    def __init__(self, attempt_id: str, person_id: int, clock: SettableClock) -> None:
        self.attempt_id, self.person_id, self.clock = attempt_id, person_id, clock

    def looks(self) -> Sheet:
        return sheet(attempt_id=self.attempt_id, person_id=self.person_id, now=self.clock.now())

    def answers(self, slot: int, *answer: str, sequence: int | None = None, **rest: Any) -> service.Saved:
        return service.record_response(
            attempt_id=self.attempt_id,
            person_id=self.person_id,
            slot=slot,
            answer=answer,
            sequence=sequence,
            now=self.clock.now(),
            **rest,
        )

    def submits(self) -> AttemptScore:
        return service.submit(attempt_id=self.attempt_id, person_id=self.person_id, now=self.clock.now())

    def ids(self, slot: int) -> dict[str, str]:
        return {option.text: option.id for option in self.looks().slots[slot - 1].options}

    def answer_in(self, slot: int) -> tuple[str, ...]:
        return self.looks().slots[slot - 1].answer


@pytest.fixture
def mei(attempt_id: str, people: People, clock: SettableClock) -> Student:
    return Student(attempt_id, people.student.id, clock)


def _start(quiz_id: int, person_id: int, clock: SettableClock) -> str:
    return service.start(quiz_id=quiz_id, person_id=person_id, now=clock.now(), rng=Random())  # noqa: S311


def test_starting_again_goes_on_with_the_attempt_that_runs(
    quiz: int, people: People, clock: SettableClock, attempt_id: str
) -> None:
    assert _start(quiz, people.student.id, clock) == attempt_id


def test_another_attempt_starts_once_the_first_is_over(
    quiz: int, people: People, clock: SettableClock, attempt_id: str
) -> None:
    clock.advance(seconds=600)
    second = _start(quiz, people.student.id, clock)
    assert second != attempt_id
    assert db.session.scalars(select(Attempt.number).order_by(Attempt.number)).all() == [1, 2]


def test_no_more_attempts_start_than_are_allowed(small_bank: Bank, people: People, clock: SettableClock) -> None:
    quiz_id = make_quiz(
        question_ids=small_bank.question_ids, teacher_id=people.teacher.id, now=clock.now(), attempts_allowed=1
    )
    _start(quiz_id, people.student.id, clock)
    clock.advance(seconds=600)
    with pytest.raises(Refused, match="used all your attempts"):
        _start(quiz_id, people.student.id, clock)


@pytest.mark.parametrize(("hours", "sentence"), [(-1, "not open yet"), (2, "closed"), (3, "closed")])
def test_a_quiz_starts_only_while_it_is_open(
    small_bank: Bank, people: People, clock: SettableClock, hours: int, sentence: str
) -> None:
    opens, closes = clock.now(), clock.advance(hours=2)
    quiz_id = make_quiz(
        question_ids=small_bank.question_ids,
        teacher_id=people.teacher.id,
        now=opens,
        opens_at=opens,
        closes_at=closes,
    )
    clock.moment = opens
    clock.advance(hours=hours)
    with pytest.raises(Refused, match=sentence):
        _start(quiz_id, people.student.id, clock)


def test_a_quiz_that_is_not_published_is_not_there(people: People, clock: SettableClock) -> None:
    with pytest.raises(NotFound):
        _start(1, people.student.id, clock)


def test_an_attempt_leaves_retired_questions_out(
    quiz: int, small_bank: Bank, people: People, clock: SettableClock
) -> None:
    bank.retire(question_id=small_bank.question_ids[0], person_id=people.teacher.id, now=clock.now())
    fresh = Student(_start(quiz, people.student.id, clock), people.student.id, clock)
    assert [slot.stem for slot in fresh.looks().slots] == [
        "When was the treaty signed?",
        "Put these in order.",
        "The treaty was signed.",
        "Which river?",
    ]
    assert fresh.looks().quiz.questions == 4


def test_an_answer_is_there_afterwards(mei: Student) -> None:
    wanted = mei.ids(CHOICE)["Person b"]
    saved = mei.answers(CHOICE, wanted, sequence=1)
    assert (saved.revision, saved.sequence, saved.superseded, saved.remaining_ms) == (1, 1, False, 600_000)
    assert mei.answer_in(CHOICE) == (wanted,)


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1), (2, 3, 1), (3, 1, 3), (3, 3, 3)])
def test_of_answers_in_any_order_the_one_with_the_greatest_number_stays(mei: Student, order: tuple[int, ...]) -> None:
    for sequence in order:
        mei.answers(ENTRY, f"200{sequence}", sequence=sequence)
    assert mei.answer_in(ENTRY) == ("2003",)


def test_whoever_sends_an_old_answer_is_told_that_a_newer_one_stands(mei: Student) -> None:
    mei.answers(ENTRY, "2008", sequence=5)
    late = mei.answers(ENTRY, "2007", sequence=4)
    assert (late.superseded, late.sequence, late.answer) == (True, 5, ("2008",))


def test_an_answer_sent_twice_is_not_called_old(mei: Student) -> None:
    mei.answers(ENTRY, "2008", sequence=5)
    assert mei.answers(ENTRY, "2008", sequence=5).superseded is False


def test_an_answer_without_a_number_is_the_newest(mei: Student) -> None:
    mei.answers(ENTRY, "2008", sequence=7)
    assert mei.answers(ENTRY, "2009").sequence == 8
    assert mei.answer_in(ENTRY) == ("2009",)


def test_an_answer_can_be_taken_back(mei: Student) -> None:
    mei.answers(CHOICE, mei.ids(CHOICE)["Person b"])
    mei.answers(CHOICE)
    assert mei.looks().unanswered == mei.looks().outline


def test_a_response_after_the_deadline_is_refused(mei: Student, clock: SettableClock) -> None:
    clock.advance(seconds=599, milliseconds=999)
    mei.answers(ENTRY, "2008")
    clock.advance(milliseconds=1)
    with pytest.raises(Refused, match="time is up"):
        mei.answers(ENTRY, "2009")
    assert db.session.scalar(select(Response.answer)) == ["2008"]


def test_a_response_after_the_submission_is_refused(mei: Student) -> None:
    mei.submits()
    with pytest.raises(Refused, match="was submitted"):
        mei.answers(ENTRY, "2009")


@pytest.mark.parametrize(
    ("slot", "answer", "sentence"),
    [
        (CHOICE, ["c"], "no such option"),
        (CHOICE, ["*", "*"], "one option only"),
        (ORDER, ["*"], "exactly once"),
        (ORDER, ["*", "*", "*", "*"], "exactly once"),
        (ENTRY, ["9" * 201], "no more than"),
        (ENTRY, ["2008\x00"], "characters that no answer has"),
    ],
)
def test_an_answer_that_does_not_fit_its_question_is_refused_at_its_field(
    mei: Student, slot: int, answer: list[str], sentence: str
) -> None:
    some = mei.looks().slots[slot - 1].options
    with pytest.raises(WrongField, match=sentence) as refusal:
        mei.answers(slot, *(some[0].id if text == "*" else text for text in answer))
    assert refusal.value.field == "answer"
    assert db.session.scalar(select(func.count()).select_from(Response)) == 0


@pytest.mark.parametrize("slot", [0, 6, -1])
def test_a_slot_that_is_not_there_is_not_found(mei: Student, slot: int) -> None:
    with pytest.raises(NotFound):
        mei.answers(slot, "2008")


def test_nobody_answers_or_submits_for_another(mei: Student, people: People, clock: SettableClock) -> None:
    other = Student(mei.attempt_id, people.other_student.id, clock)
    for attempted in (other.looks, other.submits, lambda: other.answers(ENTRY, "2008")):
        with pytest.raises(NotFound):
            attempted()


def _answer_all(student: Student) -> None:
    student.answers(CHOICE, student.ids(CHOICE)["Person c"])
    student.answers(ENTRY, "2008-08")
    order = student.ids(ORDER)
    student.answers(ORDER, *(order[f"Event {name}"] for name in "bcda"))
    student.answers(TRUE_FALSE, student.ids(TRUE_FALSE)["True"])


def test_a_score_is_the_sum_of_the_marks(mei: Student) -> None:
    _answer_all(mei)
    # 1 for the choice, 3/4 for the month, 2 of the 5 proved pairs (c–d, c–a), nothing for the wrong and the empty one
    assert mei.submits() == AttemptScore(mark=2.15, max_mark=5.0)


def test_submitting_again_returns_the_stored_score_and_changes_nothing(mei: Student, clock: SettableClock) -> None:
    _answer_all(mei)
    first = mei.submits()
    ended = db.session.scalar(select(Attempt.submitted_at))
    clock.advance(seconds=60)
    assert mei.submits() == first
    assert db.session.scalar(select(Attempt.submitted_at)) == ended
    assert db.session.scalar(select(func.count()).select_from(Score)) == 1


def test_an_attempt_keeps_the_version_that_it_was_asked(
    mei: Student, small_bank: Bank, people: People, clock: SettableClock
) -> None:
    own = small_bank.question_ids[-1]
    wording = Wording(
        stem="Which sea?", options=(Option(id="a", text="Black", correct=True), Option(id="b", text="Red"))
    )
    bank.edit(question_id=own, wording=wording, number=1, person_id=people.teacher.id, now=clock.now())
    bank.approve(question_id=own, person_id=people.teacher.id, now=clock.now())
    assert mei.looks().slots[OWN - 1].stem == "Which river?"
    clock.advance(seconds=600)
    later = Student(_start(mei.looks().quiz.id, people.student.id, clock), people.student.id, clock)
    assert later.looks().slots[OWN - 1].stem == "Which sea?"


def test_closing_stores_the_scores_of_what_ended_by_itself_and_only_that(mei: Student, clock: SettableClock) -> None:
    _answer_all(mei)
    clock.advance(seconds=599)
    assert service.close_overdue(now=clock.now()) == 0
    clock.advance(hours=5)
    assert service.close_overdue(now=clock.now()) == 1
    assert service.close_overdue(now=clock.now()) == 0
    stored = db.session.execute(
        select(Attempt.submitted_at, Attempt.closes_at, Score.mark).join_from(Attempt, Score)
    ).one()
    assert stored.submitted_at == stored.closes_at
    assert stored.mark == 2.15


def test_submitting_after_the_end_scores_what_was_saved_as_of_the_end(mei: Student, clock: SettableClock) -> None:
    _answer_all(mei)
    clock.advance(hours=5)
    assert mei.submits() == AttemptScore(mark=2.15, max_mark=5.0)
    assert db.session.scalar(select(Attempt.submitted_at)) == db.session.scalar(select(Attempt.closes_at))
