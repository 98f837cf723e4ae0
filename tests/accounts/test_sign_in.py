"""Signing in: by name and password, not by guessing, and on to where one was headed."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.access import Role
from quizapp.accounts.guessing import GUESSES, GUESSING_WINDOW
from quizapp.accounts.models import Guesses, SignIn, User
from quizapp.accounts.service import SIGN_IN_LENGTH, add_user, set_password
from quizapp.database import db
from quizapp.errors import WrongField
from tests.conftest import (
    FIRST_SQLITE,
    People,
    SettableClock,
    TestPerson,
    browser_of,
    on_both_databases,
    sign_in,
)

database_url = pytest.fixture(params=FIRST_SQLITE)(on_both_databases)

WRONG = "The username or the password is not right."
TOO_MANY = "Too many wrong passwords for this name."


def _try(client: FlaskClient, username: str, password: str) -> tuple[int, str]:
    reply = client.post("/sign-in", data={"username": username, "password": password})
    return reply.status_code, reply.text


def test_the_start_leads_to_signing_in(client: FlaskClient) -> None:
    reply = client.get("/")
    assert (reply.status_code, reply.location) == (303, "/sign-in")


@pytest.mark.parametrize(("who", "shelf"), [("teacher", "/documents"), ("student", "/quizzes")])
def test_the_start_leads_each_to_their_own_shelf(client: FlaskClient, people: People, who: str, shelf: str) -> None:
    sign_in(client, getattr(people, who))
    assert client.get("/").location == shelf


def test_a_closed_page_is_open_after_signing_in(client: FlaskClient, people: People) -> None:
    asked = client.get("/history?order=oldest")
    assert asked.status_code == 303
    reply = client.post(asked.location, data={"username": "mei", "password": people.student.password})
    assert (reply.status_code, reply.location) == (303, "/history?order=oldest")


def test_the_case_of_a_username_and_spaces_around_it_do_not_matter(client: FlaskClient, people: People) -> None:
    assert _try(client, "  MEI ", people.student.password)[0] == 303


def test_a_wrong_name_and_a_wrong_password_are_told_the_same(client: FlaskClient, people: People) -> None:
    wrong_password = _try(client, "mei", "not it at all")
    wrong_name = _try(client, "nobody", "not it at all")
    assert wrong_password[0] == wrong_name[0] == 400
    assert WRONG in wrong_password[1]
    assert wrong_password[1].replace('"mei"', '"nobody"') == wrong_name[1]


def test_a_wrong_password_is_not_sent_back(client: FlaskClient, people: People) -> None:
    assert "not it at all" not in _try(client, "mei", "not it at all")[1]


def test_each_empty_field_says_so_and_the_summary_leads_to_it(client: FlaskClient) -> None:
    status, page = _try(client, "", "")
    assert status == 400
    for field, message in (("username", "Please give your username."), ("password", "Please give your password.")):
        assert f'<a href="#{field}">{message}</a>' in page
        assert f'<p class="field-error" id="{field}-error">{message}</p>' in page
        assert f'aria-describedby="{field}-error" aria-invalid="true"' in page
    assert "<title>Error: Sign in — Footnote</title>" in page


def test_after_ten_wrong_passwords_even_the_right_one_waits(client: FlaskClient, people: People) -> None:
    assert [_try(client, "mei", "guess")[0] for _ in range(GUESSES)] == [400] * GUESSES
    status, page = _try(client, "mei", people.student.password)
    assert status == 409
    assert TOO_MANY in page


def test_the_wait_ends_after_a_quarter_of_an_hour(client: FlaskClient, people: People, clock: SettableClock) -> None:
    for _ in range(GUESSES):
        _try(client, "mei", "guess")
    clock.moment += GUESSING_WINDOW
    assert _try(client, "mei", people.student.password)[0] == 303


def test_guesses_at_one_name_do_not_lock_out_another(client: FlaskClient, people: People) -> None:
    for _ in range(GUESSES):
        _try(client, "mei", "guess")
    assert _try(client, "otto", people.other_student.password)[0] == 303


def test_the_right_password_is_no_guess_and_takes_none_back(app: Flask, people: People) -> None:
    for _ in range(GUESSES - 1):
        _try(browser_of(app), "mei", "guess")
    assert _try(browser_of(app), "mei", people.student.password)[0] == 303
    assert [_try(browser_of(app), "mei", "guess")[0] for _ in range(2)] == [400, 409]


def test_nothing_is_kept_of_a_sign_in_without_wrong_passwords(app: Flask, client: FlaskClient, people: People) -> None:
    sign_in(client, people.student)
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Guesses)) == 0


def test_guesses_elsewhere_do_not_lock_out_a_known_device(app: Flask, people: People) -> None:
    own = sign_in(browser_of(app), people.student)
    own.post("/sign-out")
    for _ in range(GUESSES + 5):
        _try(browser_of(app), "mei", "guess")
    assert _try(browser_of(app), "mei", people.student.password)[0] == 409
    assert _try(own, "Mei", people.student.password)[0] == 303


def test_a_known_device_has_no_more_guesses_than_others(app: Flask, people: People) -> None:
    own = sign_in(browser_of(app), people.student)
    own.post("/sign-out")
    assert [_try(own, "mei", "guess")[0] for _ in range(GUESSES + 1)] == [400] * GUESSES + [409]


def test_a_device_is_known_only_to_those_who_were_there(app: Flask, people: People) -> None:
    shared = sign_in(browser_of(app), people.student)
    shared.post("/sign-out")
    for _ in range(GUESSES):
        _try(browser_of(app), "otto", "guess")
    assert _try(shared, "otto", people.other_student.password)[0] == 409


@pytest.mark.parametrize("cookie", ["", "x", "WyJhIiwgWyJiIl1d.made-up"])
def test_nobody_makes_a_device_known_by_themselves(client: FlaskClient, people: People, cookie: str) -> None:
    client.set_cookie("footnote-device", cookie)
    for _ in range(GUESSES):
        _try(client, "mei", "guess")
    assert _try(client, "mei", people.student.password)[0] == 409


def test_neither_password_nor_token_is_stored(app: Flask, client: FlaskClient, people: People) -> None:
    sign_in(client, people.student)
    with client.session_transaction() as session:
        token = session["_user_id"]
    with app.app_context():
        kept = db.session.scalars(select(SignIn.token_hash)).all()
        hashed = db.session.scalars(select(User.password_hash)).all()
    assert len(kept) == 1
    assert token not in kept[0]
    assert all(text.startswith("$argon2id$") for text in hashed)


def test_a_sign_in_ends_by_itself(client: FlaskClient, people: People, clock: SettableClock) -> None:
    sign_in(client, people.student)
    clock.moment += SIGN_IN_LENGTH
    reply = client.get("/quizzes")
    assert (reply.status_code, reply.location) == (303, "/sign-in?next=/quizzes")


def test_whoever_is_disabled_is_out_at_once(
    app: Flask, client: FlaskClient, people: People, clock: SettableClock
) -> None:
    sign_in(client, people.student)
    with app.app_context():
        db.session.get_one(User, people.student.id).disabled_at = clock.now()
        db.session.commit()
    assert client.get("/quizzes").status_code == 303
    assert _try(client, "mei", people.student.password)[0] == 400


def test_a_new_password_ends_every_sign_in(app: Flask, client: FlaskClient, people: People) -> None:
    sign_in(client, people.student)
    with app.app_context():
        set_password(username="Mei", password="another password", passwords=app.extensions["passwords"])
    assert client.get("/quizzes").status_code == 303
    assert _try(client, "mei", people.student.password)[0] == 400
    assert _try(client, "mei", "another password")[0] == 303


def test_a_person_may_be_signed_in_in_two_browsers(app: Flask, people: People) -> None:
    phone, laptop = sign_in(browser_of(app), people.student), sign_in(browser_of(app), people.student)
    phone.post("/sign-out")
    assert phone.get("/quizzes").status_code == 303
    assert laptop.get("/quizzes").status_code == 200


def test_signing_in_begins_a_fresh_session(client: FlaskClient, people: People) -> None:
    with client.session_transaction() as session:
        session["left"] = "by somebody else"
    sign_in(client, people.student)
    with client.session_transaction() as session:
        assert "left" not in session


def _add(app: Flask, clock: SettableClock, username: str, password: str) -> None:
    with app.app_context():
        passwords = app.extensions["passwords"]
        add_user(username=username, name="", role=Role.STUDENT, password=password, passwords=passwords, now=clock.now())


@pytest.mark.parametrize(
    ("username", "password", "field"),
    [
        ("Mei ", "long enough", "username"),
        ("Ｍｅｉ", "long enough", "username"),
        (" ", "long enough", "username"),
        ("me\u200bi", "long enough", "username"),
        ("me\x00i", "long enough", "username"),
        ("m" * 201, "long enough", "username"),
        ("new", "short", "password"),
    ],
)
def test_a_person_who_cannot_be_added_is_refused_at_the_field(
    app: Flask, people: People, clock: SettableClock, username: str, password: str, field: str
) -> None:
    with pytest.raises(WrongField) as refused:
        _add(app, clock, username, password)
    assert refused.value.field == field


def test_the_page_says_who_is_signed_in(client: FlaskClient, people: People) -> None:
    person: TestPerson = people.student
    page = sign_in(client, person).get("/quizzes").text
    assert f'<span class="site-person">{person.name}</span>' in page
