"""The rule of the deadline alone, by the thousand: across changes of the clocks, and with extra time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.attempts.timing import limits, window_closes_at
from quizapp.quizzes.settings import ExtraTime, QuizSettings

DRAWS = 1_000
CLOCK_CHANGES = [
    (zone, change)
    for zone, changes in {
        "Europe/Berlin": ("2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"),
        "America/New_York": ("2026-03-08", "2026-11-01", "2027-03-14", "2027-11-07"),
        "Australia/Lord_Howe": ("2026-04-05", "2026-10-04", "2027-04-04", "2027-10-03"),
        "America/Santiago": ("2026-04-04", "2026-09-06", "2027-04-03", "2027-09-05"),
    }.items()
    for change in changes
]


@given(
    change=st.sampled_from(CLOCK_CHANGES),
    before=st.integers(-90_000, 90_000),
    opens_before=st.integers(0, 200_000),
    limit=st.integers(1, 200_000),
)
@settings(max_examples=DRAWS, deadline=None)
def test_where_clocks_are_changed_the_deadline_is_the_start_and_the_seconds(
    change: tuple[str, str], before: int, opens_before: int, limit: int
) -> None:
    _check_across_the_change(change, before, opens_before, limit)


@pytest.mark.slow
@given(
    change=st.sampled_from(CLOCK_CHANGES),
    before=st.integers(-90_000, 90_000),
    opens_before=st.integers(0, 200_000),
    limit=st.integers(1, 200_000),
)
@settings(max_examples=10_000, deadline=None)
def test_where_clocks_are_changed_ten_thousand_times(
    change: tuple[str, str], before: int, opens_before: int, limit: int
) -> None:
    _check_across_the_change(change, before, opens_before, limit)


def _check_across_the_change(change: tuple[str, str], before: int, opens_before: int, limit: int) -> None:
    """Start around a change of the clocks in the reader's zone, as the reader's clock shows it."""
    zone = ZoneInfo(change[0])
    wall = datetime.fromisoformat(f"{change[1]}T02:00:00").replace(tzinfo=zone)
    started = (wall.astimezone(UTC) + timedelta(seconds=before)).astimezone(zone)
    rules = QuizSettings(opens_at=started.astimezone(UTC) - timedelta(seconds=opens_before), time_limit_seconds=limit)
    found = limits(started=started.astimezone(UTC), settings=rules)
    assert found.deadline is not None
    assert found.deadline.timestamp() - started.timestamp() == limit


@given(
    limit=st.integers(1, 100_000),
    until_close=st.integers(1, 100_000),
    percent=st.integers(100, 1000),
    seconds=st.integers(0, 50_000),
)
@settings(max_examples=DRAWS, deadline=None)
def test_extra_time_never_makes_an_attempt_shorter_and_the_close_takes_none_of_it(
    limit: int, until_close: int, percent: int, seconds: int
) -> None:
    started = datetime(2026, 9, 1, tzinfo=UTC)
    rules = QuizSettings(time_limit_seconds=limit, closes_at=started + timedelta(seconds=until_close))
    extra = ExtraTime(percent=percent, seconds=seconds)
    plain, longer = (
        limits(started=started, settings=rules).deadline,
        limits(started=started, settings=rules, extra=extra),
    )
    assert plain is not None
    assert longer.deadline == plain + extra.beyond_limit(limit)
    assert window_closes_at(rules, extra) == started + timedelta(seconds=until_close) + extra.beyond_limit(limit)
