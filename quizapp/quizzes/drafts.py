"""The quizzes that someone is still building."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, or_, select

from quizapp.database import db
from quizapp.errors import NotFound
from quizapp.quizzes.models import Colleague, Quiz
from quizapp.quizzes.rules import COUNT


@dataclass(frozen=True, kw_only=True)
class DraftLine:
    """A quiz that is not published, and how many questions it asks so far."""

    id: int
    title: str
    questions: int
    created_at: datetime


def drafts_of(person_id: int) -> tuple[DraftLine, ...]:
    """The quizzes that are not published and that this person made or was named for, the newest first."""
    named = exists().where(Colleague.quiz_id == Quiz.id, Colleague.user_id == person_id)
    rows = db.session.execute(
        select(Quiz.id, Quiz.title, COUNT, Quiz.created_at)
        .where(Quiz.published_at.is_(None), or_(Quiz.created_by == person_id, named))
        .order_by(Quiz.id.desc())
    )
    return tuple(DraftLine(id=id_, title=title, questions=count, created_at=made) for id_, title, count, made in rows)


def is_draft(quiz_id: int) -> bool:
    """Whether the quiz is not published. Raises NotFound."""
    found = db.session.execute(select(Quiz.published_at).where(Quiz.id == quiz_id)).one_or_none()
    if found is None:
        raise NotFound
    return found.published_at is None
