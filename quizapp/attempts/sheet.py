"""An attempt as the page shows it while it runs: stems, options and saved answers, and nothing that tells the key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from sqlalchemy import and_, select

import questions
from questions import Interaction, Language, QuestionType
from quizapp.attempts import timing
from quizapp.attempts.asking import Pairs, ShownOption, drawn_ids, read_entry, shown_options
from quizapp.attempts.records import asked_in
from quizapp.attempts.review import ReviewedSlot, reviewed_slots
from quizapp.attempts.scoring import AskedQuestion
from quizapp.attempts.statements import ASKED, ATTEMPT, RESPONSE
from quizapp.attempts.withholding import withheld
from quizapp.database import db
from quizapp.errors import NotFound
from quizapp.quizzes.reviewing import Shown
from quizapp.quizzes.rules import QuizRules, known_rules


@dataclass(frozen=True, kw_only=True)
class SheetSlot:
    """A question as the browser gets it. `reading` is the date that was read in a date entry, if any.

    `feedback` is there once the answer was checked. Of a matching question `items` are the options that want a match,
    and `matches` those to choose from.
    """

    slot: int
    type: QuestionType
    language: Language
    stem: str
    options: tuple[ShownOption, ...]
    items: tuple[ShownOption, ...]
    matches: tuple[ShownOption, ...]
    answer: tuple[str, ...]
    sequence: int
    saved_at: datetime | None
    flagged: bool
    reading: questions.DateValue | None
    feedback: Feedback | None

    @property
    def interaction(self) -> Interaction:
        return self.type.interaction

    @property
    def as_shown(self) -> tuple[str, ...]:
        """The answer as the page shows it: an order lists its items before anything was put in order."""
        return tuple(one.id for one in self.options) if self.interaction is Interaction.ORDER else self.answer


@dataclass(frozen=True, kw_only=True)
class Feedback:
    """What the person is shown of a question whose answer they had checked, as a review shows it."""

    slot: ReviewedSlot
    shown: frozenset[Shown]
    mine: bool = True


@dataclass(frozen=True, kw_only=True)
class OutlinedSlot:
    """A place in the overview: what was answered, checked and flagged, without the question."""

    slot: int
    answer: tuple[str, ...]
    sequence: int
    saved_at: datetime | None
    checked: bool
    flagged: bool


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """An attempt of one person's. `remaining_ms` is None where nothing ends it.

    `slots` are the questions that the page shows: all, or, where it shows one, that one. `place` is how far a
    sequential attempt has come; None where one may go back and forth. A `preview` counts nowhere.
    """

    id: str
    number: int
    preview: bool
    quiz: QuizRules
    phase: timing.Phase
    started_at: datetime
    deadline: datetime | None
    closes_at: datetime | None
    remaining_ms: int | None
    revision: int
    place: int | None
    outline: tuple[OutlinedSlot, ...]
    slots: tuple[SheetSlot, ...]

    @property
    def one_a_page(self) -> bool:
        return self.place is not None or self.quiz.one_a_page

    @property
    def unanswered(self) -> tuple[OutlinedSlot, ...]:
        return tuple(slot for slot in self.outline if not slot.answer)

    @property
    def flagged(self) -> tuple[OutlinedSlot, ...]:
        return tuple(slot for slot in self.outline if slot.flagged)

    def is_open(self, slot: int) -> bool:
        """Whether the question in this slot may be looked at now."""
        return self.place in (None, slot)


def sheet(*, attempt_id: str, person_id: int, now: datetime, slot: int | None = None) -> Sheet:
    """The person's own attempt with the questions of a page; of one with `slot`, where it shows one.

    Without `slot` that is the first, or the one that a sequential attempt has come to, which is shown whatever is
    asked for. Raises NotFound for an attempt that is not there or another's, and for a slot that it has not.
    """
    found, quiz = _found(attempt_id, person_id)
    if found.place is None and not quiz.one_a_page:
        return _sheet(found, quiz, now, asked_in([attempt_id])[attempt_id])
    asked = asked_in([attempt_id], found.place or slot or 1).get(attempt_id)
    if asked is None:
        raise NotFound
    return _sheet(found, quiz, now, asked)


def overview(*, attempt_id: str, person_id: int, now: datetime) -> Sheet:
    """The person's own attempt with the questions that they may look at again; NotFound as with `sheet`."""
    found, quiz = _found(attempt_id, person_id)
    return _sheet(found, quiz, now, asked_in([attempt_id], found.place)[attempt_id])


