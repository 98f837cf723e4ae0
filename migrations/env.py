"""How Alembic runs: on the application's engine, a revision a transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from quizapp.database import Instant

database = current_app.extensions["migrate"].db


def written(kind: str, item: object, _context: object) -> str | bool:
    """Write our own types as what they are in the database: a revision never imports the application."""
    return "sa.BigInteger()" if kind == "type" and isinstance(item, Instant) else False


def migrate() -> None:
    engine = context.config.attributes.get("engine") or database.engine
    with engine.connect() as connection, without_cascades(connection):
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            render_item=written,
            transaction_per_migration=True,
            **current_app.extensions["migrate"].configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()


@contextmanager
def without_cascades(connection: Connection) -> Iterator[None]:
    """On SQLite a table is changed by making it anew; dropping the old one must not take the rows that point to it."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
        lost = driver.execute("PRAGMA foreign_key_check").fetchall()
        if lost:
            raise RuntimeError(f"The new tables leave rows that point to nothing: {lost[:3]}")
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


migrate()
