"""The disk is full, or does not keep what it is told: those saves are not acknowledged, and the others are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, text

from quizapp.attempts.models import Response
from quizapp.database import db
from tests.attempts.making import ENTRY
from tests.conftest import People, let_go
from tests.faults.server import Browser, Reply, served
from tests.faults.test_over_plain_http import begin

FAILURES = 5


@dataclass(kw_only=True)
class Answering:
    """A student who saves one answer after another, on a disk that `failing` makes fail."""

    browser: Browser
    address: str
    token: str
    failing: Path
    number: int = 0

    def save(self) -> Reply:
        self.number += 1
        fields = {"answer": str(self.number), "sequence": str(self.number), "csrf_token": self.token}
        return self.browser.post(self.address, as_json=True, **fields)


@pytest.fixture
def answering(app: Flask, people: People, quiz: int, tmp_path: Path) -> Iterator[Answering]:
    let_go(app)
    failing = tmp_path / "failing"
    with served(Path(app.instance_path), "tests.faults.recorded:app", FAILING=str(failing)) as server:
        student = Browser(port=server.port)
        student.sign_in(people.student)
        attempt, token = begin(student, quiz)
        address = f"{attempt}/responses/{ENTRY}"
        yield Answering(browser=student, address=address, token=token, failing=failing)


@pytest.mark.parametrize("kind", ["sync", "write"])
def test_what_the_disk_did_not_keep_is_not_acknowledged(app: Flask, answering: Answering, kind: str) -> None:
    assert [answering.save().status for _ in range(10)] == [200] * 10
    answering.failing.write_text(f"{kind} {FAILURES}")
    refused = [answering.save() for _ in range(FAILURES)]
    assert [(reply.status, reply.headers["retry-after"]) for reply in refused] == [(503, "5")] * FAILURES
    assert all("What was shown as saved is safe." in str(reply.json["error"]) for reply in refused)
    assert _stored(app) == 10
    assert [answering.save().status for _ in range(10)] == [200] * 10
    assert _stored(app) == answering.number


def _stored(app: Flask) -> int:
    """The number of the answer that is in the database, which must be whole."""
    with app.app_context():
        stored = db.session.scalar(select(Response.sequence))
        assert db.session.scalar(text("PRAGMA integrity_check")) == "ok"
    let_go(app)
    return int(stored or 0)
