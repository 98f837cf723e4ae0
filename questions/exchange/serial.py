"""What a file gave as JSON, and the way back; what passes from one program to another, and is kept meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from questions.exchange.item import Citation, Fault, Field, Imported, Item, LeftOut, Loss, Wrong
from questions.serial import Json, question_from_json, question_to_json


def imported_to_json(imported: Imported) -> Json:
    """What a file gave, as plain JSON values."""
    return {
        "items": [_item_to_json(item) for item in imported.items],
        "errors": [
            [fault.item, fault.line, fault.field.name, fault.wrong.name, fault.what] for fault in imported.errors
        ],
        "left_out": [[left.item, left.line, left.loss.name, left.what] for left in imported.left_out],
    }


def imported_from_json(source: Mapping[str, Any]) -> Imported:
    """What `imported_to_json` wrote; ValueError or KeyError for anything else."""
    return Imported(
        items=tuple(_item_from_json(entry) for entry in source["items"]),
        errors=tuple(
            Fault(item=item, line=line, field=Field[field], wrong=Wrong[wrong], what=what)
            for item, line, field, wrong, what in source["errors"]
        ),
        left_out=tuple(
            LeftOut(item=item, line=line, loss=Loss[loss], what=what) for item, line, loss, what in source["left_out"]
        ),
    )


def _item_to_json(item: Item) -> Json:
    return {
        "question": question_to_json(item.question),
        "references": [[entry.number, entry.text] for entry in item.references],
        "remark": item.remark,
        "category": item.category,
    }


def _item_from_json(source: Mapping[str, Any]) -> Item:
    return Item(
        question=question_from_json(source["question"]),
        references=_references(source["references"]),
        remark=source["remark"],
        category=source["category"],
    )


def _references(source: Sequence[tuple[int, str]]) -> tuple[Citation, ...]:
    return tuple(Citation(number=number, text=text) for number, text in source)
