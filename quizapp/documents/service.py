"""Importing documents, and what they are called and cite."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased, selectinload

import questions
from questions.document import Language, UnreadableDocument
from quizapp.accounts.models import User
from quizapp.database import db, reading
from quizapp.documents.evidence import Source
from quizapp.documents.models import Correction, Document, Fact, Reference
from quizapp.documents.naming import TITLE_LENGTH, title_of
from quizapp.documents.storing import restored, source_of, stored
from quizapp.errors import N_, NotFound, WrongField

MOST_BYTES: Final = 5 * 1024 * 1024
"""As much as a file of questions may have."""


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
class DocumentTitle:
    """What a document is called, in its own language."""

    id: int
    title: str
    language: Language


@dataclass(frozen=True, kw_only=True)
class DocumentHeading:
    """What a document is called, in which language it is, whose text it is, and the revisions before and after it."""

    id: int
    title: str
    language: Language
    attribution: str | None
    imported_at: datetime
    imported_by: str
    replaces_id: int | None
    replaced_by_id: int | None


def import_document(
    *,
    source: bytes | str,
    title: str | None,
    person_id: int,
    now: datetime,
    attribution: str | None = None,
    replaces_id: int | None = None,
    along: Callable[[int], None] | None = None,
) -> int:
    """Store a document with its facts, and return its id; a text that is here already keeps the id that it has.

    It is called by the title given, else by its own, else by its first words. `attribution` says whose text it is
    and under which licence, where that must be shown. `replaces_id` is the document that it is a newer revision of.
    `along` is called with the new id before the change is committed, for what must come to be with it.
    Raises WrongField for `source` when it holds no readable text,
    and for `title` when that is too long.
    """
    document = read_source(source, title)
    facts = questions.find_facts(document)
    row = stored(document, facts)
    row.title = title_of(document, title)
    row.attribution = attribution
    row.imported_at = now
    row.imported_by = person_id
    row.replaces_id = replaces_id
    return _stored_once(row, document.digest, along)


def read_source(source: bytes | str, title: str | None) -> questions.Document:
    """The document that a source holds. Raises WrongField for `source` and `title`, as `import_document` does."""
    wanted = (title or "").strip()
    if len(wanted) > TITLE_LENGTH:
        raise WrongField("title", N_("A title has at most %(count)s characters."), count=TITLE_LENGTH)
    if len(source if isinstance(source, bytes) else source.encode()) > MOST_BYTES:
        raise WrongField("source", N_("The file has more than 5 MB."))
    try:
        document = questions.read(source, title=wanted or None)
    except UnreadableDocument as error:
        raise WrongField("source", str(error)) from error
    if not document.text.strip():
        raise WrongField("source", N_("There is no text in it."))
    if "\0" in document.text:
        raise WrongField("source", N_("The file is not text in UTF-8, UTF-16, GB18030 or Big5."))
    return document


def _stored_once(row: Document, digest: str, along: Callable[[int], None] | None) -> int:
    """Store the document, unless the same text is here, or came from elsewhere at this moment."""
    with reading():
        known = db.session.scalar(select(Document.id).where(Document.digest == digest))
    if known is not None:
        return known
    db.session.add(row)
    try:
        db.session.flush()
        if along is not None:
            along(row.id)
        db.session.commit()
    except IntegrityError:
        db.session.rollback()
        return db.session.scalars(select(Document.id).where(Document.digest == digest)).one()
    return row.id


def list_documents() -> tuple[DocumentEntry, ...]:
    """All documents, each in its newest revision, the newest first."""
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
        .where(_is_newest())
        .order_by(Document.imported_at.desc(), Document.id.desc())
    )
    return tuple(DocumentEntry(**row) for row in rows.mappings())


def _is_newest() -> ColumnElement[bool]:
    """Whether there is no newer revision of a document."""
    newer = aliased(Document)
    return ~select(newer.id).where(newer.replaces_id == Document.id).exists()


def titles() -> tuple[DocumentTitle, ...]:
    """What the newest revisions of all documents are called, the newest first, for one to be chosen."""
    rows = db.session.execute(
        select(Document.id, Document.title, Document.language)
        .where(_is_newest())
        .order_by(Document.imported_at.desc(), Document.id.desc())
    )
    return tuple(DocumentTitle(id=id_, title=title, language=language) for id_, title, language in rows)


def heading_of(document_id: int) -> DocumentHeading:
    """What stands above everything on a document. Raises NotFound."""
    columns = (Document.id, Document.title, Document.language, Document.attribution, Document.imported_at)
    newer = aliased(Document)
    row = db.session.execute(
        select(*columns, User.name.label("imported_by"), Document.replaces_id, newer.id.label("replaced_by_id"))
        .outerjoin(newer, newer.replaces_id == Document.id)
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


def document_of(document_id: int) -> questions.Document:
    """The document as it was read when it came in, for the library to work on. Raises NotFound."""
    row = db.session.scalar(
        select(Document).where(Document.id == document_id).options(selectinload(Document.references))
    )
    if row is None:
        raise NotFound
    return restored(row)


def dates_of(facts: Collection[tuple[int, str]]) -> Mapping[tuple[int, str], str]:
    """The dates, as EDTF, that hold of these facts, each named by its document and its key."""
    newest = select(func.max(Correction.id)).where(Correction.fact_id == Fact.id).correlate(Fact).scalar_subquery()
    date = func.coalesce(Correction.date_value, Fact.date_value)
    rows = db.session.execute(
        select(Fact.document_id, Fact.key, date)
        .outerjoin(Correction, Correction.id == newest)
        .where(Fact.document_id.in_({document_id for document_id, _ in facts}), Fact.key.in_({key for _, key in facts}))
    )
    return {(document_id, key): date for document_id, key, date in rows}


def references_of(document_id: int, numbers: Collection[int] | None = None) -> tuple[Source, ...]:
    """The document's references by number; only those named, where `numbers` is given."""
    wanted = select(Reference).where(Reference.document_id == document_id).order_by(Reference.number)
    if numbers is not None:
        wanted = wanted.where(Reference.number.in_(numbers))
    return tuple(source_of(reference) for reference in db.session.scalars(wanted))
