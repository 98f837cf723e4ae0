"""A backup is made while answers arrive: it is whole, and holds every answer acknowledged before it began."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from quizapp.backup import back_up
from quizapp.database import sqlite_driver
from tests.attempts.conftest import database_url
from tests.attempts.making import ENTRY
from tests.conftest import let_go
from tests.faults.server import Browser, Server
from tests.faults.test_killed_server import Writer, writing
from tests.faults.test_over_plain_http import begin

__all__ = ["database_url"]


@pytest.mark.parametrize("backups", [3, pytest.param(40, marks=pytest.mark.slow)], ids=["small", "full"])
def test_a_backup_holds_all_that_was_acknowledged_before_it(
    app: Flask, server: Server, student: Browser, quiz: int, tmp_path: Path, backups: int
) -> None:
    attempt, token = begin(student, quiz)
    writer = Writer(browser=student.again(), address=f"{attempt}/responses/{ENTRY}", token=token)
    found = []
    with writing(writer):
        for number in range(backups):
            time.sleep(0.2)
            before = writer.acknowledged
            file = tmp_path / f"{number}.backup"
            with app.app_context():
                back_up(file)
            found.append((before, _stored(file), writer.sent))
    let_go(app)
    assert all(0 < before <= stored <= after for before, stored, after in found), found


def _stored(file: Path) -> int:
    with closing(sqlite_driver().connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(connection.execute("SELECT sequence FROM response").fetchone()[0])
