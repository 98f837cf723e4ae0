"""The statements of SQL that attempts rest on. Each change touches the attempt's row first, in its transaction."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, cast

from sqlalchemy import Boolean, ScalarSelect, Table, and_, bindparam, case, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from quizapp.attempts.models import Attempt, AttemptQuestion, Mark, Response, Score
from quizapp.bank.models import QuestionVersion

ATTEMPT: Final = cast("Table", Attempt.__table__)
ASKED: Final = cast("Table", AttemptQuestion.__table__)
RESPONSE: Final = cast("Table", Response.__table__)
SCORE: Final = cast("Table", Score.__table__)
MARK: Final = cast("Table", Mark.__table__)
VERSION: Final = cast("Table", QuestionVersion.__table__)

_mine = and_(ATTEMPT.c.id == bindparam("attempt"), ATTEMPT.c.user_id == bindparam("me"))
_arrived = bindparam("arrived", type_=ATTEMPT.c.deadline.type)

FIND_SLOT: Final = (
    select(ATTEMPT.c.submitted_at, ATTEMPT.c.place, ASKED.c.option_ids, VERSION.c.type)
    .join(ASKED, ASKED.c.attempt_id == ATTEMPT.c.id)
    .join(VERSION, VERSION.c.id == ASKED.c.version_id)
    .where(_mine, ASKED.c.slot == bindparam("slot"))
)
"""The slot `slot` of my attempt `attempt`."""

TOUCH: Final = (
    update(ATTEMPT)
    .where(
        _mine,
        ATTEMPT.c.submitted_at.is_(None),
        or_(ATTEMPT.c.deadline.is_(None), ATTEMPT.c.deadline > _arrived),
        or_(ATTEMPT.c.place.is_(None), ATTEMPT.c.place == bindparam("slot")),
    )
    .values(revision=ATTEMPT.c.revision + 1)
    .returning(ATTEMPT.c.revision, ATTEMPT.c.deadline)
)
"""Take my attempt for a change in the slot `slot`; no row when there may be none any more."""

FLAG: Final = (
    update(ASKED)
    .where(ASKED.c.attempt_id == bindparam("attempt"), ASKED.c.slot == bindparam("at"))
    .values(flagged=bindparam("flag", type_=Boolean()))
)

GO_ON: Final = TOUCH.values(place=ATTEMPT.c.place + 1)
"""Leave the slot `slot` of my sequential attempt for good; no row when it was left already."""

PLACE: Final = (
    select(ATTEMPT.c.place, func.max(ASKED.c.slot).label("last"))
    .join(ASKED, ASKED.c.attempt_id == ATTEMPT.c.id)
    .where(ATTEMPT.c.id == bindparam("attempt"))
    .group_by(ATTEMPT.c.place)
)
"""How far an attempt has come, and how far it goes."""

FIND_RESPONSE: Final = select(RESPONSE.c.answer, RESPONSE.c.sequence, RESPONSE.c.saved_at, RESPONSE.c.checked_at).where(
    RESPONSE.c.attempt_id == bindparam("attempt"), RESPONSE.c.slot == bindparam("slot")
)

CHECK: Final = (
    update(RESPONSE)
    .where(RESPONSE.c.attempt_id == bindparam("attempt"), RESPONSE.c.slot == bindparam("at"))
    .values(checked_at=func.coalesce(RESPONSE.c.checked_at, _arrived))
)
"""From now on the answer in the slot `at` stays as it is."""

FINISH: Final = (
    update(ATTEMPT)
    .where(
        ATTEMPT.c.id == bindparam("attempt"),
        ATTEMPT.c.submitted_at.is_(None),
        or_(ATTEMPT.c.closes_at <= _arrived, bindparam("by_hand", type_=Boolean())),
    )
    .values(submitted_at=case((ATTEMPT.c.closes_at <= _arrived, ATTEMPT.c.closes_at), else_=_arrived))
    .returning(ATTEMPT.c.id)
)
"""End the attempt, by hand or because its time is over; it ended when its time was over, whoever looks later."""


@cache
def keep_response(dialect: str, *, numbered: bool) -> Any:
    """Store an answer unless a newer one or one that was checked is there; a row tells that it was stored.

    An answer without a number takes the next one, so that the last to arrive counts (`of_attempt` and `of_slot` are
    then given beside the columns).
    """
    added = _insert(dialect, RESPONSE)
    if not numbered:
        added = added.values(sequence=_next_sequence())
    newer = {name: added.excluded[name] for name in ("answer", "sequence", "saved_at")}
    return added.on_conflict_do_update(
        index_elements=["attempt_id", "slot"],
        set_=newer,
        where=and_(added.excluded.sequence > RESPONSE.c.sequence, RESPONSE.c.checked_at.is_(None)),
    ).returning(RESPONSE.c.sequence)


@cache
def add_attempt(dialect: str) -> Any:
    """Add an attempt unless the person has one of this number for the quiz; a row tells that it was added."""
    return _insert(dialect, ATTEMPT).on_conflict_do_nothing().returning(ATTEMPT.c.id)


def _next_sequence() -> ScalarSelect[int]:
    return (
        select(func.coalesce(func.max(RESPONSE.c.sequence), 0) + 1)
        .where(RESPONSE.c.attempt_id == bindparam("of_attempt"), RESPONSE.c.slot == bindparam("of_slot"))
        .scalar_subquery()
    )


def _insert(dialect: str, table: Table) -> Any:
    """An insert that knows ON CONFLICT, which each database has in a dialect of its own."""
    return {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[dialect](table)
