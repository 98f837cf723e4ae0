"""The database's tables: made, brought up to date, and asked how old they are."""

from __future__ import annotations

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from flask_migrate import upgrade

from quizapp.database import db, set_journal


def prepare_database() -> None:
    """Bring the database to the newest tables. For before a server starts: no worker may be running."""
    with db.engine.connect():  # where the database cannot be opened, fail as every query would
        set_journal(db.engine)
    upgrade()


def current_revision() -> str | None:
    """The revision that the database's tables have; None where there are none."""
    with db.engine.connect().execution_options(readonly=True) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_up_to_date() -> bool:
    """Whether the database has the newest tables."""
    scripts = ScriptDirectory(current_app.extensions["migrate"].directory)
    return current_revision() == scripts.get_current_head()
