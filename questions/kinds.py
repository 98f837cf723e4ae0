"""The types of questions, and what a student does to answer them."""

from __future__ import annotations

from enum import StrEnum


class QuestionType(StrEnum):
    """What a question asks; those down to `PRECISION` are written from a document's facts, the rest by teachers."""

    DATE_CHOICE = "date-choice"
    EVENT_CHOICE = "event-choice"
    WHO_CHOICE = "who-choice"
    WHERE_CHOICE = "where-choice"
    NUMBER_CHOICE = "number-choice"
    DATE_ENTRY = "date-entry"
    CHRONOLOGY = "chronology"
    MATCHING = "matching"
    EARLIER = "earlier"
    INTERVAL = "interval"
    TRUE_FALSE_UNSTATED = "true-false-unstated"
    WHICH_OF = "which-of"
    EVIDENCE = "evidence"
    PRECISION = "precision"
    SINGLE_CHOICE = "single-choice"
    MULTIPLE_CHOICE = "multiple-choice"
    TRUE_FALSE = "true-false"
    SHORT_TEXT = "short-text"
    NUMBER = "number"
    ORDERING = "ordering"
    CLOZE = "cloze"

    @property
    def interaction(self) -> Interaction:
        """What a student does to answer."""
        return _INTERACTIONS.get(self, Interaction.CHOICE)


class Interaction(StrEnum):
    """What a student does.

    They choose one option or several, type a date, a number or a few words, put options in order or in pairs, or fill
    the gaps of a text.
    """

    CHOICE = "choice"
    SEVERAL = "several"
    ENTRY = "entry"
    NUMBER = "number"
    TEXT = "text"
    ORDER = "order"
    MATCH = "match"
    CLOZE = "cloze"


_INTERACTIONS = {
    QuestionType.DATE_ENTRY: Interaction.ENTRY,
    QuestionType.CHRONOLOGY: Interaction.ORDER,
    QuestionType.MATCHING: Interaction.MATCH,
    QuestionType.INTERVAL: Interaction.NUMBER,
    QuestionType.WHICH_OF: Interaction.SEVERAL,
    QuestionType.MULTIPLE_CHOICE: Interaction.SEVERAL,
    QuestionType.SHORT_TEXT: Interaction.TEXT,
    QuestionType.NUMBER: Interaction.NUMBER,
    QuestionType.ORDERING: Interaction.ORDER,
    QuestionType.CLOZE: Interaction.CLOZE,
}

BY_HAND = (
    QuestionType.SINGLE_CHOICE,
    QuestionType.MULTIPLE_CHOICE,
    QuestionType.TRUE_FALSE,
    QuestionType.SHORT_TEXT,
    QuestionType.NUMBER,
    QuestionType.DATE_ENTRY,
    QuestionType.ORDERING,
    QuestionType.MATCHING,
    QuestionType.CLOZE,
)
"""The types that a teacher can write from nothing, the usual ones first."""
