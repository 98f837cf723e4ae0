"""A zero character is in no text that a person writes, and PostgreSQL cannot store it: it is refused at the door."""

from __future__ import annotations

from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.conftest import FIRST_SQLITE, Sample, on_both_databases
from tests.rows import every_row

database_url = pytest.fixture(params=FIRST_SQLITE)(on_both_databases)


@pytest.mark.parametrize("path", ["/attempts/a%00b", "/documents?title=%00", "/bank?q=a%00b", "/sign-in?next=/%00"])
def test_an_address_with_one_leads_nowhere(as_teacher: FlaskClient, path: str) -> None:
    assert as_teacher.get(path).status_code == 404


def test_a_form_with_one_changes_nothing(app: Flask, as_teacher: FlaskClient, sample: Sample) -> None:
    before = every_row(app)
    forms = {
        "/sign-in": {"username": "me\0i", "password": "guess"},
        "/bank/new": {"stem": "Who?\0", "option_a": "He", "option_b": "She", "key": "a"},
        "/documents": {"text": "In 2008\0 it was signed.", "title": "A title"},
        "/language": {"language": "en\0"},
    }
    assert {path: as_teacher.post(path, data=form).status_code for path, form in forms.items()} == dict.fromkeys(
        forms, 400
    )
    assert every_row(app) == before


def test_a_file_with_one_is_no_text(app: Flask, as_teacher: FlaskClient) -> None:
    before = every_row(app)
    file = (BytesIO("In 2008\0 it was signed.".encode("utf-16")), "zero.txt")
    assert as_teacher.post("/documents", data={"file": file, "title": ""}).status_code == 400
    assert every_row(app) == before
