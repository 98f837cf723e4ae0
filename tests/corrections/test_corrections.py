"""Facts corrected by hand: what was found stays beside it, drafts follow, and nothing approved changes by itself."""

from __future__ import annotations

from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from questions.dates import DateValue
from questions.document import Language
from questions.question import QuestionType
from questions.sample import sample_source
from quizapp.bank import service as bank
from quizapp.bank.listing import Filters, bank_page
from quizapp.bank.showing import QuestionPage, question_page
from quizapp.bank.state import Fate, State
from quizapp.corrections import service
from quizapp.corrections.storing import Outcome
from quizapp.documents.correcting import FactValues, check_values
from quizapp.documents.facts import FactPage, document_page, fact_page
from quizapp.documents.service import import_document
from quizapp.errors import Refused, WrongField
from tests.bank.conftest import Desk, desk
from tests.conftest import Sample

__all__ = ["desk"]

BREAK = 3  # the number of the fact that relations were broken off on 29 August 2008
WRONG_YEAR = FactValues(
    date=DateValue("2007-08-29"), statement="格鲁吉亚于2007年8月29日宣布与俄罗斯断交。", citations=(12,)
)
SOME_FORM = {
    "date": "2007年8月29日",
    "statement": WRONG_YEAR.statement,
    "citations": ["12"],
    "reason": "The year is wrong.",
}
ADDRESS = f"/documents/1/facts/{BREAK}"


@pytest.fixture
def drafts(desk: Desk) -> dict[QuestionType, int]:
    """The sample's drafts about the fact, by type."""
    document_id = import_document(source=sample_source(), title=None, person_id=desk.person_id, now=desk.clock.now())
    bank.add_generated(document_id=document_id, person_id=desk.person_id, now=desk.clock.now())
    return {one.asked.type: one.question_id for one in service.questions_on(document_id, BREAK)}


def correct(desk: Desk, values: FactValues = WRONG_YEAR, *, seen_id: int = 0, fact_id: int = BREAK) -> Outcome:
    return service.correct(
        document_id=1,
        fact_id=fact_id,
        values=values,
        reason="The year is wrong.",
        seen_id=seen_id,
        person_id=desk.person_id,
        now=desk.clock.now(),
    )


def undo(desk: Desk, *, seen_id: int) -> Outcome:
    return service.undo(document_id=1, fact_id=BREAK, seen_id=seen_id, person_id=desk.person_id, now=desk.clock.now())


def page() -> FactPage:
    return fact_page(1, BREAK)


def open_flags(question: QuestionPage) -> list[tuple[Fate, str, str]]:
    return [(flag.fate, flag.before, flag.after) for flag in question.flags if flag.settled_at is None]


def test_what_was_found_stays_beside_what_a_teacher_made_of_it(desk: Desk, drafts: dict[QuestionType, int]) -> None:
    found = page().found
    correct(desk)
    shown = page()
    assert (shown.found, shown.values) == (found, WRONG_YEAR)
    (entry,) = shown.history
    assert (entry.values, entry.reason, entry.made_by, entry.undoes) == (
        WRONG_YEAR,
        "The year is wrong.",
        "Lin Laoshi",
        False,
    )
    listed = next(fact for fact in document_page(1).facts if fact.id == BREAK)
    assert (listed.date, listed.statement, listed.corrected) == (WRONG_YEAR.date, WRONG_YEAR.statement, True)


def test_a_draft_is_written_anew_and_keeps_its_number(desk: Desk, drafts: dict[QuestionType, int]) -> None:
    entry = drafts[QuestionType.DATE_ENTRY]
    correct(desk)
    shown = question_page(entry)
    assert (shown.question.date, shown.number, shown.state) == (DateValue("2007-08-29"), 2, State.DRAFT)
    assert [version.rewritten for version in shown.versions] == [True, False]
    assert open_flags(shown) == []
    assert [listed.dates for listed in bank_page(Filters()).entries if listed.id == entry] == [("2007-08-29",)]


@pytest.mark.slow
def test_written_again_from_the_corrected_fact_nothing_comes_twice(desk: Desk, drafts: dict[QuestionType, int]) -> None:
    correct(desk)
    for _ in range(2):
        added = bank.add_generated(document_id=1, person_id=desk.person_id, now=desk.clock.now())
    listed = [
        (entry.type, entry.stem, entry.dates) for entry in bank_page(Filters(type=QuestionType.DATE_ENTRY)).entries
    ]
    assert added == ()
    assert len(set(listed)) == len(listed)


