"""Many submit the same attempt at once while answers still arrive: one score, and every acknowledged answer in it."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest
from flask import Flask
from sqlalchemy import func, select

from quizapp.attempts.models import Attempt, Response, Score
from quizapp.attempts.recounting import recounted
from quizapp.database import db, reading
from tests.attempts.conftest import database_url
from tests.attempts.making import CHOICE, ENTRY, option_ids
from tests.conftest import let_go
from tests.faults.figures import tell
from tests.faults.server import Browser, Server
from tests.faults.test_over_plain_http import begin

__all__ = ["database_url"]

TABS = 4
ANSWERS = ("1999", "2008-08-26", "2008")
"""What is typed in turn: worth nothing, all and half, so that a score shows which of them it counted."""


@dataclass(kw_only=True)
class Tab:
    """Saves in a slot until the attempt takes no more, and remembers what was acknowledged."""

    browser: Browser
    attempt: str
    token: str
    slot: int
    answers: tuple[str, ...]
    first: int
    acknowledged: dict[int, str] = field(default_factory=dict)

    def save(self) -> None:
        for number in range(self.first, 4000, TABS):
            answer = self.answers[number % len(self.answers)]
            fields = {"answer": answer, "sequence": str(number), "csrf_token": self.token}
            reply = self.browser.post(f"{self.attempt}/responses/{self.slot}", as_json=True, **fields)
            if reply.status != 200:
                assert reply.status == 409, reply.text
                return
            self.acknowledged[number] = answer


@pytest.mark.parametrize(
    ("attempts", "submits"), [(2, 24), pytest.param(50, 200, marks=pytest.mark.slow)], ids=["small", "full"]
)
def test_an_attempt_is_submitted_once_with_all_that_was_acknowledged(
    app: Flask, server: Server, student: Browser, quiz: int, attempts: int, submits: int
) -> None:
    acknowledged = 0
    for _ in range(attempts):
        attempt, token = begin(student, quiz)
        tabs = _tabs(student, attempt, token)
        replies = _submit(student, attempt, token, tabs, submits)
        assert replies == {(303, f"{attempt}/review")}
        _check(app, attempt.rpartition("/")[2], tabs)
        acknowledged += sum(len(tab.acknowledged) for tab in tabs)
    with app.app_context():
        assert [one.fault for one in recounted()] == [None] * attempts
    let_go(app)
    tell("submissions", attempts * submits)
    tell("scores", attempts)
    tell("answers acknowledged meanwhile", acknowledged)


def _tabs(student: Browser, attempt: str, token: str) -> list[Tab]:
    choices = tuple(option_ids(student.get(attempt).text, CHOICE).values())
    slots = [(ENTRY, ANSWERS), (CHOICE, choices)]
    return [
        Tab(
            browser=student.again(),
            attempt=attempt,
            token=token,
            slot=slots[place % 2][0],
            answers=slots[place % 2][1],
            first=place + 1,
        )
        for place in range(TABS)
    ]


def _submit(student: Browser, attempt: str, token: str, tabs: list[Tab], submits: int) -> set[tuple[int, str]]:
    """Submit from many windows once every tab has had an answer acknowledged; the replies."""
    saving = [threading.Thread(target=tab.save) for tab in tabs]
    for one in saving:
        one.start()
    while not all(tab.acknowledged for tab in tabs):
        assert all(one.is_alive() for one in saving)
    windows = [student.again() for _ in range(submits)]
    with ThreadPoolExecutor(min(submits, 40)) as pool:
        replies = list(pool.map(lambda window: window.post(f"{attempt}/submission", csrf_token=token), windows))
    for one in saving:
        one.join()
    return {(reply.status, reply.location) for reply in replies}


def _check(app: Flask, attempt_id: str, tabs: list[Tab]) -> None:
    """One score, and in each slot the newest answer that was acknowledged, or one that arrived after it in time."""
    with app.app_context(), reading():
        scores = db.session.scalar(select(func.count()).where(Score.attempt_id == attempt_id))
        ended = db.session.scalar(select(Attempt.submitted_at).where(Attempt.id == attempt_id))
        found = db.session.execute(
            select(Response.slot, Response.sequence, Response.answer, Response.saved_at).where(
                Response.attempt_id == attempt_id
            )
        ).all()
    let_go(app)
    assert (scores, ended is not None) == (1, True)
    stored = {row.slot: row for row in found}
    for tab in tabs:
        newest = max(tab.acknowledged)
        assert stored[tab.slot].sequence >= newest
        assert stored[tab.slot].answer == [tab.answers[stored[tab.slot].sequence % len(tab.answers)]]
