"""Quizzes: questions in slots, and rules of time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.database import Model
from quizapp.quizzes.settings import Counted, Layout, Navigation


class Quiz(Model):
    """Questions with rules of time; open to students once published. Null means: no limit.

    `review` lists what students are shown afterwards, by moment (see `reviewing`), and `feedback` what is said to them
    by score (see `feedback`).
    """

    __tablename__ = "quiz"
    __table_args__ = (
        CheckConstraint("time_limit_seconds > 0", name="time_limit"),
        CheckConstraint("grace_seconds >= 0", name="grace"),
        CheckConstraint("attempts_allowed > 0", name="attempts_allowed"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    description: Mapped[str]
    created_at: Mapped[datetime]
    created_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    published_at: Mapped[datetime | None]
    opens_at: Mapped[datetime | None]
    closes_at: Mapped[datetime | None]
    time_limit_seconds: Mapped[int | None]
    grace_seconds: Mapped[int] = mapped_column(default=0)
    attempts_allowed: Mapped[int | None]
    shuffle_options: Mapped[bool] = mapped_column(default=True)
    delay_seconds: Mapped[int]
    counted: Mapped[Counted]
    access_code: Mapped[str | None]
    layout: Mapped[Layout]
    navigation: Mapped[Navigation]
    shuffle_questions: Mapped[bool]
    review: Mapped[dict[str, Any]]
    feedback: Mapped[list[Any]] = mapped_column(default=list)

    slots: Mapped[list[Slot]] = relationship(order_by="Slot.position, Slot.id", cascade="all, delete-orphan")


class Slot(Model):
    """A place in a quiz, by `position`: of one question, or of `count` questions drawn among those that fit `filters`.

    `max_mark` is what each of its questions is worth. `filters` are written as `filtering.as_json` writes them.
    """

    __tablename__ = "quiz_slot"
    __table_args__ = (
        CheckConstraint("count > 0", name="count"),
        CheckConstraint("(question_id IS NULL) = (filters IS NOT NULL)", name="fixed_or_drawn"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    question_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"), index=True)
    filters: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    count: Mapped[int] = mapped_column(default=1)
    max_mark: Mapped[float] = mapped_column(default=1.0)


class ExtraTimeEntry(Model):
    """Time beyond a quiz's settings, given to a student with a reason. The newest entry counts; none is taken back."""

    __tablename__ = "extra_time"
    __table_args__ = (Index(None, "quiz_id", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id", ondelete="CASCADE"))
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"))
    percent: Mapped[int]
    seconds: Mapped[int]
    reason: Mapped[str]
    given_at: Mapped[datetime]
    given_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


class Colleague(Model):
    """Someone whom a quiz's maker let change it."""

    __tablename__ = "quiz_colleague"

    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True)
    named_at: Mapped[datetime]
    named_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


class CodeGuesses(Model):
    """How many wrong access codes a person gave for a quiz since `first_at`."""

    __tablename__ = "code_guesses"

    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id", ondelete="CASCADE"), primary_key=True)
    count: Mapped[int]
    first_at: Mapped[datetime]
