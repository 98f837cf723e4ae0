"""A document comes in with all that is found in it."""

from __future__ import annotations

import pytest
from flask import Flask

import questions
from questions.sample import sample_source
from quizapp.documents import service
from quizapp.documents.facts import document_page, in_time
from quizapp.errors import NotFound, WrongField
from tests.conftest import People, Sample, SettableClock

SHORT = "In 2008 it began.[1]\n\nReferences\n1. A book. 2009.\n"


@pytest.fixture
def take_in(app: Flask, people: People, clock: SettableClock):
    """Imports a source as the teacher, within an application context."""

    def take_in(source: bytes | str, title: str | None = None, attribution: str | None = None) -> int:
        return service.import_document(
            source=source, title=title, attribution=attribution, person_id=people.teacher.id, now=clock.now()
        )

    with app.app_context():
        yield take_in


def test_the_sample_has_24_references_and_7_facts(app: Flask, sample: Sample) -> None:
    with app.app_context():
        page = document_page(sample.document_id)
    assert len(page.references) == 24
    assert [(str(fact.date), [source.number for source in fact.evidence.sources]) for fact in page.facts] == [
        ("2008", []),
        ("2008-08-26", [8, 9]),
        ("2008-08-29", [12]),
        ("2008-09", [17, 18, 19]),
        ("2008-11", [20]),
        ("2009-06", [23]),
        ("2009-08", [24]),
    ]
    assert [entry.text for entry in page.unresolved] == ["随即"]


def test_a_fact_stands_in_its_whole_sentence_with_its_date_marked(app: Flask, sample: Sample) -> None:
    with app.app_context():
        text = service.text_of(sample.document_id)
        facts = document_page(sample.document_id).facts
    for fact in facts:
        assert "".join(piece.text for piece in fact.evidence.pieces) in text
    assert [piece.text for fact in facts for piece in fact.evidence.pieces if piece.kind == "date"] == [
        "2008年",
        "8月26日",
        "2008年8月29日",
        "2008年9月",
        "2008年11月",
        "2009年6月",
        "2009年8月",
    ]


def test_a_reference_is_kept_with_its_fields(app: Flask, sample: Sample) -> None:
    with app.app_context():
        (source,) = service.references_of(sample.document_id, [8])
    assert (source.title, source.publisher, source.place) == (
        "Russia recognises Georgia's breakaway republics -2",
        "RIA Novosti",
        "Moscow",
    )
    assert (source.issued, source.accessed, source.archived) == ("2008-08-26", "2008-09-09", "2013-10-02")


def test_the_text_is_kept_character_by_character(take_in) -> None:
    source = sample_source()
    assert service.text_of(take_in(source)) == questions.read(source).text


def test_the_same_text_again_is_the_same_document(take_in) -> None:
    assert take_in(SHORT, "One") == take_in(SHORT, "Two")
    assert [document.title for document in service.list_documents()] == ["One"]


def test_a_document_is_called_by_the_title_given(take_in) -> None:
    assert service.heading_of(take_in(SHORT, "  Beginnings ")).title == "Beginnings"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1999年[1]，它开始了。[2]2000年，它结束了。", "1999年，它开始了"),
        ("1999年，" + "它开始了" * 20 + "。", "1999年，" + "它开始了" * 9 + "…"),
        ("Dr. Ames built it in 1990.[1] It fell in 1991.", "Dr. Ames built it in 1990"),
        (
            "In 1990 " + "it began, " * 9 + "it ended.",
            "In 1990 it began, it began, it began, it began, it began, it began, it began, it…",
        ),
    ],
)
def test_a_document_without_a_title_is_called_by_its_first_words(take_in, text: str, name: str) -> None:
    assert service.heading_of(take_in(text)).title == name


@pytest.mark.parametrize("source", [b"", "", " \n\t", b"\x00\x01\x02", "a\0b", b"\xff\xff\xff"])
def test_what_holds_no_text_is_refused_at_the_source(take_in, source: bytes | str) -> None:
    with pytest.raises(WrongField) as refused:
        take_in(source)
    assert refused.value.field == "source"
    assert service.list_documents() == ()


def test_a_title_that_is_too_long_is_refused_at_the_title(take_in) -> None:
    with pytest.raises(WrongField) as refused:
        take_in(SHORT, "x" * 201)
    assert refused.value.field == "title"


def test_bytes_in_the_encodings_of_chinese_are_read(take_in) -> None:
    text = "2008年,格鲁吉亚军队侵入茨欣瓦利,引发战争。"
    assert service.text_of(take_in(text.encode("gb18030"))) == text


def test_facts_are_put_in_the_order_of_time(take_in) -> None:
    document_id = take_in("It ended in 2010. In 2008 it began. On 1 January 2008 a bell rang.")
    assert [str(fact.date) for fact in in_time(document_page(document_id).facts)] == ["2008", "2008-01-01", "2010"]


def test_there_is_no_document_of_another_number(take_in) -> None:
    for look in (service.heading_of, service.text_of, document_page):
        with pytest.raises(NotFound):
            look(99)
