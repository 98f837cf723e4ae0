"""The server is killed at any moment: what it acknowledged is there afterwards."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from flask import Flask
from sqlalchemy import select, text

from quizapp.attempts.models import Response
from quizapp.database import db
from tests.attempts.conftest import database_url
from tests.attempts.making import ENTRY
from tests.conftest import let_go
from tests.faults.server import Browser, Server
from tests.faults.test_over_plain_http import begin
from tests.postgres import Postgres

__all__ = ["database_url"]

SECONDS_TO_RESTART = 5.0


@dataclass(kw_only=True)
class Writer:
    """Saves one answer after another from a tab of its own, and remembers the last one that was acknowledged."""

    browser: Browser
    address: str
    token: str
    stopped: threading.Event = field(default_factory=threading.Event)
    sent: int = 0
    acknowledged: int = 0

    def write(self) -> None:
        while not self.stopped.is_set():
            self.sent += 1
            try:
                reply = self.browser.post(
                    self.address,
                    as_json=True,
                    answer=f"answer {self.sent}",
                    sequence=str(self.sent),
                    csrf_token=self.token,
                )
            except ConnectionError:
                time.sleep(0.02)
                continue
            if reply.status == 200:
                self.acknowledged = self.sent


@contextmanager
def writing(writer: Writer) -> Iterator[None]:
    """While the writer saves; it has stopped afterwards."""
    thread = threading.Thread(target=writer.write)
    thread.start()
    try:
        yield
    finally:
        writer.stopped.set()
        thread.join()


@pytest.fixture
def crash(request: pytest.FixtureRequest, database_url: str) -> Callable[[], None]:
    """What else goes down with the site: PostgreSQL where it is used, and with it all of its processes."""
    if not database_url:
        return lambda: None
    postgres: Postgres = request.getfixturevalue("postgres")
    return postgres.crash


@pytest.mark.parametrize(
    ("kills", "seconds"), [(2, 0.6), pytest.param(6, 6.0, marks=pytest.mark.slow)], ids=["small", "full"]
)
def test_a_killed_server_loses_no_answer_that_it_acknowledged(
    app: Flask,
    server: Server,
    student: Browser,
    quiz: int,
    crash: Callable[[], None],
    kills: int,
    seconds: float,
) -> None:
    attempt, token = begin(student, quiz)
    writer = Writer(browser=student, address=f"{attempt}/responses/{ENTRY}", token=token)
    with writing(writer):
        _kill(server, crash, kills, seconds)
    _check_stored(app, writer)


def _kill(server: Server, crash: Callable[[], None], kills: int, seconds: float) -> None:
    """Kill it so often, at random moments, and once more in the end."""
    for _ in range(kills):
        time.sleep(random.uniform(0.5, 1.0) * seconds)  # noqa: S311 - a moment, not a secret
        server.kill()
        crash()
        assert server.start() < SECONDS_TO_RESTART
    time.sleep(0.2)
    server.kill()


def _check_stored(app: Flask, writer: Writer) -> None:
    with app.app_context():
        stored = db.session.execute(select(Response.sequence, Response.answer)).one()
        on_sqlite = db.engine.dialect.name == "sqlite"
        healthy = db.session.scalar(text("PRAGMA integrity_check")) if on_sqlite else "ok"
    let_go(app)
    assert writer.acknowledged > 20
    assert writer.acknowledged <= stored.sequence <= writer.sent
    assert stored.answer == [f"answer {stored.sequence}"]
    assert healthy == "ok"
