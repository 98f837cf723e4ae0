"""Questions of the bank as they travel: all that filters let through, or those of a quiz."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, select

import questions
from questions.document import Reference
from questions.exchange import Citation, Item, with_references
from questions.exchange.drafts import MOST_ITEMS
from quizapp.bank.listing import Filters, found_ids
from quizapp.bank.models import Question, QuestionVersion
from quizapp.database import db
from quizapp.documents.models import Document
from quizapp.documents.models import Reference as StoredReference
from quizapp.errors import N_, Refused
from quizapp.quizzes.service import settings_of, slot_versions


@dataclass(frozen=True, kw_only=True)
class Selection:
    """Questions to be written into a file; `title` is that of the quiz or the document that they are of, if of one."""

    items: tuple[Item, ...]
    title: str | None = None


def of_bank(filters: Filters) -> Selection:
    """The current versions of all questions that the filters let through, in the bank's order.

    Raises Refused where they are more than a file may have.
    """
    ids = found_ids(filters, most=MOST_ITEMS + 1)
    if len(ids) > MOST_ITEMS:
        raise Refused(
            N_("A file has at most %(count)s questions. Choose fewer by the bank's filters."), count=MOST_ITEMS
        )
    rows = _rows(Question.id.in_(ids), QuestionVersion.replaced_at.is_(None))
    by_id = {row.question_id: row for row in rows}
    title = None
    if filters.document_id is not None:
        title = db.session.scalar(select(Document.title).where(Document.id == filters.document_id))
    return Selection(items=_items([by_id[id_] for id_ in ids]), title=title)


def of_quiz(quiz_id: int) -> Selection:
    """The questions that an attempt which starts now is asked, in the order of their slots. Raises NotFound."""
    title, _settings = settings_of(quiz_id)
    ids = [slot.version_id for slot in slot_versions(quiz_id)]
    by_id = {row.version_id: row for row in _rows(QuestionVersion.id.in_(ids))}
    return Selection(items=_items([by_id[id_] for id_ in ids]), title=title)


def _rows(*conditions: ColumnElement[bool]) -> Sequence[Row[Any]]:
    return db.session.execute(
        select(
            Question.id.label("question_id"),
            QuestionVersion.id.label("version_id"),
            QuestionVersion.body,
            QuestionVersion.sources,
            QuestionVersion.note,
            QuestionVersion.document_id,
            Document.title.label("document_title"),
        )
        .join(Question, Question.id == QuestionVersion.question_id)
        .outerjoin(Document, Document.id == QuestionVersion.document_id)
        .where(*conditions)
    ).all()


def _items(rows: Sequence[Row[Any]]) -> tuple[Item, ...]:
    listed = _listed({row.document_id for row in rows if row.document_id is not None})
    return tuple(_item(row, listed.get(row.document_id, ())) for row in rows)


def _listed(document_ids: Iterable[int]) -> Mapping[int, Sequence[Reference]]:
    """The reference lists of these documents: remarks on options cite what the key's quotes do not."""
    found: dict[int, list[Reference]] = {}
    rows = db.session.execute(
        select(StoredReference.document_id, StoredReference.number, StoredReference.text)
        .where(StoredReference.document_id.in_(document_ids))
        .order_by(StoredReference.number)
    )
    for document_id, number, text in rows:
        entry = Reference(number=number, text=text, start=0, end=len(text))
        found.setdefault(document_id, []).append(entry)
    return found


def _item(row: Row[Any], listed: Sequence[Reference]) -> Item:
    """The version with the references that it was made with, and those that only remarks on its options cite."""
    asked = questions.question_from_json(row.body)
    (cited,) = with_references([asked], listed)
    texts = {entry.number: entry.text for entry in cited.references}
    texts |= {source["number"]: source["text"] for source in row.sources}
    return Item(
        question=asked,
        references=tuple(Citation(number=number, text=texts[number]) for number in sorted(texts)),
        remark=row.note or "",
        category=" ".join((row.document_title or "").replace("/", "∕").split()),
    )
