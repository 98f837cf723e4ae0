"""The review queue's pages, as a teacher goes through them without a script and as nobody else can."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from questions.guidelines import RULES
from quizapp.bank.words import LIBRARY_SENTENCES
from tests.conftest import Sample
from tests.queries import queries


@pytest.fixture
def queue(as_teacher: FlaskClient, drafts: int) -> str:
    """The address of the queue of a document whose questions are all drafts."""
    return f"/review?document={drafts}"


def number_of(page: str) -> int:
    found = re.search(r"Question (\d+) ·", page)
    assert found
    return int(found[1])


def test_the_queue_opens_at_its_first_draft_beside_its_source(as_teacher: FlaskClient, queue: str) -> None:
    reply = as_teacher.get(queue)
    assert (reply.status_code, reply.location) == (303, "/review/1?document=1")
    page = unescape(as_teacher.get(reply.location).text)
    assert re.search(r"0 of \d+ reviewed", page)
    assert "<mark>" in page
    assert '<span class="around">' in page
    for shortcut in "aerj?":
        assert f'data-shortcut="{shortcut}"' in page


def test_an_approved_draft_gives_way_to_the_next_and_can_be_undone(as_teacher: FlaskClient, queue: str) -> None:
    reply = as_teacher.post("/review/1/approval?document=1", data={"number": "1"})
    assert (reply.status_code, reply.location) == (303, "/review/2?document=1")
    page = as_teacher.get(reply.location).text
    assert "You approved question 1." in page
    assert re.search(r"1 of \d+ reviewed", page)
    number = re.search(r'action="/review/undo\?document=1">.*?name="number" value="(\d+)"', page, re.DOTALL)
    assert number
    reply = as_teacher.post("/review/undo?document=1", data={"number": number[1]})
    assert reply.location == "/review/1?document=1"
    assert re.search(r"0 of \d+ reviewed", as_teacher.get(reply.location).text)


def test_a_draft_that_was_edited_meanwhile_is_not_approved(as_teacher: FlaskClient, queue: str) -> None:
    for number in ("2", "", "x"):
        reply = as_teacher.post("/review/1/approval", data={"number": number})
        assert reply.status_code == 409
        assert "This question was edited since you opened it." in reply.text


def test_a_rejection_without_a_reason_is_refused_at_its_field(as_teacher: FlaskClient, queue: str) -> None:
    reply = as_teacher.post("/review/1/rejection?document=1", data={"number": "1", "reason": "​ "})
    assert reply.status_code == 400
    assert 'href="#reason"' in reply.text
    assert "<details" in reply.text


def test_a_rejected_question_says_why_and_can_be_brought_back(as_teacher: FlaskClient, queue: str) -> None:
    reply = as_teacher.post("/review/1/rejection?document=1", data={"number": "1", "reason": "<Ambiguous>"})
    assert reply.location == "/review/2?document=1"
    for address in ("/review/1?document=1", "/bank/1"):
        assert "by Lin Laoshi: &lt;Ambiguous&gt;" in as_teacher.get(address).text
    as_teacher.post("/review/1/reopening?document=1", data={"number": "1"})
    page = as_teacher.get("/bank/1").text
    assert 'data-kind="draft"' in page
    assert "Taken back" in page


def test_a_draft_is_edited_in_place_and_stays_in_the_queue(as_teacher: FlaskClient, queue: str) -> None:
    address = "/review/1/edit?document=1"
    page = as_teacher.get(address).text
    assert 'name="option_a"' in page
    assert "<mark>" in page
    wrong = as_teacher.post(address, data={"number": "1", "stem": "", "key": "a", "option_a": "x"})
    assert wrong.status_code == 400
    assert 'href="#stem"' in wrong.text
    form = {"number": "1", "stem": "When, then?", "key": "a", "option_a": "2008", "option_b": "2009"}
    reply = as_teacher.post(address, data=form)
    assert (reply.status_code, reply.location) == (303, "/review/1?document=1")
    assert "When, then?" in as_teacher.get(reply.location).text
    assert as_teacher.post("/review/1/approval", data={"number": "1"}).status_code == 409
    assert as_teacher.post("/review/1/approval", data={"number": "2"}).status_code == 303


def test_drafts_without_a_warning_are_approved_after_a_confirmation(as_teacher: FlaskClient, queue: str) -> None:
    page = as_teacher.get("/review/approval?document=1").text
    asked = re.search(r"Approve (\d+) drafts without a warning\?", page)
    assert asked
    stale = as_teacher.post("/review/approval?document=1", data={"number": str(int(asked[1]) + 1)})
    assert stale.status_code == 409
    reply = as_teacher.post("/review/approval?document=1", data={"number": asked[1]})
    assert reply.location == "/review?document=1"
    following = as_teacher.get(as_teacher.get(reply.location).location).text
    assert f"{asked[1]} questions were approved." in following
    assert f"You approved {asked[1]} questions." in following
    assert "bank-warnings" in following


def test_an_empty_queue_says_what_will_be_here(as_teacher: FlaskClient, sample: Sample) -> None:
    page = as_teacher.get("/review").text
    assert "No draft waits" in page
    assert "Every question here is approved or rejected." in page
    assert 'href="/quizzes/new"' in page


@pytest.mark.parametrize(
    "path", ["/review?document=99", "/review/99", "/review/99/edit", "/review/approval?document=99"]
)
def test_what_is_not_there_is_not_found(as_teacher: FlaskClient, path: str) -> None:
    assert as_teacher.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/review", "/review/1", "/review/1/edit", "/review/approval"])
def test_a_student_finds_none_of_these_pages(as_student: FlaskClient, sample: Sample, path: str) -> None:
    assert as_student.get(path).status_code == 404


@pytest.mark.parametrize("verb", ["1/approval", "1/rejection", "1/reopening", "1/edit", "undo", "approval"])
def test_a_student_decides_nothing(as_student: FlaskClient, sample: Sample, verb: str) -> None:
    assert as_student.post(f"/review/{verb}", data={"number": "1", "reason": "x"}).status_code == 404


def test_a_draft_asks_the_same_number_of_queries_however_long_the_queue(
    app: Flask, as_teacher: FlaskClient, queue: str
) -> None:
    whole = queries(app, as_teacher, "/review/1?document=1")
    approval = as_teacher.get("/review/approval?document=1").text
    count = re.search(r'name="number" value="(\d+)"', approval)
    assert count
    as_teacher.post("/review/approval?document=1", data={"number": count[1]})
    left = as_teacher.get("/review?document=1").location
    assert queries(app, as_teacher, left) == whole


def test_all_that_the_guidelines_say_is_known_to_the_translator() -> None:
    assert {rule.sentence for rule in RULES} <= set(LIBRARY_SENTENCES)
