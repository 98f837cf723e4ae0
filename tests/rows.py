"""All that a database holds, to compare before with after."""

from __future__ import annotations

from typing import Any

from flask import Flask
from sqlalchemy import select

from quizapp.database import db, reading


def every_row(app: Flask) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each table, in the order of their keys."""
    with app.app_context(), reading():
        return {
            table.name: [tuple(row) for row in db.session.execute(select(table).order_by(*table.primary_key))]
            for table in db.metadata.sorted_tables
        }
