"""Who may open what is declared at every view, and no change goes through without its token."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.routing import Rule

from quizapp.access import declared

CHANGING = {"POST", "PUT", "PATCH", "DELETE"}


def test_every_view_declares_who_may_open_it(app: Flask) -> None:
    silent = [rule.endpoint for rule in app.url_map.iter_rules() if not declared(app.view_functions[rule.endpoint])]
    assert silent == []


def test_a_change_without_its_token_is_refused_everywhere(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    client = app.test_client()
    changing = [rule for rule in app.url_map.iter_rules() if CHANGING & (rule.methods or set())]
    assert changing
    accepted = {
        f"{method} {rule}": reply.status_code
        for rule in changing
        for method in sorted(CHANGING & (rule.methods or set()))
        if (reply := client.open(_some_address(app, rule), method=method)).status_code != 403
    }
    assert accepted == {}


def _some_address(app: Flask, rule: Rule) -> str:
    with app.test_request_context():
        return app.url_map.bind("localhost").build(rule.endpoint, dict.fromkeys(rule.arguments, "1"))


@pytest.mark.parametrize("path", ["/nowhere", "/static/nothing"])
def test_an_address_without_a_view_is_answered_by_nothing(app: Flask, path: str) -> None:
    assert app.test_client().get(path).status_code == 404
