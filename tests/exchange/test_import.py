"""A teacher imports a file: it is looked at first, and then its good questions become drafts, all or none."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp.access import Role
from quizapp.bank.models import Question, QuestionVersion, Tag
from quizapp.bank.showing import question_page
from quizapp.database import db
from quizapp.exchange import uploads
from quizapp.exchange.models import Origin, Upload
from tests.conftest import People, Sample, SettableClock, _add, browser_of, sign_in
from tests.exchange.conftest import Counter, text_of
from tests.exchange.files import FILES, GIFT

FOUND = {
    "gift": ("GIFT", 2, "3 8 Key The brace before the answers is not closed before the next empty line.", 1),
    "aiken": ("Aiken", 1, "2 6 Key The key names “C”, which is no option.", 0),
    "moodle": ("Moodle XML", 1, "2 10 Key No option is marked as right.", 1),
    "qti22": ("QTI 2.2", 1, "2 2 Key The key names “Z”, which is no option.", 0),
    "qti30": ("QTI 3.0", 1, "2 2 Key The key names “Z”, which is no option.", 0),
    "csv": ("Table (CSV)", 1, "2 3 Key The key names “x”, which is no option.", 0),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_shown_with_its_mistakes_before_anything_is_stored(counter: Counter, name: str) -> None:
    form, good, fault, left_out = FOUND[name]
    page = counter.page(counter.hand_in(FILES[name], f"{name}.dat"))
    assert f"Format {form} Questions {good} With a mistake 1 Not taken over {left_out}" in page
    assert fault in page
    assert "When was the treaty signed?" in page
    assert counter.questions() == 0


@pytest.mark.parametrize("name", FILES)
def test_the_good_questions_become_drafts_of_the_teacher(counter: Counter, people: People, name: str) -> None:
    good = FOUND[name][1]
    said = counter.take_over(counter.hand_in(FILES[name], "treaties.dat"))
    assert (
        f"{good} question{'s were' if good > 1 else ' was'} imported as {'drafts' if good > 1 else 'a draft'}." in said
    )
    with counter.app.app_context():
        found = db.session.execute(select(Question, Origin).join(Origin)).all()
        assert [(one.state, one.created_by, origin.file_name) for one, origin in found] == [
            ("draft", people.teacher.id, "treaties.dat")
        ] * good
        page = question_page(found[0][0].id)
        assert page.question.stem == "When was the treaty signed?"
        shown = counter.page(f"/bank/{page.id}")
        assert "Imported from treaties.dat." in shown
        assert ("No source given" in shown) is (name != "csv")
        assert [option.text for option in page.question.options if option.correct] == ["In 1648"]
        assert db.session.scalars(select(Upload)).all() == []


def test_remarks_categories_and_references_come_along(counter: Counter) -> None:
    counter.take_over(counter.hand_in(FILES["gift"]))
    counter.take_over(counter.hand_in(FILES["csv"]))
    with counter.app.app_context():
        gift, _second, table = (question_page(id_) for id_ in db.session.scalars(select(Question.id)))
        assert (gift.note, gift.tags, gift.evidence) == ("Signed in two cities.", ("Treaties",), ())
        assert [option.feedback for option in gift.question.options] == [None, "No, a year late.", None]
        (evidence,) = table.evidence
        (source,) = evidence.sources
        assert (source.number, source.text) == (8, "The Treaty. A Press. 1998-03-01.")
        assert db.session.scalars(select(Tag.name)).all() == ["Treaties"]


def test_what_has_no_place_is_listed(counter: Counter) -> None:
    page = counter.page(counter.hand_in(FILES["moodle"]))
    assert "3 16 Questions of the type “essay” are not taken over." in page


def test_an_export_comes_back_with_quotes_and_references(counter: Counter, sample: Sample) -> None:
    before = counter.questions()
    content = counter.client.get(f"/bank/export/moodle-xml?document={sample.document_id}").data
    address = counter.hand_in(content)
    assert f"Much the same as another {before}" in counter.page(address)
    counter.take_over(address)
    with counter.app.app_context():
        rows = db.session.scalars(
            select(QuestionVersion).where(QuestionVersion.replaced_at.is_(None)).order_by(QuestionVersion.question_id)
        ).all()
        generated, imported = rows[:before], rows[before:]
        assert len(imported) == before
        told = {(row.stem, row.body["explanation"]["quote"], len(row.sources)) for row in generated}
        again = {(row.stem, row.body["explanation"]["quote"]) for row in imported}
        assert again == {(stem, quote) for stem, quote, _count in told}
        assert {source["text"] for row in generated for source in row.sources} <= {
            source["text"] for row in imported for source in row.sources
        }


def test_only_the_new_ones_are_taken_where_that_is_chosen(counter: Counter) -> None:
    counter.take_over(counter.hand_in(b"When was the treaty signed? {=In 1648 ~In 1649 ~In 1650}\n"))
    address = counter.hand_in(FILES["gift"])
    page = counter.page(address)
    assert "Import the new one only" in page
    assert page.count("Much the same as question 1 of the bank") == 1
    counter.take_over(address, which="fresh")
    assert counter.questions() == 2


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b" \n", "The file is empty."),
        (b"Nothing that anybody asks.", "The file is none of GIFT, Aiken, Moodle XML, QTI and CSV."),
        (b"<quiz></quiz>", "There is no question in the file."),
        (b"<html><p>a</p></html>", "The file is XML, but no question of Moodle or QTI."),
        (b"PK\x03\x04 and no more", "The archive is damaged, or is none."),
        (b"\xff\xfe\x00\xd8\x00", "The file is not text in UTF-8, UTF-16, GB18030 or Big5."),
        (
            b'<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>',
            "The file declares a document type or entities, which are not read.",
        ),
    ],
)
def test_a_file_that_is_none_is_refused_with_a_sentence(counter: Counter, content: bytes, sentence: str) -> None:
    assert counter.refused(content) == sentence
    with counter.app.app_context():
        assert db.session.scalars(select(Upload)).all() == []


def test_without_a_file_the_form_says_so(counter: Counter) -> None:
    reply = counter.client.post("/bank/import", data={})
    assert reply.status_code == 400
    assert "Please choose a file." in reply.text


def test_two_teachers_never_see_each_others_files(app: Flask, counter: Counter, clock: SettableClock) -> None:
    address = counter.hand_in(FILES["gift"])
    other = sign_in(browser_of(app), _add(app, clock, "wu", "Wu Laoshi", Role.TEACHER))
    assert other.get(address).status_code == other.get("/bank/import/none").status_code == 404
    assert other.post(f"{address}/questions").status_code == 404
    assert other.post(f"{address}/removal").status_code == 303
    assert counter.questions() == 0
    assert "Format GIFT" in counter.page(address)


def test_students_see_nothing_of_it(counter: Counter, as_student: FlaskClient) -> None:
    address = counter.hand_in(FILES["gift"])
    for path in ("/bank/import", "/bank/export", "/bank/export/csv", address):
        assert as_student.get(path).status_code in {403, 404}


def test_an_upload_is_taken_over_once(counter: Counter) -> None:
    address = counter.hand_in(FILES["gift"])
    counter.take_over(address)
    assert counter.client.post(f"{address}/questions").status_code == 404
    assert counter.questions() == 2


def test_a_discarded_upload_is_gone(counter: Counter) -> None:
    address = counter.hand_in(FILES["gift"])
    assert counter.client.post(f"{address}/removal").status_code == 303
    assert counter.client.get(address).status_code == 404


def test_old_uploads_and_more_than_two_make_room(counter: Counter, clock: SettableClock) -> None:
    addresses = []
    for _ in range(3):
        addresses.append(counter.hand_in(FILES["gift"]))
        clock.advance(minutes=1)
    assert [counter.client.get(address).status_code for address in addresses] == [404, 200, 200]
    clock.advance(days=2)
    counter.hand_in(FILES["csv"])
    assert counter.client.get(addresses[2]).status_code == 404


def test_nothing_is_stored_where_one_question_cannot_be(app: Flask, counter: Counter, people: People) -> None:
    """The rows of all questions are written in one transaction: one that fails takes the others with it."""
    address = counter.hand_in(FILES["gift"])
    with app.app_context():
        db.session.execute(db.text("CREATE TRIGGER full BEFORE INSERT ON question_origin WHEN NEW.question_id > 1 "
                                   "BEGIN SELECT RAISE(ABORT, 'full'); END"))  # fmt: skip
        db.session.commit()
    assert counter.client.post(f"{address}/questions").status_code >= 500
    assert counter.questions() == 0
    assert "Format GIFT" in counter.page(address)


def test_a_file_without_a_good_question_cannot_be_taken_over(counter: Counter) -> None:
    address = counter.hand_in(b"Where was it signed {=Here ~There\n")
    assert "No question of the file can be taken over." in counter.page(address)
    reply = counter.client.post(f"{address}/questions")
    assert (reply.status_code, counter.questions()) == (409, 0)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("C:\\Users\\lin\\bank.gift", "bank.gift"),
        ("../../etc/题库.csv", "题库.csv"),
        ("a\u202egpj.csv", "agpj.csv"),
        ("", "?"),
        ("x" * 300, "x" * 100),
    ],
)
def test_a_file_is_called_by_its_name_alone(name: str, shown: str) -> None:
    assert uploads.shown_name(name) == shown


def test_messages_are_translated(app: Flask, people: People) -> None:
    counter = Counter(app=app, client=sign_in(browser_of(app, "zh-CN"), people.teacher))
    page = counter.page(counter.hand_in(GIFT.encode()))
    assert "答案前的花括号" in page
    assert counter.refused(b"nothing") == "这个文件不是GIFT、Aiken、Moodle XML、QTI或CSV。"
    assert "needs" not in text_of(page)


def test_an_imported_question_is_edited_with_the_references_that_it_came_with(counter: Counter) -> None:
    counter.take_over(counter.hand_in(FILES["csv"]))
    form = counter.client.get("/bank/1/edit").text
    assert 'name="citations"' not in form or 'value="8"' in form
    fields = {"stem": "When?", "option_a": "In 1648", "option_b": "In 1649", "key": "a", "number": "1"}
    assert counter.client.post("/bank/1/edit", data={**fields, "citations": "9"}).status_code == 400
    assert counter.client.post("/bank/1/edit", data={**fields, "citations": "8"}).status_code == 303
    assert "The Treaty" in counter.page("/bank/1")
