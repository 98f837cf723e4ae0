"""Guessing at passwords is slowed down, and nobody can lock somebody else's own devices out by it."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final, cast

from sqlalchemy import Table, bindparam, case, delete, or_, update
from sqlalchemy.dialects import postgresql, sqlite

from quizapp.accounts.models import Guesses
from quizapp.database import db

GUESSES: Final = 10
GUESSING_WINDOW: Final = timedelta(minutes=15)
UNKNOWN_DEVICE: Final = ""

_GUESSES: Final = cast("Table", Guesses.__table__)


def may_guess(*, username: str, device: str, now: datetime) -> bool:
    """Count a guess, and say whether its password may be looked at; the caller commits.

    A name and device may guess ten times, and again after a quarter of an hour without a guess that was looked at.
    It is one statement, so that guesses made at the same moment are all counted.
    """
    row = {"username": username, "device": device, "now": now, "quiet": now - GUESSING_WINDOW}
    count: int = db.session.execute(_count(db.engine.dialect.name), row).scalar_one()
    return count <= GUESSES


def take_back_guess(*, username: str, device: str, now: datetime) -> None:
    """It was no guess: the password was right. The wrong ones before it stay counted; the caller commits."""
    mine = (_GUESSES.c.username == username) & (_GUESSES.c.device == device)
    db.session.execute(update(_GUESSES).where(mine).values(count=_GUESSES.c.count - 1))
    over = or_(_GUESSES.c.count <= 0, _GUESSES.c.last_at <= now - GUESSING_WINDOW)
    db.session.execute(delete(_GUESSES).where(over))


@cache
def _count(dialect: str) -> Any:
    """Add one to the row of a name and device, or begin at one after a quiet time; returns the count."""
    insert: Any = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[dialect]
    now, quiet = (bindparam(name, type_=_GUESSES.c.last_at.type) for name in ("now", "quiet"))
    was_quiet = _GUESSES.c.last_at <= quiet
    first = insert(_GUESSES).values(count=1, last_at=now, username=bindparam("username"), device=bindparam("device"))
    return first.on_conflict_do_update(
        index_elements=["username", "device"],
        set_={
            "count": case((was_quiet, 1), else_=_GUESSES.c.count + 1),
            "last_at": case((or_(was_quiet, _GUESSES.c.count < GUESSES), now), else_=_GUESSES.c.last_at),
        },
    ).returning(_GUESSES.c.count)
