"""What a teacher's question cites: references of its document, or other sources in the teacher's words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from quizapp.bank.own import Wording
from quizapp.documents.evidence import Source
from quizapp.documents.service import heading_of, references_of
from quizapp.errors import N_, NotFound, WrongField

MOST_SOURCES: Final = 10
SOURCE_LENGTH: Final = 500


def sources_cited(
    document_id: int | None, wording: Wording, *, known: Sequence[Source] = (), quoted: Collection[int] = frozenset()
) -> tuple[Source, ...]:
    """The sources that a wording cites.

    On a document they are references of it, those of the sentences that are `quoted` among them. Without one they are
    those that were `known`, as far as they are quoted or cited again, and new ones behind them. Raises WrongField for
    `document_id`, `citations` and `sources`.
    """
    if document_id is not None:
        if wording.sources:
            raise WrongField("sources", N_("A question on a document cites its references. Name others without one."))
        return _of_document(document_id, sorted({*quoted, *wording.citations}))
    kept = {source.number: source for source in known if source.number in {*quoted, *wording.citations}}
    if set(wording.citations) - kept.keys():
        raise WrongField("document_id", N_("Please choose the document whose references you cite."))
    by_text = {source.text: source for source in known}
    _check_texts(wording.sources)
    last = max((source.number for source in known), default=0)
    for text in dict.fromkeys(wording.sources):
        source = by_text.get(text)
        if source is None:
            last += 1
            source = Source(number=last, text=text)
        kept[source.number] = source
    return tuple(kept[number] for number in sorted(kept))


def _check_texts(texts: Sequence[str]) -> None:
    if len(texts) > MOST_SOURCES:
        raise WrongField("sources", N_("There can be at most %(count)s sources."), count=MOST_SOURCES)
    if any(len(text) > SOURCE_LENGTH for text in texts):
        raise WrongField("sources", N_("A source has at most %(count)s characters."), count=SOURCE_LENGTH)


def _of_document(document_id: int, citations: Sequence[int]) -> tuple[Source, ...]:
    """The references of these numbers."""
    try:
        heading_of(document_id)
    except NotFound:
        raise WrongField("document_id", N_("This document is not here any more.")) from None
    sources = references_of(document_id, citations)
    missing = sorted(set(citations) - {source.number for source in sources})
    if missing:
        numbers = ", ".join(str(number) for number in missing)
        raise WrongField("citations", N_("The document has no reference with the number %(numbers)s."), numbers=numbers)
    return sources
