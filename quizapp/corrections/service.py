"""Correcting facts by hand, and taking corrections back; the questions on them follow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

import questions
from quizapp.bank.models import Flag
from quizapp.corrections.following import Facts, Standing, concerned_by, standing_on, using
from quizapp.corrections.storing import Change, Follows, Outcome, store, write_anew
from quizapp.database import db, reading
from quizapp.documents.correcting import (
    REASON_LENGTH,
    CorrectionEntry,
    FactValues,
    as_corrected,
    check_values,
    corrections_on,
    values_in,
)
from quizapp.documents.facts import FactPage, fact_page
from quizapp.documents.models import Fact
from quizapp.documents.passages import passages_of
from quizapp.documents.service import document_of
from quizapp.errors import N_, NotFound, Refused, WrongField


def questions_on(document_id: int, fact_id: int) -> tuple[Standing, ...]:
    """The questions that rest on a fact, each with its current version."""
    fact = _fact(document_id, fact_id)
    standing = standing_on(document_id)
    wanted = {version.question_id for version in using(fact, standing)}
    return tuple(version for version in standing if version.is_current and version.question_id in wanted)


def _fact(document_id: int, fact_id: int) -> Fact:
    fact = db.session.scalar(select(Fact).where(Fact.id == fact_id, Fact.document_id == document_id))
    if fact is None:
        raise NotFound
    return fact


def correct(
    *, document_id: int, fact_id: int, values: FactValues, reason: str, seen_id: int, person_id: int, now: datetime
) -> Outcome:
    """Let a fact say something else, for a reason that is kept; drafts are written anew, the rest is flagged.

    `seen_id` is the newest correction that was looked at, 0 for none. Raises NotFound; Refused where the document has
    a newer revision; WrongField for `date`, `statement`, `citations`, `reason`, and for `seen_id` where somebody else
    corrected the fact meanwhile.
    """
    with reading():
        page = _correctable(document_id, fact_id)
        known = [source.number for source in page.references]
        check_values(page.found, values, known=known, language=page.heading.language)
        said = _reason(reason)
        if values == page.values:
            raise WrongField("reason", N_("Nothing was changed, so there is nothing to save."))
        change = Change(
            fact_id=fact_id,
            seen_id=seen_id,
            before=page.values,
            after=values,
            reason=said,
            language=page.heading.language,
            person_id=person_id,
            now=now,
        )
        follows = _follows(page, change)
    return store(change, follows)


def _correctable(document_id: int, fact_id: int) -> FactPage:
    page = fact_page(document_id, fact_id)
    if page.heading.replaced_by_id is not None:
        raise Refused(N_("This document has a newer revision. Correct the fact there."))
    return page


def _reason(text: str) -> str:
    said = text.strip()
    if not said:
        raise WrongField("reason", N_("Please say why, so that others understand it later."))
    if len(said) > REASON_LENGTH:
        raise WrongField("reason", N_("A reason has at most %(count)s characters."), count=REASON_LENGTH)
    return said


def undo(*, document_id: int, fact_id: int, seen_id: int, person_id: int, now: datetime) -> Outcome:
    """Take back the newest correction that stands, which stays on record; the questions follow, as with `correct`.

    Raises NotFound, and Refused where there is none, or it is another one by now.
    """
    with reading():
        page = _correctable(document_id, fact_id)
        stand = standing_corrections(page.history)
        if not stand or page.newest_id != seen_id:
            raise Refused(N_("The corrections of this fact have changed since you looked. Look at them again."))
        change = Change(
            fact_id=fact_id,
            seen_id=seen_id,
            before=page.values,
            after=stand[-2].values if len(stand) > 1 else page.found,
            reason="",
            language=page.heading.language,
            person_id=person_id,
            now=now,
            undoes_id=stand[-1].id,
        )
        follows = _follows(page, change)
    return store(change, follows)


def standing_corrections(history: Sequence[CorrectionEntry]) -> list[CorrectionEntry]:
    """Of a history, the newest first, the corrections that were not taken back, the oldest first."""
    stand: list[CorrectionEntry] = []
    for entry in reversed(history):
        if entry.undoes:
            stand = stand[:-1]
        else:
            stand.append(entry)
    return stand


def _follows(page: FactPage, change: Change) -> Follows:
    document_id = page.heading.id
    facts = _facts(document_id, page.key, change.before, change.after)
    fact = _fact(document_id, page.id)
    return Follows(
        document_id=document_id,
        concerned=concerned_by(fact, facts, redated=change.before.date != change.after.date),
        passages=passages_of(document_id),
        sources={source.number: source for source in page.references},
    )


def _facts(document_id: int, key: str, before: FactValues, after: FactValues) -> Facts:
    document = document_of(document_id)
    found = questions.find_facts(document)
    others = {name: values_in(correction) for name, correction in corrections_on(document_id).items()}
    return Facts(
        document_id=document_id,
        document=document,
        before=as_corrected(found, {**others, key: before}),
        after=as_corrected(found, {**others, key: after}),
    )


def rewrite(*, question_id: int, flag_id: int, person_id: int, now: datetime) -> None:
    """Write a flagged question anew from what holds of its facts, as a draft; what was approved stays asked till then.

    Raises NotFound, and Refused where the flag is settled, or the facts give no such question any more.
    """
    with reading():
        flag = db.session.scalar(select(Flag).where(Flag.id == flag_id, Flag.question_id == question_id))
        if flag is None or flag.fact_id is None:
            raise NotFound
        if flag.settled_at is not None:
            raise Refused(N_("Somebody has settled this already."))
        page = _correctable(flag.document_id, flag.fact_id)
        current = next(one for one in standing_on(page.heading.id) if one.question_id == question_id and one.is_current)
        anew = _facts(page.heading.id, page.key, page.values, page.values).anew(current.asked)
        if anew is None:
            raise Refused(N_("No such question can be written from the facts as they are now. Edit or retire it."))
        passages = passages_of(page.heading.id)
    write_anew(page, passages, current, anew, person_id=person_id, now=now)
