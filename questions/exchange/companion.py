"""What other programs have no field for: a line of JSON beside each question, which only our own reader takes up."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from questions.document import Language
from questions.question import Option, Question, QuestionType, TimeUnit


@dataclass(frozen=True, kw_only=True)
class OptionMark:
    """What a format does not say of an option: its id, its fact, its place, and a remark that it has no field for."""

    id: str
    fact_id: str | None
    place: int
    feedback: str | None = None


@dataclass(frozen=True, kw_only=True)
class Companion:
    """The fields of a question that a format has no place for; `options` come in the order in which they were written.

    `ranks` are the groups of equal date that the options belong to, where there is an order.
    """

    id: str
    type: QuestionType
    language: Language
    difficulty: float
    fact_ids: tuple[str, ...] = ()
    options: tuple[OptionMark, ...] = ()
    ranks: tuple[int, ...] = ()
    unit: TimeUnit | None = None

    @classmethod
    def of(cls, question: Question, written: Sequence[Option], *, remarks: bool) -> Self:
        """The companion of a question whose options were written in this order; `remarks` if it has to keep theirs."""
        places = {option.id: place for place, option in enumerate(question.options)}
        marks = [
            OptionMark(
                id=option.id,
                fact_id=option.fact_id,
                place=places[option.id],
                feedback=option.feedback if remarks else None,
            )
            for option in written
        ]
        ranks = {name: rank for rank, group in enumerate(question.order) for name in group}
        return cls(
            id=question.id,
            type=question.type,
            language=question.language,
            difficulty=question.difficulty,
            fact_ids=question.fact_ids,
            options=tuple(marks),
            ranks=tuple(ranks[option.id] for option in written) if ranks else (),
            unit=question.duration.unit if question.duration else None,
        )

    def to_json(self) -> str:
        """One line of JSON."""
        fields: dict[str, object] = {
            "id": self.id,
            "type": str(self.type),
            "language": str(self.language),
            "difficulty": self.difficulty,
            "facts": self.fact_ids,
            "options": [_mark_to_json(mark) for mark in self.options],
        }
        if self.ranks:
            fields["ranks"] = self.ranks
        if self.unit is not None:
            fields["unit"] = str(self.unit)
        return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def _mark_to_json(mark: OptionMark) -> list[object]:
    fields: list[object] = [mark.id, mark.fact_id, mark.place]
    return fields if mark.feedback is None else [*fields, mark.feedback]


def read_companion(line: str) -> Companion | None:
    """The companion that `to_json` wrote; None for any other text."""
    try:
        fields = json.loads(line)
        return _companion(fields) if isinstance(fields, dict) else None
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, OverflowError):
        return None


def _companion(fields: Mapping[str, object]) -> Companion:
    unit = fields.get("unit")
    difficulty = fields["difficulty"]
    return Companion(
        id=_text(fields["id"]),
        type=QuestionType(_text(fields["type"])),
        language=Language(_text(fields["language"])),
        difficulty=min(max(float(difficulty), 0.0), 1.0) if isinstance(difficulty, int | float) else 0.5,
        fact_ids=tuple(_text(entry) for entry in _list(fields["facts"])),
        options=tuple(_mark(_list(entry)) for entry in _list(fields["options"])),
        ranks=tuple(_whole(entry) for entry in _list(fields.get("ranks", []))),
        unit=None if unit is None else TimeUnit(_text(unit)),
    )


def _mark(entry: Sequence[object]) -> OptionMark:
    fact_id = None if entry[1] is None else _text(entry[1])
    feedback = _text(entry[3]) if len(entry) > 3 else None
    return OptionMark(id=_text(entry[0]), fact_id=fact_id, place=_whole(entry[2]), feedback=feedback)


def _text(entry: object) -> str:
    if not isinstance(entry, str):
        raise TypeError(entry)
    return entry


def _whole(entry: object) -> int:
    if not isinstance(entry, int):
        raise TypeError(entry)
    return entry


def _list(entry: object) -> list[object]:
    if not isinstance(entry, list):
        raise TypeError(entry)
    return entry
