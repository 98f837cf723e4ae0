"""Words that the bank is searched in and for: folded alike, so that looking for one is comparing characters."""

from __future__ import annotations

import re
import unicodedata

import questions

_GAPS = re.compile(r"\s+")


def folded(text: str) -> str:
    """The text without differences of case, of width and of white space."""
    return _GAPS.sub(" ", unicodedata.normalize("NFKC", text).casefold())


def searched(question: questions.Question, *, note: str | None) -> str:
    """All that a question is found by: its stem, its options and its explanation, folded, a line each."""
    return "\n".join(
        folded(part) for part in (question.stem, *(option.text for option in question.options), note or "")
    )
