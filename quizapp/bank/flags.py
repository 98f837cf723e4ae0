"""Questions that a newer revision of their document, or a corrected fact, concerns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from quizapp.bank.differences import Piece, pieces
from quizapp.bank.models import Flag
from quizapp.bank.state import Fate
from quizapp.database import db


@dataclass(frozen=True, kw_only=True)
class FlagEntry:
    """What a newer revision made of a sentence that a question quotes; `after` is empty where it was deleted.

    With a `fact_id`, what a correction made of that fact; `after` is empty where it was hidden.
    """

    id: int
    document_id: int
    fate: Fate
    before: str
    after: str
    pieces: tuple[Piece, ...]
    raised_at: datetime
    settled_at: datetime | None
    fact_id: int | None


def flags_on(question_id: int) -> tuple[FlagEntry, ...]:
    """All flags of a question, the newest first."""
    rows = db.session.scalars(select(Flag).where(Flag.question_id == question_id).order_by(Flag.id.desc()))
    return tuple(
        FlagEntry(
            id=flag.id,
            document_id=flag.document_id,
            fate=flag.fate,
            before=flag.before,
            after=flag.after,
            pieces=pieces(flag.before, flag.after),
            raised_at=flag.raised_at,
            settled_at=flag.settled_at,
            fact_id=flag.fact_id,
        )
        for flag in rows
    )


def open_flags() -> int:
    """How many questions wait for a teacher to look at what a newer revision or a correction changed."""
    waiting = select(func.count(Flag.question_id.distinct())).where(Flag.settled_at.is_(None))
    return db.session.scalar(waiting) or 0
