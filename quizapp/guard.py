"""Stands before every view: who is asking, may they, and will the request only read."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from flask import Flask, abort, current_app, g, jsonify, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import LoginManager, current_user

from quizapp.access import may_open
from quizapp.accounts.service import Person, person_signed_in
from quizapp.clock import Clock, KeptClock
from quizapp.database import db
from quizapp.errors import NotFound
from quizapp.pages import see_other, wants_json

_READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})


def now() -> datetime:
    """The server's time, for a view to hand to a service."""
    clock: Clock | KeptClock = current_app.extensions["clock"]
    return clock.now()


def me() -> Person:
    """The person who asks; only for views that are not open to anyone."""
    person: Person = current_user._get_current_object()  # flask-login's proxy hides the type
    return person


def guard_requests(app: Flask) -> None:
    """Load who is signed in, and let nobody through whom the view does not name."""
    signed_in = LoginManager(app)
    signed_in.session_protection = None  # sessions are rows of ours, ended by deleting the row
    signed_in.user_loader(_person)
    app.before_request(_stop_what_no_text_has)
    app.before_request(_stop_the_uninvited)


def _person(token: str) -> Person | None:
    if "nobody_known" in g:
        return None
    try:
        return person_signed_in(token=token, now=now())
    except Exception:
        g.nobody_known = True  # so that the page about this failure is shown, and to nobody in particular
        raise


def _stop_what_no_text_has() -> None:
    """A zero character is in no text that a person writes, and not every database can store it."""
    if "\0" in request.path or b"%00" in request.query_string:
        abort(404)
    if request.method not in _READING and any("\0" in text for texts in request.form.listvalues() for text in texts):
        abort(400)


def _stop_the_uninvited() -> ResponseReturnValue | None:
    db.session().info["readonly"] = request.method in _READING
    if request.endpoint is None:
        return None
    role = current_user.role if current_user.is_authenticated else None
    if may_open(current_app.view_functions[request.endpoint], role):
        return None
    if role is not None:
        raise NotFound
    if wants_json():
        return jsonify(error=gettext("Please sign in.")), 401
    return see_other("accounts.sign_in", next=request.full_path.rstrip("?") if request.method == "GET" else None)
