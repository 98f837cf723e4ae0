"""A site of its own, served by a real process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from quizapp.clock import Clock
from quizapp.database import db, set_journal
from tests.attempts.making import fill_bank, make_quiz
from tests.conftest import People, let_go
from tests.faults.server import Browser, Server, served


@pytest.fixture
def quiz(app: Flask, people: People) -> int:
    """A quiz of ten minutes, published by the clock that the server process goes by."""
    moment = Clock().now()
    with app.app_context():
        set_journal(db.engine)
        small = fill_bank(teacher_id=people.teacher.id, now=moment)
        return make_quiz(question_ids=small.question_ids, teacher_id=people.teacher.id, now=moment)


@pytest.fixture
def server(app: Flask, quiz: int, database_url: str) -> Iterator[Server]:
    let_go(app)
    with served(Path(app.instance_path), QUIZAPP_DATABASE_URL=database_url) as running:
        yield running


@pytest.fixture
def student(server: Server, people: People) -> Browser:
    browser = Browser(port=server.port)
    browser.sign_in(people.student)
    return browser
