"""How Alembic runs: on the application's engine, a revision a transaction."""

from __future__ import annotations

from alembic import context
from flask import current_app

from quizapp.database import Instant

database = current_app.extensions["migrate"].db


def written(kind: str, item: object, _context: object) -> str | bool:
    """Write our own types as what they are in the database: a revision never imports the application."""
    return "sa.BigInteger()" if kind == "type" and isinstance(item, Instant) else False


def migrate() -> None:
    with database.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=database.metadata,
            render_item=written,
            transaction_per_migration=True,
            **current_app.extensions["migrate"].configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()


migrate()
