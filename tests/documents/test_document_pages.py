"""The pages on which a teacher imports documents and looks through their facts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from questions.sample import sample_source
from quizapp.documents.service import MOST_BYTES, read_source
from quizapp.documents.words import LIBRARY_SENTENCES
from quizapp.errors import WrongField
from tests.conftest import Sample
from tests.house.sources import ROOT
from tests.queries import queries

SHORT = "In 2008 it began.[1] Soon it ended.\n\nReferences\n1. A book. 2009.\n"


def test_an_empty_shelf_says_what_will_be_here_and_how(as_teacher: FlaskClient) -> None:
    page = as_teacher.get("/documents").text
    assert "No document yet" in page
    assert 'href="/documents/new"' in page


def test_an_imported_document_opens_at_its_timeline(as_teacher: FlaskClient) -> None:
    reply = as_teacher.post("/documents", data={"text": SHORT, "title": "Beginnings", "attribution": "By Mei, CC BY"})
    assert (reply.status_code, reply.location) == (303, "/documents/1")
    page = as_teacher.get(reply.location).text
    assert "<mark>2008</mark>" in page
    assert "By Mei, CC BY" in page
    assert "Beginnings" in as_teacher.get("/documents").text


def test_an_uploaded_file_is_imported(as_teacher: FlaskClient) -> None:
    file = (BytesIO(sample_source()), "sample.txt")
    reply = as_teacher.post("/documents", data={"file": file}, content_type="multipart/form-data")
    assert reply.status_code == 303
    assert "7 dated facts were found." in as_teacher.get(reply.location).text


def test_an_empty_import_is_refused_at_the_field_and_keeps_the_title(as_teacher: FlaskClient) -> None:
    reply = as_teacher.post("/documents", data={"text": " ", "title": "Beginnings"})
    assert reply.status_code == 400
    assert 'href="#text"' in reply.text
    assert 'value="Beginnings"' in reply.text


def test_a_file_that_is_no_text_is_refused_at_the_file_and_keeps_the_pasted_text(as_teacher: FlaskClient) -> None:
    file = (BytesIO(b"\x00\x01\x02"), "picture.png")
    form = {"file": file, "text": "pasted <before>"}
    reply = as_teacher.post("/documents", data=form, content_type="multipart/form-data")
    assert reply.status_code == 400
    assert 'href="#file"' in reply.text
    assert "The file is not text in UTF-8, UTF-16, GB18030 or Big5." in reply.text
    assert "pasted &lt;before&gt;" in reply.text


def test_a_whole_article_can_be_pasted(as_teacher: FlaskClient) -> None:
    body = urlencode({"text": "2008年,它开始了。" + "它没有结束。" * 10_000}).encode()
    assert len(body) > 500_000  # more than the framework takes in a form by itself
    reply = as_teacher.post("/documents", data=body, content_type="application/x-www-form-urlencoded")
    assert reply.status_code == 303


def test_the_timeline_shows_each_fact_with_its_sentence_and_references(as_teacher: FlaskClient, sample: Sample) -> None:
    page = unescape(as_teacher.get(f"/documents/{sample.document_id}").text)
    assert len(re.findall(r'<li class="fact"', page)) == 7
    assert page.count('class="ruler-mark"') == 7
    assert "<mark>2008年8月29日</mark>" in page
    assert "Georgia breaks off relations with Russia" in page
    assert "archived 13 February 2018" in page
    assert "The source gives no reference here" in page
    assert "It is given only in relation to another time." in page


def test_a_long_timeline_comes_in_pages(as_teacher: FlaskClient) -> None:
    text = "".join(f"In {year} it began.\n" for year in range(1900, 2001))
    address = as_teacher.post("/documents", data={"text": text}).location
    first, second = as_teacher.get(address).text, as_teacher.get(f"{address}?page=2").text
    assert (first.count('<li class="fact"'), second.count('<li class="fact"')) == (100, 1)
    assert 'id="fact-101"' in second
    assert "101 dated facts were found." in second


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999"])
def test_a_page_of_the_timeline_that_is_not_there_is_the_nearest_one(
    as_teacher: FlaskClient, sample: Sample, page: str
) -> None:
    assert 'id="fact-7"' in as_teacher.get(f"/documents/{sample.document_id}?page={page}").text


def test_all_that_the_library_says_of_open_dates_is_known_to_the_translator() -> None:
    assert set(_sentences(ROOT / "questions/expressions")) <= set(LIBRARY_SENTENCES)


def _sentences(folder: Path) -> Iterator[str]:
    """The sentences that stand as constants of their own in the modules of this folder."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                value = node.value.value
                if isinstance(value, str) and value.endswith(".") and " " in value:
                    yield value


def test_a_document_without_facts_offers_to_write_a_question(as_teacher: FlaskClient) -> None:
    address = as_teacher.post("/documents", data={"text": "Nothing happened."}).location
    page = as_teacher.get(address).text
    assert "No dated fact was found" in page
    assert 'href="/bank/new?document=1"' in page


def test_document_text_is_never_markup(as_teacher: FlaskClient) -> None:
    text = "In 2008 <script>alert(1)</script> began.[1]\n\nReferences\n1. <img src=x>. 2009.\n"
    page = as_teacher.get(as_teacher.post("/documents", data={"text": text, "title": "<b>"}).location).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<b>" not in page


@pytest.mark.parametrize("path", ["/documents/99", "/documents/99999999999999999999"])
def test_a_document_that_is_not_there_is_not_found(as_teacher: FlaskClient, path: str) -> None:
    assert as_teacher.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/documents", "/documents/new", "/documents/1", "/documents/99"])
def test_a_student_finds_none_of_these_pages(as_student: FlaskClient, sample: Sample, path: str) -> None:
    assert as_student.get(path).status_code == 404


def test_a_student_can_import_nothing(as_student: FlaskClient) -> None:
    assert as_student.post("/documents", data={"text": SHORT}).status_code == 404


def test_the_shelf_and_the_timeline_ask_the_same_number_of_queries_however_much_they_show(
    app: Flask, as_teacher: FlaskClient
) -> None:
    few = as_teacher.post("/documents", data={"text": SHORT}).location
    alone = [queries(app, as_teacher, path) for path in ("/documents", few)]
    many = as_teacher.post("/documents", data={"text": "".join(f"In {year} it began.\n" for year in range(1900, 2000))})
    assert [queries(app, as_teacher, path) for path in ("/documents", many.location)] == alone


def test_a_source_of_more_than_five_megabytes_is_refused_at_its_field() -> None:
    for source in (b"x" * (MOST_BYTES + 1), "\u4e2d" * (MOST_BYTES // 3 + 1)):
        with pytest.raises(WrongField) as refused:
            read_source(source, None)
        assert (refused.value.field, refused.value.message) == ("source", "The file has more than 5 MB.")
