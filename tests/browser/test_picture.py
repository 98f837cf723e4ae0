"""The README's picture is of the review as it is; `pytest tests/browser --write-pictures` takes it anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.conftest import People

PICTURE = Path(__file__).parent / "pictures" / "review.png"
LARGEST_BYTES = 300_000


def test_the_review_shows_a_source_as_the_picture_does(
    visit: Visit, people: People, sample_quiz: int, pytestconfig: pytest.Config
) -> None:
    student = visit(viewport={"width": 860, "height": 1000})
    student.sign_in(people.student)
    student.start(sample_quiz)
    student.answer_all()
    student.submit()
    card = student.page.locator("article.reviewed:has(dl.compared)").first
    expect(card.locator("mark").first).to_be_visible()
    expect(card.locator(".references").first).to_be_visible()
    if pytestconfig.getoption("--write-pictures"):
        card.screenshot(path=PICTURE, animations="disabled")


def test_the_picture_is_small() -> None:
    assert PICTURE.stat().st_size < LARGEST_BYTES
