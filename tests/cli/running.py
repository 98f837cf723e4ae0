"""Starting the command line as its users do, and waiting for the site that it serves."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from http.client import HTTPConnection
from io import StringIO
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

from quizapp.cli import main

PATIENCE_SECONDS = 30


def free_port() -> int:
    """A port that nothing listened on a moment ago."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from quizapp.cli import main; main()", *arguments]


def environment(instance: Path, **settings: str) -> dict[str, str]:
    """The machine's own environment without settings of ours, and with these."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("QUIZAPP_")}
    return {**kept, "QUIZAPP_INSTANCE": str(instance), **{f"QUIZAPP_{name}": text for name, text in settings.items()}}


def run_apart(instance: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end in a process of its own."""
    return subprocess.run(
        command(*arguments),
        env=environment(instance, **settings),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )


@dataclass(frozen=True, kw_only=True)
class Ended:
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


def run(instance: Path, *arguments: str, **settings: str) -> Ended:
    """Run a command to its end within this process, which takes a tenth of the time."""
    before, out, err = dict(os.environ), StringIO(), StringIO()
    os.environ.clear()
    os.environ.update(environment(instance, **settings))
    try:
        with redirect_stdout(out), redirect_stderr(err):
            main(arguments)
    except SystemExit as end:
        return Ended(returncode=int(end.code or 0), stdout=out.getvalue(), stderr=err.getvalue())
    finally:
        os.environ.clear()
        os.environ.update(before)
    raise AssertionError("A command ends its program.")


@dataclass(kw_only=True)
class Site:
    """A site that is served by a process of its own."""

    address: str
    server: subprocess.Popen[str]
    said: str = ""

    def end(self) -> int:
        """Tell the server to end, and return its exit status."""
        self.server.send_signal(signal.SIGTERM)
        self.said, _ = self.server.communicate(timeout=PATIENCE_SECONDS)
        return self.server.returncode


@contextmanager
def served(instance: Path, *arguments: str, **settings: str) -> Iterator[Site]:
    """The site that a command such as `serve` serves, from its first answer on."""
    port = free_port()
    server = subprocess.Popen(
        command(*arguments, "--port", str(port)),
        env=environment(instance, **settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    site = Site(address=f"http://127.0.0.1:{port}", server=server)
    try:
        _wait(site)
        yield site
    finally:
        if server.poll() is None:
            site.end()


def _wait(site: Site) -> None:
    limit = time.monotonic() + PATIENCE_SECONDS
    while not _answers(site.address):
        if site.server.poll() is not None or time.monotonic() > limit:
            site.server.kill()
            raise AssertionError(f"The site did not come up: {site.server.communicate()[0]}")
        time.sleep(0.02)


def _answers(address: str) -> bool:
    try:
        with urlopen(f"{address}/healthz", timeout=5) as reply:  # noqa: S310 - an address of ours
            return bool(reply.status == 200)
    except (URLError, OSError):
        return False


class SignInForm:
    """The form for signing in as a browser has it: open, with its token, on a connection that stays."""

    def __init__(self, address: str) -> None:
        self._connection = HTTPConnection(address.removeprefix("http://"), timeout=PATIENCE_SECONDS)
        self._connection.request("GET", "/sign-in")
        page = self._connection.getresponse()
        token = re.search(r'csrf_token" value="([^"]+)', page.read().decode())
        assert token is not None
        self._cookie = page.headers["Set-Cookie"].partition(";")[0]
        self._fields = urlencode({"username": "nobody", "password": "a wrong one", "csrf_token": token[1]})

    def send(self) -> None:
        """Sign in with a name that nobody has."""
        headers = {"Cookie": self._cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self._connection.request("POST", "/sign-in", self._fields, headers)

    def status(self) -> int:
        """The status of the reply, which may have come long ago."""
        with closing(self._connection):
            return self._connection.getresponse().status
