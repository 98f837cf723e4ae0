"""A question's state, which is computed from what happened to it; its row keeps a copy to filter and count by.

An edit always makes a new version, which is a draft until it is approved; a version itself never changes. A quiz asks
the newest approved version, so an edit changes nothing for students before someone approves it. A retired question
is asked in no new attempt; attempts that asked it keep it, and restoring it brings it back as it was. A rejected
version is asked by nobody, with the reason on record; it is a draft again once the rejection is taken back.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """Where a question stands: what its current version waits for, or that it is out of use."""

    DRAFT = "draft"
    APPROVED = "approved"
    REJECTED = "rejected"
    RETIRED = "retired"


class Verdict(StrEnum):
    """What a reviewer decided about a version."""

    APPROVED = "approved"
    REJECTED = "rejected"


class Fate(StrEnum):
    """What a newer revision did to a sentence that a question quotes, or a correction to a fact that it rests on."""

    CHANGED = "changed"
    DELETED = "deleted"
    FACT_CORRECTED = "fact-corrected"
    FACT_HIDDEN = "fact-hidden"


def state_of(*, retired_at: datetime | None, approved_at: datetime | None, rejected_at: datetime | None) -> State:
    """The state of a question retired then, whose current version was approved or rejected then (None: not)."""
    if retired_at is not None:
        return State.RETIRED
    if approved_at is not None:
        return State.APPROVED
    return State.DRAFT if rejected_at is None else State.REJECTED
