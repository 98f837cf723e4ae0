"""Rows from one database into another of the same tables, whichever databases they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, Engine, Table, create_engine, func, insert, select, text
from sqlalchemy.pool import NullPool

from quizapp.database import db, engine_options, watch

BATCH: Final = 1000


def opened(path: str) -> Engine:
    """An SQLite file, opened as the site opens its own; it keeps no connection open."""
    url = f"sqlite:///{path}"
    engine = create_engine(url, poolclass=NullPool, **engine_options(url))
    watch(engine)
    return engine


def make_tables(engine: Engine, revision: str) -> None:
    """Make all tables of this version, empty, and note which version it is."""
    with engine.begin() as connection:
        db.metadata.create_all(connection)
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": revision})


def replace_rows(source: Connection, target: Connection) -> None:
    """Put the source's rows in place of the target's; all of it belongs to the target's transaction."""
    tables = db.metadata.sorted_tables
    for table in reversed(tables):
        target.execute(table.delete())
    for table in tables:
        for rows in _batches(source, table):
            target.execute(insert(table), rows)
    if target.dialect.name == "postgresql":
        _count_on(target)


def _batches(source: Connection, table: Table) -> Iterator[list[dict[str, object]]]:
    found = source.execution_options(yield_per=BATCH).execute(select(table).order_by(*table.primary_key))
    for rows in found.mappings().partitions(BATCH):
        yield [dict(row) for row in rows]


def _count_on(target: Connection) -> None:
    """PostgreSQL numbers new rows from counters beside the tables: let them go on after the last row."""
    for table in db.metadata.sorted_tables:
        column = table.autoincrement_column
        if column is None:
            continue
        counter = target.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))
        if counter is not None:
            last = target.scalar(select(func.max(column)))
            target.execute(select(func.setval(counter, last or 1, last is not None)))
