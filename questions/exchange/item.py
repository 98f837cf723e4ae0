"""What is exchanged with other programs: questions with the references they cite, and what is said about a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from questions.document import Reference
from questions.question import Question
from questions.regex import regex


class Format(StrEnum):
    """The formats of other programs; Anki's is only written."""

    GIFT = "gift"
    AIKEN = "aiken"
    MOODLE_XML = "moodle-xml"
    QTI_22 = "qti22"
    QTI_30 = "qti30"
    CSV = "csv"
    ANKI = "anki"

    @property
    def is_text(self) -> bool:
        """Whether the format is text in UTF-8; the others are archives."""
        return self in (Format.GIFT, Format.AIKEN, Format.MOODLE_XML, Format.CSV)


class UnreadableFile(ValueError):
    """A file that holds nothing of any known format; the message is a sentence for the person who gave it."""


@dataclass(frozen=True, kw_only=True)
class Citation:
    """A reference as a question cites it: its number, and its text as the document gives it."""

    number: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """A question as it travels: with the texts of the references that it cites.

    `remark` is what an author says about the answer beside quotes, `category` where a bank keeps the question, with
    ``/`` between the levels. Both are empty where there is nothing to say.
    """

    question: Question
    references: tuple[Citation, ...] = ()
    remark: str = ""
    category: str = ""


class Field(StrEnum):
    """The part of a question that something is wrong with."""

    STEM = "stem"
    OPTIONS = "options"
    KEY = "key"
    QUESTION = "question"
    FILE = "file"


class Wrong(StrEnum):
    """What may be wrong with an item or a file; `%(what)s` stands for what it is."""

    NO_STEM = "The question has no text."
    EMPTY_OPTION = "An option has no text."
    FEW_OPTIONS = "There are fewer than two options."
    MANY_OPTIONS = "A question has at most %(what)s options."
    SAME_OPTIONS = "Two options read the same."
    TOO_LONG = "A text has at most %(what)s characters."
    NO_KEY = "No option is marked as right."
    SEVERAL_KEYS = "More than one option is marked as right."
    ALL_KEYS = "Every option is marked as right."
    EMPTY_KEY = "The column of the key is empty."
    FEW_PAIRS = "There are fewer than two pairs."
    NO_ARROW = "A pair has no arrow (->)."
    NO_WHOLE_NUMBER = "A length of time is a whole number."
    OPEN_BRACE = "The brace before the answers is not closed before the next empty line."
    NO_ANSWER = "There is no line ANSWER behind the options."
    UNKNOWN_OPTION = "The key names “%(what)s”, which is no option."
    INCOMPLETE_ORDER = "The order does not name each option once."
    NO_BODY = "The item has no body."
    NO_RESPONSE = "The item declares no right response."
    CONTRADICTION = "The parts do not make a question: %(what)s"
    OPEN_CELL = "A cell does not end, or is too long; what follows is not read."
    BROKEN_XML = "The XML ends here or has a mistake; what follows is not read."
    BROKEN_FILE = "The file %(what)s has a mistake in its XML, or is none."
    OLD_QTI = "The file %(what)s is QTI 1.2, which is not read; please export QTI 2.2 or 3.0."

    def about(self, what: str) -> str:
        """The sentence, with what it is about."""
        return self.value.replace("%(what)s", what)


class Loss(StrEnum):
    """Why something is not taken over; `%(what)s` stands for what it is."""

    IMAGE = "Images are not taken over."
    FORMULA = "Formulas are not taken over as formulas."
    OTHER_TYPE = "Questions of the type “%(what)s” are not taken over."
    NOT_A_DATE = "Typed answers that are no dates are not taken over."
    NO_UNIT = "Typed numbers are taken over only as days, months or years."
    PENALTY = "Marks and penalties are not taken over."
    SHARED_MATCH = "Pairs in which two items share a match are not taken over."
    EMBEDDED = "Answers within the text of a question are not taken over."
    EVIDENCE = "The format has no place for quotes, references and remarks on the answers."
    TYPE = "The format has no questions of the type “%(what)s”."
    TIES = "The format knows no events of equal date: one of the right orders was written."
    TYPED_DATES = "Other programs accept a typed date only in the forms that were written out."
    ARROW = "Arrows (->) within a pair were written as →."
    LINES = "The format has no line ends within a text: a space was written."
    MARK_AT_START = "The format would take the beginning of a text for a mark of its own."
    CONTROL = "Characters that no text has were left out."
    CATEGORY = "The format has no categories."

    def about(self, what: str) -> str:
        """The sentence, with what it is about."""
        return self.value.replace("%(what)s", what)


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Why an item was not read: its number in the file (from 1), its line where the format has lines, and the field."""

    item: int
    line: int | None
    field: Field
    wrong: Wrong
    what: str = ""

    @property
    def sentence(self) -> str:
        return self.wrong.about(self.what)


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """Something that was not taken over, of the item with this number (from 1)."""

    item: int
    loss: Loss
    what: str = ""
    line: int | None = None

    @property
    def sentence(self) -> str:
        return self.loss.about(self.what)


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What a file gave: the good questions, the faults of the others, and what has no place here."""

    items: tuple[Item, ...] = ()
    errors: tuple[Fault, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(item.question for item in self.items)


@dataclass(frozen=True, kw_only=True)
class Written:
    """The bytes of a file, and what it has no place for."""

    content: bytes
    left_out: tuple[LeftOut, ...] = ()


_CITED = regex(r"\[(\d{1,4})\]")


def with_references(questions: Iterable[Question], references: Sequence[Reference]) -> tuple[Item, ...]:
    """Each question with those of its document's references that its explanations and remarks cite, in their order."""
    return tuple(_with_references(question, references) for question in questions)


def _with_references(question: Question, references: Sequence[Reference]) -> Item:
    numbers = set(_cited(question))
    cited = tuple(Citation(number=entry.number, text=entry.text) for entry in references if entry.number in numbers)
    return Item(question=question, references=cited)


def _cited(question: Question) -> Iterator[int]:
    for explanation in question.explanations:
        yield from explanation.citations
    for option in question.options:
        yield from map(int, _CITED.findall(option.feedback or ""))
