"""The rules of quizzes as they are stored: how many questions a quiz asks, and the settings that rule its attempts."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Final

from sqlalchemy import Select, case, delete, func, select, update

from quizapp.bank.models import Question
from quizapp.database import db
from quizapp.errors import NotFound
from quizapp.quizzes.feedback import Feedback, feedback_from_json
from quizapp.quizzes.models import Quiz, Slot
from quizapp.quizzes.reviewing import ReviewOptions
from quizapp.quizzes.settings import QuizSettings


@dataclass(frozen=True, kw_only=True)
class QuizRules(QuizSettings):
    """A quiz as students know it once it is published: how many questions it asks, and the settings that rule it.

    `feedback` is what is said at the end by score, the highest first.
    """

    id: int
    title: str
    description: str
    questions: int
    feedback: tuple[Feedback, ...] = ()


def published() -> tuple[QuizRules, ...]:
    """The quizzes that students see, those first that were published last."""
    found = db.session.execute(_rules().order_by(Quiz.published_at.desc(), Quiz.id.desc()))
    return tuple(_rules_of(quiz, slots) for quiz, slots in found)


def rules(quiz_id: int) -> QuizRules:
    """The rules of a published quiz; NotFound when there is none of this number."""
    found = db.session.execute(_rules().where(Quiz.id == quiz_id)).one_or_none()
    if found is None:
        raise NotFound
    return _rules_of(*found)


def held_rules(quiz_id: int) -> QuizRules:
    """The rules as they are now, held until the transaction ends: who changes them waits for it.

    For whoever stores what follows from them. NotFound as with `rules`.
    """
    held = _rules().where(Quiz.id == quiz_id).with_for_update(read=True, of=Quiz)
    found = db.session.execute(held, execution_options={"populate_existing": True}).one_or_none()
    if found is None:
        raise NotFound
    return _rules_of(*found)


def known_rules(quiz_id: int) -> QuizRules:
    """The rules of a quiz, published or not, for what has happened at it; NotFound when there is none."""
    found = db.session.execute(select(Quiz, COUNT).where(Quiz.id == quiz_id)).one_or_none()
    if found is None:
        raise NotFound
    return _rules_of(*found)


def settings_of(quiz_id: int) -> tuple[str, QuizSettings]:
    """The title and the settings of a quiz, published or not; NotFound when there is none of this number."""
    quiz = db.session.get(Quiz, quiz_id)
    if quiz is None:
        raise NotFound
    return quiz.title, QuizSettings(**_settings(quiz))


def set_settings(*, quiz_id: int, settings: QuizSettings) -> None:
    """Give a quiz these settings. The caller moves what follows from them, and commits. NotFound as above."""
    changed = db.session.execute(update(Quiz).where(Quiz.id == quiz_id).values(columns_of(settings)).returning(Quiz.id))
    if changed.first() is None:
        raise NotFound


def unpublish(*, quiz_id: int) -> None:
    """Take a quiz back from students. The caller makes sure that none has started it, and commits."""
    db.session.execute(update(Quiz).where(Quiz.id == quiz_id).values(published_at=None))


def drop_draft(*, quiz_id: int) -> bool:
    """Delete a quiz unless it is published, and say whether it was. The caller commits."""
    draft = Quiz.id == quiz_id, Quiz.published_at.is_(None)
    return db.session.execute(delete(Quiz).where(*draft).returning(Quiz.id)).first() is not None


def _rules() -> Select[Quiz, int]:
    return select(Quiz, COUNT).where(Quiz.published_at.is_not(None))


def _rules_of(quiz: Quiz, slots: int) -> QuizRules:
    return QuizRules(
        id=quiz.id,
        title=quiz.title,
        description=quiz.description,
        questions=slots,
        feedback=feedback_from_json(quiz.feedback),
        **_settings(quiz),
    )


def columns_of(settings: QuizSettings) -> dict[str, Any]:
    """Settings as the table of quizzes keeps them."""
    columns = {field.name: getattr(settings, field.name) for field in fields(QuizSettings)}
    return {**columns, "review": settings.review.as_json()}


def _settings(quiz: Quiz) -> dict[str, Any]:
    columns = {field.name: getattr(quiz, field.name) for field in fields(QuizSettings)}
    return {**columns, "review": ReviewOptions.from_json(quiz.review)}


COUNT: Final = (
    select(
        func.coalesce(
            func.sum(case((Slot.question_id.is_(None), Slot.count), (Question.retired_at.is_(None), 1), else_=0)), 0
        )
    )
    .select_from(Slot)
    .outerjoin(Question, Question.id == Slot.question_id)
    .where(Slot.quiz_id == Quiz.id)
    .scalar_subquery()
)
"""How many questions a quiz asks; those that were retired are asked no more."""
