"""Problems with questions that students reported, and what was replied."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.database import Model
from quizapp.reports.state import Kind


class Report(Model):
    """That somebody thinks something is wrong with a version of a question, which they were asked in an attempt.

    Its state follows from what happened to it (see `state`). `attempt_id` and `slot` are null where the question was
    met outside of a quiz.
    """

    __tablename__ = "problem_report"
    __table_args__ = (Index(None, "closed_at", "replied_at"), Index(None, "person_id", "made_at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id", ondelete="CASCADE"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("question_version.id", ondelete="CASCADE"))
    attempt_id: Mapped[str | None] = mapped_column(ForeignKey("attempt.id", ondelete="CASCADE"), index=True)
    slot: Mapped[int | None]
    person_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    kind: Mapped[Kind]
    text: Mapped[str]
    made_at: Mapped[datetime]
    reply: Mapped[str | None]
    replied_at: Mapped[datetime | None]
    replied_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
