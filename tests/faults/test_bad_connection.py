"""Between the browser and the server the line goes dead, then the server answers with errors, then all is well."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Locator, Page, expect
from sqlalchemy import select

from quizapp.attempts.models import Response
from quizapp.database import db
from tests.attempts.making import ENTRY, OWN
from tests.browser.conftest import browser_type_launch_args, pytest_runtest_setup
from tests.browser.visiting import SAVED, Visitor
from tests.conftest import People, let_go
from tests.faults.server import served

__all__ = ["browser_type_launch_args", "pytest_runtest_setup"]

pytestmark = pytest.mark.browser

BROKEN = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
PATIENT = 40_000


class Line(StrEnum):
    """What a line is like."""

    GOOD = "good"
    DEAD = "dead"
    BROKEN = "broken"


class Proxy:
    """A line to the server that can be cut, and that can answer with errors of its own."""

    def __init__(self, server_port: int) -> None:
        self.line = Line.GOOD
        self.port = 0
        self._server_port = server_port
        self._listening = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()))
        self._thread.start()
        assert self._listening.wait(10)

    def end(self) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join()

    async def _serve(self) -> None:
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._listening.set()
        await self._ended.wait()
        server.close()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.CancelledError):
            asked = await reader.readuntil(b"\r\n\r\n") if self.line is not Line.DEAD else b""
            if self.line is Line.BROKEN:
                writer.write(BROKEN)
            elif asked:
                back, forth = await asyncio.open_connection("127.0.0.1", self._server_port)
                forth.write(asked.replace(b"keep-alive", b"close"))
                await asyncio.gather(_copy(reader, forth), _copy(back, writer))
        writer.close()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while some := await reader.read(65536):
            writer.write(some)
    writer.close()


@pytest.fixture
def proxy(app: Flask, quiz: int, people: People) -> Iterator[Proxy]:
    let_go(app)
    with served(Path(app.instance_path)) as server:
        proxy = Proxy(server.port)
        yield proxy
        proxy.end()


@pytest.fixture
def student(browser: Browser, proxy: Proxy, people: People, quiz: int) -> Iterator[Visitor]:
    context = browser.new_context(base_url=f"http://127.0.0.1:{proxy.port}", locale="en")
    student = Visitor(page=context.new_page())
    student.sign_in(people.student)
    student.start(quiz)
    yield student
    context.close()


def _question(page: Page, slot: int) -> Locator:
    return page.locator(f"#question-{slot}")


@pytest.mark.parametrize("away", [1.5, pytest.param(60.0, marks=pytest.mark.slow)], ids=["small", "full"])
def test_what_is_answered_while_the_line_is_bad_arrives_when_it_is_good_again(
    app: Flask, proxy: Proxy, student: Visitor, away: float
) -> None:
    page = student.page
    entry, own = _question(page, ENTRY), _question(page, OWN)
    proxy.line = Line.DEAD
    entry.locator("input[name=answer]").fill("1999")
    page.wait_for_timeout(away * 1000)
    expect(entry.locator(SAVED)).to_have_count(0)
    proxy.line = Line.BROKEN
    own.locator("input[type=radio]").first.check()
    page.wait_for_timeout(away * 1000 / 2)
    expect(page.locator(SAVED)).to_have_count(0)
    assert _stored(app) == {}
    proxy.line = Line.GOOD
    for question in (entry, own):
        expect(question.locator(SAVED)).to_be_visible(timeout=PATIENT)
    stored = _stored(app)
    assert stored[ENTRY] == ["1999"]
    assert stored[OWN] == [own.locator("input[type=radio]").first.get_attribute("value")]


def _stored(app: Flask) -> dict[int, list[str]]:
    with app.app_context():
        found = {slot: answer for slot, answer in db.session.execute(select(Response.slot, Response.answer))}  # noqa: C416
    let_go(app)
    return found
