"""What attempts were worth: a student's own history, and for teachers the scores of all students."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.attempts.listing import AttemptLine, attempts_of, attempts_of_students
from quizapp.quizzes.service import QuizRules, published


@dataclass(frozen=True, kw_only=True)
class History:
    """A person's attempts, the newest first, and in order of time those whose scores the person may see."""

    lines: tuple[AttemptLine, ...]
    scored: tuple[AttemptLine, ...]


@dataclass(frozen=True, kw_only=True)
class Scores:
    """All students' attempts, at one quiz or (`quiz` None) at all, the newest first, and the quizzes to choose from."""

    lines: tuple[AttemptLine, ...]
    quizzes: tuple[QuizRules, ...]
    quiz: QuizRules | None


def history(*, person_id: int, now: datetime) -> History:
    """The person's attempts with their scores."""
    lines = attempts_of(person_id=person_id, now=now)
    scored = tuple(line for line in lines if line.score is not None and line.released)
    return History(lines=lines[::-1], scored=scored)


def scores(*, quiz_id: int | None, now: datetime) -> Scores:
    """The students' attempts; a quiz that is not there is taken as none chosen."""
    quizzes = published()
    chosen = next((quiz for quiz in quizzes if quiz.id == quiz_id), None)
    lines = attempts_of_students(quiz_id=chosen.id if chosen else None, now=now)
    return Scores(lines=lines[::-1], quizzes=quizzes, quiz=chosen)
