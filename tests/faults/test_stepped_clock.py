"""The wall clock is set forward or back, while the site runs and while it starts: no attempt gains or loses time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from tests.attempts.conftest import database_url
from tests.attempts.making import ENTRY
from tests.conftest import People, let_go
from tests.faults.server import Browser, Server, served
from tests.faults.test_over_plain_http import begin

__all__ = ["database_url"]

HOUR = 3600
LARGEST_ERROR_SECONDS = 1.0


@pytest.fixture
def step(tmp_path: Path) -> Path:
    """The file that says by how many seconds the wall clock is wrong."""
    file = tmp_path / "step"
    file.write_text("0")
    return file


@pytest.fixture
def stepped(app: Flask, quiz: int, step: Path, database_url: str) -> Iterator[Server]:
    let_go(app)
    settings = {"STEP": str(step), "QUIZAPP_DATABASE_URL": database_url}
    with served(Path(app.instance_path), "tests.faults.stepping:app", **settings) as server:
        yield server


def _remaining(student: Browser, attempt: str) -> float:
    """The seconds left, as the server says with a save."""
    token = student.get(attempt).token
    saved = student.post(f"{attempt}/responses/{ENTRY}", as_json=True, answer="2008", csrf_token=token)
    assert saved.status == 200, saved.text
    return float(str(saved.json["remaining_ms"])) / 1000


@pytest.mark.parametrize(
    ("database_url", "seconds"),
    [
        ("sqlite", HOUR),
        ("postgresql", -HOUR),
        pytest.param("sqlite", -HOUR, marks=pytest.mark.slow),
        pytest.param("postgresql", HOUR, marks=pytest.mark.slow),
    ],
    ids=["sqlite-forward", "postgresql-back", "sqlite-back", "postgresql-forward"],
    indirect=["database_url"],
)
def test_no_step_of_the_wall_clock_moves_a_deadline(
    stepped: Server, people: People, quiz: int, step: Path, seconds: int
) -> None:
    student = Browser(port=stepped.port)
    student.sign_in(people.student)
    attempt, _ = begin(student, quiz)
    began, left = time.monotonic(), _remaining(student, attempt)
    step.write_text(str(seconds))
    time.sleep(0.1)
    errors = [_error(student, attempt, began, left)]
    stepped.kill()
    stepped.start()
    errors.append(_error(student, attempt, began, left))
    step.write_text("0")
    time.sleep(0.1)
    errors.append(_error(student, attempt, began, left))
    assert max(errors) < LARGEST_ERROR_SECONDS, errors


def _error(student: Browser, attempt: str, began: float, left: float) -> float:
    return abs(left - (time.monotonic() - began) - _remaining(student, attempt))
