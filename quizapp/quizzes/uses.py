"""Which quizzes ask a question."""

from __future__ import annotations

from sqlalchemy import select

from quizapp.bank.uses import Use
from quizapp.database import db
from quizapp.quizzes.models import Quiz, Slot


def uses_of(question_id: int) -> tuple[Use, ...]:
    """The quizzes with a slot for this question, the newest first."""
    rows = db.session.execute(
        select(Quiz.id, Quiz.title, Quiz.published_at)
        .join(Slot, Slot.quiz_id == Quiz.id)
        .where(Slot.question_id == question_id)
        .order_by(Quiz.id.desc())
    )
    return tuple(Use(quiz_id=id_, title=title, published=published is not None) for id_, title, published in rows)
