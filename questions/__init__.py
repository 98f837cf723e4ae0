"""A document full of dated facts goes in; facts and questions, each traced to the source's characters, come out."""

from questions.dates import DateValue, Day, Granularity
from questions.document import Document, Language, Reference, Sentence, UnreadableDocument
from questions.fact import Fact
from questions.question import Explanation, Interaction, Option, Question, QuestionType

__all__ = [
    "DateValue",
    "Day",
    "Document",
    "Explanation",
    "Fact",
    "Granularity",
    "Interaction",
    "Language",
    "Option",
    "Question",
    "QuestionType",
    "Reference",
    "Sentence",
    "UnreadableDocument",
]
