"""The pages of the bank, as a teacher uses them and as nobody else can."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from questions.question import QuestionType
from questions.sample import sample_source
from quizapp.bank.listing import Filters, bank_page
from tests.conftest import Sample
from tests.queries import queries

FORM = {
    "stem": "When did Georgia break off relations?",
    "option_a": "On 29 August 2008",
    "option_b": "On 26 August 2008",
    "option_c": "",
    "key": "a",
    "note": "It said so.",
    "citations": "12, 13",
}


def stems(page: str) -> list[str]:
    return re.findall(r'<th scope="row" class="bank-stem"[^>]*><a [^>]*>([^<]*)</a>', unescape(page))


def total(page: str) -> int:
    """How many questions the shelf says that there are, on all its pages."""
    found = re.search(r"<caption>(\d+) questions?</caption>", page)
    return int(found[1]) if found else 0


def test_an_empty_bank_says_what_will_be_here_and_how(as_teacher: FlaskClient) -> None:
    page = as_teacher.get("/bank").text
    assert "No question yet" in page
    assert 'href="/documents"' in page


def test_questions_are_written_from_a_document_by_one_button(as_teacher: FlaskClient) -> None:
    document = as_teacher.post("/documents", data={"text": sample_source().decode()}).location
    reply = as_teacher.post(f"{document}/questions")
    assert (reply.status_code, reply.location) == (303, "/bank?document=1")
    page = as_teacher.get(reply.location).text
    assert f"{total(page)} new questions are in the bank." in page
    as_teacher.post(f"{document}/questions")
    assert "No new question could be written from its facts." in as_teacher.get("/bank").text


def test_the_shelf_lists_stems_types_dates_and_states(as_teacher: FlaskClient, sample: Sample) -> None:
    page = unescape(as_teacher.get("/bank").text)
    assert total(page) == len(sample.question_ids)
    for words in (
        "Date, by choice",
        "Chronology",
        "29 August 2008",
        "Approved",
        f"{len(sample.question_ids)} questions",
    ):
        assert words in page


def test_the_shelf_is_filtered_by_its_address(as_teacher: FlaskClient, sample: Sample) -> None:
    page = as_teacher.get("/bank?text=断交&type=date-choice").text
    assert len(stems(page)) == 1
    assert 'value="断交"' in page
    assert '<option value="date-choice" selected>' in page


@pytest.mark.parametrize(
    "query",
    ["type=nonsense", "state=1", "document=x", "document=99999999999999999999", "page=x", "page=-1"],
)
def test_a_filter_that_means_nothing_is_left_out(as_teacher: FlaskClient, sample: Sample, query: str) -> None:
    reply = as_teacher.get(f"/bank?{query}")
    assert total(reply.text) == len(sample.question_ids)


def test_a_filter_that_nothing_fits_offers_the_way_back(as_teacher: FlaskClient, sample: Sample) -> None:
    assert "No question fits these filters" in as_teacher.get("/bank?text=zzz").text


def test_every_question_of_the_sample_has_a_page(as_teacher: FlaskClient, sample: Sample) -> None:
    for question_id in sample.question_ids:
        page = as_teacher.get(f"/bank/{question_id}")
        assert page.status_code == 200
        assert "<mark>" in page.text


def test_a_question_shows_its_key_feedback_and_source(as_teacher: FlaskClient, app: Flask, sample: Sample) -> None:
    with app.app_context():
        (entry,) = bank_page(Filters(type=QuestionType.DATE_CHOICE, text="断交")).entries
    page = unescape(as_teacher.get(f"/bank/{entry.id}").text)
    assert page.count("data-key") == 1
    for words in (
        "2008年8月29日",
        "Georgia breaks off relations with Russia",
        "Tbilisi: The New York Times",
        "Version 1",
    ):
        assert words in page


def test_approving_retiring_and_restoring_lead_back_to_where_they_were_pressed(as_teacher: FlaskClient) -> None:
    address = as_teacher.post("/bank/new", data={**FORM, "citations": ""}).location
    back = "/bank?state=draft#question-1"
    for verb, state in (("approval", "Approved"), ("retirement", "Retired"), ("restoration", "Approved")):
        reply = as_teacher.post(f"{address}/{verb}", data={"next": back, "number": "1"})
        assert (reply.status_code, reply.location) == (303, back)
        assert f'data-kind="{state.lower()}">{state}<' in as_teacher.get(address).text


def test_a_way_back_never_leads_off_the_site(as_teacher: FlaskClient, sample: Sample) -> None:
    reply = as_teacher.post(f"/bank/{sample.question_ids[0]}/retirement", data={"next": "https://example.org/"})
    assert reply.location == "/bank"


@pytest.mark.parametrize("document", ["x", "99", "-1", "0"])
def test_a_document_that_is_none_is_refused_at_its_field(as_teacher: FlaskClient, document: str) -> None:
    reply = as_teacher.post("/bank/new", data={**FORM, "citations": "", "document_id": document})
    assert reply.status_code == 400
    assert 'href="#document_id"' in reply.text


def test_an_option_of_marks_of_no_width_is_none(as_teacher: FlaskClient) -> None:
    reply = as_teacher.post("/bank/new", data={**FORM, "citations": "", "option_b": "\u200b\ufeff"})
    assert reply.status_code == 400
    assert "A question needs at least two options." in reply.text


def test_a_retired_question_cannot_be_approved(as_teacher: FlaskClient, sample: Sample) -> None:
    address = f"/bank/{sample.question_ids[0]}"
    as_teacher.post(f"{address}/retirement")
    reply = as_teacher.post(f"{address}/approval")
    assert reply.status_code == 409
    assert "Restore it before you approve it." in reply.text


def test_a_teachers_question_cites_references_in_full(as_teacher: FlaskClient, sample: Sample) -> None:
    reply = as_teacher.post("/bank/new", data={**FORM, "document_id": str(sample.document_id)})
    assert reply.status_code == 303
    page = unescape(as_teacher.get(reply.location).text)
    for words in (FORM["stem"], FORM["note"], "Medvedev praises Sarkozy's role", "archived 13 February 2018", "Draft"):
        assert words in page


def test_a_teachers_question_without_references_says_so(as_teacher: FlaskClient) -> None:
    reply = as_teacher.post("/bank/new", data={**FORM, "citations": ""})
    assert "No source given" in as_teacher.get(reply.location).text


@pytest.mark.parametrize(
    ("changed", "control"),
    [
        ({"stem": ""}, "stem"),
        ({"stem": "x" * 2001}, "stem"),
        ({"key": ""}, "key-0"),
        ({"key": "c"}, "key-0"),
        ({"key": "z"}, "key-0"),
        ({"option_b": ""}, "option_b"),
        ({"option_b": "On 29 August 2008 "}, "option_b"),
        ({"citations": "twelve"}, "citations"),
        ({"citations": "25"}, "citations"),
        ({"document_id": ""}, "document_id"),
        ({"document_id": "99"}, "document_id"),
        ({"option_b": "x" * 1001}, "option_b"),
    ],
)
def test_what_is_wrong_is_named_at_its_field_and_nothing_typed_is_lost(
    as_teacher: FlaskClient, sample: Sample, changed: dict[str, str], control: str
) -> None:
    form = {**FORM, "document_id": str(sample.document_id), **changed}
    reply = as_teacher.post("/bank/new", data=form)
    page = unescape(reply.text)
    assert reply.status_code == 400
    assert f'<a href="#{control}">' in page
    assert f'id="{control}"' in page
    for name in ("stem", "option_a", "option_b", "note", "citations"):
        assert form[name].strip() in page
    assert "is right" in page
    assert bool(re.search(r'id="key-0"[^>]*checked|checked[^>]*id="key-0"', page)) == (form["key"] == "a")


def test_a_new_question_can_begin_with_its_document(as_teacher: FlaskClient, sample: Sample) -> None:
    page = as_teacher.get(f"/bank/new?document={sample.document_id}").text
    assert f'<option selected value="{sample.document_id}">' in page
    assert "Show the references of this document" in page


def test_an_edit_shows_what_is_there_and_makes_a_draft(as_teacher: FlaskClient, sample: Sample) -> None:
    address = f"/bank/{sample.question_ids[0]}"
    page = as_teacher.get(f"{address}/edit").text
    options = re.findall(r'name="option_[a-f]"[^>]*value="([^"]+)"', page)
    assert "2008年" in options
    reply = as_teacher.post(f"{address}/edit", data={**FORM, "citations": "", "number": "1"})
    assert (reply.status_code, reply.location) == (303, address)
    shown = unescape(as_teacher.get(address).text)
    assert FORM["stem"] in shown
    assert "Until you approve it, quizzes ask version 1." in shown
    assert FORM["stem"] not in unescape(as_teacher.get(f"{address}?version=1").text).split("Versions")[0]


def test_a_question_that_was_edited_meanwhile_is_replaced_only_knowingly(
    as_teacher: FlaskClient, sample: Sample
) -> None:
    address = f"/bank/{sample.question_ids[0]}/edit"
    form = {**FORM, "citations": "", "number": "1"}
    as_teacher.post(address, data={**form, "stem": "The first edit"})
    reply = as_teacher.post(address, data=form)
    assert reply.status_code == 400
    assert "Someone else edited this question meanwhile." in reply.text
    assert FORM["stem"] in reply.text
    (number,) = re.findall(r'name="number"[^>]*value="(\d+)"', reply.text)
    assert as_teacher.post(address, data={**form, "number": number}).status_code == 303


def test_a_date_entry_is_not_edited_by_this_form(app: Flask, as_teacher: FlaskClient, sample: Sample) -> None:
    with app.app_context():
        (entry, *_) = bank_page(Filters(type=QuestionType.DATE_ENTRY)).entries
    assert as_teacher.get(f"/bank/{entry.id}/edit").status_code == 409
    assert "/edit" not in as_teacher.get(f"/bank/{entry.id}").text


def test_what_a_teacher_writes_is_never_markup(as_teacher: FlaskClient) -> None:
    form = {**FORM, "stem": "<script>alert(1)</script>", "option_a": "<img src=x>", "note": "<b>", "citations": ""}
    address = as_teacher.post("/bank/new", data=form).location
    for path in ("/bank", address, f"{address}/edit"):
        page = as_teacher.get(path).text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "<b>" not in page


PAGES = ("/bank", "/bank/new", "/bank/1", "/bank/1/edit", "/bank/99")
CHANGES = ("/bank/new", "/bank/1/edit", "/bank/1/approval", "/bank/1/retirement", "/bank/1/restoration")


@pytest.mark.parametrize("path", PAGES)
def test_a_student_finds_none_of_these_pages(as_student: FlaskClient, sample: Sample, path: str) -> None:
    assert as_student.get(path).status_code == 404


@pytest.mark.parametrize("path", [*CHANGES, "/documents/1/questions"])
def test_a_student_changes_nothing(as_student: FlaskClient, sample: Sample, path: str) -> None:
    assert as_student.post(path, data=FORM).status_code == 404


@pytest.mark.parametrize("path", ["/bank/99", "/bank/99/edit", "/bank/1?version=9", "/bank/99999999999999999999"])
def test_a_question_that_is_not_there_is_not_found(as_teacher: FlaskClient, sample: Sample, path: str) -> None:
    assert as_teacher.get(path).status_code == 404


def test_the_pages_ask_the_same_number_of_queries_however_much_they_show(
    app: Flask, as_teacher: FlaskClient, sample: Sample
) -> None:
    counts = {path: queries(app, as_teacher, path) for path in ("/bank?text=断交", "/bank", "/bank?state=retired")}
    assert len(set(counts.values())) == 1
    address = f"/bank/{sample.question_ids[0]}"
    before = queries(app, as_teacher, address)
    for number in "123":
        as_teacher.post(f"{address}/edit", data={**FORM, "citations": "8", "number": number})
    assert queries(app, as_teacher, address) == before


@pytest.mark.parametrize("number", ["0" * 11 + "9" * 30, "0" * 11 + "9" * 5000, "9" * 30, "0", "-1", "²", "none"])
@pytest.mark.parametrize("address", ["/bank?page={}", "/bank?document={}", "/bank/new?document={}"])
def test_a_number_that_nothing_has_is_as_none(as_teacher: FlaskClient, address: str, number: str) -> None:
    assert as_teacher.get(address.format(number)).status_code == 200


@pytest.mark.parametrize("number", ["7", "0", "x", "9" * 5000])
def test_a_version_that_nobody_looked_at_is_not_approved(as_teacher: FlaskClient, number: str) -> None:
    address = as_teacher.post("/bank/new", data={**FORM, "citations": ""}).location
    assert as_teacher.post(f"{address}/approval", data={"number": number}).status_code == 409
    assert as_teacher.post(f"{address}/approval", data={"number": "1"}).status_code == 303
