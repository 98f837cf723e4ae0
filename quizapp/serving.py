"""Serving the site: one worker with a few turns, which is what one SQLite file can use, or more on PostgreSQL."""

from __future__ import annotations

import errno
import gc
import os
import signal
import socket
from multiprocessing import get_start_method
from typing import TYPE_CHECKING, Final

from quizapp.pacing import WAITING

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

PATIENCE_SECONDS: Final = 10
"""How long the server waits at its end for answers that are on their way."""


class AddressTaken(Exception):
    """Something else listens there, or the machine has no such address; the message says which and what to do."""


def check_address(host: str, port: int) -> None:
    """Raise AddressTaken when nothing can listen on this address and port now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise AddressTaken(_why(error, host, port)) from None


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Something is listening on port {port} already. Stop it, or choose another port: --port {port + 1}"
    if error.errno == errno.EACCES:
        return f"Port {port} is not open to you. Choose one above 1023: --port 5000"
    return f"This machine cannot listen on {host}, port {port}: {error.strerror}."


def serve(application: WSGIApplication, host: str, port: int, *, workers: int = 1) -> None:
    """Serve the site of the environment's settings until the server is told to end (SIGTERM, Ctrl-C).

    Answers that are on their way are finished first. Before, `check_address`; no connection to the database may be
    open, since the worker is a copy of this program. It takes over this application where it is a copy in full, and
    makes it anew where the machine starts programs afresh.
    """
    from granian import Granian  # the commands that serve nothing do without
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        "wsgi:app",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=WAITING,
        websockets=False,
        log_level=LogLevels.error,
        workers_kill_timeout=PATIENCE_SECONDS,
        respawn_failed_workers=True,
    )
    hear_while_starting()
    gc.freeze()  # what is loaded stays, so no worker needs to look through it for garbage
    server.serve(target_loader=(lambda _target: application) if get_start_method() == "fork" else None)


def hear_while_starting() -> None:
    """Let a worker that is told to end before it serves do so at once: it has nothing on its way.

    As a copy of this program it would take the word and do nothing about it, until it has loaded the application. Until
    it hears for itself, nothing is said to it.
    """
    ending = {signal.SIGTERM, signal.SIGINT}

    def hear() -> None:
        for one in ending:
            signal.signal(one, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ending)

    os.register_at_fork(
        before=lambda: signal.pthread_sigmask(signal.SIG_BLOCK, ending),
        after_in_parent=lambda: signal.pthread_sigmask(signal.SIG_UNBLOCK, ending),
        after_in_child=hear,
    )
