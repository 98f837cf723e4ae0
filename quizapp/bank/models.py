"""The bank: questions and their versions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from questions.document import Language
from questions.question import QuestionType
from quizapp.database import Model


class Question(Model):
    """A question of the bank; what it asks stands in its versions. `key` is the library's id of a generated one."""

    __tablename__ = "question"

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), index=True)
    key: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    created_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    retired_at: Mapped[datetime | None]
    retired_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))

    versions: Mapped[list[QuestionVersion]] = relationship(
        order_by="QuestionVersion.number", back_populates="question", cascade="all, delete-orphan"
    )


class QuestionVersion(Model):
    """What a question asks, from one edit to the next; the current one has not been replaced.

    `body` is the question as `questions.question_to_json` gives it. `sources` are the references that it cites, with
    their fields, and `passages` the sentences around its quotes, in the order of its explanations; both as they were
    when the version was made, so that old results stay true. `note` is a teacher's own
    explanation. Nothing of it changes once it is approved.
    """

    __tablename__ = "question_version"
    __table_args__ = (
        UniqueConstraint("question_id", "number"),
        Index(
            "ix_question_version_current",
            "question_id",
            unique=True,
            sqlite_where=text("replaced_at IS NULL"),
            postgresql_where=text("replaced_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id", ondelete="CASCADE"))
    number: Mapped[int]
    type: Mapped[QuestionType]
    language: Mapped[Language]
    stem: Mapped[str]
    body: Mapped[dict[str, Any]]
    sources: Mapped[list[Any]]
    passages: Mapped[list[Any]]
    note: Mapped[str | None]
    difficulty: Mapped[float]
    created_at: Mapped[datetime]
    created_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    approved_at: Mapped[datetime | None]
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    replaced_at: Mapped[datetime | None]

    question: Mapped[Question] = relationship(back_populates="versions")
