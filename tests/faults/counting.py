"""A process of its own that counts a row up, looking before it writes: `python -m tests.faults.counting FILE TIMES`.

With TIMES 0 it only looks, until its input ends. It prints how often the database was locked.
"""

from __future__ import annotations

import sys
import threading

from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError

from quizapp.database import engine_options, watch

READ = text("SELECT revision FROM attempt")
WRITE = text("UPDATE attempt SET revision = :revision")


def opened(file: str) -> Engine:
    url = f"sqlite:///{file}"
    engine = create_engine(url, **engine_options(url))
    watch(engine)
    return engine


def count(engine: Engine, times: int) -> int:
    locked = 0
    for _ in range(times):
        try:
            with engine.begin() as connection:
                revision = connection.execute(READ).scalar_one()
                connection.execute(WRITE, {"revision": revision + 1})
        except OperationalError:
            locked += 1
    return locked


def look(engine: Engine) -> int:
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    locked = 0
    while not ended.is_set():
        try:
            with engine.connect().execution_options(readonly=True) as connection:
                connection.execute(READ).scalar_one()
        except OperationalError:
            locked += 1
    return locked


if __name__ == "__main__":
    file, times = opened(sys.argv[1]), int(sys.argv[2])
    print(count(file, times) if times else look(file))  # noqa: T201 - its answer
