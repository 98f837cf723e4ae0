"""Documents and facts as the JSON that other programs rely on: the same keys always, null where nothing is known."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypeAlias

from questions.dates import DateValue
from questions.document import DateExpression, Document, Note, Reference, Unresolved
from questions.fact import Entity, Fact, Quantity

JsonObject: TypeAlias = dict[str, Any]


def as_json(value: JsonObject) -> str:
    """The object as text with its keys sorted: the same characters for the same object."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)


def facts_object(document: Document, facts: Sequence[Fact]) -> JsonObject:
    """What ``facts --json`` prints."""
    return {
        "document": document_object(document),
        "references": [_reference(entry) for entry in document.references],
        "notes": [_note(note) for note in document.notes],
        "facts": [_fact(fact) for fact in facts],
        "unresolved": [_unresolved(left) for left in document.unresolved],
    }


def document_object(document: Document) -> JsonObject:
    """What every command says about its document."""
    return {
        "title": document.title,
        "language": document.language.value,
        "digest": document.digest,
        "characters": len(document.text),
    }


def _reference(entry: Reference) -> JsonObject:
    return {
        "number": entry.number,
        "text": entry.text,
        "start": entry.start,
        "end": entry.end,
        "title": entry.title,
        "author": entry.author,
        "publisher": entry.publisher,
        "place": entry.place,
        "issued": _edtf(entry.issued),
        "accessed": _edtf(entry.accessed),
        "archived": _edtf(entry.archived),
        "url": entry.url,
        "archive_url": entry.archive_url,
        "language": entry.language,
    }


def _note(note: Note) -> JsonObject:
    return {"label": note.label, "text": note.text, "start": note.start, "end": note.end}


def _edtf(value: DateValue | None) -> str | None:
    return str(value) if value else None


def _fact(fact: Fact) -> JsonObject:
    return {
        "id": fact.id,
        "date": _date(fact.date),
        "statement": fact.statement,
        "quote": fact.quote,
        "start": fact.start,
        "end": fact.end,
        "citations": list(fact.citations),
        "attribution": fact.attribution,
        "modality": fact.modality.value,
        "entities": [_entity(entity) for entity in fact.entities],
        "quantities": [_quantity(quantity) for quantity in fact.quantities],
    }


def _date(date: DateExpression) -> JsonObject:
    return {
        "value": str(date.value),
        "text": date.text,
        "start": date.start,
        "end": date.end,
        "inferred": list(date.inferred),
        "modifier": date.modifier,
    }


def _entity(entity: Entity) -> JsonObject:
    return {"text": entity.text, "kind": entity.kind.value, "start": entity.start, "end": entity.end}


def _quantity(quantity: Quantity) -> JsonObject:
    return {
        "text": quantity.text,
        "value": quantity.value,
        "unit": quantity.unit,
        "start": quantity.start,
        "end": quantity.end,
    }


def _unresolved(left: Unresolved) -> JsonObject:
    return {"text": left.text, "start": left.start, "end": left.end, "reason": left.reason}
