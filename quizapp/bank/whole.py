"""All of the bank that filters let through, not only a page of it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from quizapp.bank.listing import Filters, _among
from quizapp.database import db


def found_ids(filters: Filters, *, most: int) -> Sequence[int]:
    """The ids of the questions that the filters let through, in the order of the bank's pages, at most so many."""
    among, conditions = _among(filters)
    wanted = [*conditions, *([] if filters.state is None else [among.c.state == filters.state])]
    newest = (among.c.created_at.desc(), among.c.id)
    return db.session.scalars(select(among.c.id).where(*wanted).order_by(*newest).limit(most)).all()
