"""The server's time. A step of the machine's wall clock moves nothing, not even for a process that starts after it."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")
_TIME_NAMESPACE: Final = Path("/proc/self/ns/time")


def wall() -> datetime:
    """What the machine's wall clock shows, right or wrong."""
    return datetime.now(UTC)


def seconds_running() -> float:
    """Seconds on a clock that is never set, and that counts the time asleep where the system has such a clock."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()


def boot_id() -> str | None:
    """What this boot of the machine is called, within which `seconds_running` counts; None where it has no name."""
    try:
        boot = _BOOT_ID.read_text("ascii").strip()
    except OSError:
        return None
    with suppress(OSError):  # a container may count from another beginning than its machine
        boot = f"{boot} {_TIME_NAMESPACE.readlink()}"
    return boot


@dataclass(frozen=True, kw_only=True)
class Clock:
    """Aware UTC, counted from one look at the wall clock with a clock that is never set."""

    started: datetime = field(default_factory=wall)
    running: Callable[[], float] = seconds_running
    offset: float = field(default_factory=seconds_running)

    def now(self) -> datetime:
        """The time to the millisecond, which is as the database keeps it."""
        elapsed = timedelta(seconds=self.running() - self.offset)
        moment = self.started + elapsed
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class KeptClock:
    """The clock that every process of this boot goes by, once it can be found; until then one of its own."""

    def __init__(self, find: Callable[[], Clock | None]) -> None:
        self._find = find
        self._found: Clock | None = None
        self._own = Clock()

    def now(self) -> datetime:
        """The time to the millisecond, as all who share the record of this boot tell it."""
        if self._found is None:
            self._found = self._find()
        return (self._found or self._own).now()
