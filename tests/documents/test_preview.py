"""A source is looked at before it is stored, and stored once that is confirmed."""

from __future__ import annotations

from html import unescape
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient

import questions
from questions.document import SourceFormat
from questions.sample import sample_source
from quizapp.documents.findings import NoticeKind, notices_of
from quizapp.documents.words import FORMAT_NAMES
from tests.conftest import People, SettableClock, browser_of, sign_in
from tests.queries import queries

DOUBTFUL = "On 5 May 2009 it began.[1]\n\nReferences\n1. A book. 2008-01-02.\n"


def look(client: FlaskClient, **form: object) -> str:
    """Have a source read, and return the address of its preview."""
    reply = client.post("/documents/previews", data=form, content_type="multipart/form-data")
    assert reply.status_code == 303
    return reply.location


def test_a_preview_shows_all_that_would_be_stored_and_stores_nothing(as_teacher: FlaskClient) -> None:
    address = look(as_teacher, file=(BytesIO(sample_source()), "sample.txt"), title="Relations", attribution="CC BY")
    page = unescape(as_teacher.get(address).text)
    assert page.count('<li class="fact"') == 7
    assert page.count('class="ruler-mark"') == 7
    for words in ("Relations", "Chinese, simplified", "Plain text", "CC BY", "随即", "Date, by choice", "RIA Novosti"):
        assert words in page
    assert "drafts can be written from its facts." in page
    assert "No document yet" in as_teacher.get("/documents").text


def test_a_confirmed_preview_is_the_document_and_is_gone(as_teacher: FlaskClient) -> None:
    address = look(as_teacher, text=sample_source().decode(), title="Relations", attribution="CC BY")
    reply = as_teacher.post(f"{address}/import")
    assert (reply.status_code, reply.location) == (303, "/documents/1")
    page = as_teacher.get(reply.location).text
    assert "7 dated facts were found." in page
    assert "Relations" in page
    assert "CC BY" in page
    assert as_teacher.get(address).status_code == 404
    assert as_teacher.post(f"{address}/import").status_code == 404


def test_a_preview_that_is_discarded_leaves_nothing(as_teacher: FlaskClient) -> None:
    address = look(as_teacher, text=DOUBTFUL)
    for _ in range(2):
        assert as_teacher.post(f"{address}/removal").location == "/documents/new"
    assert as_teacher.get(address).status_code == 404


def test_a_text_that_is_here_already_is_said_to_be(as_teacher: FlaskClient) -> None:
    as_teacher.post("/documents", data={"text": DOUBTFUL})
    page = as_teacher.get(look(as_teacher, text=DOUBTFUL)).text
    assert "This very text is here already." in page
    assert 'href="/documents/1"' in page


@pytest.mark.parametrize(
    ("form", "field"),
    [({"text": " "}, "text"), ({"text": "2008", "title": "x" * 201}, "title")],
)
def test_what_cannot_be_read_is_refused_at_its_field(as_teacher: FlaskClient, form: dict[str, str], field: str) -> None:
    reply = as_teacher.post("/documents/previews", data=form)
    assert reply.status_code == 400
    assert f'href="#{field}"' in reply.text


def test_a_file_that_is_no_text_is_refused_at_the_file(as_teacher: FlaskClient) -> None:
    file = (BytesIO(b"\x00\x01\x02"), "picture.png")
    reply = as_teacher.post("/documents/previews", data={"file": file}, content_type="multipart/form-data")
    assert reply.status_code == 400
    assert "The file is not text in UTF-8, UTF-16, GB18030 or Big5." in reply.text


def test_a_preview_is_its_makers_alone_and_for_a_day(
    app: Flask, as_teacher: FlaskClient, as_student: FlaskClient, people: People, clock: SettableClock
) -> None:
    address = look(as_teacher, text=DOUBTFUL)
    for verb in ("", "/import", "/removal"):
        reply = as_student.get(address) if not verb else as_student.post(address + verb)
        assert reply.status_code == 404
    clock.advance(hours=25)
    teacher = sign_in(browser_of(app), people.teacher)
    look(teacher, text="In 1999 it began.")
    assert teacher.get(address).status_code == 404


def test_a_doubt_is_said_with_both_places(as_teacher: FlaskClient) -> None:
    page = unescape(as_teacher.get(look(as_teacher, text=DOUBTFUL)).text)
    assert "Reference 1 was issued 2 January 2008, before the event is dated: 5 May 2009." in page
    assert "Worth a second look" in page
    assert "A book. 2008-01-02." in page


def test_every_finding_of_the_sample_becomes_a_notice() -> None:
    document = questions.read(sample_source())
    facts = questions.find_facts(document)
    notices = notices_of(document, facts)
    assert notices
    assert [notice.kind.is_doubt for notice in notices] == sorted(
        (notice.kind.is_doubt for notice in notices), reverse=True
    )
    assert {len(notice.dates) for notice in notices if notice.kind is NoticeKind.ISSUED_BEFORE} <= {2}


def test_a_document_without_facts_says_so(as_teacher: FlaskClient) -> None:
    page = as_teacher.get(look(as_teacher, text="Nothing happened.")).text
    assert "No dated fact was found." in page
    assert "No question can be written from it." in page


def test_text_is_never_markup(as_teacher: FlaskClient) -> None:
    text = "In 2008 <script>alert(1)</script> began.[1]\n\nReferences\n1. <img src=x>. 2009.\n"
    page = as_teacher.get(look(as_teacher, text=text, title="<b>")).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<b>" not in page


def test_a_preview_asks_the_same_number_of_queries_however_much_it_shows(app: Flask, as_teacher: FlaskClient) -> None:
    few = look(as_teacher, text=DOUBTFUL)
    many = look(as_teacher, text="".join(f"In {year} it began.\n" for year in range(1900, 2010)))
    assert queries(app, as_teacher, few) == queries(app, as_teacher, many)
    assert "The first 100 of 110 facts." in as_teacher.get(many).text


def test_every_format_has_a_name() -> None:
    assert set(FORMAT_NAMES) == set(SourceFormat)
