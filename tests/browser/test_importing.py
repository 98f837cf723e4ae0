"""A teacher imports a document: pasted, looked at, and confirmed."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from questions.sample import sample_source
from tests.browser.conftest import PHONE, Visit
from tests.conftest import People

OTHER = sample_source().decode().replace("2008年8月29日", "2008年8月30日")


@pytest.mark.parametrize(
    "look",
    [
        {"language": "zh-CN"},
        {"language": "en", "viewport": PHONE, "color_scheme": "dark"},
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
