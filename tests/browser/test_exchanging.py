"""A teacher hands a file in, looks at what it holds, imports it, and prints a quiz; by keys alone, too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Visit
from tests.conftest import People
from tests.exchange.files import FILES


@pytest.mark.parametrize(
    "look",
    [
        {"language": "zh-CN"},
        pytest.param({"language": "en", "viewport": PHONE, "color_scheme": "dark"}, marks=pytest.mark.slow),
    ],
    ids=["zh", "en on a phone in the dark"],
)
def test_a_file_is_looked_at_and_then_imported(visit: Visit, people: People, look: dict[str, object]) -> None:
    teacher = visit(**look)
    page = teacher.page
    teacher.sign_in(people.teacher)
    teacher.open("/bank")
    page.locator("a[href='/bank/import']").press("Enter")
    teacher.check_access()
    page.locator("#file").set_input_files({"name": "a.gift", "mimeType": "text/plain", "buffer": FILES["gift"]})
    page.locator("main form button").press("Enter")
    expect(page).to_have_url(re.compile("/bank/import/"))
    expect(page.locator(".exchange-found tbody tr")).to_have_count(2)
    teacher.check_access()
    page.locator("button[value=all]").press("Enter")
    expect(page).to_have_url(re.compile(r"/bank\?"))
    expect(page.locator(".bank-table tbody tr")).to_have_count(2)
    teacher.open("/bank/export")
    page.locator("summary").nth(1).press("Enter")
    expect(page.locator(".exchange-losses ul").nth(1)).to_be_visible()
    teacher.check_access()
    with page.expect_download() as download:
        page.locator("a[href='/bank/export/aiken']").press("Enter")
    assert download.value.suggested_filename.endswith(".aiken.txt")


def test_paper_keeps_the_key_for_another_sheet(visit: Visit, people: People, sample_quiz: int) -> None:
    teacher = visit(language="zh-CN")
    teacher.sign_in(people.teacher)
    teacher.open(f"/quizzes/{sample_quiz}/paper")
    teacher.check_access()
    page = teacher.page
    page.emulate_media(media="print")
    expect(page.locator("[data-print]")).to_be_hidden()
    expect(page.locator(".site-header")).to_be_hidden()
    before = page.locator(".paper-key").evaluate("element => getComputedStyle(element).breakBefore")
    assert before == "page"
