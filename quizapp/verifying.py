"""Whether what is stored is as it was stored: the file, the scores, and each quote in its document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select, text

import questions
from quizapp.attempts.recounting import recounted
from quizapp.bank.models import Question, QuestionVersion
from quizapp.database import db, reading
from quizapp.documents.models import Document, Fact


@dataclass(frozen=True, kw_only=True)
class Findings:
    """How much was looked at, and a sentence for each thing that is not as it was stored."""

    scores: int
    quotes: int
    faults: tuple[str, ...]


def verified() -> Findings:
    """Look at everything that can be worked out again; changes nothing, and the site may go on meanwhile."""
    scores = list(recounted())
    with reading():
        broken = list(_broken_file())
        quotes = list(_quotes())
    faults = [f"Attempt {one.attempt_id}: {one.fault}." for one in scores if one.fault]
    faults += [f"{where}: its quote is not in document {number}." for where, number, found in quotes if not found]
    return Findings(scores=len(scores), quotes=len(quotes), faults=(*broken, *faults))


def _broken_file() -> Iterator[str]:
    """What SQLite finds wrong with its file; PostgreSQL holds its constraints itself."""
    if db.engine.dialect.name != "sqlite":
        return
    for said in db.session.scalars(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"The database file: {said}."
    for table, *_rest in db.session.execute(text("PRAGMA foreign_key_check")):
        yield f"A row of {table} points to nothing."


def _quotes() -> Iterator[tuple[str, int, bool]]:
    """Of each fact and each version of a question: what it is, its document, and whether its quotes stand there."""
    texts = {id_: whole for id_, whole in db.session.execute(select(Document.id, Document.text))}  # noqa: C416 - rows
    for fact in db.session.execute(select(Fact.id, Fact.document_id, Fact.quote, Fact.start, Fact.end)):
        whole = texts[fact.document_id]
        yield f"Fact {fact.id}", fact.document_id, whole[fact.start : fact.end] == fact.quote
    versions = select(Question.id, Question.document_id, QuestionVersion.number, QuestionVersion.body).join(
        QuestionVersion, QuestionVersion.question_id == Question.id
    )
    for question_id, document_id, number, body in db.session.execute(versions.where(Question.document_id.is_not(None))):
        explained = questions.question_from_json(body).explanations
        found = all(texts[document_id][one.start : one.end] == one.quote for one in explained)
        yield f"Question {question_id}, version {number}", document_id, found
