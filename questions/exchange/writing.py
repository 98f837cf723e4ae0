"""Items → the bytes of a file in one of the formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from questions.exchange.aiken import write_aiken
from questions.exchange.anki import write_anki
from questions.exchange.cleaning import clean_item, has_control
from questions.exchange.csv import write_csv
from questions.exchange.gift import gift_losses, write_gift
from questions.exchange.item import Format, Item, LeftOut, Loss, Written
from questions.exchange.moodle_xml import moodle_losses, write_moodle_xml
from questions.exchange.qti import losses as qti_losses
from questions.exchange.qti_package import write_qti
from questions.question import Interaction, Question, QuestionType

TextWriter: TypeAlias = Callable[[Sequence[Item]], tuple[str, list[LeftOut]]]

_TEXT_WRITERS: dict[Format, TextWriter] = {
    Format.GIFT: write_gift,
    Format.AIKEN: write_aiken,
    Format.MOODLE_XML: write_moodle_xml,
    Format.CSV: write_csv,
}

_LOSSES: dict[Format, Callable[[Item], Iterable[Loss]]] = {
    Format.GIFT: gift_losses,
    Format.MOODLE_XML: moodle_losses,
    Format.QTI_22: qti_losses,
    Format.QTI_30: qti_losses,
}


def write(items: Sequence[Item], *, format: Format, made: datetime | None = None) -> Written:  # noqa: A002
    """The items as a file of this format, and what it has no place for.

    The same items give the same bytes. Blanks around texts and characters that no text has are not written. `made`
    counts only for Anki, which keeps the newer of two notes: the moment of the export where a second import has to
    update the first.
    """
    fitting = [item for item in items if has_place(item.question, format)]
    content, losses = _written([clean_item(item) for item in fitting], format, made)
    numbers = [number for number, item in enumerate(items, 1) if has_place(item.question, format)]
    placed = [replace(loss, item=numbers[loss.item - 1]) for loss in losses]
    return Written(content=content, left_out=_in_order(items, [*placed, *_without_place(items, format)]))


def left_out(items: Sequence[Item], *, format: Format) -> tuple[LeftOut, ...]:  # noqa: A002
    """What the format has no place for: the same as `write` says, but nothing is written."""
    if format is Format.AIKEN:
        return write(items, format=format).left_out
    found = _LOSSES.get(format, _nothing)
    losses = [
        LeftOut(item=number, loss=loss)
        for number, item in enumerate(items, 1)
        if has_place(item.question, format)
        for loss in found(clean_item(item))
    ]
    return _in_order(items, [*losses, *_without_place(items, format)])


def has_place(question: Question, form: Format) -> bool:
    """Whether a format can hold a question at all; what Aiken cannot, it says itself."""
    typed = question.type.interaction in (Interaction.TEXT, Interaction.CLOZE) or question.quantity is not None
    return not typed or question.type in _TYPED.get(form, ())


def _without_place(items: Sequence[Item], form: Format) -> list[LeftOut]:
    return [
        LeftOut(item=number, loss=Loss.TYPE, what=str(item.question.type))
        for number, item in enumerate(items, 1)
        if not has_place(item.question, form)
    ]


_TYPED: dict[Format, tuple[QuestionType, ...]] = {
    Format.GIFT: (QuestionType.SHORT_TEXT, QuestionType.NUMBER),
    Format.MOODLE_XML: (QuestionType.SHORT_TEXT, QuestionType.NUMBER, QuestionType.CLOZE),
    Format.ANKI: (QuestionType.SHORT_TEXT, QuestionType.NUMBER, QuestionType.CLOZE),
}
"""What each format holds of questions whose answers are typed, apart from dates and lengths of time."""


def _nothing(_item: Item) -> Iterable[Loss]:
    return ()


def _in_order(items: Sequence[Item], losses: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    control = [LeftOut(item=number, loss=Loss.CONTROL) for number, item in enumerate(items, 1) if has_control(item)]
    return tuple(sorted((*control, *losses), key=lambda left: left.item))


def _written(items: Sequence[Item], form: Format, made: datetime | None) -> tuple[bytes, list[LeftOut]]:
    if form in _TEXT_WRITERS:
        text, losses = _TEXT_WRITERS[form](items)
        return text.encode("utf-8"), losses
    if form is Format.ANKI:
        return write_anki(items, made), []
    return write_qti(items, form)
