"""The site on a machine whose wall clock is set while it runs: `stepping:app`.

STEP names a file with the seconds by which the wall clock is wrong; it is looked at all the time. Only what tells the
wall's time is moved: the clocks that are never set go on as they are.
"""

from __future__ import annotations

import os
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import time_machine

_step = Path(os.environ["STEP"])


def _seconds() -> float:
    return float(_step.read_text())


def _travel(seconds: float) -> time_machine.travel:
    travel = time_machine.travel(datetime.now(UTC) + timedelta(seconds=seconds))
    travel.start()
    return travel


def _follow() -> None:
    global _seen, _away
    while True:
        time.sleep(0.02)
        if (wanted := _seconds()) != _seen:
            _away.stop()
            _away, _seen = _travel(wanted), wanted


_seen = _seconds()
_away = _travel(_seen)
threading.Thread(target=_follow, daemon=True).start()

from quizapp import create_app  # noqa: E402 - the wall clock is wrong before the site is there

app = create_app()
