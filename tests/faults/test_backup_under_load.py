"""A backup is made while answers arrive: it is whole, and holds every answer acknowledged before it began."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from flask import Flask

from quizapp.backup import back_up
from quizapp.database import sqlite_driver
from tests.attempts.conftest import database_url
from tests.conftest import let_go
from tests.faults.figures import tell
from tests.faults.server import Server
from tests.faults.test_killed_server import a_writer, writing
from tests.faults.test_many_visitors import enrol

__all__ = ["database_url"]


@pytest.mark.parametrize(
    ("writers", "backups"), [(1, 3), pytest.param(3, 40, marks=pytest.mark.slow)], ids=["small", "full"]
)
def test_a_backup_holds_all_that_was_acknowledged_before_it(
    app: Flask, server: Server, quiz: int, tmp_path: Path, writers: int, backups: int
) -> None:
    all_writers = {one.attempt: one for one in (a_writer(server, quiz, person) for person in enrol(app, writers))}
    began = time.monotonic()
    with ExitStack() as all_writing:
        for one in all_writers.values():
            all_writing.enter_context(writing(one))
        for number in range(backups):
            time.sleep(0.2)
            before = {attempt: one.acknowledged for attempt, one in all_writers.items()}
            file = tmp_path / f"{number}.backup"
            with app.app_context():
                back_up(file)
            stored = _stored(file)
            assert all(0 < before[attempt] <= stored[attempt] <= one.sent for attempt, one in all_writers.items())
    let_go(app)
    acknowledged = sum(one.acknowledged for one in all_writers.values())
    tell("backups", backups)
    tell("saves a second", round(acknowledged / (time.monotonic() - began)))


def _stored(file: Path) -> Mapping[str, int]:
    """The newest answer of each attempt."""
    with closing(sqlite_driver().connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return dict(connection.execute("SELECT attempt_id, sequence FROM response").fetchall())
