"""The server is killed at any moment: what it acknowledged is there afterwards."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

import pytest
from flask import Flask
from sqlalchemy import select, text

from quizapp.attempts.statements import RESPONSE
from quizapp.database import db
from tests.attempts.conftest import database_url
from tests.attempts.making import ENTRY
from tests.conftest import TestPerson, let_go
from tests.faults.figures import tell
from tests.faults.server import Browser, Server
from tests.faults.test_many_visitors import enrol
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

    @property
    def attempt(self) -> str:
        """The attempt's number, which its address tells."""
        return self.address.split("/")[2]

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
                time.sleep(0.1)
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


@dataclass(frozen=True, kw_only=True)
class Size:
    """How many save, how often at least the server is killed, after how long at most, and how much is saved."""

    writers: int
    kills: int
    seconds: float
    answers: int


SMALL = Size(writers=1, kills=2, seconds=0.6, answers=20)
FULL = Size(writers=4, kills=6, seconds=6, answers=10_000)


@pytest.mark.parametrize("size", [SMALL, pytest.param(FULL, marks=pytest.mark.slow)], ids=["small", "full"])
def test_a_killed_server_loses_no_answer_that_it_acknowledged(
    app: Flask, server: Server, quiz: int, crash: Callable[[], None], size: Size
) -> None:
    writers = [a_writer(server, quiz, person) for person in enrol(app, size.writers)]
    with ExitStack() as all_writing:
        for writer in writers:
            all_writing.enter_context(writing(writer))
        restarts = _kill(app, server, crash, writers, size)
    _check_stored(app, writers)
    tell("acknowledged", sum(writer.acknowledged for writer in writers))
    tell("kills", len(restarts))
    tell("slowest restart, seconds", round(max(restarts), 2))


def a_writer(server: Server, quiz: int, person: TestPerson) -> Writer:
    """Someone who has begun the quiz, and is ready to answer."""
    browser = Browser(port=server.port)
    browser.sign_in(person)
    attempt, token = begin(browser, quiz)
    return Writer(browser=browser, address=f"{attempt}/responses/{ENTRY}", token=token)


def _kill(app: Flask, server: Server, crash: Callable[[], None], writers: Sequence[Writer], size: Size) -> list[float]:
    """Kill it at random moments until enough was saved, and once more in the end; how long it took to start again."""
    restarts: list[float] = []
    while len(restarts) < size.kills or sum(writer.acknowledged for writer in writers) < size.answers:
        time.sleep(random.uniform(0.5, 1.0) * size.seconds)  # noqa: S311 - a moment, not a secret
        server.kill()
        crash()
        _check_stored(app, writers)
        restarts.append(server.start())
    assert min(restarts) < SECONDS_TO_RESTART, "the quickest counts: what else a machine works at is not the server's"
    time.sleep(0.2)
    server.kill()
    return restarts


def _check_stored(app: Flask, writers: Sequence[Writer]) -> None:
    """Each writer's last acknowledged answer is there, or one that was on its way when the server went down."""
    with app.app_context():
        stored = {row.attempt_id: row for row in db.session.execute(select(RESPONSE))}
        on_sqlite = db.engine.dialect.name == "sqlite"
        healthy = db.session.scalar(text("PRAGMA integrity_check")) if on_sqlite else "ok"
    let_go(app)
    for writer in writers:
        kept = stored[writer.attempt]
        assert 0 < writer.acknowledged <= kept.sequence <= writer.sent
        assert kept.answer == [f"answer {kept.sequence}"]
    assert healthy == "ok"
