"""A quiz to take, on both databases."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.attempts.making import Bank, fill_bank, make_quiz
from tests.conftest import BOTH_DATABASES, People, SettableClock, on_both_databases

database_url = pytest.fixture(params=BOTH_DATABASES)(on_both_databases)


@pytest.fixture
def small_bank(app: Flask, people: People, clock: SettableClock) -> Bank:
    with app.app_context():
        return fill_bank(teacher_id=people.teacher.id, now=clock.now())


@pytest.fixture
def quiz(app: Flask, people: People, clock: SettableClock, small_bank: Bank) -> int:
    """A quiz of ten minutes over the small bank."""
    with app.app_context():
        return make_quiz(question_ids=small_bank.question_ids, teacher_id=people.teacher.id, now=clock.now())
