"""The address of the quizzes. What their pages show of a person's attempts is known one floor up, in `attempts`."""

from __future__ import annotations

from flask import Blueprint

quizzes = Blueprint("quizzes", __name__)
