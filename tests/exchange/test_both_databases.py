"""Imports and exports on SQLite and on PostgreSQL."""

from __future__ import annotations

import pytest

from quizapp.database import db
from tests.conftest import BOTH_DATABASES, Sample, on_both_databases
from tests.exchange.conftest import Counter
from tests.exchange.files import FILES

database_url = pytest.fixture(params=BOTH_DATABASES)(on_both_databases)


def test_a_bank_goes_out_and_comes_in(counter: Counter, sample: Sample) -> None:
    before = counter.questions()
    address = counter.hand_in(counter.client.get("/bank/export/csv?state=approved").data)
    counter.take_over(address)
    counter.take_over(counter.hand_in(FILES["gift"]), which="fresh")
    assert counter.questions() == 2 * before + 2
    assert counter.client.get(f"/bank/export?document={sample.document_id}&text=2008").status_code == 200
    with counter.app.app_context():
        assert db.session.scalar(db.text("SELECT count(*) FROM question_origin")) == before + 2
