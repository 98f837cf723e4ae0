"""What a saved answer costs the server, beside a bare Flask that does as little as one can.

Run it as ``python benchmarks/saving.py [DATABASE_URL]``. CPU milliseconds (user and system of all of the server's
processes) for a save over HTTP on a connection that stays, the least of several rounds, both in one run. On a busy
machine the ratio says more than the figures. With PostgreSQL its own processes are not counted.
"""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from quizapp import create_app
from quizapp.config import settings_from
from quizapp.database import db
from quizapp.demo import NewPerson, furnish
from quizapp.guard import now

SAVES, ROUNDS = 500, 5
TICKS = os.sysconf("SC_CLK_TCK")
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
BARE = """
from flask import Flask, jsonify, request
from quizapp.database import sqlite_driver

app = Flask(__name__)
store = sqlite_driver().connect("bare.sqlite3", isolation_level=None, check_same_thread=False)
store.execute("PRAGMA journal_mode = WAL")
store.execute("PRAGMA synchronous = FULL")
store.execute("CREATE TABLE IF NOT EXISTS answer (id INTEGER PRIMARY KEY, given TEXT)")
store.execute("INSERT OR IGNORE INTO answer VALUES (1, '')")


@app.post("/save")
def save():
    store.execute("SELECT given FROM answer WHERE id = 1").fetchone()
    store.execute("UPDATE answer SET given = ? WHERE id = 1", (request.form["answer"],))
    return jsonify(saved="x" * 180)
"""

Send = Callable[[int], object]


@contextmanager
def serving(folder: Path, app: str, **settings: str) -> Iterator[tuple[http.client.HTTPConnection, int]]:
    """A server for this application; a connection to it, and its process group."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", app, "--port", str(port), "--log-level", "error"]
    environment = {**os.environ, **settings, "PYTHONPATH": os.pathsep.join([str(folder), str(Path.cwd())])}
    server = subprocess.Popen(  # noqa: S603 - our own server
        [*command, "--blocking-threads", "8"], env=environment, cwd=folder, start_new_session=True
    )
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        for _ in range(400):
            try:
                connection.connect()
                break
            except OSError:
                time.sleep(0.05)
        yield connection, server.pid
    finally:
        connection.close()
        server.terminate()
        server.wait()


def cpu_seconds(group: int) -> float:
    """User and system seconds of all processes of this group."""
    fields = [
        path.read_text().rpartition(")")[2].split() for path in Path("/proc").glob("[0-9]*/stat") if path.exists()
    ]
    return sum(int(one[11]) + int(one[12]) for one in fields if int(one[2]) == group) / TICKS


def cost(send: Send, group: int) -> float:
    """CPU milliseconds a save, the least of the rounds."""
    found = []
    for round_ in range(ROUNDS):
        before = cpu_seconds(group)
        for number in range(SAVES):
            send(1 + round_ * SAVES + number)
        found.append((cpu_seconds(group) - before) * 1000 / SAVES)
    return min(found)


class Browser:
    """One connection, and the cookies that came over it."""

    def __init__(self, connection: http.client.HTTPConnection) -> None:
        self._connection = connection
        self._cookies: dict[str, str] = {}

    def get(self, path: str) -> str:
        return self._ask("GET", path, None, {"Accept": "text/html"})[1]

    def post(self, path: str, **fields: str) -> tuple[http.client.HTTPResponse, str]:
        return self._ask("POST", path, urlencode(fields), FORM)

    def _ask(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> tuple[http.client.HTTPResponse, str]:
        kept = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        self._connection.request(method, path, body, {**headers, "Cookie": kept})
        reply = self._connection.getresponse()
        text = reply.read().decode()
        lines = reply.headers.get_all("Set-Cookie") or ()
        self._cookies |= dict(line.split(";")[0].split("=", 1) for line in lines)
        return reply, text


def saver(browser: Browser, student: NewPerson) -> Send:
    """Sign in, start the demo's quiz, and be ready to save the answer to its first question with options."""
    token = _token(browser.get("/sign-in"))
    browser.post("/sign-in", username=student.username, password=student.password, csrf_token=token)
    quiz = re.search(r"/quizzes/\d+", browser.get("/quizzes"))
    assert quiz is not None
    started, _ = browser.post(f"{quiz[0]}/attempts", csrf_token=_token(browser.get(quiz[0])))
    attempt = started.headers["Location"]
    page = browser.get(attempt)
    option = re.search(r'<input[^>]*type="radio"[^>]*>', page)
    assert option is not None
    answer = option[0].partition('value="')[2].partition('"')[0]
    slot = page[: option.start()].rpartition('id="question-')[2].partition('"')[0]
    token = _token(page)

    def send(number: int) -> None:
        path = f"{attempt}/responses/{slot}"
        reply, text = browser.post(path, answer=answer, sequence=str(number), csrf_token=token)
        assert reply.status == 200, text

    return send


def _token(page: str) -> str:
    return page.partition('name="csrf_token" value="')[2].partition('"')[0]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bare.py").write_text(BARE, encoding="utf-8")
        settings = {"QUIZAPP_INSTANCE": name, "QUIZAPP_DATABASE_URL": "".join(sys.argv[1:])}
        app = create_app(settings_from(settings))
        with app.app_context():
            student = furnish(now=now())[-1]
            db.engine.dispose()
        with serving(folder, "bare:app") as (connection, group):
            browser = Browser(connection)
            bare = cost(lambda number: browser.post("/save", answer=str(number)), group)
        with serving(folder, "wsgi:app", **settings) as (connection, group):
            ours = cost(saver(Browser(connection), student), group)
    print(f"a bare save {bare:.2f} ms, a saved answer {ours:.2f} ms of CPU: {ours / bare:.1f} times as much")  # noqa: T201


if __name__ == "__main__":
    main()
