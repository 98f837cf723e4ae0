"""Extra time for students: given with a reason, kept on record, and read as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from quizapp.access import Role
from quizapp.accounts.models import User
from quizapp.database import db
from quizapp.errors import N_, NotFound, WrongField
from quizapp.quizzes.models import ExtraTimeEntry, Quiz
from quizapp.quizzes.settings import NO_EXTRA_TIME, ExtraTime

LONGEST_REASON = 500


@dataclass(frozen=True, kw_only=True)
class GivenTime:
    """An entry of the record: what was given to whom, why, when and by whom. `stands`: none came after it."""

    person_id: int
    person_name: str
    extra: ExtraTime
    reason: str
    given_at: datetime
    given_by: str
    stands: bool


@dataclass(frozen=True, kw_only=True)
class Student:
    """Someone who may be given extra time."""

    id: int
    name: str
    username: str


def extra_times(*, quiz_id: int) -> Mapping[int, ExtraTime]:
    """The extra time that stands for a quiz, by person; who is missing has none."""
    return {user: extra for (_quiz, user), extra in _standing(ExtraTimeEntry.quiz_id == quiz_id)}


def extra_times_at(*, quiz_ids: Sequence[int]) -> Mapping[int, Sequence[ExtraTime]]:
    """All extra time that stands for these quizzes, by quiz; a quiz that is missing has none."""
    found: dict[int, list[ExtraTime]] = {}
    for (quiz, _user), extra in _standing(ExtraTimeEntry.quiz_id.in_(quiz_ids)):
        found.setdefault(quiz, []).append(extra)
    return found


def extra_times_of(*, person_id: int) -> Mapping[int, ExtraTime]:
    """The extra time that a person has, by quiz; a quiz that is missing gives none."""
    return {quiz: extra for (quiz, _user), extra in _standing(ExtraTimeEntry.user_id == person_id)}


def extra_time(*, quiz_id: int, person_id: int) -> ExtraTime:
    """The extra time of a person for a quiz."""
    of_both = ExtraTimeEntry.quiz_id == quiz_id, ExtraTimeEntry.user_id == person_id
    return next((extra for _both, extra in _standing(*of_both)), NO_EXTRA_TIME)


def _standing(*chosen: ColumnElement[bool]) -> Sequence[tuple[tuple[int, int], ExtraTime]]:
    newest = select(func.max(ExtraTimeEntry.id)).where(*chosen).group_by(ExtraTimeEntry.quiz_id, ExtraTimeEntry.user_id)
    found = db.session.execute(
        select(ExtraTimeEntry.quiz_id, ExtraTimeEntry.user_id, ExtraTimeEntry.percent, ExtraTimeEntry.seconds).where(
            ExtraTimeEntry.id.in_(newest)
        )
    )
    return [((quiz, user), ExtraTime(percent=percent, seconds=seconds)) for quiz, user, percent, seconds in found]


def record(*, quiz_id: int) -> tuple[GivenTime, ...]:
    """All that was ever given for a quiz, the newest first."""
    giver = aliased(User)
    found = db.session.execute(
        select(ExtraTimeEntry, User.name, giver.name)
        .join(User, User.id == ExtraTimeEntry.user_id)
        .join(giver, giver.id == ExtraTimeEntry.given_by)
        .where(ExtraTimeEntry.quiz_id == quiz_id)
        .order_by(ExtraTimeEntry.id.desc())
    )
    seen: set[int] = set()
    entries = []
    for entry, name, by in found:
        entries.append(_given(entry, name, by, stands=entry.user_id not in seen))
        seen.add(entry.user_id)
    return tuple(entries)


def _given(entry: ExtraTimeEntry, name: str, given_by: str, *, stands: bool) -> GivenTime:
    return GivenTime(
        person_id=entry.user_id,
        person_name=name,
        extra=ExtraTime(percent=entry.percent, seconds=entry.seconds),
        reason=entry.reason,
        given_at=entry.given_at,
        given_by=given_by,
        stands=stands,
    )


def students() -> tuple[Student, ...]:
    """All students with an account that is in use, by name."""
    found = db.session.execute(
        select(User.id, User.name, User.username)
        .where(User.role == Role.STUDENT, User.disabled_at.is_(None))
        .order_by(User.name, User.id)
    )
    return tuple(Student(id=id_, name=name, username=username) for id_, name, username in found)


def add_entry(*, quiz_id: int, person_id: int, extra: ExtraTime, reason: str, given_by: int, now: datetime) -> None:
    """Put an entry on record. The caller moves what follows from it, and commits.

    Raises NotFound for a quiz that is not there, WrongField for someone who is no student, and without a reason.
    """
    if not reason.strip():
        raise WrongField("reason", N_("Please give the reason: it stays on record."))
    if db.session.scalar(select(Quiz.id).where(Quiz.id == quiz_id).with_for_update()) is None:
        raise NotFound
    if db.session.scalar(select(User.id).where(User.id == person_id, User.role == Role.STUDENT)) is None:
        raise WrongField("person_id", N_("Please choose a student."))
    entry = ExtraTimeEntry(
        quiz_id=quiz_id,
        user_id=person_id,
        percent=extra.percent,
        seconds=extra.seconds,
        reason=reason.strip()[:LONGEST_REASON],
        given_at=now,
        given_by=given_by,
    )
    db.session.add(entry)
    db.session.flush()
