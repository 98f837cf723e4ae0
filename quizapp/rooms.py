"""The rooms of the house: one blueprint each."""

from __future__ import annotations

from typing import Final

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

from quizapp.accounts.views import accounts
from quizapp.attempts.rules_views import rules
from quizapp.attempts.sheet import as_asked
from quizapp.attempts.views import attempts
from quizapp.bank.origins import ORIGINS
from quizapp.bank.own import PREVIEWS
from quizapp.bank.uses import EXTENSION
from quizapp.bank.writing_views import bank
from quizapp.corrections.views import corrections
from quizapp.documents.views import documents
from quizapp.exchange.origins import origin_of
from quizapp.exchange.views import exchange
from quizapp.health import health
from quizapp.quizzes.publishing_views import publishing
from quizapp.quizzes.uses import uses_of
from quizapp.quizzes.views import quizzes
from quizapp.reports.views import reports
from quizapp.results.views import results
from quizapp.review.views import review
from quizapp.revisions.views import revisions

_LARGEST_ID: Final = 2**31 - 1


class _Number(IntegerConverter):
    """A whole number in an address; one that no row can have is an address where nothing is."""

    def __init__(self, routes: Map) -> None:
        super().__init__(routes, max=_LARGEST_ID)


_ROOMS: Final = (
    *(accounts, documents, bank, review, revisions, corrections, exchange),
    *(quizzes, publishing, rules, attempts, results, health),
)


def add_rooms(app: Flask) -> None:
    """Add every room's views to the application."""
    app.url_map.converters["int"] = _Number
    for room in _ROOMS:
        app.register_blueprint(room)
    app.register_blueprint(reports)
    app.extensions[EXTENSION] = uses_of
    app.extensions[ORIGINS] = origin_of
    app.extensions[PREVIEWS] = as_asked
