"""How much of its documents a quiz asks about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select

from quizapp.bank.models import QuestionVersion
from quizapp.database import db
from quizapp.documents.models import Document, Fact
from quizapp.quizzes.asking import askable
from quizapp.quizzes.outlining import Outline
from quizapp.quizzes.pools import all_in

MOST_LOOKED_AT: Final = 2000
"""Of larger pools, only so many questions are looked at."""


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """Of the `facts` of a document, how many the quiz asks about or may draw a question on."""

    document_id: int
    title: str
    asked: int
    facts: int


def coverage(quiz: Outline) -> tuple[Coverage, ...]:
    """The documents that its questions are on, by title."""
    drawn = all_in([entry.draw.filters for entry in quiz.entries if entry.draw], most=MOST_LOOKED_AT)
    asked = askable({*quiz.question_ids, *drawn})
    documents = dict(
        db.session.execute(
            select(QuestionVersion.id, QuestionVersion.document_id).where(
                QuestionVersion.id.in_([one.version_id for one in asked.values()])
            )
        ).all()
    )
    touched: defaultdict[int, set[str]] = defaultdict(set)
    for one in asked.values():
        document_id = documents.get(one.version_id)
        if document_id is not None:
            touched[document_id].update(one.question.fact_ids)
    rows = db.session.execute(
        select(Document.id, Document.title, func.count(Fact.id))
        .join(Fact, Fact.document_id == Document.id)
        .where(Document.id.in_(touched))
        .group_by(Document.id, Document.title)
        .order_by(Document.title)
    )
    return tuple(
        Coverage(document_id=id_, title=title, asked=min(len(touched[id_]), facts), facts=facts)
        for id_, title, facts in rows
    )
