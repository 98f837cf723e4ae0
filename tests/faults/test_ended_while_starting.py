"""A site that is told to end while it starts ends at once, and is not waited for and then killed."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from flask import Flask

from quizapp.serving import PATIENCE_SECONDS
from tests.cli.running import command, environment, free_port
from tests.faults.server import ROOT
from tests.postgres import Postgres

TOLD_AT_ONCE = """
import os, signal, time
from quizapp.serving import hear_while_starting

signal.signal(signal.SIGTERM, lambda *_: None)  # what the server does, and its workers take over
hear_while_starting()
for _ in range(50):
    worker = os.fork()
    if not worker:
        time.sleep(5)
        os._exit(0)
    os.kill(worker, signal.SIGTERM)
    assert os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1]) == -signal.SIGTERM
os.kill(os.getpid(), signal.SIGTERM)
"""


def test_a_worker_that_has_not_begun_to_serve_ends_when_told() -> None:
    subprocess.run([sys.executable, "-c", TOLD_AT_ONCE], cwd=ROOT, timeout=30, check=True)


def _end(instance: Path, after: float, *arguments: str, **settings: str) -> float:
    """Serve, tell it to end so long after it said its address; how long it took then."""
    with subprocess.Popen(
        command("serve", "--port", str(free_port()), *arguments),
        env=environment(instance, **settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as site:
        assert site.stdout is not None
        assert site.stdout.readline().startswith("Serving on")
        time.sleep(after)
        began = time.monotonic()
        site.send_signal(signal.SIGTERM)
        said, _ = site.communicate(timeout=PATIENCE_SECONDS * 3)
    assert (said, site.returncode) in {("", 0), ("", -signal.SIGTERM)}
    return time.monotonic() - began


@pytest.mark.slow
def test_two_workers_end_at_whatever_moment_they_are_told(
    app: Flask, postgres: Postgres, migrated_postgres: str
) -> None:
    url = postgres.url(migrated_postgres)
    moments = [place / 12 for place in range(12)]
    took = [_end(Path(app.instance_path), moment, "--workers", "2", DATABASE_URL=url) for moment in moments]
    assert max(took) < PATIENCE_SECONDS / 2
