"""Making quizzes, publishing them, and what a quiz asks of those who take it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import aliased

import questions
from quizapp.bank.models import Question, QuestionVersion
from quizapp.database import db
from quizapp.errors import N_, NotFound, Refused, WrongField
from quizapp.quizzes.models import Quiz, ReviewFrom, Slot


@dataclass(frozen=True, kw_only=True)
class QuizRules:
    """A published quiz as students know it: how many questions it asks, and its rules of time. None means: no limit."""

    id: int
    title: str
    description: str
    questions: int
    opens_at: datetime | None
    closes_at: datetime | None
    time_limit_seconds: int | None
    grace_seconds: int
    attempts_allowed: int | None
    shuffle_options: bool
    review_from: ReviewFrom

    def shows_review(self, now: datetime) -> bool:
        """Whether those who have finished may see marks, right answers and explanations at this moment."""
        return self.review_from is ReviewFrom.SUBMISSION or (self.closes_at is not None and now >= self.closes_at)


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
    time_limit_seconds: int | None = None,
    attempts_allowed: int | None = None,
    grace_seconds: int = 0,
    opens_at: datetime | None = None,
    closes_at: datetime | None = None,
    shuffle_options: bool = True,
    review_from: ReviewFrom = ReviewFrom.SUBMISSION,
) -> int:
    """Make a quiz of these questions, in this order, for one mark each; students see it once it is published.

    Raises WrongField for a quiz that could not be taken or never be reviewed.
    """
    quiz = Quiz(
        title=title.strip(),
        description=description.strip(),
        created_at=now,
        created_by=person_id,
        opens_at=opens_at,
        closes_at=closes_at,
        time_limit_seconds=time_limit_seconds,
        grace_seconds=grace_seconds,
        attempts_allowed=attempts_allowed,
        shuffle_options=shuffle_options,
        review_from=review_from,
        slots=[Slot(position=place, question_id=id_) for place, id_ in enumerate(question_ids, start=1)],
    )
    _check(quiz, question_ids)
    db.session.add(quiz)
    db.session.commit()
    return quiz.id


def _check(quiz: Quiz, question_ids: Sequence[int]) -> None:
    if not quiz.title:
        raise WrongField("title", N_("Please give the quiz a title."))
    for field in ("time_limit_seconds", "attempts_allowed"):
        if getattr(quiz, field) is not None and getattr(quiz, field) < 1:
            raise WrongField(field, N_("Please give a number above zero, or leave it out for no limit."))
    if quiz.grace_seconds < 0:
        raise WrongField("grace_seconds", N_("The extra time to submit cannot be negative."))
    if quiz.opens_at and quiz.closes_at and quiz.opens_at >= quiz.closes_at:
        raise WrongField("closes_at", N_("A quiz closes after it opens."))
    if quiz.review_from is ReviewFrom.CLOSE and quiz.closes_at is None:
        raise WrongField("review_from", N_("A review after the close needs a time at which the quiz closes."))
    _check_questions(question_ids)


def _check_questions(question_ids: Sequence[int]) -> None:
    if not question_ids:
        raise WrongField("questions", N_("Please choose at least one question."))
    if len(set(question_ids)) < len(question_ids):
        raise WrongField("questions", N_("A quiz asks each question once."))
    known = db.session.scalar(select(func.count()).select_from(Question).where(Question.id.in_(question_ids)))
    if known != len(question_ids):
        db.session.rollback()
        raise WrongField("questions", N_("Some of these questions are not in the bank."))


def publish(*, quiz_id: int, now: datetime) -> None:
    """Let students take the quiz; harmless when they may already.

    Raises NotFound, and Refused while a question of it has no approved version.
    """
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
    return QuizRules(
        id=quiz.id,
        title=quiz.title,
        description=quiz.description,
        questions=slots,
        opens_at=quiz.opens_at,
        closes_at=quiz.closes_at,
        time_limit_seconds=quiz.time_limit_seconds,
        grace_seconds=quiz.grace_seconds,
        attempts_allowed=quiz.attempts_allowed,
        shuffle_options=quiz.shuffle_options,
        review_from=quiz.review_from,
    )


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
