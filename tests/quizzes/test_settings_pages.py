"""The pages of a quiz's settings and of extra time: what they keep, and what they refuse."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.quizzes.service import settings_of
from quizapp.quizzes.settings import QuizSettings
from tests.conftest import People

SETTINGS = {"at_the_end": "submit", "counted": "best", "layout": "all", "navigation": "free", "shuffle_options": "y"}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """The forms are the same on every database."""
    return sqlite_url


def _change(client: FlaskClient, quiz: int, **fields: str) -> None:
    reply = client.post(f"/quizzes/{quiz}/settings", data={**SETTINGS, **fields})
    assert reply.status_code == 303, reply.text


@pytest.mark.parametrize(
    "wrong",
    [{"reason": " "}, {"multiplier": "0.5"}, {"multiplier": "11"}, {"multiplier": "much"}, {"minutes": "-1"},
     {"person_id": "999"}, {"multiplier": "nan"}, {"multiplier": "sNaN"}, {"multiplier": "1e999999"},
     {"minutes": "9" * 400}, {"person_id": "9" * 30}],
)  # fmt: skip
def test_extra_time_that_cannot_be_is_refused_at_its_field(
    as_teacher: FlaskClient, people: People, quiz: int, wrong: dict[str, str]
) -> None:
    sent = {"person_id": str(people.student.id), "multiplier": "1.5", "minutes": "0", "reason": "x", **wrong}
    reply = as_teacher.post(f"/quizzes/{quiz}/extra-time", data=sent)
    assert reply.status_code == 400
    assert f'href="#{next(iter(wrong))}"' in reply.text
    assert "Nobody has extra time for this quiz." in reply.text


EVERYTHING: dict[str, Any] = {
    **SETTINGS,
    "time_limit": "7.5",
    "opens_at": "2026-09-01T06:00",
    "closes_at": "2026-09-02T18:30",
    "at_the_end": "grace",
    "grace": "2",
    "attempts_allowed": "3",
    "delay": "30",
    "counted": "average",
    "access_code": "maple",
    "layout": "one",
    "navigation": "sequential",
    "shuffle_questions": "y",
    "review": ["after:answers", "closed:answers", "closed:keys"],
}


def test_every_setting_is_kept_as_it_was_sent(app: Flask, as_teacher: FlaskClient, quiz: int) -> None:
    _change(as_teacher, quiz, **EVERYTHING)
    with app.app_context():
        _title, first = settings_of(quiz)
    assert isinstance(first, QuizSettings)
    assert (first.time_limit_seconds, first.grace_seconds, first.delay_seconds) == (450, 120, 1800)
    assert (str(first.opens_at), str(first.closes_at)) == ("2026-09-01 06:00:00+00:00", "2026-09-02 18:30:00+00:00")
    assert first.review.as_json() == {"after": ["answers"], "closed": ["answers", "keys"]}
    page = as_teacher.get(f"/quizzes/{quiz}/settings").text
    for shown in ('value="7.5"', 'value="2026-09-02T18:30"', 'value="maple"', 'value="closed:keys" checked'):
        assert shown in page
    _change(as_teacher, quiz, **EVERYTHING)
    with app.app_context():
        assert settings_of(quiz)[1] == first


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("time_limit", "0", "Please give a number above zero"),
        ("time_limit", "nan", "Please give minutes"),
        ("time_limit", "sNaN", "Please give minutes"),
        ("closes_at", "2026-08-31T00:00", "A quiz closes after it opens."),
        ("closes_at", "", "A review after the close needs a time at which the quiz closes."),
        ("opens_at", "0001-01-01T00:00", "Please give a year from 1970 to 2999."),
        ("closes_at", "9999-12-31T23:59", "Please give a year from 1970 to 2999."),
        ("grace", "", "Please say for how many minutes."),
        ("attempts_allowed", "0", "Please give a number above zero"),
        ("access_code", "x" * 61, "60"),
        ("review", "never:keys", "never:keys"),
    ],
)
def test_settings_that_cannot_be_are_refused_with_a_sentence(
    as_teacher: FlaskClient, quiz: int, field: str, text: str, sentence: str
) -> None:
    before = as_teacher.get(f"/quizzes/{quiz}/settings").text.count("checked")
    reply = as_teacher.post(f"/quizzes/{quiz}/settings", data={**EVERYTHING, field: text})
    assert reply.status_code == 400
    assert sentence in reply.text
    assert as_teacher.get(f"/quizzes/{quiz}/settings").text.count("checked") == before


def test_a_time_that_the_clocks_leave_out_is_refused(app: Flask, as_teacher: FlaskClient, quiz: int) -> None:
    app.config["TIME_ZONE"] = "Europe/Berlin"
    reply = as_teacher.post(f"/quizzes/{quiz}/settings", data={**SETTINGS, "opens_at": "2027-03-28T02:30"})
    assert reply.status_code == 400
    assert "There is no such time in Europe/Berlin: the clocks are put forward then." in reply.text


@pytest.mark.parametrize("path", ["settings", "extra-time"])
def test_students_neither_see_nor_change_the_rules(as_student: FlaskClient, quiz: int, path: str) -> None:
    assert as_student.get(f"/quizzes/{quiz}/{path}").status_code == 404
    assert as_student.post(f"/quizzes/{quiz}/{path}", data=SETTINGS).status_code == 404


@pytest.mark.parametrize("path", ["settings", "extra-time"])
def test_a_quiz_that_is_not_there_has_no_rules(as_teacher: FlaskClient, people: People, path: str) -> None:
    sent = {**SETTINGS, "person_id": str(people.student.id), "multiplier": "1", "reason": "x"}
    assert as_teacher.get(f"/quizzes/77/{path}").status_code == 404
    assert as_teacher.post(f"/quizzes/77/{path}", data=sent).status_code == 404
