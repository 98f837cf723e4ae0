"""The command line: ``quizapp …``, and the same commands under ``flask --app wsgi …``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click
from flask import Flask, current_app
from flask.cli import ScriptInfo, with_appcontext
from sqlalchemy import select
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from quizapp import demo as first_look
from quizapp.access import TEACHERS, Role
from quizapp.accounts import service as accounts
from quizapp.accounts.models import User
from quizapp.accounts.passwords import made_password
from quizapp.attempts import service as attempts
from quizapp.bank import service as bank
from quizapp.config import PREFIX, WrongSetting
from quizapp.console import give_up, on_ready_tables
from quizapp.database import db, reading
from quizapp.documents import service as documents
from quizapp.errors import WrongField
from quizapp.exchanging import EXCHANGING
from quizapp.guard import now
from quizapp.operations import OPERATING
from quizapp.schema import offer_migrations, prepare_database
from quizapp.serving import AddressTaken, check_address, serve

LOOPBACK: Final = "127.0.0.1"
_port = click.option("--port", type=click.IntRange(1, 65535), default=5000, show_default=True)


@click.command()
@with_appcontext
def init() -> None:
    """Make the database, or bring it up to date."""
    prepare_database()
    click.echo("The database is ready.")


@click.group()
def users() -> None:
    """Add people and give new passwords."""


@users.command("add")
@click.argument("username")
@click.option("--name", default="", help="The name to show; the username where it is left out.")
@click.option("--role", type=click.Choice([role.value for role in Role]), default=Role.STUDENT.value)
@on_ready_tables
def add_user(username: str, name: str, role: str) -> None:
    """Add a person; the password is made at random and printed once."""
    password = made_password()
    passwords = current_app.extensions["passwords"]
    try:
        accounts.add_user(
            username=username, name=name, role=Role(role), password=password, passwords=passwords, now=now()
        )
    except WrongField as error:
        give_up(_said(error))
    click.echo(f"{username}: {password}")


@users.command("reset")
@click.argument("username")
@on_ready_tables
def reset_user(username: str) -> None:
    """Give a person a new password, printed once, and sign them out everywhere."""
    password = made_password()
    try:
        accounts.set_password(username=username, password=password, passwords=current_app.extensions["passwords"])
    except WrongField as error:
        give_up(_said(error))
    click.echo(f"{username}: {password}")


@click.group("documents")
def documents_group() -> None:
    """Bring documents in."""


@documents_group.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", default=None, help="What to call it; else its own title, or its first words.")
@on_ready_tables
def import_document(file: Path, title: str | None) -> None:
    """Import a text with its facts, and write draft questions from them, in the name of the first teacher."""
    with reading():
        teacher_id = db.session.scalar(select(User.id).where(User.role.in_(TEACHERS)).order_by(User.id).limit(1))
    if teacher_id is None:
        give_up("There is no teacher yet. Add one: quizapp users add NAME --role teacher")
    try:
        document_id = documents.import_document(source=file.read_bytes(), title=title, person_id=teacher_id, now=now())
    except OSError as error:
        give_up(f"{file} cannot be read: {error.strerror}.")
    except WrongField as error:
        give_up(f"{file}: {_said(error)}")
    written = bank.add_generated(document_id=document_id, person_id=teacher_id, now=now())
    click.echo(f"{file} is document {document_id}; {len(written)} draft questions wait in the bank.")


@click.command("close-overdue")
@on_ready_tables
def close_overdue() -> None:
    """Close the attempts whose time is over.

    They are marked on what was saved; whoever looks at such an attempt sees the same.
    """
    click.echo(f"{attempts.close_overdue(now=now())} attempts were closed.")


@click.command("serve")
@click.option("--host", default=LOOPBACK, show_default=True, help="The address to listen on.")
@_port
@click.option("--workers", type=click.IntRange(1, 64), default=1, help="How many processes serve; PostgreSQL only.")
@on_ready_tables
def serve_site(host: str, port: int, workers: int) -> None:
    """Serve the site until Ctrl-C or SIGTERM.

    Answers that are on their way are finished first.
    """
    if workers > 1 and db.engine.dialect.name == "sqlite":
        give_up("One SQLite file is served by one worker: more would only wait for each other. Leave --workers out.")
    _check_free(host, port)
    click.echo(f"Serving on {_address(host, port)}")
    _serve(host, port, workers=workers)


@click.command("demo")
@_port
@click.option("--reset", is_flag=True, help="Start over: everything in the demo is thrown away first.")
@with_appcontext
def demo(port: int, reset: bool) -> None:
    """Make all that a first look needs, and serve it.

    The names and passwords are printed once. Run again, it keeps what is there.
    """
    _check_free(LOOPBACK, port)
    try:
        people = first_look.furnish(now=now(), reset=reset)
    except first_look.NotADemo as error:
        give_up(str(error))
    for line in first_look.welcome(people, _address(LOOPBACK, port), _program()):
        click.echo(line)
    _serve(LOOPBACK, port)


def _check_free(host: str, port: int) -> None:
    try:
        check_address(host, port)
    except AddressTaken as error:
        give_up(str(error))


def _program() -> str:
    """How this command line was called, so far as it can be typed again."""
    return sys.argv[0] if Path(sys.argv[0]).name == "quizapp" else "quizapp"


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _serve(host: str, port: int, *, workers: int = 1) -> None:
    db.session.remove()
    db.engine.dispose()  # no connection crosses into the worker
    serve(current_app.wsgi_app, host, port, workers=workers)


def _said(error: WrongField) -> str:
    return error.message % error.values


@click.command("db", add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@with_appcontext
def tables(arguments: tuple[str, ...]) -> None:
    """Change the tables, by Flask-Migrate's commands."""
    from flask_migrate.cli import db as migrating  # loading it takes as long as all the rest

    offer_migrations()
    migrating.main(args=list(arguments), prog_name=f"{_program()} db", standalone_mode=False)


COMMANDS: Final = (init, users, documents_group, close_overdue, serve_site, demo, tables, *EXCHANGING, *OPERATING)


def add_commands(app: Flask) -> None:
    """Add our commands to Flask's."""
    for command in COMMANDS:
        app.cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """What the command `quizapp` runs, with these words behind it (None: those of the process)."""
    from quizapp import create_app  # the application imports this module

    group = click.Group("quizapp", commands=COMMANDS, help="Quizzes in which every answer has a source.")
    try:
        group(arguments, obj=ScriptInfo(create_app=create_app))
    except WrongSetting as error:
        give_up(str(error))
    except ModuleNotFoundError as error:
        give_up(f"This needs a package that is not installed: {error.name}")
    except ArgumentError:
        give_up(f"{PREFIX}DATABASE_URL is not the address of a database.")
    except DatabaseError as error:
        if type(error) not in {DatabaseError, OperationalError}:  # its kinds for wrong statements are defects of ours
            raise
        give_up(f"The database cannot be used: {error.orig}")
