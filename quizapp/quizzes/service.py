"""Making quizzes, publishing them, and what a quiz asks of those who take it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, bindparam, func, select, update
from sqlalchemy.orm import aliased

import questions
from quizapp.bank.models import Question, QuestionVersion
from quizapp.database import db
from quizapp.errors import N_, NotFound, Refused, WrongField
from quizapp.quizzes.models import Quiz, Slot
from quizapp.quizzes.owning import check_may_change
from quizapp.quizzes.reviewing import ReviewOptions
from quizapp.quizzes.settings import QuizSettings

DEFAULT_SETTINGS: Final = QuizSettings()
"""No limit of any kind, and everything shown as soon as an attempt has ended."""


@dataclass(frozen=True, kw_only=True)
class QuizRules(QuizSettings):
    """A quiz as students know it once it is published: how many questions it asks, and the settings that rule it."""

    id: int
    title: str
    description: str
    questions: int


@dataclass(frozen=True, kw_only=True)
class SlotVersion:
    """A slot of a quiz, with the version of its question that an attempt which starts now is asked."""

    position: int
    max_mark: float
    version_id: int
    question: questions.Question


def create_quiz(
    *,
    title: str,
    description: str = "",
    question_ids: Sequence[int],
    person_id: int,
    now: datetime,
    settings: QuizSettings = DEFAULT_SETTINGS,
) -> int:
    """Make a quiz of these questions, in this order, for one mark each; students see it once it is published.

    Raises WrongField for a quiz that could not be taken.
    """
    if not title.strip():
        raise WrongField("title", N_("Please give the quiz a title."))
    _check_questions(question_ids)
    quiz = Quiz(
        title=title.strip(),
        description=description.strip(),
        created_at=now,
        created_by=person_id,
        slots=[Slot(position=place, question_id=id_) for place, id_ in enumerate(question_ids, start=1)],
        **_columns(settings),
    )
    db.session.add(quiz)
    db.session.commit()
    return quiz.id


def _columns(settings: QuizSettings) -> dict[str, Any]:
    """The settings as the table keeps them."""
    columns = {field.name: getattr(settings, field.name) for field in fields(QuizSettings)}
    return {**columns, "review": settings.review.as_json()}


def _settings(quiz: Quiz) -> dict[str, Any]:
    columns = {field.name: getattr(quiz, field.name) for field in fields(QuizSettings)}
    return {**columns, "review": ReviewOptions.from_json(quiz.review)}


def _check_questions(question_ids: Sequence[int]) -> None:
    if not question_ids:
        raise WrongField("questions", N_("Please choose at least one question."))
    if len(set(question_ids)) < len(question_ids):
        raise WrongField("questions", N_("A quiz asks each question once."))
    known = db.session.scalar(select(func.count()).select_from(Question).where(Question.id.in_(question_ids)))
    if known != len(question_ids):
        db.session.rollback()
        raise WrongField("questions", N_("Some of these questions are not in the bank."))


def publish(*, quiz_id: int, person_id: int, now: datetime) -> None:
    """Let students take the quiz; harmless when they may already.

    Raises NotFound, and Refused for someone whose quiz it is not, and while a question has no approved version.
    """
    check_may_change(quiz_id=quiz_id, person_id=person_id)
    quiz = db.session.get(Quiz, quiz_id)
    if quiz is None:
        db.session.rollback()
        raise NotFound
    missing = len(quiz.slots) - len(db.session.execute(_ASKABLE, {"quiz": quiz_id}).all())
    if missing:
        db.session.rollback()
        raise Refused(N_("%(count)s of its questions are not approved, or retired. Approve them first."), count=missing)
    quiz.published_at = quiz.published_at or now
    db.session.commit()


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


def settings_of(quiz_id: int) -> tuple[str, QuizSettings]:
    """The title and the settings of a quiz, published or not; NotFound when there is none of this number."""
    quiz = db.session.get(Quiz, quiz_id)
    if quiz is None:
        raise NotFound
    return quiz.title, QuizSettings(**_settings(quiz))


def set_settings(*, quiz_id: int, settings: QuizSettings) -> None:
    """Give a quiz these settings. The caller moves what follows from them, and commits. NotFound as above."""
    changed = db.session.execute(update(Quiz).where(Quiz.id == quiz_id).values(_columns(settings)).returning(Quiz.id))
    if changed.first() is None:
        raise NotFound


def slot_versions(quiz_id: int) -> tuple[SlotVersion, ...]:
    """The slots with the newest approved version of each question, in order; retired questions are left out."""
    found = db.session.execute(_ASKABLE, {"quiz": quiz_id})
    return tuple(
        SlotVersion(position=place, max_mark=worth, version_id=id_, question=questions.question_from_json(body))
        for place, worth, id_, body in found
    )


def _rules() -> Select[Quiz, int]:
    asked = select(func.count()).select_from(Slot).join(Question, Question.id == Slot.question_id)
    count = asked.where(Slot.quiz_id == Quiz.id, Question.retired_at.is_(None)).scalar_subquery()
    return select(Quiz, count).where(Quiz.published_at.is_not(None))


def _rules_of(quiz: Quiz, slots: int) -> QuizRules:
    return QuizRules(id=quiz.id, title=quiz.title, description=quiz.description, questions=slots, **_settings(quiz))


def _askable() -> Select[int, float, int, dict[str, Any]]:
    """The slots of the quiz `quiz` whose question is not retired, with its newest approved version."""
    newer = aliased(QuestionVersion)
    newest = (
        select(func.max(newer.number))
        .where(newer.question_id == Slot.question_id, newer.approved_at.is_not(None))
        .scalar_subquery()
    )
    return (
        select(Slot.position, Slot.max_mark, QuestionVersion.id, QuestionVersion.body)
        .join(Question, Question.id == Slot.question_id)
        .join(QuestionVersion, QuestionVersion.question_id == Slot.question_id)
        .where(Slot.quiz_id == bindparam("quiz"), Question.retired_at.is_(None), QuestionVersion.number == newest)
        .order_by(Slot.position)
    )


_ASKABLE: Final = _askable()
