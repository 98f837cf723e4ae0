"""Which versions of which questions a quiz asks: those of its fixed slots, and those that are drawn for an attempt."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, bindparam, func, select
from sqlalchemy.orm import aliased

import questions
from quizapp.bank.models import Question, QuestionVersion
from quizapp.database import db
from quizapp.errors import N_, Refused
from quizapp.quizzes.drawing import Draw, draw
from quizapp.quizzes.filtering import from_json
from quizapp.quizzes.models import Slot
from quizapp.quizzes.pools import Chance, some_of


@dataclass(frozen=True, kw_only=True)
class SlotVersion:
    """A question that an attempt is asked: its version, what it is worth, and the position of the slot it is from."""

    position: int
    max_mark: float
    version_id: int
    question: questions.Question


@dataclass(frozen=True, kw_only=True)
class AskableVersion:
    """The version of a question that quizzes ask: the newest approved one of a question that is not retired."""

    question_id: int
    version_id: int
    question: questions.Question


def slot_versions(quiz_id: int, *, seed: int = 0) -> tuple[SlotVersion, ...]:
    """The questions that an attempt with this seed is asked, in order; the same bank and seed give the same ones.

    Fixed questions that are retired are left out. Raises Refused where the bank no longer holds enough to draw from.
    """
    slots = db.session.scalars(select(Slot).where(Slot.quiz_id == quiz_id).order_by(Slot.position, Slot.id)).all()
    read = dict(askable([slot.question_id for slot in slots if slot.question_id is not None]))
    drawn = _drawn(slots, read, Random(seed))  # noqa: S311 - chance that can be repeated
    return tuple(
        SlotVersion(
            position=place,
            max_mark=slot.max_mark,
            version_id=read[number].version_id,
            question=read[number].question,
        )
        for place, slot in enumerate(slots, start=1)
        for number in drawn.get(slot.id, [slot.question_id] if slot.question_id is not None else [])
        if number in read
    )


def _drawn(slots: Sequence[Slot], read: dict[int, AskableVersion], rng: Random) -> Mapping[int, tuple[int, ...]]:
    """The numbers of the questions drawn for each slot that draws; `read` is given what was read for it."""
    drawing = [(slot, from_json(slot.filters), Chance.of(rng)) for slot in slots if slot.filters is not None]
    if not drawing:
        return {}
    fixed = list(read)

    def take(extra: int) -> list[Draw]:
        wanted = {slot.id: (filters, chance, slot.count + extra) for slot, filters, chance in drawing}
        pools = some_of(wanted)
        return [Draw(count=slot.count, pool=pools[slot.id]) for slot, _, _ in drawing]

    def asked_by(numbers: Collection[int]) -> Mapping[int, questions.Question]:
        read.update(askable(set(numbers) - read.keys()))
        return {number: read[number].question for number in sorted(numbers) if number in read}

    found = draw(take, fixed=fixed, read=asked_by)
    if found.missing:
        raise Refused(
            N_(
                "This quiz draws its questions from the bank, which no longer holds enough that go together."
                " Please tell your teacher."
            )
        )
    return {slot.id: chosen for (slot, _, _), chosen in zip(drawing, found.chosen, strict=True)}


def askable(question_ids: Collection[int]) -> Mapping[int, AskableVersion]:
    """Of those of these questions that can be asked, the version that is; by question."""
    if not question_ids:
        return {}
    rows = db.session.execute(_ASKABLE, {"questions": sorted(question_ids)})
    return {row.question_id: _askable_version(row) for row in rows}


def _askable_version(row: Row[Any]) -> AskableVersion:
    return AskableVersion(
        question_id=row.question_id, version_id=row.id, question=questions.question_from_json(row.body)
    )


def _newest_approved() -> ColumnElement[int | None]:
    version = aliased(QuestionVersion)
    return (
        select(func.max(version.number))
        .where(version.question_id == Question.id, version.approved_at.is_not(None))
        .scalar_subquery()
    )


def _askable() -> Select[int, int, dict[str, Any]]:
    return (
        select(QuestionVersion.question_id, QuestionVersion.id, QuestionVersion.body)
        .join(Question, Question.id == QuestionVersion.question_id)
        .where(
            Question.id.in_(bindparam("questions", expanding=True)),
            Question.retired_at.is_(None),
            QuestionVersion.number == _newest_approved(),
        )
    )


_ASKABLE: Final = _askable()
