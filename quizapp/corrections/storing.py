"""A correction as it is stored, in one transaction with all that follows from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update

import questions
from questions.document import Language
from quizapp.bank.current import current_of, settle
from quizapp.bank.models import Flag, Question, QuestionVersion
from quizapp.bank.state import Fate
from quizapp.bank.versions import date_by, quoting_version, words_of
from quizapp.corrections.following import Concerned, Standing
from quizapp.database import db
from quizapp.documents.correcting import FactValues
from quizapp.documents.evidence import Source
from quizapp.documents.facts import FactPage
from quizapp.documents.models import Correction, Fact
from quizapp.documents.passages import Passages
from quizapp.documents.service import dates_of
from quizapp.errors import N_, Refused, WrongField


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How many questions a correction wrote anew, and how many it left for a teacher to look at."""

    rewritten: int
    flagged: int


@dataclass(frozen=True, kw_only=True)
class Change:
    """A correction as it is to be stored: of which fact, from what, to what, by whom, when and why.

    `seen_id` is the newest correction that was looked at, 0 for none.
    """

    fact_id: int
    seen_id: int
    before: FactValues
    after: FactValues
    reason: str
    language: Language
    person_id: int
    now: datetime
    undoes_id: int | None = None

    @property
    def texts(self) -> tuple[str, str]:
        """What held before and what holds after, in the document's language; nothing of a hidden fact."""
        return text_of(self.before, self.language), text_of(self.after, self.language)


@dataclass(frozen=True, kw_only=True)
class Follows:
    """What a correction brings about, worked out before anything is stored."""

    document_id: int
    concerned: tuple[Concerned, ...]
    passages: Passages
    sources: Mapping[int, Source]


def text_of(values: FactValues, language: Language) -> str:
    """What a fact says, in one line; nothing where it is hidden."""
    if values.hidden:
        return ""
    marks = "".join(f"[{number}]" for number in values.citations)
    return f"{questions.say_date(values.date, language)} · {values.statement} {marks}".rstrip()


def store(change: Change, follows: Follows) -> Outcome:
    """Store a correction and what follows from it. Raises WrongField for `seen_id` as `correct` does."""
    correction_id = _keep(change)
    ids = [one.question_id for one in follows.concerned]
    taken = _taken(ids)
    settled = {one.question_id for one in follows.concerned if one.same}
    rewritten = 0
    for one in follows.concerned:
        question, current = taken[one.question_id]
        if one.anew is not None and current.id == one.version_id:
            fresh = _quoting(one.anew, follows, number=current.number + 1, person_id=change.person_id, now=change.now)
            replace_version(question, current, fresh, key=one.anew.id, correction_id=correction_id)
            settled.add(one.question_id)
            rewritten += 1
    _settle_flags(settled, change.fact_id, person_id=change.person_id, now=change.now)
    flagged = _raise_flags([id_ for id_ in ids if id_ not in settled], follows.document_id, change)
    _date([question for question, _ in taken.values()])
    db.session.commit()
    return Outcome(rewritten=rewritten, flagged=flagged)


def _keep(change: Change) -> int:
    """Store the correction, if the fact is as it was seen."""
    db.session.execute(select(Fact.id).where(Fact.id == change.fact_id).with_for_update())
    newest = db.session.scalar(select(func.max(Correction.id)).where(Correction.fact_id == change.fact_id))
    if (newest or 0) != change.seen_id:
        db.session.rollback()
        raise WrongField(
            "seen_id", N_("Someone else corrected this fact meanwhile. Save again to replace what they wrote.")
        )
    correction = Correction(
        fact_id=change.fact_id,
        date_value=str(change.after.date),
        statement=change.after.statement,
        citations=list(change.after.citations),
        hidden=change.after.hidden,
        reason=change.reason,
        made_at=change.now,
        made_by=change.person_id,
        undoes_id=change.undoes_id,
    )
    db.session.add(correction)
    db.session.flush()
    return correction.id


def _taken(question_ids: Collection[int]) -> Mapping[int, tuple[Question, QuestionVersion]]:
    """The questions with their current versions; nobody else changes them before the transaction ends."""
    rows = db.session.execute(
        select(Question, QuestionVersion)
        .join(QuestionVersion, QuestionVersion.question_id == Question.id)
        .where(Question.id.in_(question_ids), QuestionVersion.replaced_at.is_(None))
        .order_by(Question.id)
        .with_for_update(of=Question)
    )
    return {question.id: (question, version) for question, version in rows}


