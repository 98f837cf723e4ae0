"""The ways to say no. A service raises one of these; the application answers with a page or a line of JSON."""

from __future__ import annotations

from typing import Any


class NotFound(Exception):
    """There is no such thing, or it is not yours: the two look alike on purpose."""


class Refused(Exception):
    """A rule says no. The message is a sentence marked with `N_`, with named places for `values`."""

    def __init__(self, message: str, **values: Any) -> None:
        super().__init__(message)
        self.message = message
        self.values = values


class WrongField(ValueError):
    """A form's field cannot be taken as it is. The message is a sentence marked with `N_`, shown at the field."""

    def __init__(self, field: str, message: str, **values: Any) -> None:
        super().__init__(message)
        self.field = field
        self.message = message
        self.values = values


def N_(message: str) -> str:  # noqa: N802 - gettext's name for it
    """Mark a sentence for translation where it is written; it is translated where it is shown."""
    return message
