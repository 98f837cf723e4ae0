"""A clock that a test sets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


@dataclass(kw_only=True)
class SettableClock:
    """Stands still at a moment until a test moves it."""

    moment: datetime = field(default_factory=lambda: datetime(2026, 9, 1, 8, 0, tzinfo=UTC))

    def now(self) -> datetime:
        return self.moment

    def advance(self, **length: float) -> datetime:
        """Let time pass: `clock.advance(minutes=8, seconds=1)`. Returns the new time."""
        self.moment += timedelta(**length)
        return self.moment
