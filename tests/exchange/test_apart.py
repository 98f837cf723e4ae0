"""A file is read in a process of its own, which can be stopped and is given nothing of the application's."""

from __future__ import annotations

import io
import sys
import time

import pytest
from flask.testing import FlaskClient

from quizapp.errors import WrongField
from quizapp.exchange.apart import Reader
from tests.exchange.files import FILES


@pytest.mark.parametrize(
    "program",
    ["import time; time.sleep(60)", "import os; os.kill(os.getpid(), 9)", "x = bytearray(1 << 50)"],
    ids=["slow", "killed", "greedy"],
)
def test_a_file_that_takes_too_much_is_given_up(program: str) -> None:
    reader = Reader(arguments=(sys.executable, "-c", program), seconds=1.0)
    with pytest.raises(WrongField, match="too long or too much memory"):
        reader.read(b"A question {T}")


def test_a_file_comes_in_through_a_process_of_its_own(as_teacher: FlaskClient) -> None:
    reply = as_teacher.post("/bank/import", data={"file": (io.BytesIO(FILES["gift"]), "bank.gift")})
    assert reply.status_code == 303
    assert "When was the treaty signed?" in as_teacher.get(reply.location).text
    reply = as_teacher.post("/bank/import", data={"file": (io.BytesIO(b"nothing"), "bank.gift")})
    assert "The file is none of GIFT, Aiken, Moodle XML, QTI and CSV." in reply.text


def test_the_process_knows_no_setting_and_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_SECRET_KEY", "never told")
    tells = "import json, os; print(json.dumps(sorted(os.environ)))"
    told: object = Reader(arguments=(sys.executable, "-c", tells)).read(b"?")
    assert isinstance(told, list)
    assert set(told) <= {"LC_CTYPE", "PYTHONPATH", "PYTHONUTF8"}


def test_a_process_that_eats_time_is_stopped_within_its_limit() -> None:
    """The program's own limits hold whatever it reads: a loop behind them ends when its processor time is used up."""
    loop = (
        "import resource; from questions.exchange import __main__ as program; program.CPU_SECONDS = 2; "
        "program._limit()\nwhile True: pass"
    )
    began = time.monotonic()
    with pytest.raises(WrongField, match="too long or too much memory"):
        Reader(arguments=(sys.executable, "-c", loop), seconds=60.0).read(b"?")
    assert time.monotonic() - began < 30