def _found(attempt_id: str, person_id: int) -> tuple[Any, QuizRules]:
    mine = select(ATTEMPT).where(ATTEMPT.c.id == attempt_id, ATTEMPT.c.user_id == person_id)
    found = db.session.execute(mine).first()
    if found is None:
        raise NotFound
    return found, known_rules(found.quiz_id)


def _sheet(found: Any, quiz: QuizRules, now: datetime, asked: Sequence[AskedQuestion]) -> Sheet:
    outline = _outline(found.id)
    by_slot = {one.slot: one for one in outline}
    feedback = _feedback(found.id, quiz, outline)
    return Sheet(
        id=found.id,
        number=found.number,
        preview=found.preview,
        quiz=quiz,
        phase=timing.phase(
            deadline=found.deadline, closes_at=found.closes_at, submitted_at=found.submitted_at, now=now
        ),
        started_at=found.started_at,
        deadline=found.deadline,
        closes_at=found.closes_at,
        remaining_ms=timing.remaining_ms(found.deadline, now),
        revision=found.revision,
        place=found.place,
        outline=outline,
        slots=tuple(_slot(one, by_slot[one.slot], feedback.get(one.slot)) for one in asked),
    )


def _outline(attempt_id: str) -> tuple[OutlinedSlot, ...]:
    found = db.session.execute(
        select(
            ASKED.c.slot,
            ASKED.c.flagged,
            RESPONSE.c.answer,
            RESPONSE.c.sequence,
            RESPONSE.c.saved_at,
            RESPONSE.c.checked_at,
        )
        .outerjoin(RESPONSE, and_(RESPONSE.c.attempt_id == ASKED.c.attempt_id, RESPONSE.c.slot == ASKED.c.slot))
        .where(ASKED.c.attempt_id == attempt_id)
        .order_by(ASKED.c.slot)
    )
    return tuple(
        OutlinedSlot(
            slot=row.slot,
            answer=tuple(row.answer or ()),
            sequence=row.sequence or 0,
            saved_at=row.saved_at,
            checked=row.checked_at is not None,
            flagged=row.flagged,
        )
        for row in found
    )


def _feedback(attempt_id: str, quiz: QuizRules, outline: Sequence[OutlinedSlot]) -> Mapping[int, Feedback]:
    """What is shown of the answers that were checked, by slot; nothing else is read for it."""
    checked = {one.slot for one in outline if one.checked}
    if not checked:
        return {}
    return {
        one.slot: Feedback(slot=withheld(one, quiz.review.during), shown=quiz.review.during)
        for one in reviewed_slots(attempt_id)
        if one.slot in checked
    }


def _slot(asked: AskedQuestion, outlined: OutlinedSlot, feedback: Feedback | None) -> SheetSlot:
    question = asked.question
    answer = outlined.answer
    options = shown_options(question, asked.option_ids)
    is_entry = question.type.interaction is Interaction.ENTRY
    return SheetSlot(
        slot=asked.slot,
        type=question.type,
        language=question.language,
        stem=question.stem,
        options=_as_ordered(options, answer) if question.type.interaction is Interaction.ORDER else options,
        items=_side(question.items, asked.option_ids),
        matches=_side(question.matches, asked.option_ids),
        answer=answer,
        sequence=outlined.sequence,
        saved_at=outlined.saved_at,
        flagged=outlined.flagged,
        reading=read_entry(answer) if is_entry else None,
        feedback=feedback,
    )


def as_asked(question: questions.Question) -> SheetSlot:
    """A question as the page of an attempt shows it, before anything is answered, for whoever writes it to look at."""
    pairs = drawn_ids(question, shuffle=False, rng=Random(1))  # noqa: S311 - an order to look at, no secret
    asked = AskedQuestion(slot=1, question=question, option_ids=pairs, max_mark=1.0)
    outlined = OutlinedSlot(slot=1, answer=(), sequence=0, saved_at=None, checked=False, flagged=False)
    return _slot(asked, outlined, None)


def _side(side: Sequence[questions.Option], pairs: Pairs) -> tuple[ShownOption, ...]:
    """The options of one side of a matching question, in the attempt's order."""
    texts = {option.id: option.text for option in side}
    return tuple(ShownOption(id=token, text=texts[own]) for token, own in pairs if own in texts)


def _as_ordered(options: Sequence[ShownOption], answer: Sequence[str]) -> tuple[ShownOption, ...]:
    """The items in the order that was saved; in the attempt's own before anything was."""
    by_id = {option.id: option for option in options}
    return tuple(by_id[token] for token in answer) or tuple(options)
