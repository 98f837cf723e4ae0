"""Whether the machine and its settings are such that nothing acknowledged can be lost."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

from flask import current_app
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from quizapp.boots import clock_of_this_boot
from quizapp.clock import boot_id, wall
from quizapp.database import db, sqlite_driver, wal_is_safe
from quizapp.schema import is_up_to_date

FULL: Final = 2
"""SQLite's word for: a commit has returned only when it is on the disk."""

LEAST_FREE_BYTES: Final = 200 * 1024 * 1024
ENOUGH_FREE_BYTES: Final = 2 * 1024 * 1024 * 1024
LARGEST_DIFFERENCE: Final = timedelta(seconds=2)


class Level(StrEnum):
    """How a finding turned out; only what is wrong ends the command with a status that says so."""

    FINE = "fine"
    ADVICE = "look"
    WRONG = "wrong"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    level: Level
    sentence: str


def _fine(sentence: str) -> Finding:
    return Finding(level=Level.FINE, sentence=sentence)


def _advice(sentence: str) -> Finding:
    return Finding(level=Level.ADVICE, sentence=sentence)


def _wrong(sentence: str) -> Finding:
    return Finding(level=Level.WRONG, sentence=sentence)


def examined() -> Iterator[Finding]:
    """Look at everything, one thing after another; what cannot be looked at is a finding too."""
    for look in (_folder, _disk, _secret, _sqlite, _journal, _postgres, _tables, _clock, _browsers):
        try:
            yield from look()
        except (SQLAlchemyError, OSError) as error:
            yield _wrong(f"The {look.__name__.strip('_')} cannot be looked at: {error}")


def _instance() -> Path:
    return Path(current_app.instance_path)


def _folder() -> Iterator[Finding]:
    folder = _instance()
    try:
        with tempfile.TemporaryFile(dir=folder):
            yield _fine(f"The folder {folder} can be written in.")
    except OSError as error:
        yield _wrong(f"The folder {folder} cannot be written in: {error.strerror}. Give it to whoever runs the site.")


def _disk() -> Iterator[Finding]:
    free = shutil.disk_usage(_instance()).free
    said = f"{free // 1024 // 1024} MB are free on the disk of {_instance()}"
    if free < LEAST_FREE_BYTES:
        yield _wrong(f"Only {said}. Make room: a full disk stores no answer.")
    elif free < ENOUGH_FREE_BYTES:
        yield _advice(f"{said}; that is not much for backups.")
    else:
        yield _fine(f"{said}.")


def _secret() -> Iterator[Finding]:
    path = _instance() / "secret_key"
    if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
        yield _wrong(f"Others on this machine can read {path}. Run: chmod 600 {path}")
    else:
        yield _fine("The secret key is long enough, and nobody else can read it.")


def _sqlite() -> Iterator[Finding]:
    if db.engine.dialect.name != "sqlite":
        return
    driver = sqlite_driver()
    version = driver.sqlite_version
    if wal_is_safe(driver.sqlite_version_info):
        yield _fine(f"SQLite {version} is free of the WAL-reset defect.")
    else:
        yield _advice(
            f"SQLite {version} has the WAL-reset defect, so the site uses a slower journal. Install pysqlite3, or an "
            "SQLite of 3.51.3 or later."
        )


def _journal() -> Iterator[Finding]:
    if db.engine.dialect.name != "sqlite":
        return
    with db.engine.connect().execution_options(readonly=True) as connection:
        synchronous = connection.scalar(text("PRAGMA synchronous"))
        journal = str(connection.scalar(text("PRAGMA journal_mode"))).upper()
    if synchronous < FULL:
        yield _wrong(f"SQLite's synchronous is {synchronous}, not FULL: a power cut can take saved answers with it.")
    elif journal == "WAL" and not wal_is_safe(sqlite_driver().sqlite_version_info):
        yield _wrong("This SQLite must not use a WAL journal. Stop the site, and run: quizapp init")
    elif journal not in {"WAL", "TRUNCATE"}:
        yield _advice(f"SQLite's journal is {journal}. Stop the site, and run: quizapp init")
    else:
        yield _fine(f"A saved answer is on disk before the page says so (journal {journal}, synchronous FULL).")


def _postgres() -> Iterator[Finding]:
    if db.engine.dialect.name != "postgresql":
        return
    with db.engine.connect() as connection:
        shown = {name: connection.scalar(text(f"SHOW {name}")) for name in ("fsync", "synchronous_commit")}
        version = connection.scalar(text("SHOW server_version"))
    for name, value in shown.items():
        if value == "off":
            yield _wrong(f"PostgreSQL's {name} is off: a crash can take saved answers with it. Turn it on.")
    if "off" not in shown.values():
        yield _fine(f"A saved answer is on PostgreSQL {version}'s disk before the page says so.")


def _tables() -> Iterator[Finding]:
    if is_up_to_date():
        yield _fine("The database has the tables of this version.")
    else:
        yield _wrong("The database is not ready for this version. Run: quizapp init")


def _clock() -> Iterator[Finding]:
    if boot_id() is None:
        yield _advice("This system does not name its boots, so a step of its clock counts when the site starts again.")
        return
    clock = clock_of_this_boot(db.engine)
    if clock is None:
        yield _wrong("The clock of this boot is not kept. Run: quizapp init")
        return
    difference = clock.now() - wall()
    if abs(difference) > LARGEST_DIFFERENCE:
        yield _advice(
            f"The site's clock shows {_shown(clock.now())} and the machine's {_shown(wall())}. If the machine's is "
            "right, run this while nobody takes a quiz, and start the site again: quizapp clock --take"
        )
    else:
        yield _fine(f"The site's clock and the machine's agree: {_shown(clock.now())}.")


def _shown(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"


def _browsers() -> Iterator[Finding]:
    if current_app.config["SESSION_COOKIE_SECURE"]:
        yield _fine("Browsers send their cookies by https only.")
    elif set(current_app.config["TRUSTED_HOSTS"]) <= {"127.0.0.1", "localhost"}:
        yield _fine("The site is answered on this machine only.")
    else:
        yield _advice("Browsers may come without https. Where they come by https, set QUIZAPP_HTTPS=on.")
    if os.name == "posix" and os.geteuid() == 0:
        yield _advice("You are root. Let the site run as a user of its own.")
