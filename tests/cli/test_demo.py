"""The first command of the README makes everything a first look needs."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select, text

from quizapp.accounts.models import User
from quizapp.bank.models import Question
from quizapp.database import db, reading
from quizapp.demo import TIME_LIMIT_SECONDS, NotADemo, furnish, welcome
from quizapp.documents.models import Document
from quizapp.quizzes.models import Quiz
from quizapp.schema import current_revision
from tests.cli.running import run, served
from tests.conftest import People, SettableClock


def _counts() -> dict[str, int]:
    with reading():
        return {
            model.__tablename__: db.session.scalar(select(func.count()).select_from(model))
            for model in (User, Document, Question, Quiz)
        }


def test_the_demo_has_people_a_document_a_bank_and_a_timed_quiz(app: Flask, clock: SettableClock) -> None:
    with app.app_context():
        people = furnish(now=clock.now())
        quiz = db.session.scalars(select(Quiz)).one()
        document = db.session.scalars(select(Document)).one()
        assert [person.username for person in people] == ["teacher", "student"]
        assert list(db.session.scalars(select(User.name).order_by(User.id))) == ["林文 Lin Wen", "张梅 Zhang Mei"]
        assert (quiz.time_limit_seconds, quiz.published_at, len(quiz.slots)) == (TIME_LIMIT_SECONDS, clock.now(), 5)
        assert document.attribution == "维基百科贡献者，CC BY-SA 4.0"
        assert _counts()["question"] > 30


def test_a_second_demo_keeps_what_is_there(app: Flask, clock: SettableClock) -> None:
    with app.app_context():
        furnish(now=clock.now())
        before = _counts()
        assert furnish(now=clock.now()) == ()
        assert _counts() == before


def test_a_reset_starts_over(app: Flask, clock: SettableClock) -> None:
    with app.app_context():
        before = furnish(now=clock.now())
        after = furnish(now=clock.now(), reset=True)
        assert [person.username for person in after] == ["teacher", "student"]
        assert {person.password for person in before}.isdisjoint(person.password for person in after)
        assert _counts()["quiz"] == 1


@pytest.mark.parametrize("reset", [False, True])
def test_a_site_of_its_own_is_left_alone(app: Flask, people: People, clock: SettableClock, reset: bool) -> None:
    with app.app_context():
        before = _counts()
        with pytest.raises(NotADemo, match="a site of its own"):
            furnish(now=clock.now(), reset=reset)
        assert _counts() == before


def test_a_site_of_someone_elses_keeps_its_tables_as_they_are(app: Flask, people: People, clock: SettableClock) -> None:
    with app.app_context():
        db.session.execute(text("UPDATE alembic_version SET version_num = 'older'"))
        db.session.commit()
        with pytest.raises(NotADemo, match="a site of its own"):
            furnish(now=clock.now())
        assert current_revision() == "older"


def test_a_demo_that_others_joined_is_not_reset(app: Flask, clock: SettableClock) -> None:
    with app.app_context():
        furnish(now=clock.now())
        runner = app.test_cli_runner()
        assert runner.invoke(args=["users", "add", "mei"]).exit_code == 0
        with pytest.raises(NotADemo, match="Other people"):
            furnish(now=clock.now(), reset=True)
        assert _counts()["user_account"] == 3


def test_the_passwords_are_shown_once(app: Flask, clock: SettableClock) -> None:
    with app.app_context():
        people = furnish(now=clock.now())
        first = "\n".join(welcome(people, "http://127.0.0.1:5000", "quizapp"))
        again = "\n".join(welcome((), "http://127.0.0.1:5000", ".venv/bin/quizapp"))
    assert all(f"{person.username}: {person.password}" in first for person in people)
    assert all(person.password not in again for person in people)
    assert "  .venv/bin/quizapp users reset teacher" in again


def test_the_demo_serves_what_it_says(tmp_path: Path) -> None:
    with served(tmp_path / "new", "demo") as site:
        pass
    assert site.server.returncode == 0
    assert site.address in site.said
    assert len(re.findall(r"^  (?:teacher|student): (?:\w{4}-){3}\w{4}$", site.said, re.MULTILINE)) == 2


def test_a_port_in_use_is_named_before_anything_is_made(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run(tmp_path, "demo", "--port", str(port))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"port {port} already" in done.stderr
    assert not (tmp_path / "footnote.sqlite3").exists()
