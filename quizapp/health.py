"""Whether the site is alive: it answers, and its database has its tables."""

from __future__ import annotations

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from quizapp.access import ANYONE, open_to
from quizapp.schema import current_revision

health = Blueprint("health", __name__)


@health.get("/healthz")
@open_to(ANYONE)
def healthz() -> ResponseReturnValue:
    """200 while the database answers, 503 while it does not; for whatever watches over the site."""
    try:
        revision = current_revision()
    except SQLAlchemyError:
        revision = None
    if revision is None:
        return jsonify(status="no database"), 503
    return jsonify(status="ok")
