"""A student's history, and the scores of all students."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from quizapp.access import SIGNED_IN, TEACHERS, open_to
from quizapp.attempts.listing import AttemptLine
from quizapp.guard import me, now
from quizapp.pages import say_day
from quizapp.results import service

results = Blueprint("results", __name__)


@dataclass(frozen=True, kw_only=True)
class Point:
    """A score in the chart: the day in words, and the share of the maximum."""

    label: str
    percent: float


@results.get("/history")
@open_to(*SIGNED_IN)
def history() -> ResponseReturnValue:
    found = service.history(person_id=me().id, now=now())
    return render_template("results/history.html", history=found, points=[_point(line) for line in found.scored])


def _point(line: AttemptLine) -> Point:
    return Point(label=say_day(line.started_at), percent=line.score.percent if line.score else 0)


@results.get("/scores")
@open_to(*TEACHERS)
def scores() -> ResponseReturnValue:
    found = service.scores(quiz_id=request.args.get("quiz", type=int), now=now())
    return render_template("results/scores.html", scores=found)
