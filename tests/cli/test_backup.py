"""A backup holds everything, whatever the database, and comes back into either."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, text, update

from quizapp.attempts.models import Score
from quizapp.bank.models import Question
from quizapp.database import db
from quizapp.documents.models import Fact
from tests.attempts.conftest import database_url, quiz, small_bank
from tests.attempts.making import ENTRY, begin
from tests.conftest import (
    BOTH_DATABASES,
    Sample,
    SettableClock,
    browser_of,
    let_go,
    make_app,
    sign_in,
)
from tests.postgres import Postgres
from tests.rows import every_row

__all__ = ["database_url", "quiz", "small_bank"]

Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def taken(app: Flask, as_student: FlaskClient, quiz: int) -> Rows:
    """A site on which a quiz was taken."""
    attempt = begin(as_student, quiz)
    as_student.post(f"{attempt}/responses/{ENTRY}", data={"answer": "2008"})
    assert as_student.post(f"{attempt}/submission").status_code == 303
    return _lasting(every_row(app))


@pytest.fixture
def other_postgresql(postgres: Postgres) -> Iterator[str]:
    """The address of an empty database without tables."""
    name = postgres.make()
    yield postgres.url(name)
    postgres.drop(name)


def _lasting(rows: Rows) -> Rows:
    """What a backup brings back: not who is signed in, nor when the machine was booted."""
    return {name: found for name, found in rows.items() if name not in {"sign_in", "boot"}}


def _run(app: Flask, *arguments: str) -> tuple[int, str, str]:
    done = app.test_cli_runner().invoke(args=list(arguments))
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize("into", BOTH_DATABASES)
def test_a_backup_of_either_database_comes_back_into_either(
    app: Flask, taken: Rows, into: str, tmp_path: Path, other_postgresql: str, clock: SettableClock
) -> None:
    file = tmp_path / "all.backup"
    assert _run(app, "backup", str(file))[0] == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    (tmp_path / "other").mkdir()
    other = make_app(tmp_path / "other", clock, database_url=other_postgresql if into == "postgresql" else "")
    code, said, _ = _run(other, "restore", str(file))
    assert (code, said) == (0, f"The database holds what {file} held. Everybody has to sign in again.\n")
    assert _lasting(every_row(other)) == taken
    assert _run(other, "verify")[0] == 0
    assert _run(other, "users", "add", "the-next-one")[0] == 0  # new rows are numbered after the old ones
    let_go(other)


def test_a_restored_site_goes_on_and_everybody_signs_in_again(
    app: Flask, taken: Rows, as_student: FlaskClient, tmp_path: Path, people: Any
) -> None:
    file = tmp_path / "all.backup"
    _run(app, "backup", str(file))
    with app.app_context():
        db.session.execute(text("UPDATE score SET mark = 0"))
        db.session.commit()
    code, said, _ = _run(app, "restore", str(file), "--force")
    assert code == 0
    assert _lasting(every_row(app)) == taken
    assert as_student.get("/history").status_code == 303
    assert sign_in(browser_of(app), people.student).get("/history").status_code == 200
    kept = Path(said.partition("kept in ")[2].splitlines()[0].rstrip("."))
    assert _run(app, "restore", str(kept), "--force")[0] == 0
    with app.app_context():
        assert db.session.scalar(text("SELECT mark FROM score")) == 0


def test_a_site_is_not_replaced_unless_it_is_said(app: Flask, taken: Rows, tmp_path: Path) -> None:
    file = tmp_path / "all.backup"
    _run(app, "backup", str(file))
    code, _, said = _run(app, "restore", str(file))
    assert (code, said.startswith("The database holds a site with 3 accounts. Say --force")) == (2, True)
    assert _run(app, "backup", str(file)) == (
        2,
        "",
        f"{file} is there already. Choose another name, or say --force to replace it.\n",
    )
    assert _run(app, "backup", str(file), "--force")[0] == 0
    assert _lasting(every_row(app)) == taken
    assert sorted(path.name for path in tmp_path.glob(".*")) == []


@pytest.mark.parametrize("content", [None, b"", b"not a database " * 300])
def test_what_is_no_backup_is_refused_with_a_sentence(
    app: Flask, taken: Rows, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "other.backup"
    if content is not None:
        file.write_bytes(content)
    code, out, said = _run(app, "restore", str(file), "--force")
    assert (code, out, said.count("\n")) == (2, "", 1)
    assert _lasting(every_row(app)) == taken


def test_a_damaged_backup_is_refused(app: Flask, taken: Rows, tmp_path: Path) -> None:
    file = tmp_path / "all.backup"
    _run(app, "backup", str(file))
    whole = bytearray(file.read_bytes())
    whole[4096 * 6 : 4096 * 9] = b"\xff" * 4096 * 3
    file.write_bytes(whole)
    assert _run(app, "restore", str(file), "--force")[0] == 2
    assert _lasting(every_row(app)) == taken


def test_a_folder_that_is_not_there_is_named(app: Flask, tmp_path: Path) -> None:
    code, _, said = _run(app, "backup", str(tmp_path / "nowhere" / "all.backup"))
    assert (code, said) == (2, f"{tmp_path}/nowhere/all.backup cannot be written: No such file or directory.\n")


def test_verify_finds_all_in_order(app: Flask, taken: Rows) -> None:
    code, said, _ = _run(app, "verify")
    assert (code, said.startswith("1 scores come out as they are stored; ")) == (0, True)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (update(Score).values(mark=4.5), "4.5 of 5.0 is stored"),
        (text("UPDATE mark SET mark = 0.25 WHERE slot = 1"), "the marks of its slots"),
        (text("UPDATE response SET answer = '[\"1999\"]'"), "comes out"),
        (text("UPDATE document SET text = 'x' || text"), "Question 1, version 1: its quote is not in document 1."),
    ],
    ids=["score", "marks", "answer", "document"],
)
def test_verify_finds_what_was_changed_behind_its_back(app: Flask, taken: Rows, change: Any, sentence: str) -> None:
    with app.app_context():
        db.session.execute(change)
        db.session.commit()
    code, said, faults = _run(app, "verify")
    assert (code, said) == (1, "")
    assert sentence in faults


def test_verify_finds_a_fact_that_does_not_stand_in_its_document(app: Flask, sample: Sample) -> None:
    assert _run(app, "verify")[0] == 0
    with app.app_context():
        db.session.execute(update(Fact).where(Fact.id == 1).values(start=Fact.start + 1))
        db.session.commit()
    assert "Fact 1: its quote is not in document 1." in _run(app, "verify")[2]


def test_scores_come_out_the_same_after_the_bank_was_edited(app: Flask, taken: Rows, as_teacher: FlaskClient) -> None:
    with app.app_context():
        asked = db.session.scalars(select(Question.id)).all()
    assert [as_teacher.post(f"/bank/{id_}/retirement").status_code for id_ in asked] == [303] * len(asked)
    assert _run(app, "verify")[0] == 0
