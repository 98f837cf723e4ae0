"""What typed words and numbers are worth: compared as the eye reads them, not character by character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from questions.question import Quantity, Question
from questions.regex import regex

_SPACE = regex(r"\s+")
_BESIDE_HAN = regex(r"(?<=[\u2e80-\u9fff]) | (?=[\u2e80-\u9fff])")
_AT_ENDS = regex(r"^\W+|\W+$")


@dataclass(frozen=True, kw_only=True)
class TypedText:
    """The words that the student typed."""

    text: str


@dataclass(frozen=True, kw_only=True)
class FilledGaps:
    """What the student typed into gaps, by the gap's number, counted from 1."""

    texts: Mapping[int, str]


@dataclass(frozen=True, kw_only=True)
class TextPart:
    """Whether the words that were typed are among those that are accepted."""

    correct: bool

    @property
    def fraction(self) -> Fraction:
        return Fraction(self.correct)


@dataclass(frozen=True, kw_only=True)
class GapsPart:
    """How many of the gaps are filled rightly; each is worth the same."""

    right: int
    gaps: int

    @property
    def fraction(self) -> Fraction:
        return Fraction(self.right, self.gaps)


@dataclass(frozen=True, kw_only=True)
class QuantityPart:
    """Whether the number that was typed lies within the tolerance of the one that is `wanted`."""

    given: Fraction
    wanted: Quantity

    @property
    def fraction(self) -> Fraction:
        return Fraction(abs(self.given - Fraction(self.wanted.value)) <= Fraction(self.wanted.tolerance))


def as_read(text: str) -> str:
    """The text without what the eye passes over: width, case, further spaces, and marks at either end."""
    plain = _SPACE.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
    return _BESIDE_HAN.sub("", _AT_ENDS.sub("", plain) or plain)


def is_accepted(text: str, accepted: Iterable[str]) -> bool:
    """Whether a typed text reads the same as one of those accepted."""
    return as_read(text) in {as_read(one) for one in accepted}


def mark_text(question: Question, given: TypedText) -> TextPart:
    """What typed words are worth."""
    return TextPart(correct=is_accepted(given.text, question.accepted))


def mark_gaps(question: Question, given: FilledGaps) -> GapsPart:
    """What filled gaps are worth. Raises ValueError for a gap that the question does not have."""
    if not set(given.texts) <= set(range(1, len(question.gaps) + 1)):
        raise ValueError("The question has no such gap.")
    right = sum(is_accepted(text, question.gaps[number - 1]) for number, text in given.texts.items())
    return GapsPart(right=right, gaps=len(question.gaps))
