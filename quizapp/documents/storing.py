"""A document of the library as rows of the database, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import questions
from questions.dates import DateValue
from questions.document import SourceFormat
from quizapp.documents.evidence import Source, web_address
from quizapp.documents.models import Document, Fact, Reference, Sentence, Unresolved
from quizapp.documents.naming import with_its_own_title

_ADDRESSES: Final = ("url", "archive_url")
_WORDS: Final = ("title", "author", "publisher", "place", "language", *_ADDRESSES)
_DATES: Final = ("issued", "accessed", "archived")


def stored(document: questions.Document, facts: Sequence[questions.Fact]) -> Document:
    """The document with all its parts as a row that is not in the database yet; who, when and title are left open."""
    return Document(
        language=document.language,
        format=document.format,
        digest=document.digest,
        text=document.text,
        sentences=[
            Sentence(position=position, start=sentence.start, end=sentence.end, paragraph=sentence.paragraph)
            for position, sentence in enumerate(document.sentences)
        ],
        references=[_stored_reference(reference) for reference in document.references_by_number.values()],
        facts=[_stored_fact(fact, position) for position, fact in enumerate(facts)],
        unresolved=[
            Unresolved(start=entry.start, end=entry.end, text=entry.text, reason=entry.reason)
            for entry in document.unresolved
        ],
    )


def _stored_reference(reference: questions.Reference) -> Reference:
    dates: dict[str, Any] = {name: _edtf(getattr(reference, name)) for name in _DATES}
    return Reference(number=reference.number, text=reference.text, **_words(reference), **dates)


def _words(reference: questions.Reference | Reference) -> dict[str, Any]:
    """The fields of a reference that are the same in the library and in the database."""
    return {name: getattr(reference, name) for name in _WORDS}


def _stored_fact(fact: questions.Fact, position: int) -> Fact:
    return Fact(
        key=fact.id,
        position=position,
        date_value=str(fact.date.value),
        date_text=fact.date.text,
        date_start=fact.date.start,
        date_end=fact.date.end,
        date_inferred=list(fact.date.inferred),
        date_modifier=fact.date.modifier,
        statement=fact.statement,
        quote=fact.quote,
        start=fact.start,
        end=fact.end,
        citations=list(fact.citations),
        attribution=fact.attribution,
        modality=fact.modality,
    )


def restored(row: Document) -> questions.Document:
    """The library's document of a row: its text read again, and its references with the fields that are stored.

    A text that any reader made reads as text to the same sentences, markers and dates; what it cannot say for certain,
    the fields of the references, was found in the markup and is stored.
    """
    read = questions.read(row.text, format=SourceFormat.TEXT, title=row.title)
    known = {(reference.number, reference.text): reference for reference in row.references}
    references = tuple(_restored_reference(entry, known.get((entry.number, entry.text))) for entry in read.references)
    return with_its_own_title(replace(read, format=row.format, references=references))


def _restored_reference(entry: questions.Reference, known: Reference | None) -> questions.Reference:
    if known is None:
        return entry  # another entry of the text has this number
    dates: dict[str, Any] = {name: _date(getattr(known, name)) for name in _DATES}
    return replace(entry, **_words(known), **dates)


def _date(edtf: str | None) -> DateValue | None:
    return None if edtf is None else DateValue(edtf)


def _edtf(date: DateValue | None) -> str | None:
    return None if date is None else str(date)


def source_of(reference: Reference) -> Source:
    """The reference as pages show it."""
    addresses = {name: web_address(getattr(reference, name)) for name in _ADDRESSES}
    dates = {name: getattr(reference, name) for name in _DATES}
    return Source(number=reference.number, text=reference.text, **(_words(reference) | addresses), **dates)
