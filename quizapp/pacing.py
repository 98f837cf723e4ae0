"""Whoever sends slowly waits alone: a request takes one of the few turns only once all of it has arrived."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from threading import Semaphore
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

TURNS: Final = 4
"""How many requests are worked on at a time; more would only wait for one another, for SQLite above all."""

WAITING: Final = 512
"""How many requests may be on their way in at a time, each in a thread that costs next to nothing while it waits."""


class Paced:
    """A WSGI application that reads what is sent before it takes its turn; what is too large is left unread."""

    def __init__(self, application: WSGIApplication, *, largest: int) -> None:
        self._application = application
        self._largest = largest
        self._turns = Semaphore(TURNS)

    def __call__(self, environment: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        if self._is_sent(environment):
            body = environment["wsgi.input"].read(int(environment["CONTENT_LENGTH"]))
            environment["wsgi.input"] = BytesIO(body)
        with self._turns:
            return self._application(environment, start)

    def _is_sent(self, environment: WSGIEnvironment) -> bool:
        length = environment.get("CONTENT_LENGTH", "")
        return length.isdecimal() and 0 < int(length) <= self._largest
