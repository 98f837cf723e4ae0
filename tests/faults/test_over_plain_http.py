"""A quiz taken by a client that knows nothing but HTTP, on a real server."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.attempts.models import Attempt
from quizapp.database import db
from tests.attempts.making import ENTRY, SECRETS, right_answers
from tests.conftest import People
from tests.faults.server import Browser, Server
from tests.pages import without_tokens


def begin(browser: Browser, quiz: int) -> tuple[str, str]:
    """Press Start; the address of the attempt and the token of its forms."""
    token = browser.get(f"/quizzes/{quiz}").token
    started = browser.post(f"/quizzes/{quiz}/attempts", csrf_token=token)
    assert started.status == 303, started.text
    return started.location, browser.get(started.location).token


def test_a_plain_client_takes_a_quiz_from_signing_in_to_the_review(student: Browser, quiz: int) -> None:
    assert f'href="/quizzes/{quiz}"' in student.get("/quizzes").text
    attempt, token = begin(student, quiz)
    page = student.get(attempt)
    assert [secret for secret in SECRETS if secret in page.text] == []
    for slot, answer in right_answers(page.text).items():
        saved = student.post(f"{attempt}/responses/{slot}", as_json=True, answer=answer, sequence="1", csrf_token=token)
        assert saved.status == 200, saved.text
        assert {"saved_at", "remaining_ms", "revision"} <= saved.json.keys()
    submission = student.get(f"{attempt}/submission")
    submitted = student.post(f"{attempt}/submission", csrf_token=submission.token)
    assert (submitted.status, submitted.location) == (303, f"{attempt}/review")
    assert "All 5 answers are right." in student.get(submitted.location).text


@pytest.mark.slow  # the client of the tests looks at this in each run
def test_a_change_without_its_token_is_refused(student: Browser, quiz: int) -> None:
    attempt, _token = begin(student, quiz)
    for path in (f"{attempt}/responses/{ENTRY}", f"{attempt}/submission", f"/quizzes/{quiz}/attempts"):
        assert student.post(path, answer="2008").status == 403


def test_starts_at_the_same_moment_start_one_attempt(app: Flask, student: Browser, quiz: int) -> None:
    token = student.get(f"/quizzes/{quiz}").token
    tabs = [student.again() for _ in range(12)]
    with ThreadPoolExecutor(12) as pool:
        replies = list(pool.map(lambda tab: tab.post(f"/quizzes/{quiz}/attempts", csrf_token=token), tabs))
    assert {reply.status for reply in replies} == {303}
    assert len({reply.location for reply in replies}) == 1
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Attempt)) == 1


@pytest.mark.slow  # the client of the tests looks at this in each run
def test_an_attempt_of_another_looks_like_none(server: Server, student: Browser, people: People, quiz: int) -> None:
    attempt, _ = begin(student, quiz)
    other = Browser(port=server.port)
    other.sign_in(people.other_student)
    token = other.get("/quizzes").token
    foreign, missing = (
        other.post(f"/attempts/{id_}/responses/1", as_json=True, answer="", sequence="1", csrf_token=token)
        for id_ in (attempt.rpartition("/")[2], "0" * 32)
    )
    assert (foreign.status, missing.status) == (404, 404)
    assert without_tokens(foreign.text) == without_tokens(missing.text)
