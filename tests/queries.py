"""Counts what a page asks of the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from quizapp.database import db


@contextmanager
def asked_of(app: Flask) -> Iterator[list[str]]:
    """The statements that reach the database meanwhile; beginnings and ends of transactions are not among them."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            asked.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


def queries(app: Flask, client: FlaskClient, path: str) -> int:
    """How many statements a page asks of the database."""
    with asked_of(app) as asked:
        assert client.get(path).status_code == 200
    return len(asked)
