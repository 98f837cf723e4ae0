"""Processes that count a row up, looking before they write, and others that only look.

`python -m tests.faults.counting FILE WRITERS TIMES READERS` prints how often each of them was turned away.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from multiprocessing.synchronize import Event

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


def look(engine: Engine, ended: Event) -> int:
    locked = 0
    while not ended.is_set():
        try:
            with engine.connect().execution_options(readonly=True) as connection:
                connection.execute(READ).scalar_one()
        except OperationalError:
            locked += 1
        time.sleep(0.002)
    return locked


def main(file: str, writers: int, times: int, readers: int) -> list[int]:
    """How often each of the processes was turned away."""
    forking = multiprocessing.get_context("fork")
    ended, told = forking.Event(), forking.SimpleQueue()
    writing = [forking.Process(target=lambda: told.put(count(opened(file), times))) for _ in range(writers)]
    looking = [forking.Process(target=lambda: told.put(look(opened(file), ended))) for _ in range(readers)]
    for one in (*looking, *writing):
        one.start()
    for one in writing:
        one.join()
    ended.set()
    for one in looking:
        one.join()
    return [told.get() for _ in range(writers + readers)]


if __name__ == "__main__":
    print(*main(sys.argv[1], *(int(text) for text in sys.argv[2:])))  # noqa: T201 - its answer
