"""Taking a quiz over HTTP, from signing in to the review, with and without a script."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.bank.bulk import retire_all
from quizapp.quizzes.reviewing import AFTER_CLOSE
from tests.attempts.making import CHOICE, ENTRY, JSON, ORDER, OWN, Bank, begin, make_quiz, option_ids, right_answers
from tests.conftest import People, SettableClock
from tests.pages import without_tokens
from tests.rows import every_row


@pytest.fixture
def attempt(as_student: FlaskClient, quiz: int) -> str:
    """The address of an attempt that the student has begun."""
    return begin(as_student, quiz)


def _save(client: FlaskClient, attempt: str, slot: int, *answer: str, **fields: str) -> dict[str, object]:
    reply = client.post(f"{attempt}/responses/{slot}", data={"answer": list(answer), **fields}, headers=JSON)
    assert reply.status_code == 200, reply.text
    said: dict[str, object] = reply.json
    return said


def test_a_quiz_is_taken_from_the_shelf_to_the_review(as_student: FlaskClient, quiz: int) -> None:
    assert f'href="/quizzes/{quiz}"' in as_student.get("/quizzes").text
    assert "You have 10 minutes from the moment you start." in as_student.get(f"/quizzes/{quiz}").text
    attempt = begin(as_student, quiz)
    for slot, answer in right_answers(as_student.get(attempt).text).items():
        _save(as_student, attempt, slot, *answer, sequence="1")
    overview = as_student.get(f"{attempt}/submission").text
    assert "All questions are answered, and all answers are saved." in overview
    submitted = as_student.post(f"{attempt}/submission")
    assert (submitted.status_code, submitted.location) == (303, f"{attempt}/review")
    review = as_student.get(f"{attempt}/review").text
    assert "All 5 answers are right." in review
    assert "5 of 5 marks, 100%" in review
    for shown in ("canaryquote", "canarysource", "canarynote", "canaryfeedback a", "<mark>26 August 2008</mark>"):
        assert shown in review


def test_the_reply_to_a_saved_answer_says_when_and_how_long_is_left(
    as_student: FlaskClient, attempt: str, clock: SettableClock
) -> None:
    clock.advance(seconds=60)
    chosen = option_ids(as_student.get(attempt).text, CHOICE)["Person a"]
    assert _save(as_student, attempt, CHOICE, chosen, sequence="3") == {
        "saved_at": "2026-09-01T08:01:00.000Z",
        "remaining_ms": 540_000,
        "revision": 1,
        "sequence": 3,
        "superseded": False,
        "message": "Saved at 08:01:00 UTC",
    }


@pytest.mark.parametrize(
    ("typed", "language", "reading", "read"),
    [
        ("2008-08-26", "en", "Read as: 26 August 2008", True),
        ("August 2008", "en", "Read as: August 2008", True),
        ("2008年8月", "en", "Read as: August 2008", True),
        ("2008", "en", "Read as: 2008", True),
        ("二〇〇八年八月", "en", "Read as: August 2008", True),
        ("", "en", None, False),
        (
            "the day before",
            "en",
            "This cannot be read as a date, but it is saved. Write it as 1969-07-20, 1969-07 or 1969.",
            False,
        ),
    ],
)
def test_a_date_entry_is_told_how_it_was_read(
    as_student: FlaskClient, attempt: str, typed: str, language: str, reading: str | None, read: bool
) -> None:
    said = _save(as_student, attempt, ENTRY, typed, sequence="1")
    assert (said["reading"], said["read"]) == (reading, read)
    assert typed in as_student.get(attempt).text


def test_without_a_script_saving_leads_back_to_the_question(as_student: FlaskClient, attempt: str) -> None:
    reply = as_student.post(f"{attempt}/responses/{ENTRY}", data={"answer": "26 August 2008"})
    assert (reply.status_code, reply.location) == (303, f"{attempt}#question-{ENTRY}")
    page = as_student.get(attempt).text
    assert "Read as: 26 August 2008" in page
    assert "Saved at 08:00:00 UTC" in page
    assert "1 of 5 answered" in page


def test_without_a_script_a_button_moves_an_item(as_student: FlaskClient, attempt: str) -> None:
    shown = list(option_ids(as_student.get(attempt).text, ORDER).items())
    ids = [id_ for _, id_ in shown]
    as_student.post(f"{attempt}/responses/{ORDER}", data={"answer": ids, "move": f"{ids[2]} up"})
    after = list(option_ids(as_student.get(attempt).text, ORDER).items())
    assert after == [shown[0], shown[2], shown[1], shown[3]]


def test_without_a_script_a_wrong_answer_is_shown_at_its_question(as_student: FlaskClient, attempt: str) -> None:
    reply = as_student.post(f"{attempt}/responses/{ENTRY}", data={"answer": "9" * 201})
    assert reply.status_code == 400
    assert "An answer has no more than 200 characters. This was not saved." in reply.text


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"answer": "c", "sequence": "1"}, 400),
        ({"answer": "", "sequence": "one"}, 400),
        ({"answer": "", "sequence": "-1"}, 400),
        ({"answer": "", "sequence": "9" * 40}, 400),
        ({"answer": "", "move": "x sideways"}, 400),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(
    as_student: FlaskClient, attempt: str, fields: dict[str, str], status: int
) -> None:
    reply = as_student.post(f"{attempt}/responses/{CHOICE}", data=fields, headers=JSON)
    assert reply.status_code == status
    assert reply.json["error"].endswith(".")


@pytest.mark.parametrize(
    "body",
    [
        {"json": {"answer": "2009", "sequence": 2}},
        {"data": "answer=2009", "content_type": "text/plain"},
        {"data": "rubbish", "content_type": "multipart/form-data; boundary=x"},
    ],
)
def test_a_body_that_is_no_form_takes_no_answer_back(as_student: FlaskClient, attempt: str, body: Any) -> None:
    _save(as_student, attempt, ENTRY, "2008", sequence="1")
    reply = as_student.post(f"{attempt}/responses/{ENTRY}", headers=JSON, **body)
    assert (reply.status_code, reply.json) == (
        400,
        {"error": "The answer did not arrive as a form, so nothing was changed."},
    )
    assert 'value="2008"' in as_student.get(attempt).text


@pytest.mark.parametrize("typed", ["26\u00a0August\u00a02008", "2008年\u30008月26日", " 26  August\t2008 "])
def test_whatever_white_space_stands_in_a_date_it_is_read(as_student: FlaskClient, attempt: str, typed: str) -> None:
    assert _save(as_student, attempt, ENTRY, typed, sequence="1")["reading"] == "Read as: 26 August 2008"


def test_after_the_deadline_an_answer_is_refused_with_a_sentence(
    as_student: FlaskClient, attempt: str, clock: SettableClock
) -> None:
    clock.advance(seconds=600)
    reply = as_student.post(f"{attempt}/responses/{ENTRY}", data={"answer": "2008"}, headers=JSON)
    assert reply.status_code == 409
    assert reply.json == {"error": "The time is up, so this answer was not taken. What was saved before counts."}
    assert as_student.get(attempt).location == f"{attempt}/review"
    assert "5 were left unanswered." in as_student.get(f"{attempt}/review").text


def test_within_the_grace_one_can_submit_but_not_answer(
    app: Flask, as_student: FlaskClient, small_bank: Bank, people: People, clock: SettableClock
) -> None:
    with app.app_context():
        quiz = make_quiz(
            question_ids=small_bank.question_ids, teacher_id=people.teacher.id, now=clock.now(), grace_seconds=60
        )
    attempt = begin(as_student, quiz)
    clock.advance(seconds=630)
    assert as_student.get(attempt).location == f"{attempt}/submission"
    assert "The time to answer is over." in as_student.get(f"{attempt}/submission").text
    assert as_student.get(f"{attempt}/review").status_code == 409
    assert as_student.post(f"{attempt}/submission").location == f"{attempt}/review"


def test_the_review_waits_for_the_close_where_the_quiz_says_so(
    app: Flask, as_student: FlaskClient, small_bank: Bank, people: People, clock: SettableClock
) -> None:
    opened, closes = clock.now(), clock.advance(hours=2)
    clock.moment = opened
    with app.app_context():
        quiz = make_quiz(
            question_ids=small_bank.question_ids,
            teacher_id=people.teacher.id,
            now=opened,
            closes_at=closes,
            review=AFTER_CLOSE,
        )
    attempt = begin(as_student, quiz)
    as_student.post(f"{attempt}/submission")
    early = as_student.get(f"{attempt}/review").text
    assert "Your answers are submitted." in early
    assert "canary" not in early
    assert "shown once the quiz is closed" in as_student.get("/history").text
    clock.advance(hours=2)
    assert "canaryquote" in as_student.get(f"{attempt}/review").text


@pytest.mark.parametrize("path", ["", "/submission", "/review"])
def test_anothers_attempt_looks_like_one_that_is_not_there(
    as_student: FlaskClient, as_other_student: FlaskClient, attempt: str, path: str
) -> None:
    as_student.post(f"{attempt}/submission")
    foreign, missing = (as_other_student.get(f"{address}{path}") for address in (attempt, f"/attempts/{'0' * 32}"))
    assert (foreign.status_code, missing.status_code) == (404, 404)
    assert without_tokens(foreign.text) == without_tokens(missing.text)


@pytest.mark.parametrize("path", [f"/responses/{ENTRY}", "/submission"])
@pytest.mark.parametrize("headers", [JSON, {}])
def test_nobody_changes_anothers_attempt(
    as_other_student: FlaskClient, attempt: str, path: str, headers: dict[str, str]
) -> None:
    foreign, missing = (
        as_other_student.post(f"{address}{path}", data={"answer": "2008"}, headers=headers)
        for address in (attempt, f"/attempts/{'0' * 32}")
    )
    assert (foreign.status_code, missing.status_code) == (404, 404)
    assert without_tokens(foreign.text) == without_tokens(missing.text)


def test_a_teacher_sees_a_students_review_but_never_answers_for_them(
    as_student: FlaskClient, as_teacher: FlaskClient, attempt: str
) -> None:
    as_student.post(f"{attempt}/submission")
    assert "Mei" in as_teacher.get(f"{attempt}/review").text
    assert as_teacher.get(attempt).status_code == 404
    assert as_teacher.post(f"{attempt}/responses/{ENTRY}", data={"answer": "2008"}).status_code == 404


def test_submitting_twice_leads_to_the_same_review(as_student: FlaskClient, attempt: str) -> None:
    replies = [as_student.post(f"{attempt}/submission") for _ in range(2)]
    assert [(reply.status_code, reply.location) for reply in replies] == [(303, f"{attempt}/review")] * 2


def test_looking_at_a_page_changes_nothing(
    app: Flask, as_student: FlaskClient, attempt: str, clock: SettableClock
) -> None:
    clock.advance(hours=1)
    before = every_row(app)
    for path in ("/quizzes", "/history", attempt, f"{attempt}/submission", f"{attempt}/review"):
        as_student.get(path, follow_redirects=True)
    assert every_row(app) == before


def test_no_field_of_the_questions_page_submits_the_attempt(as_student: FlaskClient, attempt: str) -> None:
    page = as_student.get(attempt).text
    ending = re.search(rf'<form method="post" action="{attempt}/submission" data-ending>(.*?)</form>', page, re.DOTALL)
    assert ending is not None
    assert re.findall(r"<(?:input|button)[^>]*>", ending[1]) == [
        tag for tag in re.findall(r"<(?:input|button)[^>]*>", ending[1]) if 'type="hidden"' in tag
    ]


def test_the_own_question_says_that_no_source_is_given(as_student: FlaskClient, attempt: str) -> None:
    as_student.post(f"{attempt}/submission")
    review = as_student.get(f"{attempt}/review").text
    own = review.partition(f'id="question-{OWN}"')[2]
    assert "No source is given for this question." in own
    assert "canarynote" in own


def test_an_attempt_that_runs_goes_on_when_the_bank_has_nothing_left(
    app: Flask, as_student: FlaskClient, quiz: int, small_bank: Bank, people: People, clock: SettableClock
) -> None:
    attempt = begin(as_student, quiz)
    with app.app_context():
        retire_all(question_ids=small_bank.question_ids, person_id=people.teacher.id, now=clock.now())
    assert as_student.post(f"/quizzes/{quiz}/attempts").location == attempt
