"""Many come at once, and some of them crawl: everybody else is answered, and soon."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import pytest
from flask import Flask

from quizapp.access import Role
from quizapp.accounts.models import User
from quizapp.accounts.passwords import Passwords
from quizapp.clock import Clock
from quizapp.database import db
from tests.attempts.making import ENTRY
from tests.conftest import TestPerson, let_go
from tests.faults.figures import percentile, tell, told
from tests.faults.server import Browser, Server
from tests.faults.test_over_plain_http import begin

CRAWLING = 300
HEAD = b"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
HEAD_AND_SOME = HEAD + b"Content-Length: 100000\r\n\r\nusername="
PASSWORD = "the same for all"


@contextmanager
def _crawlers(port: int, count: int) -> Iterator[None]:
    """So many connections that send a byte a second: some of a head, some of a body."""
    ended = threading.Event()

    def crawl(crawling: list[socket.socket]) -> None:
        for one in crawling[::2]:
            one.sendall(HEAD_AND_SOME)
        for place in range(len(HEAD)):
            for number, one in enumerate(crawling):
                one.send(HEAD[place : place + 1] if number % 2 else b"x")
            if ended.wait(1):
                return

    with ExitStack() as stack:
        crawling = [stack.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(count)]
        thread = threading.Thread(target=crawl, args=(crawling,))
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()


@pytest.mark.parametrize(
    ("seconds", "longest"), [(2, 0.5), pytest.param(25, 0.1, marks=pytest.mark.slow)], ids=["small", "full"]
)
def test_those_who_crawl_hold_nobody_up(server: Server, seconds: float, longest: float) -> None:
    with _crawlers(server.port, CRAWLING):
        waited = []
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            began = time.monotonic()
            assert Browser(port=server.port).get("/healthz").status == 200
            waited.append(time.monotonic() - began)
            time.sleep(0.05)
    tell("probes", told(waited))
    assert len(waited) > 5 * seconds
    assert percentile(waited, 95) <= longest


@pytest.mark.parametrize("pupils", [15, pytest.param(60, marks=pytest.mark.slow)], ids=["small", "full"])
def test_a_class_signs_in_and_starts_together(app: Flask, server: Server, quiz: int, pupils: int) -> None:
    """Six of each in a second, with the password hash of a real site."""
    class_ = enrol(app, pupils)
    with ThreadPoolExecutor(pupils) as pool:
        coming: list[Future[list[float]]] = []
        for person in class_:
            coming.append(pool.submit(_come, server.port, person, quiz))
            time.sleep(10 / 60)
        waited = [seconds for one in coming for seconds in one.result()]
    tell("sign-ins", told(waited[::2]))
    tell("starts", told(waited[1::2]))
    assert len(waited) == 2 * pupils
    assert percentile(waited, 95) <= 2.0


def enrol(app: Flask, count: int) -> list[TestPerson]:
    """So many students, with the password hash of a real site."""
    hashed = Passwords().hash(PASSWORD)
    with app.app_context():
        names = [f"pupil-{number}" for number in range(count)]
        people = [
            User(username=name, name=name, role=Role.STUDENT, password_hash=hashed, created_at=Clock().now())
            for name in names
        ]
        db.session.add_all(people)
        db.session.commit()
        ids = [person.id for person in people]
    let_go(app)
    return [
        TestPerson(id=id_, username=name, name=name, role=Role.STUDENT, password=PASSWORD)
        for id_, name in zip(ids, names, strict=True)
    ]


@dataclass(frozen=True, kw_only=True)
class Writing:
    """A browser in which someone answers a question, again and again."""

    browser: Browser
    address: str
    token: str

    def save(self, number: int, due: float) -> float:
        """Save an answer that was due at that moment; how much later it was acknowledged."""
        sent = {"answer": str(1000 + number), "sequence": str(number), "csrf_token": self.token}
        assert self.browser.post(self.address, as_json=True, **sent).status == 200
        return time.monotonic() - due


@pytest.mark.slow
def test_a_hundred_answers_a_second_are_saved_soon(app: Flask, server: Server, quiz: int) -> None:
    """They come when they come, and not when the one before was saved."""
    writing = [_written(server.port, person, quiz) for person in enrol(app, 20)]
    begun = time.monotonic() + 0.1
    with ThreadPoolExecutor(40) as pool:
        coming: list[Future[float]] = []
        for number in range(3000):
            due = begun + number / 100
            time.sleep(max(due - time.monotonic(), 0))
            coming.append(pool.submit(writing[number % len(writing)].save, number + 1, due))
        waited = [one.result() for one in coming]
    tell("saves", told(waited))
    assert percentile(waited, 99) <= 0.1


def _written(port: int, person: TestPerson, quiz: int) -> Writing:
    browser = Browser(port=port)
    browser.sign_in(person)
    attempt, token = begin(browser, quiz)
    return Writing(browser=browser, address=f"{attempt}/responses/{ENTRY}", token=token)


def _come(port: int, person: TestPerson, quiz: int) -> list[float]:
    """Sign in and start; the seconds that each took."""
    browser = Browser(port=port)
    began = time.monotonic()
    browser.sign_in(person)
    signed_in = time.monotonic()
    begin(browser, quiz)
    return [signed_in - began, time.monotonic() - signed_in]
