"""Overall feedback: what is said at the end of a quiz, by score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select, update

from quizapp.database import db
from quizapp.errors import NotFound
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.owning import check_may_change

MOST: Final = 4
LONGEST_TEXT: Final = 1000


@dataclass(frozen=True, kw_only=True)
class Feedback:
    """What is said to those with at least so many percent of all marks, and less than the next feedback asks for."""

    percent: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.percent <= 100 or not self.text:
            raise ValueError("A feedback has a percentage from 0 to 100, and a text.")


def feedback_for(entries: Sequence[Feedback], percent: int) -> str | None:
    """What is said for this score; None where nothing is."""
    fitting = [entry for entry in entries if entry.percent <= percent]
    return max(fitting, key=lambda entry: entry.percent).text if fitting else None


def feedback_from_json(stored: Sequence[Mapping[str, Any]]) -> tuple[Feedback, ...]:
    """What a quiz keeps, the highest first."""
    return tuple(Feedback(percent=entry["percent"], text=entry["text"]) for entry in stored)


def feedback_of(quiz_id: int) -> tuple[str, tuple[Feedback, ...]]:
    """The title of a quiz and its feedback, the highest first. Raises NotFound."""
    found = db.session.execute(select(Quiz.title, Quiz.feedback).where(Quiz.id == quiz_id)).one_or_none()
    if found is None:
        raise NotFound
    return found.title, feedback_from_json(found.feedback)


def set_feedback(*, quiz_id: int, entries: Sequence[Feedback], person_id: int) -> None:
    """Give a quiz this feedback in place of what it had; it counts for attempts that have ended, too.

    Raises as `check_may_change`.
    """
    check_may_change(quiz_id=quiz_id, person_id=person_id)
    highest_first = sorted(entries, key=lambda entry: -entry.percent)
    stored = [{"percent": entry.percent, "text": entry.text[:LONGEST_TEXT]} for entry in highest_first]
    db.session.execute(update(Quiz).where(Quiz.id == quiz_id).values(feedback=stored))
    db.session.commit()
