"""Questions to and from other programs. Pure: bytes in, values out, and the other way round."""

from __future__ import annotations

from questions.exchange.item import (
    Citation,
    Fault,
    Field,
    Format,
    Imported,
    Item,
    LeftOut,
    Loss,
    UnreadableFile,
    Written,
    Wrong,
    with_references,
)
from questions.exchange.reading import MOST_BYTES, read, recognised
from questions.exchange.writing import left_out, write

__all__ = [
    "MOST_BYTES",
    "Citation",
    "Fault",
    "Field",
    "Format",
    "Imported",
    "Item",
    "LeftOut",
    "Loss",
    "UnreadableFile",
    "Written",
    "Wrong",
    "left_out",
    "read",
    "recognised",
    "with_references",
    "write",
]
