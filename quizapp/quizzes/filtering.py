"""The filters of a random draw as they are stored, and as the bank's addresses name them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from questions.dates import DateValue
from questions.question import QuestionType
from quizapp.bank.listing import Difficulty, Filters


def for_draw(filters: Filters) -> Filters:
    """The filters as far as a draw goes by them: it draws approved questions, whatever newer revisions say."""
    return replace(filters, state=None, flagged=False)


def as_json(filters: Filters) -> dict[str, Any]:
    """What is filtered by, under the names that the bank's addresses have for it; what filters nothing is left out."""
    named: dict[str, Any] = {
        "document": filters.document_id,
        "type": filters.type,
        "difficulty": filters.difficulty,
        "tag": filters.tag,
        "author": filters.author_id,
        "since": str(filters.since) if filters.since else None,
        "until": str(filters.until) if filters.until else None,
        "text": filters.text,
    }
    return {name: value for name, value in named.items() if value}


def from_json(stored: Mapping[str, Any]) -> Filters:
    """What `as_json` wrote."""
    return Filters(
        document_id=stored.get("document"),
        type=QuestionType(stored["type"]) if "type" in stored else None,
        difficulty=Difficulty(stored["difficulty"]) if "difficulty" in stored else None,
        tag=stored.get("tag", ""),
        author_id=stored.get("author"),
        since=DateValue(stored["since"]) if "since" in stored else None,
        until=DateValue(stored["until"]) if "until" in stored else None,
        text=stored.get("text", ""),
    )
