"""Signing out ends the sign-in itself, not only the cookie."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import browser_of


def test_after_signing_out_pages_are_closed(as_student: FlaskClient) -> None:
    reply = as_student.post("/sign-out")
    assert (reply.status_code, reply.location) == (303, "/sign-in")
    assert as_student.get("/quizzes").location == "/sign-in?next=/quizzes"


def test_a_copied_cookie_is_worth_nothing_after_signing_out(app: Flask, as_student: FlaskClient) -> None:
    cookie = as_student.get_cookie("footnote")
    assert cookie is not None
    as_student.post("/sign-out")
    thief = browser_of(app)
    thief.set_cookie("footnote", cookie.value)
    assert thief.get("/quizzes").status_code == 303


def test_the_browser_forgets_its_pages_but_keeps_answers_not_sent_yet(as_student: FlaskClient) -> None:
    assert as_student.post("/sign-out").headers["Clear-Site-Data"] == '"cache"'


def test_a_link_cannot_sign_anyone_out(as_student: FlaskClient) -> None:
    assert as_student.get("/sign-out").status_code == 405
    assert as_student.get("/quizzes").status_code == 200


def test_pages_of_a_person_are_not_stored(as_student: FlaskClient) -> None:
    reply = as_student.get("/quizzes")
    assert reply.headers["Cache-Control"] == "no-store"
    assert "Cookie" in reply.headers["Vary"]
