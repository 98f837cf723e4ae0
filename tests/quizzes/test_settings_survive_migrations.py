"""Quizzes made before their settings had rows keep their slots, their attempts and what their review shows."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.attempts.models import AttemptQuestion
from quizapp.database import db
from quizapp.quizzes.models import Slot
from quizapp.quizzes.reviewing import AFTER_CLOSE, AFTER_SUBMISSION, ReviewOptions
from quizapp.quizzes.service import set_settings, settings_of
from quizapp.quizzes.settings import QuizSettings
from quizapp.schema import drop_tables, upgrade_tables
from tests.attempts.making import begin
from tests.conftest import SettableClock, let_go

BEFORE = "0002"


@pytest.mark.parametrize("review", [AFTER_SUBMISSION, AFTER_CLOSE], ids=["at once", "after the close"])
def test_a_quiz_keeps_its_slots_its_attempts_and_its_review(
    app: Flask, as_student: FlaskClient, quiz: int, clock: SettableClock, review: ReviewOptions
) -> None:
    begin(as_student, quiz)
    settings = QuizSettings(time_limit_seconds=600, closes_at=clock.advance(days=1), review=review)
    with app.app_context():
        set_settings(quiz_id=quiz, settings=settings)
        db.session.commit()
    let_go(app)
    with app.app_context():
        drop_tables(db.engine, down_to=BEFORE)
        upgrade_tables(db.engine)
        counts = [db.session.scalar(select(func.count()).select_from(table)) for table in (Slot, AttemptQuestion)]
        assert counts == [5, 5]
        assert settings_of(quiz)[1] == settings
