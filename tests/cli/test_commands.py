"""What the command line answers, above all when something is wrong: a sentence, and never a traceback."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from questions.sample import sample_source
from tests.cli.running import SignInForm, run, run_apart, served
from tests.conftest import SettableClock, TestPerson, sign_in


@pytest.fixture
def instance(tmp_path: Path, migrated: Path) -> Path:
    """The folder of a site with tables and nothing in them."""
    (tmp_path / "footnote.sqlite3").write_bytes(migrated.read_bytes())
    return tmp_path


def test_init_makes_the_database_and_may_be_repeated(tmp_path: Path) -> None:
    for start in (run_apart, run):
        done = start(tmp_path / "new", "init")
        assert (done.returncode, done.stdout, done.stderr) == (0, "The database is ready.\n", "")


@pytest.mark.parametrize(
    "arguments",
    [["serve"], ["users", "add", "mei"], ["users", "reset", "mei"], ["documents", "import", "x"], ["close-overdue"]],
    ids=" ".join,
)
def test_without_tables_every_command_says_what_to_run(tmp_path: Path, arguments: list[str]) -> None:
    done = run(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "The database is not ready for this version yet. Run: quizapp init\n"


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"SECRET_KEY": "short"}, "QUIZAPP_SECRET_KEY is too short"),
        ({"TIME_ZONE": "Mars/Olympus"}, "QUIZAPP_TIME_ZONE names no time zone"),
        ({"HTTPS": "perhaps"}, "QUIZAPP_HTTPS is either on or off"),
        ({"DATABASE_URL": "nonsense"}, "QUIZAPP_DATABASE_URL is not the address of a database"),
        ({"DATABASE_URL": "sqlite:////nowhere/at/all.sqlite3"}, "The database cannot be used"),
        ({"INSTANCE": "/dev/null/folder"}, "QUIZAPP_INSTANCE"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_wrong_setting_is_named_in_a_sentence(tmp_path: Path, settings: dict[str, str], sentence: str) -> None:
    done = run(tmp_path, "init", **settings)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_a_person_is_added_with_a_password_that_opens_the_door(app: Flask, client: FlaskClient) -> None:
    username, _, password = app.test_cli_runner().invoke(args=["users", "add", "Mei"]).stdout.strip().partition(": ")
    assert username == "Mei"
    sign_in(client, TestPerson(id=1, username="mei", name="mei", role="student", password=password))


def test_a_new_password_replaces_the_old_one(app: Flask, client: FlaskClient) -> None:
    runner = app.test_cli_runner()
    old = runner.invoke(args=["users", "add", "mei"]).stdout.strip().partition(": ")[2]
    new = runner.invoke(args=["users", "reset", "mei"]).stdout.strip().partition(": ")[2]
    assert client.post("/sign-in", data={"username": "mei", "password": old}).status_code == 400
    assert client.post("/sign-in", data={"username": "mei", "password": new}).status_code == 303


def test_names_that_are_taken_or_unknown_are_refused(app: Flask) -> None:
    runner = app.test_cli_runner()
    assert runner.invoke(args=["users", "add", "mei"]).exit_code == 0
    taken, unknown = (runner.invoke(args=["users", *words]) for words in (["add", "mei"], ["reset", "otto"]))
    assert (taken.exit_code, taken.stderr) == (2, "The username “mei” is taken.\n")
    assert (unknown.exit_code, unknown.stderr) == (2, "Nobody has the username “otto”.\n")


def test_a_document_is_imported_with_its_questions(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "sample.txt"
    file.write_bytes(sample_source())
    runner = app.test_cli_runner()
    runner.invoke(args=["users", "add", "lin", "--role", "teacher"])
    done = runner.invoke(args=["documents", "import", str(file)])
    assert done.exit_code == 0, done.stderr
    assert "is document 1" in done.stdout
    again = runner.invoke(args=["documents", "import", str(file)])
    assert again.stdout == f"{file} is document 1; 0 draft questions wait in the bank.\n"


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe\x00\xd8", b"\x00\x01\x02\x03"])
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(
    app: Flask, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "document.txt"
    if content is not None:
        file.write_bytes(content)
    runner = app.test_cli_runner()
    runner.invoke(args=["users", "add", "lin", "--role", "teacher"])
    done = runner.invoke(args=["documents", "import", str(file)])
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(str(file))
    assert done.stderr.count("\n") == 1


def test_a_document_needs_a_teacher(app: Flask, tmp_path: Path) -> None:
    done = app.test_cli_runner().invoke(args=["documents", "import", str(tmp_path)])
    assert (done.exit_code, done.stderr) == (
        2,
        "There is no teacher yet. Add one: quizapp users add NAME --role teacher\n",
    )


def test_attempts_whose_time_is_over_are_closed(
    app: Flask, as_student: FlaskClient, sample_quiz: int, clock: SettableClock
) -> None:
    assert as_student.post(f"/quizzes/{sample_quiz}/attempts").status_code == 303
    runner = app.test_cli_runner()
    assert runner.invoke(args=["close-overdue"]).stdout == "0 attempts were closed.\n"
    clock.advance(hours=1)
    assert runner.invoke(args=["close-overdue"]).stdout == "1 attempts were closed.\n"


def test_the_site_is_served_until_it_is_told_to_end(instance: Path) -> None:
    with served(instance, "serve") as site:
        status = site.end()
    assert (status, site.said.strip()) == (0, f"Serving on {site.address}")


def test_several_workers_serve_a_site_on_postgresql(tmp_path: Path, postgresql_url: str) -> None:
    with served(tmp_path, "serve", "--workers", "2", DATABASE_URL=postgresql_url) as site:
        status = site.end()
    assert (status, site.said.strip()) == (0, f"Serving on {site.address}")


def test_several_workers_on_one_file_are_refused(app: Flask) -> None:
    done = app.test_cli_runner().invoke(args=["serve", "--workers", "2"])
    assert (done.exit_code, done.stderr.startswith("One SQLite file is served by one worker")) == (2, True)


def test_answers_on_their_way_are_finished_before_the_end(instance: Path) -> None:
    """Eight people sign in at once, which takes the server a while, and it is told to end in the middle of it."""
    with served(instance, "serve") as site:
        forms = [SignInForm(site.address) for _ in range(8)]
        for form in forms:
            form.send()
        time.sleep(0.05)  # all are with the server by then, and no password is checked as fast as that
        assert site.end() == 0
    assert [form.status() for form in forms] == [400] * 8  # nobody has this name, and everybody is told so


def test_the_site_says_that_it_is_alive(client: FlaskClient) -> None:
    reply = client.get("/healthz")
    assert (reply.status_code, reply.json) == (200, {"status": "ok"})


def test_the_site_says_that_its_database_is_missing(app: Flask, client: FlaskClient) -> None:
    (Path(app.instance_path) / "footnote.sqlite3").unlink()
    reply = client.get("/healthz")
    assert (reply.status_code, reply.json) == (503, {"status": "no database"})


def test_a_file_that_is_no_database_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "footnote.sqlite3").write_bytes(b"not what SQLite writes " * 500)
    done = run(tmp_path, "init")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "The database cannot be used: file is not a database\n"
