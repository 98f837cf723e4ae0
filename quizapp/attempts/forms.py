"""What a browser sends with an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from werkzeug.datastructures import MultiDict

from quizapp.attempts.asking import Move
from quizapp.errors import N_, WrongField

LARGEST_SEQUENCE: Final = 2**53 - 1
"""The largest whole number that a browser counts exactly."""


@dataclass(frozen=True, kw_only=True)
class GivenAnswer:
    """An answer as it was sent. Without a `sequence` it is newer than all before; `move` is a button of an order."""

    answer: tuple[str, ...]
    sequence: int | None
    move: tuple[str, Move] | None


def given_answer(fields: MultiDict[str, str]) -> GivenAnswer:
    """Read the fields `answer` (repeated), `sequence` and `move`; WrongField when one of them cannot be read.

    A body that is no form has no field at all: it must not pass for an answer that was taken back.
    """
    if not fields:
        raise WrongField("answer", N_("The answer did not arrive as a form, so nothing was changed."))
    return GivenAnswer(
        answer=tuple(fields.getlist("answer")), sequence=_sequence(fields.get("sequence")), move=_move(fields)
    )


def _sequence(text: str | None) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_SEQUENCE))):
        raise WrongField("sequence", N_("The number of this save cannot be read. Please reload the page."))
    return min(int(text), LARGEST_SEQUENCE)


def _move(fields: MultiDict[str, str]) -> tuple[str, Move] | None:
    item, _space, way = fields.get("move", "").partition(" ")
    if not item:
        return None
    if way not in set(Move):
        raise WrongField("move", N_("This button cannot be understood. Please reload the page."))
    return item, Move(way)
