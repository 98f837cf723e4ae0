"""Changing the bank: questions come in, are edited, approved, retired and restored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

import questions
from questions.document import Language
from questions.question import Question as Asked
from quizapp.bank.citing import sources_cited
from quizapp.bank.current import current_of, settle
from quizapp.bank.deciding import approve, approve_all
from quizapp.bank.evidence import source_from_json
from quizapp.bank.models import Question, QuestionVersion
from quizapp.bank.own import Wording, asked_by, check_editing, reworded
from quizapp.bank.versions import date_by, quoting_version, version_of, words_of
from quizapp.database import db, reading
from quizapp.documents.correcting import facts_that_hold
from quizapp.documents.passages import passages_of
from quizapp.documents.service import dates_of, document_of, heading_of, references_of
from quizapp.errors import N_, Refused, WrongField

__all__ = [
    "UnprovenQuestion",
    "add_generated",
    "add_own",
    "approve",
    "approve_all",
    "edit",
    "restore",
    "retire",
    "store_generated",
]


class UnprovenQuestion(ValueError):
    """A generated question does not quote its document exactly; it is never stored."""


def add_generated(*, document_id: int, person_id: int, now: datetime) -> tuple[int, ...]:
    """Write the questions that the document's facts allow, as they were corrected; returns the ids of those new here.

    Written again for the same document, a question is known by its key and left as it is; so is one that came along
    from an earlier revision. Raises NotFound, and Refused where the document has a newer revision.
    """
    with reading():
        if heading_of(document_id).replaced_by_id is not None:
            raise Refused(N_("This document has a newer revision. Write questions from that one."))
        document = document_of(document_id)
        facts = facts_that_hold(document_id, document)
    written = questions.write_questions(document, facts)
    return store_generated(document_id=document_id, written=written, person_id=person_id, now=now)


def store_generated(*, document_id: int, written: Sequence[Asked], person_id: int, now: datetime) -> tuple[int, ...]:
    """Store questions that were written from a document, and return the ids of those that are new in the bank.

    Raises NotFound, and UnprovenQuestion, storing nothing, where a quote is not the stored document's at its span.
    """
    passages = passages_of(document_id)
    _check_quotes(written, passages.text)
    sources = {source.number: source for source in references_of(document_id)}
    dates = dates_of([(document_id, key) for asked in written for key in asked.fact_ids])
    known = _known(document_id)
    added = []
    for asked in written:
        if asked.id not in known and _content(asked) not in known:
            question = Question(document_id=document_id, key=asked.id, created_at=now, created_by=person_id)
            version = quoting_version(
                asked, sources, passages, document_id=document_id, number=1, person_id=person_id, now=now
            )
            question.versions = [version]
            settle(question, version)
            date_by(question, [dates[document_id, key] for key in asked.fact_ids if (document_id, key) in dates])
            added.append(question)
    db.session.add_all(added)
    db.session.flush()
    db.session.add_all(words_of(question.id, question.versions[0]) for question in added)
    ids = tuple(question.id for question in added)
    db.session.commit()
    return ids


def _known(document_id: int) -> set[object]:
    """The keys of the questions on a document, and what those ask that came along from an earlier revision of it."""
    rows = db.session.execute(
        select(Question.key, QuestionVersion.document_id, QuestionVersion.body)
        .join(QuestionVersion, QuestionVersion.question_id == Question.id)
        .where(Question.document_id == document_id, QuestionVersion.number == 1)
    ).all()
    carried = [questions.question_from_json(body) for _, quoted_id, body in rows if quoted_id != document_id]
    return {key for key, *_ in rows} | {_content(asked) for asked in carried if asked.explanations}


def _content(asked: Asked) -> tuple[object, ...]:
    """What a question asks about which quotes, wherever in the document they stand."""
    return (asked.type, asked.stem, tuple(why.quote for why in asked.explanations))


def _check_quotes(written: Iterable[Asked], text: str) -> None:
    for question in written:
        if not question.explanations:
            raise UnprovenQuestion(f"The question {question.id} quotes nothing.")
        for explanation in question.explanations:
            if text[explanation.start : explanation.end] != explanation.quote:
                raise UnprovenQuestion(f"The document does not read what the question {question.id} quotes.")


def add_own(*, wording: Wording, document_id: int | None, language: Language, person_id: int, now: datetime) -> int:
    """Store a teacher's own question as a draft, and return its id.

    It is in its document's language, and in `language` where it has none. Raises WrongField for `document_id`,
    `citations` and `sources`, where there is no such document, it has no such reference, or it is cited beside others.
    """
    sources = sources_cited(document_id, wording)
    spoken = language if document_id is None else heading_of(document_id).language
    asked = asked_by(wording, name="own", language=spoken)
    question = Question(
        document_id=document_id, created_at=now, created_by=person_id, type=asked.type, difficulty=asked.difficulty
    )
    db.session.add(question)
    db.session.flush()
    asked = replace(asked, id=f"own-{question.id}")
    version = version_of(asked, sources, number=1, person_id=person_id, now=now, note=wording.note)
    version.document_id = document_id
    question.versions = [version]
    settle(question, version)
    db.session.add(words_of(question.id, version))
    db.session.commit()
    return question.id


def edit(*, question_id: int, wording: Wording, number: int, person_id: int, now: datetime) -> int:
    """Store the question in other words as a new version, a draft, and return the version's number.

    `number` is the version that was edited. A generated question keeps its quotes and their references, whatever
    else the wording cites. Raises NotFound; Refused when the question is no choice or is retired; WrongField for
    `citations`, and for `number` when someone else edited it meanwhile.
    """
    question, current = current_of(question_id)
    asked = questions.question_from_json(current.body)
    check_editing(asked, retired=question.retired_at is not None)
    if current.number != number:
        raise WrongField("number", N_("Someone else edited this question meanwhile. Save again to replace theirs."))
    quoted = {cited for explanation in asked.explanations for cited in explanation.citations}
    known = [source_from_json(source) for source in current.sources]
    sources = sources_cited(current.document_id, wording, known=known, quoted=quoted)
    current.replaced_at = now
    db.session.flush()  # before the new version comes: a question has one current version
    fresh = version_of(
        reworded(asked, wording), sources, number=number + 1, person_id=person_id, now=now, note=wording.note
    )
    fresh.question_id = question_id
    fresh.document_id = current.document_id
    fresh.passages = current.passages
    db.session.add(fresh)
    settle(question, fresh)
    db.session.merge(words_of(question_id, fresh))
    db.session.commit()
    return number + 1


def retire(*, question_id: int, person_id: int, now: datetime) -> None:
    """Take the question out of use; harmless when it is retired. Raises NotFound."""
    question, current = current_of(question_id)
    if question.retired_at is None:
        question.retired_at, question.retired_by = now, person_id
    settle(question, current)
    db.session.commit()


def restore(*, question_id: int) -> None:
    """Bring a retired question back as it was; harmless when it is in use. Raises NotFound."""
    question, current = current_of(question_id)
    question.retired_at = question.retired_by = None
    settle(question, current)
    db.session.commit()
