"""The evidence of a question's version: the quotes of its body, with the references that were kept with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from questions.document import Language
from questions.question import Explanation, Question
from quizapp.documents.evidence import Evidence, Piece, PieceKind, Source, cut

__all__ = ["Evidence", "Piece", "PieceKind", "Source", "evidence_of", "source_from_json", "source_to_json"]


def evidence_of(
    question: Question,
    sources: Sequence[Mapping[str, Any]],
    *,
    document_title: str | None,
    attribution: str | None = None,
) -> tuple[Evidence, ...]:
    """One piece of evidence for each fact that the key rests on, in the question's order.

    `sources` is what `QuestionVersion.sources` holds. References that no quote cites follow in an evidence without
    pieces; so does nothing at all for a question that neither quotes nor cites (its tuple is empty).
    """
    kept = tuple(source_from_json(source) for source in sources)
    quoted = {number for explanation in question.explanations for number in explanation.citations}
    others = tuple(source for source in kept if source.number not in quoted)
    found = [(_quote_pieces(one), _cited(kept, one.citations)) for one in question.explanations]
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


def _quote_pieces(explanation: Explanation) -> tuple[Piece, ...]:
    begin = explanation.start
    return cut(explanation.quote, date_start=explanation.date_start - begin, date_end=explanation.date_end - begin)


def _cited(sources: Sequence[Source], numbers: Sequence[int]) -> tuple[Source, ...]:
    by_number = {source.number: source for source in sources}
    return tuple(by_number[number] for number in numbers if number in by_number)


def source_to_json(source: Source) -> dict[str, Any]:
    """The source as `QuestionVersion.sources` keeps it."""
    return asdict(source)


def source_from_json(kept: Mapping[str, Any]) -> Source:
    """The source that `source_to_json` wrote."""
    return Source(**kept)
