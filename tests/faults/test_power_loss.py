"""The power goes at any moment: what was acknowledged before it is there afterwards, and the file is whole.

A killed process proves little, since the system still writes what the process had handed over. So a real worker's
changes to its files are written down, and replayed up to each acknowledged answer, with only that kept which the disk
had been told to keep, and then with a random part of the rest.
"""

from __future__ import annotations

import json
import pickle
import random
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from quizapp.database import db, sqlite_driver
from tests.attempts.making import ENTRY
from tests.conftest import DATABASE, People, let_go
from tests.faults.disk import Change, Image, Kind
from tests.faults.server import Browser, served
from tests.faults.test_over_plain_http import begin

TABS = 3


def _record(app: Flask, people: People, quiz: int, saves: int, record: Path, **settings: str) -> bytes:
    """Save so many answers on a watched disk; returns the database's file as it was before."""
    instance = Path(app.instance_path)
    with app.app_context():
        connection = db.engine.raw_connection()
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
    let_go(app)
    before = (instance / DATABASE).read_bytes()
    with served(instance, "tests.faults.recorded:app", RECORD=str(record), **settings) as server:
        student = Browser(port=server.port)
        student.sign_in(people.student)
        attempt, token = begin(student, quiz)

        def save(tab: int) -> None:
            browser = student.again()
            for number in range(1 + tab, saves + 1, TABS):
                fields = {"answer": str(number), "sequence": str(number), "csrf_token": token}
                assert browser.post(f"{attempt}/responses/{ENTRY}", as_json=True, **fields).status == 200

        with ThreadPoolExecutor(TABS) as pool:
            list(pool.map(save, range(TABS)))
        server.kill()
    return before


def _entries(record: Path) -> Iterator[Change | bytes]:
    with record.open("rb") as file:
        while True:
            try:
                yield pickle.load(file)  # noqa: S301 - our own, a moment old
            except EOFError:
                return


def _cuts(record: Path, before: bytes, rng: random.Random) -> Iterator[tuple[int, dict[str, bytearray]]]:
    """After each acknowledged answer: the newest number acknowledged so far, and what the disk may hold."""
    images = {DATABASE: Image(before)}
    newest = 0
    for entry in _entries(record):
        if isinstance(entry, Change):
            name = Path(entry.path).name
            if entry.kind is Kind.DELETE:
                images.pop(name, None)
            else:
                images.setdefault(name, Image()).tell(entry)
            continue
        newest = max(newest, json.loads(entry)["sequence"])
        for share in (0.0, rng.random()):
            yield (
                newest,
                {
                    name: image.after([change for change in image.waiting if rng.random() < share])
                    for name, image in images.items()
                },
            )


def _lost(folder: Path, files: dict[str, bytearray], newest: int) -> str | None:
    """What a site that starts on these files lacks; None where nothing is lost."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    with closing(sqlite_driver().connect(folder / DATABASE)) as connection:
        try:
            (health,) = connection.execute("PRAGMA integrity_check").fetchone()
            found = connection.execute("SELECT sequence FROM response").fetchone()
        except sqlite_driver().DatabaseError as error:
            return str(error)
    if health != "ok":
        return str(health)
    return None if found is not None and found[0] >= newest else f"{newest} acknowledged, {found} found"


def _losses(app: Flask, people: People, quiz: int, saves: int, folder: Path, **settings: str) -> list[str]:
    before = _record(app, people, quiz, saves, folder / "record", **settings)
    cuts = _cuts(folder / "record", before, random.Random(1))  # noqa: S311 - to be repeated
    found = [_lost(folder / "after", files, newest) for newest, files in cuts]
    assert len(found) == 2 * saves
    return [loss for loss in found if loss is not None]


@pytest.mark.parametrize("saves", [60, pytest.param(1000, marks=pytest.mark.slow)], ids=["small", "full"])
def test_a_power_cut_takes_no_acknowledged_answer(
    app: Flask, people: People, quiz: int, tmp_path: Path, saves: int
) -> None:
    assert _losses(app, people, quiz, saves, tmp_path) == []


def test_a_weaker_promise_to_the_disk_would_lose_answers(app: Flask, people: People, quiz: int, tmp_path: Path) -> None:
    assert len(_losses(app, people, quiz, 20, tmp_path, SYNCHRONOUS="NORMAL")) > 10
