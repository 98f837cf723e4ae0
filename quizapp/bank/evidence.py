"""The evidence of a question's version: the quotes of its body, with the sentences and references kept with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any, Final

from questions.document import Language
from questions.question import Explanation, Question
from quizapp.documents.evidence import Evidence, Piece, PieceKind, Source, cut, quote_within
from quizapp.documents.passages import Passage, Passages

__all__ = [
    "Evidence",
    "Piece",
    "PieceKind",
    "Source",
    "evidence_of",
    "in_context",
    "passage_to_json",
    "source_from_json",
    "source_to_json",
]

_SENTENCES_AROUND: Final = 4


def evidence_of(
    question: Question,
    sources: Sequence[Mapping[str, Any]],
    passages: Sequence[Mapping[str, Any]],
    *,
    document_title: str | None,
    attribution: str | None = None,
) -> tuple[Evidence, ...]:
    """One piece of evidence for each fact that the key rests on, in the question's order.

    `sources` and `passages` are what `QuestionVersion` holds under these names. References that no quote cites follow
    in an evidence without pieces; so does nothing at all for a question that neither quotes nor cites.
    """
    kept = tuple(source_from_json(source) for source in sources)
    quoted = {number for explanation in question.explanations for number in explanation.citations}
    others = tuple(source for source in kept if source.number not in quoted)
    around = [Passage(**passage) for passage in passages]
    found = [
        (_quote_pieces(explanation, passage), _cited(kept, explanation.citations))
        for explanation, passage in zip(question.explanations, around, strict=True)
    ]
    if others:
        found.append(((), others))
    return tuple(
        Evidence(
            document_title=document_title,
            language=Language(question.language),
            pieces=pieces,
            sources=cited,
            attribution=attribution,
        )
        for pieces, cited in found
    )


def in_context(question: Question, found: Sequence[Evidence], source: Passages) -> tuple[Evidence, ...]:
    """The question's evidence with more of its document around each quote: the fewer quotes, the more of it."""
    sentences = max(1, _SENTENCES_AROUND // max(1, len(question.explanations)))
    wider = [
        replace(one, pieces=_quote_pieces(why, source.near(why.start, why.end, sentences=sentences)))
        for one, why in zip(found, question.explanations, strict=False)
    ]
    return (*wider, *found[len(wider) :])


def _quote_pieces(explanation: Explanation, passage: Passage) -> tuple[Piece, ...]:
    begin = passage.start
    pieces = cut(passage.text, date_start=explanation.date_start - begin, date_end=explanation.date_end - begin)
    return quote_within(pieces, start=explanation.start - begin, end=explanation.end - begin)


def _cited(sources: Sequence[Source], numbers: Sequence[int]) -> tuple[Source, ...]:
    by_number = {source.number: source for source in sources}
    return tuple(by_number[number] for number in numbers if number in by_number)


def source_to_json(source: Source) -> dict[str, Any]:
    """The source as `QuestionVersion.sources` keeps it."""
    return asdict(source)


def source_from_json(kept: Mapping[str, Any]) -> Source:
    """The source that `source_to_json` wrote."""
    return Source(**kept)


def passage_to_json(passage: Passage) -> dict[str, Any]:
    """The passage as `QuestionVersion.passages` keeps it."""
    return asdict(passage)
