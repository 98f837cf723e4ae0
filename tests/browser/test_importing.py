"""A teacher imports a document: pasted, looked at, and confirmed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from questions.sample import sample_source
from tests.browser.conftest import PHONE, Visit
from tests.conftest import People, Sample

OTHER = sample_source().decode().replace("2008年8月29日", "2008年8月30日")


@pytest.mark.parametrize(
    "look",
    [
        {"language": "zh-CN"},
        pytest.param({"language": "en", "viewport": PHONE, "color_scheme": "dark"}, marks=pytest.mark.slow),
        {"language": "en", "java_script_enabled": False},
    ],
    ids=["zh", "en on a phone in the dark", "without a script"],
)
def test_a_document_is_looked_at_and_then_imported(visit: Visit, people: People, look: dict[str, object]) -> None:
    teacher = visit(**look)
    page = teacher.page
    teacher.sign_in(people.teacher)
    teacher.open("/documents/new")
    page.locator("#text").fill(OTHER)
    page.locator("form[action$='/previews'] button").click()
    expect(page).to_have_url(re.compile("/documents/previews/"))
    expect(page.locator("li.fact")).to_have_count(7)
    if look.get("java_script_enabled", True):
        teacher.check_access()
    page.locator("form[action$='/import'] button").click()
    expect(page).to_have_url(re.compile(r"/documents/\d+$"))
    expect(page.locator("li.fact")).to_have_count(7)


@pytest.mark.parametrize(
    "look",
    [
        pytest.param({"language": "zh-CN"}, marks=pytest.mark.slow),
        {"language": "en", "viewport": PHONE, "color_scheme": "dark"},
        pytest.param({"language": "en", "java_script_enabled": False}, marks=pytest.mark.slow),
    ],
    ids=["zh", "en on a phone in the dark", "without a script"],
)
def test_a_newer_revision_is_compared_and_its_questions_are_looked_at_again(
    visit: Visit, people: People, sample: Sample, look: dict[str, object]
) -> None:
    teacher = visit(**look)
    page, scripted = teacher.page, look.get("java_script_enabled", True)
    teacher.sign_in(people.teacher)
    teacher.open(f"/documents/{sample.document_id}")
    page.locator("a[href*='revises=']").click()
    page.locator("#text").fill(OTHER)
    page.locator("form[action$='/previews'] button").click()
    expect(page.locator(".sides ins").first).to_be_visible()
    if scripted:
        teacher.check_access()
    page.locator("form[action$='/revision'] button").click()
    expect(page).to_have_url(re.compile(r"/documents/\d+$"))
    teacher.open("/bank?flagged=yes")
    page.locator(".bank-stem a").first.click()
    expect(page.locator(".panel .sides del").first).to_be_visible()
    if scripted:
        teacher.check_access()
    page.locator("form[action$='/settlement'] button").click()
    expect(page.locator(".panel .sides")).to_have_count(0)
