"""A quiz as its maker sees it: its slots in order, what each may ask, and which of its questions collide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from questions.document import Language
from questions.question import QuestionType
from quizapp.accounts.models import User
from quizapp.bank.listing import Filters
from quizapp.bank.models import Question, QuestionVersion
from quizapp.bank.state import State
from quizapp.database import db
from quizapp.documents.models import Document
from quizapp.errors import NotFound
from quizapp.quizzes.asking import AskableVersion, askable
from quizapp.quizzes.colliding import foes_among
from quizapp.quizzes.filtering import from_json
from quizapp.quizzes.models import Quiz, Slot
from quizapp.quizzes.pools import pool_sizes


@dataclass(frozen=True, kw_only=True)
class FixedQuestion:
    """The question of a fixed slot in its current wording; `is_asked`: a version is approved, and it is not retired."""

    id: int
    type: QuestionType
    language: Language
    stem: str
    state: State
    is_asked: bool


@dataclass(frozen=True, kw_only=True)
class RandomDraw:
    """What a slot draws: `count` of the `pool` questions that fit the filters and are not fixed in the quiz."""

    filters: Filters
    count: int
    pool: int
    document_title: str | None
    author_name: str | None


@dataclass(frozen=True, kw_only=True)
class SlotEntry:
    """A slot: the numbers of its questions in the quiz from `first` to `last`, and what each is worth."""

    id: int
    first: int
    last: int
    max_mark: float
    question: FixedQuestion | None
    draw: RandomDraw | None


@dataclass(frozen=True, kw_only=True)
class Outline:
    """A quiz with its slots. `collisions` are pairs of fixed questions by their numbers, the smaller first."""

    id: int
    title: str
    description: str
    published_at: datetime | None
    entries: tuple[SlotEntry, ...]
    collisions: tuple[tuple[int, int], ...]

    @property
    def questions(self) -> int:
        """How many questions it asks."""
        return self.entries[-1].last if self.entries else 0

    @property
    def full_mark(self) -> float:
        """What all its questions together are worth."""
        return sum(entry.max_mark * (entry.last - entry.first + 1) for entry in self.entries)

    @property
    def question_ids(self) -> tuple[int, ...]:
        """The questions of its fixed slots."""
        return tuple(entry.question.id for entry in self.entries if entry.question is not None)

    def colliding_with(self, number: int) -> tuple[int, ...]:
        """The numbers of the questions that do not go together with the fixed question of this number."""
        return tuple(sorted(other for pair in self.collisions if number in pair for other in pair if other != number))


def outline(quiz_id: int) -> Outline:
    """The quiz with its slots; NotFound when there is none of this number."""
    quiz = db.session.get(Quiz, quiz_id)
    if quiz is None:
        raise NotFound
    slots = db.session.scalars(select(Slot).where(Slot.quiz_id == quiz_id).order_by(Slot.position, Slot.id)).all()
    asked = askable([slot.question_id for slot in slots if slot.question_id is not None])
    entries = tuple(_entries(slots, asked))
    return Outline(
        id=quiz.id,
        title=quiz.title,
        description=quiz.description,
        published_at=quiz.published_at,
        entries=entries,
        collisions=_collisions(entries, asked),
    )


def _entries(slots: Sequence[Slot], asked: Mapping[int, AskableVersion]) -> Iterator[SlotEntry]:
    fixed = _fixed([slot.question_id for slot in slots if slot.question_id is not None], asked)
    draws = _draws(slots)
    last = 0
    for slot in slots:
        yield SlotEntry(
            id=slot.id,
            first=last + 1,
            last=last + slot.count,
            max_mark=slot.max_mark,
            question=None if slot.question_id is None else fixed[slot.question_id],
            draw=draws.get(slot.id),
        )
        last += slot.count


def _fixed(question_ids: Sequence[int], asked: Mapping[int, AskableVersion]) -> Mapping[int, FixedQuestion]:
    rows = db.session.execute(
        select(Question.id, Question.type, Question.state, QuestionVersion.language, QuestionVersion.stem)
        .join(QuestionVersion, QuestionVersion.question_id == Question.id)
        .where(Question.id.in_(question_ids), QuestionVersion.replaced_at.is_(None))
    )
    return {
        id_: FixedQuestion(id=id_, type=kind, language=language, stem=stem, state=state, is_asked=id_ in asked)
        for id_, kind, state, language, stem in rows
    }


def _draws(slots: Sequence[Slot]) -> Mapping[int, RandomDraw]:
    filters = {slot.id: from_json(slot.filters) for slot in slots if slot.filters is not None}
    if not filters:
        return {}
    fixed = [slot.question_id for slot in slots if slot.question_id is not None]
    pools = pool_sizes(filters, without=fixed)
    documents = {one.document_id for one in filters.values() if one.document_id is not None}
    authors = {one.author_id for one in filters.values() if one.author_id is not None}
    titles = dict(db.session.execute(select(Document.id, Document.title).where(Document.id.in_(documents))).all())
    names = dict(db.session.execute(select(User.id, User.name).where(User.id.in_(authors))).all())
    return {
        slot.id: RandomDraw(
            filters=filters[slot.id],
            count=slot.count,
            pool=pools[slot.id],
            document_title=titles.get(filters[slot.id].document_id or 0),
            author_name=names.get(filters[slot.id].author_id or 0),
        )
        for slot in slots
        if slot.id in filters
    }


def _collisions(entries: Sequence[SlotEntry], asked: Mapping[int, AskableVersion]) -> tuple[tuple[int, int], ...]:
    numbers = {entry.question.id: entry.first for entry in entries if entry.question is not None}
    foes = foes_among({id_: asked[id_].question for id_ in numbers if id_ in asked})
    pairs = {tuple(sorted((numbers[one], numbers[other]))) for one, others in foes.items() for other in others}
    return tuple(sorted((first, second) for first, second in pairs))
