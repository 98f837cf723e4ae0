"""The pages on which a quiz is built, as a teacher uses them, without any script."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.quizzes.drafts import drafts_of
from quizapp.quizzes.outlining import Outline, outline
from tests.conftest import People, SettableClock
from tests.queries import queries
from tests.quizzes.making import TAG, Builder


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """The pages are the same on every database."""
    return sqlite_url


@pytest.fixture
def stones(app: Flask, people: People, clock: SettableClock) -> tuple[int, ...]:
    with app.app_context():
        return Builder(teacher_id=people.teacher.id, now=clock.now()).stones()


@pytest.fixture
def draft(as_teacher: FlaskClient) -> str:
    """The address of a new quiz."""
    reply = as_teacher.post("/quizzes/new", data={"title": "Stones", "description": "Hard ones."})
    assert reply.status_code == 303
    return str(reply.location).removesuffix("/questions")


def _outline(app: Flask, address: str) -> Outline:
    with app.app_context():
        return outline(int(address.rsplit("/", 1)[-1]))


def test_from_nothing_to_a_published_quiz(
    app: Flask, as_teacher: FlaskClient, as_student: FlaskClient, stones: tuple[int, ...], draft: str
) -> None:
    assert "Stones" in as_teacher.get("/quizzes").text
    assert as_student.get("/quizzes").text.count("Stones") == 0
    found = as_teacher.get(f"{draft}/additions?tag={TAG}").text
    assert found.count('name="question"') == 8
    assert "Draw at random from the 8 that fit" in found
    as_teacher.post(f"{draft}/questions", data={"question": [str(stones[0]), str(stones[1]), "x", "999999"]})
    as_teacher.post(f"{draft}/draws?tag={TAG}", data={"count": "3", "max_mark": "2"})
    page = as_teacher.get(f"{draft}/questions").text
    assert "5 questions" in page
    assert "8 marks in all" in page
    assert "Draws 3 of 6 that fit" in page
    assert as_teacher.get(f"{draft}/additions?tag={TAG}").text.count("already there") == 2
    assert "Publish" in as_teacher.get(f"{draft}/publication").text
    assert as_teacher.post(f"{draft}/publication").status_code == 303
    assert _outline(app, draft).published_at is not None
    assert "5 questions" in as_student.get(draft).text
    attempt = as_student.post(f"{draft}/attempts").location
    assert len(re.findall(r'id="question-\d"', as_student.get(attempt).text)) == 5


def test_slots_move_change_and_leave_by_plain_forms(
    app: Flask, as_teacher: FlaskClient, stones: tuple[int, ...], draft: str
) -> None:
    as_teacher.post(f"{draft}/questions", data={"question": [str(number) for number in stones[:3]]})
    first, second, third = (entry.id for entry in _outline(app, draft).entries)
    moved = as_teacher.post(f"{draft}/slots/{third}/place", data={"way": "up"})
    assert moved.location == f"{draft}/questions#slot-{third}"
    as_teacher.post(f"{draft}/slots/{first}", data={"max_mark": "2.5"})
    as_teacher.post(f"{draft}/slots/{second}/removal")
    assert [(entry.id, entry.max_mark) for entry in _outline(app, draft).entries] == [(first, 2.5), (third, 1.0)]
    assert as_teacher.post(f"{draft}/slots/{first}/place", data={"way": "sideways"}).status_code == 404
    assert as_teacher.post(f"{draft}/slots/{second}/removal").status_code == 404


@pytest.mark.parametrize(
    ("path", "fields", "told"),
    [
        ("heading", {"title": " "}, "Please give the quiz a title."),
        ("heading", {"title": "x" * 201}, "A title has at most 200 characters."),
        ("draws?tag=stones", {"count": "0", "max_mark": "1"}, "Please give a number of questions from 1 to 100."),
        ("draws?tag=stones", {"count": "", "max_mark": "1"}, "Please give a number."),
        ("draws?tag=stones", {"count": "1", "max_mark": "nan"}, "Please give a mark above 0, up to 100."),
        ("slots/1", {"max_mark": "0.004"}, "Please give a mark above 0, up to 100."),
        ("slots/1", {"max_mark": "sNaN"}, "Please give a mark above 0, up to 100."),
        ("slots/1", {"max_mark": "0", "place": "9" * 30}, "Please give a mark above 0, up to 100."),
        ("slots/1", {"max_mark": ""}, "Please give a number."),
        ("slots/1", {"max_mark": "many"}, "Not a valid decimal value."),
        ("draws?tag=stones", {"count": "many", "max_mark": "1"}, "Not a valid integer value."),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    app: Flask,
    as_teacher: FlaskClient,
    stones: tuple[int, ...],
    draft: str,
    path: str,
    fields: dict[str, str],
    told: str,
) -> None:
    as_teacher.post(f"{draft}/questions", data={"question": str(stones[0])})
    (slot,) = _outline(app, draft).entries
    reply = as_teacher.post(f"{draft}/{path.replace('slots/1', f'slots/{slot.id}')}", data=fields)
    assert reply.status_code == 400
    assert told in reply.text
    (linked,) = set(re.findall(r'<li><a href="#(\w+)"', reply.text))
    assert f'id="{linked}"' in reply.text
    assert _outline(app, draft).entries == (slot,)
    assert _outline(app, draft).title == "Stones"


def test_a_new_quiz_needs_a_title(as_teacher: FlaskClient) -> None:
    reply = as_teacher.post("/quizzes/new", data={"title": ""})
    assert (reply.status_code, "Please give the quiz a title." in reply.text) == (400, True)


def test_questions_ticked_in_the_bank_go_to_the_quiz_that_is_chosen(
    app: Flask, as_teacher: FlaskClient, stones: tuple[int, ...], draft: str
) -> None:
    reply = as_teacher.post("/quizzes/choice", data={"question": [f"{number}:1" for number in stones[:2]]})
    page = as_teacher.get(reply.location).text
    chosen = re.findall(r'name="question" value="(\d+)"', page)
    assert f'action="{draft}/questions"' in page
    as_teacher.post(f"{draft}/questions", data={"question": chosen})
    assert _outline(app, draft).question_ids == stones[:2]
    assert as_teacher.post("/quizzes/choice", data={"next": "/bank?page=1"}).location == "/bank?page=1"


def test_a_copy_is_a_draft_of_whoever_made_it(
    app: Flask, as_teacher: FlaskClient, people: People, stones: tuple[int, ...], draft: str
) -> None:
    as_teacher.post(f"{draft}/questions", data={"question": str(stones[0])})
    as_teacher.post(f"{draft}/publication")
    copied = as_teacher.post(f"{draft}/copies")
    page = as_teacher.get(copied.location).text
    assert "Copy of Stones" in page
    with app.app_context():
        assert [(one.title, one.questions) for one in drafts_of(people.teacher.id)] == [("Copy of Stones", 1)]
        assert drafts_of(people.student.id) == ()
    as_teacher.post(f"{copied.location.removesuffix('/questions')}/deletion")
    with app.app_context():
        assert drafts_of(people.teacher.id) == ()


def test_a_published_quiz_shows_its_questions_without_tools(
    as_teacher: FlaskClient, stones: tuple[int, ...], draft: str
) -> None:
    as_teacher.post(f"{draft}/questions", data={"question": str(stones[0])})
    assert "/place" in as_teacher.get(f"{draft}/questions").text
    as_teacher.post(f"{draft}/publication")
    page = as_teacher.get(f"{draft}/questions").text
    assert "/place" not in page
    assert "its questions stay as they are" in page
    assert as_teacher.post(f"{draft}/questions", data={"question": str(stones[1])}).status_code == 409


def test_a_quiz_that_is_stopped_has_no_button_to_publish_it(as_teacher: FlaskClient, draft: str) -> None:
    page = as_teacher.get(f"{draft}/publication").text
    assert "Something stops this quiz." in page
    assert f'action="{draft}/publication"' not in page
    refused = as_teacher.post(f"{draft}/publication")
    assert (refused.status_code, "It has no questions yet." in refused.text) == (409, True)


def test_what_students_see_is_a_table(as_teacher: FlaskClient, draft: str) -> None:
    page = as_teacher.get(f"{draft}/view").text
    assert re.findall(r'data-seen="(\w+)"', page) == [
        *(["yes", "yes", "yes", "yes"]),
        *(["no", "yes", "yes", "yes"] * 2),
        *(["no", "no", "yes", "yes"] * 5),
    ]
    assert "It never closes" in page


@pytest.mark.parametrize(
    "path",
    ["new", "{}/questions", "{}/additions", "{}/view", "{}/publication", "choice", "{}/settings"],
)
def test_students_build_nothing(as_student: FlaskClient, draft: str, path: str) -> None:
    assert as_student.get(path.format(draft) if "{}" in path else f"/quizzes/{path}").status_code == 404


@pytest.mark.parametrize("path", ["questions", "additions", "view", "publication"])
def test_a_quiz_that_is_not_there_has_no_pages(as_teacher: FlaskClient, path: str) -> None:
    assert as_teacher.get(f"/quizzes/77/{path}").status_code == 404


def test_more_slots_ask_no_more_of_the_database(
    app: Flask, as_teacher: FlaskClient, stones: tuple[int, ...], draft: str
) -> None:
    def asked() -> list[int]:
        return [queries(app, as_teacher, f"{draft}/{path}") for path in ("questions", "additions", "view")]

    as_teacher.post(f"{draft}/questions", data={"question": str(stones[0])})
    as_teacher.post(f"{draft}/draws?tag={TAG}", data={"count": "1", "max_mark": "1"})
    few = asked()
    as_teacher.post(f"{draft}/questions", data={"question": [str(number) for number in stones]})
    for kind in ("tag=stones", "text=wax", "difficulty=medium"):
        as_teacher.post(f"{draft}/draws?{kind}", data={"count": "1", "max_mark": "1"})
    assert asked() == few
    assert max(few) < 22
