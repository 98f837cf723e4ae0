"""How far a long piece of work has come, shown in one line of a terminal and taken away at the end."""

from __future__ import annotations

from types import TracebackType
from typing import Self, TextIO

_WIDTH = 30
_CLEARED = "\r\x1b[K"


class Progress:
    """A line such as ``finding facts [######----]  60%``, for the time of a with statement.

    It is shown on a terminal only; in a pipe or a file nothing is ever written. It is written anew when another
    per cent is finished. At the end, and when the work fails, the line is gone.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._terminal = stream.isatty()
        self._shown = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._shown >= 0:
            self._stream.write(_CLEARED)
            self._stream.flush()

    def tell(self, stage: str, share: float) -> None:
        """Say what is being worked on and which share of it, from 0 to 1, is finished."""
        percent = int(100 * min(max(share, 0.0), 1.0))
        if not self._terminal or percent == self._shown:
            return
        self._shown = percent
        bar = "#" * (_WIDTH * percent // 100)
        self._stream.write(f"{_CLEARED}{stage} [{bar:-<{_WIDTH}}] {percent:3}%")
        self._stream.flush()
