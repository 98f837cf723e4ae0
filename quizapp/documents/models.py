"""Imported documents: the text, and the sentences, references and facts found in it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from questions.document import Language, SourceFormat
from questions.fact import Modality
from quizapp.database import Model


class Document(Model):
    """A source as it was given. All spans in this room count characters of `text`.

    `replaces_id` is the earlier revision that this one is a newer one of; what quotes that one still does.
    """

    __tablename__ = "document"
    __table_args__ = (Index("ix_document_replaces_id", "replaces_id", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    language: Mapped[Language]
    format: Mapped[SourceFormat]
    digest: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str]
    attribution: Mapped[str | None]  # whose text it is and under which licence, where that must be shown
    imported_at: Mapped[datetime]
    imported_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))

    sentences: Mapped[list[Sentence]] = relationship(order_by="Sentence.position", cascade="all, delete-orphan")
    references: Mapped[list[Reference]] = relationship(order_by="Reference.number", cascade="all, delete-orphan")
    facts: Mapped[list[Fact]] = relationship(order_by="Fact.position", cascade="all, delete-orphan")
    unresolved: Mapped[list[Unresolved]] = relationship(order_by="Unresolved.start", cascade="all, delete-orphan")


class Sentence(Model):
    """A sentence of a document, in order."""

    __tablename__ = "sentence"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]
    paragraph: Mapped[int]


class Reference(Model):
    """An entry of the reference list; dates are EDTF."""

    __tablename__ = "reference"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    title: Mapped[str | None]
    author: Mapped[str | None]
    publisher: Mapped[str | None]
    place: Mapped[str | None]
    issued: Mapped[str | None]
    accessed: Mapped[str | None]
    archived: Mapped[str | None]
    url: Mapped[str | None]
    archive_url: Mapped[str | None]
    language: Mapped[str | None]


class Fact(Model):
    """A dated fact; `key` is the library's id for it. `citations` lists reference numbers of the same document."""

    __tablename__ = "fact"
    __table_args__ = (UniqueConstraint("document_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"))
    key: Mapped[str]
    position: Mapped[int]
    date_value: Mapped[str]
    date_text: Mapped[str]
    date_start: Mapped[int]
    date_end: Mapped[int]
    date_inferred: Mapped[list[Any]]
    date_modifier: Mapped[str | None]
    statement: Mapped[str]
    quote: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    citations: Mapped[list[Any]]
    attribution: Mapped[str | None]
    modality: Mapped[Modality]


class Correction(Model):
    """What a teacher made of a fact, whole, and why; the newest one holds, and what was extracted stays beside it.

    `citations` lists reference numbers of the fact's document. `undoes_id` is the correction that this one took back.
    """

    __tablename__ = "fact_correction"

    id: Mapped[int] = mapped_column(primary_key=True)
    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id", ondelete="CASCADE"), index=True)
    date_value: Mapped[str]
    statement: Mapped[str]
    citations: Mapped[list[Any]]
    hidden: Mapped[bool]
    reason: Mapped[str]
    made_at: Mapped[datetime]
    made_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("fact_correction.id", ondelete="CASCADE"))


class Unresolved(Model):
    """A date expression that the text does not settle, with the reason."""

    __tablename__ = "unresolved_date"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), primary_key=True)
    start: Mapped[int] = mapped_column(primary_key=True)
    end: Mapped[int]
    text: Mapped[str]
    reason: Mapped[str]


class Preview(Model):
    """A source that someone looks at before it is stored as a document; kept for a day at most.

    `id` is random, so that an address tells nothing. `source` is what was given: a file's bytes, or the pasted text in
    UTF-8.
    """

    __tablename__ = "preview"

    id: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[bytes] = mapped_column(LargeBinary)
    title: Mapped[str | None]
    attribution: Mapped[str | None]
    made_at: Mapped[datetime] = mapped_column(index=True)
    made_by: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    revises_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
