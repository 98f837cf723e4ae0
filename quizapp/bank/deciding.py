"""What reviewers decide: approving, rejecting with a reason, and taking either back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, func, insert, literal, select, update

from quizapp.bank.current import current_of, settle
from quizapp.bank.models import Decision, Question, QuestionVersion
from quizapp.bank.state import State, Verdict
from quizapp.database import db
from quizapp.errors import N_, Refused, WrongField

REASON_LENGTH: Final = 500


@dataclass(frozen=True, kw_only=True)
class LastDecision:
    """What a person decided last and has not taken back; `question_id` is the first of `questions` questions."""

    number: int
    verdict: Verdict
    question_id: int
    questions: int


_IS_CURRENT: Final = (
    select(QuestionVersion.id)
    .join(Question, Question.id == QuestionVersion.question_id)
    .where(QuestionVersion.id == Decision.version_id)
    .where(QuestionVersion.replaced_at.is_(None), Question.retired_at.is_(None))
    .correlate(Decision)
    .exists()
)
"""Whether a decision is about the current version of a question in use."""


def approve(*, question_id: int, person_id: int, now: datetime, number: int | None = None) -> None:
    """Approve the current version; harmless when it is approved.

    `number` is the version that was looked at (None: whichever is current). Raises NotFound, and Refused when the
    question is retired or rejected, or has another version by now.
    """
    question, current = _seen(question_id, number)
    if question.state is State.REJECTED:
        raise Refused(N_("This question was rejected. Take the rejection back before you approve it."))
    if current.approved_at is None:
        current.approved_at, current.approved_by = now, person_id
        _record([current.id], Verdict.APPROVED, person_id=person_id, now=now)
    settle(question, current)
    db.session.commit()


def reject(*, question_id: int, reason: str, person_id: int, now: datetime, number: int | None = None) -> None:
    """Reject the current version, which must be a draft, for a reason that is kept.

    Raises WrongField for `reason`, NotFound, and Refused when the question is no draft or has another version by now.
    """
    said = reason.strip()
    if not said:
        raise WrongField("reason", N_("Please say why, so that others understand it later."))
    if len(said) > REASON_LENGTH:
        raise WrongField("reason", N_("A reason has at most %(count)s characters."), count=REASON_LENGTH)
    question, current = _seen(question_id, number)
    if question.state is not State.DRAFT:
        raise Refused(N_("Only a draft can be rejected. This question is no draft any more."))
    current.rejected_at = now
    _record([current.id], Verdict.REJECTED, person_id=person_id, now=now, reason=said)
    settle(question, current)
    db.session.commit()


def _seen(question_id: int, number: int | None) -> tuple[Question, QuestionVersion]:
    """The question and its current version, if that is the one that was looked at and it is in use."""
    question, current = current_of(question_id)
    if question.retired_at is not None:
        raise Refused(N_("This question is retired. Restore it before you approve it."))
    if number not in (None, current.number):
        raise Refused(N_("This question was edited since you opened it. Look at it again before you approve it."))
    return question, current


def _record(
    version_ids: Sequence[int], verdict: Verdict, *, person_id: int, now: datetime, reason: str | None = None
) -> None:
    number = _next_number(person_id)
    db.session.add_all(
        Decision(version_id=id_, number=number, verdict=verdict, reason=reason, decided_at=now, decided_by=person_id)
        for id_ in version_ids
    )


def _next_number(person_id: int) -> int:
    last = db.session.scalar(select(func.max(Decision.number)).where(Decision.decided_by == person_id))
    return (last or 0) + 1


def approve_all(*, document_id: int, person_id: int, now: datetime) -> int:
    """Approve all drafts on a document, and return how many there were."""
    return approve_drafts(Question.document_id == document_id, person_id=person_id, now=now)


def approve_unwarned(*, document_id: int | None, count: int, person_id: int, now: datetime) -> int:
    """Approve the drafts without a warning, on one document or on all (None), and return how many there were.

    `count` is how many the reviewer was told of. Raises Refused, approving none, when there are others by now.
    """
    scope = Question.id > 0 if document_id is None else Question.document_id == document_id
    which = and_(Question.warned.is_(False), scope)
    found = db.session.scalar(select(func.count()).where(Question.state == State.DRAFT, which))
    if found != count:
        raise Refused(N_("The drafts have changed since you looked. Look again at how many there are."))
    return approve_drafts(which, person_id=person_id, now=now)


def approve_drafts(which: ColumnElement[bool], *, person_id: int, now: datetime) -> int:
    """Approve the drafts that a condition picks, by a constant number of statements."""
    drafts = select(Question.id).where(Question.state == State.DRAFT, which)
    current = and_(QuestionVersion.question_id.in_(drafts), QuestionVersion.replaced_at.is_(None))
    taken = (
        QuestionVersion.id,
        literal(_next_number(person_id)),
        literal(Verdict.APPROVED, Decision.verdict.type),
        literal(now, Decision.decided_at.type),
        literal(person_id),
    )
    columns = ["version_id", "number", "verdict", "decided_at", "decided_by"]
    db.session.execute(insert(Decision).from_select(columns, select(*taken).where(current)))
    approval = update(QuestionVersion).where(current).values(approved_at=now, approved_by=person_id)
    db.session.execute(approval.execution_options(synchronize_session=False))
    settled = update(Question).where(Question.state == State.DRAFT, which).values(state=State.APPROVED)
    count = db.session.execute(settled.execution_options(synchronize_session=False)).rowcount  # type: ignore[attr-defined]
    db.session.expire_all()
    db.session.commit()
    return int(count)


def last_decision(person_id: int) -> LastDecision | None:
    """The person's last decision that can be taken back: on a version that is current, of a question in use."""
    standing = _standing(Decision.decided_by == person_id)
    last = select(func.max(Decision.number)).where(standing).scalar_subquery()
    row = db.session.execute(
        select(Decision.number, Decision.verdict, func.min(QuestionVersion.question_id), func.count())
        .join(QuestionVersion, QuestionVersion.id == Decision.version_id)
        .where(standing, Decision.number == last)
        .group_by(Decision.number, Decision.verdict)
    ).one_or_none()
    if row is None:
        return None
    number, verdict, question_id, count = row
    return LastDecision(number=number, verdict=verdict, question_id=question_id, questions=count)


