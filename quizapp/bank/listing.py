"""Looking into the bank: a page of it by filters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, Select, and_, func, select, true

from questions.dates import DateValue
from questions.document import Language
from questions.question import QuestionType
from quizapp.accounts.models import User
from quizapp.bank.days import number_of
from quizapp.bank.models import Flag, Question, QuestionVersion, Tag, Tagging, Words
from quizapp.bank.searching import folded
from quizapp.bank.state import State
from quizapp.bank.tagging import tags_of
from quizapp.database import db
from quizapp.documents.models import Document
from quizapp.documents.service import dates_of

PAGE_LENGTH: Final = 50


class Difficulty(StrEnum):
    """A part of the difficulties from 0 to 1."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


HARDEST: Final[Mapping[Difficulty, float]] = {Difficulty.EASY: 0.35, Difficulty.MEDIUM: 0.65, Difficulty.HARD: 1.0}
"""The greatest difficulty of each part."""


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What to show of the bank; None and the empty text leave nothing out.

    `text` is looked for in stem, options and explanation. `since` and `until` let through the questions whose facts
    may lie between them, `flagged` those whose sentence a newer revision changed.
    """

    document_id: int | None = None
    type: QuestionType | None = None
    state: State | None = None
    difficulty: Difficulty | None = None
    tag: str = ""
    author_id: int | None = None
    since: DateValue | None = None
    until: DateValue | None = None
    text: str = ""
    flagged: bool = False


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
    warned: bool
    document_title: str | None
    dates: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class BankPage:
    """One page of what the filters let through. `counts` has all states, whichever state is filtered."""

    entries: tuple[BankEntry, ...]
    number: int
    last: int
    total: int
    counts: Mapping[State, int]


@dataclass(frozen=True, kw_only=True)
class Author:
    """Someone who has questions in the bank."""

    id: int
    name: str


def authors() -> tuple[Author, ...]:
    """All who have questions in the bank, by name."""
    writes = select(Question.id).where(Question.created_by == User.id).exists()
    rows = db.session.execute(select(User.id, User.name).where(writes).order_by(User.name))
    return tuple(Author(id=id_, name=name) for id_, name in rows)


def bank_page(filters: Filters, *, number: int = 1) -> BankPage:
    """A page of the bank, counted from 1, the newest questions first; a number past the end is the last page."""
    ids, counts = _found(filters, number)
    total = sum(counts.values()) if filters.state is None else counts[filters.state]
    last = max(1, ceil(total / PAGE_LENGTH))
    if not ids and total:
        ids, counts = _found(filters, last)
    return BankPage(entries=_entries(ids), number=min(max(number, 1), last), last=last, total=total, counts=counts)


def _found(filters: Filters, number: int) -> tuple[Sequence[int], dict[State, int]]:
    """The ids on a page, and how many questions of each state the filters let through, by one statement."""
    among, conditions = _among(filters)
    counted = select(among.c.state, func.count().label("count")).where(*conditions).group_by(among.c.state).subquery()
    wanted, newest = [*conditions, *_in_state(among, filters)], _newest(among)
    place = max(number - 1, 0) * PAGE_LENGTH
    page = select(among.c.id, among.c.created_at).where(*wanted).order_by(*newest).limit(PAGE_LENGTH).offset(place)
    shown = page.subquery()
    rows = db.session.execute(
        select(counted.c.state, counted.c.count, shown.c.id)
        .select_from(counted.outerjoin(shown, true()))
        .order_by(shown.c.created_at.desc(), shown.c.id)
    ).all()
    counts = dict.fromkeys(State, 0) | {state: count for state, count, _ in rows}
    return list(dict.fromkeys(id_ for *_, id_ in rows if id_ is not None)), counts


def found_ids(filters: Filters, *, most: int) -> Sequence[int]:
    """The ids of all questions that the filters let through, in the order of the pages, but at most so many."""
    among, conditions = _among(filters)
    wanted = select(among.c.id).where(*conditions, *_in_state(among, filters))
    return db.session.scalars(wanted.order_by(*_newest(among)).limit(most)).all()


def fitting(filters: Filters) -> Select[int]:
    """A statement for the ids of all questions that the filters let through, for a room above to go on from."""
    among, conditions = Question.__table__, list(_conditions(filters))
    if filters.text:
        conditions.append(Question.id.in_(_holding(filters.text)))
    return select(Question.id).where(*conditions, *_in_state(among, filters))


def _holding(text: str) -> Select[int]:
    """The ids of the questions that hold these words."""
    return select(Words.question_id).where(Words.text.contains(folded(text), autoescape=True))


def _in_state(among: FromClause, filters: Filters) -> Sequence[ColumnElement[bool]]:
    return () if filters.state is None else (among.c.state == filters.state,)


def _newest(among: FromClause) -> Sequence[ColumnElement[Any]]:
    """The newest questions first, and of those that came together the first one."""
    return (among.c.created_at.desc(), among.c.id)


def _among(filters: Filters) -> tuple[FromClause, Sequence[ColumnElement[bool]]]:
    """Where to look, and under which conditions. All words are looked through once, and indexes do for the rest."""
    conditions = list(_conditions(filters))
    if not filters.text:
        return Question.__table__, conditions
    held = Question.id.in_(_holding(filters.text))
    found = select(Question.id, Question.created_at, Question.state).where(held, *conditions)
    return found.cte("found").prefix_with("MATERIALIZED"), []


def _conditions(filters: Filters) -> Iterator[ColumnElement[bool]]:
    """What the filters ask for, apart from the state and the text."""
    for column, wanted in (
        (Question.document_id, filters.document_id),
        (Question.type, filters.type),
        (Question.created_by, filters.author_id),
    ):
        if wanted is not None:
            yield column == wanted
    if filters.difficulty is not None:
        parts = list(Difficulty)
        place = parts.index(filters.difficulty)
        yield Question.difficulty <= HARDEST[filters.difficulty]
        if place:
            yield Question.difficulty > HARDEST[parts[place - 1]]
    if filters.since is not None and filters.since.earliest is not None:
        yield Question.latest >= number_of(filters.since.earliest)
    if filters.until is not None and filters.until.latest is not None:
        yield Question.earliest <= number_of(filters.until.latest)
    if filters.flagged:
        yield Question.id.in_(select(Flag.question_id).where(Flag.settled_at.is_(None)))
    if filters.tag:
        yield Question.id.in_(select(Tagging.question_id).join(Tag).where(Tag.name == filters.tag))


def _entries(ids: Sequence[int]) -> tuple[BankEntry, ...]:
    """The questions of these ids, in this order."""
    rows = db.session.execute(
        select(
            Question,
            QuestionVersion.number,
            QuestionVersion.language,
            QuestionVersion.stem,
            QuestionVersion.document_id,
            _FACTS,
            Document.title,
        )
        .join(QuestionVersion, _CURRENT)
        .outerjoin(Document, Document.id == Question.document_id)
        .where(Question.id.in_(ids))
    ).all()
    facts = {question.id: [(quoted_id, key) for key in keys or ()] for question, _, _, _, quoted_id, keys, _ in rows}
    dates = dates_of([fact for keys in facts.values() for fact in keys])
    tags = tags_of(ids)
    listed = {
        question.id: BankEntry(
            id=question.id,
            number=number,
            type=question.type,
            language=language,
            stem=stem,
            difficulty=question.difficulty,
            state=question.state,
            warned=question.warned,
            document_title=title,
            dates=tuple(dict.fromkeys(dates[fact] for fact in facts[question.id] if fact in dates)),
            tags=tags.get(question.id, ()),
        )
        for question, number, language, stem, _, _, title in rows
    }
    return tuple(listed[id_] for id_ in ids)


_CURRENT: Final = and_(QuestionVersion.question_id == Question.id, QuestionVersion.replaced_at.is_(None))
_FACTS: Final = QuestionVersion.body["fact_ids"]
