"""Finds a Chromium for the browser tests, and installs one where that can be done without asking."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PACKAGES = ("chromium-headless-shell", "fonts-wqy-microhei", "libatomic1")
LONGEST_INSTALLATION_SECONDS = 600

MISSING = """The browser tests need Chromium, and there is none. Looked for:
{tried}
Install one of {names} (Debian: apt-get install {packages}),
or name one in QUIZAPP_CHROMIUM, or leave these tests out: pytest -m 'not browser and not slow'"""


class NoChromium(Exception):
    """There is no Chromium, and none could be installed; the message says what was tried and what to do."""


@cache
def find_chromium() -> Path:
    """The Chromium to run, installed where necessary and possible. Raises NoChromium."""
    tried: list[str] = []
    for kind, path in _places():
        tried.append(f"  {kind}: {path or 'nothing'}")
        if path is not None and path.exists():
            return path
    raise NoChromium(MISSING.format(tried="\n".join(tried), names=", ".join(NAMES), packages=" ".join(PACKAGES)))


def _places() -> Iterator[tuple[str, Path | None]]:
    """Where a Chromium may be, in the order of preference; the last ones install one."""
    named = os.environ.get("QUIZAPP_CHROMIUM")
    yield "$QUIZAPP_CHROMIUM", Path(named) if named else None
    yield "the programs on PATH", _on_path()
    yield "Playwright's own download", _downloaded()
    if os.geteuid() == 0 and shutil.which("apt-get"):
        yield "apt-get, as root", _installed()
    else:
        yield "playwright install chromium-headless-shell", _fetched()


def _on_path() -> Path | None:
    return next((Path(found) for name in NAMES if (found := shutil.which(name))), None)


def _downloaded() -> Path | None:
    folder = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright"
    found = [
        path for name in ("headless_shell", "chrome-headless-shell", "chrome") for path in Path(folder).rglob(name)
    ]
    return next((path for path in found if path.is_file()), None)


def _installed() -> Path | None:
    """Install Debian's Chromium; one test run at a time, the others then find it."""
    with (Path(tempfile.gettempdir()) / "footnote-chromium.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if _on_path() is None:
            quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            _run(["apt-get", "update", "-q"], quiet)
            _run(["apt-get", "install", "-q", "-y", "--no-install-recommends", *PACKAGES], quiet)
    return _on_path()


def _fetched() -> Path | None:
    _run([sys.executable, "-m", "playwright", "install", "chromium-headless-shell"], dict(os.environ))
    return _downloaded()


def _run(arguments: list[str], environment: dict[str, str]) -> None:
    """Run to the end, whatever comes of it: whether there is a Chromium then is what counts."""
    try:
        subprocess.run(
            arguments, env=environment, capture_output=True, timeout=LONGEST_INSTALLATION_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"{arguments[0]}: {error}", file=sys.stderr)  # noqa: T201 - shown with the failing test
