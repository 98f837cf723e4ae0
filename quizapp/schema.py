"""The database's tables: made, brought up to date, and asked how old they are.

Alembic, which knows how, is loaded only when tables are changed: whoever serves or looks does without.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from flask import current_app
from sqlalchemy import Connection, Engine, inspect, text

from quizapp.boots import clock_of_this_boot
from quizapp.database import db, set_journal

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS: Final = Path(__file__).resolve().parent.parent / "migrations"


def prepare_database() -> None:
    """Bring the database to the newest tables. For before a server starts: no worker may be running."""
    with db.engine.connect():  # where the database cannot be opened, fail as every query would
        set_journal(db.engine)
    upgrade_tables(db.engine)
    clock_of_this_boot(db.engine)  # the sooner it is kept, the fewer steps of the wall clock can come before


def upgrade_tables(engine: Engine) -> None:
    """Bring the tables of this database to the newest ones, a revision a transaction."""
    from alembic import command

    command.upgrade(_config(engine), "head")


def drop_tables(engine: Engine, *, down_to: str = "base") -> None:
    """Take revisions back, the newest first, down to this one; rows of tables that go are gone."""
    from alembic import command

    command.downgrade(_config(engine), down_to)


def _config(engine: Engine) -> Config:
    offer_migrations()
    config: Config = current_app.extensions["migrate"].migrate.get_config()
    config.attributes["engine"] = engine
    return config


def offer_migrations() -> None:
    """Let Flask-Migrate's own commands know of the application's tables."""
    from flask_migrate import Migrate

    if "migrate" not in current_app.extensions:
        Migrate(current_app, db, directory=str(_MIGRATIONS), render_as_batch=True, compare_type=True)


def current_revision() -> str | None:
    """The revision that the database's tables have; None where there are none."""
    with db.engine.connect().execution_options(readonly=True) as connection:
        return revision_in(connection)


def revision_in(connection: Connection) -> str | None:
    """The revision of a database's tables; None where it is no database of a site."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def is_up_to_date() -> bool:
    """Whether the database has the newest tables."""
    return current_revision() == max(known_revisions())


def known_revisions() -> frozenset[str]:
    """The revisions that this version of the application can bring up to date: their files begin with their numbers."""
    return frozenset(path.name.partition("_")[0] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))
