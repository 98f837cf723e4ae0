"""A teacher's own question cites its document, or says that no source is given."""

from __future__ import annotations

import pytest

from questions.document import Language
from questions.question import Option, QuestionType
from quizapp.bank.forms import numbers_of
from quizapp.errors import WrongField
from tests.bank.conftest import Desk, wording
from tests.conftest import Sample


def options(*texts: str, right: int | None = 0) -> tuple[Option, ...]:
    return tuple(Option(id="abcdef"[place], text=text, correct=place == right) for place, text in enumerate(texts))


def test_a_question_with_citations_shows_the_references_in_full(desk: Desk, sample: Sample) -> None:
    page = desk.look(desk.add(sample.document_id, citations=(12, 8), note="Both agree."))
    assert page.question.type is QuestionType.SINGLE_CHOICE
    assert page.question.language is Language.SIMPLIFIED
    assert (page.citations, page.note) == ((8, 12), "Both agree.")
    (evidence,) = page.evidence
    assert evidence.pieces == ()
    assert [source.title for source in evidence.sources] == [
        "Russia recognises Georgia's breakaway republics -2",
        "Georgia breaks off relations with Russia",
    ]


def test_a_question_without_citations_has_no_evidence(desk: Desk, sample: Sample) -> None:
    for document_id in (None, sample.document_id):
        assert desk.look(desk.add(document_id)).evidence == ()


def test_a_question_without_a_document_is_in_the_language_of_its_writer(desk: Desk) -> None:
    assert desk.look(desk.add()).question.language is Language.ENGLISH


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"stem": " "}, "stem"),
        ({"options": options("one")}, "option_b"),
        ({"options": ()}, "option_a"),
        ({"options": options("one", "two", "one ")}, "option_c"),
        ({"options": options("one", " ")}, "option_b"),
        ({"options": options("one", "\u200b\u2060 \ufeff")}, "option_b"),
        ({"options": options("one", "two", "t\u200dwo")}, "option_c"),
        ({"stem": "\u200b"}, "stem"),
        ({"options": options("one", "two", right=None)}, "key"),
    ],
)
def test_what_cannot_be_asked_is_refused_at_its_field(changed: dict[str, object], field: str) -> None:
    with pytest.raises(WrongField) as refused:
        wording(**changed)
    assert refused.value.field == field


def test_references_that_the_document_does_not_have_are_refused(desk: Desk, sample: Sample) -> None:
    with pytest.raises(WrongField) as refused:
        desk.add(sample.document_id, citations=(8, 25, 99))
    assert (refused.value.field, refused.value.values) == ("citations", {"numbers": "25, 99"})


def test_references_need_a_document(desk: Desk) -> None:
    for document_id in (None, 99):
        with pytest.raises(WrongField) as refused:
            desk.add(document_id, citations=(8,))
        assert refused.value.field == "document_id"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", ()),
        ("8", (8,)),
        ("8, 9", (8, 9)),
        ("8,9、12;13", (8, 9, 12, 13)),
        ("[8][9]", (8, 9)),
        ("[8] [9],", (8, 9)),
        ("9 8 9", (9, 8)),
        ("８", (8,)),
    ],
)
def test_reference_numbers_are_read_as_teachers_write_them(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_of(text) == numbers


@pytest.mark.parametrize("text", ["eight", "8-9", "8.9", "-8", "99999", "8 and 9"])
def test_what_is_no_reference_number_is_refused(text: str) -> None:
    with pytest.raises(WrongField) as refused:
        numbers_of(text)
    assert refused.value.field == "citations"
