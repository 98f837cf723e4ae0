"""The queue of drafts, and a draft as its reviewer sees it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from quizapp.bank.deciding import LastDecision, last_decision
from quizapp.bank.evidence import Evidence, in_context
from quizapp.bank.models import Question
from quizapp.bank.showing import QuestionPage, question_page
from quizapp.bank.state import State
from quizapp.database import db
from quizapp.documents.passages import passages_of
from quizapp.documents.service import DocumentHeading, heading_of


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far the review has come: drafts that wait, those of them without a warning, and questions decided on."""

    waiting: int
    unwarned: int
    reviewed: int

    @property
    def total(self) -> int:
        return self.waiting + self.reviewed


@dataclass(frozen=True, kw_only=True)
class ReviewPage:
    """A question in the queue: in full, its evidence in context, and the drafts before and after it."""

    page: QuestionPage
    evidence: tuple[Evidence, ...]
    progress: Progress
    before: int | None
    after: int | None
    last: LastDecision | None


@dataclass(frozen=True, kw_only=True)
class QueueEnd:
    """The queue when no draft waits in it."""

    progress: Progress
    last: LastDecision | None


def progress_of(document_id: int | None) -> Progress:
    """How far the review of a document's questions has come, or of all (None)."""
    rows = db.session.execute(
        select(Question.state, Question.warned, func.count())
        .where(_within(document_id), Question.state != State.RETIRED)
        .group_by(Question.state, Question.warned)
    ).all()
    return Progress(
        waiting=sum(count for state, _, count in rows if state is State.DRAFT),
        unwarned=sum(count for state, warned, count in rows if state is State.DRAFT and not warned),
        reviewed=sum(count for state, _, count in rows if state is not State.DRAFT),
    )


def _within(document_id: int | None) -> ColumnElement[bool]:
    return Question.id > 0 if document_id is None else Question.document_id == document_id


def next_draft(document_id: int | None, *, after: int = 0) -> int | None:
    """The first draft behind this question; from the beginning again where there is none; None in an empty queue."""
    first = select(func.min(Question.id)).where(*_waiting(document_id))
    return db.session.scalar(first.where(Question.id > after)) or db.session.scalar(first)


def _waiting(document_id: int | None) -> tuple[ColumnElement[bool], ...]:
    return (_within(document_id), Question.state == State.DRAFT)


def queue_end(document_id: int | None, *, person_id: int) -> QueueEnd:
    """What there is to say when no draft waits."""
    return QueueEnd(progress=progress_of(document_id), last=last_decision(person_id))


def review_page(question_id: int, *, document_id: int | None, person_id: int) -> ReviewPage:
    """A question as its reviewer sees it, within the queue of a document or of all (None). Raises NotFound."""
    page = question_page(question_id)
    before, after = db.session.execute(
        select(
            select(func.max(Question.id)).where(*_waiting(document_id), Question.id < question_id).scalar_subquery(),
            select(func.min(Question.id)).where(*_waiting(document_id), Question.id > question_id).scalar_subquery(),
        )
    ).one()
    return ReviewPage(
        page=page,
        evidence=_in_context(page),
        progress=progress_of(document_id),
        before=before,
        after=after,
        last=last_decision(person_id),
    )


def _in_context(page: QuestionPage) -> tuple[Evidence, ...]:
    if page.document is None or not page.question.explanations:
        return page.evidence
    return in_context(page.question, page.evidence, passages_of(page.document.id))


def document_in_review(document_id: int | None) -> DocumentHeading | None:
    """The document whose questions are reviewed; None for those of all. Raises NotFound."""
    return None if document_id is None else heading_of(document_id)
