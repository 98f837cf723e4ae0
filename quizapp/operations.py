"""The administrator's commands."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click
from flask.cli import with_appcontext

from quizapp.backup import CannotCopy, back_up
from quizapp.backup import restore as put_back
from quizapp.boots import take_wall_clock
from quizapp.clock import wall
from quizapp.console import FOUND_WRONG, give_up, on_ready_tables
from quizapp.database import db
from quizapp.doctor import Level, examined
from quizapp.guard import now
from quizapp.verifying import verified

_FILE: Final = click.argument("file", type=click.Path(path_type=Path))


@click.command("backup")
@_FILE
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@on_ready_tables
def backup(file: Path, force: bool) -> None:
    """Write everything into one file while the site goes on.

    It holds passwords' hashes and all answers: keep it as safe as the site. The secret key is not in it.
    """
    try:
        back_up(file, replace=force)
    except CannotCopy as error:
        give_up(str(error))
    click.echo(f"{file} holds everything as of {now():%Y-%m-%d %H:%M:%S} UTC, {file.stat().st_size // 1024} KB.")


@click.command("restore")
@_FILE
@click.option("--force", is_flag=True, help="Replace what the database holds; it is kept in a file beside it.")
@with_appcontext
def restore(file: Path, force: bool) -> None:
    """Put what a backup holds into this site's database.

    A backup of either kind of database goes into either, so this is also how to move from one to the other.
    Everybody signs in again.
    """
    try:
        kept = put_back(file, now=wall(), replace=force)
    except CannotCopy as error:
        give_up(str(error))
    if kept is not None:
        click.echo(f"What was there before is kept in {kept}.")
    click.echo(f"The database holds what {file} held. Everybody has to sign in again.")


@click.command("verify")
@on_ready_tables
def verify() -> None:
    """Work out every score again, and look for every quote in its document."""
    found = verified()
    for fault in found.faults:
        click.echo(fault, err=True)
    if found.faults:
        click.echo(f"{len(found.faults)} of {found.scores} scores and {found.quotes} quotes are not right.", err=True)
        sys.exit(FOUND_WRONG)
    click.echo(f"{found.scores} scores come out as they are stored; {found.quotes} quotes stand in their documents.")


@click.command("doctor")
@with_appcontext
def doctor() -> None:
    """Say whether the machine and the settings can be relied on."""
    findings = list(examined())
    for finding in findings:
        click.echo(f"{finding.level.value:5}  {finding.sentence}")
    if any(finding.level is Level.WRONG for finding in findings):
        sys.exit(FOUND_WRONG)


@click.command("clock")
@click.option("--take", is_flag=True, help="Take the machine's clock as it is now; for when nobody takes a quiz.")
@on_ready_tables
def clock(take: bool) -> None:
    """Show the site's clock beside the machine's.

    The site looks at the machine's clock once a boot, so that a step of it moves no deadline.
    """
    if take:
        take_wall_clock(db.engine)
        click.echo("The machine's clock is taken. Start the site again.")
        return
    click.echo(f"site     {now():%Y-%m-%d %H:%M:%S} UTC\nmachine  {wall():%Y-%m-%d %H:%M:%S} UTC")


OPERATING: Final = (backup, restore, verify, doctor, clock)
