"""A question with its current version, taken for a change."""

from __future__ import annotations

from sqlalchemy import select

from quizapp.bank.models import Question, QuestionVersion
from quizapp.bank.state import state_of
from quizapp.database import db
from quizapp.errors import NotFound


def current_of(question_id: int) -> tuple[Question, QuestionVersion]:
    """The question and its current version; nobody else changes them before the transaction ends. Raises NotFound."""
    row = db.session.execute(
        select(Question, QuestionVersion)
        .join(QuestionVersion, QuestionVersion.question_id == Question.id)
        .where(Question.id == question_id, QuestionVersion.replaced_at.is_(None))
        .with_for_update(of=Question)
    ).one_or_none()
    if row is None:
        raise NotFound
    return row[0], row[1]


def settle(question: Question, current: QuestionVersion) -> None:
    """Bring the question's copies up to what happened to it and its current version."""
    question.state = state_of(
        retired_at=question.retired_at, approved_at=current.approved_at, rejected_at=current.rejected_at
    )
    question.warned = bool(current.warnings)
    question.type = current.type
    question.difficulty = current.difficulty
