"""The doctor says what cannot be relied on, in a sentence that says what to do."""

from __future__ import annotations

import shutil
from collections import namedtuple
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, text, update

from quizapp import doctor
from quizapp.boots import Boot, clock_of_this_boot
from quizapp.clock import seconds_running
from quizapp.database import db, set_journal
from tests.attempts.conftest import database_url

__all__ = ["database_url"]

Usage = namedtuple("Usage", "total used free")


def _said(app: Flask) -> tuple[int, str]:
    done = app.test_cli_runner().invoke(args=["doctor"])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout


def _on_sqlite(app: Flask) -> bool:
    return str(app.config["SQLALCHEMY_DATABASE_URI"]).startswith("sqlite")


@pytest.fixture
def sound(app: Flask) -> Flask:
    """A site as `quizapp init` leaves it."""
    with app.app_context():
        set_journal(db.engine)
        clock_of_this_boot(db.engine)
    return app


def test_a_sound_site_is_fine(sound: Flask) -> None:
    code, said = _said(sound)
    where = "journal WAL, synchronous FULL" if _on_sqlite(sound) else "PostgreSQL"
    assert where in said
    assert "The site's clock and the machine's agree" in said
    if _on_sqlite(sound):
        assert (code, "wrong " in said) == (0, False)
    else:
        assert (code, "PostgreSQL's fsync is off" in said) == (1, True)  # the tests' server is told to be hasty


def test_tables_that_are_too_old_are_wrong(sound: Flask) -> None:
    with sound.app_context():
        db.session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
        db.session.commit()
    code, said = _said(sound)
    assert (code, "not ready for this version. Run: quizapp init" in said) == (1, True)


@pytest.mark.parametrize(("free", "sentence"), [(10**8, "Only 95 MB are free"), (10**9, "not much for backups")])
def test_a_full_disk_is_named(sound: Flask, monkeypatch: pytest.MonkeyPatch, free: int, sentence: str) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(0, 0, free))
    assert sentence in _said(sound)[1]


def test_a_key_that_others_can_read_is_wrong(sound: Flask) -> None:
    key = Path(sound.instance_path) / "secret_key"
    key.write_text("a key")
    key.chmod(0o644)
    code, said = _said(sound)
    assert (code, f"Run: chmod 600 {key}" in said) == (1, True)


def test_a_clock_that_differs_is_named(sound: Flask) -> None:
    with sound.app_context():
        wrong = {"seen_at": datetime(2026, 1, 1, tzinfo=UTC), "running_ms": int(seconds_running() * 1000)}
        db.session.execute(update(Boot).values(wrong))
        db.session.commit()
    assert "The site's clock shows 2026-01-01" in _said(sound)[1]
    assert sound.test_cli_runner().invoke(args=["clock", "--take"]).exit_code == 0
    assert "The site's clock and the machine's agree" in _said(sound)[1]


def test_a_weak_promise_to_the_disk_is_wrong(sound: Flask) -> None:
    weaker = "PRAGMA synchronous = NORMAL" if _on_sqlite(sound) else "SET synchronous_commit = off"

    def weaken(connection: Any, _entry: object) -> None:
        connection.execute(weaker)

    with sound.app_context():
        engine = db.engine
    event.listen(engine, "connect", weaken)
    engine.dispose()
    code, said = _said(sound)
    event.remove(engine, "connect", weaken)
    named = "SQLite's synchronous is 1, not FULL" if _on_sqlite(sound) else "PostgreSQL's synchronous_commit is off"
    assert (code, named in said) == (1, True)


def test_an_sqlite_with_the_defect_is_named_and_must_not_use_wal(sound: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    old = SimpleNamespace(sqlite_version="3.40.1", sqlite_version_info=(3, 40, 1))
    monkeypatch.setattr(doctor, "sqlite_driver", lambda: old)
    code, said = _said(sound)
    if _on_sqlite(sound):
        assert (code, "SQLite 3.40.1 has the WAL-reset defect" in said) == (1, True)
        assert "This SQLite must not use a WAL journal." in said
    else:
        assert "SQLite" not in said
