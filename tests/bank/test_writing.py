"""Every type that a teacher writes by hand: its form, its preview, and what a student does with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from questions.document import Language
from questions.question import Option, QuestionType
from quizapp.attempts.records import asked_in
from quizapp.bank.filling import cloze_in, order_in, pairs_in, quantity_in
from quizapp.bank.own import Wording
from quizapp.bank.service import add_own
from quizapp.bank.showing import question_page
from quizapp.bank.state import State
from quizapp.errors import WrongField
from quizapp.quizzes import service as quizzes
from quizapp.quizzes.reviewing import ReviewMoment, ReviewOptions, Shown
from quizapp.quizzes.settings import QuizSettings
from tests.conftest import People, SettableClock

FORMS: Mapping[str, Mapping[str, str | list[str]]] = {
    "single-choice": {"option_a": "In 2008", "option_b": "In 2009", "key": "a"},
    "multiple-choice": {"option_a": "2", "option_b": "3", "option_c": "4", "keys": ["a", "b"]},
    "true-false": {"truth": "false"},
    "short-text": {"accepted": "Medvedev\r\nDmitry Medvedev\r\n"},
    "number": {"value": "3700", "tolerance": "50", "unit": "troops"},
    "date-entry": {"date": "2008年8月26日"},
    "ordering": {"items": "First\nSecond | Also second\nThird"},
    "matching": {"matches": "Georgia = Tbilisi\nRussia -> Moscow\n= Paris"},
    "cloze": {"stem": "In [[2008]], [[Georgia|格鲁吉亚]] broke off relations."},
}
TYPED: Mapping[str, Mapping[str, str | list[str]]] = {
    "short-text": {"answer": "dmitry medvedev"},
    "number": {"answer": "3,650"},
    "date-entry": {"answer": "26 August 2008"},
    "cloze": {"gap-1": "2008", "gap-2": " GEORGIA. "},
}


def form(kind: str, **changed: str | list[str]) -> dict[str, str | list[str]]:
    return {"kind": kind, "stem": "What is asked?", "note": "Because.", "citations": "", **FORMS[kind], **changed}


@pytest.mark.parametrize("kind", FORMS)
def test_each_type_is_previewed_stored_and_edited_by_its_own_form(
    as_teacher: FlaskClient, app: Flask, kind: str
) -> None:
    preview = as_teacher.post("/bank/new", data={**form(kind), "preview": "yes"})
    assert preview.status_code == 200
    assert re.search(r'class="question" data-kind="\w+"', preview.text)
    assert "/bank/1" not in as_teacher.get("/bank").text
    address = as_teacher.post("/bank/new", data=form(kind)).location
    with app.app_context():
        stored = question_page(1)
        assert (stored.question.type, stored.state) == (QuestionType(kind), State.DRAFT)
    assert as_teacher.get(address).status_code == 200
    page = unescape(as_teacher.get(f"{address}/edit").text)
    for name, value in FORMS[kind].items():
        for text in [value] if isinstance(value, str) and name not in ("key", "truth", "date", "matches") else []:
            assert text.replace("\r\n", "\n").strip() in page, name
    edited = form(kind, number="1", note="Otherwise.")
    assert as_teacher.post(f"{address}/edit", data=edited).status_code == 303
    with app.app_context():
        assert (question_page(1).question, question_page(1).note) == (stored.question, "Otherwise.")


@pytest.mark.parametrize(
    ("kind", "changed", "field"),
    [
        ("multiple-choice", {"keys": []}, "key-error"),
        ("multiple-choice", {"keys": ["a", "b", "c"]}, "key-error"),
        ("true-false", {"truth": ""}, "truth-error"),
        ("short-text", {"accepted": " \n "}, "accepted-error"),
        ("number", {"value": "many"}, "value-error"),
        ("number", {"tolerance": "-1"}, "tolerance-error"),
        ("date-entry", {"date": "once"}, "date-error"),
        ("ordering", {"items": "only one"}, "items-error"),
        ("ordering", {"items": "one\none"}, "items-error"),
        ("matching", {"matches": "Georgia\nRussia = Moscow"}, "matches-error"),
        ("matching", {"matches": "Georgia = Tbilisi\nRussia = Tbilisi"}, "matches-error"),
        ("cloze", {"stem": "No gap here."}, "stem-error"),
        ("cloze", {"stem": "An empty [[ | ]] gap."}, "stem-error"),
        ("short-text", {"sources": "x" * 501}, "sources-error"),
    ],
)
def test_what_is_wrong_is_named_at_its_field_and_nothing_typed_is_lost(
    as_teacher: FlaskClient, kind: str, changed: dict[str, str | list[str]], field: str
) -> None:
    sent = form(kind, **changed)
    reply = as_teacher.post("/bank/new", data=sent)
    assert reply.status_code == 400
    assert f'id="{field}"' in reply.text
    assert all(text.strip() in unescape(reply.text) for text in sent.values() if isinstance(text, str))


def test_another_type_keeps_what_was_typed(as_teacher: FlaskClient) -> None:
    sent = {**form("number"), "kind": "cloze", "switch": "yes"}
    page = as_teacher.post("/bank/new", data=sent).text
    assert '<input type="hidden" name="value" value="3700">' in page
    assert "What is asked?" in page


def test_other_sources_are_cited_in_the_teachers_words(as_teacher: FlaskClient, app: Flask) -> None:
    address = as_teacher.post("/bank/new", data=form("short-text", sources="A history, p. 7\nAnother")).location
    assert "A history, p. 7" in as_teacher.get(address).text
    as_teacher.post(f"{address}/edit", data=form("short-text", number="1", sources="Another\nA third"))
    with app.app_context():
        assert question_page(1).sources == ("Another", "A third")


def test_a_line_holds_what_teachers_write_there() -> None:
    assert order_in("a\n\nb | c\n")[1] == (("o1",), ("o2", "o3"))
    options, pairs = pairs_in("A = 1\nB → 2\n= 3")
    assert ([option.text for option in options], pairs) == (["A", "B", "1", "2", "3"], (("o1", "o3"), ("o2", "o4")))
    assert cloze_in("[[a|b]] and [[c]]") == ("[[1]] and [[2]]", (("a", "b"), ("c",)))
    assert str(quantity_in("1,200.50", "", "").value) == "1200.50"
    with pytest.raises(WrongField):
        quantity_in("1e9", "", "")


@pytest.mark.parametrize(
    "kind", ["multiple-choice", "true-false", "short-text", "number", "date-entry", "cloze", "ordering", "matching"]
)
def test_a_student_answers_each_type_and_reads_why(
    as_teacher: FlaskClient, as_student: FlaskClient, app: Flask, people: People, clock: SettableClock, kind: str
) -> None:
    as_teacher.post("/bank/new", data=form(kind))
    as_teacher.post("/bank/1/approval", data={"number": "1"})
    with app.app_context():
        quiz = quizzes.create_quiz(title="One", question_ids=[1], person_id=people.teacher.id, now=clock.now())
        quizzes.publish(quiz_id=quiz, person_id=people.teacher.id, now=clock.now())
    attempt = as_student.post(f"/quizzes/{quiz}/attempts").location
    page = as_student.get(attempt).text
    assert "Medvedev" not in page
    with app.app_context():
        sent = TYPED.get(kind) or {"answer": right_answer(attempt)}
    assert as_student.post(f"{attempt}/responses/1", data=sent).status_code == 303
    as_student.post(f"{attempt}/submission")
    review = unescape(as_student.get(f"{attempt}/review").text)
    assert "The answer is right." in review
    assert "1 of 1 marks" in review


def test_no_accepted_answer_is_told_before_the_review_tells_the_key(
    as_teacher: FlaskClient, as_student: FlaskClient, app: Flask, people: People, clock: SettableClock
) -> None:
    kinds = ("short-text", "number", "cloze")
    for number, kind in enumerate(kinds, start=1):
        as_teacher.post("/bank/new", data=form(kind))
        as_teacher.post(f"/bank/{number}/approval", data={"number": "1"})
    parts = (Shown.ANSWERS, Shown.OUTCOMES, Shown.MARKS, Shown.EXPLANATIONS)
    with app.app_context():
        quiz = quizzes.create_quiz(
            title="Three",
            question_ids=[1, 2, 3],
            person_id=people.teacher.id,
            now=clock.now(),
            settings=QuizSettings(
                review=ReviewOptions(allowed=frozenset((ReviewMoment.AFTER, part) for part in parts))
            ),
        )
        quizzes.publish(quiz_id=quiz, person_id=people.teacher.id, now=clock.now())
    attempt = as_student.post(f"/quizzes/{quiz}/attempts").location
    pages = [as_student.get(attempt).text]
    for slot, sent in enumerate(({"answer": "Putin"}, {"answer": "1"}, {"gap-1": "1999", "gap-2": "Russia"}), start=1):
        as_student.post(f"{attempt}/responses/{slot}", data=sent)
    as_student.post(f"{attempt}/submission")
    pages.append(as_student.get(f"{attempt}/review").text)
    assert "Putin" in pages[1]
    secrets = ("Medvedev", "3700", "[[", "Georgia", "格鲁吉亚")
    assert [secret for secret in secrets for page in pages if secret in page] == []


def right_answer(attempt: str) -> list[str]:
    """The right answer, by the ids that the browser sees."""
    attempt_id = attempt.rpartition("/")[2]
    (asked,) = asked_in([attempt_id])[attempt_id]
    seen = {own: token for token, own in asked.option_ids}
    question = asked.question
    if question.order:
        return [seen[name] for group in question.order for name in reversed(group)]
    if question.pairs:
        return [f"{seen[first]}={seen[second]}" for first, second in question.pairs]
    return [seen[name] for name in question.right_ids]


@pytest.mark.parametrize(
    "wording",
    [
        Wording(
            stem="Match.",
            type=QuestionType.MATCHING,
            options=tuple(
                Option(id=name, text=text) for name, text in zip("abcd", ("1 + 1 = 2", "E", "two", "five"), strict=True)
            ),
            pairs=(("a", "c"), ("b", "d")),
        ),
        Wording(
            stem="Order.",
            type=QuestionType.ORDERING,
            options=(Option(id="a", text="this | that"), Option(id="b", text="later")),
            order=(("a",), ("b",)),
        ),
        Wording(stem="In [[1]].", type=QuestionType.CLOZE, gaps=(("a | b",),)),
        Wording(stem="Who?", type=QuestionType.SHORT_TEXT, accepted=("one\ntwo",)),
    ],
    ids=lambda wording: wording.type,
)
def test_what_the_form_would_read_as_something_else_is_not_edited(
    app: Flask, as_teacher: FlaskClient, people: People, clock: SettableClock, wording: Wording
) -> None:
    with app.app_context():
        add_own(
            wording=wording,
            document_id=None,
            language=Language.ENGLISH,
            person_id=people.teacher.id,
            now=clock.now(),
        )
    assert 'href="/bank/1/edit"' not in as_teacher.get("/bank/1").text
    reply = as_teacher.get("/bank/1/edit")
    assert reply.status_code == 409
    assert "A text here holds a mark that the form sets between texts" in reply.text
