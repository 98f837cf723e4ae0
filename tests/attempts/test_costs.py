"""What an attempt's pages and saves ask of the database: a constant number of statements, and few."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.quizzes.settings import Layout, Navigation
from tests.attempts.making import ENTRY, JSON, Bank, begin, make_quiz
from tests.conftest import People, SettableClock
from tests.queries import asked_of, queries

PAGE, SAVE = 6, 4
RULES = [{}, {"layout": Layout.ONE}, {"navigation": Navigation.SEQUENTIAL}]


@pytest.mark.parametrize("rules", RULES, ids=["one page", "one question a page", "in sequence"])
def test_a_page_of_questions_asks_little(
    app: Flask, as_student: FlaskClient, small_bank: Bank, people: People, clock: SettableClock, rules: dict[str, str]
) -> None:
    with app.app_context():
        quiz = make_quiz(question_ids=small_bank.question_ids, teacher_id=people.teacher.id, now=clock.now(), **rules)
    attempt = begin(as_student, quiz)
    assert queries(app, as_student, attempt) <= PAGE
    assert queries(app, as_student, f"{attempt}/submission") <= PAGE
    assert queries(app, as_student, f"{attempt}/status") <= 3


def test_a_save_asks_as_little_as_can_be(app: Flask, as_student: FlaskClient, quiz: int) -> None:
    """Who is asking, the slot, the attempt's row, the answer."""
    attempt = begin(as_student, quiz)
    for sequence in ("1", "2"):
        with asked_of(app) as asked:
            sent = {"answer": "2008", "sequence": sequence}
            assert as_student.post(f"{attempt}/responses/{ENTRY}", data=sent, headers=JSON).status_code == 200
        assert len(asked) <= SAVE, asked
