"""The database: SQLite set up so that nothing acknowledged is lost, or PostgreSQL by one setting."""

from __future__ import annotations

import enum
import importlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from sqlalchemy import JSON, BigInteger, Connection, Dialect, Engine, Enum, MetaData, String, TypeDecorator, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.orm import DeclarativeBase, registry
from sqlalchemy.pool import ConnectionPoolEntry

LOCK_TIMEOUT_SECONDS = 30
_SQLITE_WRONG_STATEMENT: Final = 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Instant(TypeDecorator[datetime]):
    """Aware UTC, kept as milliseconds since 1970, so that every database compares and indexes it alike."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else (value - _EPOCH) // timedelta(milliseconds=1)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else _EPOCH + timedelta(milliseconds=value)


def _values(kind: type[enum.Enum]) -> list[str]:
    return [str(member.value) for member in kind]


class Base(DeclarativeBase):
    """What every table shares: names of constraints by a rule, and the types of columns by annotation."""

    registry = registry(
        metadata=MetaData(
            naming_convention={
                "ix": "ix_%(table_name)s_%(column_0_N_name)s",
                "uq": "uq_%(table_name)s_%(column_0_N_name)s",
                "ck": "ck_%(table_name)s_%(constraint_name)s",
                "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
                "pk": "pk_%(table_name)s",
            }
        ),
        type_annotation_map={
            datetime: Instant,
            dict[str, Any]: JSON,
            list[Any]: JSON,
            enum.Enum: Enum(enum.Enum, native_enum=False, length=24, values_callable=_values),
            str: String,
        },
    )


class Transaction(Session):
    """A session that takes the write lock at once, or, where the request only reads, none at all."""

    def get_bind(self, *args: Any, **kwargs: Any) -> Engine | Connection:
        bind = super().get_bind(*args, **kwargs)
        if not self.info.get("readonly"):
            return bind
        readers = self.info.setdefault("readers", {})  # a session keeps one transaction for one and the same engine
        if bind not in readers:
            readers[bind] = bind.execution_options(readonly=True)
        reader: Engine | Connection = readers[bind]
        return reader


# What was committed stays readable: looking at it again would take the write lock once more.
db: Final = SQLAlchemy(model_class=Base, session_options={"class_": Transaction, "expire_on_commit": False})


@contextmanager
def reading() -> Iterator[None]:
    """Read in a transaction of its own, which takes no lock that a writer waits for, before a change begins."""
    session = db.session()
    before = session.info.get("readonly", False)
    session.info["readonly"] = True
    try:
        yield
    finally:
        session.rollback()
        session.info["readonly"] = before


@contextmanager
def looking() -> Iterator[Connection]:
    """Read by statements alone, in a transaction of its own: for what is asked too often to have objects made of it."""
    with db.engine.connect() as connection:
        yield connection.execution_options(readonly=True)


@contextmanager
def changing() -> Iterator[Connection]:
    """Change by statements alone, which costs less than asking the session each time: on disk at the end.

    Where something raises, nothing was changed.
    """
    session = db.session()
    try:
        yield session.connection()
    except BaseException:
        session.rollback()
        raise
    session.commit()


def is_out_of_order(error: SQLAlchemyError) -> bool:
    """Whether the storage failed (a full disk, a lost connection, no answer in time), and not a statement of ours."""
    if isinstance(error, NoneFree):
        return True
    code = getattr(getattr(error, "orig", None), "sqlite_errorcode", None)
    return isinstance(error, OperationalError) and code != _SQLITE_WRONG_STATEMENT


def abandon_change() -> None:
    """Undo what a request began, and let it only read from here on: no page is made while others wait for a lock."""
    session = db.session()
    session.rollback()
    session.info["readonly"] = True


if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model


def sqlite_driver() -> ModuleType:
    """The driver with the newest SQLite: pysqlite3 where it is installed, else the standard library's."""
    for name in ("pysqlite3.dbapi2", "sqlite3"):
        try:
            return importlib.import_module(name)
        except ImportError:
            continue
    raise RuntimeError("This Python has no SQLite driver.")


def engine_options(url: str) -> Mapping[str, Any]:
    """What SQLAlchemy needs to know to open this address."""
    if not url.startswith("sqlite"):
        return {"pool_pre_ping": True}
    return {
        "module": sqlite_driver(),
        "connect_args": {"timeout": LOCK_TIMEOUT_SECONDS, "isolation_level": None, "check_same_thread": False},
    }


def watch(engine: Engine) -> None:
    """Set up each connection, and begin each transaction on SQLite ourselves: the driver never does."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _set_up_connection)
    event.listen(engine, "begin", _begin)


def _set_up_connection(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def _begin(connection: Connection) -> None:
    readonly = connection.get_execution_options().get("readonly")
    connection.exec_driver_sql("BEGIN" if readonly else "BEGIN IMMEDIATE")


def set_journal(engine: Engine) -> str | None:
    """Choose SQLite's journal, once and before any worker starts; returns its name, None on another database.

    WAL is taken only on an SQLite without the WAL-reset defect (fixed in 3.44.6, 3.50.7 and 3.51.3).
    """
    if engine.dialect.name != "sqlite":
        return None
    mode = "WAL" if wal_is_safe(sqlite_driver().sqlite_version_info) else "TRUNCATE"
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA journal_mode = {mode}")
        (journal,) = cursor.fetchone() or (None,)
        return journal
    finally:
        connection.close()


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite is free of the WAL-reset defect."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51, 0) or (3, 44, 6) <= version < (3, 45, 0)
