"""How a running attempt stands, for its page to ask again and again: as little as can be, and in two queries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from quizapp.attempts import timing
from quizapp.attempts.statements import ATTEMPT, RESPONSE
from quizapp.database import db
from quizapp.errors import NotFound


@dataclass(frozen=True, kw_only=True)
class Standing:
    """The phase, the time left (None where nothing ends it), the place reached, and the newest save of each slot."""

    phase: timing.Phase
    remaining_ms: int | None
    place: int | None
    sequences: Mapping[int, int]


def standing(*, attempt_id: str, person_id: int, now: datetime) -> Standing:
    """How the person's own attempt stands at this moment; NotFound when there is none, or it is another's."""
    found = db.session.execute(
        select(ATTEMPT.c.deadline, ATTEMPT.c.closes_at, ATTEMPT.c.submitted_at, ATTEMPT.c.place).where(
            ATTEMPT.c.id == attempt_id, ATTEMPT.c.user_id == person_id
        )
    ).first()
    if found is None:
        raise NotFound
    saved = db.session.execute(select(RESPONSE.c.slot, RESPONSE.c.sequence).where(RESPONSE.c.attempt_id == attempt_id))
    return Standing(
        phase=timing.phase(
            deadline=found.deadline, closes_at=found.closes_at, submitted_at=found.submitted_at, now=now
        ),
        remaining_ms=timing.remaining_ms(found.deadline, now),
        place=found.place,
        sequences={row.slot: row.sequence for row in saved},
    )
