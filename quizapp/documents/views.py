from flask import Blueprint

from quizapp.documents import models  # noqa: F401

documents = Blueprint("documents", __name__)
