"""A teacher's preview: as students have it, repeated at will, and counted nowhere."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.attempts.closing import closed_for_all
from quizapp.attempts.listing import attempts_of, attempts_of_students
from quizapp.attempts.previewing import preview
from quizapp.attempts.running import count_running
from quizapp.attempts.starting import start
from quizapp.attempts.statements import ATTEMPT
from quizapp.database import db
from quizapp.quizzes.reviewing import AFTER_CLOSE
from quizapp.quizzes.rules import rules
from tests.attempts.making import CHOICE, JSON, SECRETS, Bank, begin, make_quiz, option_ids
from tests.conftest import People, SettableClock
from tests.quizzes.making import chance


@pytest.fixture
def closed_quiz(app: Flask, people: People, clock: SettableClock, small_bank: Bank) -> int:
    """A quiz that was open for a day, with a code, one attempt and nothing shown before its close."""
    with app.app_context():
        quiz = make_quiz(
            question_ids=small_bank.question_ids,
            teacher_id=people.teacher.id,
            now=clock.now(),
            closes_at=clock.now().replace(day=2),
            access_code="maple",
            attempts_allowed=1,
            review=AFTER_CLOSE,
        )
    clock.advance(days=7)
    return quiz


def test_a_preview_asks_for_no_code_and_no_time_of_day_and_has_the_time_limit(
    as_teacher: FlaskClient, closed_quiz: int
) -> None:
    for _ in range(2):
        page = as_teacher.get(begin(as_teacher, closed_quiz)).text
        assert "This is a preview" in page
        assert 'data-remaining-ms="600000"' in page


def test_a_preview_shows_what_a_student_sees_at_each_moment(as_teacher: FlaskClient, closed_quiz: int) -> None:
    address = begin(as_teacher, closed_quiz)
    as_teacher.post(f"{address}/submission")
    for moment, told in (("after", False), ("open", False), ("closed", True), ("never", False)):
        page = as_teacher.get(f"{address}/review?at={moment}").text
        assert [secret in page for secret in SECRETS[:3]] == [told] * 3
    assert as_teacher.get(f"{address}/review").text.count("canaryquote") == 0


def test_a_running_preview_leaks_nothing_either(as_teacher: FlaskClient, quiz: int) -> None:
    page = as_teacher.get(begin(as_teacher, quiz)).text
    assert [secret for secret in SECRETS if secret in page] == []


def test_a_preview_counts_nowhere(
    app: Flask, as_teacher: FlaskClient, as_student: FlaskClient, people: People, quiz: int, clock: SettableClock
) -> None:
    address = begin(as_teacher, quiz)
    option = option_ids(as_teacher.get(address).text, CHOICE)["Person c"]
    sent = {"answer": option, "sequence": "1"}
    assert as_teacher.post(f"{address}/responses/{CHOICE}", data=sent, headers=JSON).status_code == 200
    with app.app_context():
        assert count_running(quiz_id=quiz, now=clock.now()) == 0
    as_teacher.post(f"{address}/submission")
    with app.app_context():
        assert attempts_of(person_id=people.teacher.id, now=clock.now()) == ()
        assert attempts_of_students(quiz_id=quiz, now=clock.now()) == ()
    for path in ("/scores", f"/quizzes/{quiz}", "/history"):
        assert address.split("/")[-1] not in as_teacher.get(path).text
    assert begin(as_student, quiz) != address


def test_a_running_preview_keeps_no_quiz_open(
    app: Flask, as_teacher: FlaskClient, closed_quiz: int, clock: SettableClock
) -> None:
    begin(as_teacher, closed_quiz)
    with app.app_context():
        quiz = rules(closed_quiz)
        assert closed_for_all([quiz], clock.now())[closed_quiz] == quiz.closes_at


def test_a_preview_is_none_of_the_attempts_that_are_allowed(
    app: Flask, people: People, small_bank: Bank, clock: SettableClock
) -> None:
    with app.app_context():
        quiz = make_quiz(
            question_ids=small_bank.question_ids, teacher_id=people.teacher.id, now=clock.now(), attempts_allowed=1
        )
        asker = {"quiz_id": quiz, "person_id": people.teacher.id, "now": clock.now()}
        previewed = preview(**asker, rng=chance(1))
        assert start(**asker, rng=chance(2)) not in (previewed, preview(**asker, rng=chance(3)))


def test_the_next_preview_replaces_the_one_before(app: Flask, as_teacher: FlaskClient, quiz: int) -> None:
    first = begin(as_teacher, quiz)
    as_teacher.post(f"{first}/submission")
    second = begin(as_teacher, quiz)
    assert as_teacher.get(first).status_code == 404
    assert as_teacher.get(second).status_code == 200
    with app.app_context():
        assert db.session.scalar(select(func.count(ATTEMPT.c.id))) == 1


def test_a_quiz_that_is_not_published_can_be_previewed(as_teacher: FlaskClient, quiz: int) -> None:
    assert as_teacher.post(f"/quizzes/{quiz}/withdrawal").status_code == 303
    address = begin(as_teacher, quiz)
    assert re.findall(r'id="question-\d"', as_teacher.get(address).text) == [f'id="question-{n}"' for n in range(1, 6)]
    assert as_teacher.post(f"{address}/submission").status_code == 303
    assert as_teacher.get(f"{address}/review").status_code == 200


def test_students_do_not_see_what_was_taken_back(as_teacher: FlaskClient, as_student: FlaskClient, quiz: int) -> None:
    as_teacher.post(f"/quizzes/{quiz}/withdrawal")
    assert as_student.get(f"/quizzes/{quiz}").status_code == 404
    assert as_student.post(f"/quizzes/{quiz}/attempts").status_code == 404
    assert as_teacher.get(f"/quizzes/{quiz}").location == f"/quizzes/{quiz}/questions"


def test_a_change_of_times_leaves_a_preview_alone(as_teacher: FlaskClient, quiz: int) -> None:
    address = begin(as_teacher, quiz)
    fields = {"at_the_end": "submit", "counted": "best", "layout": "all", "navigation": "free", "time_limit": "1"}
    assert as_teacher.post(f"/quizzes/{quiz}/settings", data=fields).status_code == 303
    assert 'data-remaining-ms="600000"' in as_teacher.get(address).text
