"""A backup is one SQLite file with all rows, whatever database the site has; it can be restored into either."""

from __future__ import annotations

import os
import secrets
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from flask import current_app
from sqlalchemy import Connection, delete, func, insert, inspect, select, text
from sqlalchemy.exc import DatabaseError

from quizapp.accounts.models import SignIn, User
from quizapp.boots import Boot
from quizapp.clock import boot_id
from quizapp.copying import make_tables, opened, replace_rows
from quizapp.database import db
from quizapp.schema import current_revision, known_revisions, prepare_database, revision_in, upgrade_tables

_OWNER_ONLY: Final = 0o600


class CannotCopy(Exception):
    """A backup cannot be made or restored; the message says why, and what to do. Nothing was changed."""


def back_up(path: Path, *, replace: bool = False) -> None:
    """Write all that the database holds at one moment into a file, while the site goes on.

    The file appears once it is whole, checked and on disk. Raises CannotCopy.
    """
    if path.exists() and not replace:
        raise CannotCopy(f"{path} is there already. Choose another name, or say --force to replace it.")
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        fresh.touch(mode=_OWNER_ONLY, exist_ok=False)
        if db.engine.dialect.name == "sqlite":
            _copy_file(fresh)
        else:
            _copy_rows(fresh)
        _check(fresh)
        _settle(fresh, path)
    except OSError as error:
        raise CannotCopy(f"{path} cannot be written: {error.strerror}.") from None
    finally:
        for left in (fresh, *(fresh.with_name(f"{fresh.name}-{end}") for end in ("journal", "wal", "shm"))):
            left.unlink(missing_ok=True)


def _copy_file(fresh: Path) -> None:
    """SQLite itself writes a copy as of one moment. Nobody waits for it, and its own file is never opened by us."""
    with closing(db.engine.raw_connection()) as connection:
        connection.cursor().execute("VACUUM INTO ?", (str(fresh),))


def _copy_rows(fresh: Path) -> None:
    revision = current_revision()
    target = opened(str(fresh))
    make_tables(target, revision or "")
    with db.engine.connect().execution_options(isolation_level="REPEATABLE READ") as source, target.begin() as rows:
        replace_rows(source, rows)


def _settle(fresh: Path, path: Path) -> None:
    """Onto the disk, then under its name, and the name onto the disk."""
    for place in (fresh, path.parent):
        if place == path.parent:
            fresh.replace(path)
        number = os.open(place, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def restore(path: Path, *, now: datetime, replace: bool = False) -> Path | None:
    """Put what a backup holds in place of what the database holds, all or nothing, and bring it to the newest tables.

    Returns the file in which the earlier rows were kept, None where there were none. Everybody signs in again.
    Raises CannotCopy, above all where there are people in the database and `replace` was not said.
    """
    if not path.is_file():
        raise CannotCopy(f"{path} is no file.")
    _check(path)
    kept = _keep_aside(now, replace=replace)
    this_boot = _this_boot()
    prepare_database()
    if db.engine.dialect.name == "sqlite":
        _restore_file(path)
        prepare_database()
    else:
        _restore_rows(path)
    with db.engine.begin() as connection:
        connection.execute(delete(SignIn))  # whoever signed out since then stays signed out
        if this_boot is not None:
            connection.execute(delete(Boot).where(Boot.id == this_boot["id"]))
            connection.execute(insert(Boot), [this_boot])
    return kept


def _check(path: Path) -> None:
    """Raise CannotCopy unless the file is a sound database of a site, of this version or an earlier one."""
    engine = opened(str(path))
    try:
        with engine.connect().execution_options(readonly=True) as connection:
            revision = revision_in(connection)
            faults = [] if revision is None else _faults(connection)
    except DatabaseError as error:
        raise CannotCopy(f"{path} is no backup of a site: {error.orig}.") from None
    if revision is None:
        raise CannotCopy(f"{path} is no backup of a site.")
    if revision not in known_revisions():
        raise CannotCopy(f"{path} was made by a newer version of Footnote. Install that version first.")
    if faults:
        raise CannotCopy(f"{path} is damaged: {faults[0]}.")


def _faults(connection: Connection) -> list[str]:
    said = list(connection.scalars(text("PRAGMA integrity_check")))
    orphans = [f"a row of {table} points to nothing" for table, *_ in connection.execute(text(_ORPHANS))]
    return [*(fault for fault in said if fault != "ok"), *orphans]


_ORPHANS: Final = "PRAGMA foreign_key_check"


def _keep_aside(now: datetime, *, replace: bool) -> Path | None:
    """Keep what is there in a file beside it, where there is anything. Raises CannotCopy unless told to `replace`."""
    if current_revision() is None or not inspect(db.engine).has_table(User.__tablename__):
        return None
    with db.engine.connect().execution_options(readonly=True) as connection:
        people = connection.scalar(select(func.count()).select_from(User))
    if not people:
        return None
    if not replace:
        raise CannotCopy(
            f"The database holds a site with {people} accounts. Say --force to put the backup in its place; "
            "what is there now is then kept in a file beside it."
        )
    kept = Path(current_app.instance_path) / f"before-restore-{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}.backup"
    back_up(kept)
    return kept


def _this_boot() -> dict[str, object] | None:
    with suppress(DatabaseError), db.engine.connect().execution_options(readonly=True) as connection:
        found = connection.execute(select(Boot.__table__).where(Boot.id == boot_id())).mappings().first()
        return None if found is None else dict(found)
    return None


def _restore_file(path: Path) -> None:
    """Through SQLite, into the file that is there: a server that runs sees all of the new rows or none."""
    with closing(opened(str(path)).raw_connection()) as source, closing(db.engine.raw_connection()) as target:
        source.driver_connection.backup(target.driver_connection)  # type: ignore[union-attr]


def _restore_rows(path: Path) -> None:
    """Into another kind of database: the backup is brought to the newest tables in a copy, and then row by row."""
    copy = Path(current_app.instance_path) / f".restoring-{secrets.token_hex(4)}"
    try:
        with closing(opened(str(path)).raw_connection()) as source:
            source.cursor().execute("VACUUM INTO ?", (str(copy),))
        engine = opened(str(copy))
        upgrade_tables(engine)
        with engine.connect().execution_options(readonly=True) as rows, db.engine.begin() as target:
            replace_rows(rows, target)
    finally:
        copy.unlink(missing_ok=True)
