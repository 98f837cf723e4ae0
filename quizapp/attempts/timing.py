"""The rules of time of an attempt: its phase is computed from what happened and when, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Phase(StrEnum):
    """What an attempt is in; only in progress is an answer taken, and only finished can be reviewed."""

    IN_PROGRESS = "in progress"
    OVERDUE = "overdue"
    FINISHED = "finished"


@dataclass(frozen=True, kw_only=True)
class Limits:
    """When answers stop being taken, and when the attempt ends by itself; None where nothing ends it."""

    deadline: datetime | None
    closes_at: datetime | None


def limits(
    *, started: datetime, time_limit_seconds: int | None, quiz_closes_at: datetime | None, grace_seconds: int
) -> Limits:
    """The limits of an attempt that starts now: its time limit, cut short by the quiz's close, and then the grace."""
    ends = [] if time_limit_seconds is None else [started + timedelta(seconds=time_limit_seconds)]
    if quiz_closes_at is not None:
        ends.append(quiz_closes_at)
    deadline = min(ends, default=None)
    closes_at = None if deadline is None else deadline + timedelta(seconds=grace_seconds)
    return Limits(deadline=deadline, closes_at=closes_at)


def phase(
    *, deadline: datetime | None, closes_at: datetime | None, submitted_at: datetime | None, now: datetime
) -> Phase:
    """The phase at this moment. At the very moment of a limit, the limit has been reached."""
    if submitted_at is not None or (closes_at is not None and now >= closes_at):
        return Phase.FINISHED
    if deadline is not None and now >= deadline:
        return Phase.OVERDUE
    return Phase.IN_PROGRESS


def ended_at(*, closes_at: datetime | None, submitted_at: datetime | None, now: datetime) -> datetime | None:
    """When the attempt ended: by submission or by itself; None while it runs."""
    if submitted_at is not None:
        return submitted_at
    return closes_at if closes_at is not None and now >= closes_at else None


def remaining_ms(deadline: datetime | None, now: datetime) -> int | None:
    """Milliseconds until the deadline, never less than none; None where there is no deadline."""
    if deadline is None:
        return None
    return max((deadline - now) // timedelta(milliseconds=1), 0)
