"""The JSON shape of questions, and the way back; what the command line prints and an application stores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import TypeAlias, TypedDict

from questions.dates import DateValue
from questions.document import Language
from questions.question import (
    Duration,
    Explanation,
    Groups,
    Interaction,
    Option,
    Pairs,
    Quantity,
    Question,
    QuestionType,
    TimeUnit,
)

Json: TypeAlias = dict[str, object]
"""What `json.dumps` accepts: text, numbers, true, false, null, and lists and objects of them."""


def question_to_json(question: Question) -> Json:
    """The question as plain JSON values.

    `key` is a list of option ids for a choice, a list of groups of ids for an order, a list of pairs of ids for
    matching (`options` holds the items and what they are matched with), the EDTF text for a date entry,
    ``{"number": 3, "unit": "day"}`` (or month, year) for an interval, ``{"value": "2.5", "tolerance": "0.1", "unit":
    "km"}`` for a number, a list of accepted texts for a short text, and a list of such lists for the gaps of a cloze.
    `explanation` is null for a question without evidence; where several facts support the key, it lists the
    explanations of the others under `also`.
    """
    return {
        "id": question.id,
        "type": str(question.type),
        "language": str(question.language),
        "stem": question.stem,
        "options": [_option_to_json(option) for option in question.options],
        "key": _key_to_json(question),
        "difficulty": question.difficulty,
        "fact_ids": list(question.fact_ids),
        "explanation": _explanations_to_json(question.explanations),
    }


def question_from_json(source: Mapping[str, object]) -> Question:
    """The question that `question_to_json` wrote; ValueError with a sentence when the JSON is no question."""
    try:
        kind = QuestionType(_text(source["type"]))
        return Question(
            id=_text(source["id"]),
            type=kind,
            language=Language(_text(source["language"])),
            stem=_text(source["stem"]),
            options=tuple(_option_from_json(_object(entry)) for entry in _list(source["options"])),
            **_key_from_json(kind.interaction, source["key"]),
            difficulty=_number(source["difficulty"]),
            fact_ids=tuple(_text(entry) for entry in _list(source["fact_ids"])),
            explanations=_explanations_from_json(source["explanation"]),
        )
    except KeyError as missing:
        raise ValueError(f"A question needs {missing}.") from missing


def _option_to_json(option: Option) -> Json:
    return {
        "id": option.id,
        "text": option.text,
        "correct": option.correct,
        "feedback": option.feedback,
        "fact_id": option.fact_id,
    }


def _key_to_json(question: Question) -> object:
    if question.date is not None:
        return str(question.date)
    if question.duration is not None:
        return {"number": question.duration.number, "unit": str(question.duration.unit)}
    if question.quantity is not None:
        wanted = question.quantity
        return {"value": str(wanted.value), "tolerance": str(wanted.tolerance), "unit": wanted.unit}
    grouped = question.order or question.pairs or question.gaps
    return [list(group) for group in grouped] or list(question.accepted or question.right_ids)


def _explanation_to_json(explanation: Explanation) -> Json:
    return {
        "quote": explanation.quote,
        "start": explanation.start,
        "end": explanation.end,
        "date_start": explanation.date_start,
        "date_end": explanation.date_end,
        "citations": list(explanation.citations),
    }


def _explanations_to_json(explanations: Sequence[Explanation]) -> Json | None:
    if not explanations:
        return None
    first, *others = (_explanation_to_json(explanation) for explanation in explanations)
    return {**first, "also": others} if others else first


def _option_from_json(source: Mapping[str, object]) -> Option:
    return Option(
        id=_text(source["id"]),
        text=_text(source["text"]),
        correct=source["correct"] is True,
        feedback=_text_or_none(source["feedback"]),
        fact_id=_text_or_none(source["fact_id"]),
    )


class _Key(TypedDict, total=False):
    """The field that holds the key, by the interaction; a choice marks its options instead."""

    order: Groups
    pairs: Pairs
    date: DateValue
    duration: Duration
    quantity: Quantity
    accepted: tuple[str, ...]
    gaps: tuple[tuple[str, ...], ...]


def _key_from_json(interaction: Interaction, source: object) -> _Key:
    match interaction:
        case Interaction.ORDER:
            return {"order": tuple(tuple(_text(name) for name in _list(group)) for group in _list(source))}
        case Interaction.MATCH:
            return {"pairs": tuple(_pair_from_json(_list(pair)) for pair in _list(source))}
        case Interaction.ENTRY:
            return {"date": DateValue(_text(source))}
        case Interaction.NUMBER:
            length = _object(source)
            if "value" in length:
                return {"quantity": _quantity_from_json(length)}
            return {"duration": Duration(number=_whole(length["number"]), unit=TimeUnit(_text(length["unit"])))}
        case Interaction.TEXT:
            return {"accepted": tuple(_text(text) for text in _list(source))}
        case Interaction.CLOZE:
            return {"gaps": tuple(tuple(_text(text) for text in _list(gap)) for gap in _list(source))}
        case Interaction.CHOICE | Interaction.SEVERAL:
            return {}


def _quantity_from_json(source: Mapping[str, object]) -> Quantity:
    try:
        value, tolerance = Decimal(_text(source["value"])), Decimal(_text(source["tolerance"]))
    except InvalidOperation as error:
        raise ValueError(f"{source['value']!r} is not a number.") from error
    return Quantity(value=value, tolerance=tolerance, unit=_text(source["unit"]))


def _pair_from_json(source: Sequence[object]) -> tuple[str, str]:
    if len(source) != 2:
        raise ValueError("A pair has two ids.")
    return _text(source[0]), _text(source[1])


def _explanations_from_json(source: object) -> tuple[Explanation, ...]:
    if source is None:
        return ()
    first = _object(source)
    return tuple(_explanation_from_json(_object(entry)) for entry in [first, *_list(first.get("also", []))])


def _explanation_from_json(source: Mapping[str, object]) -> Explanation:
    return Explanation(
        quote=_text(source["quote"]),
        start=_whole(source["start"]),
        end=_whole(source["end"]),
        date_start=_whole(source["date_start"]),
        date_end=_whole(source["date_end"]),
        citations=tuple(_whole(number) for number in _list(source["citations"])),
    )


def _text(source: object) -> str:
    if not isinstance(source, str):
        raise ValueError(f"{source!r} is not a text.")
    return source


def _text_or_none(source: object) -> str | None:
    return None if source is None else _text(source)


def _whole(source: object) -> int:
    if not isinstance(source, int):
        raise ValueError(f"{source!r} is not a whole number.")
    return source


def _number(source: object) -> float:
    if not isinstance(source, int | float):
        raise ValueError(f"{source!r} is not a number.")
    return float(source)


def _list(source: object) -> Sequence[object]:
    if not isinstance(source, list | tuple):
        raise ValueError(f"{source!r} is not a list.")
    return source


def _object(source: object) -> Mapping[str, object]:
    if not isinstance(source, Mapping):
        raise ValueError(f"{source!r} is not an object.")
    return source
