"""All processes of one boot share a clock, whatever the wall clock shows when each of them starts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy import delete, insert

from quizapp import boots
from quizapp.accounts.models import SignIn
from quizapp.boots import Boot, clock_of_this_boot, take_wall_clock
from quizapp.clock import boot_id, seconds_running
from quizapp.database import db
from tests.conftest import FIRST_SQLITE, People, let_go, make_app, on_both_databases

database_url = pytest.fixture(params=FIRST_SQLITE)(on_both_databases)


@pytest.fixture(autouse=True)
def unseen(app: Flask) -> None:
    """No process of this boot has come yet."""
    with app.app_context():
        db.session.execute(delete(Boot))
        db.session.commit()


HOUR = timedelta(hours=1)
MOMENT = timedelta(seconds=1)


def _error(told: datetime) -> timedelta:
    return abs(told - datetime.now(UTC))


@pytest.mark.parametrize("step", [HOUR, -HOUR, timedelta(days=400)])
def test_a_process_that_starts_while_the_wall_clock_is_wrong_tells_the_same_time(app: Flask, step: timedelta) -> None:
    with app.app_context():
        assert _error(clock_of_this_boot(db.engine).now()) < MOMENT
        with time_machine.travel(datetime.now(UTC) + step):
            stepped = clock_of_this_boot(db.engine).now()
        assert _error(stepped) < MOMENT


def test_an_application_goes_by_the_clock_of_its_boot(app: Flask, database_url: str) -> None:
    with app.app_context():
        clock_of_this_boot(db.engine)
    with time_machine.travel(datetime.now(UTC) + HOUR):
        other = make_app(Path(app.instance_path), database_url=database_url)
        with other.app_context():
            told = other.extensions["clock"].now()
        let_go(other)
    assert _error(told) < MOMENT


def test_a_new_boot_looks_at_the_wall_clock_anew(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    with app.app_context():
        with time_machine.travel(datetime(2026, 9, 1, tzinfo=UTC), tick=False):
            clock_of_this_boot(db.engine)
        monkeypatch.setattr(boots, "boot_id", lambda: "the next boot")
        assert _error(clock_of_this_boot(db.engine).now()) < MOMENT


@pytest.mark.parametrize(
    ("back", "wanted"), [(HOUR, timedelta(0)), (timedelta(days=30), timedelta(days=-30))], ids=["a step", "a mistake"]
)
def test_a_machine_that_comes_back_too_early_goes_on_from_what_has_happened(
    app: Flask, people: People, back: timedelta, wanted: timedelta
) -> None:
    """Unless what happened lies so far ahead that it was itself written by a wrong clock."""
    last = datetime.now(UTC).replace(microsecond=0) + back
    with app.app_context():
        row = {"user_id": people.student.id, "token_hash": "", "created_at": last, "expires_at": last + 9000 * HOUR}
        db.session.execute(insert(SignIn).values(row))
        db.session.commit()
        told = clock_of_this_boot(db.engine).now()
    assert abs(told - (last + wanted)) < 2 * MOMENT


def test_before_there_are_tables_there_is_no_record(tmp_path: Path) -> None:
    app = make_app(tmp_path / "empty")
    (tmp_path / "empty").mkdir()
    with app.app_context():
        assert clock_of_this_boot(db.engine) is None
    let_go(app)


def test_a_clock_that_was_wrong_at_first_is_taken_anew_on_purpose(app: Flask) -> None:
    with app.app_context():
        row = {
            "id": boot_id(),
            "seen_at": datetime(2030, 1, 1, tzinfo=UTC),
            "running_ms": int(seconds_running() * 1000),
        }
        db.session.execute(insert(Boot).values(row))
        db.session.commit()
        assert clock_of_this_boot(db.engine).now().year == 2030
        take_wall_clock(db.engine)
        assert _error(clock_of_this_boot(db.engine).now()) < MOMENT
