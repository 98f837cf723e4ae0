"""The server's clock goes on whatever happens to the machine's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from quizapp.clock import Clock

START = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


def test_the_clock_counts_from_its_start() -> None:
    seconds = iter([0.0, 61.25])
    clock = Clock(started=START, running=lambda: next(seconds), offset=0.0)
    assert [clock.now(), clock.now()] == [START, START + timedelta(seconds=61.25)]


def test_times_are_whole_milliseconds_as_the_database_keeps_them() -> None:
    clock = Clock(started=START, running=lambda: 1.2345678, offset=0.0)
    assert clock.now() == START + timedelta(milliseconds=1234)


@pytest.mark.parametrize("step", [timedelta(hours=1), timedelta(hours=-1)])
def test_a_step_of_the_wall_clock_moves_nothing(step: timedelta) -> None:
    clock = Clock()
    before = clock.now()
    with time_machine.travel(datetime.now(UTC) + step):
        assert abs(clock.now() - before) < timedelta(minutes=1)
