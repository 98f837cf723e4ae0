"""A finished attempt with its marks, right answers and sources; nothing of it is read before it may be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

import questions
from questions import Interaction, Language
from questions.typed_marks import is_accepted
from quizapp.accounts.models import User
from quizapp.attempts import timing
from quizapp.attempts.asking import chosen_matches, filled_gaps, read_entry
from quizapp.attempts.closing import closed_for_all
from quizapp.attempts.records import asked_in, saved_in
from quizapp.attempts.scoring import AskedQuestion, AttemptScore, Outcome, SlotMark, mark_slot, score_of
from quizapp.attempts.statements import ASKED, ATTEMPT, SCORE, VERSION
from quizapp.attempts.withholding import withheld
from quizapp.bank.evidence import Evidence, evidence_of
from quizapp.bank.models import Question
from quizapp.database import db
from quizapp.documents.models import Document
from quizapp.errors import N_, NotFound, Refused
from quizapp.quizzes.feedback import feedback_for
from quizapp.quizzes.reviewing import ReviewMoment, Shown, review_moment
from quizapp.quizzes.rules import QuizRules, known_rules


@dataclass(frozen=True, kw_only=True)
class ReviewedOption:
    """An option in the order in which it was shown; `feedback` says why it is wrong.

    `correct` is None where the review does not tell.
    """

    text: str
    chosen: bool
    correct: bool | None
    feedback: str | None


@dataclass(frozen=True, kw_only=True)
class ReviewedPair:
    """An item of a matching question with the match that was chosen (None: none) and the right one.

    `right` is None where the review does not tell.
    """

    text: str
    chosen: str | None
    right: str | None
    feedback: str | None


@dataclass(frozen=True, kw_only=True)
class ReviewedGap:
    """A gap of a cloze with what was typed into it; `accepted` and `correct` tell nothing where the review does not."""

    number: int
    typed: str | None
    correct: bool | None
    accepted: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ReviewedSlot:
    """A question with what was answered, what is right, what the answer is worth and where that is written.

    `ordered` are the items of an order as they were put; `right_order` is the key, items of one group being
    interchangeable. `matched` are the items of a matching question, `gaps` those of a cloze. `typed` is a date, number
    or text as typed, `read` the date that was read, `right_date`, `right_duration`, `right_quantity` or `right_texts`
    the key. What tells the key or explains it is taken out by `withheld` until it may be shown.
    """

    slot: int
    language: Language
    interaction: Interaction
    stem: str
    mark: SlotMark
    options: tuple[ReviewedOption, ...]
    ordered: tuple[str, ...]
    right_order: tuple[tuple[str, ...], ...]
    typed: str | None
    read: questions.DateValue | None
    right_date: questions.DateValue | None
    right_duration: questions.Duration | None
    right_quantity: questions.Quantity | None
    right_texts: tuple[str, ...]
    gaps: tuple[ReviewedGap, ...]
    matched: tuple[ReviewedPair, ...]
    evidence: tuple[Evidence, ...]
    note: str | None


@dataclass(frozen=True, kw_only=True)
class Review:
    """A finished attempt with what is `shown` of it now; `score` and `slots` are None and empty until they may be.

    `answered` counts the slots with an answer that was saved, of `asked`. Of a preview, `preview` is the moment
    at which a student would look at it; None of an attempt that counts.
    """

    id: str
    number: int
    preview: ReviewMoment | None
    quiz: QuizRules
    person_name: str
    mine: bool
    started_at: datetime
    ended_at: datetime
    by_itself: bool
    answered: int
    asked: int
    shown: frozenset[Shown]
    score: AttemptScore | None
    feedback: str | None
    slots: tuple[ReviewedSlot, ...]

    def count(self, outcome: Outcome) -> int:
        """How many answers turned out so."""
        return sum(slot.mark.outcome == outcome for slot in self.slots)


@dataclass(frozen=True, kw_only=True)
class _Sourced:
    """What stands behind a question: whose document it is from, and what its version keeps of it."""

    sources: Sequence[Mapping[str, Any]]
    passages: Sequence[Mapping[str, Any]]
    note: str | None
    document_title: str | None
    attribution: str | None


def review(
    *, attempt_id: str, person_id: int, teaches: bool, now: datetime, moment: ReviewMoment = ReviewMoment.AFTER
) -> Review:
    """The review of one's own attempt, or, for a teacher, of anyone's; of a preview as a student sees it at `moment`.

    Raises NotFound when the attempt is not there or not theirs to see, and Refused while it runs.
    """
    found = db.session.execute(
        select(ATTEMPT, User.name, SCORE.c.mark, SCORE.c.max_mark)
        .join(User, User.id == ATTEMPT.c.user_id)
        .outerjoin(SCORE, SCORE.c.attempt_id == ATTEMPT.c.id)
        .where(ATTEMPT.c.id == attempt_id)
    ).first()
    if found is None or not (teaches or found.user_id == person_id):
        raise NotFound
    ended = timing.ended_at(closes_at=found.closes_at, submitted_at=found.submitted_at, now=now)
    if ended is None:
        raise Refused(N_("This attempt has not been submitted yet, so there is nothing to review."))
    quiz = known_rules(found.quiz_id)
    shown = quiz.review.at(moment) if found.preview else _shown(quiz, ended, now, teaches=teaches)
    slots = reviewed_slots(attempt_id)
    score = _score(found.mark, found.max_mark, slots)
    return Review(
        id=found.id,
        number=found.number,
        preview=moment if found.preview else None,
        quiz=quiz,
        person_name=found.name,
        mine=found.user_id == person_id,
        started_at=found.started_at,
        ended_at=ended,
        by_itself=found.closes_at is not None and ended >= found.closes_at,
        answered=sum(slot.mark.outcome is not Outcome.UNANSWERED for slot in slots),
        asked=len(slots),
        shown=shown,
        score=score if Shown.MARKS in shown else None,
        feedback=feedback_for(quiz.feedback, score.percent) if Shown.FEEDBACK in shown else None,
        slots=tuple(withheld(slot, shown) for slot in slots) if Shown.ANSWERS in shown else (),
    )


def _shown(quiz: QuizRules, ended_at: datetime, now: datetime, *, teaches: bool) -> frozenset[Shown]:
    """What may be seen now of an attempt that counts."""
    if teaches:
        return frozenset(Shown)
    closed = closed_for_all([quiz], now)[quiz.id]
    return quiz.review.at(review_moment(ended_at=ended_at, closes_at=closed, now=now))


def _score(mark: float | None, max_mark: float, slots: Sequence[ReviewedSlot]) -> AttemptScore:
    """The score as it was stored; that of an attempt which ended by itself may not be stored yet."""
    if mark is None:
        return score_of(slot.mark for slot in slots)
    return AttemptScore(mark=mark, max_mark=max_mark)


def reviewed_slots(attempt_id: str) -> tuple[ReviewedSlot, ...]:
    """All questions of an attempt with everything that is known of them: for `withheld` to take out of."""
    saved = saved_in([attempt_id]).get(attempt_id, {})
    sourced = _sourced(attempt_id)
    return tuple(
        _slot(asked, saved[asked.slot].answer if asked.slot in saved else (), sourced[asked.slot])
        for asked in asked_in([attempt_id])[attempt_id]
    )


def _sourced(attempt_id: str) -> Mapping[int, _Sourced]:
    found = db.session.execute(
        select(
            ASKED.c.slot, VERSION.c.sources, VERSION.c.passages, VERSION.c.note, Document.title, Document.attribution
        )
        .join(VERSION, VERSION.c.id == ASKED.c.version_id)
        .join(Question, Question.id == VERSION.c.question_id)
        .outerjoin(Document, Document.id == Question.document_id)
        .where(ASKED.c.attempt_id == attempt_id)
    )
    return {
        slot: _Sourced(sources=sources, passages=passages, note=note, document_title=title, attribution=attribution)
        for slot, sources, passages, note, title, attribution in found
    }


def _slot(asked: AskedQuestion, answer: tuple[str, ...], sourced: _Sourced) -> ReviewedSlot:
    question = asked.question
    own = {pair[0]: pair[1] for pair in asked.option_ids}
    texts = {option.id: option.text for option in question.options}
    is_entry = question.type.interaction is Interaction.ENTRY
    is_order = question.type.interaction is Interaction.ORDER
    is_typed = question.type.interaction in (Interaction.ENTRY, Interaction.NUMBER, Interaction.TEXT)
    is_choice = question.type.interaction in (Interaction.CHOICE, Interaction.SEVERAL)
    return ReviewedSlot(
        slot=asked.slot,
        language=question.language,
        interaction=question.type.interaction,
        stem=question.stem,
        mark=mark_slot(asked, answer),
        options=_options(asked, answer) if is_choice else (),
        ordered=tuple(texts[own[token]] for token in answer) if is_order else (),
        right_order=tuple(tuple(texts[id_] for id_ in group) for group in question.order),
        typed=answer[0] if is_typed and answer else None,
        read=read_entry(answer) if is_entry else None,
        right_date=question.date,
        right_duration=question.duration,
        right_quantity=question.quantity,
        right_texts=question.accepted,
        gaps=_gaps(question, answer),
        matched=_matched(asked, answer),
        evidence=evidence_of(
            question,
            sourced.sources,
            sourced.passages,
            document_title=sourced.document_title,
            attribution=sourced.attribution,
        ),
        note=sourced.note,
    )


def _gaps(question: questions.Question, answer: Sequence[str]) -> tuple[ReviewedGap, ...]:
    typed = filled_gaps(answer) if question.gaps else {}
    return tuple(
        ReviewedGap(
            number=number,
            typed=typed.get(number),
            correct=is_accepted(typed.get(number, ""), accepted),
            accepted=accepted,
        )
        for number, accepted in enumerate(question.gaps, start=1)
    )


def _options(asked: AskedQuestion, answer: Sequence[str]) -> tuple[ReviewedOption, ...]:
    by_id = {option.id: option for option in asked.question.options}
    return tuple(
        ReviewedOption(
            text=by_id[own].text, chosen=token in answer, correct=by_id[own].correct, feedback=by_id[own].feedback
        )
        for token, own in asked.option_ids
    )


def _matched(asked: AskedQuestion, answer: Sequence[str]) -> tuple[ReviewedPair, ...]:
    texts = {option.id: option.text for option in asked.question.options}
    shown = {token: texts[own] for token, own in asked.option_ids}
    chosen, right = chosen_matches(answer), dict(asked.question.pairs)
    feedback = {item.id: item.feedback for item in asked.question.items}
    return tuple(
        ReviewedPair(
            text=texts[own],
            chosen=shown.get(chosen.get(token, "")),
            right=texts[right[own]],
            feedback=feedback[own],
        )
        for token, own in asked.option_ids
        if own in right
    )
