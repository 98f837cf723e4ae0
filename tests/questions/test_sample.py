"""The sample document, whole: its references, its facts, and what is left open."""

import json
from pathlib import Path

import pytest

from questions import Document, Fact, find_facts, read
from questions.commandline.json_form import facts_object
from questions.document import Language
from questions.sample import sample_source

EXPECTED = json.loads((Path(__file__).parent / "corpus" / "sample.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def document() -> Document:
    return read(sample_source())


@pytest.fixture(scope="module")
def facts(document: Document) -> tuple[Fact, ...]:
    return find_facts(document)


def test_the_sample_is_simplified_chinese(document: Document) -> None:
    assert document.language is Language.SIMPLIFIED


def test_every_reference_has_its_fields(document: Document) -> None:
    found = facts_object(document, ())["references"]
    assert [{name: entry[name] for name in EXPECTED["references"][0]} for entry in found] == EXPECTED["references"]


def test_the_facts_are_these_seven(document: Document, facts: tuple[Fact, ...]) -> None:
    found = [
        {
            "date": str(fact.date.value),
            "text": fact.date.text,
            "start": fact.date.start,
            "end": fact.date.end,
            "inferred": list(fact.date.inferred),
            "citations": list(fact.citations),
            "statement": fact.statement,
            "quote": [fact.start, fact.end],
            "modality": fact.modality.value,
            "attribution": fact.attribution,
            "clause": [
                fact.clause.subject,
                fact.clause.subject_carried,
                fact.clause.before_date,
                fact.clause.rest,
            ],
        }
        for fact in facts
    ]
    assert found == EXPECTED["facts"]
    assert all(fact.is_quoted_from(document) for fact in facts)


def test_what_only_says_soon_is_left_open(document: Document) -> None:
    assert [(left.text, left.start, left.end) for left in document.unresolved] == [("随即", 160, 162)]


def test_no_date_of_the_reference_list_becomes_a_fact(document: Document, facts: tuple[Fact, ...]) -> None:
    assert all(fact.end <= document.body_end for fact in facts)


def test_an_interlanguage_gloss_stands_in_quotes_but_in_no_statement(facts: tuple[Fact, ...]) -> None:
    assert any("英语Nikolay" in fact.quote for fact in facts)
    assert not any(
        "英语" in text for fact in facts for text in (fact.statement, fact.clause.rest, str(fact.clause.subject))
    )
