"""Looking through reports: a teacher's inbox, what one reported oneself, and what waits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.orm import aliased

from questions.document import Language
from quizapp.accounts.models import User
from quizapp.attempts.models import Attempt
from quizapp.bank.evidence import Evidence, in_context
from quizapp.bank.models import QuestionVersion
from quizapp.bank.showing import QuestionPage, question_page
from quizapp.database import db
from quizapp.documents.passages import passages_of
from quizapp.errors import NotFound
from quizapp.quizzes.models import Quiz
from quizapp.reports.models import Report
from quizapp.reports.state import Kind, Stage, stage_of

PAGE_LENGTH: Final = 50


@dataclass(frozen=True, kw_only=True)
class ReportEntry:
    """A report with what it is about. `number` is the version that was asked, `quiz_title` the quiz that asked it.

    Without an attempt, the question was met outside of a quiz.
    """

    id: int
    question_id: int
    number: int
    stem: str
    language: Language
    attempt_id: str | None
    slot: int | None
    quiz_title: str | None
    kind: Kind
    text: str
    person_name: str
    made_at: datetime
    reply: str | None
    replied_at: datetime | None
    replied_by: str | None
    closed_at: datetime | None

    @property
    def stage(self) -> Stage:
        return stage_of(replied_at=self.replied_at, closed_at=self.closed_at)


@dataclass(frozen=True, kw_only=True)
class Inbox:
    """One page of the reports of a stage, or of all (None), with how many there are of each."""

    stage: Stage | None
    entries: tuple[ReportEntry, ...]
    counts: Mapping[Stage, int]
    number: int
    last: int


@dataclass(frozen=True, kw_only=True)
class ReportPage:
    """A report with the version that it is about, in full, and that version's sentences in their context."""

    entry: ReportEntry
    page: QuestionPage
    evidence: tuple[Evidence, ...]


_STAGE: Final[ColumnElement[str]] = case(
    (Report.closed_at.is_not(None), Stage.CLOSED.value),
    (Report.replied_at.is_not(None), Stage.ANSWERED.value),
    else_=Stage.OPEN.value,
)


def inbox(stage: Stage | None, *, number: int = 1) -> Inbox:
    """The reports of all students, the newest first; a page past the end is the last one."""
    rows = db.session.execute(select(_STAGE, func.count()).select_from(Report).group_by(_STAGE))
    counts = dict.fromkeys(Stage, 0) | {Stage(name): count for name, count in rows}
    total = sum(counts.values()) if stage is None else counts[stage]
    last = max(1, ceil(total / PAGE_LENGTH))
    number = min(max(number, 1), last)
    wanted = _reports().limit(PAGE_LENGTH).offset((number - 1) * PAGE_LENGTH)
    if stage is not None:
        wanted = wanted.where(_STAGE.in_([stage.value]))
    return Inbox(stage=stage, entries=_entries(wanted), counts=counts, number=number, last=last)


def mine(person_id: int) -> tuple[ReportEntry, ...]:
    """What a person reported, the newest first."""
    return _entries(_reports().where(Report.person_id == person_id))


def reported_in(attempt_id: str, *, person_id: int) -> Mapping[int, Sequence[ReportEntry]]:
    """What a person reported in an attempt, by slot, the newest first."""
    found: dict[int, list[ReportEntry]] = defaultdict(list)
    for entry in _entries(_reports().where(Report.attempt_id == attempt_id, Report.person_id == person_id)):
        if entry.slot is not None:
            found[entry.slot].append(entry)
    return found


def reported_on(question_id: int) -> tuple[ReportEntry, ...]:
    """What waits on a question, the newest first: reports that are not closed."""
    return _entries(_reports().where(Report.question_id == question_id, Report.closed_at.is_(None)))


def report_page(report_id: int) -> ReportPage:
    """A report with all that a teacher needs to answer it. Raises NotFound."""
    entries = _entries(_reports().where(Report.id == report_id))
    if not entries:
        raise NotFound
    page = question_page(entries[0].question_id, number=entries[0].number)
    return ReportPage(entry=entries[0], page=page, evidence=_in_context(page))


def _in_context(page: QuestionPage) -> tuple[Evidence, ...]:
    if page.document is None or not page.question.explanations:
        return page.evidence
    return in_context(page.question, page.evidence, passages_of(page.document.id))


def waiting_for(*, person_id: int, teaches: bool) -> int:
    """How many reports wait for a person: for a teacher those that nobody answered, for others the answers."""
    wanted: ColumnElement[bool] = and_(Report.closed_at.is_(None), Report.replied_at.is_(None))
    if not teaches:
        wanted = and_(Report.person_id == person_id, Report.closed_at.is_(None), Report.replied_at.is_not(None))
    return db.session.scalar(select(func.count()).select_from(Report).where(wanted)) or 0


def _reports() -> Select[*tuple[Any, ...]]:
    reporter, replier = aliased(User), aliased(User)
    return (
        select(
            Report,
            QuestionVersion.number,
            QuestionVersion.stem,
            QuestionVersion.language,
            Quiz.title,
            reporter.name,
            replier.name,
        )
        .join(QuestionVersion, QuestionVersion.id == Report.version_id)
        .join(reporter, reporter.id == Report.person_id)
        .outerjoin(replier, replier.id == Report.replied_by)
        .outerjoin(Attempt, Attempt.id == Report.attempt_id)
        .outerjoin(Quiz, Quiz.id == Attempt.quiz_id)
        .order_by(Report.made_at.desc(), Report.id.desc())
    )


def _entries(wanted: Select[*tuple[Any, ...]]) -> tuple[ReportEntry, ...]:
    return tuple(
        ReportEntry(
            id=report.id,
            question_id=report.question_id,
            number=number,
            stem=stem,
            language=language,
            attempt_id=report.attempt_id,
            slot=report.slot,
            quiz_title=title,
            kind=report.kind,
            text=report.text,
            person_name=reporter,
            made_at=report.made_at,
            reply=report.reply,
            replied_at=report.replied_at,
            replied_by=replier,
            closed_at=report.closed_at,
        )
        for report, number, stem, language, title, reporter, replier in db.session.execute(wanted)
    )
