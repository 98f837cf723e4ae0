"""Each way to fail has a page, and a line of JSON for callers that ask for it."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from quizapp.database import db
from tests.conftest import People, browser_of, sign_in
from tests.pages import without_tokens

JSON = {"Accept": "application/json"}


def test_what_is_not_there_and_what_is_not_open_look_alike(as_student: FlaskClient) -> None:
    missing, closed = as_student.get("/nowhere"), as_student.get("/documents")
    assert missing.status_code == closed.status_code == 404
    assert without_tokens(missing.text) == without_tokens(closed.text)


def test_a_page_that_is_not_there_leads_on(client: FlaskClient) -> None:
    page = client.get("/nowhere").text
    assert "This page is not here" in page
    assert 'href="/">Go to the start</a>' in page


def test_the_address_of_a_missing_page_is_not_taken_for_markup(client: FlaskClient) -> None:
    assert "<script>x" not in client.get('/"><script>x</script>').text


def test_json_is_answered_to_whoever_asks_for_it(client: FlaskClient, as_student: FlaskClient) -> None:
    missing, closed = as_student.get("/nowhere", headers=JSON), client.get("/quizzes", headers=JSON)
    assert (missing.status_code, list(missing.get_json())) == (404, ["error"])
    assert (closed.status_code, closed.get_json()) == (401, {"error": "Please sign in."})


def test_a_form_without_its_token_changes_nothing(app: Flask, people: People) -> None:
    browser = sign_in(browser_of(app), people.student)
    app.config["WTF_CSRF_ENABLED"] = True
    reply = browser.post("/sign-out")
    assert reply.status_code == 403
    assert "nothing was changed" in reply.text
    assert browser.get("/quizzes").status_code == 200


def test_what_is_too_large_is_refused(app: Flask, client: FlaskClient) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 100
    reply = client.post("/sign-in", data={"username": "x" * 200, "password": "y"})
    assert reply.status_code == 413
    assert "Nothing was stored." in reply.text


def test_a_host_that_is_not_ours_is_refused(app: Flask) -> None:
    app.config["TRUSTED_HOSTS"] = ["localhost"]
    assert browser_of(app).get("/sign-in", headers={"Host": "example.org"}).status_code == 400


def test_a_defect_shows_a_number_and_logs_it(app: Flask, client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    with app.app_context():
        db.session.execute(text("DROP TABLE guesses"))
        db.session.commit()
    with caplog.at_level(logging.ERROR, "quizapp"):
        reply = client.post("/sign-in", data={"username": "mei", "password": "whatever"})
    number = re.search(r"number: ([0-9a-f]{12})", reply.text)
    assert reply.status_code == 500
    assert number is not None
    assert f"request {number[1]}: POST /sign-in failed" in caplog.text
    assert "guesses" not in reply.text


def test_a_broken_database_still_answers_with_a_page(app: Flask, people: People, tmp_path: Path) -> None:
    browser = sign_in(browser_of(app), people.student)
    with app.app_context():
        db.session.execute(text("DROP TABLE sign_in"))
        db.session.commit()
    reply = browser.get("/quizzes")
    assert reply.status_code == 500
    assert "This is our fault, not yours." in reply.text


@pytest.mark.parametrize("address", ["/sign-in", "/nowhere", "/static/0/nothing.css"])
def test_every_reply_carries_the_security_headers(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_a_static_file_that_is_not_there_is_answered_by_a_page_that_no_cache_keeps(as_student: FlaskClient) -> None:
    style = next(part for part in as_student.get("/history").text.split('"') if part.endswith("/css/tokens.css"))
    missing = as_student.get(f"{style}.old")
    with as_student.get(style) as there:
        assert (there.status_code, there.cache_control.public) == (200, True)
    assert (missing.status_code, missing.headers["Cache-Control"]) == (404, "no-store")
    assert "Mei" in missing.text
