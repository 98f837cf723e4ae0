"""A quiz on paper: its questions with room for answers, and a sheet with the key and the sources."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

import questions
from questions.question import Interaction, Option
from quizapp.bank.evidence import Evidence, evidence_of
from quizapp.bank.models import QuestionVersion
from quizapp.database import db
from quizapp.documents.models import Document
from quizapp.quizzes.service import SlotVersion, settings_of, slot_versions


@dataclass(frozen=True, kw_only=True)
class PaperOption:
    """An option under the mark that stands before it on paper."""

    mark: str
    text: str


@dataclass(frozen=True, kw_only=True)
class PaperQuestion:
    """A question as it is printed.

    `options` are marked A, B, … or, in a matching question, 1, 2, …, and `matches` A, B, … . `key` says the marks:
    of a choice those that are right, of an order the groups from earliest to latest, of pairs an item's mark with its
    match's. It is empty where the key is the `question`'s date or length of time. `unmatched` are marks of no item.
    """

    number: int
    max_mark: float
    question: questions.Question
    options: tuple[PaperOption, ...]
    matches: tuple[PaperOption, ...]
    key: tuple[tuple[str, ...], ...]
    unmatched: tuple[str, ...]
    note: str | None
    evidence: tuple[Evidence, ...]

    @property
    def interaction(self) -> Interaction:
        return self.question.type.interaction


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A quiz on paper; `full_mark` is what all questions together are worth."""

    quiz_id: int
    title: str
    time_limit_seconds: int | None
    full_mark: float
    questions: tuple[PaperQuestion, ...]


def paper_of(quiz_id: int) -> Paper:
    """What an attempt that starts now is asked, on paper; the same quiz gives the same paper. Raises NotFound."""
    title, settings = settings_of(quiz_id)
    slots = slot_versions(quiz_id)
    kept = _kept([slot.version_id for slot in slots])
    printed = tuple(
        _printed(slot, kept[slot.version_id], number, seed=f"{quiz_id}-{slot.position}")
        for number, slot in enumerate(slots, start=1)
    )
    return Paper(
        quiz_id=quiz_id,
        title=title,
        time_limit_seconds=settings.time_limit_seconds,
        full_mark=sum(slot.max_mark for slot in slots),
        questions=printed,
    )


def _kept(version_ids: Sequence[int]) -> Mapping[int, Row[Any]]:
    rows = db.session.execute(
        select(
            QuestionVersion.id,
            QuestionVersion.sources,
            QuestionVersion.passages,
            QuestionVersion.note,
            Document.title,
            Document.attribution,
        )
        .outerjoin(Document, Document.id == QuestionVersion.document_id)
        .where(QuestionVersion.id.in_(version_ids))
    )
    return {row.id: row for row in rows}


def _printed(slot: SlotVersion, kept: Row[Any], number: int, *, seed: str) -> PaperQuestion:
    asked = slot.question
    options, matches = _laid_out(asked, random.Random(seed))  # noqa: S311 - an order to read in, no secret
    marks = {option.id: mark for mark, option in [*options, *matches]}
    paired = {second for _, second in asked.pairs}
    return PaperQuestion(
        number=number,
        max_mark=slot.max_mark,
        question=asked,
        options=tuple(PaperOption(mark=mark, text=option.text) for mark, option in options),
        matches=tuple(PaperOption(mark=mark, text=option.text) for mark, option in matches),
        key=_key(asked, marks),
        unmatched=tuple(mark for mark, option in matches if option.id not in paired),
        note=kept.note,
        evidence=evidence_of(
            asked, kept.sources, kept.passages, document_title=kept.title, attribution=kept.attribution
        ),
    )


_Marked = Sequence[tuple[str, Option]]


def _laid_out(asked: questions.Question, chance: random.Random) -> tuple[_Marked, _Marked]:
    """Options and matches with their marks. What is to be ordered or matched stands in an order that tells nothing."""
    match asked.type.interaction:
        case Interaction.MATCH:
            matches = chance.sample(asked.matches, len(asked.matches))
            return [(str(place), one) for place, one in enumerate(asked.items, 1)], _lettered(matches)
        case Interaction.ORDER:
            return _lettered(chance.sample(asked.options, len(asked.options))), ()
        case _:
            return _lettered(asked.options), ()


def _lettered(options: Sequence[Option]) -> _Marked:
    return [(letter(place), option) for place, option in enumerate(options)]


def letter(place: int) -> str:
    """A, B, … Z, AA, AB, … by the place from 0."""
    turn, rest = divmod(place, 26)
    return (letter(turn - 1) if turn else "") + chr(ord("A") + rest)


def _key(asked: questions.Question, marks: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    if asked.order:
        return tuple(tuple(sorted(marks[name] for name in group)) for group in asked.order)
    if asked.pairs:
        return tuple((marks[first], marks[second]) for first, second in asked.pairs)
    return tuple((marks[name],) for name in asked.right_ids)
