"""An answer that is checked while the attempt runs: the page saves it first, and shows its feedback in its place."""

from __future__ import annotations

import pytest
from flask import Flask
from playwright.sync_api import expect

from quizapp.quizzes.reviewing import ReviewOptions, Shown
from tests.browser.conftest import Visit
from tests.browser.test_attempt_rules import begun, set_rules, stored
from tests.conftest import People, SettableClock


@pytest.mark.slow
def test_an_answer_is_checked_once_it_is_saved_and_shows_its_feedback(
    app: Flask, visit: Visit, people: People, sample_quiz: int, clock: SettableClock
) -> None:
    set_rules(app, sample_quiz, clock, review=ReviewOptions(during=frozenset(Shown)))
    student = begun(visit, people, sample_quiz)
    choice = student.page.locator("form[data-kind=choice]").first
    slot = choice.get_attribute("data-slot")
    choice.locator("input[type=radio]").first.check()
    choice.get_by_role("button", name="Check the answer").click()
    question = student.page.locator(f"#question-{slot}")
    expect(question.get_by_text("Checked: this answer cannot change any more")).to_be_visible()
    expect(question.locator("form")).to_have_count(0)
    assert len(stored(app)) == 1
    student.page.reload()
    expect(question.locator(".source, .references-none").first).to_be_visible()
