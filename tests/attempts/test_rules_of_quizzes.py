"""The settings that rule attempts: who may start when, how questions follow, what counts, and what is shown when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.attempts.counting import counted_score
from quizapp.attempts.scoring import AttemptScore
from quizapp.quizzes.reviewing import ReviewMoment, ReviewOptions, Shown
from quizapp.quizzes.settings import Counted, Layout, Navigation
from tests.attempts.making import CHOICE, ENTRY, JSON, ORDER, SECRETS, Bank, begin, make_quiz, option_ids
from tests.conftest import People, SettableClock

Make = Callable[..., int]
STEMS = ("Who signed?", "When was the treaty signed?", "Put these in order.", "The treaty was signed.", "Which river?")


@pytest.fixture
def make(app: Flask, small_bank: Bank, people: People, clock: SettableClock) -> Make:
    """Makes a quiz of the small bank by these rules."""

    def quiz(**rules: Any) -> int:
        with app.app_context():
            return make_quiz(
                question_ids=small_bank.question_ids, teacher_id=people.teacher.id, now=clock.now(), **rules
            )

    return quiz


def _stems(page: str) -> list[str]:
    return [stem for stem in STEMS if stem in page]


def test_a_quiz_with_an_access_code_starts_with_it_only(as_student: FlaskClient, make: Make) -> None:
    quiz = make(access_code="Maple 7")
    assert "Maple 7" not in as_student.get(f"/quizzes/{quiz}").text
    for code in ("", "maple", "Maple 8"):
        refused = as_student.post(f"/quizzes/{quiz}/attempts", data={"access_code": code})
        assert refused.status_code == 400
        assert "This is not the access code." in refused.text
        assert "Maple 7" not in refused.text
    started = as_student.post(f"/quizzes/{quiz}/attempts", data={"access_code": " maple 7 "})
    assert started.status_code == 303
    assert begin(as_student, quiz) == started.location, "going on needs no code"


def test_between_two_attempts_the_time_must_pass(as_student: FlaskClient, make: Make, clock: SettableClock) -> None:
    quiz = make(delay_seconds=3600)
    as_student.post(f"{begin(as_student, quiz)}/submission")
    clock.advance(seconds=3599)
    assert "You can start again on 1 Sep 2026, 09:00:00 UTC." in as_student.get(f"/quizzes/{quiz}").text
    assert as_student.post(f"/quizzes/{quiz}/attempts").status_code == 409
    clock.advance(seconds=1)
    assert begin(as_student, quiz)


@pytest.mark.parametrize(("counted", "percent"), [("best", 75), ("first", 50), ("last", 25), ("average", 50)])
def test_the_attempt_that_counts_is_the_one_that_the_teacher_chose(counted: str, percent: int) -> None:
    scores = [AttemptScore(mark=mark, max_mark=4.0) for mark in (2.0, 3.0, 1.0)]
    found = counted_score(scores, Counted(counted))
    assert found is not None
    assert (found.percent, found.attempts) == (percent, 3)
    assert counted_score([], Counted(counted)) is None


def test_one_question_stands_on_a_page_and_nothing_of_the_others(as_student: FlaskClient, make: Make) -> None:
    attempt = begin(as_student, make(layout=Layout.ONE))
    assert _stems(as_student.get(attempt).text) == ["Who signed?"]
    for slot, stem in enumerate(STEMS, start=1):
        assert _stems(as_student.get(f"{attempt}?question={slot}").text) == [stem]
    assert as_student.get(f"{attempt}?question=6").status_code == 404


def test_without_a_script_going_on_saves_the_answer_and_the_flag(as_student: FlaskClient, make: Make) -> None:
    attempt = begin(as_student, make(layout=Layout.ONE))
    sent = {"answer": "2008", "slot": "2", "go": "next", "was_flagged": "no", "flagged": "yes"}
    gone = as_student.post(f"{attempt}/responses/{ENTRY}", data=sent)
    assert (gone.status_code, gone.location) == (303, f"{attempt}?question=3")
    page = as_student.get(f"{attempt}?question=2").text
    assert 'value="2008"' in page
    assert "1 of 5 answered" in page
    assert 'data-overview-slot="2" data-state="answered" data-flagged' in page
    ended = as_student.post(f"{attempt}/responses/{ENTRY}", data={"answer": "2008", "slot": "2", "go": "end"})
    assert ended.location == f"{attempt}/submission"
    assert "1 question is flagged." in as_student.get(ended.location).text


def test_going_on_from_an_untouched_question_leaves_it_unanswered(as_student: FlaskClient, make: Make) -> None:
    attempt = begin(as_student, make(layout=Layout.ONE))
    shown = list(option_ids(as_student.get(f"{attempt}?question={ORDER}").text, ORDER).values())
    sent = {"answer": shown, "shown": shown, "slot": str(ORDER), "go": "previous"}
    assert as_student.post(f"{attempt}/responses/{ORDER}", data=sent).location == f"{attempt}?question=2"
    assert "0 of 5 answered" in as_student.get(attempt).text


@pytest.fixture
def sequential(as_student: FlaskClient, make: Make) -> str:
    """The address of an attempt in which one may not go back."""
    return begin(as_student, make(navigation=Navigation.SEQUENTIAL))


def _go_on(client: FlaskClient, attempt: str, slot: int) -> None:
    assert client.post(f"{attempt}/place", data={"slot": str(slot), "go": "next"}).status_code == 303


def test_in_sequence_only_the_question_that_one_is_at_is_sent(as_student: FlaskClient, sequential: str) -> None:
    for slot, stem in enumerate(STEMS, start=1):
        addresses = ["", *(f"?question={other}" for other in range(1, 6)), "/submission"]
        pages = [as_student.get(sequential + address).text for address in addresses]
        assert {tuple(_stems(page)) for page in pages} <= {(stem,), ()}
        assert _stems(pages[0]) == [stem]
        assert [secret for page in pages for secret in SECRETS if secret in page] == []
        _go_on(as_student, sequential, slot)


def test_in_sequence_a_question_that_was_left_cannot_be_changed(as_student: FlaskClient, sequential: str) -> None:
    right = option_ids(as_student.get(sequential).text, CHOICE)["Person c"]
    assert as_student.post(f"{sequential}/responses/{CHOICE}", data={"answer": right}, headers=JSON).status_code == 200
    _go_on(as_student, sequential, CHOICE)
    for slot in (CHOICE, ORDER):
        refused = as_student.post(f"{sequential}/responses/{slot}", data={"answer": ""}, headers=JSON)
        flag = as_student.post(f"{sequential}/flags/{slot}", data={"flagged": "yes", "sequence": "1"}, headers=JSON)
        assert (refused.status_code, flag.status_code) == (409, 409)
        assert "A question that you have left stays as it is here." in refused.json["error"]
    assert as_student.get(f"{sequential}/status").json["sequences"] == {"1": 1}


def test_in_sequence_a_second_press_of_next_skips_nothing(as_student: FlaskClient, sequential: str) -> None:
    for _ in range(3):
        _go_on(as_student, sequential, CHOICE)
    assert as_student.get(f"{sequential}/status").json["place"] == ENTRY
    _go_on(as_student, sequential, ORDER)
    assert as_student.get(f"{sequential}/status").json["place"] == ENTRY


def test_in_sequence_the_last_question_stays_open(as_student: FlaskClient, sequential: str) -> None:
    for slot in (1, 2, 3, 4, 5, 5):
        _go_on(as_student, sequential, slot)
    assert _stems(as_student.get(sequential).text) == ["Which river?"]


def test_questions_are_shuffled_where_the_quiz_says_so(
    as_student: FlaskClient, as_other_student: FlaskClient, make: Make
) -> None:
    quiz = make(shuffle_questions=True)
    orders = set()
    for _ in range(3):
        for client in (as_student, as_other_student):
            attempt = begin(client, quiz)
            page = client.get(attempt).text
            orders.add(tuple(sorted(STEMS, key=page.index)))
            client.post(f"{attempt}/submission")
    assert len(orders) > 1, "six equal orders come once in 120 ** 5 times"


def test_a_flag_is_kept_and_taken_away(as_student: FlaskClient, make: Make) -> None:
    attempt = begin(as_student, make())
    for fields, flagged in ({"flagged": "yes"}, True), ({}, False), ({"flagged": "yes"}, True):
        reply = as_student.post(f"{attempt}/flags/{ORDER}", data={**fields, "sequence": "1"}, headers=JSON)
        assert (reply.status_code, reply.json["flagged"]) == (200, flagged)
        assert (
            'data-overview-slot="3" data-state="unanswered" data-flagged' in as_student.get(attempt).text
        ) is flagged


def test_nobody_flags_in_anothers_attempt(as_student: FlaskClient, as_other_student: FlaskClient, make: Make) -> None:
    attempt = begin(as_student, make())
    for path in (f"/flags/{ORDER}", "/place"):
        assert as_other_student.post(attempt + path, data={"slot": "1", "go": "next"}, headers=JSON).status_code == 404
    assert as_other_student.get(f"{attempt}/status").status_code == 404


PARTS = {
    Shown.OUTCOMES: "Partly right",
    Shown.MARKS: "0.5 of 5 marks",
    Shown.KEYS: "<strong>26 August 2008</strong>",
    Shown.EXPLANATIONS: "canaryquote",
}
"""What the review says of an attempt that answered 2008, for each part."""


@pytest.mark.parametrize("turn", range(3))
def test_each_part_of_the_review_is_shown_at_its_moments_only(
    as_student: FlaskClient, make: Make, clock: SettableClock, turn: int
) -> None:
    """The parts take turns, so that each of them has each of the moments once."""
    moments = [*ReviewMoment][turn:] + [*ReviewMoment][:turn]
    wanted = dict(zip(moments, ({Shown.OUTCOMES}, {Shown.MARKS, Shown.KEYS}, {Shown.EXPLANATIONS}), strict=True))
    allowed = {(moment, part) for moment, parts in wanted.items() for part in (Shown.ANSWERS, *parts)}
    start = clock.now()
    closes = clock.advance(hours=1)
    clock.moment = start
    attempt = begin(as_student, make(closes_at=closes, review=ReviewOptions(allowed=frozenset(allowed))))
    as_student.post(f"{attempt}/responses/{ENTRY}", data={"answer": "2008"}, headers=JSON)
    as_student.post(f"{attempt}/submission")
    seen = {}
    for moment, seconds in zip(ReviewMoment, (119, 120, 3600), strict=True):
        clock.moment = start
        clock.advance(seconds=seconds)
        page = as_student.get(f"{attempt}/review").text
        seen[moment] = {part for part, words in PARTS.items() if words in page}
    assert seen == wanted


def test_the_submission_gives_a_receipt(as_student: FlaskClient, make: Make, clock: SettableClock) -> None:
    attempt = begin(as_student, make(review=ReviewOptions()))
    as_student.post(f"{attempt}/responses/{ENTRY}", data={"answer": "2008"}, headers=JSON)
    clock.advance(seconds=61)
    as_student.post(f"{attempt}/submission")
    receipt = "1 of 5 answers were saved on the server; received on 1 Sep 2026, 08:01:01 UTC."
    assert receipt in as_student.get(f"{attempt}/review").text
