"""Where an imported question came from: the room above knows, and the bank asks whoever was named to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias


@dataclass(frozen=True, kw_only=True)
class Origin:
    """The file that a question was imported from."""

    file_name: str


Origins: TypeAlias = Callable[[int], Origin | None]
"""What a room above answers: the origin of the question of this id; None where it was not imported."""

ORIGINS: Final = "origin_of_question"
"""The name under which the application keeps the answer's `Origins`."""
