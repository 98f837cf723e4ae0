"""The web application: it stores, serves and marks what the library `questions` makes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from flask import Flask
from flask_wtf import CSRFProtect

from quizapp.accounts.passwords import Passwords
from quizapp.boots import clock_of_this_boot
from quizapp.cli import add_commands
from quizapp.clock import Clock, KeptClock
from quizapp.config import Settings, settings_from
from quizapp.database import db, engine_options, watch
from quizapp.failures import answer_failures
from quizapp.guard import guard_requests
from quizapp.headers import add_headers
from quizapp.pacing import Paced
from quizapp.pages import set_up_pages
from quizapp.rooms import add_rooms
from quizapp.sessions import Sessions

LARGEST_REQUEST_BYTES: Final = 6 * 1024 * 1024
"""A file or a pasted text of 5 MB, which is the limit of all imports, and the rest of its form."""
SESSION_LENGTH: Final = timedelta(days=14)


def create_app(settings: Settings | None = None, clock: Clock | None = None) -> Flask:
    """The application for these settings (None: those of the environment), on this clock (None: the machine's)."""
    settings = settings or settings_from()
    app = Flask(__name__, instance_path=str(settings.instance), static_folder=None)
    app.wsgi_app = Paced(app.wsgi_app, largest=LARGEST_REQUEST_BYTES)  # type: ignore[assignment, method-assign]
    app.config.from_mapping(_flask_settings(settings))
    app.extensions["clock"] = clock or KeptClock(lambda: clock_of_this_boot(db.engine))
    app.session_interface = Sessions(app)
    app.extensions["passwords"] = Passwords(cheap=settings.cheap_passwords)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    _add_database(app)
    CSRFProtect(app)
    set_up_pages(app)
    guard_requests(app)
    add_headers(app)
    answer_failures(app)
    add_rooms(app)
    add_commands(app)
    return app


def _add_database(app: Flask) -> None:
    db.init_app(app)
    with app.app_context():
        watch(db.engine)


def _flask_settings(settings: Settings) -> dict[str, Any]:
    return {
        "SECRET_KEY": settings.secret_key,
        "SITE_NAME": settings.site_name,
        "TIME_ZONE": settings.time_zone,
        "TRUSTED_HOSTS": list(settings.trusted_hosts),
        "SQLALCHEMY_DATABASE_URI": settings.database,
        "SQLALCHEMY_ENGINE_OPTIONS": engine_options(settings.database),
        "MAX_CONTENT_LENGTH": LARGEST_REQUEST_BYTES,
        "MAX_FORM_MEMORY_SIZE": LARGEST_REQUEST_BYTES,  # a document may be pasted
        "SESSION_COOKIE_NAME": "__Host-footnote" if settings.https else "footnote",
        "SESSION_COOKIE_SECURE": settings.https,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "PERMANENT_SESSION_LIFETIME": SESSION_LENGTH,
        "SESSION_REFRESH_EACH_REQUEST": False,  # a sign-in ends when its row says so, however often one comes back
        "WTF_CSRF_TIME_LIMIT": None,  # a token lives as long as its session: a page left open over lunch still saves
        "WTF_CSRF_SSL_STRICT": settings.https,
    }
