"""Which questions a correction concerns, and what becomes of each: written anew, left as it is, or flagged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import or_, select

import questions
from questions.guidelines import check
from questions.question import QuestionType
from quizapp.bank.models import Question, QuestionVersion
from quizapp.bank.state import State
from quizapp.database import db
from quizapp.documents.models import Fact


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A version of a question that somebody may be asked: the current one, or the newest approved one.

    `untouched` says that it is as the library wrote it, and `quoted_id` of which revision of the document.
    """

    question_id: int
    version_id: int
    number: int
    quoted_id: int | None
    state: State
    is_current: bool
    untouched: bool
    asked: questions.Question


@dataclass(frozen=True, kw_only=True)
class Concerned:
    """A question that a correction concerns, as it stood.

    `anew` is the question as the corrected facts give it, where the draft may take that wording; else None. `same`
    says that the correction changes nothing about what the draft asks.
    """

    question_id: int
    version_id: int
    anew: questions.Question | None = None
    same: bool = False


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A document with its facts as they were before a correction of one of them, and as they are after it."""

    document_id: int
    document: questions.Document
    before: Sequence[questions.Fact]
    after: Sequence[questions.Fact]

    @cached_property
    def written(self) -> Mapping[tuple[QuestionType, tuple[str, ...]], questions.Question]:
        """What the corrected facts give, by type and facts."""
        found = questions.write_questions(self.document, self.after)
        return {(asked.type, asked.fact_ids): asked for asked in found}

    def anew(self, asked: questions.Question) -> questions.Question | None:
        """The same question, written from the corrected facts; None where they do not give it."""
        return self.written.get((asked.type, asked.fact_ids))

    def newly_broken(self, asked: questions.Question) -> bool:
        """Whether the corrected facts prove something against a question that the earlier ones did not."""
        before, after = (
            {breach.rule for breach in check(asked, self.document, facts) if breach.hard}
            for facts in (self.before, self.after)
        )
        return bool(after - before)


def standing_on(document_id: int) -> tuple[Standing, ...]:
    """The versions of a document's questions that somebody may be asked, by question, the current one first."""
    rows = db.session.execute(
        select(Question.id, Question.key, Question.state, QuestionVersion)
        .join(QuestionVersion, QuestionVersion.question_id == Question.id)
        .where(
            Question.document_id == document_id,
            or_(QuestionVersion.replaced_at.is_(None), QuestionVersion.approved_at.is_not(None)),
        )
        .order_by(Question.id, QuestionVersion.number.desc())
    )
    approved = set[int]()
    found = []
    for question_id, key, state, version in rows:
        is_current, is_approved = version.replaced_at is None, version.approved_at is not None
        if is_current or (is_approved and question_id not in approved):
            found.append(_standing(version, key=key, state=state, is_current=is_current))
        approved |= {question_id} if is_approved else set()
    return tuple(found)


def _standing(version: QuestionVersion, *, key: str | None, state: State, is_current: bool) -> Standing:
    return Standing(
        question_id=version.question_id,
        version_id=version.id,
        number=version.number,
        quoted_id=version.document_id,
        state=state,
        is_current=is_current,
        untouched=key is not None and (version.number == 1 or version.correction_id is not None),
        asked=questions.question_from_json(version.body),
    )


def keys_of(fact: Fact, document_ids: Collection[int | None]) -> frozenset[str]:
    """The keys of a fact in its own and in other revisions of its document, where it reads the same."""
    alike = select(Fact.key).where(
        Fact.quote == fact.quote, Fact.date_text == fact.date_text, Fact.document_id.in_(document_ids)
    )
    return frozenset({fact.key, *db.session.scalars(alike)})


def using(fact: Fact, standing: Iterable[Standing]) -> Iterator[Standing]:
    """Those versions that rest on a fact: by their key, by one of their options, or as further evidence."""
    versions = tuple(standing)
    keys = keys_of(fact, {version.quoted_id for version in versions})
    for version in versions:
        asked = version.asked
        named = {*asked.fact_ids, *(option.fact_id for option in asked.options)}
        quoted = {(why.quote, why.date_start - why.start) for why in asked.explanations}
        if not keys.isdisjoint(named) or (fact.quote, fact.date_start - fact.start) in quoted:
            yield version


def concerned_by(fact: Fact, facts: Facts, *, redated: bool) -> tuple[Concerned, ...]:
    """The questions that a correction of a fact concerns; `redated` says that it changes the fact's date."""
    standing = standing_on(facts.document_id)
    used = {version.version_id for version in using(fact, standing)}
    others = (version for version in standing if version.version_id not in used and redated)
    used |= {version.version_id for version in others if _is_broken(version, facts)}
    current = {version.question_id: version for version in standing if version.is_current}
    wanted = dict.fromkeys(version.question_id for version in standing if version.version_id in used)
    taken = _keys_taken()
    return tuple(_fate(current[question_id], facts, taken) for question_id in wanted)


def _is_broken(version: Standing, facts: Facts) -> bool:
    quotes = version.quoted_id == facts.document_id and bool(version.asked.explanations)
    return quotes and facts.newly_broken(version.asked)


def _keys_taken() -> frozenset[str]:
    return frozenset(key for key in db.session.scalars(select(Question.key)) if key is not None)


def _fate(version: Standing, facts: Facts, taken: Collection[str]) -> Concerned:
    asked = version.asked
    kept = Concerned(question_id=version.question_id, version_id=version.version_id)
    is_draft = version.state is State.DRAFT and version.untouched and version.quoted_id == facts.document_id
    anew = facts.anew(asked) if is_draft else None
    if anew is None or (anew.id != asked.id and anew.id in taken):
        return kept
    return Concerned(
        question_id=version.question_id,
        version_id=version.version_id,
        anew=None if anew == asked else anew,
        same=anew == asked,
    )
