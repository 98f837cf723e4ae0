"""A student's history, and the scores that a teacher sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from quizapp.attempts import service
from quizapp.database import db
from tests.attempts.making import Bank, begin, make_quiz, right_answers
from tests.conftest import People, SettableClock, browser_of, sign_in


def _take(client: FlaskClient, quiz: int, slots: int, *, submit: bool = True) -> str:
    """Answer so many slots rightly, and submit."""
    attempt = begin(client, quiz)
    for slot, answer in list(right_answers(client.get(attempt).text).items())[:slots]:
        client.post(f"{attempt}/responses/{slot}", data={"answer": answer})
    if submit:
        client.post(f"{attempt}/submission")
    return attempt


def test_a_history_without_attempts_says_what_will_be_there(as_student: FlaskClient) -> None:
    assert "Your attempts and how you improve will be shown here." in as_student.get("/history").text


def test_a_history_lists_the_persons_own_attempts_with_scores_and_their_trend(
    as_student: FlaskClient, as_other_student: FlaskClient, quiz: int, clock: SettableClock
) -> None:
    for slots in (1, 2, 4):
        _take(as_student, quiz, slots)
        clock.advance(days=1)
    _take(as_other_student, quiz, 5)
    page = as_student.get("/history").text
    assert [score for score in ("1", "2", "4", "5") if f"{score} of 5 marks" in page] == ["1", "2", "4"]
    assert 'aria-label="Your scores in percent, from 20 to 80"' in page


def test_an_attempt_that_ended_by_itself_has_the_score_of_what_was_saved(
    as_student: FlaskClient, as_teacher: FlaskClient, quiz: int, clock: SettableClock
) -> None:
    _take(as_student, quiz, 3, submit=False)
    assert "in progress" in as_student.get("/history").text
    assert "in progress" in as_teacher.get("/scores").text
    clock.advance(minutes=11)
    assert "3 of 5 marks (60%)" in as_student.get("/history").text
    assert "3 / 5" in as_teacher.get("/scores").text


def test_closing_overdue_attempts_changes_nothing_that_anyone_sees(
    app: Flask, as_student: FlaskClient, as_teacher: FlaskClient, quiz: int, clock: SettableClock
) -> None:
    attempt = _take(as_student, quiz, 3, submit=False)
    clock.advance(hours=2)

    def seen() -> list[str]:
        pages = [as_student.get("/history"), as_teacher.get("/scores"), as_student.get(f"{attempt}/review")]
        return [re.sub(r'name="csrf_token" value="[^"]*"', "", page.text) for page in pages]

    before = seen()
    with app.app_context():
        assert service.close_overdue(now=clock.now()) == 1
    assert seen() == before


def test_a_teacher_sees_the_scores_of_all_students_and_chooses_a_quiz(
    app: Flask,
    as_student: FlaskClient,
    as_other_student: FlaskClient,
    as_teacher: FlaskClient,
    quiz: int,
    small_bank: Bank,
    people: People,
    clock: SettableClock,
) -> None:
    with app.app_context():
        second = make_quiz(question_ids=small_bank.question_ids, teacher_id=people.teacher.id, now=clock.now())
    _take(as_student, quiz, 2)
    _take(as_other_student, second, 1)
    _take(as_teacher, quiz, 5)
    everything = as_teacher.get("/scores").text
    assert "2 attempts, the newest first" in everything
    assert "Mei" in everything
    assert "Otto" in everything
    chosen = as_teacher.get(f"/scores?quiz={second}").text
    assert "1 attempt, the newest first" in chosen
    assert "Mei" not in chosen
    assert "2 attempts" in as_teacher.get("/scores?quiz=everything").text


def test_scores_are_not_there_for_students(as_student: FlaskClient) -> None:
    assert as_student.get("/scores").status_code == 404


@contextmanager
def _counted(app: Flask) -> Iterator[list[str]]:
    """The statements that reach the database meanwhile."""
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        said.append(statement)

    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", note)
        try:
            yield said
        finally:
            event.remove(db.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("address", ["/scores", "/history", "/quizzes"])
def test_a_page_asks_the_database_as_often_for_many_attempts_as_for_few(
    app: Flask, people: People, quiz: int, clock: SettableClock, address: str
) -> None:
    student, teacher = sign_in(browser_of(app), people.student), sign_in(browser_of(app), people.teacher)
    reader = teacher if address == "/scores" else student
    counts = []
    for _ in range(2):
        _take(student, quiz, 2)
        _take(student, quiz, 1, submit=False)
        clock.advance(minutes=11)
        with _counted(app) as said:
            assert reader.get(address).status_code == 200
        counts.append(len(said))
    assert counts[0] == counts[1]
    assert counts[1] <= 9


@pytest.mark.parametrize(("path", "queries"), [("", 7), ("/submission", 7), ("/review", 9)])
def test_a_page_of_an_attempt_asks_the_database_few_times(
    app: Flask, people: People, quiz: int, path: str, queries: int
) -> None:
    student = sign_in(browser_of(app), people.student)
    attempt = _take(student, quiz, 5, submit=path == "/review")
    with _counted(app) as said:
        assert student.get(f"{attempt}{path}").status_code == 200
    assert len(said) <= queries
