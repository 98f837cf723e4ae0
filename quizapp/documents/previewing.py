"""A source looked at before it is stored: what would be found in it, and how many questions it would give."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, select

import questions
from questions.document import Language, SourceFormat
from questions.question import QuestionType
from quizapp.database import db, reading
from quizapp.documents import service
from quizapp.documents.evidence import Source
from quizapp.documents.facts import DatedFact, UnresolvedDate, dated, in_time, left_open
from quizapp.documents.findings import Notice, notices_of
from quizapp.documents.models import Document, Preview
from quizapp.documents.naming import title_of
from quizapp.documents.passages import Passages
from quizapp.documents.storing import source_of, stored
from quizapp.errors import N_, NotFound, Refused

KEPT_FOR: Final = timedelta(days=1)
_MOST_FACTS: Final = 1000  # of more, the questions are counted when they are written


@dataclass(frozen=True, kw_only=True)
class PreviewPage:
    """What a source holds; facts in the order of time.

    `drafts` counts the questions that would be written, by type; None where they are too many to be tried.
    `known_id` is the document that has this very text already, `revises_id` the one that this is a newer revision of.
    """

    id: str
    title: str
    language: Language
    format: SourceFormat
    characters: int
    attribution: str | None
    facts: tuple[DatedFact, ...]
    unresolved: tuple[UnresolvedDate, ...]
    references: tuple[Source, ...]
    notices: tuple[Notice, ...]
    drafts: Mapping[QuestionType, int] | None
    known_id: int | None
    revises_id: int | None


def make_preview(
    *,
    source: bytes | str,
    title: str | None,
    attribution: str | None,
    person_id: int,
    now: datetime,
    revises_id: int | None = None,
) -> str:
    """Keep a source to be looked at, and return the preview's id.

    `revises_id` is the document that it is a newer revision of. Raises WrongField as `import_document` does, NotFound
    for a document that is not there, and Refused where it has a newer revision already.
    """
    with reading():
        check_newest(revises_id)
    service.read_source(source, title)
    preview = Preview(
        id=secrets.token_urlsafe(16),
        source=source if isinstance(source, bytes) else source.encode(),
        title=(title or "").strip() or None,
        attribution=attribution,
        made_at=now,
        made_by=person_id,
        revises_id=revises_id,
    )
    db.session.execute(delete(Preview).where(Preview.made_at < now - KEPT_FOR))
    db.session.add(preview)
    db.session.commit()
    return preview.id


def check_newest(document_id: int | None) -> None:
    """Raise NotFound for a document that is not there, and Refused for one that has a newer revision."""
    if document_id is not None and service.heading_of(document_id).replaced_by_id is not None:
        raise Refused(N_("This document has a newer revision already. Revise that one."))


def preview_page(preview_id: str, *, person_id: int) -> PreviewPage:
    """What would be stored. Raises NotFound for what is gone, or somebody else's."""
    preview = _mine(preview_id, person_id)
    document = service.read_source(preview.source, preview.title)
    facts = questions.find_facts(document)
    known_id = db.session.scalar(select(Document.id).where(Document.digest == document.digest))
    row = stored(document, facts)
    references = tuple(source_of(reference) for reference in row.references)
    by_number = {reference.number: reference for reference in references}
    source = Passages(text=document.text, sentences=[(one.start, one.end) for one in document.sentences])
    return PreviewPage(
        id=preview_id,
        title=title_of(document, preview.title),
        language=document.language,
        format=document.format,
        characters=len(document.text),
        attribution=preview.attribution,
        facts=in_time(dated(fact, source, by_number, document.language) for fact in row.facts),
        unresolved=tuple(left_open(entry, source) for entry in row.unresolved),
        references=references,
        notices=notices_of(document, facts),
        drafts=_drafts(document, facts),
        known_id=known_id,
        revises_id=preview.revises_id,
    )


def _drafts(document: questions.Document, facts: Sequence[questions.Fact]) -> Mapping[QuestionType, int] | None:
    if len(facts) > _MOST_FACTS:
        return None
    return Counter(question.type for question in questions.write_questions(document, facts))


def source_in_preview(preview_id: str, *, person_id: int) -> tuple[questions.Document, int | None]:
    """The document that is being looked at, and which one it is a newer revision of. Raises NotFound."""
    preview = _mine(preview_id, person_id)
    return service.read_source(preview.source, preview.title), preview.revises_id


def _mine(preview_id: str, person_id: int) -> Preview:
    preview = db.session.scalar(select(Preview).where(Preview.id == preview_id, Preview.made_by == person_id))
    if preview is None:
        raise NotFound
    return preview


def import_preview(
    preview_id: str, *, person_id: int, now: datetime, along: Callable[[int], None] | None = None
) -> int:
    """Store the document that was looked at, and return its id; `along` is that of `import_document`.

    Raises NotFound, and Refused for a newer revision of a document that has one already, or of a known text.
    """
    with reading():
        preview = _mine(preview_id, person_id)
        check_newest(preview.revises_id)
        known = _known_id(preview) if preview.revises_id is not None else None
    if known is not None:
        raise Refused(N_("This very text is here already, so it is no newer revision."))
    document_id = service.import_document(
        source=preview.source,
        title=preview.title,
        attribution=preview.attribution,
        person_id=person_id,
        now=now,
        replaces_id=preview.revises_id,
        along=along,
    )
    drop_preview(preview_id, person_id=person_id)
    return document_id


def _known_id(preview: Preview) -> int | None:
    digest = service.read_source(preview.source, preview.title).digest
    return db.session.scalar(select(Document.id).where(Document.digest == digest))


def drop_preview(preview_id: str, *, person_id: int) -> None:
    """Forget a source that was looked at; harmless when it is gone."""
    db.session.execute(delete(Preview).where(Preview.id == preview_id, Preview.made_by == person_id))
    db.session.commit()
