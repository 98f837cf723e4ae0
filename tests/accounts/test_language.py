"""The interface speaks the language that the browser asks for, until a person chooses."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import People, browser_of, sign_in


def _language(client: FlaskClient, address: str = "/sign-in") -> str:
    found = re.search(r'<html lang="([^"]+)">', client.get(address).text)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
        ("zh-TW", "zh-Hans"),
        ("zh-Hant-HK,en;q=0.5", "zh-Hans"),
        ("en-GB,en;q=0.9", "en"),
        ("de-DE,de;q=0.9,en;q=0.7,zh;q=0.3", "en"),
        ("fr", "zh-Hans"),
        ("*", "zh-Hans"),
        ("", "zh-Hans"),
    ],
)
def test_the_first_language_that_we_speak_is_spoken(app: Flask, asked: str, spoken: str) -> None:
    assert _language(browser_of(app, asked)) == spoken


def test_the_other_language_is_offered_in_its_own_words(client: FlaskClient) -> None:
    assert '<button class="link-button" name="language" value="zh-Hans" lang="zh-Hans">中文</button>' in (
        client.get("/sign-in").text
    )


def test_a_chosen_language_stays_and_leads_back(client: FlaskClient) -> None:
    reply = client.post("/language", data={"language": "zh-Hans", "next": "/sign-in?next=/history"})
    assert (reply.status_code, reply.location) == (303, "/sign-in?next=/history")
    assert _language(client) == "zh-Hans"


def test_a_choice_made_before_signing_in_outlives_it(client: FlaskClient, people: People) -> None:
    client.post("/language", data={"language": "zh-Hans", "next": "/sign-in"})
    assert _language(sign_in(client, people.student), "/quizzes") == "zh-Hans"


def test_a_person_finds_their_language_in_another_browser(app: Flask, people: People) -> None:
    sign_in(browser_of(app), people.student).post("/language", data={"language": "zh-Hans", "next": "/quizzes"})
    assert _language(sign_in(browser_of(app), people.student), "/quizzes") == "zh-Hans"
    assert _language(sign_in(browser_of(app), people.other_student), "/quizzes") == "en"


def test_a_language_that_we_do_not_speak_is_not_there(client: FlaskClient) -> None:
    assert client.post("/language", data={"language": "fr", "next": "/sign-in"}).status_code == 404
    assert _language(client) == "en"


def test_the_switch_on_a_refusal_leads_to_a_page_that_can_be_opened(client: FlaskClient) -> None:
    page = client.post("/language", data={"language": "fr"}).text
    assert '<input type="hidden" name="next" value="/">' in page
