"""Several processes look and then write, while others look: nobody is turned away, and nothing is overwritten."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.attempts import service
from quizapp.attempts.models import Attempt
from quizapp.clock import Clock
from quizapp.database import db
from tests.conftest import DATABASE, People, let_go
from tests.faults.server import ROOT

WRITERS, READERS = 4, 2


@pytest.mark.parametrize("times", [60, pytest.param(1000, marks=pytest.mark.slow)], ids=["small", "full"])
def test_no_update_is_lost_and_nobody_is_turned_away(app: Flask, people: People, quiz: int, times: int) -> None:
    with app.app_context():
        service.start(quiz_id=quiz, person_id=people.student.id, now=Clock().now(), rng=Random(1))  # noqa: S311
    let_go(app)
    file = str(Path(app.instance_path) / DATABASE)
    sizes = [str(size) for size in (WRITERS, times, READERS)]
    command = [sys.executable, "-m", "tests.faults.counting", file, *sizes]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0"] * (WRITERS + READERS)
    with app.app_context():
        assert db.session.scalar(select(Attempt.revision)) == WRITERS * times
