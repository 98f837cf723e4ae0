"""Quizzes: questions in slots, and rules of time."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.database import Model


class ReviewFrom(StrEnum):
    """From when on a student sees marks, right answers and explanations."""

    SUBMISSION = "submission"
    CLOSE = "close"


class Quiz(Model):
    """Questions with rules of time; open to students once published. Null means: no limit."""

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
    review_from: Mapped[ReviewFrom] = mapped_column(default=ReviewFrom.SUBMISSION)

    slots: Mapped[list[Slot]] = relationship(order_by="Slot.position", cascade="all, delete-orphan")


class Slot(Model):
    """The place of a question in a quiz, counted from 1."""

    __tablename__ = "slot"

    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    max_mark: Mapped[float] = mapped_column(default=1.0)
