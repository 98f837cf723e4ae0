"""Starting an attempt, saving its answers, and ending it exactly once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from questions import Interaction
from quizapp.attempts import timing
from quizapp.attempts.asking import Move, Pairs, checked_answer, moved
from quizapp.attempts.records import asked_in, check_mine, saved_in
from quizapp.attempts.scoring import AskedQuestion, AttemptScore, mark_all, score_of
from quizapp.attempts.starting import start
from quizapp.attempts.statements import (
    ATTEMPT,
    CHECK,
    FIND_RESPONSE,
    FIND_SLOT,
    FINISH,
    FLAG,
    GO_ON,
    MARK,
    PLACE,
    SCORE,
    TOUCH,
    keep_response,
)
from quizapp.database import changing, db, reading
from quizapp.errors import N_, NotFound, Refused, WrongField
from quizapp.quizzes.rules import known_rules

__all__ = ["Flagged", "Saved", "check_response", "close_overdue", "flag", "leave", "record_response", "start", "submit"]


@dataclass(frozen=True, kw_only=True)
class Saved:
    """What is on disk in a slot after an answer arrived.

    `superseded`: a newer answer than the one that arrived stood there, and stays. `answer` and `sequence` are those
    on disk. `remaining_ms` is None where nothing ends the attempt.
    """

    saved_at: datetime
    remaining_ms: int | None
    revision: int
    sequence: int
    superseded: bool
    interaction: Interaction
    answer: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Flagged:
    """What is on disk of a question's flag."""

    flagged: bool
    remaining_ms: int | None
    revision: int


@dataclass(frozen=True, kw_only=True)
class _Slot:
    """A slot of an attempt that takes answers, as far as saving needs to know it."""

    option_ids: Pairs
    interaction: Interaction


def record_response(
    *,
    attempt_id: str,
    person_id: int,
    slot: int,
    answer: Sequence[str],
    sequence: int | None,
    now: datetime,
    move: tuple[str, Move] | None = None,
    flagged: bool | None = None,
) -> Saved:
    """Save an answer in a slot; on disk when this returns.

    `answer` lists the ids of options, or holds what was typed. Of two answers the one with the greater `sequence`
    stays, whichever arrives last; without one (None) the answer counts as the newest. `move` is the item of an order
    that a button moved; `flagged` sets or takes away the question's flag (None: leaves it as it is). Raises NotFound
    when the attempt is not this person's, WrongField when the answer does not fit the question, and Refused once the
    slot takes no answers.
    """
    with changing() as connection:
        found = _find(connection, attempt_id, person_id, slot)
        if move is not None:
            answer = moved(answer, *move)
        checked = checked_answer(found.interaction, found.option_ids, answer)
        touched = _take(connection, TOUCH, attempt_id, person_id, slot, now)
        stored = _store(connection, attempt_id, slot, checked, sequence, now)
        if stored.checked:
            raise Refused(N_("This answer was checked, so it can no longer change."))
        if flagged is not None:
            connection.execute(FLAG, {"attempt": attempt_id, "at": slot, "flag": flagged})
    return Saved(
        saved_at=stored.saved_at,
        remaining_ms=timing.remaining_ms(touched.deadline, now),
        revision=touched.revision,
        sequence=stored.sequence,
        superseded=stored.answer != checked,
        interaction=found.interaction,
        answer=tuple(stored.answer),
    )


def check_response(*, attempt_id: str, person_id: int, slot: int, answer: Sequence[str], now: datetime) -> None:
    """Save the last answer in a slot: it is fixed when this returns, so that its feedback can be shown.

    Harmless where the slot's answer was checked before, which then stays. Raises NotFound, WrongField and Refused as
    for an answer, WrongField for no answer, and Refused where the quiz shows nothing while an attempt runs.
    """
    with reading():
        check_mine(attempt_id, person_id)
        quiz_id = db.session.scalar(select(ATTEMPT.c.quiz_id).where(ATTEMPT.c.id == attempt_id))
        review = known_rules(quiz_id or 0).review
    if not review.during:
        raise Refused(N_("In this quiz, answers are not checked before the attempt has ended."))
    with changing() as connection:
        found = _find(connection, attempt_id, person_id, slot)
        last = checked_answer(found.interaction, found.option_ids, answer)
        if not last:
            raise WrongField("answer", N_("Please answer the question before you have it checked."))
        _take(connection, TOUCH, attempt_id, person_id, slot, now)
        _store(connection, attempt_id, slot, last, None, now)
        connection.execute(CHECK, {"attempt": attempt_id, "at": slot, "arrived": now})


def flag(*, attempt_id: str, person_id: int, slot: int, flagged: bool, now: datetime) -> Flagged:
    """Flag a question, to look at it again, or take the flag away; on disk when this returns.

    Raises NotFound and Refused as for an answer.
    """
    with changing() as connection:
        _find(connection, attempt_id, person_id, slot)
        touched = _take(connection, TOUCH, attempt_id, person_id, slot, now)
        connection.execute(FLAG, {"attempt": attempt_id, "at": slot, "flag": flagged})
    return Flagged(flagged=flagged, remaining_ms=timing.remaining_ms(touched.deadline, now), revision=touched.revision)


