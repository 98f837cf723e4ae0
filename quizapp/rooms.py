"""The rooms of the house: one blueprint each."""

from __future__ import annotations

from flask import Flask

from quizapp.accounts.views import accounts
from quizapp.attempts.views import attempts
from quizapp.bank.views import bank
from quizapp.documents.views import documents
from quizapp.quizzes.views import quizzes
from quizapp.results.views import results


def add_rooms(app: Flask) -> None:
    """Add every room's views to the application."""
    for room in (accounts, documents, bank, quizzes, attempts, results):
        app.register_blueprint(room)
