"""The command line: ``quizapp …``, and the same commands under ``flask --app wsgi …``."""

from __future__ import annotations

import sys
from typing import Final

import click
from flask import Flask, current_app
from flask.cli import FlaskGroup, with_appcontext
from flask_migrate import upgrade

from quizapp.access import Role
from quizapp.accounts import service as accounts
from quizapp.accounts.passwords import made_password
from quizapp.config import WrongSetting
from quizapp.database import db, set_journal
from quizapp.errors import WrongField
from quizapp.guard import now

WRONG_INPUT: Final = 2


def add_commands(app: Flask) -> None:
    """Add our commands to Flask's."""
    for command in (init, users):
        app.cli.add_command(command)


def prepare_database() -> None:
    """Bring the database to the newest tables. For before a server starts: no worker may be running."""
    set_journal(db.engine)
    upgrade()


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
@with_appcontext
def add_user(username: str, name: str, role: str) -> None:
    """Add a person; the password is made at random and printed once."""
    password = made_password()
    passwords = current_app.extensions["passwords"]
    try:
        accounts.add_user(
            username=username, name=name, role=Role(role), password=password, passwords=passwords, now=now()
        )
    except WrongField as error:
        _give_up(error.message % error.values)
    click.echo(f"{username}: {password}")


@users.command("reset")
@click.argument("username")
@with_appcontext
def reset_user(username: str) -> None:
    """Give a person a new password, printed once, and sign them out everywhere."""
    password = made_password()
    try:
        accounts.set_password(username=username, password=password, passwords=current_app.extensions["passwords"])
    except WrongField as error:
        _give_up(error.message % error.values)
    click.echo(f"{username}: {password}")


def _give_up(sentence: str) -> None:
    click.echo(sentence, err=True)
    sys.exit(WRONG_INPUT)


def main() -> None:
    """What the command `quizapp` runs."""
    from quizapp import create_app  # the application imports this module

    try:
        FlaskGroup(name="quizapp", create_app=create_app, add_version_option=False)()
    except WrongSetting as error:
        _give_up(str(error))
