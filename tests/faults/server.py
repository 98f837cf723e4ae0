"""A real server process on a folder of its own, and a browser that knows nothing but HTTP."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from quizapp.pacing import WAITING
from tests.conftest import TestPerson
from tests.lending import SECRET_KEY

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 20


@dataclass(kw_only=True)
class Server:
    """The site, served by a process group that can be killed and started again."""

    instance: Path
    port: int
    app: str = "wsgi:app"
    settings: dict[str, str] = field(default_factory=dict)
    running: subprocess.Popen[bytes] | None = None

    def start(self) -> float:
        """Start serving; returns the seconds until it answered."""
        began = time.monotonic()
        command = [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            self.app,
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
        ]
        self.running = subprocess.Popen(
            [*command, "--workers", "1", "--blocking-threads", str(WAITING), "--log-level", "error"],
            cwd=ROOT,
            env={
                **os.environ,
                "QUIZAPP_INSTANCE": str(self.instance),
                "QUIZAPP_SECRET_KEY": SECRET_KEY,
                **self.settings,
            },
            start_new_session=True,
        )
        while not self._answers():
            assert time.monotonic() < began + START_SECONDS, "the server did not start"
            assert self.running.poll() is None, "the server ended"
            time.sleep(0.05)
        return time.monotonic() - began

    def _answers(self) -> bool:
        try:
            return Browser(port=self.port).get("/sign-in").status == 200
        except OSError:
            return False

    def kill(self) -> None:
        """End every process of the server at once, as a power button would."""
        assert self.running is not None
        os.killpg(self.running.pid, signal.SIGKILL)
        self.running.wait()

    def stop(self) -> None:
        if self.running is not None and self.running.poll() is None:
            os.killpg(self.running.pid, signal.SIGTERM)
            self.running.wait(timeout=10)


@contextmanager
def served(instance: Path, app: str = "wsgi:app", **settings: str) -> Iterator[Server]:
    """A server on a free port with these settings in its environment, stopped in the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(instance=instance, port=port, app=app, settings=settings)
    server.start()
    try:
        yield server
    finally:
        server.stop()


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What came back: status, headers in lower case, and text."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def location(self) -> str:
        return self.headers["location"]

    @property
    def json(self) -> dict[str, object]:
        said: dict[str, object] = json.loads(self.text)
        return said

    @property
    def token(self) -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.text)
        assert found is not None
        return found[1]


@dataclass(kw_only=True)
class Browser:
    """Sends requests one after another, each over a fresh connection, and keeps cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Reply:
        return self._ask("GET", path, None, {})

    def post(self, path: str, *, as_json: bool = False, **fields: str | list[str]) -> Reply:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if as_json:
            headers["Accept"] = "application/json"
        return self._ask("POST", path, urlencode(fields, doseq=True), headers)

    def sign_in(self, person: TestPerson) -> None:
        page = self.get("/sign-in")
        reply = self.post("/sign-in", username=person.username, password=person.password, csrf_token=page.token)
        assert reply.status == 303, reply.text

    def again(self) -> Browser:
        """The same browser once more, as another tab."""
        return Browser(port=self.port, cookies=dict(self.cookies))

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> Reply:
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {"Accept": "text/html", "Accept-Language": "en", "Cookie": kept, **headers}
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
                connection.request(method, path, body, sent)
                answer = connection.getresponse()
                text = answer.read().decode()
        except (OSError, http.client.HTTPException) as error:
            raise ConnectionError(str(error)) from error
        for line in answer.headers.get_all("Set-Cookie") or ():
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        named = {name.lower(): value for name, value in answer.headers.items()}
        return Reply(status=answer.status, headers=named, text=text)