def leave(*, attempt_id: str, person_id: int, slot: int, now: datetime) -> None:
    """Go on to the next question of a sequential attempt; the one in this slot is closed for good.

    Harmless where it was left before, at the last question, and in an attempt in which one may go back. Raises
    NotFound when the attempt is not this person's, and Refused once it takes no answers.
    """
    with reading():
        check_mine(attempt_id, person_id)
        here = db.session.execute(PLACE, {"attempt": attempt_id}).one()
    if here.place != slot or slot == here.last:
        return
    with changing() as connection:
        _take(connection, GO_ON, attempt_id, person_id, slot, now)


def _take(connection: Connection, statement: Any, attempt_id: str, person_id: int, slot: int, now: datetime) -> Any:
    """Take the attempt's row for a change in a slot; Refused where there may be none any more."""
    given = {"attempt": attempt_id, "me": person_id, "slot": slot, "arrived": now}
    touched = connection.execute(statement, given).first()
    if touched is None:
        raise Refused(N_("The time is up, so this answer was not taken. What was saved before counts."))
    return touched


def _find(connection: Connection, attempt_id: str, person_id: int, slot: int) -> _Slot:
    found = connection.execute(FIND_SLOT, {"attempt": attempt_id, "me": person_id, "slot": slot}).first()
    if found is None:
        raise NotFound
    if found.submitted_at is not None:
        raise Refused(N_("This attempt was submitted, so its answers can no longer change."))
    if found.place not in (None, slot):
        raise Refused(N_("A question that you have left stays as it is here. Please go on with the one you are at."))
    return _Slot(option_ids=found.option_ids, interaction=found.type.interaction)


@dataclass(frozen=True, kw_only=True)
class _Stored:
    answer: list[str]
    sequence: int
    saved_at: datetime
    checked: bool


def _store(
    connection: Connection, attempt_id: str, slot: int, answer: list[str], sequence: int | None, now: datetime
) -> _Stored:
    """Store the answer unless a newer one is there, or one that was checked, and return the one that is there then."""
    row: dict[str, object] = {"attempt_id": attempt_id, "slot": slot, "answer": answer, "saved_at": now}
    row |= {"of_attempt": attempt_id, "of_slot": slot} if sequence is None else {"sequence": sequence}
    statement = keep_response(connection.dialect.name, numbered=sequence is not None)
    kept = connection.execute(statement, row).first()
    if kept is not None:
        return _Stored(answer=answer, sequence=kept.sequence, saved_at=now, checked=False)
    there = connection.execute(FIND_RESPONSE, {"attempt": attempt_id, "slot": slot}).one()
    return _Stored(
        answer=there.answer, sequence=there.sequence, saved_at=there.saved_at, checked=there.checked_at is not None
    )


def submit(*, attempt_id: str, person_id: int, now: datetime) -> AttemptScore:
    """End the attempt and score what was saved. Repeating it changes nothing and returns the same score.

    Raises NotFound when the attempt is not this person's.
    """
    with reading():
        check_mine(attempt_id, person_id)
        asked = asked_in([attempt_id])[attempt_id]
    _finish(attempt_id, asked, now, by_hand=True)
    stored = db.session.execute(select(SCORE.c.mark, SCORE.c.max_mark).where(SCORE.c.attempt_id == attempt_id)).one()
    db.session.commit()
    return AttemptScore(mark=stored.mark, max_mark=stored.max_mark)


def close_overdue(*, now: datetime) -> int:
    """Store the scores of attempts that ended by themselves; returns how many. It changes nothing that anyone sees."""
    with reading():
        over = select(ATTEMPT.c.id).where(ATTEMPT.c.submitted_at.is_(None), ATTEMPT.c.closes_at <= now)
        ended = list(db.session.scalars(over))
    return sum(_close(attempt_id, now) for attempt_id in ended)


def _close(attempt_id: str, now: datetime) -> bool:
    with reading():
        asked = asked_in([attempt_id])[attempt_id]
    closed = _finish(attempt_id, asked, now, by_hand=False)
    db.session.commit()
    return closed


def _finish(attempt_id: str, asked: Sequence[AskedQuestion], now: datetime, *, by_hand: bool) -> bool:
    """Take the attempt's row and, only where that ended it, store marks and score; the caller commits."""
    ended = db.session.execute(FINISH, {"attempt": attempt_id, "arrived": now, "by_hand": by_hand}).first()
    if ended is None:
        return False
    answers = saved_in([attempt_id]).get(attempt_id, {})
    marks = mark_all(asked, {slot: saved.answer for slot, saved in answers.items()})
    score = score_of(marks)
    row = {"attempt_id": attempt_id, "mark": score.mark, "max_mark": score.max_mark, "marked_at": now}
    db.session.execute(insert(SCORE), row)
    worth = [{"attempt_id": attempt_id, "slot": one.slot, "mark": one.mark, "max_mark": one.max_mark} for one in marks]
    db.session.execute(insert(MARK), worth)
    return True
