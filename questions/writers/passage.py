"""Sentences of the source with a gap for a date."""

from __future__ import annotations

from dataclasses import dataclass

from questions.dates import DateValue


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A dated sentence as the source has it, with those before it that make it clear; a gap stands for its date."""

    text: str
    event: str
    """The dated sentence alone, without its date and its full stop."""
    around: tuple[DateValue, ...]
    """The other dates that the passage gives."""
    is_alone: bool
    """Whether it is the dated sentence and no other."""
