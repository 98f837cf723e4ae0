"""What the review's tests share: a reviewer at work, and a document whose questions are all drafts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from flask import Flask

from questions.sample import sample_source
from quizapp.bank import deciding, service
from quizapp.bank.deciding import LastDecision
from quizapp.documents.service import import_document
from tests.bank.conftest import Desk, desk
from tests.conftest import People, SettableClock

__all__ = ["desk"]


@dataclass(frozen=True, kw_only=True)
class Reviewer:
    """A teacher who reviews; its methods are those of the service, with the teacher and the time filled in."""

    person_id: int
    other_id: int
    clock: SettableClock

    def reject(self, question_id: int, reason: str = "Ambiguous.", *, number: int | None = None) -> None:
        deciding.reject(
            question_id=question_id, reason=reason, number=number, person_id=self.person_id, now=self.clock.now()
        )

    def reopen(self, question_id: int) -> None:
        deciding.reopen(question_id=question_id, number=None, now=self.clock.now())

    def undo(self, number: int) -> int:
        return deciding.undo(number=number, person_id=self.person_id, now=self.clock.now())

    def last(self) -> LastDecision | None:
        return deciding.last_decision(self.person_id)

    def approve_unwarned(self, document_id: int, count: int) -> int:
        return deciding.approve_unwarned(
            document_id=document_id, count=count, person_id=self.person_id, now=self.clock.now()
        )


@pytest.fixture
def reviewer(desk: Desk, people: People) -> Reviewer:
    return Reviewer(person_id=desk.person_id, other_id=people.other_student.id, clock=desk.clock)


@pytest.fixture
def drafts(app: Flask, people: People, clock: SettableClock) -> int:
    """The number of a document whose questions are all drafts."""
    with app.app_context():
        document_id = import_document(
            source=sample_source(), title="Relations", person_id=people.teacher.id, now=clock.now()
        )
        service.add_generated(document_id=document_id, person_id=people.teacher.id, now=clock.now())
        return document_id
