"""Choices of several options, pairs to match and numbers to type, without a script."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from questions import Duration, Explanation, Language, Option, Question, QuestionType, TimeUnit
from quizapp.bank import service as bank
from quizapp.database import db
from quizapp.documents.models import Document
from tests.attempts.making import QUOTE, Bank, begin, make_quiz
from tests.conftest import People, SettableClock

SEVERAL, MATCH, NUMBER = 1, 2, 3


def _question(id_: str, type_: QuestionType, stem: str, **rest: Any) -> Question:
    why = Explanation(quote=QUOTE, start=0, end=len(QUOTE), date_start=3, date_end=17)
    return Question(id=id_, type=type_, language=Language.ENGLISH, stem=stem, explanations=(why,), **rest)


def _written() -> list[Question]:
    events = [Option(id=name, text=f"Event {name}", correct=name in "ab") for name in "abcd"]
    items = [Option(id=name, text=f"Event {name}", feedback=f"why {name}") for name in "abc"]
    dates = [Option(id=name, text=f"Year {name}") for name in "xyz"]
    pairs = (("a", "z"), ("b", "y"), ("c", "x"))
    length = Duration(number=3, unit=TimeUnit.DAY)
    return [
        _question("several", QuestionType.WHICH_OF, "Which happened then?", options=tuple(events)),
        _question("match", QuestionType.MATCHING, "When was each?", options=(*items, *dates), pairs=pairs),
        _question("number", QuestionType.INTERVAL, "How many days apart?", duration=length),
    ]


@pytest.fixture
def attempt(app: Flask, people: People, clock: SettableClock, small_bank: Bank, as_student: FlaskClient) -> str:
    """The address of an attempt at one question of each."""
    assert small_bank.question_ids
    with app.app_context():
        document = db.session.scalars(select(Document.id)).one()
        ids = bank.store_generated(
            document_id=document, written=_written(), person_id=people.teacher.id, now=clock.now()
        )
        for id_ in ids:
            bank.approve(question_id=id_, person_id=people.teacher.id, now=clock.now())
        quiz_id = make_quiz(question_ids=ids, teacher_id=people.teacher.id, now=clock.now())
    return begin(as_student, quiz_id)


def _section(page: str, slot: int) -> str:
    return page.partition(f'id="question-{slot}"')[2].partition("</section>")[0]


def _chosen(page: str, *texts: str) -> list[str]:
    """The values of the checkboxes with these texts."""
    boxes = re.findall(r'type="checkbox" name="answer" value="(\w+)".*?option-text[^>]*>([^<]+)<', page, re.DOTALL)
    return [value for value, text in boxes if text in texts]


def _pairs(page: str, wanted: dict[str, str]) -> list[str]:
    """The values of the selects that give these items these matches."""
    section, values = _section(page, MATCH), []
    for item, match in wanted.items():
        row = section.partition(f">{item}</label>")[2].partition("</select>")[0]
        values += re.findall(rf'value="(\w+=\w+)"[^>]*>{match}<', row)
    return values


def _answer(client: FlaskClient, attempt: str, slot: int, *answer: str) -> int:
    return client.post(f"{attempt}/responses/{slot}", data={"answer": list(answer)}).status_code


def _submitted(client: FlaskClient, attempt: str) -> str:
    client.post(f"{attempt}/submission")
    return client.get(f"{attempt}/review").text


def test_right_answers_earn_every_mark(as_student: FlaskClient, attempt: str) -> None:
    page = as_student.get(attempt).text
    _answer(as_student, attempt, SEVERAL, *_chosen(_section(page, SEVERAL), "Event a", "Event b"))
    _answer(as_student, attempt, MATCH, *_pairs(page, {"Event a": "Year z", "Event b": "Year y", "Event c": "Year x"}))
    _answer(as_student, attempt, NUMBER, "3 days")
    page = as_student.get(attempt).text
    assert len(re.findall(r" checked>", page)) == 2
    assert len(re.findall(r" selected>", page)) == 3
    assert "Read as: 3" in page
    assert "All 3 answers are right." in _submitted(as_student, attempt)


def test_parts_that_are_right_earn_their_share(as_student: FlaskClient, attempt: str) -> None:
    page = as_student.get(attempt).text
    _answer(as_student, attempt, SEVERAL, *_chosen(_section(page, SEVERAL), "Event a"))
    _answer(as_student, attempt, MATCH, "", *_pairs(page, {"Event b": "Year y"}))
    _answer(as_student, attempt, NUMBER, "soon")
    review = _submitted(as_student, attempt)
    assert "1 of the 2 right options and 0 of the 2 wrong ones are chosen: 1/2 − 0/2, and never below 0: 1/2." in review
    assert "1 of the 3 pairs are right: 1/3." in review
    assert "This could not be read as a number: 0 marks." in review
    assert "3 days" in review
    assert "why a" in review


def test_choosing_everything_earns_nothing(as_student: FlaskClient, attempt: str) -> None:
    page = _section(as_student.get(attempt).text, SEVERAL)
    _answer(as_student, attempt, SEVERAL, *_chosen(page, *(f"Event {name}" for name in "abcd")))
    assert "2/2 − 2/2, and never below 0: 0." in _submitted(as_student, attempt)


def test_a_pair_that_the_question_does_not_offer_is_refused_or_worth_nothing(
    as_student: FlaskClient, attempt: str
) -> None:
    page = as_student.get(attempt).text
    (pair,) = _pairs(page, {"Event a": "Year z"})
    (other,) = _pairs(page, {"Event a": "Year x"})
    assert _answer(as_student, attempt, MATCH, pair, other) == 400
    assert _answer(as_student, attempt, MATCH, "nobody=nothing") == 400
    first, _, second = pair.partition("=")
    assert _answer(as_student, attempt, MATCH, f"{second}={first}") == 303
    assert "None of the 3 answers is fully right." in _submitted(as_student, attempt)
