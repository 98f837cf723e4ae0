"""Changing the rules while attempts run: each change moves their deadlines in the same transaction."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, bindparam, delete, func, or_, select, update

from quizapp.attempts import timing
from quizapp.attempts.statements import ATTEMPT
from quizapp.database import db
from quizapp.errors import N_, Refused
from quizapp.quizzes.extra_time import add_entries, extra_times
from quizapp.quizzes.owning import check_may_change
from quizapp.quizzes.rules import drop_draft, set_settings, settings_of, unpublish
from quizapp.quizzes.settings import NO_EXTRA_TIME, ExtraTime, QuizSettings

_MOVE: Final = (
    update(ATTEMPT)
    .where(ATTEMPT.c.id == bindparam("attempt"), ATTEMPT.c.submitted_at.is_(None))
    .values(deadline=bindparam("until"), closes_at=bindparam("ends"))
)


def change_settings(*, quiz_id: int, settings: QuizSettings, person_id: int, now: datetime) -> None:
    """Give a quiz these settings; its running attempts follow the new times at once.

    An attempt whose new deadline has passed ends now, with what was saved. What has ended is not opened again. Raises
    NotFound when there is no quiz of this number, and Refused for someone whose quiz it is not.
    """
    check_may_change(quiz_id=quiz_id, person_id=person_id)
    set_settings(quiz_id=quiz_id, settings=settings)
    _move(quiz_id, settings, extra_times(quiz_id=quiz_id), now)
    db.session.commit()


def give_extra_time(
    *, quiz_id: int, person_ids: Collection[int], extra: ExtraTime, reason: str, given_by: int, now: datetime
) -> None:
    """Give students extra time for a quiz, in place of what each had; attempts that run follow at once.

    No time at all takes back what was given. Raises NotFound and WrongField as the record does, and Refused for a giver
    whose quiz it is not.
    """
    check_may_change(quiz_id=quiz_id, person_id=given_by)
    add_entries(quiz_id=quiz_id, person_ids=person_ids, extra=extra, reason=reason, given_by=given_by, now=now)
    _title, settings = settings_of(quiz_id)
    _move(quiz_id, settings, dict.fromkeys(person_ids, extra), now, person_ids)
    db.session.commit()


def withdraw(*, quiz_id: int, person_id: int) -> None:
    """Take a published quiz back from students, so that its questions can change; harmless where it is not published.

    Raises Refused once a student has started it, and as `check_may_change`.
    """
    check_may_change(quiz_id=quiz_id, person_id=person_id)
    unpublish(quiz_id=quiz_id)
    counting = select(ATTEMPT.c.id).where(ATTEMPT.c.quiz_id == quiz_id, ATTEMPT.c.preview.is_(False))
    if db.session.scalar(counting.limit(1)) is not None:
        db.session.rollback()
        raise Refused(
            N_(
                "Students have started this quiz, so it stays published. You can close it in its settings, or make a"
                " copy and change that."
            )
        )
    db.session.commit()


def delete_draft(*, quiz_id: int, person_id: int) -> None:
    """Delete a quiz that is not published, with the previews of it. Its questions stay in the bank.

    Raises Refused where it is published or students have attempts at it, and as `check_may_change`.
    """
    check_may_change(quiz_id=quiz_id, person_id=person_id)
    of_quiz = ATTEMPT.c.quiz_id == quiz_id
    db.session.execute(delete(ATTEMPT).where(of_quiz, ATTEMPT.c.preview))
    is_taken = db.session.scalar(select(ATTEMPT.c.id).where(of_quiz).limit(1)) is not None
    if is_taken or not drop_draft(quiz_id=quiz_id):
        db.session.rollback()
        raise Refused(N_("A quiz that students see is not deleted. You can close it in its settings."))
    db.session.commit()


def count_running(*, quiz_id: int, now: datetime) -> int:
    """How many attempts at a quiz are running at this moment."""
    return db.session.scalar(select(func.count(ATTEMPT.c.id)).where(_is_running(quiz_id, now))) or 0


def _is_running(quiz_id: int, now: datetime) -> ColumnElement[bool]:
    not_over = or_(ATTEMPT.c.closes_at.is_(None), ATTEMPT.c.closes_at > now)
    return and_(ATTEMPT.c.quiz_id == quiz_id, ATTEMPT.c.submitted_at.is_(None), ATTEMPT.c.preview.is_(False), not_over)


def _move(
    quiz_id: int,
    settings: QuizSettings,
    extra: Mapping[int, ExtraTime],
    now: datetime,
    person_ids: Collection[int] | None = None,
) -> None:
    """Set the limits of running attempts anew: of all at the quiz, or of these people's. The caller commits."""
    running = select(ATTEMPT.c.id, ATTEMPT.c.user_id, ATTEMPT.c.started_at).where(_is_running(quiz_id, now))
    if person_ids is not None:
        running = running.where(ATTEMPT.c.user_id.in_(person_ids))
    moved = [
        _moved(attempt_id, timing.limits(started=started, settings=settings, extra=extra.get(user, NO_EXTRA_TIME)), now)
        for attempt_id, user, started in db.session.execute(running)
    ]
    if moved:
        db.session.connection().execute(_MOVE, moved)


def _moved(attempt_id: str, limits: timing.Limits, now: datetime) -> dict[str, object]:
    """The limits, but not before now: answers that were taken were taken in time."""
    if limits.deadline is None or limits.closes_at is None:
        return {"attempt": attempt_id, "until": None, "ends": None}
    grace = limits.closes_at - limits.deadline
    deadline = max(limits.deadline, now)
    return {"attempt": attempt_id, "until": deadline, "ends": deadline + grace}
