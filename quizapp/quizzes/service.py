"""Making quizzes and publishing them; and, for the rooms above, what a quiz asks and by which rules."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import func, select, update

from quizapp.bank.models import Question
from quizapp.database import db, reading
from quizapp.errors import N_, Refused, WrongField
from quizapp.quizzes.asking import SlotVersion, slot_versions
from quizapp.quizzes.checking import is_stopped
from quizapp.quizzes.models import Quiz, Slot
from quizapp.quizzes.owning import check_may_change
from quizapp.quizzes.rules import (
    QuizRules,
    columns_of,
    held_rules,
    known_rules,
    published,
    rules,
    set_settings,
    settings_of,
)
from quizapp.quizzes.settings import QuizSettings

__all__ = [
    "QuizRules",
    "SlotVersion",
    "create_quiz",
    "held_rules",
    "known_rules",
    "publish",
    "published",
    "rules",
    "set_settings",
    "settings_of",
    "slot_versions",
]

DEFAULT_SETTINGS: Final = QuizSettings()
"""No limit of any kind, and everything shown as soon as an attempt has ended."""


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
        **columns_of(settings),
    )
    db.session.add(quiz)
    db.session.commit()
    return quiz.id


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

    Raises NotFound, and Refused for someone whose quiz it is not, and while something stops it (see `checking`).
    """
    with reading():
        stopped = is_stopped(quiz_id=quiz_id, now=now)
    check_may_change(quiz_id=quiz_id, person_id=person_id)
    if stopped:
        db.session.rollback()
        raise Refused(N_("This quiz cannot be published yet. Its check list says what is to be mended."))
    db.session.execute(update(Quiz).where(Quiz.id == quiz_id, Quiz.published_at.is_(None)).values(published_at=now))
    db.session.commit()
