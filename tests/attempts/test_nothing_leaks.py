"""No key, explanation, citation, feedback or fact date reaches a student before the review; nor does order tell."""

from __future__ import annotations

import json
from collections import Counter
from random import Random

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from questions import Question
from quizapp.attempts.asking import drawn_ids
from tests.attempts.making import CHOICE, ENTRY, JSON, ORDER, SECRETS, begin, generated, option_ids


def _sent(reply: TestResponse) -> str:
    """All that reached the browser: headers and body."""
    return f"{reply.status}\n{reply.headers}\n{reply.text}"


def _everything(client: FlaskClient, quiz: int, attempt: str) -> list[TestResponse]:
    pages = ["/quizzes", f"/quizzes/{quiz}", "/history", attempt, f"{attempt}/submission", f"{attempt}/review"]
    pages += ["/bank", "/documents", "/documents/1", "/scores", "/questions/1", "/nowhere"]
    replies = [client.get(page, headers=headers) for page in pages for headers in ({}, JSON)]
    for slot, answer in {CHOICE: ["c"], ENTRY: ["x" * 300], ORDER: ["c"], 99: ["c"]}.items():
        replies.append(client.post(f"{attempt}/responses/{slot}", data={"answer": answer}, headers=JSON))
    return replies


def test_no_page_holds_a_secret_before_the_submission(as_student: FlaskClient, quiz: int) -> None:
    attempt = begin(as_student, quiz)
    replies = _everything(as_student, quiz, attempt)
    for option in option_ids(as_student.get(attempt).text, CHOICE).values():
        replies.append(as_student.post(f"{attempt}/responses/{CHOICE}", data={"answer": option}, headers=JSON))
    replies.append(as_student.post(f"{attempt}/responses/{ENTRY}", data={"answer": "1999"}, headers=JSON))
    replies += _everything(as_student, quiz, attempt)
    leaked = [(reply.request.path, secret) for reply in replies for secret in SECRETS if secret in _sent(reply)]
    assert leaked == []


def test_another_student_learns_nothing_from_a_submitted_attempt(
    as_student: FlaskClient, as_other_student: FlaskClient, quiz: int
) -> None:
    attempt = begin(as_student, quiz)
    as_student.post(f"{attempt}/submission")
    replies = _everything(as_other_student, quiz, attempt)
    assert [(reply.request.path, secret) for reply in replies for secret in SECRETS if secret in _sent(reply)] == []


def test_the_right_answer_is_saved_with_the_same_reply_as_a_wrong_one(as_student: FlaskClient, quiz: int) -> None:
    attempt = begin(as_student, quiz)
    replies = {
        json.dumps({**reply.json, "revision": 0, "sequence": 0})
        for option in option_ids(as_student.get(attempt).text, CHOICE).values()
        if (reply := as_student.post(f"{attempt}/responses/{CHOICE}", data={"answer": option}, headers=JSON)).json
    }
    assert len(replies) == 1


def test_two_attempts_share_no_option_id(as_student: FlaskClient, as_other_student: FlaskClient, quiz: int) -> None:
    pages = [client.get(begin(client, quiz)).text for client in (as_student, as_other_student)]
    first, second = (set(option_ids(page, CHOICE).values()) for page in pages)
    assert first.isdisjoint(second)


# 16.27 is what chi-squared with 3 degrees of freedom exceeds once in a thousand times.
LIMIT = 16.27
DRAWS = 4_000

_choice, _, _order, _ = generated()
CASES = [(_choice, True), (_order, True), (_order, False)]  # a choice that is not shuffled is shown as it was written


def _chi_squared(counts: Counter[int]) -> float:
    expected = DRAWS / 4
    return sum((counts[place] - expected) ** 2 / expected for place in range(4))


@pytest.mark.parametrize(("question", "shuffle"), CASES, ids=lambda case: getattr(case, "id", case))
def test_neither_place_nor_id_of_an_option_tells_the_key(question: Question, shuffle: bool) -> None:
    key = question.order[0][0] if question.order else question.right_ids[0]
    rng = Random(20080826)  # noqa: S311
    places, ranks = Counter[int](), Counter[int]()
    for _ in range(DRAWS):
        pairs = drawn_ids(question, shuffle=shuffle, rng=rng)
        token = next(token for token, own in pairs if own == key)
        places[[own for _, own in pairs].index(key)] += 1
        ranks[sorted(token for token, _ in pairs).index(token)] += 1
    assert _chi_squared(places) < LIMIT
    assert _chi_squared(ranks) < LIMIT
