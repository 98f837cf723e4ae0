"""How far a long piece of work has come, shown in one line of a terminal and taken away at the end."""

from __future__ import annotations

import os
import time
from types import TracebackType
from typing import Self, TextIO

_WIDTH = 30
_PAUSE = 0.1  # seconds between two looks of the line
_CLEARED = "\r\x1b[K"


class Progress:
    """A line such as ``finding facts [######----]  60%``, for the time of a with statement.

    It is shown on a terminal only, and only when the work takes longer than the `patience`, in seconds. In a pipe or a
    file nothing is ever written. At the end, and when the work fails, the line is gone.
    """

    def __init__(self, stream: TextIO, *, patience: float) -> None:
        self._stream = stream
        self._next = time.monotonic() + patience if _is_terminal(stream) else float("inf")
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._shown:
            self._stream.write(_CLEARED)
            self._stream.flush()

    def tell(self, stage: str, share: float) -> None:
        """Say what is being worked on and which share of it, from 0 to 1, is finished."""
        if time.monotonic() < self._next:
            return
        self._next, self._shown = time.monotonic() + _PAUSE, True
        filled = round(_WIDTH * min(max(share, 0.0), 1.0))
        bar = "#" * filled + "-" * (_WIDTH - filled)
        self._stream.write(f"{_CLEARED}{stage} [{bar}] {share:4.0%}")
        self._stream.flush()


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb"
