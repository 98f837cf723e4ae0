"""A teacher's whole way: from the facts to a question of their own, and to the scores of all students."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Visit
from tests.browser.visiting import Visitor
from tests.conftest import QUIZ_QUESTIONS, People, Sample

FORM_WAS_WRONG = "400 (BAD REQUEST)"


@pytest.mark.parametrize(
    "look",
    [
        pytest.param({"language": "zh-CN"}, marks=pytest.mark.slow),
        {"language": "en", "viewport": PHONE, "color_scheme": "dark"},
        pytest.param({"language": "en"}, marks=pytest.mark.slow),
    ],
    ids=["zh", "en on a phone in the dark", "en"],
)
def test_from_the_facts_to_a_question_of_their_own(
    visit: Visit, people: People, sample: Sample, look: dict[str, object]
) -> None:
    teacher = visit(**look)
    page = teacher.page
    teacher.sign_in(people.teacher)
    expect(page).to_have_url(re.compile("/documents$"))
    teacher.check_access()
    page.locator("main h2 a").first.click()
    expect(page.locator("li.fact").first.locator("mark")).to_be_visible()
    teacher.check_access()
    page.locator(f"main a[href='/bank?document={sample.document_id}']").first.click()
    expect(page.locator("tbody tr").first).to_be_visible()
    teacher.check_access()
    teacher.open(f"/bank/new?document={sample.document_id}")
    teacher.check_access()
    _write_wrongly(teacher)
    _write(teacher)
    expect(page).to_have_url(re.compile(r"/bank/\d+$"))
    teacher.check_access()
    page.locator("form[action$='/approval'] button").click()
    expect(page.locator("form[action$='/approval']")).to_have_count(0)
    page.locator("form[action$='/retirement'] button").click()
    expect(page.locator("form[action$='/restoration']")).to_have_count(1)


def _write_wrongly(teacher: Visitor) -> None:
    """Send the form without a key: the fields keep what was written, and say what is missing."""
    teacher.expected = (FORM_WAS_WRONG,)
    teacher.page.locator("#stem").fill("In which year did the war over Tskhinvali begin?")
    teacher.page.locator("#option_a").fill("2008")
    teacher.page.locator("main form[novalidate] button[data-kind=primary]").click()
    expect(teacher.page.locator(".error-summary")).to_be_visible()
    expect(teacher.page.locator("#stem")).to_have_value("In which year did the war over Tskhinvali begin?")
    teacher.check_access()


def _write(teacher: Visitor) -> None:
    page = teacher.page
    page.locator("#option_b").fill("2009")
    page.locator("#option_c").fill("2010")
    page.locator("input[name=key][value=a]").check()
    page.locator("#note").fill("The first sentence of the document says so.")
    page.locator("#citations").fill("8, 9")
    page.locator("main form[novalidate] button[data-kind=primary]").click()


@pytest.mark.parametrize("language", [pytest.param("en", marks=pytest.mark.slow), "zh-CN"])
def test_the_scores_of_all_students(visit: Visit, people: People, sample_quiz: int, language: str) -> None:
    for person in (people.student, people.other_student):
        student = visit(language=language)
        student.sign_in(person)
        student.start(sample_quiz)
        student.answer_all()
        student.submit()
    teacher = visit(language=language)
    teacher.sign_in(people.teacher)
    teacher.open("/scores")
    expect(teacher.page.locator("tbody tr")).to_have_count(2)
    teacher.check_access()
    teacher.page.locator("tbody tr a").first.click()
    expect(teacher.page.locator("article.reviewed")).to_have_count(QUIZ_QUESTIONS)
    teacher.check_access()
