"""A newer revision of a document: what it changes, and what becomes of the questions."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from questions.sample import sample_source
from quizapp.bank.listing import Filters, bank_page
from quizapp.documents.service import text_of
from tests.conftest import Sample
from tests.queries import queries

SOURCE = sample_source().decode()
CHANGED = SOURCE.replace("宣布与俄罗斯断交", "正式宣布与俄罗斯断绝外交关系")
MORE = "此前没有句子。" + SOURCE


def look(client: FlaskClient, text: str, revises: int = 1) -> str:
    """Have a newer revision read, and return the address of what it changes."""
    reply = client.post("/documents/previews", data={"text": text, "revises": str(revises), "title": "Newer"})
    assert reply.status_code == 303
    return reply.location


def count(page: str, name: str) -> int:
    found = re.search(rf"<dt>{name}</dt><dd>(\d+)</dd>", page)
    assert found
    return int(found[1])


def test_what_changed_is_shown_side_by_side_and_nothing_is_stored(as_teacher: FlaskClient, sample: Sample) -> None:
    page = unescape(as_teacher.get(look(as_teacher, CHANGED)).text)
    assert [count(page, name) for name in ("Moved", "Changed", "Deleted", "Added")] == [0, 1, 0, 0]
    assert "<ins>正式</ins>" in page
    assert re.search(r"\d+ questions quote a sentence that changed or went", page)
    assert "Newer" not in as_teacher.get("/documents").text


def test_a_newer_revision_is_called_as_the_earlier_one_unless_it_is_said_otherwise(
    as_teacher: FlaskClient, sample: Sample
) -> None:
    assert 'value="Russia and South Ossetia"' in as_teacher.get("/documents/new?revises=1").text


def test_the_newer_revision_takes_the_place_of_the_earlier_and_has_its_questions(
    as_teacher: FlaskClient, app: Flask, sample: Sample
) -> None:
    reply = as_teacher.post(look(as_teacher, MORE))
    assert reply.location == "/documents/2"
    shelf = as_teacher.get("/documents").text
    assert 'href="/documents/2"' in shelf
    assert 'href="/documents/1"' not in shelf
    assert 'href="/documents/1"' in as_teacher.get("/documents/2").text
    assert "There is a newer revision of this document." in as_teacher.get("/documents/1").text
    with app.app_context():
        assert bank_page(Filters(document_id=2)).total == len(sample.question_ids)
        assert bank_page(Filters(flagged=True)).total == 0


def test_questions_on_a_changed_sentence_are_flagged_with_both_texts(
    as_teacher: FlaskClient, app: Flask, sample: Sample
) -> None:
    reply = as_teacher.post(look(as_teacher, CHANGED))
    assert "quote a sentence that changed." in unescape(as_teacher.get(reply.location).text)
    with app.app_context():
        flagged = bank_page(Filters(flagged=True))
    assert 0 < flagged.total < len(sample.question_ids)
    address = f"/bank/{flagged.entries[0].id}"
    page = unescape(as_teacher.get(address).text)
    assert "The newer revision changed its sentence" in page
    assert "<ins>正式</ins>" in page
    settlement = re.search(rf'action="({address}/flags/\d+/settlement)"', page)
    assert settlement
    assert as_teacher.post(settlement[1]).location == address
    assert "The newer revision changed" not in as_teacher.get(address).text
    assert as_teacher.post(settlement[1]).status_code == 409
    with app.app_context():
        assert bank_page(Filters(flagged=True)).total == flagged.total - 1


def test_a_deleted_sentence_flags_its_questions(as_teacher: FlaskClient, app: Flask, sample: Sample) -> None:
    start = SOURCE.index("2008年,格鲁吉亚军队侵入")  # quoted with the next, which takes its year from it
    gone = SOURCE[:start] + SOURCE[SOURCE.index("欧盟美国北约") :]
    as_teacher.post(look(as_teacher, gone))
    with app.app_context():
        flagged = bank_page(Filters(flagged=True)).entries
    assert flagged
    pages = [as_teacher.get(f"/bank/{entry.id}").text for entry in flagged]
    assert any("does not have its sentence any more" in page for page in pages)


def test_what_is_quoted_stays_the_revision_that_it_was_written_from(
    as_teacher: FlaskClient, app: Flask, sample: Sample
) -> None:
    before = unescape(as_teacher.get(f"/bank/{sample.question_ids[0]}").text)
    as_teacher.post(look(as_teacher, CHANGED))
    after = unescape(as_teacher.get(f"/bank/{sample.question_ids[0]}").text)
    quote = re.compile(r'<blockquote class="source-quote".*?</blockquote>', re.DOTALL)
    assert quote.findall(after) == quote.findall(before)
    assert as_teacher.get(f"/review/{sample.question_ids[0]}").status_code == 200
    with app.app_context():
        assert text_of(1) == SOURCE.replace("\r\n", "\n")


def test_questions_written_from_the_newer_revision_leave_out_what_is_asked_already(
    as_teacher: FlaskClient, app: Flask, sample: Sample
) -> None:
    as_teacher.post(look(as_teacher, MORE))
    as_teacher.post("/documents/2/questions")
    with app.app_context():
        stems = [entry.stem for page in (1, 2) for entry in bank_page(Filters(document_id=2), number=page).entries]
    dated = [stem for stem in stems if "哪一天" in stem]
    assert len(dated) == len({*dated}) * 2  # to choose and to type in, as before
    assert as_teacher.post("/documents/1/questions").status_code == 409


def test_an_attempt_keeps_the_old_quote(as_teacher: FlaskClient, as_student: FlaskClient, sample_quiz: int) -> None:
    attempt = as_student.post(f"/quizzes/{sample_quiz}/attempts").location
    as_student.post(f"{attempt}/submission")
    before = re.findall(r"<blockquote.*?</blockquote>", as_student.get(f"{attempt}/review").text, re.DOTALL)
    as_teacher.post(look(as_teacher, CHANGED))
    assert before
    assert re.findall(r"<blockquote.*?</blockquote>", as_student.get(f"{attempt}/review").text, re.DOTALL) == before


def test_only_the_newest_revision_is_revised_and_only_by_another_text(as_teacher: FlaskClient, sample: Sample) -> None:
    same = look(as_teacher, SOURCE)
    assert as_teacher.post(same).status_code == 409
    waiting = look(as_teacher, MORE)
    as_teacher.post(look(as_teacher, CHANGED))
    assert as_teacher.post(waiting).status_code == 409
    assert as_teacher.get("/documents/new?revises=1").status_code == 409
    for revises in ("99", "x"):
        assert as_teacher.get(f"/documents/new?revises={revises}").status_code == 404
        form = {"text": MORE, "revises": revises}
        assert as_teacher.post("/documents/previews", data=form).status_code == 404


def test_a_preview_that_revises_nothing_has_no_comparison(as_teacher: FlaskClient, sample: Sample) -> None:
    address = as_teacher.post("/documents/previews", data={"text": MORE}).location
    for ask in (as_teacher.get, as_teacher.post):
        assert ask(f"{address}/revision").status_code == 404


def test_a_student_sees_and_settles_nothing(as_teacher: FlaskClient, as_student: FlaskClient, sample: Sample) -> None:
    address = look(as_teacher, CHANGED)
    assert [as_student.get(address).status_code, as_student.post(address).status_code] == [404, 404]
    assert as_student.post("/bank/1/flags/1/settlement").status_code == 404
    assert as_teacher.post("/bank/1/flags/1/settlement").status_code == 404


@pytest.mark.usefixtures("sample")
def test_a_comparison_asks_the_same_number_of_queries_however_much_changed(app: Flask, as_teacher: FlaskClient) -> None:
    one, all_of_it = look(as_teacher, CHANGED), look(as_teacher, "Nothing of it is left.")
    assert queries(app, as_teacher, one) == queries(app, as_teacher, all_of_it)
