"""An upgrade of the tables is killed at any moment: old or new tables, no row lost, and a second run ends it."""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from quizapp.database import db, sqlite_driver
from quizapp.schema import drop_tables
from tests.cli.running import command, environment
from tests.conftest import DATABASE, People, let_go
from tests.faults.server import ROOT

OLDEST = "0001"


@pytest.fixture
def old(app: Flask, people: People, quiz: int) -> Path:
    """The folder of a site that has people and questions, on the first tables."""
    with app.app_context():
        drop_tables(db.engine, down_to=OLDEST)
    let_go(app)
    return Path(app.instance_path)


@pytest.mark.parametrize("kills", [5, pytest.param(50, marks=pytest.mark.slow)], ids=["small", "full"])
def test_a_killed_upgrade_loses_no_row_and_can_be_repeated(old: Path, tmp_path: Path, kills: int) -> None:
    wanted = _rows(old / DATABASE)
    assert wanted["user_account"] == 3
    whole = _upgrade(_copy(old, tmp_path / "whole"), None)
    revisions = set()
    for number in range(kills):
        site = _copy(old, tmp_path / f"site-{number}")
        _upgrade(site, random.uniform(0.5, 1.1) * whole)  # noqa: S311 - a moment, not a secret
        revisions.add(_ask(site / DATABASE, "SELECT version_num FROM alembic_version")[0][0])
        assert _ask(site / DATABASE, "PRAGMA integrity_check") == [("ok",)]
        _upgrade(site, None)
        assert {name: count for name, count in _rows(site / DATABASE).items() if name in wanted} == {
            name: count for name, count in wanted.items() if name in _rows(site / DATABASE)
        }
        assert _ask(site / DATABASE, "PRAGMA foreign_key_check") == []
    assert revisions


def _copy(folder: Path, to: Path) -> Path:
    to.mkdir()
    for path in folder.glob(f"{DATABASE}*"):
        shutil.copyfile(path, to / path.name)
    return to


def _upgrade(site: Path, kill_after: float | None) -> float:
    """Run the upgrade, or kill it so many seconds after its beginning; returns the seconds that it took."""
    began = time.monotonic()
    running = subprocess.Popen(command("init"), cwd=ROOT, env=environment(site), stdout=subprocess.PIPE)
    try:
        running.communicate(timeout=kill_after)
        assert running.returncode == 0
    except subprocess.TimeoutExpired:
        running.kill()
        running.communicate()
    return time.monotonic() - began


def _rows(file: Path) -> dict[str, int]:
    """How many rows each table has that a site fills."""
    names = [name for (name,) in _ask(file, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    counts = {name: _ask(file, f'SELECT count(*) FROM "{name}"')[0][0] for name in names}  # noqa: S608 - our tables
    return {name: count for name, count in counts.items() if count and name not in {"alembic_version", "boot"}}


def _ask(file: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite_driver().connect(file)) as connection:
        found: list[tuple[Any, ...]] = connection.execute(question).fetchall()
        return found
