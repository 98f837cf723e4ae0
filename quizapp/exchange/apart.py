"""Reading a file of questions in a process of its own, which can be stopped."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, Final

import questions
from questions.exchange import MOST_BYTES
from quizapp.errors import N_, WrongField

LONGEST_SECONDS: Final = 30.0
"""How long a file may be read, whatever else the machine does meanwhile."""
_AT_ONCE: Final = 2
_UNREADABLE: Final = 2
_ROOT: Final = Path(questions.__file__).resolve().parents[1]
_places: Final = BoundedSemaphore(_AT_ONCE)


EXTENSION: Final = "reader_of_questions"
"""The name under which the application keeps the `Reader` that it reads files with."""


@dataclass(frozen=True, kw_only=True)
class Reader:
    """The program that reads files; it is given nothing of the application's, not even its settings."""

    arguments: tuple[str, ...] = (sys.executable, "-m", "questions.exchange")
    seconds: float = LONGEST_SECONDS

    def read(self, content: bytes) -> dict[str, Any]:
        """What the file gives, as `questions.exchange.serial`'s JSON with its `format`.

        Raises WrongField for `file` with the library's sentence, or one that says that reading takes too much.
        """
        if not content.strip():
            raise WrongField("file", N_("The file is empty."))
        if len(content) > MOST_BYTES:
            raise WrongField("file", N_("The file has more than 5 MB."))
        if not _places.acquire(timeout=self.seconds):
            raise WrongField("file", N_("Other files are being read. Please try again in a moment."))
        try:
            return self._read(content)
        finally:
            _places.release()

    def _read(self, content: bytes) -> dict[str, Any]:
        try:
            ended = subprocess.run(  # noqa: S603 - our own program
                self.arguments,
                input=content,
                capture_output=True,
                timeout=self.seconds,
                check=False,
                cwd="/",
                env={"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
            )
        except subprocess.TimeoutExpired:
            raise _too_much() from None
        if ended.returncode == _UNREADABLE:
            raise WrongField("file", ended.stderr.decode())
        if ended.returncode:
            raise _too_much()
        found: dict[str, Any] = json.loads(ended.stdout)
        return found


def _too_much() -> WrongField:
    return WrongField("file", N_("Reading the file takes too long or too much memory. Please divide it."))
