"""An upgrade of the tables is killed at any change of the file: no row is lost, and a second run ends it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from quizapp.database import db, sqlite_driver
from quizapp.schema import drop_tables, known_revisions
from tests.conftest import DATABASE, People, let_go
from tests.faults.server import ROOT
from tests.faults.upgrading import KILLED

OLDEST = "0001"
RENAMED = {"slot": "quiz_slot"}


@pytest.fixture
def old(app: Flask, people: People, quiz: int) -> Path:
    """The folder of a site that has people and questions, on the first tables."""
    with app.app_context():
        drop_tables(db.engine, down_to=OLDEST)
    let_go(app)
    return Path(app.instance_path)


@pytest.mark.parametrize("kills", [4, pytest.param(50, marks=pytest.mark.slow)], ids=["small", "full"])
def test_a_killed_upgrade_loses_no_row_and_can_be_repeated(old: Path, tmp_path: Path, kills: int) -> None:
    wanted = _rows(old / DATABASE)
    assert wanted["user_account"] == 3
    ((_, changes),) = _upgrade([(_copy(old, tmp_path / "whole"), 0)])
    sites = [
        (_copy(old, tmp_path / f"site-{number}"), 1 + number * (changes - 1) // (kills - 1)) for number in range(kills)
    ]
    assert [how for how, _ in _upgrade(sites)] == [KILLED] * kills
    revisions = {_revision(site / DATABASE) for site, _ in sites}
    assert {OLDEST} < revisions <= known_revisions()  # killed before the first change, and after some
    for site, _ in sites:
        assert _faults(site / DATABASE) == []
    assert [how for how, _ in _upgrade([(site, 0) for site, _ in sites])] == [0] * kills
    for site, _ in sites:
        assert _revision(site / DATABASE) == max(known_revisions())
        found = _rows(site / DATABASE)
        assert {name: found[RENAMED.get(name, name)] for name in wanted} == wanted


def _copy(folder: Path, to: Path) -> Path:
    to.mkdir()
    for path in folder.glob(f"{DATABASE}*"):
        shutil.copyfile(path, to / path.name)
    return to


def _upgrade(sites: Sequence[tuple[Path, int]]) -> list[tuple[int, int]]:
    """Upgrade each site, up to its change of this number; how each ended, and how many changes there were."""
    arguments = [str(word) for word in chain.from_iterable(sites)]
    command = [sys.executable, "-m", "tests.faults.upgrading", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [(int(how), int(changes)) for how, changes in (line.split() for line in done.stdout.splitlines())]


def _faults(file: Path) -> list[tuple[Any, ...]]:
    return [
        *(row for row in _ask(file, "PRAGMA integrity_check") if row != ("ok",)),
        *_ask(file, "PRAGMA foreign_key_check"),
    ]


def _revision(file: Path) -> str:
    return str(_ask(file, "SELECT version_num FROM alembic_version")[0][0])


def _rows(file: Path) -> dict[str, int]:
    """How many rows each table has that a site fills."""
    names = [name for (name,) in _ask(file, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    counts = {name: int(_ask(file, f'SELECT count(*) FROM "{name}"')[0][0]) for name in names}  # noqa: S608 - ours
    return {name: count for name, count in counts.items() if count and name not in {"alembic_version", "boot"}}


def _ask(file: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite_driver().connect(file)) as connection:
        found: list[tuple[Any, ...]] = connection.execute(question).fetchall()
        return found
