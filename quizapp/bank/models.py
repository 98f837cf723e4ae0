"""The bank: questions, their versions, and what was decided about them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from questions.document import Language
from questions.question import QuestionType
from quizapp.bank.state import Fate, State, Verdict
from quizapp.database import Model


class Question(Model):
    """A question of the bank; what it asks stands in its versions. `key` is the library's id of a generated one.

    From `state` on, the columns are copies for many questions to be filtered and counted by: what follows from the
    question's history, what its current version is like, and when its facts lie. Whoever changes a version settles
    them (see `current`). `earliest` and `latest` are days written as numbers, such as 20080826 (see `days`).
    """

    __tablename__ = "question"
    __table_args__ = (
        Index(None, "document_id", "state"),
        Index(None, "created_at"),
        Index(None, "created_by"),
        Index(
            "ix_question_filters",
            *("state", "warned", "type", "document_id", "difficulty", "created_by", "earliest", "latest"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    key: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    created_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    retired_at: Mapped[datetime | None]
    retired_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    state: Mapped[State] = mapped_column(default=State.DRAFT)
    warned: Mapped[bool] = mapped_column(default=False)
    type: Mapped[QuestionType]
    difficulty: Mapped[float]
    earliest: Mapped[int | None]
    latest: Mapped[int | None]

    versions: Mapped[list[QuestionVersion]] = relationship(
        order_by="QuestionVersion.number", back_populates="question", cascade="all, delete-orphan"
    )


class QuestionVersion(Model):
    """What a question asks, from one edit to the next; the current one has not been replaced.

    `body` is the question as `questions.question_to_json` gives it. `sources` are the references that it cites, with
    their fields, and `passages` the sentences around its quotes, in the order of its explanations; both as they were
    when the version was made, so that old results stay true. `note` is a teacher's own
    explanation. `warnings` names the rules of the guidelines that it breaks. Nothing of all this changes; what was
    decided about the version stands beside it. `document_id` is the revision of the document that is quoted.
    `correction_id` is the correction of a fact for which it was written anew, by the same rules as the first version.
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
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    type: Mapped[QuestionType]
    language: Mapped[Language]
    stem: Mapped[str]
    body: Mapped[dict[str, Any]]
    sources: Mapped[list[Any]]
    passages: Mapped[list[Any]]
    note: Mapped[str | None]
    correction_id: Mapped[int | None] = mapped_column(ForeignKey("fact_correction.id"))
    difficulty: Mapped[float]
    warnings: Mapped[list[Any]] = mapped_column(default=list)
    created_at: Mapped[datetime]
    created_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    approved_at: Mapped[datetime | None]
    approved_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    rejected_at: Mapped[datetime | None]
    replaced_at: Mapped[datetime | None]

    question: Mapped[Question] = relationship(back_populates="versions")


class Words(Model):
    """What the bank is searched in: all words of a question's current version, as `words.searched` folds them.

    A table of its own, so that looking through all of it reads nothing else.
    """

    __tablename__ = "question_words"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id", ondelete="CASCADE"), primary_key=True)
    text: Mapped[str]


class Tag(Model):
    """A word that teachers put questions together by; there is none without a question."""

    __tablename__ = "tag"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class Tagging(Model):
    """That a question has a tag."""

    __tablename__ = "tagging"

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id", ondelete="CASCADE"), primary_key=True)
    tag_id: Mapped[int] = mapped_column(ForeignKey("tag.id", ondelete="CASCADE"), primary_key=True, index=True)


class Comment(Model):
    """What a teacher says to the others about a question."""

    __tablename__ = "comment"

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id", ondelete="CASCADE"), index=True)
    text: Mapped[str]
    written_at: Mapped[datetime]
    written_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))


class Flag(Model):
    """That a newer revision (`document_id`) no longer holds a sentence that a question quotes: both texts.

    It stands until a teacher has settled it. `after` is empty where the sentence was deleted. With a `fact_id`, it is
    that fact of the document which was corrected, or hidden, and the texts say what held of it before and after.
    """

    __tablename__ = "flag"
    __table_args__ = (
        Index(
            "ix_flag_open",
            "question_id",
            "document_id",
            sqlite_where=text("settled_at IS NULL"),
            postgresql_where=text("settled_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id", ondelete="CASCADE"), index=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"))
    fate: Mapped[Fate]
    before: Mapped[str]
    after: Mapped[str]
    raised_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    fact_id: Mapped[int | None] = mapped_column(ForeignKey("fact.id"))


class Decision(Model):
    """That somebody approved or rejected a version, and why; one that was taken back stays, with when it was.

    `number` counts a person's decisions; those that were made with one press of a button share it.
    """

    __tablename__ = "decision"
    __table_args__ = (Index(None, "decided_by", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("question_version.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    verdict: Mapped[Verdict]
    reason: Mapped[str | None]
    decided_at: Mapped[datetime]
    decided_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    undone_at: Mapped[datetime | None]
