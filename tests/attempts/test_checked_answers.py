"""Answers that are checked while the attempt runs: their feedback is shown, no other's, and they never change again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.attempts.models import Mark, Response
from quizapp.database import db
from quizapp.quizzes.reviewing import ReviewOptions, Shown
from quizapp.quizzes.settings import Layout
from tests.attempts.making import CHOICE, ENTRY, JSON, ORDER, OWN, SECRETS, Bank, begin, make_quiz, option_ids
from tests.conftest import People, SettableClock, browser_of

EVERYTHING = frozenset(Shown)


def _quiz(app: Flask, bank: Bank, people: People, clock: SettableClock, **rules: Any) -> int:
    with app.app_context():
        return make_quiz(
            question_ids=bank.question_ids,
            teacher_id=people.teacher.id,
            now=clock.now(),
            **{"review": ReviewOptions(during=EVERYTHING), **rules},
        )


@pytest.fixture
def quiz(app: Flask, small_bank: Bank, people: People, clock: SettableClock) -> int:
    """A quiz that shows everything of an answer that was checked, and nothing afterwards."""
    return _quiz(app, small_bank, people, clock)


def _save(client: FlaskClient, attempt: str, slot: int, answer: str, **rest: Any) -> int:
    sent = {"answer": answer, **rest}
    return client.post(f"{attempt}/responses/{slot}", data=sent, headers=JSON).status_code


def _check(client: FlaskClient, attempt: str, place: int, **fields: Any) -> int:
    return client.post(f"{attempt}/checks/{place}", data=fields).status_code


def test_a_checked_answer_is_explained_and_stays(
    app: Flask, as_student: FlaskClient, quiz: int, clock: SettableClock
) -> None:
    attempt = begin(as_student, quiz)
    assert [secret for secret in SECRETS if secret in as_student.get(attempt).text] == []
    assert _check(as_student, attempt, ENTRY, answer="2008") == 303
    page = as_student.get(attempt).text
    assert "Checked: this answer cannot change any more" in page
    assert "canaryquote" in page
    assert [_save(as_student, attempt, ENTRY, "2008-08-26", sequence=number) for number in ("99", "1", "")] == [409] * 3
    assert _check(as_student, attempt, ENTRY, answer="2008-08-26") == 303
    as_student.post(f"{attempt}/submission")
    with app.app_context():
        assert db.session.scalars(select(Response.answer)).all() == [["2008"]]
        assert db.session.scalar(select(Mark.mark).where(Mark.slot == ENTRY)) == 0.5


def test_nothing_is_told_of_answers_that_were_not_checked(as_student: FlaskClient, quiz: int) -> None:
    attempt = begin(as_student, quiz)
    options = option_ids(as_student.get(attempt).text, OWN)
    _save(as_student, attempt, ENTRY, "2009")
    assert _check(as_student, attempt, OWN, answer=options["The Kura"]) == 303
    page = as_student.get(attempt).text
    assert [secret for secret in SECRETS if secret in page] == ["canarynote"]
    assert "Right answer" in page


def test_only_what_the_quiz_shows_during_an_attempt_is_shown(
    app: Flask, as_student: FlaskClient, small_bank: Bank, people: People, clock: SettableClock
) -> None:
    during = ReviewOptions(during=frozenset({Shown.OUTCOMES}))
    quiz = _quiz(app, small_bank, people, clock, review=during, layout=Layout.ONE)
    attempt = begin(as_student, quiz)
    options = option_ids(as_student.get(attempt).text, CHOICE)
    assert _check(as_student, attempt, CHOICE, answer=options["Person a"], slot=str(CHOICE)) == 303
    page = as_student.get(f"{attempt}?question={CHOICE}").text
    assert 'data-outcome="wrong"' in page
    assert "Right answer" not in page
    assert [secret for secret in SECRETS if secret in page] == []
    assert 'name="go" value="next"' in page


def test_only_an_answer_is_checked_and_only_in_time_and_where_the_quiz_has_it(
    app: Flask, as_student: FlaskClient, as_other_student: FlaskClient, quiz: int, people: People, small_bank: Bank,
    clock: SettableClock,
) -> None:  # fmt: skip
    attempt = begin(as_student, quiz)
    assert _check(as_student, attempt, ENTRY, answer=" ") == 400
    assert _check(as_student, attempt, ORDER, answer="no such item") == 400
    assert _check(as_other_student, attempt, ENTRY, answer="2008") == 404
    clock.advance(minutes=10)
    assert _check(as_student, attempt, ENTRY, answer="2008") == 409
    plain = begin(as_student, _quiz(app, small_bank, people, clock, review=ReviewOptions()))
    assert _check(as_student, plain, ENTRY, answer="2008") == 409
    assert "Check the answer" not in as_student.get(plain).text
    with app.app_context():
        assert db.session.scalars(select(Response.answer)).all() == []


def test_saves_that_race_with_a_check_change_nothing_after_it(app: Flask, as_student: FlaskClient, quiz: int) -> None:
    attempt = begin(as_student, quiz)
    cookie = as_student.get_cookie("footnote")
    assert cookie is not None

    def send(number: int) -> int:
        window = browser_of(app)
        window.set_cookie("footnote", cookie.value)
        if number == 8:
            return _check(window, attempt, ENTRY, answer="2008")
        return _save(window, attempt, ENTRY, str(1990 + number), sequence=str(1000 + number))

    with ThreadPoolExecutor(4) as pool:
        statuses = list(pool.map(send, range(24)))
    assert statuses[8] == 303
    assert {*statuses} <= {200, 303, 409}
    with app.app_context():
        assert db.session.scalars(select(Response.answer)).all() == [["2008"]]
