"""What the grammar of each language makes of a dated clause."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Around:
    """A date as its clause has it, with the clause's texts before and after."""

    before: str
    date: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Parts:
    """A clause taken apart.

    `subject` is None where the clause has none (`lacks_subject`), or where it is not certain what it is.
    """

    subject: str | None
    before_date: str
    rest: str
    date_first: bool
    lacks_subject: bool = False


@dataclass(frozen=True, kw_only=True)
class Topic:
    """What a sentence is about: its subject's name, and what the sentence says that it is (empty where it does not)."""

    name: str
    described: str
    is_person: bool
