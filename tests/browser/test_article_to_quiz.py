"""On an empty site a teacher makes an article into a quiz and a student takes it, in fewer than 40 clicks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Locator, expect

from quizapp.results.service import history
from tests.browser.conftest import Visit, serving
from tests.browser.visiting import SAVED, Visitor
from tests.conftest import People, SettableClock, TestPerson

ARTICLES = Path(__file__).parent.parent / "questions" / "corpus"
TICKED = 3
DRAWN = 2
FEWER_THAN = 40


@dataclass(kw_only=True)
class Hand:
    """The clicks of a visitor, and the keys that send a form or leave a field. Typing is none."""

    visitor: Visitor
    clicks: int = 0

    def click(self, selector: str, *, nth: int = 0) -> None:
        self.click_on(self.visitor.page.locator(selector).nth(nth))

    def click_on(self, target: Locator) -> None:
        self.clicks += 1
        target.click()

    def press(self, selector: str, key: str) -> None:
        self.clicks += 1
        self.visitor.page.locator(selector).press(key)

    def choose(self, selector: str, value: str) -> None:
        """Open a list and take one of its options: two clicks."""
        self.clicks += 2
        self.visitor.page.locator(selector).select_option(value)

    def type(self, selector: str, text: str) -> None:
        self.visitor.page.locator(selector).fill(text)

    def sign_in(self, person: TestPerson) -> None:
        self.visitor.open("/")
        self.type("#username", person.username)
        self.type("#password", person.password)
        self.press("#password", "Enter")


@pytest.fixture
def site(app: Flask, clock: SettableClock, people: People) -> Iterator[str]:
    """The address of a site on which there is nothing but its people."""
    with serving(app) as address:
        yield address


@pytest.mark.parametrize(
    ("article", "language"),
    [
        ("en", "en"),
        pytest.param("hans", "zh-CN", marks=pytest.mark.slow),
        pytest.param("hant", "zh-CN", marks=pytest.mark.slow),
    ],
)
def test_from_a_pasted_article_to_a_score(
    visit: Visit, app: Flask, people: People, clock: SettableClock, article: str, language: str
) -> None:
    text = (ARTICLES / f"questions_article_{article}.txt").read_text(encoding="utf-8")
    teacher = Hand(visitor=visit(language=language))
    teacher.sign_in(people.teacher)
    _import(teacher, text)
    _review(teacher)
    dates = _build(teacher)
    _publish(teacher)
    student = Hand(visitor=visit(language=language))
    student.sign_in(people.student)
    _take(student, dates)
    _read_the_review(student, text)
    student.click("main a[href='/history']")
    expect(student.visitor.page.locator("tbody tr")).to_contain_text("80")
    with app.app_context():
        (line,) = history(person_id=people.student.id, now=clock.now()).lines
        assert line.score is not None
        assert (line.score.mark, line.score.max_mark, line.score.percent) == (4, 5, 80)
    assert teacher.clicks + student.clicks < FEWER_THAN


def _import(teacher: Hand, text: str) -> None:
    """Paste the article, look at what was found, and have its questions written."""
    page = teacher.visitor.page
    teacher.click(".empty a.button")
    teacher.type("#text", text)
    teacher.click("form[action$='/previews'] button")
    expect(page.locator("section[aria-labelledby=references] li")).to_have_count(
        len(re.findall(r"^\d+\. ", text, re.MULTILINE))
    )
    counted = page.locator("section[aria-labelledby=drafts] dd").all_inner_texts()
    teacher.click("form[action$='/import'] button")
    expect(page.locator("li.fact").first).to_be_visible()
    teacher.click("form[action$='/questions'] button")
    expect(page.locator(".state-tabs a .numeric").first).to_have_text(str(sum(map(int, counted))))


def _review(teacher: Hand) -> None:
    """Decide on the first three one by one, and approve the others that have no warning together."""
    page = teacher.visitor.page
    teacher.click("main a[href*='/review']")
    for reviewed in (1, 2):
        expect(page.locator(".source-quote mark").first).to_be_visible()
        teacher.click("form[action*='/approval'] button")
        expect(page.locator("#review-progress")).to_have_js_property("value", reviewed)
    teacher.click("[data-rejection] summary")
    teacher.type("#reason", "Another question asks the same.")
    teacher.press("#reason", "Enter")
    expect(page.locator("#review-progress")).to_have_js_property("value", 3)
    teacher.click("a[href*='/review/approval']")
    teacher.click("main form[action*='/review/approval'] button")
    expect(page.locator("a[href*='/review/approval']")).to_have_count(0)


def _build(teacher: Hand) -> dict[str, str]:
    """Tick three questions and have two drawn. Returns the date of each stem as the teacher was shown it."""
    page = teacher.visitor.page
    teacher.click(".site-navigation a[href='/quizzes']")
    teacher.click("main a[href='/quizzes/new']")
    teacher.type("#title", "First quiz")
    teacher.press("#title", "Enter")
    teacher.click(".empty a.button")
    dates = {}
    for row in page.locator("tbody tr").all()[:TICKED]:
        teacher.click_on(row.locator("input[type=checkbox]"))
        dates |= _dated(row)
    teacher.click("form#additions button")
    expect(page.locator(".slot")).to_have_count(TICKED)
    teacher.click("main a[href$='/additions']")
    teacher.choose("select[name=type]", "date-entry")
    teacher.click("form[role=search] button")
    dates |= {stem: date for row in page.locator("tbody tr").all() for stem, date in _dated(row).items()}
    teacher.type("#count", str(DRAWN))
    teacher.click("form.draw-panel button")
    expect(page.locator(".slot")).to_have_count(TICKED + 1)
    return dates


def _dated(row: Locator) -> dict[str, str]:
    return {row.locator(".bank-stem a").inner_text(): row.locator(".bank-dates span").inner_text()}


def _publish(teacher: Hand) -> None:
    page = teacher.visitor.page
    teacher.click(".state-tabs a[href$='/publication']")
    expect(page.locator(".check-row[data-weight=stop]")).to_have_count(0)
    teacher.click("form[action$='/publication'] button")
    expect(page.locator(".badge[data-kind=open]")).to_be_visible()


def _take(student: Hand, dates: dict[str, str]) -> None:
    """Answer with the dates that the teacher saw, and the first question with another."""
    page = student.visitor.page
    student.click("main .quiz-card a.button")
    student.click("main form[action$='/attempts'] button")
    forms = page.locator("form.question")
    expect(forms).to_have_count(TICKED + DRAWN)
    for place, form in enumerate(forms.all()):
        date = dates[form.locator(".stem").inner_text()]
        if form.get_attribute("data-kind") == "choice":
            with_date = form.locator("label.option").filter(has_text=re.compile(rf"{re.escape(date)}\s*$"))
            others = form.locator("label.option").filter(has_not_text=re.compile(rf"{re.escape(date)}\s*$"))
            student.click_on(others.first if place == 0 else with_date)
        else:
            student.type(f"#answer-{place + 1}", date)
            student.press(f"#answer-{place + 1}", "Tab")
        expect(form.locator(SAVED)).to_be_visible()
    student.click("a[href$='/submission']")
    student.click("main form[action$='/submission']:not([data-ending]) button")


def _read_the_review(student: Hand, text: str) -> None:
    """Each question is explained by a sentence of the article and the references that it cites."""
    page = student.visitor.page
    expect(page.locator(".score-number")).to_contain_text("80")
    reviewed = page.locator("article.reviewed")
    expect(reviewed).to_have_count(TICKED + DRAWN)
    for article in reviewed.all():
        expect(article.locator(".source-quote mark").first).to_be_visible()
        quote = _squeezed(article.locator(".source-quote").first.inner_text())
        assert quote in _squeezed(text)
        marked = re.findall(r"\[(\d+)\]", quote)
        cited = article.locator(".reference-number").all_inner_texts()
        assert set() < set(cited) <= set(marked)  # a sentence that only lends its year may have a marker of its own


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
