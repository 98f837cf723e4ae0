"""The tables that the revisions make are the tables that the models describe."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import inspect

from quizapp.database import db
from quizapp.schema import drop_tables, known_revisions
from tests.conftest import BOTH_DATABASES, on_both_databases
from tests.house.sources import ROOT

database_url = pytest.fixture(params=BOTH_DATABASES)(on_both_databases)


def test_migrations_make_the_tables_of_the_models(app: Flask) -> None:
    with app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, db.metadata) == []


def test_every_revision_can_be_taken_back(app: Flask) -> None:
    with app.app_context():
        drop_tables(db.engine)
        assert inspect(db.engine).get_table_names() == ["alembic_version"]


def test_the_newest_revision_is_the_one_with_the_greatest_number() -> None:
    scripts = ScriptDirectory(str(ROOT / "migrations"))
    assert scripts.get_heads() == [max(known_revisions())]
    assert {script.revision for script in scripts.walk_revisions()} == known_revisions()
