"""The database's tables: made, brought up to date, and asked how old they are."""

from __future__ import annotations

from alembic import command
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app
from sqlalchemy import Engine

from quizapp.boots import clock_of_this_boot
from quizapp.database import db, set_journal


def prepare_database() -> None:
    """Bring the database to the newest tables. For before a server starts: no worker may be running."""
    with db.engine.connect():  # where the database cannot be opened, fail as every query would
        set_journal(db.engine)
    upgrade_tables(db.engine)
    clock_of_this_boot(db.engine)  # the sooner it is kept, the fewer steps of the wall clock can come before


def upgrade_tables(engine: Engine) -> None:
    """Bring the tables of this database to the newest ones, a revision a transaction."""
    config = current_app.extensions["migrate"].migrate.get_config()
    config.attributes["engine"] = engine
    command.upgrade(config, "head")


def current_revision() -> str | None:
    """The revision that the database's tables have; None where there are none."""
    with db.engine.connect().execution_options(readonly=True) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_up_to_date() -> bool:
    """Whether the database has the newest tables."""
    return current_revision() == _scripts().get_current_head()


def known_revisions() -> frozenset[str]:
    """The revisions that this version of the application can bring up to date."""
    return frozenset(script.revision for script in _scripts().walk_revisions())


def _scripts() -> ScriptDirectory:
    return ScriptDirectory(current_app.extensions["migrate"].directory)
