"""Files that teachers look at before questions are taken from them, and where imported questions came from."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.database import Model


class Upload(Model):
    """What was found in a file, before any of it is stored as questions; kept for a day at most.

    `id` is random, so that an address tells nothing. `found` is `questions.exchange.serial`'s JSON, and under `alike`,
    by an item's place, what says much the same.
    """

    __tablename__ = "upload"

    id: Mapped[str] = mapped_column(primary_key=True)
    file_name: Mapped[str]
    format: Mapped[str]
    found: Mapped[dict[str, Any]]
    made_at: Mapped[datetime] = mapped_column(index=True)
    made_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)


class Origin(Model):
    """The file that a question of the bank was imported from; who and when stand with the question."""

    __tablename__ = "question_origin"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id", ondelete="CASCADE"), primary_key=True)
    file_name: Mapped[str]
    format: Mapped[str]
