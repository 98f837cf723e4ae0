"""A teacher builds a quiz with the keyboard, looks at it as a student, and publishes it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Visit
from tests.conftest import People

LOOKS = [
    pytest.param({"language": "zh-CN", "viewport": PHONE}, id="zh on a phone"),
    pytest.param({"language": "en", "color_scheme": "dark"}, id="en in the dark", marks=pytest.mark.slow),
    pytest.param({"language": "en", "java_script_enabled": False}, id="without scripts", marks=pytest.mark.slow),
]


@pytest.mark.parametrize("look", LOOKS)
def test_from_a_title_to_a_published_quiz(visit: Visit, people: People, look: dict[str, object]) -> None:
    teacher = visit(**look)
    page = teacher.page
    scripts = look.get("java_script_enabled", True)
    teacher.sign_in(people.teacher)
    teacher.open("/quizzes/new")
    page.locator("#title").fill("The war of 2008")
    page.locator("#title").press("Enter")
    page.locator(".empty a").press("Enter")
    for place in (0, 1):
        page.locator("input[name=question]").nth(place).press("Space")
    if scripts:
        teacher.check_access()
    page.locator("form#additions button").press("Enter")
    stems = page.locator(".slot-stem").all_inner_texts()
    assert len(stems) == 2
    page.locator("button[value=down]").first.press("Enter")
    expect(page.locator(".slot-stem").first).to_have_text(stems[1])
    expect(page).to_have_url(re.compile(r"#slot-\d+$"))
    page.locator("a[href$='/additions']").press("Enter")
    page.locator("form.draw-panel button").press("Enter")
    expect(page.locator(".slot")).to_have_count(3)
    for there in ("/questions", "/view", "/publication"):
        page.locator(f".state-tabs a[href$='{there}']").press("Enter")
        expect(page).to_have_url(re.compile(f"{there}$"))
        if scripts:
            teacher.check_access()
    page.locator("form[action$='/attempts'] button").press("Enter")
    expect(page.locator("form.question")).to_have_count(3)
    page.go_back()
    page.locator("form[action$='/publication'] button").press("Enter")
    expect(page.locator(".badge[data-kind=open]")).to_be_visible()
