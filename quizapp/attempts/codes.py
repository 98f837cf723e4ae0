"""Access codes: guessing at one is slowed down, for each person and quiz, however many windows they guess in."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from hmac import compare_digest
from typing import Any, Final, cast

from sqlalchemy import Table, bindparam, case, delete
from sqlalchemy.dialects import postgresql, sqlite

from quizapp.database import db
from quizapp.errors import N_, WrongField
from quizapp.quizzes.models import CodeGuesses

GUESSES: Final = 10
GUESSING_WINDOW: Final = timedelta(minutes=15)

WRONG: Final = N_("This is not the access code. Please ask your teacher for it.")

_GUESSES: Final = cast("Table", CodeGuesses.__table__)


def check_code(*, quiz_id: int, code: str, given: str, person_id: int, now: datetime) -> None:
    """Raise WrongField unless this is the code; after ten wrong ones, whatever is given, for a quarter of an hour.

    A wrong code is counted (none at all is not), and the transaction ended. The count is taken first, so that guesses
    made at the same moment wait for one another and are all counted.
    """
    if not given.strip():
        db.session.rollback()
        raise WrongField("access_code", WRONG)
    row = {"quiz": quiz_id, "person": person_id, "now": now, "over": now - GUESSING_WINDOW}
    count, first_at = db.session.execute(_count(db.engine.dialect.name), row).one()
    if count > GUESSES:
        db.session.rollback()
        raise WrongField(
            "access_code",
            N_("Too many wrong access codes. You can try again at %(time)s."),
            time=first_at + GUESSING_WINDOW,
        )
    if not _same(code, given):
        db.session.commit()
        raise WrongField("access_code", WRONG)
    mine = (_GUESSES.c.quiz_id == quiz_id) & (_GUESSES.c.user_id == person_id)
    db.session.execute(delete(_GUESSES).where(mine))


def _same(code: str, given: str) -> bool:
    """Whether the codes are the same but for their case and the space around them; it takes as long for any other."""
    first, second = (text.strip().casefold().encode() for text in (code, given))
    return compare_digest(first, second)


@cache
def _count(dialect: str) -> Any:
    """Add one to a person's guesses at a quiz, or begin at one once the time since the first is over."""
    insert: Any = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[dialect]
    now, over = (bindparam(name, type_=_GUESSES.c.first_at.type) for name in ("now", "over"))
    first = insert(_GUESSES).values(quiz_id=bindparam("quiz"), user_id=bindparam("person"), count=1, first_at=now)
    is_over = _GUESSES.c.first_at <= over
    return first.on_conflict_do_update(
        index_elements=["quiz_id", "user_id"],
        set_={
            "count": case((is_over, 1), else_=_GUESSES.c.count + 1),
            "first_at": case((is_over, now), else_=_GUESSES.c.first_at),
        },
    ).returning(_GUESSES.c.count, _GUESSES.c.first_at)
