"""A document full of dated facts goes in; facts and questions, each traced to the source's characters, come out."""

from questions.dates import DateValue, Day, Granularity
from questions.document import Document, Language, Reference, Sentence, UnreadableDocument
from questions.explaining import explain_mark
from questions.fact import Fact
from questions.facts import find_facts
from questions.marking import ChosenOptions, Mark, OrderedOptions, Response, TypedDate, mark
from questions.question import Explanation, Interaction, Option, Question, QuestionType
from questions.readers import read
from questions.serial import question_from_json, question_to_json
from questions.speech import say_date
from questions.typed import read_date
from questions.writing import write_questions

__all__ = [
    "ChosenOptions",
    "DateValue",
    "Day",
    "Document",
    "Explanation",
    "Fact",
    "Granularity",
    "Interaction",
    "Language",
    "Mark",
    "Option",
    "OrderedOptions",
    "Question",
    "QuestionType",
    "Reference",
    "Response",
    "Sentence",
    "TypedDate",
    "UnreadableDocument",
    "explain_mark",
    "find_facts",
    "mark",
    "question_from_json",
    "question_to_json",
    "read",
    "read_date",
    "say_date",
    "write_questions",
]
