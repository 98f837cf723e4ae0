"""Building a quiz: its slots, their order, what may be changed when, and copies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from sqlalchemy import select

from questions.question import QuestionType
from quizapp.attempts import running, service
from quizapp.attempts.previewing import preview
from quizapp.attempts.statements import ASKED, ATTEMPT
from quizapp.bank import service as bank
from quizapp.bank.listing import Difficulty, Filters
from quizapp.database import db
from quizapp.errors import NotFound, Refused, WrongField
from quizapp.quizzes import building
from quizapp.quizzes.asking import slot_versions
from quizapp.quizzes.building import MOST_DRAWN, MOST_QUESTIONS, Way
from quizapp.quizzes.filtering import as_json, from_json
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.outlining import Outline, outline
from quizapp.quizzes.rules import published, settings_of
from quizapp.quizzes.service import publish
from quizapp.quizzes.settings import QuizSettings
from quizapp.quizzes.uses import uses_of
from tests.conftest import FIRST_SQLITE, People, SettableClock, on_both_databases
from tests.quizzes.making import TAG, Builder, chance

STONES = Filters(tag=TAG)

database_url = pytest.fixture(params=FIRST_SQLITE)(on_both_databases)


@pytest.fixture
def builder(app: Flask, people: People, clock: SettableClock) -> Builder:
    return Builder(teacher_id=people.teacher.id, now=clock.now())


@pytest.fixture(autouse=True)
def inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


def _asked(quiz: Outline) -> list[int | None]:
    """The question of each slot; None where it draws."""
    return [entry.question.id if entry.question else None for entry in quiz.entries]


def test_questions_come_in_the_order_in_which_they_were_chosen_and_once(builder: Builder) -> None:
    first, second, third = (builder.question(name) for name in ("Amber", "Basalt", "Copper"))
    quiz = builder.quiz(second, first)
    assert builder.add(quiz, (first, third, 999_999)) == 1
    assert _asked(outline(quiz)) == [second, first, third]


@pytest.mark.parametrize(
    ("moved", "way", "order"),
    [(0, Way.UP, [0, 1, 2]), (0, Way.DOWN, [1, 0, 2]), (1, Way.UP, [1, 0, 2]), (2, Way.DOWN, [0, 1, 2])],
)
def test_a_slot_changes_places_with_its_neighbour(builder: Builder, moved: int, way: Way, order: list[int]) -> None:
    numbers = [builder.question(name) for name in ("Amber", "Basalt", "Copper")]
    quiz = builder.quiz(*numbers)
    slot = outline(quiz).entries[moved].id
    building.move_slot(quiz_id=quiz, slot_id=slot, way=way, person_id=builder.teacher_id)
    assert _asked(outline(quiz)) == [numbers[place] for place in order]


@pytest.mark.parametrize(("place", "order"), [(1, [2, 0, 1]), (2, [0, 2, 1]), (9, [0, 1, 2]), (-3, [2, 0, 1])])
def test_a_slot_goes_to_the_place_that_is_given(builder: Builder, place: int, order: list[int]) -> None:
    numbers = [builder.question(name) for name in ("Amber", "Basalt", "Copper")]
    quiz = builder.quiz(*numbers)
    slot = outline(quiz).entries[2].id
    building.change_slot(quiz_id=quiz, slot_id=slot, count=None, max_mark=1, place=place, person_id=builder.teacher_id)
    assert _asked(outline(quiz)) == [numbers[one] for one in order]


def test_a_draw_takes_as_many_numbers_as_it_has_questions(builder: Builder) -> None:
    stones = builder.stones()
    quiz = builder.quiz(stones[0])
    building.add_draw(quiz_id=quiz, filters=STONES, count=3, max_mark=2, person_id=builder.teacher_id)
    builder.add(quiz, stones[1:2])
    found = outline(quiz)
    assert [(entry.first, entry.last) for entry in found.entries] == [(1, 1), (2, 4), (5, 5)]
    assert (found.questions, found.full_mark) == (5, 8)
    assert found.entries[1].draw is not None
    assert found.entries[1].draw.pool == len(stones) - 2


def test_a_slot_leaves_and_the_others_move_up(builder: Builder) -> None:
    numbers = [builder.question(name) for name in ("Amber", "Basalt", "Copper")]
    quiz = builder.quiz(*numbers)
    slot = outline(quiz).entries[1].id
    building.remove_slot(quiz_id=quiz, slot_id=slot, person_id=builder.teacher_id)
    assert _asked(outline(quiz)) == [numbers[0], numbers[2]]
    with pytest.raises(NotFound):
        building.remove_slot(quiz_id=quiz, slot_id=slot, person_id=builder.teacher_id)


def test_marks_and_numbers_change_within_their_bounds(builder: Builder) -> None:
    builder.stones()
    quiz = builder.quiz()
    slot = building.add_draw(quiz_id=quiz, filters=STONES, count=1, max_mark=1, person_id=builder.teacher_id)
    building.change_slot(quiz_id=quiz, slot_id=slot, count=2, max_mark=1.5, person_id=builder.teacher_id)
    assert (outline(quiz).questions, outline(quiz).full_mark) == (2, 3.0)
    for count, mark in ((0, 1), (MOST_DRAWN + 1, 1), (1, 0), (1, 101), (1, float("nan"))):
        with pytest.raises(WrongField):
            building.change_slot(quiz_id=quiz, slot_id=slot, count=count, max_mark=mark, person_id=builder.teacher_id)
    assert (outline(quiz).questions, outline(quiz).full_mark) == (2, 3.0)


def test_a_quiz_has_no_more_questions_than_anyone_could_answer(builder: Builder) -> None:
    quiz = builder.quiz()
    draws = MOST_QUESTIONS // MOST_DRAWN
    for _ in range(draws):
        building.add_draw(quiz_id=quiz, filters=STONES, count=MOST_DRAWN, max_mark=1, person_id=builder.teacher_id)
    with pytest.raises(Refused):
        building.add_draw(quiz_id=quiz, filters=STONES, count=1, max_mark=1, person_id=builder.teacher_id)
    assert outline(quiz).questions == MOST_QUESTIONS


def test_filters_are_stored_and_read_back() -> None:
    filters = Filters(
        document_id=3,
        type=QuestionType.DATE_ENTRY,
        difficulty=Difficulty.HARD,
        tag="war",
        author_id=4,
        since=from_json({"since": "2008-08"}).since,
        until=from_json({"until": "198X"}).until,
        text="停火",
    )
    assert from_json(as_json(filters)) == filters
    assert as_json(Filters()) == {}


def test_a_draw_never_takes_what_is_not_approved_or_was_retired(builder: Builder) -> None:
    stones = builder.stones()
    builder.question("Jasper", approved=False)
    bank.retire(question_id=stones[0], person_id=builder.teacher_id, now=builder.now)
    quiz = builder.quiz()
    building.add_draw(quiz_id=quiz, filters=Filters(), count=1, max_mark=1, person_id=builder.teacher_id)
    entry = outline(quiz).entries[0]
    assert entry.draw is not None
    assert entry.draw.pool == len(stones) - 1


def test_what_is_drawn_depends_on_the_seed_alone(builder: Builder) -> None:
    stones = builder.stones()
    quiz = builder.quiz(stones[0])
    building.add_draw(quiz_id=quiz, filters=STONES, count=3, max_mark=2, person_id=builder.teacher_id)
    drawn = [slot_versions(quiz, seed=seed) for seed in (5, 5, 6, 7, 8)]
    versions = [tuple(slot.version_id for slot in one) for one in drawn]
    assert versions[0] == versions[1]
    assert len(set(versions)) > 2
    assert [(slot.position, slot.max_mark) for slot in drawn[0]] == [(1, 1.0), (2, 2.0), (2, 2.0), (2, 2.0)]


def test_every_question_that_fits_has_its_chance(builder: Builder) -> None:
    stones = builder.stones()
    quiz = builder.quiz(stones[0])
    building.add_draw(quiz_id=quiz, filters=STONES, count=1, max_mark=1, person_id=builder.teacher_id)
    drawn = Counter(slot_versions(quiz, seed=seed)[1].version_id for seed in range(70))
    assert len(drawn) == len(stones) - 1
    assert max(drawn.values()) < 25


def test_an_attempt_keeps_the_seed_that_its_questions_were_drawn_with(
    builder: Builder, people: People, attempt_of: Callable[[str], tuple[int, list[int]]]
) -> None:
    builder.stones()
    quiz = builder.quiz()
    building.add_draw(quiz_id=quiz, filters=STONES, count=3, max_mark=1, person_id=builder.teacher_id)
    publish(quiz_id=quiz, person_id=builder.teacher_id, now=builder.now)
    assert [one.questions for one in published()] == [3]
    attempt = service.start(quiz_id=quiz, person_id=people.student.id, now=builder.now, rng=chance(1))
    seed, versions = attempt_of(attempt)
    assert versions == [slot.version_id for slot in slot_versions(quiz, seed=seed)]


@pytest.fixture
def attempt_of() -> Callable[[str], tuple[int, list[int]]]:
    """The seed of an attempt, and its versions in order."""

    def read(attempt_id: str) -> tuple[int, list[int]]:
        seed = db.session.scalars(select(ATTEMPT.c.seed).where(ATTEMPT.c.id == attempt_id)).one()
        versions = select(ASKED.c.version_id).where(ASKED.c.attempt_id == attempt_id).order_by(ASKED.c.slot)
        return seed, list(db.session.scalars(versions))

    return read


def test_a_bank_that_shrank_is_told_at_the_start(builder: Builder, people: People) -> None:
    stones = builder.stones()
    quiz = builder.quiz()
    building.add_draw(quiz_id=quiz, filters=STONES, count=7, max_mark=1, person_id=builder.teacher_id)
    publish(quiz_id=quiz, person_id=builder.teacher_id, now=builder.now)
    for number in stones[:2]:
        bank.retire(question_id=number, person_id=builder.teacher_id, now=builder.now)
    with pytest.raises(Refused, match="no longer holds enough"):
        service.start(quiz_id=quiz, person_id=people.student.id, now=builder.now, rng=chance(1))


def test_what_is_published_stays_as_it_is_until_it_is_taken_back(builder: Builder) -> None:
    first, second = builder.question("Amber"), builder.question("Basalt")
    quiz = builder.quiz(first)
    publish(quiz_id=quiz, person_id=builder.teacher_id, now=builder.now)
    with pytest.raises(Refused):
        builder.add(quiz, (second,))
    running.withdraw(quiz_id=quiz, person_id=builder.teacher_id)
    assert builder.add(quiz, (second,)) == 1
    assert published() == ()


def test_a_quiz_that_a_student_has_started_is_neither_taken_back_nor_deleted(builder: Builder, people: People) -> None:
    quiz = builder.quiz(builder.question("Amber"))
    publish(quiz_id=quiz, person_id=builder.teacher_id, now=builder.now)
    preview(quiz_id=quiz, person_id=builder.teacher_id, now=builder.now, rng=chance(1))
    service.start(quiz_id=quiz, person_id=people.student.id, now=builder.now, rng=chance(2))
    for change in (running.withdraw, running.delete_draft):
        with pytest.raises(Refused):
            change(quiz_id=quiz, person_id=builder.teacher_id)
    assert [one.id for one in published()] == [quiz]


def test_a_preview_does_not_keep_a_quiz_from_being_taken_back_and_deleted(builder: Builder) -> None:
    question = builder.question("Amber")
    quiz = builder.quiz(question)
    publish(quiz_id=quiz, person_id=builder.teacher_id, now=builder.now)
    preview(quiz_id=quiz, person_id=builder.teacher_id, now=builder.now, rng=chance(1))
    running.withdraw(quiz_id=quiz, person_id=builder.teacher_id)
    running.delete_draft(quiz_id=quiz, person_id=builder.teacher_id)
    assert (db.session.get(Quiz, quiz), uses_of(question)) == (None, ())


def test_a_copy_has_the_settings_and_slots_and_is_not_published(builder: Builder, people: People) -> None:
    stones = builder.stones()
    quiz = builder.quiz(stones[0])
    building.add_draw(quiz_id=quiz, filters=STONES, count=3, max_mark=2, person_id=builder.teacher_id)
    settings = QuizSettings(time_limit_seconds=600, access_code="maple", attempts_allowed=2)
    running.change_settings(quiz_id=quiz, settings=settings, person_id=builder.teacher_id, now=builder.now)
    publish(quiz_id=quiz, person_id=builder.teacher_id, now=builder.now)
    copy = building.duplicate(quiz_id=quiz, title="Stones again", person_id=people.teacher.id, now=builder.now)
    assert settings_of(copy) == ("Stones again", settings)
    assert [(one.question, one.draw, one.max_mark) for one in outline(copy).entries] == [
        (one.question, one.draw, one.max_mark) for one in outline(quiz).entries
    ]
    assert (outline(copy).published_at, [one.id for one in published()]) == (None, [quiz])
    builder.add(copy, stones[1:2])
    assert (len(outline(copy).entries), len(outline(quiz).entries)) == (3, 2)


def test_others_do_not_change_a_quiz(builder: Builder, people: People) -> None:
    question = builder.question("Amber")
    quiz = builder.quiz(question)
    slot = outline(quiz).entries[0].id
    other = people.other_student.id
    for change in (
        lambda: building.rename(quiz_id=quiz, title="Mine", description="", person_id=other),
        lambda: building.add_questions(quiz_id=quiz, question_ids=(question,), person_id=other),
        lambda: building.add_draw(quiz_id=quiz, filters=STONES, count=1, max_mark=1, person_id=other),
        lambda: building.change_slot(quiz_id=quiz, slot_id=slot, count=None, max_mark=5, person_id=other),
        lambda: building.move_slot(quiz_id=quiz, slot_id=slot, way=Way.UP, person_id=other),
        lambda: building.remove_slot(quiz_id=quiz, slot_id=slot, person_id=other),
        lambda: running.withdraw(quiz_id=quiz, person_id=other),
        lambda: running.delete_draft(quiz_id=quiz, person_id=other),
        lambda: publish(quiz_id=quiz, person_id=other, now=builder.now),
    ):
        with pytest.raises(Refused):
            change()
    assert _asked(outline(quiz)) == [question]
