"""A teacher hands questions out: what each format holds is said first, and then the file comes with a good name."""

from __future__ import annotations

import csv
import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from questions.exchange import Format, read
from quizapp.bank import service as bank
from quizapp.database import db
from quizapp.documents.models import Document
from quizapp.exchange.offering import MEDIA_TYPES, file_name
from tests.conftest import Sample, browser_of
from tests.exchange.conftest import Counter, text_of
from tests.queries import queries


def counts(page: str) -> list[str]:
    """What the page says that each format would hold, in the order of the formats."""
    found = re.findall(r"exchange-count\">(.*?)</p>", page, re.DOTALL)
    return [" ".join(text.split()) for text in found]


def test_the_page_says_what_each_format_cannot_hold(counter: Counter, sample: Sample) -> None:
    total = len(sample.question_ids)
    page = counter.client.get("/bank/export").text
    whole = f"all {total} questions"
    held = len(read(counter.client.get("/bank/export/aiken").data).items)
    assert 0 < held < total
    assert counts(page) == [whole, f"{held} of {total} questions", *[whole] * 5]
    assert "The whole bank:" in page
    assert "The format has no questions of the type “Chronology”." in page
    assert "Other programs accept a typed date only in the forms that were written out." in page


@pytest.mark.parametrize("form", Format)
def test_each_format_is_a_file_of_its_kind(counter: Counter, sample: Sample, form: Format) -> None:
    reply = counter.client.get(f"/bank/export/{form}")
    assert reply.status_code == 200
    assert reply.mimetype == MEDIA_TYPES[form]
    assert reply.mimetype_params.get("charset") == ("utf-8" if form.is_text else None)
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.headers["Content-Disposition"] == f"attachment; filename={file_name('Bank', form)}"
    if form is not Format.ANKI:
        assert read(reply.data).errors == ()
    if form not in (Format.ANKI, Format.AIKEN):
        items = read(reply.data).items
        assert len(items) == len(sample.question_ids)
        assert all(item.question.explanations and item.category == "Russia and South Ossetia" for item in items)
        assert any(item.references for item in items)


def test_the_filters_of_the_bank_choose_what_is_exported(counter: Counter, sample: Sample) -> None:
    chosen = "type=date-entry&state=approved&text=%E6%A2%85"
    shown = re.search(r"<caption>(\d+) ", counter.client.get(f"/bank?{chosen}").text)
    assert shown
    items = read(counter.client.get(f"/bank/export/csv?{chosen}").data).items
    assert len(items) == int(shown[1])
    assert {str(item.question.type) for item in items} == {"date-entry"}
    page = counter.client.get(f"/bank/export?{chosen}&_anchor=x&_scheme=javascript&form=y&quiz_id=z").text
    assert "let through" in page
    assert "javascript:" not in page
    assert 'href="/bank/export/csv?type=date-entry&amp;state=approved&amp;text=%E6%A2%85"' in page


def test_what_no_question_fits_is_said(counter: Counter) -> None:
    assert "No question of the bank fits these filters." in counter.page("/bank/export?text=nothing")
    assert counter.client.get("/bank/export/none").status_code == 404


def test_a_quiz_is_exported_as_it_is_asked(counter: Counter, sample_quiz: int) -> None:
    page = counter.page(f"/quizzes/{sample_quiz}/export")
    assert "The 5 questions that “A first quiz” asks" in page
    reply = counter.client.get(f"/quizzes/{sample_quiz}/export/gift")
    assert reply.headers["Content-Disposition"] == 'attachment; filename="A first quiz.gift.txt"'
    assert len(read(reply.data).items) == 5
    assert counter.client.get("/quizzes/99/export").status_code == 404
    assert counter.client.get("/quizzes/99/export/gift").status_code == 404


def test_a_chinese_title_names_the_file(app: Flask, counter: Counter, sample: Sample) -> None:
    with app.app_context():
        document = db.session.get(Document, sample.document_id)
        assert document
        document.title = "俄罗斯/南奥塞梯：关系\u202e"
        db.session.commit()
    reply = counter.client.get(f"/bank/export/csv?document={sample.document_id}")
    assert "filename*=UTF-8''%E4%BF%84" in reply.headers["Content-Disposition"]
    assert file_name("俄罗斯/南奥塞梯：关系\u202e", Format.CSV) == "俄罗斯 南奥塞梯：关系.csv"
    assert file_name("../..", Format.CSV) == "questions.csv"


def test_retired_questions_are_in_the_whole_bank_and_not_in_a_filtered_one(counter: Counter, sample: Sample) -> None:
    with counter.app.app_context():
        bank.restore(question_id=sample.question_ids[0])
    counter.client.post(f"/bank/{sample.question_ids[0]}/retirement")
    total = len(sample.question_ids)
    assert len(read(counter.client.get("/bank/export/csv").data).items) == total
    assert len(read(counter.client.get("/bank/export/csv?state=approved").data).items) == total - 1


@pytest.mark.parametrize("text", ["=1+2", "+1", "-1", "@x", "\t=1", "'=1", "＝1", " =cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(counter: Counter, text: str) -> None:
    form = {"stem": f"Is it {text}?", "option_a": text, "option_b": "another", "key": "a", "note": text}
    counter.client.post("/bank/new", data=form)
    content = counter.client.get("/bank/export/csv").data
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    cells = [cell for row in rows[1:] for cell in row]
    computed = [cell for cell in cells if re.match(r"[\s\"]*[=+\-@＝]|\t", cell)]
    assert computed == []
    assert read(content).items[0].question.options[0].text == text.strip()


def test_the_page_asks_a_fixed_number_of_questions_of_the_database(counter: Counter, sample: Sample) -> None:
    whole = queries(counter.app, counter.client, "/bank/export")
    assert queries(counter.app, counter.client, "/bank/export?type=chronology") == whole


def test_students_and_strangers_get_no_file(app: Flask, as_student: FlaskClient, sample_quiz: int) -> None:
    paths = ("/bank/export/csv", f"/quizzes/{sample_quiz}/export", f"/quizzes/{sample_quiz}/export/csv")
    for path in (*paths, f"/quizzes/{sample_quiz}/paper"):
        assert as_student.get(path).status_code in {403, 404}
        assert browser_of(app).get(path).status_code in {303, 302}


def test_paper_has_lines_to_answer_on_and_the_key_on_a_sheet_of_its_own(counter: Counter, sample_quiz: int) -> None:
    page = counter.client.get(f"/quizzes/{sample_quiz}/paper").text
    sheet, _gap, key = page.partition('class="paper-key"')
    assert sheet.count('class="paper-question"') == key.count('class="paper-question"') == 5
    assert "paper-line" in sheet
    assert "source-quote" not in sheet
    assert 'class="references"' in key
    assert "Time: 8 minutes" in text_of(page)
    assert page == counter.client.get(f"/quizzes/{sample_quiz}/paper").text


def test_paper_is_for_questions_that_are_asked(counter: Counter) -> None:
    assert counter.client.get("/quizzes/99/paper").status_code == 404
