"""A teacher writes a cloze and sees at once what students will see; a student's gaps are saved one by one."""

from __future__ import annotations

import pytest
from flask import Flask
from playwright.sync_api import expect

from quizapp.quizzes import service as quizzes
from tests.browser.conftest import PHONE, Visit
from tests.conftest import People, SettableClock

pytestmark = pytest.mark.slow

STEM = "In [[2008]], [[Georgia|格鲁吉亚]] broke off relations."
GAPS = "[data-preview] [data-gap]"


@pytest.mark.parametrize("viewport", [{}, {"viewport": PHONE}], ids=["desktop", "phone"])
def test_the_preview_follows_what_is_typed(visit: Visit, people: People, viewport: dict[str, object]) -> None:
    teacher = visit(**viewport)
    teacher.sign_in(people.teacher)
    teacher.open("/bank/new")
    teacher.page.locator("[name=stem]").fill(STEM)
    teacher.page.locator("[name=kind]").select_option("cloze")
    expect(teacher.page.locator("[name=stem]")).to_have_value(STEM)
    teacher.page.locator("[name=note]").fill("**Because** of the war.")
    expect(teacher.page.locator(GAPS)).to_have_count(2)
    expect(teacher.page.locator("[data-preview] strong")).to_have_text("Because")
    teacher.check_access()
    teacher.page.locator("[name=stem]").fill(STEM + " [[again")
    expect(teacher.page.locator(GAPS)).to_have_count(2)


def test_without_a_script_a_button_shows_the_preview(visit: Visit, people: People) -> None:
    teacher = visit(java_script_enabled=False)
    teacher.sign_in(people.teacher)
    teacher.open("/bank/new?type=cloze")
    teacher.page.locator("[name=stem]").fill(STEM)
    teacher.page.locator("[name=preview]").click()
    expect(teacher.page.locator(GAPS)).to_have_count(2)
    expect(teacher.page.locator("[name=stem]")).to_have_value(STEM)


def test_each_gap_is_saved_as_it_is_filled(visit: Visit, people: People, app: Flask, clock: SettableClock) -> None:
    teacher = visit()
    teacher.sign_in(people.teacher)
    teacher.open("/bank/new?type=cloze")
    teacher.page.locator("[name=stem]").fill(STEM)
    teacher.page.locator("[data-writing] button[data-kind=primary]").click()
    number = int(teacher.page.url.rpartition("/")[2])
    teacher.page.locator(f"form[action='/bank/{number}/approval'] button").click()
    with app.app_context():
        quiz = quizzes.create_quiz(title="A gap", question_ids=[number], person_id=people.teacher.id, now=clock.now())
        quizzes.publish(quiz_id=quiz, person_id=people.teacher.id, now=clock.now())
    student = visit(viewport=PHONE)
    student.sign_in(people.student)
    student.start(quiz)
    student.page.locator("[data-gap='2']").fill("georgia")
    expect(student.page.locator("[data-saved][data-state=saved]")).to_be_visible()
    student.check_access()
    student.page.reload()
    expect(student.page.locator("[data-gap='1']")).to_have_value("")
    expect(student.page.locator("[data-gap='2']")).to_have_value("georgia")