def test_what_the_writer_gives_no_more_is_flagged_and_stays(desk: Desk, drafts: dict[QuestionType, int]) -> None:
    """How many days lie between is asked of dates that lie near; these lie a year apart now."""
    interval = drafts[QuestionType.INTERVAL]
    before = question_page(interval).question
    outcome = correct(desk)
    shown = question_page(interval)
    assert shown.question == before
    assert open_flags(shown) == [
        (
            Fate.FACT_CORRECTED,
            "2008年8月29日 · 格鲁吉亚于2008年8月29日宣布与俄罗斯断交。 [12]",
            "2007年8月29日 · 格鲁吉亚于2007年8月29日宣布与俄罗斯断交。 [12]",
        )
    ]
    assert outcome.rewritten >= 4
    assert outcome.flagged >= 1


def test_a_draft_that_a_teacher_edited_is_flagged_and_not_overwritten(
    desk: Desk, drafts: dict[QuestionType, int]
) -> None:
    choice = drafts[QuestionType.WHO_CHOICE]
    desk.edit(choice, number=1)
    correct(desk)
    shown = question_page(choice)
    assert (shown.number, shown.question.stem) == (2, "When did it begin?")
    assert len(open_flags(shown)) == 1


def test_an_approved_question_is_flagged_with_both_and_asked_as_it_was(
    desk: Desk, drafts: dict[QuestionType, int]
) -> None:
    entry = drafts[QuestionType.DATE_ENTRY]
    desk.approve(entry)
    correct(desk)
    shown = question_page(entry)
    assert (shown.question.date, shown.asked_number, len(open_flags(shown))) == (DateValue("2008-08-29"), 1, 1)
    service.rewrite(question_id=entry, flag_id=shown.flags[0].id, person_id=desk.person_id, now=desk.clock.now())
    again = question_page(entry)
    assert (again.question.date, again.state, again.asked_number) == (DateValue("2007-08-29"), State.DRAFT, 1)
    assert open_flags(again) == []


def test_hiding_a_fact_flags_all_that_rests_on_it_and_writes_nothing_from_it(
    desk: Desk, drafts: dict[QuestionType, int]
) -> None:
    hidden = FactValues(**{**vars(page().found), "hidden": True})
    assert correct(desk, hidden).flagged == len(service.questions_on(1, BREAK))
    assert [fact.id for fact in document_page(1).hidden] == [BREAK]
    (flag,) = question_page(drafts[QuestionType.DATE_ENTRY]).flags
    assert (flag.fate, flag.after) == (Fate.FACT_HIDDEN, "")


def test_taking_a_correction_back_brings_drafts_back_and_settles_the_flags(
    desk: Desk, drafts: dict[QuestionType, int]
) -> None:
    asked = {id_: question_page(id_).question for id_ in drafts.values()}
    desk.approve(drafts[QuestionType.WHO_CHOICE])
    assert correct(desk).flagged
    desk.clock.advance(minutes=1)
    undo(desk, seen_id=page().newest_id)
    assert page().values == page().found
    assert {id_: question_page(id_).question for id_ in drafts.values()} == asked
    assert [flag for id_ in drafts.values() for flag in open_flags(question_page(id_))] == []
    assert [entry.undoes for entry in page().history] == [True, False]
    with pytest.raises(Refused):
        undo(desk, seen_id=page().newest_id)


FOUND = FactValues(date=DateValue("2008-09"), statement="俄罗斯于2008年9月签署了协定。", citations=(17,))


def check(**changed: object) -> None:
    values = FactValues(**{**vars(FOUND), **changed})  # type: ignore[arg-type]
    check_values(FOUND, values, known=(17, 18), language=Language.SIMPLIFIED)


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"date": DateValue("2008"), "statement": "俄罗斯于2008年签署了协定。"},
        {"date": DateValue("2008-10"), "statement": "俄罗斯签署了协定。", "citations": ()},
        {"date": DateValue("2007/2008"), "statement": "俄罗斯签署了协定。", "citations": (18, 17), "hidden": True},
    ],
)
def test_a_fact_may_say_what_the_source_bears_out(changed: dict[str, object]) -> None:
    check(**changed)


