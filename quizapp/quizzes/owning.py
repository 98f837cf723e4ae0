"""Whose a quiz is: any teacher may look at it; its maker, the colleagues they named and administrators change it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, exists, insert, or_, select

from quizapp.access import TEACHERS, Role
from quizapp.accounts.models import User
from quizapp.accounts.service import folded
from quizapp.database import db
from quizapp.errors import N_, NotFound, Refused, WrongField
from quizapp.quizzes.models import Colleague, Quiz


@dataclass(frozen=True, kw_only=True)
class Named:
    """A colleague who may change a quiz that they did not make."""

    id: int
    name: str
    username: str


@dataclass(frozen=True, kw_only=True)
class Owning:
    """Who made a quiz, and whether the one who asks may change it."""

    owner: str
    may_change: bool


def owning(*, quiz_id: int, person_id: int) -> Owning:
    """Whose the quiz is, as this person sees it; NotFound when there is none of this number."""
    named = exists().where(Colleague.quiz_id == quiz_id, Colleague.user_id == person_id)
    administers = exists().where(User.id == person_id, User.role == Role.ADMIN).correlate(None)
    found = db.session.execute(
        select(User.name, or_(Quiz.created_by == person_id, named, administers))
        .join(User, User.id == Quiz.created_by)
        .where(Quiz.id == quiz_id)
    ).first()
    if found is None:
        raise NotFound
    owner, may_change = found
    return Owning(owner=owner, may_change=bool(may_change))


def check_may_change(*, quiz_id: int, person_id: int) -> None:
    """Raise NotFound where there is no such quiz, and Refused unless it is this person's to change.

    Whatever changes, publishes or deletes a quiz, or gives time for it, calls this first, in its own transaction;
    where this raises, the transaction is over.
    """
    try:
        found = owning(quiz_id=quiz_id, person_id=person_id)
    except NotFound:
        db.session.rollback()
        raise
    if not found.may_change:
        db.session.rollback()
        raise Refused(N_("This quiz belongs to %(name)s, who can let you change it too."), name=found.owner)


def colleagues(*, quiz_id: int) -> tuple[Named, ...]:
    """The colleagues who may change the quiz, by name."""
    found = db.session.execute(
        select(User.id, User.name, User.username)
        .join(Colleague, Colleague.user_id == User.id)
        .where(Colleague.quiz_id == quiz_id)
        .order_by(User.name, User.id)
    )
    return tuple(Named(id=id_, name=name, username=username) for id_, name, username in found)


def name_colleague(*, quiz_id: int, username: str, person_id: int, now: datetime) -> None:
    """Let a teacher of this name change the quiz, too; harmless for one who may already.

    Raises WrongField where no teacher has the name, and as `check_may_change`.
    """
    check_may_change(quiz_id=quiz_id, person_id=person_id)
    teaches = User.role.in_(TEACHERS), User.disabled_at.is_(None)
    colleague = db.session.scalar(select(User.id).where(User.username == folded(username), *teaches))
    if colleague is None:
        db.session.rollback()
        raise WrongField("username", N_("No teacher has the username “%(name)s”."), name=username)
    is_named = select(Colleague.user_id).where(Colleague.quiz_id == quiz_id, Colleague.user_id == colleague)
    is_maker = select(Quiz.id).where(Quiz.id == quiz_id, Quiz.created_by == colleague)
    if db.session.scalar(is_named) is None and db.session.scalar(is_maker) is None:
        row = {"quiz_id": quiz_id, "user_id": colleague, "named_at": now, "named_by": person_id}
        db.session.execute(insert(Colleague), row)
    db.session.commit()


def dismiss_colleague(*, quiz_id: int, colleague_id: int, person_id: int) -> None:
    """Let a colleague no longer change the quiz; harmless for one who may not. Raises as `check_may_change`."""
    check_may_change(quiz_id=quiz_id, person_id=person_id)
    db.session.execute(delete(Colleague).where(Colleague.quiz_id == quiz_id, Colleague.user_id == colleague_id))
    db.session.commit()
