"""A teacher goes through the review queue by keyboard, and on a phone."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from playwright.sync_api import expect

from questions.document import Language
from quizapp.bank import service
from tests.bank.conftest import wording
from tests.browser.conftest import PHONE, Visit
from tests.browser.visiting import Visitor
from tests.conftest import People, Sample, SettableClock

DRAFTS = 3


@pytest.fixture
def first_draft(app: Flask, people: People, sample: Sample, clock: SettableClock) -> int:
    """The first of three drafts on the sample."""
    with app.app_context():
        first, *_others = (
            service.add_own(
                wording=wording(stem=f"When did the {name} begin?", citations=(8,)),
                document_id=sample.document_id,
                language=Language.ENGLISH,
                person_id=people.teacher.id,
                now=clock.now(),
            )
            for name in ("war", "peace", "talks")
        )
    return first


def _reviewer(visit: Visit, people: People, **look: object) -> Visitor:
    teacher = visit(**look)
    teacher.sign_in(people.teacher)
    return teacher


def test_the_queue_is_gone_through_by_keyboard(visit: Visit, people: People, first_draft: int) -> None:
    teacher = _reviewer(visit, people)
    page, press = teacher.page, teacher.page.keyboard.press
    teacher.open("/review")
    stem = page.locator("h2.stem")
    expect(stem).to_have_text("When did the war begin?")
    press("j")
    expect(stem).to_have_text("When did the peace begin?")
    press("k")
    expect(stem).to_have_text("When did the war begin?")
    press("a")
    expect(stem).to_have_text("When did the peace begin?")
    press("r")
    expect(page.locator("#reason")).to_be_focused()
    page.keyboard.type("Just a reason, with a, j and u in it")
    press("Enter")
    expect(stem).to_have_text("When did the talks begin?")
    press("u")
    expect(stem).to_have_text("When did the peace begin?")
    press("e")
    page.locator("#stem").fill("When did the peace end?")
    page.locator("#stem").press("Tab")
    page.locator("form[action*='/edit'] button[data-kind=primary]").press("Enter")
    expect(stem).to_have_text("When did the peace end?")
    press("?")
    expect(page.locator("[data-keys]")).to_have_attribute("open", "")
    teacher.check_access()


def test_keys_can_be_switched_off(visit: Visit, people: People, first_draft: int) -> None:
    teacher = _reviewer(visit, people)
    page = teacher.page
    teacher.open("/review")
    page.keyboard.press("?")
    page.locator("#keys-on").uncheck()
    page.reload()
    page.keyboard.press("a")
    page.wait_for_timeout(200)
    expect(page.locator("h2.stem")).to_have_text("When did the war begin?")


@pytest.mark.parametrize(
    "look",
    [
        pytest.param({"language": "zh-CN"}, marks=pytest.mark.slow),
        {"language": "en", "viewport": PHONE, "color_scheme": "dark"},
    ],
    ids=["zh", "en on a phone in the dark"],
)
def test_the_queue_breaks_no_rule_of_access(
    visit: Visit, people: People, sample: Sample, first_draft: int, look: dict[str, object]
) -> None:
    teacher = _reviewer(visit, people, **look)
    for path in (
        f"/review/{first_draft}",
        f"/review/{sample.question_ids[0]}",
        f"/review/{first_draft}/edit",
        "/review/approval",
    ):
        teacher.open(path)
        teacher.check_access()


def test_the_queue_is_gone_through_without_javascript(visit: Visit, people: People, first_draft: int) -> None:
    teacher = _reviewer(visit, people, java_script_enabled=False)
    page = teacher.page
    teacher.open("/review")
    page.locator("form[action*='/approval'] button").click()
    page.locator("details summary").first.click()
    page.locator("#reason").fill("No.")
    page.locator("form[action*='/rejection'] button").click()
    page.locator("form[action*='/approval'] button").click()
    expect(page).to_have_url(re.compile(r"/review$"))
    page.locator("form[action*='/undo'] button").click()
    expect(page.locator("h2.stem")).to_have_text("When did the talks begin?")


@pytest.mark.parametrize(
    "look",
    [
        {"language": "zh-CN"},
        pytest.param({"language": "en", "viewport": PHONE, "color_scheme": "dark"}, marks=pytest.mark.slow),
    ],
    ids=["zh", "en on a phone in the dark"],
)
def test_questions_are_ticked_and_changed_together(
    visit: Visit, people: People, sample: Sample, first_draft: int, look: dict[str, object]
) -> None:
    teacher = _reviewer(visit, people, **look)
    page = teacher.page
    teacher.open("/bank?state=draft")
    expect(page.locator(".bulk-bar")).to_be_hidden()
    page.locator("input[name=question]").first.check()
    expect(page.locator(".bulk-bar")).to_be_visible()
    teacher.check_access()
    page.locator("#bulk-tag").fill("exam")
    page.locator("button[name=change][value=tag]").click()
    expect(page.locator(".bank-tags a")).to_have_text(["exam"])
    teacher.open(f"/bank/{first_draft}")
    page.locator("textarea[name=text]").fill("Is this clear?")
    page.locator("form[action$='/comments'] button").click()
    expect(page.locator(".bank-comment")).to_have_text("Is this clear?")
    teacher.check_access()
