"""Every stored score is worked out again from what the attempt was asked and what was saved in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from quizapp.attempts.records import asked_in, saved_in
from quizapp.attempts.scoring import mark_all, score_of
from quizapp.attempts.statements import MARK, SCORE
from quizapp.database import db, reading

BATCH: Final = 200


@dataclass(frozen=True, kw_only=True)
class Recount:
    """A stored score, and what is wrong with it: nothing where `fault` is None."""

    attempt_id: str
    fault: str | None


def recounted() -> Iterator[Recount]:
    """Work out all scores again, a batch a transaction, so that the site goes on meanwhile."""
    last = ""
    while True:
        with reading():
            attempt_ids = list(
                db.session.scalars(
                    select(SCORE.c.attempt_id)
                    .where(SCORE.c.attempt_id > last)
                    .order_by(SCORE.c.attempt_id)
                    .limit(BATCH)
                )
            )
            found = list(_recount(attempt_ids))
        if not attempt_ids:
            return
        yield from found
        last = attempt_ids[-1]


def _recount(attempt_ids: Sequence[str]) -> Iterator[Recount]:
    asked, saved = asked_in(attempt_ids), saved_in(attempt_ids)
    stored_scores = db.session.execute(select(SCORE).where(SCORE.c.attempt_id.in_(attempt_ids)))
    scores = {row.attempt_id: row for row in stored_scores}
    marks: dict[str, dict[int, tuple[float, float]]] = {}
    for row in db.session.execute(select(MARK).where(MARK.c.attempt_id.in_(attempt_ids))):
        marks.setdefault(row.attempt_id, {})[row.slot] = (row.mark, row.max_mark)
    for attempt_id in attempt_ids:
        answers = {slot: one.answer for slot, one in saved.get(attempt_id, {}).items()}
        again = mark_all(asked.get(attempt_id, ()), answers)
        score, stored = score_of(again), scores[attempt_id]
        fault = None
        if (score.mark, score.max_mark) != (stored.mark, stored.max_mark):
            fault = f"{stored.mark} of {stored.max_mark} is stored, {score.mark} of {score.max_mark} comes out"
        elif {one.slot: (one.mark, one.max_mark) for one in again} != marks.get(attempt_id, {}):
            fault = "the marks of its slots are not those that come out"
        yield Recount(attempt_id=attempt_id, fault=fault)
