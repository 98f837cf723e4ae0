"""What pages call the types, states and difficulties of questions: sentences marked for translation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from questions.question import QuestionType
from quizapp.bank.differences import Part
from quizapp.bank.listing import HARDEST, Difficulty
from quizapp.bank.state import State
from quizapp.errors import N_

TYPE_NAMES: Final[Mapping[QuestionType, str]] = {
    QuestionType.DATE_CHOICE: N_("Date, by choice"),
    QuestionType.EVENT_CHOICE: N_("Event, by choice"),
    QuestionType.WHO_CHOICE: N_("Who, by choice"),
    QuestionType.WHERE_CHOICE: N_("Where, by choice"),
    QuestionType.NUMBER_CHOICE: N_("How many, by choice"),
    QuestionType.DATE_ENTRY: N_("Date, typed in"),
    QuestionType.CHRONOLOGY: N_("Chronology"),
    QuestionType.MATCHING: N_("Matching events and dates"),
    QuestionType.EARLIER: N_("Which came first"),
    QuestionType.INTERVAL: N_("How long between"),
    QuestionType.TRUE_FALSE_UNSTATED: N_("True, false or not stated"),
    QuestionType.WHICH_OF: N_("Which of these happened then"),
    QuestionType.EVIDENCE: N_("Which reference supports this"),
    QuestionType.PRECISION: N_("How precisely the source dates it"),
    QuestionType.SINGLE_CHOICE: N_("Single choice"),
    QuestionType.MULTIPLE_CHOICE: N_("Multiple choice"),
    QuestionType.TRUE_FALSE: N_("True or false"),
    QuestionType.SHORT_TEXT: N_("Short text"),
    QuestionType.NUMBER: N_("Number"),
    QuestionType.ORDERING: N_("Ordering"),
    QuestionType.CLOZE: N_("Cloze"),
}

HAND_NAMES: Final[Mapping[QuestionType, str]] = {
    **TYPE_NAMES,
    QuestionType.MATCHING: N_("Matching"),
}
"""What the types are called where a teacher chooses one to write: pairs need be no events and dates there."""

STATE_NAMES: Final[Mapping[State, str]] = {
    State.DRAFT: N_("Draft"),
    State.APPROVED: N_("Approved"),
    State.REJECTED: N_("Rejected"),
    State.RETIRED: N_("Retired"),
}

DIFFICULTY_NAMES: Final[Mapping[Difficulty, str]] = {
    Difficulty.EASY: N_("Easy"),
    Difficulty.MEDIUM: N_("Medium"),
    Difficulty.HARD: N_("Hard"),
}


def difficulty_name(difficulty: float) -> str:
    """The word for a difficulty from 0 (easy) to 1."""
    return next(DIFFICULTY_NAMES[part] for part, limit in HARDEST.items() if difficulty <= limit)


PART_NAMES: Final[Mapping[Part, str]] = {
    Part.STEM: N_("Stem"),
    Part.OPTION: N_("Option"),
    Part.KEY: N_("The right option"),
    Part.NOTE: N_("Explanation"),
}

LIBRARY_SENTENCES: Final = (
    N_("The key has no quote of the source behind it."),
    N_("The stem asks no whole question."),
    N_("Markers or remains of a web page stand in the text."),
    N_("A pronoun or connective has nothing to refer to."),
    N_("Half-width punctuation stands beside Chinese."),
    N_("The stem holds its answer."),
    N_("Only the key shares a word with the stem."),
    N_("An option speaks of the other options."),
    N_("The stem asks for what is not so."),
    N_("Two options mean the same."),
    N_("The dates are not of one form."),
    N_("The key is not the date that the source gives."),
    N_("The dates of its facts do not prove the key."),
    N_("The numbers are not of one form."),
    N_("Two dates overlap, so that more than one may be right."),
    N_("It speaks of how things are today."),
    N_("Only the key's title shares a word with the stem."),
    N_("The key is much longer than the rest."),
    N_("Only the key holds figures or a quotation."),
    N_("Dates or numbers do not ascend."),
    N_("The stem may ask for more than one fact."),
    N_("The key uses words that the source does not."),
    N_("Three or four options are best."),
    N_("The stem is long to read."),
    N_("The source cites no reference for this."),
)
"""What the library's guidelines say against a question, in its English."""
