"""The rules of time of an attempt: its phase is computed from what happened and when, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from quizapp.quizzes.settings import NO_EXTRA_TIME, ExtraTime, QuizSettings


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


def limits(*, started: datetime, settings: QuizSettings, extra: ExtraTime = NO_EXTRA_TIME) -> Limits:
    """The limits of an attempt: its time limit, cut short by the quiz's close, and then the grace.

    Extra time makes the limit longer and the close later by as much. Where there is no time limit, it makes longer
    what lies between the start and the close.
    """
    ends = []
    if settings.time_limit_seconds is not None:
        length = timedelta(seconds=settings.time_limit_seconds)
        ends.append(started + length + extra.beyond(length))
        if settings.closes_at is not None:
            ends.append(settings.closes_at + extra.beyond(length))
    elif settings.closes_at is not None:
        ends.append(settings.closes_at + extra.beyond(settings.closes_at - started))
    deadline = min(ends, default=None)
    closes_at = None if deadline is None else deadline + timedelta(seconds=settings.grace_seconds)
    return Limits(deadline=deadline, closes_at=closes_at)


def window_closes_at(settings: QuizSettings, extra: ExtraTime) -> datetime | None:
    """Until when someone with this extra time may start; None where the quiz never closes."""
    if settings.closes_at is None:
        return None
    return settings.closes_at + extra.beyond_limit(settings.time_limit_seconds)


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
