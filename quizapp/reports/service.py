"""Reporting a problem with a question, answering it, and closing it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select

from quizapp.accounts.models import User
from quizapp.attempts.models import AttemptQuestion
from quizapp.attempts.review import ReviewedSlot, review
from quizapp.bank.models import QuestionVersion
from quizapp.database import db, reading
from quizapp.errors import N_, NotFound, Refused, WrongField
from quizapp.reports.models import Report
from quizapp.reports.state import Kind

TEXT_LENGTH: Final = 1000
MOST_A_DAY: Final = 10
"""So many problems can one person report within a day."""
_DAY: Final = timedelta(days=1)


def reviewed_slot(*, attempt_id: str, slot: int, person_id: int, now: datetime) -> ReviewedSlot:
    """A question of one's own attempt as one may see it now.

    Raises NotFound where there is none, or the review does not show it yet, and Refused while the attempt runs.
    """
    found = review(attempt_id=attempt_id, person_id=person_id, teaches=False, now=now)
    shown = next((one for one in found.slots if one.slot == slot), None)
    if shown is None:
        raise NotFound
    return shown


def report(*, attempt_id: str, slot: int, kind: Kind, text: str, person_id: int, now: datetime) -> int:
    """Report a problem with a question of one's own attempt, and return the report's id; sent twice, it is one.

    Raises as `reviewed_slot` does, and WrongField for `text`, also where the person has reported too much today.
    """
    said = text.strip()
    if not said:
        raise WrongField("text", N_("Please write what is wrong."))
    if len(said) > TEXT_LENGTH:
        raise WrongField("text", N_("This has more than %(count)s characters."), count=TEXT_LENGTH)
    with reading():
        reviewed_slot(attempt_id=attempt_id, slot=slot, person_id=person_id, now=now)
    db.session.execute(select(User.id).where(User.id == person_id).with_for_update())
    known = select(Report.id).where(
        Report.attempt_id == attempt_id, Report.slot == slot, Report.kind == kind, Report.text == said
    )
    report_id = db.session.scalar(known.where(Report.person_id == person_id))
    if report_id is None:
        _check_limit(person_id, now)
        report_id = _added(attempt_id, slot, kind, said, person_id, now)
    db.session.commit()
    return report_id


def _check_limit(person_id: int, now: datetime) -> None:
    lately = select(func.count()).where(Report.person_id == person_id, Report.made_at > now - _DAY)
    if (db.session.scalar(lately) or 0) >= MOST_A_DAY:
        raise WrongField(
            "text",
            N_("You have reported %(count)s problems within a day, and more cannot be taken. Try again tomorrow."),
            count=MOST_A_DAY,
        )


def _added(attempt_id: str, slot: int, kind: Kind, text: str, person_id: int, now: datetime) -> int:
    version_id, question_id = db.session.execute(
        select(QuestionVersion.id, QuestionVersion.question_id)
        .join(AttemptQuestion, AttemptQuestion.version_id == QuestionVersion.id)
        .where(AttemptQuestion.attempt_id == attempt_id, AttemptQuestion.slot == slot)
    ).one()
    row = Report(
        question_id=question_id,
        version_id=version_id,
        attempt_id=attempt_id,
        slot=slot,
        person_id=person_id,
        kind=kind,
        text=text,
        made_at=now,
    )
    db.session.add(row)
    db.session.flush()
    return row.id


def reply(*, report_id: int, text: str, person_id: int, now: datetime) -> None:
    """Answer a report; the person who made it sees the answer, and a later one takes its place.

    Raises NotFound, WrongField for `reply`, and Refused where the report is closed.
    """
    said = text.strip()
    if not said:
        raise WrongField("reply", N_("Please write a reply."))
    if len(said) > TEXT_LENGTH:
        raise WrongField("reply", N_("This has more than %(count)s characters."), count=TEXT_LENGTH)
    row = _taken(report_id)
    if row.closed_at is not None:
        db.session.rollback()
        raise Refused(N_("This report is closed. Open it again before you reply."))
    row.reply, row.replied_at, row.replied_by = said, now, person_id
    db.session.commit()


def close(*, report_id: int, person_id: int, teaches: bool, now: datetime) -> None:
    """Close a report: a teacher any, others their own; harmless when it is closed. Raises NotFound."""
    row = _taken(report_id)
    if not teaches and row.person_id != person_id:
        db.session.rollback()
        raise NotFound
    if row.closed_at is None:
        row.closed_at, row.closed_by = now, person_id
    db.session.commit()


def reopen(*, report_id: int) -> None:
    """Open a closed report again; harmless when it is open. Raises NotFound."""
    row = _taken(report_id)
    row.closed_at = row.closed_by = None
    db.session.commit()


def _taken(report_id: int) -> Report:
    row = db.session.scalar(select(Report).where(Report.id == report_id).with_for_update())
    if row is None:
        db.session.rollback()
        raise NotFound
    return row
