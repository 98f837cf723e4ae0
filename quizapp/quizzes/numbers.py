"""Fields for numbers: whatever is typed, what a form goes on with can be reckoned with and stored."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from wtforms import DecimalField, IntegerField

LARGEST: Final = 2**31 - 1
"""The largest number of a row, and larger than any that a form of a quiz takes."""


class NumberField(DecimalField):
    """A number: one beyond `LARGEST` is that, and what is none but reads as one (NaN) is the quiet NaN."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        super().process_formdata(valuelist)
        if self.data is not None:
            most = Decimal(LARGEST)
            self.data = Decimal("NaN") if self.data.is_nan() else min(max(self.data, -most), most)


class WholeField(IntegerField):
    """A whole number; one beyond `LARGEST` is that."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        super().process_formdata(valuelist)
        if self.data is not None:
            self.data = min(max(self.data, -LARGEST), LARGEST)


def row_number(value: str | int) -> int:
    """The number of a row. Raises ValueError for one that no row has."""
    number = int(value)
    if not 0 < number <= LARGEST:
        raise ValueError("No row has this number.")
    return number
