"""Facts corrected by hand: what holds of a fact, beside what was extracted, and what may be said of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

import questions
from questions.correcting import corrected, still_says
from questions.dates import DateValue
from questions.document import Language
from quizapp.accounts.models import User
from quizapp.database import db
from quizapp.documents.models import Correction, Fact
from quizapp.errors import N_, WrongField

STATEMENT_LENGTH: Final = 1000
REASON_LENGTH: Final = 500


@dataclass(frozen=True, kw_only=True)
class FactValues:
    """What a fact says: its date, its statement, the numbers of the references that bear it out, and if it is hidden.

    From a hidden fact no question is written.
    """

    date: DateValue
    statement: str
    citations: tuple[int, ...]
    hidden: bool = False


@dataclass(frozen=True, kw_only=True)
class CorrectionEntry:
    """A correction in a fact's history; `undoes` says that it took an earlier one back."""

    id: int
    values: FactValues
    reason: str
    made_at: datetime
    made_by: str
    undoes: bool


def extracted(fact: Fact) -> FactValues:
    """What was found in the text."""
    return FactValues(date=DateValue(fact.date_value), statement=fact.statement, citations=tuple(fact.citations))


def values_in(correction: Correction) -> FactValues:
    """What a correction says of its fact."""
    return FactValues(
        date=DateValue(correction.date_value),
        statement=correction.statement,
        citations=tuple(correction.citations),
        hidden=correction.hidden,
    )


def holding(fact: Fact, correction: Correction | None) -> FactValues:
    """What holds of a fact whose newest correction this is."""
    return extracted(fact) if correction is None else values_in(correction)


def corrections_of(fact_ids: Collection[int]) -> Mapping[int, Correction]:
    """The newest correction of each of these facts that has one."""
    newest = select(func.max(Correction.id)).where(Correction.fact_id.in_(fact_ids)).group_by(Correction.fact_id)
    rows = db.session.scalars(select(Correction).where(Correction.id.in_(newest)))
    return {correction.fact_id: correction for correction in rows}


def corrections_on(document_id: int) -> Mapping[str, Correction]:
    """The newest correction of each corrected fact of a document, by the fact's key."""
    newest = (
        select(func.max(Correction.id))
        .join(Fact, Fact.id == Correction.fact_id)
        .where(Fact.document_id == document_id)
        .group_by(Correction.fact_id)
    )
    rows = db.session.execute(
        select(Fact.key, Correction).join(Fact, Fact.id == Correction.fact_id).where(Correction.id.in_(newest))
    )
    return {key: correction for key, correction in rows}  # noqa: C416 - a row is no pair to mypy


def history_of(fact_id: int) -> tuple[CorrectionEntry, ...]:
    """All corrections of a fact, the newest first."""
    rows = db.session.execute(
        select(Correction, User.name)
        .join(User, User.id == Correction.made_by)
        .where(Correction.fact_id == fact_id)
        .order_by(Correction.id.desc())
    )
    return tuple(
        CorrectionEntry(
            id=correction.id,
            values=values_in(correction),
            reason=correction.reason,
            made_at=correction.made_at,
            made_by=name,
            undoes=correction.undoes_id is not None,
        )
        for correction, name in rows
    )


def as_corrected(facts: Sequence[questions.Fact], values: Mapping[str, FactValues]) -> tuple[questions.Fact, ...]:
    """The library's facts with what holds of them by their keys, and without those that are hidden."""
    return tuple(
        _with(fact, values[fact.id]) if fact.id in values else fact
        for fact in facts
        if fact.id not in values or not values[fact.id].hidden
    )


def _with(fact: questions.Fact, values: FactValues) -> questions.Fact:
    return corrected(fact, date=values.date, statement=values.statement, citations=values.citations)


def facts_that_hold(document_id: int, document: questions.Document) -> tuple[questions.Fact, ...]:
    """The facts of a document as they were corrected, for questions to be written from."""
    values = {key: values_in(correction) for key, correction in corrections_on(document_id).items()}
    return as_corrected(questions.find_facts(document), values)


def check_values(found: FactValues, values: FactValues, *, known: Collection[int], language: Language) -> None:
    """Raise WrongField for `date`, `statement` or `citations` where a fact of which this was found cannot say that.

    `known` are the numbers of the document's references.
    """
    if values.date.granularity > found.date.granularity:
        raise WrongField(
            "date", N_("This date is more exact than the source, which gives only %(date)s."), date=found.date
        )
    statement = values.statement
    if not statement.strip():
        raise WrongField("statement", N_("Please write the statement."))
    if len(statement) > STATEMENT_LENGTH:
        raise WrongField("statement", N_("A statement has at most %(count)s characters."), count=STATEMENT_LENGTH)
    if values.date != found.date and still_says(statement, found.date, language):
        said = questions.say_date(found.date, language)
        raise WrongField("statement", N_("The statement still says “%(date)s”. Correct it there, too."), date=said)
    if not set(values.citations) <= set(known):
        raise WrongField("citations", N_("The document has no such reference."))


def carry_corrections(*, before_id: int, after_id: int) -> None:
    """Let the facts of a newer revision that read as before keep their corrections, in the present transaction."""
    before, after = aliased(Fact), aliased(Fact)
    rows = db.session.execute(
        select(Correction, before.citations, after)
        .join(before, before.id == Correction.fact_id)
        .join(
            after,
            (after.quote == before.quote)
            & (after.date_text == before.date_text)
            & (after.date_value == before.date_value)
            & (after.statement == before.statement),
        )
        .where(before.document_id == before_id, after.document_id == after_id)
        .order_by(Correction.id)
    ).all()
    db.session.add_all(_again(correction, cited, fact) for correction, cited, fact in rows)


def _again(correction: Correction, cited: Sequence[int], fact: Fact) -> Correction:
    """The correction for the fact of the newer revision; where that numbers its references anew, without those."""
    return Correction(
        fact_id=fact.id,
        date_value=correction.date_value,
        statement=correction.statement,
        citations=list(correction.citations if list(cited) == list(fact.citations) else fact.citations),
        hidden=correction.hidden,
        reason=correction.reason,
        made_at=correction.made_at,
        made_by=correction.made_by,
    )
