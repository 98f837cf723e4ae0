"""Attempts, what was answered in them, and what it was worth."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from quizapp.bank.models import QuestionVersion
from quizapp.database import Model


class Attempt(Model):
    """One student's go at a quiz. Its phase is computed from these times, never stored (see `timing`).

    `id` is random, so that an address tells nothing. `deadline` and `closes_at` (the end of the grace after it) are
    null where the quiz sets no limit. `revision` counts the saves. `place` is the slot that a sequential attempt has
    come to; null where one may go back and forth. `seed` is what its questions were drawn with. A `preview` is a
    teacher's look at the quiz, and counts nowhere.
    """

    __tablename__ = "attempt"
    __table_args__ = (UniqueConstraint("user_id", "quiz_id", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), index=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    number: Mapped[int]
    started_at: Mapped[datetime]
    deadline: Mapped[datetime | None]
    closes_at: Mapped[datetime | None]
    submitted_at: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(default=0)
    place: Mapped[int | None]
    seed: Mapped[int | None] = mapped_column(BigInteger)
    preview: Mapped[bool] = mapped_column(default=False)

    questions: Mapped[list[AttemptQuestion]] = relationship(order_by="AttemptQuestion.slot")


class AttemptQuestion(Model):
    """A question as this attempt asks it: the version, and the options in this attempt's order under random ids.

    `option_ids` lists pairs of the id that the browser sees and the option's own id, in the order shown. `flagged`:
    the student wants to look at it again.
    """

    __tablename__ = "attempt_question"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True)
    slot: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("question_version.id"), index=True)
    option_ids: Mapped[list[Any]]
    max_mark: Mapped[float]
    flagged: Mapped[bool] = mapped_column(default=False)

    version: Mapped[QuestionVersion] = relationship()


class Response(Model):
    """The newest answer in a slot: option ids as the browser sees them, or the typed text, each in a list.

    Once it was `checked_at` while the attempt ran, its feedback may have been seen, and it never changes again.
    """

    __tablename__ = "response"
    __table_args__ = (
        ForeignKeyConstraint(
            ["attempt_id", "slot"], ["attempt_question.attempt_id", "attempt_question.slot"], ondelete="CASCADE"
        ),
    )

    attempt_id: Mapped[str] = mapped_column(primary_key=True)
    slot: Mapped[int] = mapped_column(primary_key=True)
    answer: Mapped[list[Any]]
    sequence: Mapped[int] = mapped_column(BigInteger)
    saved_at: Mapped[datetime]
    checked_at: Mapped[datetime | None]


class Score(Model):
    """What an attempt was worth; there is at most one for an attempt, whatever is sent twice."""

    __tablename__ = "score"

    attempt_id: Mapped[str] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True)
    mark: Mapped[float]
    max_mark: Mapped[float]
    marked_at: Mapped[datetime]


class Mark(Model):
    """What the response in a slot was worth, out of the slot's maximum."""

    __tablename__ = "mark"
    __table_args__ = (
        ForeignKeyConstraint(
            ["attempt_id", "slot"], ["attempt_question.attempt_id", "attempt_question.slot"], ondelete="CASCADE"
        ),
    )

    attempt_id: Mapped[str] = mapped_column(primary_key=True)
    slot: Mapped[int] = mapped_column(primary_key=True)
    mark: Mapped[float]
    max_mark: Mapped[float]
