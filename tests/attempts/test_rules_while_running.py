"""Teachers change the time while attempts run: the new time counts at once, and what has ended stays ended."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.attempts import running
from quizapp.quizzes.reviewing import AFTER_CLOSE
from quizapp.quizzes.settings import ExtraTime
from tests.attempts.making import ENTRY, JSON, Bank, begin, make_quiz
from tests.conftest import People, SettableClock

SETTINGS = {"at_the_end": "submit", "counted": "best", "layout": "all", "navigation": "free", "shuffle_options": "y"}


def _left(client: FlaskClient, attempt: str) -> tuple[str, int | None]:
    said = client.get(f"{attempt}/status").json
    return said["phase"], said["remaining_ms"] and said["remaining_ms"] // 1000


def _change(client: FlaskClient, quiz: int, **fields: str) -> None:
    reply = client.post(f"/quizzes/{quiz}/settings", data={**SETTINGS, **fields})
    assert reply.status_code == 303, reply.text


def _give(client: FlaskClient, quiz: int, person: int, **fields: str) -> None:
    sent = {"person_id": str(person), "multiplier": "1", "minutes": "0", "reason": "by agreement", **fields}
    assert client.post(f"/quizzes/{quiz}/extra-time", data=sent).status_code == 303


@pytest.fixture
def closing_quiz(app: Flask, small_bank: Bank, people: People, clock: SettableClock) -> int:
    """A quiz of an hour that closes in two, and shows nothing before."""
    with app.app_context():
        return make_quiz(
            question_ids=small_bank.question_ids,
            teacher_id=people.teacher.id,
            now=clock.now(),
            time_limit_seconds=3600,
            closes_at=clock.now() + timedelta(hours=2),
            review=AFTER_CLOSE,
        )


def test_a_longer_limit_counts_for_attempts_that_run(
    as_student: FlaskClient, as_teacher: FlaskClient, quiz: int, clock: SettableClock
) -> None:
    attempt = begin(as_student, quiz)
    clock.advance(minutes=9)
    _change(as_teacher, quiz, time_limit="12")
    assert _left(as_student, attempt) == ("in progress", 180)
    clock.advance(minutes=2)
    reply = as_student.post(f"{attempt}/responses/{ENTRY}", data={"answer": "2008"}, headers=JSON)
    assert (reply.status_code, reply.json["remaining_ms"]) == (200, 60_000)


def test_a_shorter_limit_ends_what_is_over_it_now_and_not_before(
    as_student: FlaskClient, as_teacher: FlaskClient, quiz: int, clock: SettableClock
) -> None:
    attempt = begin(as_student, quiz)
    clock.advance(minutes=9)
    as_student.post(f"{attempt}/responses/{ENTRY}", data={"answer": "2008"}, headers=JSON)
    _change(as_teacher, quiz, time_limit="5")
    assert _left(as_student, attempt) == ("finished", 0)
    review = as_student.get(f"{attempt}/review").text
    assert "1 of 5 answers were saved on the server; received on 1 Sep 2026, 08:09:00 UTC." in review


def test_what_has_ended_is_not_opened_again(
    as_student: FlaskClient, as_teacher: FlaskClient, people: People, quiz: int, clock: SettableClock
) -> None:
    attempt = begin(as_student, quiz)
    clock.advance(minutes=10)
    _change(as_teacher, quiz, time_limit="60")
    _give(as_teacher, quiz, people.student.id, minutes="60")
    assert _left(as_student, attempt)[0] == "finished"


def test_the_limit_is_taken_away_and_given_again(
    as_student: FlaskClient, as_teacher: FlaskClient, quiz: int, clock: SettableClock
) -> None:
    attempt = begin(as_student, quiz)
    _change(as_teacher, quiz, time_limit="")
    assert _left(as_student, attempt) == ("in progress", None)
    _change(as_teacher, quiz, time_limit="7.5")
    assert _left(as_student, attempt) == ("in progress", 450)


def test_a_new_close_counts_for_attempts_that_run(
    as_student: FlaskClient, as_teacher: FlaskClient, quiz: int, clock: SettableClock
) -> None:
    attempt = begin(as_student, quiz)
    _change(as_teacher, quiz, time_limit="10", closes_at="2026-09-01T08:04")
    assert _left(as_student, attempt) == ("in progress", 240)


@pytest.mark.parametrize(
    ("given", "seconds"),
    [({"multiplier": "1.5"}, 900), ({"minutes": "2"}, 720), ({"multiplier": "2", "minutes": "1"}, 1260)],
)
def test_extra_time_counts_at_once_and_for_that_student_only(
    as_student: FlaskClient,
    as_other_student: FlaskClient,
    as_teacher: FlaskClient,
    people: People,
    quiz: int,
    given: dict[str, str],
    seconds: int,
) -> None:
    attempts = [begin(client, quiz) for client in (as_student, as_other_student)]
    _give(as_teacher, quiz, people.student.id, **given)
    assert [_left(as_student, attempts[0])[1], _left(as_other_student, attempts[1])[1]] == [seconds, 600]
    as_student.post(f"{attempts[0]}/submission")
    assert _left(as_student, begin(as_student, quiz))[1] == seconds
    _give(as_teacher, quiz, people.student.id)
    assert _left(as_student, begin(as_student, quiz))[1] == 600


def test_extra_time_is_not_cut_off_by_the_close(
    as_student: FlaskClient,
    as_other_student: FlaskClient,
    as_teacher: FlaskClient,
    people: People,
    closing_quiz: int,
    clock: SettableClock,
) -> None:
    _give(as_teacher, closing_quiz, people.student.id, multiplier="1.5")
    clock.advance(minutes=90)
    assert [_left(client, begin(client, closing_quiz))[1] for client in (as_student, as_other_student)] == [3600, 1800]
    clock.advance(minutes=45)
    assert "This quiz is closed." in as_other_student.get(f"/quizzes/{closing_quiz}").text
    assert as_other_student.post(f"/quizzes/{closing_quiz}/attempts").status_code == 409
    attempt = begin(as_student, closing_quiz)
    assert as_student.post(f"{attempt}/responses/{ENTRY}", data={"answer": "2008"}, headers=JSON).status_code == 200


def test_all_students_get_time_in_one_step_and_lose_it_in_one(
    as_student: FlaskClient, as_other_student: FlaskClient, as_teacher: FlaskClient, people: People, quiz: int
) -> None:
    attempts = [(client, begin(client, quiz)) for client in (as_student, as_other_student)]
    sent = {"everyone": "y", "multiplier": "1", "minutes": "5", "reason": "a fire alarm"}
    assert as_teacher.post(f"/quizzes/{quiz}/extra-time", data=sent).status_code == 303
    assert [_left(client, attempt)[1] for client, attempt in attempts] == [900, 900]
    page = as_teacher.get(f"/quizzes/{quiz}/extra-time").text
    assert page.count("a fire alarm") == 1
    assert "<strong>Mei, Otto</strong>" in page
    _give(as_teacher, quiz, people.student.id, minutes="10")
    assert "It still counts for Otto." in as_teacher.get(f"/quizzes/{quiz}/extra-time").text
    both = {"person_id": [people.student.id, people.other_student.id], "multiplier": "1", "minutes": "0", "reason": "x"}
    assert as_teacher.post(f"/quizzes/{quiz}/extra-time", data=both).status_code == 303
    assert [_left(client, attempt)[1] for client, attempt in attempts] == [600, 600]


def test_time_is_given_to_students_only_and_to_all_of_them_or_to_none(
    as_teacher: FlaskClient, people: People, quiz: int
) -> None:
    for chosen in ([], [people.student.id, people.teacher.id]):
        sent = {"person_id": chosen, "multiplier": "2", "minutes": "0", "reason": "x"}
        reply = as_teacher.post(f"/quizzes/{quiz}/extra-time", data=sent)
        assert (reply.status_code, "Please choose students." in reply.text) == (400, True)
        assert "Nobody has extra time for this quiz." in reply.text


def test_the_record_keeps_every_reason(as_teacher: FlaskClient, people: People, quiz: int) -> None:
    for reason in ("a broken arm", "it has healed"):
        _give(as_teacher, quiz, people.student.id, minutes="5", reason=reason)
    page = as_teacher.get(f"/quizzes/{quiz}/extra-time").text
    assert page.index("it has healed") < page.index("a broken arm")
    assert page.count("replaced") == 1


def test_the_attempts_that_run_are_counted(
    app: Flask, as_student: FlaskClient, people: People, quiz: int, clock: SettableClock
) -> None:
    begin(as_student, quiz)
    with app.app_context():
        assert running.count_running(quiz_id=quiz, now=clock.now()) == 1
        assert running.count_running(quiz_id=quiz, now=clock.advance(minutes=10)) == 0


def test_no_extra_time_is_less_than_none() -> None:
    assert ExtraTime(percent=150).beyond(timedelta(hours=-1)) == timedelta()


def test_no_key_is_shown_after_the_close_while_someone_has_longer(
    as_student: FlaskClient,
    as_other_student: FlaskClient,
    as_teacher: FlaskClient,
    people: People,
    closing_quiz: int,
    clock: SettableClock,
) -> None:
    _give(as_teacher, closing_quiz, people.student.id, multiplier="1.5")
    done = begin(as_other_student, closing_quiz)
    as_other_student.post(f"{done}/submission")
    clock.advance(minutes=140)
    begin(as_student, closing_quiz)
    seen = []
    for minutes in (0, 9, 1):
        clock.advance(minutes=minutes)
        seen.append("Right answer" in as_other_student.get(f"{done}/review").text)
    assert seen == [False, False, True]
