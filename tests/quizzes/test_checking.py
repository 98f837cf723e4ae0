"""What stops a quiz from being published, what is only told, and what students will see of it when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from quizapp.attempts.running import change_settings
from quizapp.bank import service as bank
from quizapp.bank.listing import Filters
from quizapp.errors import Refused
from quizapp.quizzes import building
from quizapp.quizzes.checking import Finding, Point, Weight, check_list
from quizapp.quizzes.covering import Coverage, coverage
from quizapp.quizzes.outlining import outline
from quizapp.quizzes.reviewing import AFTER_CLOSE, ReviewMoment, ReviewOptions, Shown
from quizapp.quizzes.rules import published
from quizapp.quizzes.seeing import Moment, Sight, moments, sights
from quizapp.quizzes.service import publish
from quizapp.quizzes.settings import QuizSettings
from tests.attempts.making import Bank
from tests.conftest import People, Sample, SettableClock
from tests.quizzes.making import TAG, Builder

STONES = Filters(tag=TAG)
ONCE = {"attempts_allowed": 1}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """What is found is the same on every database."""
    return sqlite_url


@pytest.fixture
def builder(app: Flask, people: People, clock: SettableClock) -> Builder:
    return Builder(teacher_id=people.teacher.id, now=clock.now())


@pytest.fixture(autouse=True)
def inside(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


def _found(builder: Builder, quiz: int, *weights: Weight) -> dict[Point, Finding]:
    findings = check_list(quiz_id=quiz, now=builder.now).findings
    return {finding.point: finding for finding in findings if finding.weight in (weights or tuple(Weight))}


def _stops(builder: Builder, quiz: int) -> list[Point]:
    """What stops the quiz; if anything does, publishing is refused, and else it is published."""
    stops = list(_found(builder, quiz, Weight.STOP))
    if stops:
        with pytest.raises(Refused, match="check list"):
            publish(quiz_id=quiz, person_id=builder.teacher_id, now=builder.now)
    else:
        publish(quiz_id=quiz, person_id=builder.teacher_id, now=builder.now)
    assert bool(published()) == (not stops)
    return stops


def _ruled(builder: Builder, quiz: int, **rules: Any) -> None:
    settings = QuizSettings(**rules)
    change_settings(quiz_id=quiz, settings=settings, person_id=builder.teacher_id, now=builder.now)


def _drawing(builder: Builder, count: int, *fixed: int, filters: Filters = STONES) -> int:
    quiz = builder.quiz(*fixed)
    building.add_draw(quiz_id=quiz, filters=filters, count=count, max_mark=1, person_id=builder.teacher_id)
    return quiz


def test_a_quiz_without_questions_is_stopped(builder: Builder) -> None:
    assert _stops(builder, builder.quiz()) == [Point.NO_QUESTIONS]


def test_questions_that_nobody_approved_or_that_are_retired_stop_it(builder: Builder) -> None:
    draft, used = builder.question("Amber", approved=False), builder.question("Basalt")
    quiz = builder.quiz(draft, used)
    assert _stops(builder, quiz) == [Point.NOT_APPROVED]
    assert _found(builder, quiz)[Point.NOT_APPROVED].places == (1,)
    bank.approve(question_id=draft, person_id=builder.teacher_id, now=builder.now)
    bank.retire(question_id=used, person_id=builder.teacher_id, now=builder.now)
    assert _found(builder, quiz)[Point.NOT_APPROVED].places == (2,)
    assert _stops(builder, quiz) == [Point.NOT_APPROVED]


def test_a_pool_that_is_too_small_stops_it_and_fixed_questions_are_not_in_it(builder: Builder) -> None:
    stones = builder.stones()
    quiz = _drawing(builder, 8, stones[0])
    assert _stops(builder, quiz) == [Point.SMALL_POOL]
    found = _found(builder, quiz)[Point.SMALL_POOL]
    assert (found.places, found.count, found.of) == (tuple(range(2, 10)), 8, 7)
    assert _stops(builder, _drawing(builder, 7, stones[0])) == []


def test_draws_that_cannot_go_together_stop_it(builder: Builder, small_bank: Bank) -> None:
    """All generated questions of the small bank quote one and the same sentence."""
    quiz = _drawing(builder, 3, filters=Filters())
    assert len(small_bank.question_ids) == 5
    assert _stops(builder, quiz) == [Point.CANNOT_DRAW]
    assert _stops(builder, _drawing(builder, 2, filters=Filters())) == []


def test_fixed_questions_that_collide_are_told_and_stop_nothing(builder: Builder, small_bank: Bank) -> None:
    quiz = builder.quiz(small_bank.question_ids[0], small_bank.question_ids[4], small_bank.question_ids[1])
    assert _found(builder, quiz)[Point.COLLISION].places == (1, 3)
    assert outline(quiz).colliding_with(3) == (1,)
    assert _stops(builder, quiz) == []


def test_a_quiz_that_has_closed_is_stopped(builder: Builder) -> None:
    quiz = builder.quiz(builder.question("Amber"))
    _ruled(builder, quiz, closes_at=builder.now)
    assert _stops(builder, quiz) == [Point.CLOSED]
    _ruled(builder, quiz, closes_at=builder.now + timedelta(seconds=1))
    assert _stops(builder, quiz) == []


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ({}, {Point.KEYS_BEFORE_AGAIN}),
        (ONCE, set()),
        ({**ONCE, "time_limit_seconds": 39}, {Point.HURRIED}),
        ({**ONCE, "time_limit_seconds": 40}, set()),
        ({**ONCE, "closes": 60, "time_limit_seconds": 61, "review": AFTER_CLOSE}, {Point.SHORT_WINDOW}),
        ({**ONCE, "opens": 30, "closes": 90, "time_limit_seconds": 61, "review": AFTER_CLOSE}, {Point.SHORT_WINDOW}),
        ({**ONCE, "closes": 60, "time_limit_seconds": 60, "review": AFTER_CLOSE}, set()),
        ({**ONCE, "closes": 60}, {Point.KEYS_WHILE_OPEN}),
        ({**ONCE, "review": ReviewOptions()}, {Point.NEVER_SHOWN}),
    ],
)
def test_rules_that_may_surprise_are_told(builder: Builder, rules: dict[str, Any], told: set[Point]) -> None:
    quiz = builder.quiz(builder.question("Amber"), builder.question("Basalt"))
    times = {"opens_at": rules.get("opens"), "closes_at": rules.get("closes")}
    given = {name: builder.now + timedelta(seconds=after) for name, after in times.items() if after is not None}
    rest = {name: value for name, value in rules.items() if name not in ("opens", "closes")}
    _ruled(builder, quiz, **given, **rest)
    assert set(_found(builder, quiz, Weight.WARN)) == told
    assert _stops(builder, quiz) == []


def test_what_stops_a_quiz_comes_first(builder: Builder) -> None:
    quiz = builder.quiz(builder.question("Amber", approved=False))
    weights = [finding.weight for finding in check_list(quiz_id=quiz, now=builder.now).findings]
    assert weights == sorted(weights, key=list(Weight).index)
    assert set(weights) == set(Weight)


def test_coverage_counts_the_facts_that_may_be_asked_about(builder: Builder, sample: Sample) -> None:
    whole = coverage(outline(_drawing(builder, 1, filters=Filters(document_id=sample.document_id))))
    part = coverage(outline(builder.quiz(sample.question_ids[0], builder.question("Amber"))))
    assert [one.title for one in whole] == ["Russia and South Ossetia"]
    assert 3 < whole[0].asked <= whole[0].facts
    assert part == (Coverage(document_id=sample.document_id, title=whole[0].title, asked=1, facts=whole[0].facts),)


def test_what_students_see_follows_from_the_settings(clock: SettableClock) -> None:
    allowed = {(ReviewMoment.AFTER, Shown.MARKS), *((ReviewMoment.CLOSED, part) for part in Shown)}
    settings = QuizSettings(closes_at=clock.now(), review=ReviewOptions(allowed=frozenset(allowed)))
    late = frozenset({Moment.CLOSED})
    assert {one.sight: one.moments for one in sights(settings)} == {
        Sight.RULES: frozenset(Moment),
        Sight.QUESTIONS: late | {Moment.DURING},
        Sight.ANSWERS: late | {Moment.DURING},
        Sight.OUTCOMES: late,
        Sight.MARKS: late | {Moment.AFTER},
        Sight.KEYS: late,
        Sight.EXPLANATIONS: late,
        Sight.FEEDBACK: late,
    }
    assert moments(settings) == tuple(Moment)
    assert moments(QuizSettings()) == (Moment.BEFORE, Moment.DURING, Moment.AFTER, Moment.OPEN)
