"""What a newer revision of a document means for the questions on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter, itemgetter

from sqlalchemy import select, update

import questions
from questions.document import Language
from quizapp.bank.differences import Piece, pieces
from quizapp.bank.models import Flag, Question, QuestionVersion
from quizapp.bank.state import Fate
from quizapp.database import db, reading
from quizapp.documents.comparing import Comparison, compare
from quizapp.documents.correcting import carry_corrections
from quizapp.documents.passages import Passages, passages_of
from quizapp.documents.previewing import import_preview, source_in_preview
from quizapp.documents.service import DocumentHeading, heading_of
from quizapp.errors import N_, NotFound, Refused


@dataclass(frozen=True, kw_only=True)
class ChangedSentence:
    """A sentence as it was and as it is now, and the two in one with what differs marked."""

    before: str
    after: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class RevisionPage:
    """What a newer revision changes: counts of sentences, and those that changed, went and came, in order.

    `concerned` counts the questions that quote a sentence which changed or went.
    """

    heading: DocumentHeading
    language: Language
    unchanged: int
    moved: int
    changed: tuple[ChangedSentence, ...]
    deleted: tuple[str, ...]
    added: tuple[str, ...]
    concerned: int


@dataclass(frozen=True, kw_only=True)
class _Revision:
    """The sentences of both revisions with their comparison, the earlier by its spans."""

    before: Passages
    after: Sequence[str]
    comparison: Comparison

    def fate_of(self, start: int, end: int) -> tuple[Fate, str, str] | None:
        """What became of the sentences that hold these characters, with both texts; None where they stand."""
        first = max(bisect_right(self.before.sentences, start, key=itemgetter(0)) - 1, 0)
        last = bisect_left(self.before.sentences, end, key=itemgetter(1))
        held = range(first, min(last + 1, len(self.before.sentences)))
        after = dict((*self.comparison.unchanged, *self.comparison.moved))
        changed = dict(self.comparison.changed)
        if all(place in after for place in held):
            return None
        old = "".join(self.before.text[slice(*self.before.sentences[place])] for place in held)
        new = "".join(self.after[found] for place in held if (found := (after | changed).get(place)) is not None)
        return (Fate.CHANGED if new else Fate.DELETED), old, new


def revision_page(preview_id: str, *, person_id: int) -> RevisionPage:
    """What the revision that is being looked at changes. Raises NotFound where it is no newer revision of anything."""
    document, revises_id = source_in_preview(preview_id, person_id=person_id)
    if revises_id is None:
        raise NotFound
    revision = _revision(revises_id, document)
    before = [revision.before.text[slice(*span)] for span in revision.before.sentences]
    found = revision.comparison
    return RevisionPage(
        heading=heading_of(revises_id),
        language=document.language,
        unchanged=len(found.unchanged),
        moved=len(found.moved),
        changed=tuple(_changed(before[first], revision.after[second]) for first, second in sorted(found.changed)),
        deleted=tuple(before[place] for place in found.deleted),
        added=tuple(revision.after[place] for place in found.added),
        concerned=len(_flags(revision, revises_id)),
    )


def _changed(before: str, after: str) -> ChangedSentence:
    return ChangedSentence(before=before, after=after, pieces=pieces(before, after))


def _revision(revises_id: int, document: questions.Document) -> _Revision:
    before = passages_of(revises_id)
    texts = [before.text[start:end] for start, end in before.sentences]
    after = [sentence.text for sentence in document.sentences]
    return _Revision(before=before, after=after, comparison=compare(texts, after))


def _flags(revision: _Revision, document_id: int) -> Mapping[int, tuple[Fate, str, str]]:
    """What became of the first quote of each question that does not stand as it was, by question."""
    rows = db.session.execute(
        select(QuestionVersion.question_id, QuestionVersion.body)
        .join(Question, Question.id == QuestionVersion.question_id)
        .where(
            Question.document_id == document_id,
            QuestionVersion.document_id == document_id,
            QuestionVersion.replaced_at.is_(None),
        )
    )
    fates = ((question_id, _fate(revision, questions.question_from_json(body))) for question_id, body in rows)
    return {question_id: fate for question_id, fate in fates if fate is not None}


def _fate(revision: _Revision, question: questions.Question) -> tuple[Fate, str, str] | None:
    fates = (revision.fate_of(why.start, why.end) for why in sorted(question.explanations, key=attrgetter("start")))
    return next((fate for fate in fates if fate is not None), None)


def import_revision(preview_id: str, *, person_id: int, now: datetime) -> int:
    """Store the revision that was looked at, bring the questions along, flag those concerned, and return its id.

    What a question quotes stays the revision that it was written from. Raises as `import_preview` does.
    """
    with reading():
        document, revises_id = source_in_preview(preview_id, person_id=person_id)
        if revises_id is None:
            raise NotFound
        flags = _flags(_revision(revises_id, document), revises_id)

    def bring_along(document_id: int) -> None:
        db.session.add_all(_raised(flags, document_id, now))
        moved = update(Question).where(Question.document_id == revises_id).values(document_id=document_id)
        db.session.execute(moved.execution_options(synchronize_session=False))
        carry_corrections(before_id=revises_id, after_id=document_id)

    document_id = import_preview(preview_id, person_id=person_id, now=now, along=bring_along)
    db.session.expire_all()
    return document_id


def _raised(flags: Mapping[int, tuple[Fate, str, str]], document_id: int, now: datetime) -> Iterator[Flag]:
    for question_id, (fate, before, after) in flags.items():
        yield Flag(
            question_id=question_id, document_id=document_id, fate=fate, before=before, after=after, raised_at=now
        )


def settle_flag(*, question_id: int, flag_id: int, person_id: int, now: datetime) -> None:
    """Say that a question holds in spite of what a newer revision changed. Raises NotFound, and Refused twice."""
    flag = db.session.scalar(select(Flag).where(Flag.id == flag_id, Flag.question_id == question_id).with_for_update())
    if flag is None:
        db.session.rollback()
        raise NotFound
    if flag.settled_at is not None:
        db.session.rollback()
        raise Refused(N_("Somebody has settled this already."))
    flag.settled_at, flag.settled_by = now, person_id
    db.session.commit()
