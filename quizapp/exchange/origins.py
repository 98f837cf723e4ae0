"""Which file a question was imported from."""

from __future__ import annotations

from quizapp.bank.origins import Origin
from quizapp.database import db
from quizapp.exchange import models


def origin_of(question_id: int) -> Origin | None:
    """The file that the question came in; None where it came otherwise."""
    row = db.session.get(models.Origin, question_id)
    return None if row is None else Origin(file_name=row.file_name)
