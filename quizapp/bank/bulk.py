"""Changing many questions at once, each as it was seen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from quizapp.bank.deciding import approve_drafts
from quizapp.bank.models import Question, QuestionVersion
from quizapp.bank.state import State
from quizapp.database import db


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A question as it stood on a page: with the version of this number."""

    id: int
    number: int


def approve_seen(*, seen: Collection[Seen], person_id: int, now: datetime) -> int:
    """Approve those of the questions that are drafts and have the version that was seen; returns how many."""
    numbers = {one.id: one.number for one in seen}
    rows = db.session.execute(
        select(QuestionVersion.question_id, QuestionVersion.number).where(
            QuestionVersion.question_id.in_(numbers), QuestionVersion.replaced_at.is_(None)
        )
    )
    unchanged = [question_id for question_id, number in rows if numbers[question_id] == number]
    return approve_drafts(Question.id.in_(unchanged), person_id=person_id, now=now)


def retire_all(*, question_ids: Collection[int], person_id: int, now: datetime) -> int:
    """Take these questions out of use, and return how many were in use."""
    retired = (
        update(Question)
        .where(Question.id.in_(question_ids), Question.retired_at.is_(None))
        .values(retired_at=now, retired_by=person_id, state=State.RETIRED)
        .returning(Question.id)
        .execution_options(synchronize_session=False)
    )
    count = len(db.session.scalars(retired).all())
    db.session.expire_all()
    db.session.commit()
    return count
