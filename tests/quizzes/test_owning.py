"""A quiz is changed by its maker, by colleagues whom they named, and by administrators; others look at it."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.access import Role
from quizapp.accounts.service import add_user
from quizapp.attempts.running import change_settings, give_extra_time
from quizapp.errors import NotFound, Refused, WrongField
from quizapp.quizzes.owning import (
    Named,
    Owning,
    check_may_change,
    colleagues,
    dismiss_colleague,
    name_colleague,
    owning,
)
from quizapp.quizzes.service import publish, settings_of
from quizapp.quizzes.settings import ExtraTime, QuizSettings
from tests.conftest import People, SettableClock, browser_of


def _add(app: Flask, clock: SettableClock, username: str, role: Role) -> int:
    passwords = app.extensions["passwords"]
    return add_user(
        username=username, name=username.title(), role=role, password="a password", passwords=passwords, now=clock.now()
    )


def test_another_teacher_looks_at_a_quiz_and_changes_nothing(
    app: Flask, people: People, quiz: int, clock: SettableClock
) -> None:
    with app.app_context():
        other = _add(app, clock, "wang", Role.TEACHER)
        before = settings_of(quiz)
        changes = (
            lambda: publish(quiz_id=quiz, person_id=other, now=clock.now()),
            lambda: change_settings(quiz_id=quiz, settings=QuizSettings(), person_id=other, now=clock.now()),
            lambda: give_extra_time(
                quiz_id=quiz,
                person_ids=[people.student.id],
                extra=ExtraTime(seconds=60),
                reason="none",
                given_by=other,
                now=clock.now(),
            ),
            lambda: name_colleague(quiz_id=quiz, username="wang", person_id=other, now=clock.now()),
            lambda: dismiss_colleague(quiz_id=quiz, colleague_id=other, person_id=other),
        )
        for change in changes:
            with pytest.raises(Refused, match="belongs to"):
                change()
        assert settings_of(quiz) == before
        assert owning(quiz_id=quiz, person_id=other) == Owning(owner="Lin Laoshi", may_change=False)


def test_the_maker_names_a_colleague_who_may_then_change_the_quiz_until_dismissed(
    app: Flask, people: People, quiz: int, clock: SettableClock
) -> None:
    maker = people.teacher.id
    with app.app_context():
        other = _add(app, clock, "wang", Role.TEACHER)
        for username in (" WANG", "wang", people.teacher.username):
            name_colleague(quiz_id=quiz, username=username, person_id=maker, now=clock.now())
        assert colleagues(quiz_id=quiz) == (Named(id=other, name="Wang", username="wang"),)
        change_settings(quiz_id=quiz, settings=QuizSettings(), person_id=other, now=clock.now())
        dismiss_colleague(quiz_id=quiz, colleague_id=other, person_id=maker)
        with pytest.raises(Refused):
            check_may_change(quiz_id=quiz, person_id=other)


def test_an_administrator_may_change_any_quiz_and_nobody_one_that_is_not_there(
    app: Flask, quiz: int, clock: SettableClock
) -> None:
    with app.app_context():
        admin = _add(app, clock, "root", Role.ADMIN)
        check_may_change(quiz_id=quiz, person_id=admin)
        with pytest.raises(NotFound):
            check_may_change(quiz_id=quiz + 1, person_id=admin)


def test_a_student_is_no_colleague(app: Flask, people: People, quiz: int, clock: SettableClock) -> None:
    with app.app_context():
        for nobody in (people.student.username, "nobody"):
            with pytest.raises(WrongField):
                name_colleague(quiz_id=quiz, username=nobody, person_id=people.teacher.id, now=clock.now())
        assert colleagues(quiz_id=quiz) == ()


def test_the_settings_page_names_a_colleague_and_tells_others_whose_quiz_it_is(
    app: Flask, as_teacher: FlaskClient, quiz: int, clock: SettableClock
) -> None:
    with app.app_context():
        other = _add(app, clock, "wang", Role.TEACHER)
    as_other = browser_of(app)
    as_other.post("/sign-in", data={"username": "wang", "password": "a password"})
    settings, extra = f"/quizzes/{quiz}/settings", f"/quizzes/{quiz}/extra-time"
    for page in (settings, extra):
        assert "This quiz belongs to Lin Laoshi." in as_other.get(page).text
    assert "Save the settings" not in as_other.get(settings).text
    assert "Give the time" not in as_other.get(extra).text
    wrong = as_teacher.post(f"/quizzes/{quiz}/colleagues", data={"username": "nobody"})
    assert (wrong.status_code, "No teacher has the username “nobody”." in wrong.text) == (400, True)
    assert as_teacher.post(f"/quizzes/{quiz}/colleagues", data={"username": "wang"}).status_code == 303
    assert "Save the settings" in as_other.get(settings).text
    assert as_teacher.post(f"/quizzes/{quiz}/colleagues/{other}/dismissal").status_code == 303
    assert as_other.post(settings).status_code in {400, 409}
    with app.app_context():
        assert colleagues(quiz_id=quiz) == ()
