"""Looking into the bank: a page of it by filters, and one question with its versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Final

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import aliased

import questions
from questions.document import Language
from questions.question import QuestionType
from quizapp.accounts.models import User
from quizapp.bank.evidence import Evidence, evidence_of
from quizapp.bank.models import Question, QuestionVersion
from quizapp.bank.own import can_be_worded, check_editing
from quizapp.bank.state import State, state_of
from quizapp.database import db
from quizapp.documents.models import Document
from quizapp.documents.service import DocumentHeading, dates_of, heading_of
from quizapp.errors import NotFound

PAGE_LENGTH: Final = 50


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What to show of the bank; None and the empty text leave nothing out. `text` is looked for in stem and note."""

    document_id: int | None = None
    type: QuestionType | None = None
    state: State | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class BankEntry:
    """A question as the bank lists it; `dates` are those of its facts as EDTF, `number` its current version's."""

    id: int
    number: int
    type: QuestionType
    language: Language
    stem: str
    difficulty: float
    state: State
    document_title: str | None
    dates: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class BankPage:
    """One page of what the filters let through. `counts` has all states, whichever state is filtered."""

    entries: tuple[BankEntry, ...]
    number: int
    last: int
    total: int
    counts: Mapping[State, int]


@dataclass(frozen=True, kw_only=True)
class VersionEntry:
    """A version in the history of its question."""

    number: int
    stem: str
    created_at: datetime
    created_by: str
    approved_at: datetime | None
    approved_by: str | None


@dataclass(frozen=True, kw_only=True)
class QuestionPage:
    """A question with one of its versions (`number`) in full, and all its versions, the newest first.

    `asked_number` is the version that quizzes ask: the newest approved one; None where there is none, or the question
    is retired. `can_be_edited` says whether a teacher's form fits it.
    """

    id: int
    state: State
    document: DocumentHeading | None
    number: int
    question: questions.Question
    note: str | None
    citations: tuple[int, ...]
    evidence: tuple[Evidence, ...]
    versions: tuple[VersionEntry, ...]
    asked_number: int | None
    can_be_edited: bool

    @property
    def current_number(self) -> int:
        return self.versions[0].number


_CURRENT: Final = and_(QuestionVersion.question_id == Question.id, QuestionVersion.replaced_at.is_(None))
_STATE: Final[ColumnElement[str]] = case(
    (Question.retired_at.is_not(None), State.RETIRED.value),
    (QuestionVersion.approved_at.is_not(None), State.APPROVED.value),
    else_=State.DRAFT.value,
)


def bank_page(filters: Filters, *, number: int = 1) -> BankPage:
    """A page of the bank, counted from 1, the newest questions first; a number past the end is the last page."""
    counts = _counts(filters)
    total = sum(counts.values()) if filters.state is None else counts[filters.state]
    last = max(1, ceil(total / PAGE_LENGTH))
    number = min(max(number, 1), last)
    rows = db.session.execute(
        select(Question, QuestionVersion, Document.title)
        .join(QuestionVersion, _CURRENT)
        .outerjoin(Document, Document.id == Question.document_id)
        .where(*_conditions(filters), *_in_state(filters.state))
        .order_by(Question.created_at.desc(), Question.id)
        .limit(PAGE_LENGTH)
        .offset((number - 1) * PAGE_LENGTH)
    ).all()
    dates = dates_of([fact for question, version, _ in rows for fact in _facts(question, version)])
    entries = tuple(_entry(question, version, title, dates) for question, version, title in rows)
    return BankPage(entries=entries, number=number, last=last, total=total, counts=counts)


