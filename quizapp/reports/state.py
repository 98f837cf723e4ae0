"""What a report is about, and where it stands, which is computed from what happened to it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What somebody thinks is wrong with a question."""

    KEY = "key"
    SOURCE = "source"
    UNCLEAR = "unclear"
    TEXT = "text"
    OTHER = "other"


class Stage(StrEnum):
    """Where a report stands."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


def stage_of(*, replied_at: datetime | None, closed_at: datetime | None) -> Stage:
    """The stage of a report that was answered and closed then (None: not)."""
    if closed_at is not None:
        return Stage.CLOSED
    return Stage.OPEN if replied_at is None else Stage.ANSWERED
