from flask import Blueprint

from quizapp.quizzes import models  # noqa: F401

quizzes = Blueprint("quizzes", __name__)
