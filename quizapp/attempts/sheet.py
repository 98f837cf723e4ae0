"""An attempt as the page shows it while it runs: stems, options and saved answers, and nothing that tells the key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

import questions
from questions import Interaction, Language, QuestionType
from quizapp.attempts import timing
from quizapp.attempts.asking import Pairs, ShownOption, read_entry, shown_options
from quizapp.attempts.records import SavedAnswer, asked_in, saved_in
from quizapp.attempts.scoring import AskedQuestion
from quizapp.attempts.statements import ATTEMPT
from quizapp.database import db
from quizapp.errors import NotFound
from quizapp.quizzes.service import QuizRules, rules


@dataclass(frozen=True, kw_only=True)
class SheetSlot:
    """A question as the browser gets it. `reading` is the date that was read in a date entry, if any.

    Of a matching question `items` are the options that want a match, and `matches` those to choose from.
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
    reading: questions.DateValue | None

    @property
    def interaction(self) -> Interaction:
        return self.type.interaction


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """An attempt of one person's. `remaining_ms` is None where nothing ends it."""

    id: str
    number: int
    quiz: QuizRules
    phase: timing.Phase
    started_at: datetime
    deadline: datetime | None
    closes_at: datetime | None
    remaining_ms: int | None
    slots: tuple[SheetSlot, ...]

    @property
    def unanswered(self) -> tuple[SheetSlot, ...]:
        return tuple(slot for slot in self.slots if not slot.answer)


def sheet(*, attempt_id: str, person_id: int, now: datetime) -> Sheet:
    """The person's own attempt; NotFound when there is none, or it is another's."""
    found = db.session.execute(
        select(ATTEMPT).where(ATTEMPT.c.id == attempt_id, ATTEMPT.c.user_id == person_id)
    ).first()
    if found is None:
        raise NotFound
    asked = asked_in([attempt_id])[attempt_id]
    saved = saved_in([attempt_id]).get(attempt_id, {})
    return Sheet(
        id=found.id,
        number=found.number,
        quiz=rules(found.quiz_id),
        phase=timing.phase(
            deadline=found.deadline, closes_at=found.closes_at, submitted_at=found.submitted_at, now=now
        ),
        started_at=found.started_at,
        deadline=found.deadline,
        closes_at=found.closes_at,
        remaining_ms=timing.remaining_ms(found.deadline, now),
        slots=tuple(_slot(one, saved.get(one.slot)) for one in asked),
    )


def _slot(asked: AskedQuestion, saved: SavedAnswer | None) -> SheetSlot:
    question = asked.question
    answer = saved.answer if saved else ()
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
        sequence=saved.sequence if saved else 0,
        saved_at=saved.saved_at if saved else None,
        reading=read_entry(answer) if is_entry else None,
    )


def _side(side: Sequence[questions.Option], pairs: Pairs) -> tuple[ShownOption, ...]:
    """The options of one side of a matching question, in the attempt's order."""
    texts = {option.id: option.text for option in side}
    return tuple(ShownOption(id=token, text=texts[own]) for token, own in pairs if own in texts)


def _as_ordered(options: Sequence[ShownOption], answer: Sequence[str]) -> tuple[ShownOption, ...]:
    """The items in the order that was saved; in the attempt's own before anything was."""
    by_id = {option.id: option for option in options}
    return tuple(by_id[token] for token in answer) or tuple(options)
