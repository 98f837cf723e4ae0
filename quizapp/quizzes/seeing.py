"""What a student sees of a quiz, and when: its settings, read as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from quizapp.quizzes.reviewing import ReviewMoment, Shown
from quizapp.quizzes.settings import QuizSettings


class Moment(StrEnum):
    """When a student looks."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    OPEN = "open"
    CLOSED = "closed"


class Sight(StrEnum):
    """What there is to see."""

    RULES = "rules"
    QUESTIONS = "questions"
    ANSWERS = "answers"
    OUTCOMES = "outcomes"
    MARKS = "marks"
    KEYS = "keys"
    EXPLANATIONS = "explanations"
    FEEDBACK = "feedback"


@dataclass(frozen=True, kw_only=True)
class SeenWhen:
    """Something that is seen at these moments."""

    sight: Sight
    moments: frozenset[Moment]


def moments(settings: QuizSettings) -> tuple[Moment, ...]:
    """The moments that there are, in order: a quiz that never closes is never closed."""
    return tuple(moment for moment in Moment if moment is not Moment.CLOSED or settings.closes_at is not None)


def sights(settings: QuizSettings) -> tuple[SeenWhen, ...]:
    """All that there is to see, each with the moments at which these settings show it."""
    return tuple(
        SeenWhen(sight=sight, moments=frozenset(_always(sight) | _reviewed(sight, settings))) for sight in Sight
    )


def _always(sight: Sight) -> set[Moment]:
    if sight is Sight.RULES:
        return set(Moment)
    return {Moment.DURING} if sight in (Sight.QUESTIONS, Sight.ANSWERS) else set()


def _reviewed(sight: Sight, settings: QuizSettings) -> set[Moment]:
    part = _PARTS.get(sight)
    during = {Moment.DURING} if part in settings.review.during else set()
    return during | {Moment(moment) for moment in ReviewMoment if part in settings.review.at(moment)}


_PARTS: Final[Mapping[Sight, Shown]] = {
    Sight.QUESTIONS: Shown.ANSWERS,
    Sight.ANSWERS: Shown.ANSWERS,
    Sight.OUTCOMES: Shown.OUTCOMES,
    Sight.MARKS: Shown.MARKS,
    Sight.KEYS: Shown.KEYS,
    Sight.EXPLANATIONS: Shown.EXPLANATIONS,
    Sight.FEEDBACK: Shown.FEEDBACK,
}
