"""What a browser sends to start an attempt, and with an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import StringField

from quizapp.attempts.asking import PAIR_MARK, Move
from quizapp.errors import N_, NotFound, WrongField
from quizapp.quizzes.reviewing import ReviewMoment

_GAP: Final = "gap-"
LARGEST_SEQUENCE: Final = 2**53 - 1
"""The largest whole number that a browser counts exactly."""


class StartForm(FlaskForm):
    """The code without which a quiz cannot be started, where it has one."""

    access_code = StringField(
        _("Access code"),
        description=_("Your teacher tells you the code."),
        render_kw={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"},
    )


class Go(StrEnum):
    """Where a button leads from a question that has a page of its own."""

    PREVIOUS = "previous"
    NEXT = "next"
    END = "end"


@dataclass(frozen=True, kw_only=True)
class GivenAnswer:
    """An answer as it was sent. Without a `sequence` it is newer than all before; `move` is a button of an order.

    `flagged` is None where the flag was not touched. `alone`: the question has a page of its own, `go` being the button
    that leads away from it, and `untouched` tells that the page shows just this answer.
    """

    answer: tuple[str, ...]
    sequence: int | None
    move: tuple[str, Move] | None
    flagged: bool | None
    alone: bool
    go: Go | None
    untouched: bool

    @property
    def is_nothing_new(self) -> bool:
        """Whether a button led away from the question with its answer and its flag as they were."""
        return self.go is not None and self.untouched and self.flagged is None


def given_answer(fields: MultiDict[str, str]) -> GivenAnswer:
    """Read the fields of a question's form; WrongField when one of them cannot be read.

    A body that is no form has no field at all: it must not pass for an answer that was taken back.
    """
    if not fields:
        raise WrongField("answer", N_("The answer did not arrive as a form, so nothing was changed."))
    answer = (*fields.getlist("answer"), *_gaps(fields))
    return GivenAnswer(
        answer=answer,
        sequence=given_sequence(fields),
        move=_move(fields),
        flagged=_flagged(fields),
        alone="slot" in fields,
        go=_go(fields),
        untouched=[part for part in answer if part] == fields.getlist("shown"),
    )


def _gaps(fields: MultiDict[str, str]) -> list[str]:
    """What was typed into the gaps of a text, each of which has a field of its own."""
    names = sorted((name for name in fields if name.startswith(_GAP)), key=len)
    return [f"{name.removeprefix(_GAP)}{PAIR_MARK}{fields[name].strip()}" for name in names if fields[name].strip()]


def given_leave(fields: MultiDict[str, str]) -> tuple[int, Go]:
    """The question that is left, and where to; NotFound for what no button says."""
    slot, go = fields.get("slot", type=int), _go(fields)
    if slot is None or go is None:
        raise NotFound
    return slot, go


def preview_moment(arguments: Mapping[str, str]) -> ReviewMoment:
    """The moment at which a preview is looked at, as an address names it; else directly after the attempt."""
    text = arguments.get("at", "")
    return ReviewMoment(text) if text in set(ReviewMoment) else ReviewMoment.AFTER


def given_sequence(fields: MultiDict[str, str]) -> int | None:
    """The number of a save; None where it has none. Raises WrongField."""
    text = fields.get("sequence")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_SEQUENCE))):
        raise WrongField("sequence", N_("The number of this save cannot be read. Please reload the page."))
    return min(int(text), LARGEST_SEQUENCE)


def _flagged(fields: MultiDict[str, str]) -> bool | None:
    flagged, before = "flagged" in fields, fields.get("was_flagged")
    return None if before is None or flagged == (before == "yes") else flagged


def _go(fields: MultiDict[str, str]) -> Go | None:
    text = fields.get("go")
    return Go(text) if text in set(Go) else None


def _move(fields: MultiDict[str, str]) -> tuple[str, Move] | None:
    item, _space, way = fields.get("move", "").partition(" ")
    if not item:
        return None
    if way not in set(Move):
        raise WrongField("move", N_("This button cannot be understood. Please reload the page."))
    return item, Move(way)
