"""The two answers to a statement that is true or false, in each language of documents."""

from __future__ import annotations

from questions.document import Language
from questions.question import Option

_WORDS = {
    Language.SIMPLIFIED: ("正确", "错误"),
    Language.TRADITIONAL: ("正確", "錯誤"),
    Language.ENGLISH: ("True", "False"),
}


def truth_options(language: Language, *, is_true: bool) -> tuple[Option, ...]:
    """The options "true" and "false", in this order, of which one is right."""
    true, false = _WORDS[language]
    return (Option(id="a", text=true, correct=is_true), Option(id="b", text=false, correct=not is_true))
