"""What there is to choose from in the bank's filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from questions.question import QuestionType
from quizapp.bank.listing import Author, Difficulty, authors
from quizapp.bank.tagging import all_tags
from quizapp.bank.words import DIFFICULTY_NAMES
from quizapp.documents.service import DocumentTitle, titles


@dataclass(frozen=True, kw_only=True)
class FilterChoices:
    """What may be chosen in each filter; `unread` are the dates that were given and cannot be read."""

    types: tuple[QuestionType, ...]
    documents: Sequence[DocumentTitle]
    difficulties: Mapping[Difficulty, str]
    tags: Sequence[str]
    authors: Sequence[Author]
    unread: Sequence[str]


def filter_choices(*, unread: Sequence[str] = ()) -> FilterChoices:
    """All that can be chosen now."""
    return FilterChoices(
        types=tuple(QuestionType),
        documents=titles(),
        difficulties=DIFFICULTY_NAMES,
        tags=all_tags(),
        authors=authors(),
        unread=unread,
    )
