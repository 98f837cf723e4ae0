"""A student's whole way: from signing in to the history, by mouse, by keyboard, and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Visit
from tests.browser.visiting import SAVED, Visitor
from tests.conftest import QUIZ_QUESTIONS, People, SettableClock

LOOKS = [
    {"language": "zh-CN"},
    {"language": "en", "viewport": PHONE, "color_scheme": "dark"},
    pytest.param({"language": "en"}, marks=pytest.mark.slow),
    pytest.param({"language": "zh-CN", "viewport": PHONE}, marks=pytest.mark.slow),
]


def _described(look: dict[str, object]) -> str:
    size = "on a phone" if "viewport" in look else "on a desk"
    return f"{look['language']} {size} {look.get('color_scheme', 'light')}"


@pytest.mark.parametrize("look", LOOKS, ids=_described)
def test_from_signing_in_to_the_history(
    visit: Visit, people: People, sample_quiz: int, look: dict[str, object]
) -> None:
    student = visit(**look)
    page = student.page
    student.open("/sign-in")
    student.check_access()
    student.sign_in(people.student)
    expect(page).to_have_url(re.compile("/quizzes$"))
    expect(page.locator("html")).to_have_attribute("lang", "en" if look["language"] == "en" else "zh-Hans")
    student.check_access()
    page.locator("main h2 a").first.click()
    student.check_access()
    student.start(sample_quiz)
    student.check_access()
    student.answer_all()
    expect(page.locator("[data-overview-slot][data-state=answered]")).to_have_count(QUIZ_QUESTIONS)
    student.check_access()
    page.locator("a[href$='/submission']").click()
    student.check_access()
    page.locator(".panel[data-kind=confirm] form button").click()
    expect(page.locator("article.reviewed")).to_have_count(QUIZ_QUESTIONS)
    assert page.locator(".score-number").inner_text()
    expect(page.locator("article.reviewed mark").first).to_be_visible()
    expect(page.locator("article.reviewed .references").first).to_be_visible()
    student.check_access()
    student.open("/history")
    expect(page.locator("tbody tr")).to_have_count(1)
    student.check_access()


def test_what_is_shown_as_saved_is_there_after_a_reload(visit: Visit, people: People, sample_quiz: int) -> None:
    student = visit()
    student.sign_in(people.student)
    student.start(sample_quiz)
    student.answer_all()
    before = _answers(student)
    student.page.reload()
    assert _answers(student) == before
    expect(student.page.locator(SAVED)).to_have_count(QUIZ_QUESTIONS)


def _answers(student: Visitor) -> object:
    return student.page.evaluate(
        "[...document.querySelectorAll('form.question')].map(form => new FormData(form).getAll('answer'))"
    )


def test_enter_never_submits(visit: Visit, people: People, sample_quiz: int) -> None:
    student = visit()
    student.sign_in(people.student)
    student.start(sample_quiz)
    address = student.page.url
    entry = student.page.locator("form[data-kind=entry] input[name=answer]").first
    entry.fill("2008-08-26")
    entry.press("Enter")
    expect(student.page.locator(f"form[data-kind=entry] {SAVED}").first).to_be_visible()
    assert student.page.url.partition("#")[0] == address
    expect(student.page.locator("form[data-kind=entry] [data-reading]").first).to_contain_text("26 August 2008")


def test_an_order_is_made_by_the_keyboard(visit: Visit, people: People, sample_quiz: int) -> None:
    student = visit()
    student.sign_in(people.student)
    student.start(sample_quiz)
    form = student.page.locator("form[data-kind=order]").first
    before = form.locator(".order-text").all_inner_texts()
    form.locator("button[data-move=down]").first.focus()
    student.page.keyboard.press("Enter")
    expect(form.locator(SAVED)).to_be_visible()
    assert form.locator(".order-text").all_inner_texts() == [before[1], before[0], *before[2:]]


def test_an_attempt_ends_by_itself_with_what_was_saved(
    visit: Visit, people: People, sample_quiz: int, clock: SettableClock
) -> None:
    student = visit()
    student.sign_in(people.student)
    student.start(sample_quiz)
    student.answer_all()
    clock.advance(minutes=7, seconds=58)
    student.page.reload()
    expect(student.page.locator("[data-time]")).to_be_visible()
    clock.advance(seconds=2)
    expect(student.page.locator("article.reviewed")).to_have_count(QUIZ_QUESTIONS, timeout=15_000)
    expect(student.page.locator("article.reviewed [data-outcome=unanswered]")).to_have_count(0)


@pytest.mark.parametrize("language", ["en", pytest.param("zh-CN", marks=pytest.mark.slow)])
def test_the_way_without_javascript(visit: Visit, people: People, sample_quiz: int, language: str) -> None:
    student = visit(language=language, java_script_enabled=False)
    page = student.page
    student.sign_in(people.student)
    student.start(sample_quiz)
    for place in range(QUIZ_QUESTIONS):
        form = page.locator("form.question").nth(place)
        if form.get_attribute("data-kind") == "choice":
            form.locator("input[type=radio]").first.check()
        elif form.get_attribute("data-kind") == "entry":
            form.locator("input[name=answer]").fill("2008")
        form.locator(".asked-foot button").click()
        expect(page.locator("form.question").nth(place).locator(SAVED)).to_be_visible()
    order = page.locator("form[data-kind=order]").first
    before = order.locator(".order-text").all_inner_texts()
    order.locator("button[data-move=down]").first.click()
    expect(page.locator("form[data-kind=order]").first.locator(".order-text").first).to_have_text(before[1])
    student.submit()
    student.open("/history")
    expect(page.locator("tbody tr")).to_have_count(1)


def test_the_language_is_switched_on_the_page(visit: Visit) -> None:
    visitor = visit()
    visitor.open("/sign-in")
    visitor.page.locator("button[name=language]").click()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "zh-Hans")
    visitor.page.locator("button[name=language]").click()
    expect(visitor.page.locator("html")).to_have_attribute("lang", "en")
