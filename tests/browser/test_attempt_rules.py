"""An attempt in a browser under each rule: one question a page, in sequence, flags, a changed time, other windows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect
from sqlalchemy import select

from quizapp.attempts.models import Response
from quizapp.attempts.running import change_settings, give_extra_time
from quizapp.clock import Clock
from quizapp.database import db
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.settings import ExtraTime, Layout, Navigation, QuizSettings
from tests.browser.conftest import PHONE, Visit
from tests.browser.visiting import SAVED, Visitor
from tests.conftest import QUIZ_QUESTIONS, People, SettableClock, let_go
from tests.faults.server import served

UNSAVED = "[data-saved][data-state=unsaved]"
PATIENT = 20_000


def set_rules(app: Flask, quiz: int, clock: SettableClock, **rules: object) -> None:
    with app.app_context():
        settings = QuizSettings(**{"time_limit_seconds": 480, **rules})  # type: ignore[arg-type]
        maker = db.session.scalars(select(Quiz.created_by).where(Quiz.id == quiz)).one()
        change_settings(quiz_id=quiz, settings=settings, person_id=maker, now=clock.now())


def begun(visit: Visit, people: People, quiz: int, **options: object) -> Visitor:
    student = visit(**options)
    student.expected = ("Failed to load resource",)
    student.sign_in(people.student)
    student.start(quiz)
    return student


def stored(app: Flask) -> list[list[str]]:
    with app.app_context():
        return list(db.session.scalars(select(Response.answer).order_by(Response.slot)))


def _answer_here(student: Visitor) -> None:
    """Answer the one question of the page."""
    form = student.page.locator("form.question")
    kind = form.get_attribute("data-kind")
    if kind in {"choice", "several"}:
        form.locator("[name=answer]").first.check()
    elif kind in {"entry", "number"}:
        form.locator("input[name=answer]").fill("2008")
    elif kind == "order":
        form.locator("button[data-move=down]").first.click()
    else:
        form.locator("select").first.select_option(index=1)


@pytest.mark.parametrize("with_script", [True, False], ids=["with a script", "without one"])
def test_one_question_a_page_is_answered_from_the_first_to_the_last(
    app: Flask, visit: Visit, people: People, sample_quiz: int, clock: SettableClock, with_script: bool
) -> None:
    set_rules(app, sample_quiz, clock, layout=Layout.ONE)
    student = begun(visit, people, sample_quiz, java_script_enabled=with_script, viewport=PHONE)
    for place in range(1, QUIZ_QUESTIONS + 1):
        expect(student.page.locator(".attempt-place")).to_have_text(f"{place} / {QUIZ_QUESTIONS}")
        expect(student.page.locator("form.question")).to_have_count(1)
        if with_script:
            student.check_access()
        _answer_here(student)
        student.page.locator("button[name=go]").last.click()
    expect(student.page).to_have_url(re.compile("/submission$"))
    expect(student.page.locator("[data-state=answered]")).to_have_count(QUIZ_QUESTIONS)
    assert len(stored(app)) == QUIZ_QUESTIONS


def test_a_question_is_not_left_before_its_answer_is_on_the_server(
    app: Flask, visit: Visit, people: People, sample_quiz: int, clock: SettableClock
) -> None:
    set_rules(app, sample_quiz, clock, layout=Layout.ONE)
    student = begun(visit, people, sample_quiz)
    place, go_on = student.page.locator(".attempt-place"), student.page.locator("button[value=next]")
    student.page.route("**/responses/*", lambda route: route.abort())
    _answer_here(student)
    with student.page.expect_event("requestfailed"):
        go_on.click()
    expect(student.page.locator(UNSAVED)).to_be_visible()
    expect(place).to_have_text(f"1 / {QUIZ_QUESTIONS}")
    student.page.unroute("**/responses/*")
    go_on.click()
    expect(place).to_have_text(f"2 / {QUIZ_QUESTIONS}")
    assert len(stored(app)) == 1


def test_in_sequence_there_is_no_way_back(
    app: Flask, visit: Visit, people: People, sample_quiz: int, clock: SettableClock
) -> None:
    set_rules(app, sample_quiz, clock, navigation=Navigation.SEQUENTIAL)
    student = begun(visit, people, sample_quiz)
    page = student.page
    first = page.locator(".stem").first.inner_text()
    page.locator("button[value=next]").click()
    expect(page.locator(".attempt-place")).to_have_text(f"2 / {QUIZ_QUESTIONS}")
    student.check_access()
    expect(page.locator("button[value=previous]")).to_have_count(0)
    expect(page.locator(".overview a")).to_have_count(1)
    page.go_back()
    expect(page.locator(".attempt-place")).to_have_text(f"2 / {QUIZ_QUESTIONS}")
    assert first not in page.content()


def test_a_flag_is_saved_like_an_answer_and_resumed_on_another_device(
    visit: Visit, people: People, sample_quiz: int
) -> None:
    student = begun(visit, people, sample_quiz)
    student.page.locator("form[data-kind=entry] input[name=answer]").first.fill("2008")
    expect(student.page.locator(SAVED)).to_have_count(1)
    with student.page.expect_response("**/flags/*") as flagged:
        student.page.locator("[data-flag]").nth(1).check()
    assert flagged.value.status == 200
    expect(student.page.locator("[data-overview-slot='2'][data-flagged]")).to_have_count(1)
    phone = visit(viewport=PHONE)
    phone.sign_in(people.student)
    phone.open("/quizzes")
    phone.page.locator(".quiz-card .button").click()
    expect(phone.page.locator("form[data-kind=entry] input[name=answer]").first).to_have_value("2008")
    expect(phone.page.locator("[data-flag]").nth(1)).to_be_checked()
    phone.check_access()


def test_a_flag_set_without_a_connection_arrives_later(visit: Visit, people: People, sample_quiz: int) -> None:
    student = begun(visit, people, sample_quiz)
    student.page.context.set_offline(True)
    student.page.locator("[data-flag]").first.check()
    expect(student.page.locator("[data-aloud]")).to_contain_text("Not saved yet")
    expect(student.page.locator("[data-overview-slot][data-flagged]")).to_have_count(0)
    student.page.context.set_offline(False)
    expect(student.page.locator("[data-overview-slot][data-flagged]")).to_have_count(1, timeout=PATIENT)


def test_off_the_network_and_on_again_every_answer_arrives(
    app: Flask, visit: Visit, people: People, sample_quiz: int
) -> None:
    student = begun(visit, people, sample_quiz)
    student.page.context.set_offline(True)
    choices = student.page.locator("form[data-kind=choice]")
    for form in choices.all():
        form.locator("input[type=radio]").first.check()
        expect(form.locator(UNSAVED)).to_be_visible()
    assert stored(app) == []
    student.page.context.set_offline(False)
    expect(student.page.locator(SAVED)).to_have_count(choices.count(), timeout=PATIENT)
    assert len(stored(app)) == choices.count()


def test_a_page_that_fell_behind_is_told_so(app: Flask, visit: Visit, people: People, sample_quiz: int) -> None:
    student = begun(visit, people, sample_quiz)
    stale = student.page.locator("[data-stale]")
    other = student.page.context.new_page()
    other.goto(student.page.url)
    other.locator("form[data-kind=entry] input[name=answer]").first.fill("2008")
    expect(other.locator(SAVED)).to_have_count(1)
    student.page.bring_to_front()
    student.page.evaluate("dispatchEvent(new Event('online'))")
    expect(stale).to_be_visible()
    student.check_access()
    stale.get_by_role("link").click()
    expect(student.page.locator("form[data-kind=entry] input[name=answer]").first).to_have_value("2008")
    expect(stale).to_be_hidden()


def test_a_page_asks_by_itself_within_ten_seconds_whether_the_time_was_changed(
    app: Flask, visit: Visit, people: People, sample_quiz: int, clock: SettableClock
) -> None:
    student = begun(visit, people, sample_quiz)
    student.page.clock.install()
    student.page.reload()
    with app.app_context():
        give_extra_time(
            quiz_id=sample_quiz,
            person_ids=[people.student.id],
            extra=ExtraTime(seconds=600),
            reason="a fire alarm",
            given_by=people.teacher.id,
            now=clock.now(),
        )
    student.page.clock.fast_forward(10_000)
    expect(student.page.locator("[data-time]")).to_have_text(re.compile("^1[78]:"))
    set_rules(app, sample_quiz, clock, time_limit_seconds=None)
    student.page.clock.fast_forward(10_000)
    expect(student.page.locator("[data-time]")).to_be_hidden()


def test_the_page_ends_the_attempt_at_the_deadline_by_its_own_clock(
    visit: Visit, people: People, sample_quiz: int, clock: SettableClock
) -> None:
    student = begun(visit, people, sample_quiz)
    page = student.page
    page.clock.install()
    page.reload()
    expect(page.locator("[data-time]")).to_have_text(re.compile("^(8:00|7:5.)$"))
    for passed, sentence in ((181_000, "Five minutes left."), (240_000, "One minute left.")):
        clock.advance(milliseconds=passed)
        page.clock.fast_forward(passed)
        expect(page.locator("[data-notice]")).to_have_text(sentence)
    page.locator("form[data-kind=entry] input[name=answer]").first.fill("2008")
    clock.advance(seconds=58)
    page.clock.fast_forward(58_000)
    expect(page.locator(SAVED)).to_have_count(1)
    clock.advance(seconds=1)
    page.route("**/status", lambda route: route.abort())  # so that the page has no clock but its own
    page.clock.fast_forward(2_000)
    expect(page.locator("[data-notice]")).to_have_text("The time is up. What was saved is being submitted.")
    page.unroute("**/status")
    page.clock.resume()
    expect(page.locator(".receipt")).to_contain_text(f"1 of {QUIZ_QUESTIONS} answers were saved", timeout=PATIENT)


def test_within_the_grace_the_page_leads_to_the_submission(
    app: Flask, visit: Visit, people: People, sample_quiz: int, clock: SettableClock
) -> None:
    set_rules(app, sample_quiz, clock, grace_seconds=60)
    student = begun(visit, people, sample_quiz)
    clock.advance(seconds=480)
    student.page.evaluate("dispatchEvent(new Event('online'))")
    expect(student.page).to_have_url(re.compile("/submission$"), timeout=PATIENT)
    student.check_access()
    student.page.locator(".panel form button").click()
    expect(student.page.locator(".receipt")).to_be_visible()


def test_the_hidden_time_stays_hidden_and_is_still_announced(
    visit: Visit, people: People, sample_quiz: int, clock: SettableClock
) -> None:
    student = begun(visit, people, sample_quiz)
    student.page.get_by_role("button", name="Hide the time").click()
    student.page.reload()
    expect(student.page.locator("[data-time]")).to_be_hidden()
    expect(student.page.get_by_role("button", name="Show the time")).to_be_visible()
    clock.advance(minutes=7, seconds=1)
    student.page.evaluate("dispatchEvent(new Event('online'))")
    expect(student.page.locator("[data-aloud]")).to_have_text("One minute left.")


def test_what_never_arrived_is_named_on_the_receipt_and_forgotten(
    visit: Visit, people: People, sample_quiz: int, clock: SettableClock
) -> None:
    student = begun(visit, people, sample_quiz)
    slot = student.page.locator("form[data-kind=entry]").first.get_attribute("data-slot")
    student.page.route("**/responses/*", lambda route: route.abort())
    student.page.locator("form[data-kind=entry] input[name=answer]").first.fill("1999")
    expect(student.page.locator(UNSAVED)).to_be_visible()
    clock.advance(minutes=9)
    student.page.evaluate("dispatchEvent(new Event('online'))")
    expect(student.page.locator("[data-missed]")).to_contain_text(f"question {slot}.", timeout=PATIENT)
    assert student.page.evaluate("localStorage.length") == 0


def test_signing_out_takes_the_unsent_answers_of_that_person_along(
    visit: Visit, people: People, sample_quiz: int
) -> None:
    student = begun(visit, people, sample_quiz)
    student.page.evaluate("localStorage.setItem('footnote:77:a:1', 'of someone else')")
    student.page.route("**/responses/*", lambda route: route.abort())
    student.page.locator("form[data-kind=entry] input[name=answer]").first.fill("1999")
    expect(student.page.locator(UNSAVED)).to_be_visible()
    assert student.page.evaluate("localStorage.length") == 2
    student.page.on("dialog", lambda dialog: dialog.accept())
    student.page.locator("form[action='/sign-out'] button").click()
    expect(student.page.locator("#username")).to_be_visible()
    student.page.wait_for_load_state()  # modules have run by then
    assert student.page.evaluate("Object.keys(localStorage)") == ["footnote:77:a:1"]


def test_an_answer_given_while_the_server_is_down_is_saved_when_it_is_up_again(
    app: Flask, browser: Browser, people: People, sample_quiz: int
) -> None:
    set_rules(app, sample_quiz, SettableClock(moment=Clock().now()))
    let_go(app)
    with served(Path(app.instance_path)) as server:
        page = browser.new_context(base_url=f"http://127.0.0.1:{server.port}", locale="en").new_page()
        student = Visitor(page=page, expected=("Failed to load resource",))
        student.sign_in(people.student)
        student.start(sample_quiz)
        entry = page.locator("form[data-kind=entry]").first
        server.kill()
        entry.locator("input[name=answer]").fill("1999")
        expect(entry.locator(UNSAVED)).to_be_visible()
        server.start()
        expect(entry.locator(SAVED)).to_be_visible(timeout=PATIENT)
        page.context.close()
    assert stored(app) == [["1999"]]
