"""Looking into the bank: a page of it by filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final

from sqlalchemy import ColumnElement, and_, func, or_, select

from questions.document import Language
from questions.question import QuestionType
from quizapp.bank.models import Question, QuestionVersion
from quizapp.bank.state import State
from quizapp.database import db
from quizapp.documents.models import Document
from quizapp.documents.service import dates_of

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


_CURRENT: Final = and_(QuestionVersion.question_id == Question.id, QuestionVersion.replaced_at.is_(None))


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
        select(Question.state, func.count())
        .join(QuestionVersion, _CURRENT)
        .where(*_conditions(filters))
        .group_by(Question.state)
    )
    return dict.fromkeys(State, 0) | {row[0]: row[1] for row in rows}


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
    return [] if state is None else [Question.state == state]


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
        state=question.state,
        document_title=title,
        dates=tuple(dict.fromkeys(date for date in found if date is not None)),
    )


def _facts(question: Question, version: QuestionVersion) -> list[tuple[int, str]]:
    """The facts that the key rests on, by document and key; a teacher's own question has none."""
    return [(question.document_id, key) for key in version.body["fact_ids"] if question.document_id is not None]
