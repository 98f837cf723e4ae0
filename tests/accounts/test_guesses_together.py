"""Guesses made at the same moment are all counted, on either database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts.guessing import GUESSES, may_guess
from quizapp.accounts.models import Guesses
from quizapp.database import db
from tests.conftest import BOTH_DATABASES, SettableClock, on_both_databases

database_url = pytest.fixture(params=BOTH_DATABASES)(on_both_databases)

TOGETHER = 200


def test_guesses_at_the_same_moment_are_all_counted_and_ten_are_looked_at(app: Flask, clock: SettableClock) -> None:
    def guess(_: int) -> bool:
        with app.app_context():
            allowed = may_guess(username="mei", device="", now=clock.now())
            db.session.commit()
            db.session.remove()
            return allowed

    with ThreadPoolExecutor(8) as pool:
        allowed = list(pool.map(guess, range(TOGETHER)))
    assert sum(allowed) == GUESSES
    with app.app_context():
        assert db.session.scalar(select(Guesses.count)) == TOGETHER


def test_guesses_that_are_not_looked_at_do_not_make_the_wait_longer(app: Flask, clock: SettableClock) -> None:
    with app.app_context():
        for minute in range(14):
            clock.advance(minutes=1 if minute >= GUESSES else 0)
            may_guess(username="mei", device="", now=clock.now())
        db.session.commit()
        assert not may_guess(username="mei", device="", now=clock.advance(minutes=10))
        assert may_guess(username="mei", device="", now=clock.advance(minutes=1))
        db.session.commit()