def _quoting(
    anew: questions.Question, follows: Follows, *, number: int, person_id: int, now: datetime
) -> QuestionVersion:
    return quoting_version(
        anew,
        follows.sources,
        follows.passages,
        document_id=follows.document_id,
        number=number,
        person_id=person_id,
        now=now,
    )


def replace_version(
    question: Question, current: QuestionVersion, fresh: QuestionVersion, *, key: str, correction_id: int
) -> None:
    """Let a version, written anew for a correction, take the place of the current one, within the transaction."""
    current.replaced_at = fresh.created_at
    db.session.flush()  # before the new version comes: a question has one current version
    fresh.question_id, fresh.correction_id, fresh.note = question.id, correction_id, current.note
    question.key = key
    db.session.add(fresh)
    settle(question, fresh)
    db.session.merge(words_of(question.id, fresh))
    db.session.flush()


def _settle_flags(question_ids: Collection[int], fact_id: int, *, person_id: int, now: datetime) -> None:
    """These questions say again what their facts say."""
    db.session.execute(
        update(Flag)
        .where(Flag.question_id.in_(question_ids), Flag.fact_id == fact_id, Flag.settled_at.is_(None))
        .values(settled_at=now, settled_by=person_id)
        .execution_options(synchronize_session=False)
    )


def _raise_flags(question_ids: Collection[int], document_id: int, change: Change) -> int:
    """Flag these questions; one that is flagged shows what its fact said first and says now. Returns how many stand."""
    before, after = change.texts
    rows = db.session.scalars(
        select(Flag).where(
            Flag.question_id.in_(question_ids), Flag.fact_id == change.fact_id, Flag.settled_at.is_(None)
        )
    )
    raised = {flag.question_id: flag for flag in rows}
    standing = 0
    for question_id in question_ids:
        flag = raised.get(question_id) or Flag(
            question_id=question_id, document_id=document_id, before=before, fact_id=change.fact_id
        )
        flag.after, flag.raised_at = after, change.now
        flag.fate = Fate.FACT_HIDDEN if change.after.hidden else Fate.FACT_CORRECTED
        if flag.before == after and not change.after.hidden:
            flag.settled_at, flag.settled_by = change.now, change.person_id
        standing += flag.settled_at is None
        db.session.add(flag)
    return standing


def _date(concerned: Iterable[Question]) -> None:
    """Keep the days that the facts of these questions run over now."""
    current = select(QuestionVersion.question_id, QuestionVersion.document_id, QuestionVersion.body["fact_ids"]).where(
        QuestionVersion.question_id.in_([question.id for question in concerned]), QuestionVersion.replaced_at.is_(None)
    )
    facts = {id_: [(document_id, key) for key in keys or ()] for id_, document_id, keys in db.session.execute(current)}
    dates = dates_of([fact for named in facts.values() for fact in named])
    for question in concerned:
        date_by(question, [dates[fact] for fact in facts[question.id] if fact in dates])


def write_anew(
    page: FactPage, passages: Passages, seen: Standing, anew: questions.Question, *, person_id: int, now: datetime
) -> None:
    """Give a question the wording that its facts give now, as a draft, and settle the flag of this fact.

    Raises NotFound, and Refused where it has another version by now, or another question asks just that.
    """
    question, current = current_of(seen.question_id)
    other = select(Question.id).where(Question.key == anew.id, Question.id != question.id)
    if current.id != seen.version_id or db.session.scalar(other) is not None:
        db.session.rollback()
        raise Refused(N_("Another question asks just that, or this one was edited meanwhile. Nothing was changed."))
    follows = Follows(
        document_id=page.heading.id,
        concerned=(),
        passages=passages,
        sources={source.number: source for source in page.references},
    )
    fresh = _quoting(anew, follows, number=current.number + 1, person_id=person_id, now=now)
    replace_version(question, current, fresh, key=anew.id, correction_id=page.newest_id)
    _settle_flags([question.id], page.id, person_id=person_id, now=now)
    _date([question])
    db.session.commit()
