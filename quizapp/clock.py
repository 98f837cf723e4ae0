"""The server's time. A step of the machine's wall clock moves nothing once the application has started."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


def _seconds_running() -> float:
    """Seconds on a clock that is never set, and that counts the time asleep where the system has such a clock."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


@dataclass(frozen=True, kw_only=True)
class Clock:
    """Aware UTC, counted from one look at the wall clock with a clock that is never set."""

    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    running: Callable[[], float] = _seconds_running
    offset: float = field(default_factory=_seconds_running)

    def now(self) -> datetime:
        """The time to the millisecond, which is as the database keeps it."""
        elapsed = timedelta(seconds=self.running() - self.offset)
        moment = self.started + elapsed
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
