"""One question of the bank with its versions, and what was decided about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

from sqlalchemy import select
from sqlalchemy.orm import aliased

import questions
from quizapp.accounts.models import User
from quizapp.bank.commenting import CommentEntry, comments_on
from quizapp.bank.differences import Difference, differences
from quizapp.bank.evidence import Evidence, evidence_of
from quizapp.bank.flags import FlagEntry, flags_on
from quizapp.bank.models import Decision, Question, QuestionVersion
from quizapp.bank.own import can_be_worded, check_editing
from quizapp.bank.state import State, Verdict
from quizapp.bank.tagging import tags_of
from quizapp.bank.warnings import sentences_of
from quizapp.database import db
from quizapp.documents.facts import FactName, facts_named
from quizapp.documents.service import DocumentHeading, heading_of
from quizapp.errors import NotFound


@dataclass(frozen=True, kw_only=True)
class VersionEntry:
    """A version in the history of its question, with what it changed of the one before.

    `rewritten` says that it was written anew, by the library, after a fact was corrected.
    """

    number: int
    stem: str
    created_at: datetime
    created_by: str
    approved_at: datetime | None
    approved_by: str | None
    rewritten: bool
    differences: tuple[Difference, ...]


@dataclass(frozen=True, kw_only=True)
class DecisionEntry:
    """What was decided about the version `number`; `undone_at` is when it was taken back, None while it stands."""

    number: int
    verdict: Verdict
    reason: str | None
    decided_at: datetime
    decided_by: str
    undone_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class QuestionPage:
    """A question with one of its versions (`number`) in full, and all its versions, the newest first.

    `asked_number` is the version that quizzes ask: the newest approved one; None where there is none, or the question
    is retired. `can_be_edited` says whether a teacher's form fits it. `warnings` are sentences of the library about the
    version shown. `decisions` are all that were made, the newest first. `facts` are those that it rests on,
    `sources` what a question without a document cites.
    """

    id: int
    state: State
    document: DocumentHeading | None
    number: int
    question: questions.Question
    note: str | None
    citations: tuple[int, ...]
    sources: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    versions: tuple[VersionEntry, ...]
    asked_number: int | None
    can_be_edited: bool
    warnings: tuple[str, ...]
    decisions: tuple[DecisionEntry, ...]
    tags: tuple[str, ...]
    comments: tuple[CommentEntry, ...]
    flags: tuple[FlagEntry, ...]
    facts: tuple[FactName, ...]

    @property
    def current_number(self) -> int:
        return self.versions[0].number

    @property
    def rejection(self) -> DecisionEntry | None:
        """Why the current version is rejected; None where it is not."""
        standing = (
            entry for entry in self.decisions if entry.undone_at is None and entry.number == self.current_number
        )
        return next((entry for entry in standing if entry.verdict is Verdict.REJECTED), None)


def question_page(question_id: int, *, number: int | None = None) -> QuestionPage:
    """A question with this version of it (None: the current one). Raises NotFound."""
    question = db.session.get(Question, question_id)
    if question is None:
        raise NotFound
    versions = _versions(question_id)
    current = versions[0][0]
    shown = next((version for version, *_ in versions if version.number == number), None) if number else current
    if shown is None:
        raise NotFound
    document = None if shown.document_id is None else heading_of(shown.document_id)
    asked = questions.question_from_json(shown.body)
    state = question.state
    approved = [version.number for version, *_ in versions if version.approved_at is not None]
    return QuestionPage(
        id=question_id,
        state=state,
        document=document,
        number=shown.number,
        question=asked,
        note=shown.note,
        citations=tuple(source["number"] for source in shown.sources),
        sources=_other_sources(asked, shown),
        evidence=_evidence(asked, shown, document),
        versions=_history(versions),
        asked_number=None if state is State.RETIRED else max(approved, default=None),
        can_be_edited=state is not State.RETIRED and can_be_worded(asked),
        warnings=sentences_of(shown.warnings),
        decisions=_decisions(question_id),
        tags=tags_of([question_id]).get(question_id, ()),
        comments=comments_on(question_id),
        flags=flags_on(question_id),
        facts=() if shown.document_id is None else facts_named(shown.document_id, _facts_of(asked)),
    )


def _other_sources(asked: questions.Question, shown: QuestionVersion) -> tuple[str, ...]:
    """What is cited of no document and by no quote, in the words of whoever cited it."""
    if shown.document_id is not None:
        return ()
    quoted = {number for why in asked.explanations for number in why.citations}
    return tuple(source["text"] for source in shown.sources if source["number"] not in quoted)


def _facts_of(asked: questions.Question) -> frozenset[str]:
    """The keys of the facts that the question or one of its options rests on."""
    return frozenset({*asked.fact_ids, *(option.fact_id for option in asked.options if option.fact_id)})


def editable_page(question_id: int) -> QuestionPage:
    """A question with its current version, to be edited. Raises NotFound, and Refused where that cannot be now."""
    page = question_page(question_id)
    check_editing(page.question, retired=page.state is State.RETIRED)
    return page


def _versions(question_id: int) -> Sequence[tuple[QuestionVersion, str, str | None]]:
    """All versions with the names of who made and who approved them, the newest first."""
    author, approver = aliased(User), aliased(User)
    rows = db.session.execute(
        select(QuestionVersion, author.name, approver.name)
        .join(author, author.id == QuestionVersion.created_by)
        .outerjoin(approver, approver.id == QuestionVersion.approved_by)
        .where(QuestionVersion.question_id == question_id)
        .order_by(QuestionVersion.number.desc())
    )
    return [(version, made, approved) for version, made, approved in rows]


def _decisions(question_id: int) -> tuple[DecisionEntry, ...]:
    rows = db.session.execute(
        select(Decision, QuestionVersion.number, User.name)
        .join(QuestionVersion, QuestionVersion.id == Decision.version_id)
        .join(User, User.id == Decision.decided_by)
        .where(QuestionVersion.question_id == question_id)
        .order_by(Decision.id.desc())
    )
    return tuple(
        DecisionEntry(
            number=number,
            verdict=decision.verdict,
            reason=decision.reason,
            decided_at=decision.decided_at,
            decided_by=name,
            undone_at=decision.undone_at,
        )
        for decision, number, name in rows
    )


def _evidence(
    asked: questions.Question, shown: QuestionVersion, document: DocumentHeading | None
) -> tuple[Evidence, ...]:
    return evidence_of(
        asked,
        shown.sources,
        shown.passages,
        document_title=None if document is None else document.title,
        attribution=None if document is None else document.attribution,
    )


def _history(versions: Sequence[tuple[QuestionVersion, str, str | None]]) -> tuple[VersionEntry, ...]:
    before = [version for version, *_ in versions[1:]]
    return tuple(
        VersionEntry(
            number=version.number,
            stem=version.stem,
            created_at=version.created_at,
            created_by=author,
            approved_at=version.approved_at,
            approved_by=approver,
            rewritten=version.correction_id is not None,
            differences=() if earlier is None else _changed(earlier, version),
        )
        for (version, author, approver), earlier in zip_longest(versions, before)
    )


def _changed(before: QuestionVersion, after: QuestionVersion) -> tuple[Difference, ...]:
    return differences(
        questions.question_from_json(before.body),
        questions.question_from_json(after.body),
        note_before=before.note,
        note_after=after.note,
    )
