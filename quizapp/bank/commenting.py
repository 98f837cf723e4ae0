"""What teachers say to one another about a question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import delete, select

from quizapp.accounts.models import User
from quizapp.bank.models import Comment, Question
from quizapp.database import db
from quizapp.errors import N_, NotFound, WrongField

COMMENT_LENGTH: Final = 2000


@dataclass(frozen=True, kw_only=True)
class CommentEntry:
    """A comment with who wrote it."""

    id: int
    text: str
    written_at: datetime
    written_by: str
    writer_id: int


def comments_on(question_id: int) -> tuple[CommentEntry, ...]:
    """The comments on a question, the oldest first."""
    rows = db.session.execute(
        select(Comment, User.name)
        .join(User, User.id == Comment.written_by)
        .where(Comment.question_id == question_id)
        .order_by(Comment.id)
    )
    return tuple(
        CommentEntry(
            id=comment.id,
            text=comment.text,
            written_at=comment.written_at,
            written_by=name,
            writer_id=comment.written_by,
        )
        for comment, name in rows
    )


def comment(*, question_id: int, text: str, person_id: int, now: datetime) -> None:
    """Say something about a question. Raises NotFound, and WrongField for `text`."""
    said = text.strip()
    if not said:
        raise WrongField("text", N_("Please write what you want to say."))
    if len(said) > COMMENT_LENGTH:
        raise WrongField("text", N_("A comment has at most %(count)s characters."), count=COMMENT_LENGTH)
    if db.session.get(Question, question_id) is None:
        db.session.rollback()
        raise NotFound
    db.session.add(Comment(question_id=question_id, text=said, written_at=now, written_by=person_id))
    db.session.commit()


def take_comment_back(*, comment_id: int, person_id: int) -> None:
    """Remove one's own comment. Raises NotFound for that of another."""
    mine = delete(Comment).where(Comment.id == comment_id, Comment.written_by == person_id).returning(Comment.id)
    removed = db.session.scalars(mine).all()
    if not removed:
        db.session.rollback()
        raise NotFound
    db.session.commit()