@pytest.mark.parametrize(
    ("changed", "field", "values"),
    [
        ({"date": DateValue("2008-09-17")}, "date", {"date": DateValue("2008-09")}),
        ({"date": DateValue("2008-10")}, "statement", {"date": "2008年9月"}),
        ({"statement": " "}, "statement", {}),
        ({"statement": "长" * 1001}, "statement", {"count": 1000}),
        ({"citations": (17, 99)}, "citations", {}),
    ],
)
def test_what_a_fact_cannot_say_is_refused_at_its_field(
    changed: dict[str, object], field: str, values: dict[str, object]
) -> None:
    with pytest.raises(WrongField) as refused:
        check(**changed)
    assert (refused.value.field, refused.value.values) == (field, values)


@pytest.mark.slow
def test_two_teachers_do_not_overwrite_each_other_unseen(desk: Desk, drafts: dict[QuestionType, int]) -> None:
    correct(desk)
    with pytest.raises(WrongField) as refused:
        correct(desk, FactValues(**{**vars(WRONG_YEAR), "citations": ()}))
    assert refused.value.field == "seen_id"
    assert len(page().history) == 1


def test_the_page_takes_any_form_of_date_and_shows_both(as_teacher: FlaskClient, sample: Sample) -> None:
    assert as_teacher.post(ADDRESS, data=SOME_FORM).status_code == 303
    shown = unescape(as_teacher.get(ADDRESS).text)
    assert 'value="2007-08-29"' in shown
    assert "格鲁吉亚于2008年8月29日宣布与俄罗斯断交。" in shown
    assert "The year is wrong." in shown
    assert f'href="{ADDRESS}"' in as_teacher.get("/documents/1").text
    assert as_teacher.post(f"{ADDRESS}/undo", data={"seen_id": "1"}).status_code == 303
    assert 'value="2008-08-29"' in as_teacher.get(ADDRESS).text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"date": "soon"}, "This cannot be read as a date."),
        ({"reason": " "}, "Please say why"),
        ({"statement": ""}, "Please write the statement."),
    ],
)
def test_what_was_typed_is_shown_again_with_the_error(
    as_teacher: FlaskClient, sample: Sample, changed: dict[str, str], said: str
) -> None:
    sent = {**SOME_FORM, "date": "2007-08-29", "reason": "Kept", **changed}
    reply = as_teacher.post(ADDRESS, data=sent)
    shown = unescape(reply.text)
    assert reply.status_code == 400
    assert said in shown
    assert all(text in shown for text in (sent["date"], sent["statement"], sent["reason"].strip()))


def test_a_question_leads_to_its_facts(as_teacher: FlaskClient, sample: Sample, app: Flask) -> None:
    with app.app_context():
        (question_id, *_) = (one.question_id for one in service.questions_on(1, BREAK))
    for address in (f"/bank/{question_id}", f"/review/{question_id}"):
        assert f'href="{ADDRESS}"' in as_teacher.get(address).text


@pytest.mark.slow
def test_a_newer_revision_keeps_what_was_corrected(as_teacher: FlaskClient, sample: Sample, app: Flask) -> None:
    as_teacher.post(ADDRESS, data=SOME_FORM)
    newer = "此前没有句子。" + sample_source().decode()
    look = as_teacher.post("/documents/previews", data={"text": newer, "revises": "1", "title": "Newer"})
    assert as_teacher.post(look.location).location == "/documents/2"
    with app.app_context():
        (kept,) = (fact for fact in document_page(2).facts if fact.corrected)
        assert (kept.date, kept.statement) == (WRONG_YEAR.date, WRONG_YEAR.statement)
        assert service.questions_on(2, kept.id)
    assert as_teacher.post(ADDRESS, data=SOME_FORM).status_code == 409


def test_students_see_and_correct_nothing(as_student: FlaskClient, sample: Sample) -> None:
    assert as_student.get(ADDRESS).status_code == 404
    assert as_student.post(ADDRESS, data=SOME_FORM).status_code == 404
    assert as_student.post(f"{ADDRESS}/undo").status_code == 404
    assert as_student.post("/bank/1/flags/1/rewriting").status_code == 404
