"""The formats that a selection can be written in, with what each has no place for; and the file itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from questions.exchange import Format, LeftOut, Loss, Written, left_out, write
from quizapp.exchange.selecting import Selection

_WHOLE: Final = frozenset({Loss.TYPE, Loss.MARK_AT_START})
"""Losses of whole questions; the others are losses of a part."""
_UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f/\\:*?\"<>|\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")
_LONGEST_NAME: Final = 60

_ENDINGS: Final[Mapping[Format, str]] = {
    Format.GIFT: "gift.txt",
    Format.AIKEN: "aiken.txt",
    Format.MOODLE_XML: "moodle.xml",
    Format.QTI_22: "qti22.zip",
    Format.QTI_30: "qti30.zip",
    Format.CSV: "csv",
    Format.ANKI: "apkg",
}

MEDIA_TYPES: Final[Mapping[Format, str]] = {
    Format.GIFT: "text/plain",
    Format.AIKEN: "text/plain",
    Format.MOODLE_XML: "application/xml",
    Format.QTI_22: "application/zip",
    Format.QTI_30: "application/zip",
    Format.CSV: "text/csv",
    Format.ANKI: "application/octet-stream",
}


@dataclass(frozen=True, kw_only=True)
class LossCount:
    """Why something is not written, and of how many questions; whole questions where it `is_whole`."""

    loss: Loss
    what: str
    count: int
    is_whole: bool


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A format for a selection: how many of its questions would be written, and what would be lost."""

    format: Format
    written: int
    losses: tuple[LossCount, ...]


def offers(selection: Selection) -> tuple[Offer, ...]:
    """Every format, with what it would leave out of the selection."""
    return tuple(offer_of(selection, form) for form in Format)


def offer_of(selection: Selection, form: Format) -> Offer:
    """What this format would leave out of the selection."""
    lost = left_out(selection.items, format=form)
    missing = {left.item for left in lost if left.loss in _WHOLE}
    counts = Counter(dict.fromkeys(_kinds(lost), 0))
    counts.update((left.loss, left.what) for left in set(lost))
    losses = tuple(
        LossCount(loss=loss, what=what, count=count, is_whole=loss in _WHOLE) for (loss, what), count in counts.items()
    )
    return Offer(format=form, written=len(selection.items) - len(missing), losses=losses)


def _kinds(lost: tuple[LeftOut, ...]) -> list[tuple[Loss, str]]:
    """The kinds of losses, those of whole questions first."""
    kinds = dict.fromkeys((left.loss, left.what) for left in lost)
    return sorted(kinds, key=lambda kind: kind[0] not in _WHOLE)


def written(selection: Selection, form: Format, *, now: datetime) -> Written:
    """The selection as a file; a deck of Anki is as new as `now`, so that it brings earlier notes up to date."""
    return write(selection.items, format=form, made=now)


def file_name(title: str, form: Format) -> str:
    """A name for the file that every system takes."""
    name = " ".join(_UNSAFE.sub(" ", title).split()).strip(". ")[:_LONGEST_NAME].strip(". ")
    return f"{name or 'questions'}.{_ENDINGS[form]}"
