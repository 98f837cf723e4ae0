"""The server's deadline at random offsets: what arrives in time is taken, and what arrives late changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.attempts import service
from quizapp.attempts.models import Response
from quizapp.database import db
from quizapp.errors import Refused
from tests.attempts.making import ENTRY, Bank, make_quiz
from tests.conftest import DATABASE, People, SettableClock

HALF_A_SECOND = timedelta(milliseconds=500)
ON_DISK = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FEW = settings(parent=ON_DISK, max_examples=15)
ALL = settings(parent=ON_DISK, max_examples=1_000)


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """SQLite alone, whose file can be compared with itself; how saves meet on PostgreSQL is tested with them."""
    return sqlite_url


@pytest.fixture(autouse=True)
def within_app(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


def _start(quiz_id: int, people: People, now: datetime) -> str:
    return service.start(quiz_id=quiz_id, person_id=people.student.id, now=now, rng=Random())  # noqa: S311


def _save(attempt_id: str, people: People, text: str, now: datetime) -> service.Saved:
    return service.record_response(
        attempt_id=attempt_id, person_id=people.student.id, slot=ENTRY, answer=[text], sequence=None, now=now
    )


def _contents(app: Flask) -> list[str]:
    """All that a database file holds, as the statements that would write it anew."""
    connection = sqlite3.connect(Path(app.instance_path) / DATABASE)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


LIMIT, GRACE, LATE = st.integers(60, 10_000), st.integers(0, 600), st.integers(500, 3_600_000)
"""Seconds, seconds, and milliseconds after the grace."""


@given(limit=LIMIT, grace=GRACE, late=LATE)
@FEW
def test_a_save_in_time_is_taken_and_what_is_late_changes_nothing(
    app: Flask, small_bank: Bank, people: People, clock: SettableClock, limit: int, grace: int, late: int
) -> None:
    _check_late(app, small_bank, people, clock.advance(days=1), limit, grace, late)


@pytest.mark.slow
@given(limit=LIMIT, grace=GRACE, late=LATE)
@ALL
def test_a_thousand_saves_in_time_are_taken_and_what_is_late_changes_nothing(
    app: Flask, small_bank: Bank, people: People, clock: SettableClock, limit: int, grace: int, late: int
) -> None:
    _check_late(app, small_bank, people, clock.advance(days=1), limit, grace, late)


def _check_late(
    app: Flask, small_bank: Bank, people: People, start: datetime, limit: int, grace: int, late: int
) -> None:
    quiz = make_quiz(
        question_ids=small_bank.question_ids,
        teacher_id=people.teacher.id,
        now=start,
        time_limit_seconds=limit,
        grace_seconds=grace,
    )
    attempt_id = _start(quiz, people, start)
    deadline = start + timedelta(seconds=limit)
    _save(attempt_id, people, "in time", deadline - HALF_A_SECOND)
    ended = deadline + timedelta(seconds=grace)
    service.close_overdue(now=ended)
    db.session.remove()
    after = ended + timedelta(milliseconds=late)
    sealed = _contents(app)
    with pytest.raises(Refused):
        _save(attempt_id, people, "too late", after)
    with pytest.raises(Refused):
        service.flag(attempt_id=attempt_id, person_id=people.student.id, slot=ENTRY, flagged=True, now=after)
    service.submit(attempt_id=attempt_id, person_id=people.student.id, now=after)
    assert service.close_overdue(now=after) == 0
    db.session.remove()
    assert _contents(app) == sealed
    stored = db.session.get_one(Response, (attempt_id, ENTRY))
    assert stored.answer == ["in time"]


@given(limit=st.integers(1, 10_000), grace=st.integers(1, 600), into=st.floats(0, 0.999))
@FEW
def test_within_the_grace_no_answer_is_taken_and_a_submission_is(
    small_bank: Bank, people: People, clock: SettableClock, limit: int, grace: int, into: float
) -> None:
    start = clock.advance(days=1)
    quiz = make_quiz(
        question_ids=small_bank.question_ids,
        teacher_id=people.teacher.id,
        now=start,
        time_limit_seconds=limit,
        grace_seconds=grace,
    )
    attempt_id = _start(quiz, people, start)
    moment = start + timedelta(seconds=limit) + timedelta(milliseconds=int(grace * 1000 * into))
    with pytest.raises(Refused, match="time is up"):
        _save(attempt_id, people, "too late", moment)
    assert service.submit(attempt_id=attempt_id, person_id=people.student.id, now=moment).mark == 0
