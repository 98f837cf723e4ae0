"""The bank as a quiz is filled from it: the approved questions that fit, and how each goes with the quiz."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quizapp.bank.listing import BankEntry, Filters, bank_page
from quizapp.bank.state import State
from quizapp.quizzes.asking import askable
from quizapp.quizzes.colliding import foes_among
from quizapp.quizzes.filtering import for_draw
from quizapp.quizzes.outlining import Outline, outline
from quizapp.quizzes.pools import pool_sizes

_HERE = 0


@dataclass(frozen=True, kw_only=True)
class Addition:
    """A question that could be added. `is_there`: the quiz has it; else `collides` are numbers in the quiz.

    Those are of fixed questions that it gives away, or that ask about the same fact.
    """

    entry: BankEntry
    is_there: bool
    collides: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Additions:
    """A page, `number` of `last`, of the `total` questions that fit; `pool` can be drawn from."""

    quiz: Outline
    filters: Filters
    entries: tuple[Addition, ...]
    number: int
    last: int
    total: int
    pool: int


def additions(*, quiz_id: int, filters: Filters, number: int) -> Additions:
    """A page, counted from 1, of the approved questions that fit these filters. Raises NotFound."""
    quiz = outline(quiz_id)
    filters = for_draw(filters)
    page = bank_page(replace(filters, state=State.APPROVED), number=number)
    places = {entry.question.id: entry.first for entry in quiz.entries if entry.question is not None}
    asked = askable({*places, *(entry.id for entry in page.entries)})
    foes = foes_among({id_: asked[id_].question for id_ in sorted(asked)})
    return Additions(
        quiz=quiz,
        filters=filters,
        entries=tuple(
            Addition(
                entry=entry,
                is_there=entry.id in places,
                collides=tuple(sorted(places[foe] for foe in foes.get(entry.id, ()) if foe in places)),
            )
            for entry in page.entries
        ),
        number=page.number,
        last=page.last,
        total=page.total,
        pool=pool_sizes({_HERE: filters}, without=places)[_HERE],
    )
