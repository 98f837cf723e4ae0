"""The site on a disk that writes down what is done to it, and fails when it is told to: `recorded:app`.

RECORD names the file that changes and acknowledged saves are written to; FAILING names a file whose presence makes the
disk fail; SYNCHRONOUS weakens SQLite's promise, to see that the tests notice.
"""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import event

from quizapp import create_app
from quizapp.database import db
from tests.faults.disk import FAILED_SYNC, FULL, OK, Change, Kind, watch

_lock = threading.Lock()
_record = Path(os.environ["RECORD"]).open("ab") if "RECORD" in os.environ else None  # noqa: SIM115 - open until the end
_failing = Path(os.environ["FAILING"]) if "FAILING" in os.environ else None


def _write_down(entry: object) -> None:
    if _record is not None:
        with _lock:
            pickle.dump(entry, _record)
            _record.flush()


def _told(change: Change) -> int:
    if change.path.endswith("-shm"):
        return OK
    result = _failure(change)
    if result == OK:
        _write_down(change)
    return result


def _failure(change: Change) -> int:
    """Whether this change fails: the file says which kind, and how often still."""
    if _failing is None or change.kind not in {Kind.SYNC, Kind.WRITE}:
        return OK
    with _lock:
        kind, _space, left = _failing.read_text().partition(" ") if _failing.exists() else ("", "", "0")
        if kind != change.kind or int(left) == 0:
            return OK
        _failing.write_text(f"{kind} {int(left) - 1}")
    return FAILED_SYNC if change.kind is Kind.SYNC else FULL


watch(_told)
_site = create_app()
if "SYNCHRONOUS" in os.environ:
    with _site.app_context():
        event.listen(
            db.engine,
            "connect",
            lambda connection, _entry: connection.execute(f"PRAGMA synchronous = {os.environ['SYNCHRONOUS']}"),
        )


def app(environment: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """The site; an answer that it calls saved is written down before anybody is told so."""
    statuses: list[str] = []

    def starting(status: str, headers: Any, *rest: Any) -> Any:
        statuses.append(status)
        return start(status, headers, *rest)

    body = list(_site(environment, starting))
    if "/responses/" in environment["PATH_INFO"] and statuses[-1].startswith("200"):
        _write_down(b"".join(body))
    return body
