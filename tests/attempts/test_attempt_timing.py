"""An attempt's phase, limits and time left, as tables."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.attempts.timing import Limits, Phase, ended_at, limits, phase, remaining_ms
from quizapp.quizzes.settings import QuizSettings

NOON = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)


def _at(seconds: float | None) -> datetime | None:
    return None if seconds is None else NOON + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("deadline", "closes", "submitted", "now", "expected"),
    [
        (600, 600, None, 0, Phase.IN_PROGRESS),
        (600, 600, None, 599.999, Phase.IN_PROGRESS),
        (600, 600, None, 600, Phase.FINISHED),
        (600, 660, None, 600, Phase.OVERDUE),
        (600, 660, None, 659.999, Phase.OVERDUE),
        (600, 660, None, 660, Phase.FINISHED),
        (600, 660, 10, 11, Phase.FINISHED),
        (600, 660, 650, 651, Phase.FINISHED),
        (None, None, None, 10**8, Phase.IN_PROGRESS),
        (None, None, 5, 6, Phase.FINISHED),
    ],
)
def test_the_phase_follows_from_the_times(
    deadline: float | None, closes: float | None, submitted: float | None, now: float, expected: Phase
) -> None:
    moment = NOON + timedelta(seconds=now)
    assert phase(deadline=_at(deadline), closes_at=_at(closes), submitted_at=_at(submitted), now=moment) is expected


@pytest.mark.parametrize(
    ("limit", "quiz_closes", "grace", "deadline", "closes"),
    [
        (600, None, 0, 600, 600),
        (600, None, 30, 600, 630),
        (600, 400, 0, 400, 400),
        (600, 400, 30, 400, 430),
        (600, 900, 30, 600, 630),
        (None, 900, 30, 900, 930),
        (None, None, 30, None, None),
    ],
)
def test_the_limits_are_the_time_limit_cut_short_by_the_close_and_then_the_grace(
    limit: int | None, quiz_closes: int | None, grace: int, deadline: int | None, closes: int | None
) -> None:
    settings = QuizSettings(time_limit_seconds=limit, closes_at=_at(quiz_closes), grace_seconds=grace)
    found = limits(started=NOON, settings=settings)
    assert found == Limits(deadline=_at(deadline), closes_at=_at(closes))


@pytest.mark.parametrize(
    ("closes", "submitted", "now", "expected"),
    [(660, None, 1, None), (660, None, 660, 660), (660, None, 9999, 660), (660, 5, 9999, 5), (None, None, 9999, None)],
)
def test_an_attempt_ended_when_it_was_submitted_or_when_its_time_was_over(
    closes: int | None, submitted: int | None, now: int, expected: int | None
) -> None:
    moment = NOON + timedelta(seconds=now)
    assert ended_at(closes_at=_at(closes), submitted_at=_at(submitted), now=moment) == _at(expected)


@pytest.mark.parametrize(("deadline", "left"), [(None, None), (0, 0), (-5, 0), (1.5, 1500), (600, 600_000)])
def test_the_time_left_is_never_less_than_none(deadline: float | None, left: int | None) -> None:
    assert remaining_ms(_at(deadline), NOON) == left


@given(
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai"]),
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001 - the zone is added
    st.integers(1, 200_000),
)
def test_a_clock_change_in_the_students_zone_moves_no_deadline(zone: str, wall: datetime, seconds: int) -> None:
    started = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    found = limits(started=started, settings=QuizSettings(time_limit_seconds=seconds))
    assert found.deadline is not None
    assert found.deadline - started == timedelta(seconds=seconds)
