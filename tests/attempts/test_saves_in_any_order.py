"""Saves that arrive out of order, twice or late: the newest stays."""

from __future__ import annotations

from random import Random

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.attempts import service
from quizapp.attempts.models import Response
from quizapp.database import db
from tests.attempts.making import ENTRY
from tests.conftest import People, SettableClock

ON_DISK = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FEW = settings(parent=ON_DISK, max_examples=10)
ALL = settings(parent=ON_DISK, max_examples=1_000)
ORDER, TWICE = st.permutations(range(1, 13)), st.lists(st.integers(1, 12), max_size=6)


@given(order=ORDER, twice=TWICE)
@FEW
def test_of_saves_that_arrive_in_any_order_and_again_the_newest_stays(
    app: Flask, quiz: int, people: People, clock: SettableClock, order: list[int], twice: list[int]
) -> None:
    with app.app_context():
        _check_newest_stays(quiz, people, clock, [*order, *twice])


@pytest.mark.slow
@given(order=ORDER, twice=TWICE)
@ALL
def test_of_a_thousand_orders_the_newest_stays(
    app: Flask, quiz: int, people: People, clock: SettableClock, order: list[int], twice: list[int]
) -> None:
    with app.app_context():
        _check_newest_stays(quiz, people, clock, [*order, *twice])


def _check_newest_stays(quiz: int, people: People, clock: SettableClock, sequences: list[int]) -> None:
    student, rng = people.student.id, Random()  # noqa: S311
    attempt_id = service.start(quiz_id=quiz, person_id=student, now=clock.advance(days=1), rng=rng)
    newest = 0
    for sequence in sequences:
        newest = max(newest, sequence)
        saved = service.record_response(
            attempt_id=attempt_id,
            person_id=student,
            slot=ENTRY,
            answer=[f"answer {sequence}"],
            sequence=sequence,
            now=clock.now(),
        )
        assert (saved.sequence, saved.answer) == (newest, (f"answer {newest}",))
        assert saved.superseded is (sequence < newest)
    stored = db.session.get_one(Response, (attempt_id, ENTRY))
    assert (stored.sequence, stored.answer) == (12, ["answer 12"])
