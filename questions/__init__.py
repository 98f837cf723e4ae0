"""A document full of dated facts goes in; facts and questions, each traced to the source's characters, come out."""

from questions.dates import DateValue, Day, Granularity
from questions.document import Document, Language, Reference, Sentence, UnreadableDocument
from questions.explaining import explain_mark
from questions.fact import Fact
from questions.facts import find_facts
from questions.leaking import leaks
from questions.marking import (
    ChosenOptions,
    Mark,
    MatchedOptions,
    OrderedOptions,
    Response,
    TypedDate,
    TypedNumber,
    mark,
)
from questions.question import Duration, Explanation, Interaction, Option, Quantity, Question, QuestionType, TimeUnit
from questions.readers import read
from questions.serial import question_from_json, question_to_json
from questions.speech import say_date
from questions.typed import read_date, read_number
from questions.typed_marks import FilledGaps, TypedText
from questions.writing import write_questions

__all__ = [
    "ChosenOptions",
    "DateValue",
    "Day",
    "Document",
    "Duration",
    "Explanation",
    "Fact",
    "FilledGaps",
    "Granularity",
    "Interaction",
    "Language",
    "Mark",
    "MatchedOptions",
    "Option",
    "OrderedOptions",
    "Quantity",
    "Question",
    "QuestionType",
    "Reference",
    "Response",
    "Sentence",
    "TimeUnit",
    "TypedDate",
    "TypedNumber",
    "TypedText",
    "UnreadableDocument",
    "explain_mark",
    "find_facts",
    "leaks",
    "mark",
    "question_from_json",
    "question_to_json",
    "read",
    "read_date",
    "read_number",
    "say_date",
    "write_questions",
]
