"""A student reports a problem at a question; teachers see it with its sentence and reply; the student reads that."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.database import db
from quizapp.quizzes.models import Quiz
from tests.conftest import SettableClock

WRONG = {"kind": "key", "text": "It was in 2007, as the sentence says."}


def finished(client: FlaskClient, quiz: int) -> str:
    """An attempt that was submitted, by its address."""
    attempt: str = client.post(f"/quizzes/{quiz}/attempts").location
    assert client.post(f"{attempt}/submission").status_code == 303
    return attempt


def report(client: FlaskClient, attempt: str, slot: int = 2, **changed: str) -> int:
    return client.post(f"{attempt}/questions/{slot}/report", data={**WRONG, **changed}).status_code


def waiting(client: FlaskClient, path: str) -> list[str]:
    """The counts beside the places in the navigation."""
    return re.findall(r'site-count">(\d+)<', client.get(path).text)


def test_a_report_goes_to_the_teachers_and_the_reply_comes_back_to_the_question(
    as_student: FlaskClient, as_other_student: FlaskClient, as_teacher: FlaskClient, sample_quiz: int
) -> None:
    attempt = finished(as_student, sample_quiz)
    assert waiting(as_teacher, "/bank") == []
    reply = as_student.post(f"{attempt}/questions/2/report", data=WRONG)
    assert reply.location == f"{attempt}/review#question-2"
    assert waiting(as_teacher, "/bank") == ["1"]
    inbox = unescape(as_teacher.get("/reports").text)
    assert "The answer given as right is wrong" in inbox
    assert WRONG["text"] in inbox
    page = unescape(as_teacher.get("/reports/1").text)
    assert '<blockquote class="source-quote"' in page
    assert f'href="{attempt}/review#question-2"' in page
    question = re.search(r'href="(/bank/\d+)">Open the question', page)
    assert question
    assert WRONG["text"] in unescape(as_teacher.get(question[1]).text)
    assert as_teacher.post("/reports/1/reply", data={"reply": "You are right."}).status_code == 303
    assert waiting(as_teacher, "/bank") == []
    assert (waiting(as_student, "/history"), waiting(as_other_student, "/history")) == (["1"], [])
    for path in (f"{attempt}/review", "/reports"):
        assert "You are right." in as_student.get(path).text
    assert as_student.post("/reports/1/closing").status_code == 303
    assert waiting(as_student, "/history") == []
    assert "Closed" in as_student.get("/reports").text


def test_a_closed_report_takes_no_reply_until_it_is_opened_again(
    as_student: FlaskClient, as_teacher: FlaskClient, sample_quiz: int
) -> None:
    report(as_student, finished(as_student, sample_quiz))
    as_teacher.post("/reports/1/closing")
    assert as_teacher.post("/reports/1/reply", data={"reply": "No."}).status_code == 409
    as_teacher.post("/reports/1/reopening")
    assert as_teacher.post("/reports/1/reply", data={"reply": "No."}).status_code == 303
    assert WRONG["text"] in as_teacher.get("/reports?stage=answered").text


def test_only_ones_own_finished_attempts_can_be_reported_on(
    as_student: FlaskClient, as_other_student: FlaskClient, as_teacher: FlaskClient, sample_quiz: int
) -> None:
    running = as_student.post(f"/quizzes/{sample_quiz}/attempts").location
    assert report(as_student, running) == 409
    as_student.post(f"{running}/submission")
    for stranger in (as_other_student, as_teacher):
        assert report(stranger, running) == 404
        assert stranger.get(f"{running}/questions/2/report").status_code == 404
    assert report(as_student, running, slot=99) == 404
    assert report(as_student, running) == 303
    assert as_other_student.post("/reports/1/closing").status_code == 404
    assert WRONG["text"] not in unescape(as_other_student.get("/reports").text)
    for path in ("/reports/1", "/reports/1/reply", "/reports/1/reopening"):
        assert as_student.open(path, method="GET" if path == "/reports/1" else "POST").status_code == 404


def test_what_the_review_does_not_show_cannot_be_reported_on(
    as_student: FlaskClient, app: Flask, sample_quiz: int
) -> None:
    attempt = finished(as_student, sample_quiz)
    with app.app_context():
        quiz = db.session.get(Quiz, sample_quiz)
        assert quiz is not None
        quiz.review = {}
        db.session.commit()
    assert "Report a problem" not in as_student.get(f"{attempt}/review").text
    assert report(as_student, attempt) == 404


@pytest.mark.parametrize(
    ("changed", "said"), [({"text": " "}, "Please write what is wrong."), ({"text": "x" * 1001}, "more than 1000")]
)
def test_what_was_typed_is_shown_again_with_the_error(
    as_student: FlaskClient, sample_quiz: int, changed: dict[str, str], said: str
) -> None:
    attempt = finished(as_student, sample_quiz)
    reply = as_student.post(f"{attempt}/questions/2/report", data={"kind": "source", **changed})
    assert reply.status_code == 400
    assert said in reply.text
    assert changed["text"].strip() in reply.text
    assert re.search(r"<option selected value=.source.", reply.text)


def test_the_same_report_twice_is_one_and_there_is_a_limit_a_day(
    as_student: FlaskClient, as_teacher: FlaskClient, sample_quiz: int, clock: SettableClock
) -> None:
    attempt = finished(as_student, sample_quiz)
    assert [report(as_student, attempt) for _ in range(2)] == [303, 303]
    assert waiting(as_teacher, "/bank") == ["1"]
    assert [report(as_student, attempt, text=f"Reason {number}") for number in range(10)] == [303] * 9 + [400]
    clock.advance(hours=25)
    assert report(as_student, attempt, text="Another day") == 303
