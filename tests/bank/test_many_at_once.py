"""What teachers do with the bank's pages beyond one question's text: bulk changes, tags, comments, versions, uses."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.bank.differences import Change, Piece, pieces
from tests.conftest import People, Sample, browser_of, sign_in

OWN = {"stem": "When did it begin?", "option_a": "In 2008", "option_b": "In 2009", "key": "a"}


@pytest.fixture
def own(as_teacher: FlaskClient) -> list[str]:
    """The numbers of three drafts, as text."""
    stems = ("When did the war over Tskhinvali begin?", "Who signed the decree of recognition?", "Where was it signed?")
    return [as_teacher.post("/bank/new", data={**OWN, "stem": stem}).location.rpartition("/")[2] for stem in stems]


def change(client: FlaskClient, change: str, *questions: str, **fields: str) -> str:
    """Change the ticked questions, and return the page that says what was done."""
    form = {"change": change, "question": list(questions), "next": "/bank?page=1", **fields}
    reply = client.post("/bank/changes", data=form)
    assert (reply.status_code, reply.location) == (303, "/bank?page=1")
    return unescape(client.get(reply.location).text)


def state_of(client: FlaskClient, number: str) -> str:
    found = re.search(r'class="badge" data-kind="(\w+)"', client.get(f"/bank/{number}").text)
    assert found
    return found[1]


def test_the_ticked_drafts_are_approved_as_they_were_seen(as_teacher: FlaskClient, own: list[str]) -> None:
    first, second, _third = own
    as_teacher.post(f"/bank/{second}/edit", data={**OWN, "stem": "When, then?", "number": "1"})
    assert "1 draft was approved." in change(as_teacher, "approve", f"{first}:1", f"{second}:1")
    assert [state_of(as_teacher, number) for number in own] == ["approved", "draft", "draft"]


def test_the_ticked_questions_are_retired_and_none_is_deleted(as_teacher: FlaskClient, own: list[str]) -> None:
    assert "2 questions were retired." in change(as_teacher, "retire", f"{own[0]}:1", f"{own[1]}:1")
    assert "0 questions were retired." in change(as_teacher, "retire", f"{own[0]}:1")
    assert [state_of(as_teacher, number) for number in own] == ["retired", "retired", "draft"]


def test_the_ticked_questions_get_and_lose_a_tag(as_teacher: FlaskClient, own: list[str]) -> None:
    ticked = [f"{number}:1" for number in own]
    assert "3 questions have the tag now." in change(as_teacher, "tag", *ticked, tag="exam")
    assert "Please write a tag." in change(as_teacher, "tag", *ticked, tag=" ")
    assert as_teacher.get("/bank?tag=exam").text.count('name="question"') == 3
    assert "1 question lost the tag." in change(as_teacher, "untag", ticked[0], tag="exam")


@pytest.mark.parametrize("question", ["", "x", "1", ":", "99999999999999:1"])
def test_what_names_no_question_changes_nothing(as_teacher: FlaskClient, own: list[str], question: str) -> None:
    assert "No question was chosen" in change(as_teacher, "retire", question)


def test_a_tag_and_a_comment_are_written_on_the_questions_page(as_teacher: FlaskClient, own: list[str]) -> None:
    address = f"/bank/{own[0]}"
    for room, field, said in (("tags", "tag", "exam <1>"), ("comments", "text", "Too <easy>?\nI think so.")):
        assert as_teacher.post(f"{address}/{room}", data={field: " "}).status_code == 400
        assert as_teacher.post(f"{address}/{room}", data={field: said}).status_code == 303
    page = as_teacher.get(address).text
    assert "Too &lt;easy&gt;?\nI think so." in page
    assert "exam &lt;1&gt;" in page
    as_teacher.post(f"{address}/tags", data={"without": "exam <1>"})
    assert "exam &lt;1&gt;" not in as_teacher.get(address).text


def test_a_comment_is_taken_back_by_who_wrote_it(
    app: Flask, as_teacher: FlaskClient, own: list[str], people: People
) -> None:
    as_teacher.post(f"/bank/{own[0]}/comments", data={"text": "Too easy?"})
    assert as_teacher.post(f"/bank/{own[0]}/comments/99/removal").status_code == 404
    assert sign_in(browser_of(app), people.student).post(f"/bank/{own[0]}/comments/1/removal").status_code == 404
    assert "Too easy?" in as_teacher.get(f"/bank/{own[0]}").text
    as_teacher.post(f"/bank/{own[0]}/comments/1/removal")
    assert "Too easy?" not in as_teacher.get(f"/bank/{own[0]}").text


def test_a_version_shows_what_it_changed(as_teacher: FlaskClient, own: list[str]) -> None:
    changed = {**OWN, "stem": "When did the war begin?", "option_b": "In 2010", "key": "b", "note": "See above."}
    as_teacher.post(f"/bank/{own[0]}/edit", data={**changed, "number": "1"})
    page = as_teacher.get(f"/bank/{own[0]}").text
    assert "When did the war <del>over Tskhinvali </del>begin?" in page
    assert "<del>2009</del><ins>2010</ins>" in page
    assert "<ins>See above.</ins>" in page
    assert "<del>A</del><ins>B</ins>" in page


def test_texts_with_little_in_common_stand_whole_one_after_the_other() -> None:
    assert pieces("格鲁吉亚宣布断交", "When?") == (
        Piece(text="格鲁吉亚宣布断交", change=Change.REMOVED),
        Piece(text="When?", change=Change.ADDED),
    )
    assert pieces("2008年8月", "2008年9月") == (
        Piece(text="2008年", change=Change.KEPT),
        Piece(text="8", change=Change.REMOVED),
        Piece(text="9", change=Change.ADDED),
        Piece(text="月", change=Change.KEPT),
    )


def test_only_a_question_of_a_quiz_is_called_asked(as_teacher: FlaskClient, own: list[str], sample_quiz: int) -> None:
    as_teacher.post(f"/bank/{own[0]}/approval", data={"number": "1"})
    page = as_teacher.get(f"/bank/{own[0]}").text
    assert "In no quiz yet." in page
    assert "asked in quizzes" not in page
    pages = [as_teacher.get(f"/bank/{number}").text for number in range(1, 70) if str(number) not in own]
    used = [page for page in pages if "A first quiz" in page]
    assert len(used) == 5
    assert all("asked in quizzes" in page for page in used)


def test_who_saves_what_is_there_already_is_told(as_teacher: FlaskClient, own: list[str]) -> None:
    form = {**OWN, "stem": "When did the war over Tskhinvali begin ?"}
    reply = as_teacher.post("/bank/new", data=form)
    assert f"Compare it with: {own[0]}" in as_teacher.get(reply.location).text
    with_other_words = as_teacher.post("/bank/new", data={**OWN, "stem": "How many soldiers were promised?"})
    assert "Compare it with" not in as_teacher.get(with_other_words.location).text


def test_a_date_that_cannot_be_read_is_named(as_teacher: FlaskClient, sample: Sample) -> None:
    assert "“last year” cannot be read" in as_teacher.get("/bank?since=last+year").text
    page = as_teacher.get("/bank?since=August+2009&until=2009年").text
    assert "cannot be read" not in page
    assert 'value="August 2009"' in page


@pytest.mark.parametrize("path", ["changes", "1/comments", "1/tags", "1/comments/1/removal"])
def test_a_student_changes_nothing(as_student: FlaskClient, sample: Sample, path: str) -> None:
    assert as_student.post(f"/bank/{path}", data={"text": "x", "tag": "x"}).status_code == 404


def test_comments_and_tags_need_a_question(as_teacher: FlaskClient) -> None:
    assert as_teacher.post("/bank/99/comments", data={"text": "x"}).status_code == 404
    assert as_teacher.post("/bank/99/tags", data={"tag": "x"}).status_code == 404
