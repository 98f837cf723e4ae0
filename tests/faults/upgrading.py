"""Upgrades the tables of sites, each until the power goes: `python -m tests.faults.upgrading FOLDER CHANGES …`.

Each site is a process of its own, which ends without a word at so many changes of its files (0: at none). For each it
prints how it ended, and how many changes there were.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from pathlib import Path

import alembic.command  # noqa: F401 - once for all sites: it takes as long as an upgrade

from quizapp.database import db
from quizapp.schema import prepare_database
from tests.faults.disk import OK, Change, watch
from tests.lending import make_app

KILLED = -signal.SIGKILL


def upgrade(folder: str, last: int) -> int:
    """Upgrade a site until the change with this number; returns how many there were."""
    seen = 0

    def count(_change: Change) -> int:
        nonlocal seen
        seen += 1
        if seen == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return OK

    watch(count)
    app = make_app(Path(folder))
    with app.app_context():
        prepare_database()
        db.engine.dispose()
    return seen


def upgrade_apart(folder: str, last: int) -> tuple[int, int]:
    """How the upgrade ended (0, or a signal), and how many changes there were, where it came to its end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writing, str(upgrade(folder, last)).encode())
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    told = os.read(reading, 20)
    os.close(reading)
    return os.waitstatus_to_exitcode(status), int(told or 0)


if __name__ == "__main__":
    for site, changes in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        print(*upgrade_apart(site, int(changes)), flush=True)  # noqa: T201 - its answer
