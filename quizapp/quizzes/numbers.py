"""Numbers typed into the forms of a quiz: whatever is sent, what comes of it can be reckoned with and stored."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

LARGEST: Final = 2**31 - 1
"""The largest number of a row, and larger than any other that these forms take."""


def bounded(number: Decimal | int | None) -> Decimal | int | None:
    """The number, or the nearest that is not beyond `LARGEST`; what is none but reads as one (NaN) is the quiet NaN.

    A filter of a field: the field's validators tell what is too large.
    """
    if number is None:
        return None
    if isinstance(number, Decimal):
        return Decimal("NaN") if number.is_nan() else min(max(number, Decimal(-LARGEST)), Decimal(LARGEST))
    return min(max(number, -LARGEST), LARGEST)


def row_number(value: str | int) -> int:
    """The number of a row. Raises ValueError for one that no row has."""
    number = int(value)
    if not 0 < number <= LARGEST:
        raise ValueError("No row has this number.")
    return number
