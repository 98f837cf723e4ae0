"""Nobody guesses an access code by trying, in however many windows."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.attempts.making import Bank, make_quiz
from tests.conftest import People, SettableClock, browser_of


@pytest.fixture
def quiz(app: Flask, small_bank: Bank, people: People, clock: SettableClock) -> int:
    """A quiz that starts with a code only."""
    ids, teacher = small_bank.question_ids, people.teacher.id
    with app.app_context():
        return make_quiz(question_ids=ids, teacher_id=teacher, now=clock.now(), access_code="Maple 7")


def test_after_ten_wrong_access_codes_none_is_looked_at_for_a_quarter_of_an_hour(
    as_student: FlaskClient, as_other_student: FlaskClient, quiz: int, clock: SettableClock
) -> None:
    def guess(client: FlaskClient, code: str) -> tuple[int, bool]:
        reply = client.post(f"/quizzes/{quiz}/attempts", data={"access_code": code})
        return reply.status_code, "Too many wrong access codes. You can try again at 08:15:00 UTC." in reply.text

    for number in range(10):
        assert guess(as_student, f"maple {number + 10}") == (400, False)
        assert guess(as_student, " ") == (400, False), "nothing is no guess"
    clock.advance(minutes=14, seconds=59)
    assert guess(as_student, "Maple 7") == (400, True)
    assert guess(as_other_student, "Maple 7") == (303, False)
    clock.advance(seconds=1)
    assert guess(as_student, "Maple 7") == (303, False)


def test_access_codes_guessed_at_the_same_moment_are_all_counted(
    app: Flask, as_student: FlaskClient, quiz: int
) -> None:
    cookie = as_student.get_cookie("footnote")
    assert cookie is not None

    def guess(number: int) -> bool:
        window = browser_of(app)
        window.set_cookie("footnote", cookie.value)
        reply = window.post(f"/quizzes/{quiz}/attempts", data={"access_code": f"maple {number + 10}"})
        return "This is not the access code." in reply.text

    with ThreadPoolExecutor(4) as pool:
        looked_at = list(pool.map(guess, range(16)))
    assert looked_at.count(True) == 10
