"""How each way to fail is answered: as a page, or as JSON to a caller that asked for it."""

from __future__ import annotations

import logging
import secrets
from typing import Final

from flask import Flask, g, jsonify, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException, SecurityError

from quizapp.database import abandon_change, is_out_of_order
from quizapp.errors import NotFound, Refused
from quizapp.pages import sentence, wants_json

RETRY_SECONDS: Final = 5
_log = logging.getLogger("quizapp")


def answer_failures(app: Flask) -> None:
    """Turn what services raise, and what the framework refuses, into answers that say what to do."""
    app.register_error_handler(NotFound, _not_found)
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(SQLAlchemyError, _storage)
    app.register_error_handler(Exception, _defect)


def _answer(status: int, title: str, message: str) -> ResponseReturnValue:
    abandon_change()
    if wants_json():
        return jsonify(error=message), status
    return render_template("failure.html", status=status, title=title, message=message), status


def _not_found(_error: Exception) -> ResponseReturnValue:
    return _answer(
        404,
        gettext("This page is not here"),
        gettext("Nothing is at this address, or it is not open to you. Check the address, or go back to the start."),
    )


def _refused(error: Refused) -> ResponseReturnValue:
    return _answer(409, gettext("That cannot be done now"), sentence(error))


def _stale_form(_error: CSRFError) -> ResponseReturnValue:
    message = gettext("This form is out of date, so nothing was changed. Go back, reload the page and try again.")
    return _answer(403, gettext("Please reload the page"), message)


def _http(error: HTTPException) -> ResponseReturnValue:
    if isinstance(error, SecurityError):  # a host that is not ours: no address can be made, and so no page
        return gettext("This site does not answer to that name."), 400, {"Content-Type": "text/plain; charset=utf-8"}
    if error.code == 404:
        return _not_found(error)
    if error.code == 413:
        message = gettext("This is larger than the site accepts: a file may have up to 5 MB. Nothing was stored.")
        return _answer(413, gettext("Too large"), message)
    if error.code is None or error.code < 400:
        return error
    message = gettext("The request could not be understood, so nothing was changed.")
    return _answer(error.code, gettext("That did not work"), message)


def _storage(error: SQLAlchemyError) -> ResponseReturnValue:
    """The disk is full or the database away: no defect of ours, and over again when somebody has seen to it."""
    if not is_out_of_order(error):
        return _defect(error)
    _log.error("the database is out of order: %s %s failed", request.method, request.path, exc_info=error)
    g.nobody_known = True  # so that making the page asks nothing of the database
    message = gettext(
        "The site cannot read or store anything just now. What was shown as saved is safe. Please try again in a "
        "moment."
    )
    reply = make_response(_answer(503, gettext("Please try again in a moment"), message))
    reply.headers["Retry-After"] = str(RETRY_SECONDS)
    return reply


def _defect(error: Exception) -> ResponseReturnValue:
    number = secrets.token_hex(6)
    _log.error("request %s: %s %s failed", number, request.method, request.path, exc_info=error)
    message = gettext(
        "This is our fault, not yours. What was shown as saved is safe. If it happens again, tell your teacher this "
        "number: %(number)s",
        number=number,
    )
    return _answer(500, gettext("Something went wrong here"), message)
