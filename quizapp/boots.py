"""What the wall clock showed when this boot of the machine was first seen: kept once, so that no step moves it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import BigInteger, Connection, Engine, delete, func, insert, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.clock import Clock, boot_id, seconds_running, wall
from quizapp.database import Instant, Model, db

HAPPENED: Final = frozenset({"created_at", "started_at", "submitted_at", "saved_at", "marked_at", "seen_at"})
"""Columns that say when something happened, and never when something will."""

LARGEST_STEP_BACK: Final = timedelta(hours=3)
"""How far a machine may come back too early. What is further ahead was itself written by a wrong clock."""


class Boot(Model):
    """A boot of a machine: at `running_ms` after its beginning it was `seen_at`. Only the first look is kept."""

    __tablename__ = "boot"

    id: Mapped[str] = mapped_column(primary_key=True)
    seen_at: Mapped[datetime]
    running_ms: Mapped[int] = mapped_column(BigInteger)


def clock_of_this_boot(engine: Engine) -> Clock | None:
    """The clock that all processes of this boot share; keeps the record where nobody has yet.

    None where there is no table for it yet, or the machine does not name its boots.
    """
    boot = boot_id()
    if boot is None:
        return None
    try:
        return _kept(engine, boot) or _keep(engine, boot)
    except SQLAlchemyError:
        return None


def take_wall_clock(engine: Engine) -> None:
    """Forget what was kept of this boot, and take the wall clock as it is now; processes that run notice nothing."""
    with engine.begin() as connection:
        connection.execute(delete(Boot).where(Boot.id == boot_id()))
        _add(connection, boot_id() or "", _shown(connection))


def _kept(engine: Engine, boot: str) -> Clock | None:
    with engine.connect().execution_options(readonly=True) as connection:
        found = connection.execute(select(Boot.seen_at, Boot.running_ms).where(Boot.id == boot)).first()
    return None if found is None else Clock(started=found.seen_at, offset=found.running_ms / 1000)


def _keep(engine: Engine, boot: str) -> Clock | None:
    try:
        with engine.begin() as connection:
            _add(connection, boot, _not_before(_shown(connection), _latest(connection)))
    except IntegrityError:
        pass  # another process was quicker, and its look counts
    return _kept(engine, boot)


def _add(connection: Connection, boot: str, moment: datetime) -> None:
    running_ms = int(seconds_running() * 1000)
    connection.execute(insert(Boot).values(id=boot, seen_at=moment, running_ms=running_ms))


def _shown(connection: Connection) -> datetime:
    """The wall clock: the database's where several machines may share one, else this machine's."""
    if connection.dialect.name == "sqlite":
        return wall()
    shown: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return shown


def _latest(connection: Connection) -> datetime | None:
    """When the last thing happened that the database knows of."""
    columns = [
        column
        for table in db.metadata.tables.values()
        for column in table.columns
        if column.name in HAPPENED and isinstance(column.type, Instant)
    ]
    found = [connection.scalar(select(func.max(column))) for column in columns]
    return max((moment for moment in found if moment is not None), default=None)


def _not_before(shown: datetime, latest: datetime | None) -> datetime:
    """A machine may come back from a reboot too early; what has ended must stay ended."""
    if latest is None or not shown < latest <= shown + LARGEST_STEP_BACK:
        return shown
    return latest
