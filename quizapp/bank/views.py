from flask import Blueprint

from quizapp.bank import models  # noqa: F401

bank = Blueprint("bank", __name__)
