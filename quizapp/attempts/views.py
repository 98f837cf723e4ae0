from flask import Blueprint

from quizapp.attempts import models  # noqa: F401

attempts = Blueprint("attempts", __name__)
