"""Building a quiz: its title, its slots and their order. What is published stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import select

from quizapp.bank.listing import Filters
from quizapp.bank.models import Question
from quizapp.database import db
from quizapp.errors import N_, NotFound, Refused, WrongField
from quizapp.quizzes.filtering import as_json, for_draw
from quizapp.quizzes.models import Quiz, Slot
from quizapp.quizzes.owning import check_may_change
from quizapp.quizzes.rules import columns_of
from quizapp.quizzes.settings import QuizSettings

LONGEST_TITLE: Final = 200
LONGEST_DESCRIPTION: Final = 2000
MOST_DRAWN: Final = 100
MOST_QUESTIONS: Final = 300
LARGEST_MARK: Final = 100


class Way(StrEnum):
    """Where a slot goes: one place towards the beginning, or towards the end."""

    UP = "up"
    DOWN = "down"


def new_quiz(*, title: str, description: str, person_id: int, now: datetime) -> int:
    """Make a quiz without questions, and return its id. Raises WrongField without a title."""
    quiz = Quiz(created_at=now, created_by=person_id, **columns_of(QuizSettings()))
    _name(quiz, title, description)
    db.session.add(quiz)
    db.session.commit()
    return quiz.id


def rename(*, quiz_id: int, title: str, description: str, person_id: int) -> None:
    """Give a quiz this title and description, published or not. Raises NotFound, Refused and WrongField."""
    check_may_change(quiz_id=quiz_id, person_id=person_id)
    quiz = db.session.get_one(Quiz, quiz_id)
    _name(quiz, title, description)
    db.session.commit()


def _name(quiz: Quiz, title: str, description: str) -> None:
    if not title.strip():
        db.session.rollback()
        raise WrongField("title", N_("Please give the quiz a title."))
    quiz.title = title.strip()[:LONGEST_TITLE]
    quiz.description = description.strip()[:LONGEST_DESCRIPTION]


def add_questions(*, quiz_id: int, question_ids: Sequence[int], person_id: int) -> int:
    """Put these questions at the end, for one mark each, and return how many of them were not there before.

    Raises NotFound; Refused where the quiz is not to be changed, or would have too many questions.
    """
    quiz = _draft(quiz_id, person_id)
    there = {slot.question_id for slot in quiz.slots}
    known = set(db.session.scalars(select(Question.id).where(Question.id.in_(question_ids))))
    fresh = [id_ for id_ in dict.fromkeys(question_ids) if id_ in known - there]
    for id_ in fresh:
        quiz.slots.append(Slot(question_id=id_))
    _settle(quiz)
    return len(fresh)


def add_draw(*, quiz_id: int, filters: Filters, count: int, max_mark: float, person_id: int) -> int:
    """Put a random draw of `count` questions that fit the filters at the end, and return the slot's id.

    Raises as `add_questions`, and WrongField for a number or a mark that cannot be.
    """
    _check_count(count)
    _check_mark(max_mark)
    quiz = _draft(quiz_id, person_id)
    slot = Slot(filters=as_json(for_draw(filters)), count=count, max_mark=max_mark)
    quiz.slots.append(slot)
    _settle(quiz)
    return slot.id


def change_slot(
    *, quiz_id: int, slot_id: int, count: int | None, max_mark: float, person_id: int, place: int | None = None
) -> None:
    """Give a slot this mark for each question and, where it draws, this number of questions; put it in this place.

    A number or place that is None stays as it is; a place past an end is the end. Raises as `add_draw`, and NotFound
    where the quiz has no such slot.
    """
    if count is not None:
        _check_count(count)
    _check_mark(max_mark)
    quiz = _draft(quiz_id, person_id)
    slot = _slot(quiz, slot_id)
    slot.max_mark = max_mark
    if slot.filters is not None and count is not None:
        slot.count = count
    if place is not None:
        slots = [other for other in quiz.slots if other is not slot]
        slots.insert(max(place - 1, 0), slot)
        _number(slots)
    _settle(quiz)


def move_slot(*, quiz_id: int, slot_id: int, way: Way, person_id: int) -> None:
    """Let a slot change places with its neighbour; harmless at either end. Raises as `change_slot`."""
    quiz = _draft(quiz_id, person_id)
    slots = list(quiz.slots)
    place = slots.index(_slot(quiz, slot_id))
    other = place - 1 if way is Way.UP else place + 1
    if 0 <= other < len(slots):
        slots[place], slots[other] = slots[other], slots[place]
    _number(slots)
    db.session.commit()


def remove_slot(*, quiz_id: int, slot_id: int, person_id: int) -> None:
    """Take a slot out of its quiz. Raises as `change_slot`."""
    quiz = _draft(quiz_id, person_id)
    quiz.slots.remove(_slot(quiz, slot_id))
    _settle(quiz)


def duplicate(*, quiz_id: int, title: str, person_id: int, now: datetime) -> int:
    """Copy a quiz with its settings, slots and feedback under this title, not published, as this person's.

    Returns its id. Attempts, extra time and colleagues are not copied. Any teacher may copy any quiz. Raises NotFound.
    """
    original = db.session.get(Quiz, quiz_id)
    if original is None:
        db.session.rollback()
        raise NotFound
    settings = {name: getattr(original, name) for name in columns_of(QuizSettings())}
    copy = Quiz(created_at=now, created_by=person_id, feedback=original.feedback, **settings)
    _name(copy, title, original.description)
    copy.slots = [
        Slot(
            position=slot.position,
            question_id=slot.question_id,
            filters=slot.filters,
            count=slot.count,
            max_mark=slot.max_mark,
        )
        for slot in original.slots
    ]
    db.session.add(copy)
    db.session.commit()
    return copy.id


def _draft(quiz_id: int, person_id: int) -> Quiz:
    """The quiz, taken for a change of its slots; nobody else changes them before the transaction ends."""
    check_may_change(quiz_id=quiz_id, person_id=person_id)
    quiz = db.session.scalars(select(Quiz).where(Quiz.id == quiz_id).with_for_update()).one()
    if quiz.published_at is not None:
        db.session.rollback()
        raise Refused(N_("This quiz is published, so its questions stay as they are. Take it back first, or copy it."))
    return quiz


def _slot(quiz: Quiz, slot_id: int) -> Slot:
    slot = next((slot for slot in quiz.slots if slot.id == slot_id), None)
    if slot is None:
        db.session.rollback()
        raise NotFound
    return slot


def _settle(quiz: Quiz) -> None:
    """Number the slots without gaps, and commit; Refused for more questions than a quiz may have."""
    _number(sorted(quiz.slots, key=lambda slot: slot.position or len(quiz.slots) + 1))
    if sum(slot.count or 1 for slot in quiz.slots) > MOST_QUESTIONS:
        db.session.rollback()
        raise Refused(N_("A quiz has at most %(count)s questions."), count=MOST_QUESTIONS)
    db.session.commit()


def _number(slots: Sequence[Slot]) -> None:
    for position, slot in enumerate(slots, start=1):
        slot.position = position


def _check_count(count: int) -> None:
    if not 0 < count <= MOST_DRAWN:
        raise WrongField("count", N_("Please give a number of questions from 1 to %(most)s."), most=MOST_DRAWN)


def _check_mark(max_mark: float) -> None:
    if not 0 < max_mark <= LARGEST_MARK:
        raise WrongField("max_mark", N_("Please give a mark above 0, up to %(most)s."), most=LARGEST_MARK)
