"""Where a question is used: the rooms above know, and the bank asks whoever was named to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, kw_only=True)
class Use:
    """A quiz that asks a question; students see it once it is `published`."""

    quiz_id: int
    title: str
    published: bool


Uses: TypeAlias = Callable[[int], Sequence[Use]]
"""What a room above answers: where the question of this id is used."""

EXTENSION: Final = "uses_of_question"
"""The name under which the application keeps the answer's `Uses`."""