def _standing(which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Those of the decisions that can be taken back."""
    return and_(which, Decision.undone_at.is_(None), _IS_CURRENT)


def undo(*, number: int, person_id: int, now: datetime) -> int:
    """Take back the person's last decision, which is this one, and return the first question that it was about.

    Raises Refused when another decision is the last one by now.
    """
    last = last_decision(person_id)
    if last is None or last.number != number:
        raise Refused(N_("This was not your last decision any more, so nothing was undone."))
    _take_back(and_(Decision.decided_by == person_id, Decision.number == number), now=now)
    db.session.commit()
    return last.question_id


def reopen(*, question_id: int, number: int | None, now: datetime) -> None:
    """Make a rejected question a draft again; the reason stays on record. Harmless when it is a draft.

    Raises NotFound, and Refused when the question is retired or has another version by now.
    """
    question, current = _seen(question_id, number)
    if question.state is State.REJECTED:
        _take_back(Decision.version_id == current.id, now=now)
    db.session.commit()


def _take_back(which: ColumnElement[bool], *, now: datetime) -> None:
    """Make the versions that these decisions were about drafts again."""
    versions = select(Decision.version_id).where(_standing(which))
    decided = select(QuestionVersion.question_id).where(QuestionVersion.id.in_(versions))
    cleared = {"approved_at": None, "approved_by": None, "rejected_at": None}
    for change in (
        update(Question).where(Question.id.in_(decided)).values(state=State.DRAFT),
        update(QuestionVersion).where(QuestionVersion.id.in_(versions)).values(cleared),
        update(Decision).where(_standing(which)).values(undone_at=now),
    ):
        db.session.execute(change.execution_options(synchronize_session=False))
    db.session.expire_all()
