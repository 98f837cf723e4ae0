"""Items → the bytes of a file in one of the formats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeAlias

from questions.exchange.aiken import write_aiken
from questions.exchange.anki import write_anki
from questions.exchange.cleaning import clean_item, has_control
from questions.exchange.csv import write_csv
from questions.exchange.gift import write_gift
from questions.exchange.item import Format, Item, LeftOut, Loss, Written
from questions.exchange.moodle_xml import write_moodle_xml
from questions.exchange.qti_package import write_qti

TextWriter: TypeAlias = Callable[[Sequence[Item]], tuple[str, list[LeftOut]]]

_TEXT_WRITERS: dict[Format, TextWriter] = {
    Format.GIFT: write_gift,
    Format.AIKEN: write_aiken,
    Format.MOODLE_XML: write_moodle_xml,
    Format.CSV: write_csv,
}


def write(items: Sequence[Item], *, format: Format, made: datetime | None = None) -> Written:  # noqa: A002
    """The items as a file of this format, and what it has no place for.

    The same items give the same bytes. Blanks around texts and characters that no text has are not written. `made`
    counts only for Anki, which keeps the newer of two notes: the moment of the export where a second import has to
    update the first.
    """
    clean = [clean_item(item) for item in items]
    control = [LeftOut(item=number, loss=Loss.CONTROL) for number, item in enumerate(items, 1) if has_control(item)]
    content, losses = _written(clean, format, made)
    return Written(content=content, left_out=tuple(sorted((*control, *losses), key=lambda left: left.item)))


def _written(items: Sequence[Item], form: Format, made: datetime | None) -> tuple[bytes, list[LeftOut]]:
    if form in _TEXT_WRITERS:
        text, losses = _TEXT_WRITERS[form](items)
        return text.encode("utf-8"), losses
    if form is Format.ANKI:
        return write_anki(items, made), []
    return write_qti(items, form)
