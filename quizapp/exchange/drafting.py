"""From what a file gave to the rows of draft questions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

import questions
from questions.exchange import Citation, Item
from questions.exchange.drafts import letter
from questions.question import Explanation
from questions.references import read_reference
from quizapp.bank.evidence import passage_to_json, source_to_json
from quizapp.bank.searching import searched
from quizapp.bank.state import State
from quizapp.bank.tagging import TAG_LENGTH
from quizapp.bank.warnings import warnings_of
from quizapp.documents.evidence import Source, web_address
from quizapp.documents.passages import Passage

_FACT: Final = re.compile(r"[\w-]{1,64}", re.ASCII)
_LONGEST_READ: Final = 1000  # characters of a reference whose fields are looked for
_WORDS: Final = ("title", "author", "publisher", "place", "language")
_DATES: Final = ("issued", "accessed", "archived")
_ADDRESSES: Final = ("url", "archive_url")


@dataclass(frozen=True, kw_only=True)
class Drafted:
    """A draft as rows of the bank: columns of its question and of its first version, its words, and its tag or none."""

    question: dict[str, Any]
    version: dict[str, Any]
    words: str
    tag: str


def drafted(item: Item, *, name: str, person_id: int, now: datetime) -> Drafted:
    """A draft of this item, by this person; `name` becomes the question's id in the library's sense."""
    asked = with_own_names(item.question, name)
    sources = [source_to_json(source_of(entry)) for entry in {one.number: one for one in item.references}.values()]
    warnings = list(warnings_of(asked, cited=bool(sources)))
    note = item.remark or None
    made = {"created_at": now, "created_by": person_id}
    kind = {"type": asked.type, "difficulty": asked.difficulty}
    return Drafted(
        question={"state": State.DRAFT, "warned": bool(warnings), **kind, **made},
        version={
            "number": 1,
            "language": asked.language,
            "stem": asked.stem,
            "body": questions.question_to_json(asked),
            "sources": sources,
            "passages": [passage_to_json(_passage(entry)) for entry in asked.explanations],
            "note": note,
            "warnings": warnings,
            **kind,
            **made,
        },
        words=searched(asked, note=note),
        tag=" ".join(item.category.split())[:TAG_LENGTH].strip(),
    )


def _passage(explanation: Explanation) -> Passage:
    """All that a file tells of the sentence around a quote is the quote."""
    return Passage(start=explanation.start, text=explanation.quote)


def with_own_names(asked: questions.Question, name: str) -> questions.Question:
    """The question under this id, its options named by letters in their order: a file's names may be anything."""
    names = {option.id: letter(place) for place, option in enumerate(asked.options)}
    return replace(
        asked,
        id=name,
        options=tuple(replace(one, id=names[one.id], fact_id=_fact(one.fact_id)) for one in asked.options),
        order=tuple(tuple(sorted(names[one] for one in group)) for group in asked.order),
        pairs=tuple((names[first], names[second]) for first, second in asked.pairs),
        fact_ids=tuple(key for key in asked.fact_ids if _fact(key)),
    )


def _fact(key: str | None) -> str | None:
    return key if key and _FACT.fullmatch(key) else None


def source_of(citation: Citation) -> Source:
    """The reference with the fields that can be read in it; of a very long one the text alone."""
    if len(citation.text) > _LONGEST_READ:
        return Source(number=citation.number, text=citation.text)
    read = read_reference(number=citation.number, text=citation.text)
    words: dict[str, Any] = {name: getattr(read, name) for name in _WORDS}
    dates: dict[str, Any] = {name: None if (day := getattr(read, name)) is None else str(day) for name in _DATES}
    addresses: dict[str, Any] = {name: web_address(getattr(read, name)) for name in _ADDRESSES}
    return Source(number=citation.number, text=citation.text, **words, **dates, **addresses)
