"""One application for all tests of a worker: each finds it as it was made, on a database with nothing in it.

Making an application, reading its templates and wording its statements takes longer than most tests.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask

from quizapp import create_app
from quizapp.config import Settings
from quizapp.database import db
from tests.clock import SettableClock

SECRET_KEY = "a key for tests, which is long enough"
DATABASE = "footnote.sqlite3"
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of ours is made in it


def new_folder() -> Path:
    """A folder for a site that is soon gone; in memory where that can be, since each change waits for its disk."""
    return Path(tempfile.mkdtemp(prefix="footnote-", dir=IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else None))


def make_app(instance: Path, clock: SettableClock | None = None, **settings: Any) -> Flask:
    """An application with an instance folder of its own, and a password hash that costs next to nothing."""
    chosen = Settings(instance=instance, secret_key=SECRET_KEY, cheap_passwords=True, **settings)
    app = create_app(chosen, clock)
    app.config["TESTING"] = True
    app.config["PROPAGATE_EXCEPTIONS"] = False  # a defect is answered with a page, as in earnest
    app.config["WTF_CSRF_ENABLED"] = False  # tests/house proves that no change goes through without its token
    return app


@dataclass(frozen=True, kw_only=True)
class LentApp:
    """An application, and what a test may have changed of it."""

    app: Flask
    config: dict[str, Any]
    extensions: dict[str, Any]

    def back(self) -> Flask:
        """The application as it was made, in an empty folder."""
        self.app.config.clear()
        self.app.config.update(self.config)
        self.app.extensions.clear()
        self.app.extensions.update(self.extensions)
        _empty(Path(self.app.instance_path))
        return self.app


def lend(app: Flask) -> LentApp:
    """Remember an application as it is now."""
    return LentApp(app=app, config=dict(app.config), extensions=dict(app.extensions))


def let_go(app: Flask) -> None:
    """Close the application's connections to its database."""
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
