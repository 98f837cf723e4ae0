"""Extra time for students: given with a reason, kept on record, and read as it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, insert, select
from sqlalchemy.orm import aliased

from quizapp.access import Role
from quizapp.accounts.models import User
from quizapp.database import db
from quizapp.errors import N_, NotFound, WrongField
from quizapp.quizzes.models import ExtraTimeEntry, Quiz
from quizapp.quizzes.settings import NO_EXTRA_TIME, ExtraTime

LONGEST_REASON = 500


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """A student to whom time was given. `stands`: nothing was given to them after it."""

    id: int
    name: str
    stands: bool


@dataclass(frozen=True, kw_only=True)
class GivenTime:
    """What was given in one step: to whom, why, when and by whom."""

    recipients: tuple[Recipient, ...]
    extra: ExtraTime
    reason: str
    given_at: datetime
    given_by: str

    @property
    def standing(self) -> tuple[Recipient, ...]:
        """Those to whom nothing was given after it."""
        return tuple(one for one in self.recipients if one.stands)


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
    """All that was ever given for a quiz, a step at a time, the newest first."""
    giver = aliased(User)
    found = db.session.execute(
        select(ExtraTimeEntry, User.name, giver.name)
        .join(User, User.id == ExtraTimeEntry.user_id)
        .join(giver, giver.id == ExtraTimeEntry.given_by)
        .where(ExtraTimeEntry.quiz_id == quiz_id)
        .order_by(ExtraTimeEntry.id.desc())
    )
    seen: set[int] = set()
    steps: dict[tuple[ExtraTime, str, datetime, str], list[Recipient]] = {}
    for entry, name, by in found:
        extra = ExtraTime(percent=entry.percent, seconds=entry.seconds)
        recipient = Recipient(id=entry.user_id, name=name, stands=entry.user_id not in seen)
        steps.setdefault((extra, entry.reason, entry.given_at, by), []).append(recipient)
        seen.add(entry.user_id)
    return tuple(
        GivenTime(recipients=_by_name(recipients), extra=extra, reason=reason, given_at=given_at, given_by=by)
        for (extra, reason, given_at, by), recipients in steps.items()
    )


def _by_name(recipients: Iterable[Recipient]) -> tuple[Recipient, ...]:
    return tuple(sorted(recipients, key=lambda one: (one.name, one.id)))


def students() -> tuple[Student, ...]:
    """All students with an account that is in use, by name."""
    found = db.session.execute(
        select(User.id, User.name, User.username)
        .where(User.role == Role.STUDENT, User.disabled_at.is_(None))
        .order_by(User.name, User.id)
    )
    return tuple(Student(id=id_, name=name, username=username) for id_, name, username in found)


def add_entries(
    *, quiz_id: int, person_ids: Collection[int], extra: ExtraTime, reason: str, given_by: int, now: datetime
) -> None:
    """Put an entry for each of these students on record. The caller moves what follows from it, and commits.

    Raises NotFound for a quiz that is not there, WrongField for someone who is no student, for nobody, and without a
    reason.
    """
    if not reason.strip():
        raise WrongField("reason", N_("Please give the reason: it stays on record."))
    if db.session.scalar(select(Quiz.id).where(Quiz.id == quiz_id).with_for_update()) is None:
        raise NotFound
    known = set(db.session.scalars(select(User.id).where(User.id.in_(person_ids), User.role == Role.STUDENT)))
    if not known or known != set(person_ids):
        raise WrongField("person_id", N_("Please choose students."))
    given = {"percent": extra.percent, "seconds": extra.seconds, "reason": reason.strip()[:LONGEST_REASON]}
    by = {"quiz_id": quiz_id, "given_at": now, "given_by": given_by}
    db.session.execute(insert(ExtraTimeEntry), [{"user_id": id_, **given, **by} for id_ in sorted(known)])
