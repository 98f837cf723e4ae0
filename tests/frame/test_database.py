"""How the database is opened: so that nothing acknowledged is lost, and nobody overtakes anybody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event, text
from sqlalchemy.dialects.sqlite import dialect

from quizapp.database import Instant, db, reading, set_journal, wal_is_safe
from tests.conftest import Sample


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 0), True),
    ],
)
def test_wal_is_taken_only_from_a_sound_sqlite(version: tuple[int, int, int], safe: bool) -> None:
    assert wal_is_safe(version) is safe


@pytest.mark.parametrize(("pragma", "wanted"), [("synchronous", 2), ("foreign_keys", 1)])
def test_each_connection_is_set_up(app: Flask, pragma: str, wanted: int) -> None:
    with app.app_context():
        assert db.session.scalar(text(f"PRAGMA {pragma}")) == wanted


def test_the_journal_stays_as_it_was_chosen(app: Flask) -> None:
    with app.app_context():
        chosen = set_journal(db.engine)
        assert db.session.scalar(text("PRAGMA journal_mode")) == chosen


@contextmanager
def _beginnings(app: Flask) -> Iterator[list[str]]:
    """How the transactions begin meanwhile."""
    begun: list[str] = []

    def note(_connection: object, _cursor: object, said: str, *_rest: object) -> None:
        if said.startswith("BEGIN"):
            begun.append(said)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield begun
    finally:
        event.remove(engine, "before_cursor_execute", note)


def test_a_change_takes_the_lock_at_once_and_a_look_takes_none(app: Flask) -> None:
    with app.app_context(), _beginnings(app) as begun:
        db.session.execute(text("SELECT 1"))
        db.session.rollback()
        with reading():
            db.session.execute(text("SELECT 1"))
    assert begun == ["BEGIN IMMEDIATE", "BEGIN"]


@given(st.integers(0, 253_000_000_000_000), st.integers(-12, 14))
def test_a_moment_comes_back_as_it_was_to_the_millisecond(milliseconds: int, hours: int) -> None:
    aware = datetime(1970, 1, 1, tzinfo=timezone(timedelta(hours=hours))) + timedelta(milliseconds=milliseconds)
    kind, sqlite = Instant(), dialect()
    back = kind.process_result_value(kind.process_bind_param(aware, sqlite), sqlite)
    assert back == aware
    assert back is not None
    assert back.tzinfo is UTC


def test_a_refused_change_makes_its_page_without_a_lock(app: Flask, as_teacher: FlaskClient, sample: Sample) -> None:
    form = {"stem": "Who?", "option_a": "He", "option_b": "She", "key": "a", "citations": "99"}
    form |= {"document_id": str(sample.document_id)}
    with _beginnings(app) as begun:
        assert as_teacher.post("/bank/new", data=form).status_code == 400
    assert begun[begun.index("BEGIN IMMEDIATE") :] == ["BEGIN IMMEDIATE", "BEGIN"]
