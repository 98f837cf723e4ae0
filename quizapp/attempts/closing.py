"""When a quiz is closed for everybody: nobody is shown its keys while someone may still answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import func, select

from quizapp.attempts import timing
from quizapp.attempts.statements import ATTEMPT
from quizapp.database import db
from quizapp.quizzes.extra_time import extra_times_at
from quizapp.quizzes.service import QuizRules


def closed_for_all(quizzes: Iterable[QuizRules], now: datetime) -> Mapping[int, datetime | None]:
    """When each quiz is closed for its last student, by quiz; None where it never closes.

    That is its close, or the end of the longest window that extra time gives, or of the last attempt that still runs.
    Before a quiz's own close it is not looked into who has longer: the close itself is then given.
    """
    closes = {quiz.id: quiz.closes_at for quiz in quizzes}
    past = [quiz for quiz in quizzes if quiz.closes_at is not None and now >= quiz.closes_at]
    if past:
        extra = extra_times_at(quiz_ids=[quiz.id for quiz in past])
        running = _last_ends([quiz.id for quiz in past])
        for quiz in past:
            windows = [timing.window_closes_at(quiz, time) for time in extra.get(quiz.id, ())]
            closes[quiz.id] = max(end for end in (quiz.closes_at, *windows, running.get(quiz.id)) if end is not None)
    return closes


def _last_ends(quiz_ids: list[int]) -> Mapping[int, datetime]:
    """When the last attempt that was not submitted ends by itself, by quiz."""
    found = db.session.execute(
        select(ATTEMPT.c.quiz_id, func.max(ATTEMPT.c.closes_at).label("end"))
        .where(
            ATTEMPT.c.quiz_id.in_(quiz_ids),
            ATTEMPT.c.submitted_at.is_(None),
            ATTEMPT.c.closes_at.is_not(None),
            ATTEMPT.c.preview.is_(False),
        )
        .group_by(ATTEMPT.c.quiz_id)
    )
    return {row.quiz_id: row.end for row in found}