def _counts(filters: Filters) -> dict[State, int]:
    rows = db.session.execute(
        select(_STATE, func.count())
        .select_from(Question)
        .join(QuestionVersion, _CURRENT)
        .where(*_conditions(filters))
        .group_by(_STATE)
    )
    found = {State(state): count for state, count in rows}
    return {state: found.get(state, 0) for state in State}


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filters.document_id is not None:
        conditions.append(Question.document_id == filters.document_id)
    if filters.type is not None:
        conditions.append(QuestionVersion.type == filters.type)
    if filters.text:
        searched = (QuestionVersion.stem, QuestionVersion.note)
        conditions.append(or_(*(column.icontains(filters.text, autoescape=True) for column in searched)))
    return conditions


def _in_state(state: State | None) -> list[ColumnElement[bool]]:
    return [] if state is None else [_STATE.in_([state.value])]


def _entry(
    question: Question, version: QuestionVersion, title: str | None, dates: Mapping[tuple[int, str], str]
) -> BankEntry:
    found = [dates.get(fact) for fact in _facts(question, version)]
    return BankEntry(
        id=question.id,
        number=version.number,
        type=version.type,
        language=version.language,
        stem=version.stem,
        difficulty=version.difficulty,
        state=state_of(retired_at=question.retired_at, approved_at=version.approved_at),
        document_title=title,
        dates=tuple(dict.fromkeys(date for date in found if date is not None)),
    )


def _facts(question: Question, version: QuestionVersion) -> list[tuple[int, str]]:
    """The facts that the key rests on, by document and key; a teacher's own question has none."""
    return [(question.document_id, key) for key in version.body["fact_ids"] if question.document_id is not None]


def question_page(question_id: int, *, number: int | None = None) -> QuestionPage:
    """A question with this version of it (None: the current one). Raises NotFound."""
    question = db.session.get(Question, question_id)
    if question is None:
        raise NotFound
    versions = _versions(question_id)
    current = versions[0][0]
    shown = next((version for version, *_ in versions if version.number == number), None) if number else current
    if shown is None:
        raise NotFound
    document = None if question.document_id is None else heading_of(question.document_id)
    asked = questions.question_from_json(shown.body)
    state = state_of(retired_at=question.retired_at, approved_at=current.approved_at)
    approved = [version.number for version, *_ in versions if version.approved_at is not None]
    return QuestionPage(
        id=question_id,
        state=state,
        document=document,
        number=shown.number,
        question=asked,
        note=shown.note,
        citations=tuple(source["number"] for source in shown.sources),
        evidence=_evidence(asked, shown, document),
        versions=tuple(_version_entry(*row) for row in versions),
        asked_number=None if state is State.RETIRED else max(approved, default=None),
        can_be_edited=state is not State.RETIRED and can_be_worded(asked),
    )


def editable_page(question_id: int) -> QuestionPage:
    """A question with its current version, to be edited. Raises NotFound, and Refused where that cannot be now."""
    page = question_page(question_id)
    check_editing(page.question, retired=page.state is State.RETIRED)
    return page


def _versions(question_id: int) -> Sequence[tuple[QuestionVersion, str, str | None]]:
    """All versions with the names of who made and who approved them, the newest first."""
    author, approver = aliased(User), aliased(User)
    rows = db.session.execute(
        select(QuestionVersion, author.name, approver.name)
        .join(author, author.id == QuestionVersion.created_by)
        .outerjoin(approver, approver.id == QuestionVersion.approved_by)
        .where(QuestionVersion.question_id == question_id)
        .order_by(QuestionVersion.number.desc())
    )
    return [(version, made, approved) for version, made, approved in rows]


def _evidence(
    asked: questions.Question, shown: QuestionVersion, document: DocumentHeading | None
) -> tuple[Evidence, ...]:
    return evidence_of(
        asked,
        shown.sources,
        shown.passages,
        document_title=None if document is None else document.title,
        attribution=None if document is None else document.attribution,
    )


def _version_entry(version: QuestionVersion, author: str, approver: str | None) -> VersionEntry:
    return VersionEntry(
        number=version.number,
        stem=version.stem,
        created_at=version.created_at,
        created_by=author,
        approved_at=version.approved_at,
        approved_by=approver,
    )
