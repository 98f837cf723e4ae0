"""Short ways to a bank of plain questions, and to quizzes of it that are being built."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from questions import Language, Option
from quizapp.bank import service as bank
from quizapp.bank.own import Wording
from quizapp.bank.tagging import add_tag
from quizapp.quizzes import building

NAMES = ("Amber", "Basalt", "Copper", "Diamond", "Emerald", "Flint", "Garnet", "Halite")
TAG = "stones"


def chance(seed: int) -> Random:
    """Chance that can be repeated."""
    return Random(seed)  # noqa: S311 - no secret


@dataclass(frozen=True, kw_only=True)
class Builder:
    """A teacher at work at a moment; each method answers with a number of what it made."""

    teacher_id: int
    now: datetime

    def question(self, name: str, *, approved: bool = True) -> int:
        """A question that goes with every other of another name."""
        wording = Wording(
            stem=f"What does {name} scratch in the shop of {name}?",
            options=(
                Option(id="a", text=f"{name} wax {name[::-1]}", correct=True),
                Option(id="b", text=f"{name} glass {name[::-1]}"),
            ),
            note=None,
        )
        number = bank.add_own(
            wording=wording, document_id=None, language=Language.ENGLISH, person_id=self.teacher_id, now=self.now
        )
        if approved:
            bank.approve(question_id=number, person_id=self.teacher_id, now=self.now)
        return number

    def stones(self) -> tuple[int, ...]:
        """Eight questions with a tag."""
        numbers = tuple(self.question(name) for name in NAMES)
        add_tag(question_ids=numbers, name=TAG)
        return numbers

    def quiz(self, *question_ids: int, title: str = "Stones") -> int:
        """A quiz that is not published, of these questions."""
        number = building.new_quiz(title=title, description="", person_id=self.teacher_id, now=self.now)
        self.add(number, question_ids)
        return number

    def add(self, quiz_id: int, question_ids: Sequence[int]) -> int:
        """How many of these questions were new to the quiz."""
        return building.add_questions(quiz_id=quiz_id, question_ids=question_ids, person_id=self.teacher_id)
