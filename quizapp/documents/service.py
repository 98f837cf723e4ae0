"""Importing a document, and reading what was found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

import questions
from questions.document import Language, UnreadableDocument
from quizapp.accounts.models import User
from quizapp.database import db
from quizapp.documents.evidence import Source
from quizapp.documents.models import Document, Fact, Reference, Sentence, Unresolved
from quizapp.documents.storing import source_of, stored
from quizapp.errors import N_, NotFound, WrongField

TITLE_LENGTH: Final = 200
_FIRST_WORDS: Final = 40


@dataclass(frozen=True, kw_only=True)
class DocumentEntry:
    """A document as the shelf lists it."""

    id: int
    title: str
    language: Language
    characters: int
    facts: int
    references: int
    imported_at: datetime
    imported_by: str


@dataclass(frozen=True, kw_only=True)
class DocumentHeading:
    """What a document is called, in which language it is, and whose text it is."""

    id: int
    title: str
    language: Language
    attribution: str | None
    imported_at: datetime
    imported_by: str


@dataclass(frozen=True, kw_only=True)
class DatedFact:
    """A stored fact with the sentence that it stands in.

    The sentence is the document's exact characters; `date_start` and `date_end` count characters of it. `inferred`
    names those of "year", "month" and "day" that the context gives.
    """

    id: int
    key: str
    date: str
    statement: str
    sentence: str
    date_start: int
    date_end: int
    inferred: tuple[str, ...]
    citations: tuple[int, ...]
    attribution: str | None


@dataclass(frozen=True, kw_only=True)
class UnresolvedDate:
    """A date expression that made no fact, the sentence that it stands in, and why."""

    text: str
    sentence: str
    start: int
    end: int
    reason: str


def import_document(
    *, source: bytes | str, title: str | None, person_id: int, now: datetime, attribution: str | None = None
) -> int:
    """Store a document with its facts, and return its id; a text that is here already keeps the id that it has.

    It is called by the title given, else by its own, else by its first words. `attribution` says whose text it is
    and under which licence, where that must be shown. Raises WrongField for `source` when it holds no readable text,
    and for `title` when that is too long.
    """
    wanted = (title or "").strip()
    if len(wanted) > TITLE_LENGTH:
        raise WrongField("title", N_("A title has at most %(count)s characters."), count=TITLE_LENGTH)
    document = _read(source, wanted or None)
    facts = questions.find_facts(document)
    row = stored(document, facts)
    row.title = wanted or document.title or _first_words(document.text)
    row.attribution = attribution
    row.imported_at = now
    row.imported_by = person_id
    return _stored_once(row, document.digest)


def _read(source: bytes | str, title: str | None) -> questions.Document:
    try:
        document = questions.read(source, title=title)
    except UnreadableDocument as error:
        raise WrongField("source", str(error)) from error
    if not document.text.strip():
        raise WrongField("source", N_("There is no text in it."))
    if "\0" in document.text:
        raise WrongField("source", N_("The file is not text in UTF-8, UTF-16, GB18030 or Big5."))
    return document


def _first_words(text: str) -> str:
    first = text.strip().partition("\n")[0]
    return first if len(first) <= _FIRST_WORDS else first[:_FIRST_WORDS].rstrip() + "…"


def _known(digest: str) -> int | None:
    return db.session.scalar(select(Document.id).where(Document.digest == digest))


def _stored_once(row: Document, digest: str) -> int:
    """Store the document, unless the same text is here, or came from elsewhere at this moment."""
    known = _known(digest)
    if known is not None:
        db.session.rollback()
        return known
    db.session.add(row)
    try:
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return db.session.scalars(select(Document.id).where(Document.digest == digest)).one()
    return row.id


def list_documents() -> tuple[DocumentEntry, ...]:
    """All documents, the newest first."""
    facts = select(func.count()).where(Fact.document_id == Document.id).scalar_subquery()
    references = select(func.count()).where(Reference.document_id == Document.id).scalar_subquery()
    rows = db.session.execute(
        select(
            Document.id,
            Document.title,
            Document.language,
            func.length(Document.text).label("characters"),
            facts.label("facts"),
            references.label("references"),
            Document.imported_at,
            User.name.label("imported_by"),
        )
        .join(User, User.id == Document.imported_by)
        .order_by(Document.imported_at.desc(), Document.id.desc())
    )
    return tuple(DocumentEntry(**row) for row in rows.mappings())


def heading_of(document_id: int) -> DocumentHeading:
    """What stands above everything on a document. Raises NotFound."""
    columns = (Document.id, Document.title, Document.language, Document.attribution, Document.imported_at)
    row = db.session.execute(
        select(*columns, User.name.label("imported_by"))
        .join(User, User.id == Document.imported_by)
        .where(Document.id == document_id)
    ).one_or_none()
    if row is None:
        raise NotFound
    return DocumentHeading(**row._mapping)


def text_of(document_id: int) -> str:
    """The document's text, character by character as it was stored. Raises NotFound."""
    text = db.session.scalar(select(Document.text).where(Document.id == document_id))
    if text is None:
        raise NotFound
    return text


def facts_of(document_id: int) -> tuple[DatedFact, ...]:
    """The document's facts in the order of the text."""
    text = text_of(document_id)
    facts = db.session.scalars(select(Fact).where(Fact.document_id == document_id).order_by(Fact.position))
    sentences = _sentences(document_id)
    return tuple(_dated(fact, text, *_around(sentences, fact.start, fact.end)) for fact in facts)


def unresolved_of(document_id: int) -> tuple[UnresolvedDate, ...]:
    """The date expressions that the text does not settle, in the order of the text."""
    text = text_of(document_id)
    found = db.session.scalars(
        select(Unresolved).where(Unresolved.document_id == document_id).order_by(Unresolved.start)
    )
    sentences = _sentences(document_id)
    entries = []
    for entry in found:
        start, end = _around(sentences, entry.start, entry.end)
        entries.append(
            UnresolvedDate(
                text=entry.text,
                sentence=text[start:end],
                start=entry.start - start,
                end=entry.end - start,
                reason=entry.reason,
            )
        )
    return tuple(entries)


def references_of(document_id: int, numbers: Collection[int] | None = None) -> tuple[Source, ...]:
    """The document's references by number; only those named, where `numbers` is given."""
    wanted = select(Reference).where(Reference.document_id == document_id).order_by(Reference.number)
    if numbers is not None:
        wanted = wanted.where(Reference.number.in_(numbers))
    return tuple(source_of(reference) for reference in db.session.scalars(wanted))


def _sentences(document_id: int) -> Sequence[tuple[int, int]]:
    rows = db.session.execute(
        select(Sentence.start, Sentence.end).where(Sentence.document_id == document_id).order_by(Sentence.start)
    )
    return [(start, end) for start, end in rows]


def _around(sentences: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """The characters from the beginning of the sentence that `start` lies in to the end of the one that `end` does."""
    first = bisect_right(sentences, start, key=itemgetter(0)) - 1
    last = bisect_left(sentences, end, key=itemgetter(1))
    begin = min(start, sentences[first][0]) if first >= 0 else start
    stop = max(end, sentences[last][1]) if last < len(sentences) else end
    return begin, stop


def _dated(fact: Fact, text: str, start: int, end: int) -> DatedFact:
    return DatedFact(
        id=fact.id,
        key=fact.key,
        date=fact.date_value,
        statement=fact.statement,
        sentence=text[start:end],
        date_start=fact.date_start - start,
        date_end=fact.date_end - start,
        inferred=tuple(fact.date_inferred),
        citations=tuple(fact.citations),
        attribution=fact.attribution,
    )
