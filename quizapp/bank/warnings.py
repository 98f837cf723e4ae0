"""What the guidelines say against a question, as far as it can be seen from the question alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import questions
from questions.guidelines import RULES
from questions.question import Question, QuestionType

_NOTHING: Final = questions.read("")
_OF_THE_SOURCE: Final = frozenset({"evidence", "precision", "proof"})
"""Rules about what the document says. A generated question keeps its quotes and dates, and they are checked apart."""


_NOT_SAID_OF: Final[Mapping[QuestionType, frozenset[str]]] = {
    QuestionType.CLOZE: frozenset({"residue", "whole question"}),
    QuestionType.TRUE_FALSE: frozenset({"whole question"}),
    QuestionType.ORDERING: frozenset({"whole question"}),
    QuestionType.MATCHING: frozenset({"whole question"}),
}
"""Rules that make no sense for what is no question, but a text or a task; a gap looks like a reference's marker."""


def warnings_of(question: Question, *, cited: bool) -> tuple[str, ...]:
    """The names of the rules that the question breaks; `cited` says whether it comes with references at all."""
    exempt = _OF_THE_SOURCE | _NOT_SAID_OF.get(question.type, frozenset()) | ({"no reference"} if cited else set())
    return tuple(rule.name for rule in RULES if rule.name not in exempt and rule.broken(question, _NOTHING, ()))


def sentences_of(warnings: Iterable[str]) -> tuple[str, ...]:
    """What each warning says, in the library's English; a rule that there is no more says nothing."""
    said = {rule.name: rule.sentence for rule in RULES}
    return tuple(said[name] for name in warnings if name in said)
