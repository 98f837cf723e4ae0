"""What the bank's tests share: an application context, and a wording to change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask

from questions.document import Language
from questions.question import Option
from quizapp.bank import service
from quizapp.bank.own import Wording
from quizapp.bank.showing import QuestionPage, question_page
from tests.conftest import People, SettableClock


def wording(**changed: object) -> Wording:
    """A small question in English, apart from what is changed."""
    usual: dict[str, object] = {
        "stem": "When did it begin?",
        "options": (Option(id="a", text="In 2008", correct=True), Option(id="b", text="In 2009")),
    }
    return Wording(**{**usual, **changed})  # type: ignore[arg-type]


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A teacher at work in the bank; its methods are those of the service, with the teacher and the time filled in."""

    person_id: int
    clock: SettableClock

    def add(self, document_id: int | None = None, **changed: object) -> int:
        return service.add_own(
            wording=wording(**changed),
            document_id=document_id,
            language=Language.ENGLISH,
            person_id=self.person_id,
            now=self.clock.now(),
        )

    def edit(self, question_id: int, *, number: int, **changed: object) -> int:
        return service.edit(
            question_id=question_id,
            wording=wording(**changed),
            number=number,
            person_id=self.person_id,
            now=self.clock.now(),
        )

    def approve(self, question_id: int, *, number: int | None = None) -> None:
        service.approve(question_id=question_id, number=number, person_id=self.person_id, now=self.clock.now())

    def retire(self, question_id: int) -> None:
        service.retire(question_id=question_id, person_id=self.person_id, now=self.clock.now())

    def restore(self, question_id: int) -> None:
        service.restore(question_id=question_id)

    def look(self, question_id: int, number: int | None = None) -> QuestionPage:
        return question_page(question_id, number=number)


@pytest.fixture
def desk(app: Flask, people: People, clock: SettableClock) -> Iterator[Desk]:
    """The teacher at work, within an application context."""
    with app.app_context():
        yield Desk(person_id=people.teacher.id, clock=clock)
