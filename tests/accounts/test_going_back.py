"""After a change the browser is sent on within this site, wherever the request pointed."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.conftest import People

ELSEWHERE = [
    "https://example.org/",
    "//example.org/",
    "///example.org/",
    "/\\example.org/",
    "\\\\example.org/",
    "/\t/example.org/",
    "/\n/example.org/",
    "javascript:alert(1)",
    "data:text/html,x",
    "example.org",
    "http:/example.org",
    "/%0d\r\nSet-Cookie: a=b",
    "",
]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_in_never_leads_away(client: FlaskClient, people: People, target: str) -> None:
    form = {"username": "mei", "password": people.student.password}
    reply = client.post("/sign-in", query_string={"next": target}, data=form)
    assert (reply.status_code, reply.location) == (303, "/")


@pytest.mark.parametrize("target", ELSEWHERE)
def test_the_language_switch_never_leads_away(client: FlaskClient, target: str) -> None:
    reply = client.post("/language", data={"language": "en", "next": target})
    assert (reply.status_code, reply.location) == (303, "/")


@pytest.mark.parametrize("target", ["/quizzes", "/quizzes?page=2", "/attempts/a-b_c/review#question-3"])
def test_an_address_of_this_site_is_kept(client: FlaskClient, target: str) -> None:
    assert client.post("/language", data={"language": "en", "next": target}).location == target
