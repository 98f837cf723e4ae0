"""Overall feedback: who is told what at the end, and when."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.quizzes.feedback import Feedback, feedback_for, feedback_of
from tests.attempts.making import CHOICE, begin, right_answers

STEPS = {
    "percent_1": "50",
    "text_1": "Half of it stands.",
    "percent_2": "100",
    "text_2": "All of it stands.",
    "percent_3": "0",
    "text_3": "",
}
RULES = {"at_the_end": "submit", "counted": "best", "layout": "all", "navigation": "free"}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """Feedback is the same on every database."""
    return sqlite_url


@pytest.mark.parametrize(("percent", "said"), [(0, None), (49, None), (50, "half"), (99, "half"), (100, "all")])
def test_the_highest_step_that_was_reached_is_said(percent: int, said: str | None) -> None:
    entries = (Feedback(percent=100, text="all"), Feedback(percent=50, text="half"))
    assert feedback_for(entries, percent) == said
    assert feedback_for(entries[::-1], percent) == said


def _take(client: FlaskClient, quiz: int, *slots: int) -> str:
    """The review of an attempt in which these slots are answered right."""
    attempt = begin(client, quiz)
    right = right_answers(client.get(attempt).text)
    for slot in slots:
        client.post(f"{attempt}/responses/{slot}", data={"answer": right[slot], "sequence": "1"})
    client.post(f"{attempt}/submission")
    return client.get(f"{attempt}/review").text


def test_students_are_told_what_their_score_earns(
    app: Flask, as_teacher: FlaskClient, as_student: FlaskClient, quiz: int
) -> None:
    assert as_teacher.post(f"/quizzes/{quiz}/feedback", data=STEPS).status_code == 303
    with app.app_context():
        assert feedback_of(quiz)[1] == (
            Feedback(percent=100, text="All of it stands."),
            Feedback(percent=50, text="Half of it stands."),
        )
    shown = [re.findall(r"\w+ of it stands", _take(as_student, quiz, *slots)) for slots in ((), (1, 2, 3), range(1, 6))]
    assert shown == [[], ["Half of it stands"], ["All of it stands"]]
    page = as_teacher.get(f"/quizzes/{quiz}/feedback").text
    assert re.findall(r'name="percent_\d"[^>]*value="(\d*)"', page) == ["100", "50", "", ""]


def test_feedback_is_shown_without_marks_and_not_where_the_settings_do_not_show_it(
    as_teacher: FlaskClient, as_student: FlaskClient, quiz: int
) -> None:
    as_teacher.post(f"/quizzes/{quiz}/feedback", data={"percent_1": "0", "text_1": "Read it again."})
    as_teacher.post(f"/quizzes/{quiz}/settings", data={**RULES, "review": ["after:feedback"]})
    page = _take(as_student, quiz, CHOICE)
    assert ("Read it again." in page, "score-number" in page, 'class="reviewed"' in page) == (True, False, False)
    as_teacher.post(f"/quizzes/{quiz}/settings", data={**RULES, "review": ["after:marks", "after:answers"]})
    assert "Read it again." not in _take(as_student, quiz, CHOICE)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"percent_1": "101"}, "percent_1"),
        ({"percent_1": ""}, "percent_1"),
        ({"percent_2": "50"}, "percent_2"),
        ({"text_1": "x" * 1001}, "text_1"),
    ],
)
def test_feedback_that_cannot_be_is_refused_at_its_field(
    app: Flask, as_teacher: FlaskClient, quiz: int, wrong: dict[str, str], field: str
) -> None:
    reply = as_teacher.post(f"/quizzes/{quiz}/feedback", data={**STEPS, **wrong})
    assert reply.status_code == 400
    assert f'href="#{field}"' in reply.text
    with app.app_context():
        assert feedback_of(quiz)[1] == ()


def test_students_write_no_feedback(as_student: FlaskClient, quiz: int) -> None:
    assert as_student.get(f"/quizzes/{quiz}/feedback").status_code == 404
    assert as_student.post(f"/quizzes/{quiz}/feedback", data=STEPS).status_code == 404
