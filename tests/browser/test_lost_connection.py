"""The connection fails in every way: nothing typed is lost, and nothing is called saved that is not on disk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Dialog, Locator, Route, expect
from sqlalchemy import select

from quizapp.attempts.models import Response
from quizapp.database import db
from tests.browser.conftest import Visit
from tests.browser.visiting import SAVED, Visitor
from tests.conftest import People, SettableClock

SAVES = "**/responses/*"
UNSAVED = "[data-saved][data-state=unsaved]"
PATIENT = 20_000


@pytest.fixture
def student(visit: Visit, people: People, sample_quiz: int) -> Visitor:
    student = visit()
    student.expected = ("Failed to load resource",)
    student.sign_in(people.student)
    student.start(sample_quiz)
    return student


def _entry(student: Visitor) -> Locator:
    return student.page.locator("form[data-kind=entry]").first


def _type(student: Visitor, text: str) -> None:
    _entry(student).locator("input[name=answer]").fill(text)


def _stored(app: Flask) -> list[list[str]]:
    with app.app_context():
        return list(db.session.scalars(select(Response.answer)))


def _offline(route: Route) -> None:
    route.abort()


def _overloaded(route: Route) -> None:
    route.fulfill(status=503, content_type="application/json", body='{"error": "Please wait."}')


def _not_even_json(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<p>Welcome to the airport's network</p>")


@pytest.mark.parametrize("failure", [_offline, _overloaded, _not_even_json], ids=lambda one: one.__name__.strip("_"))
def test_an_answer_is_sent_again_until_it_arrives(
    app: Flask, student: Visitor, failure: Callable[[Route], None]
) -> None:
    student.page.route(SAVES, failure)
    _type(student, "1999")
    expect(_entry(student).locator(UNSAVED)).to_have_text(
        "Not saved yet; trying again (your answer is kept on this device)"
    )
    expect(student.page.locator("[data-overview-slot][data-state=answered]")).to_have_count(0)
    assert _stored(app) == []
    student.page.unroute(SAVES)
    expect(_entry(student).locator(SAVED)).to_be_visible(timeout=PATIENT)
    assert _stored(app) == [["1999"]]


def test_an_answer_whose_reply_is_lost_is_saved_once_and_shown_so(app: Flask, student: Visitor) -> None:
    lost: list[int] = []

    def swallow(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch().status)
            route.abort()

    student.page.route(SAVES, swallow)
    _type(student, "1999")
    expect(_entry(student).locator(SAVED)).to_be_visible(timeout=PATIENT)
    assert lost == [200]
    assert _stored(app) == [["1999"]]


def test_what_could_not_be_sent_is_kept_and_sent_when_the_page_is_opened_again(app: Flask, student: Visitor) -> None:
    student.page.route(SAVES, _offline)
    _type(student, "1999")
    expect(_entry(student).locator(UNSAVED)).to_be_visible()
    student.page.on("dialog", lambda dialog: dialog.accept())
    student.page.reload()
    expect(_entry(student).locator("input[name=answer]")).to_have_value("1999")
    student.page.unroute(SAVES)
    expect(_entry(student).locator(SAVED)).to_be_visible(timeout=PATIENT)
    assert _stored(app) == [["1999"]]
    assert student.page.evaluate("localStorage.length") == 0


def test_the_page_warns_before_it_is_left_only_while_something_is_unsaved(student: Visitor) -> None:
    warnings: list[str] = []

    def note(dialog: Dialog) -> None:
        warnings.append(dialog.type)
        dialog.accept()

    student.page.on("dialog", note)
    student.page.route(SAVES, _offline)
    _type(student, "1999")
    expect(_entry(student).locator(UNSAVED)).to_be_visible()
    student.page.reload()
    assert warnings == ["beforeunload"]
    student.page.unroute(SAVES)
    expect(_entry(student).locator(SAVED)).to_be_visible(timeout=PATIENT)
    student.page.reload()
    assert warnings == ["beforeunload"]


def test_of_two_windows_the_one_that_answered_last_wins(app: Flask, student: Visitor) -> None:
    other = student.page.context.new_page()
    other.goto(student.page.url)
    field = other.locator("form[data-kind=entry] input[name=answer]")
    for text in ("1997", "1998"):
        field.fill(text)
        expect(other.locator(f"form[data-kind=entry] {SAVED}")).to_be_visible()
        other.wait_for_timeout(500)
    _type(student, "1999")
    expect(_entry(student).locator(SAVED)).to_be_visible()
    assert _stored(app) == [["1999"]]


def test_an_answer_after_the_end_says_so_and_leads_to_the_review(student: Visitor, clock: SettableClock) -> None:
    clock.advance(minutes=9)
    _type(student, "1999")
    expect(_entry(student).locator(UNSAVED)).to_have_text(
        "The time is up, so this answer was not taken. What was saved before counts."
    )
    expect(student.page.locator("article.reviewed").first).to_be_visible(timeout=PATIENT)


def test_the_time_left_is_corrected_by_each_save_and_read_aloud_at_five_and_one_minutes(
    student: Visitor, clock: SettableClock
) -> None:
    aloud = student.page.locator("[data-aloud]")
    for passed, sentence in (
        ({"minutes": 3, "seconds": 1}, "Five minutes left."),
        ({"minutes": 4}, "One minute left."),
    ):
        clock.advance(**passed)
        _type(student, str(clock.now().minute + 1900))
        expect(aloud).to_have_text(sentence)
    expect(student.page.locator("[data-time]")).to_have_text("0:58", timeout=3_000)
    student.page.locator("[data-hide-time]").click()
    expect(student.page.locator("[data-time]")).to_be_hidden()


def test_what_was_answered_before_the_script_arrived_is_saved_when_it_arrives(app: Flask, student: Visitor) -> None:
    waiting: list[Route] = []
    student.page.route("**/js/attempt.js", lambda route: waiting.append(route))
    student.page.reload(wait_until="commit")
    _type(student, "1999")
    student.page.wait_for_timeout(300)
    assert _stored(app) == []
    for route in waiting:
        route.continue_()
    expect(_entry(student).locator(SAVED)).to_be_visible()
    assert _stored(app) == [["1999"]]
