"""A choice of so many questions covers facts, types and the length of the document evenly."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from questions import Document, Question, find_facts, read, write_questions
from questions.spreading import spread

_CORPUS = Path(__file__).parent / "corpus"
_NAMES = ("hans", "hant", "en", "old")
_DOCUMENTS = {name: read((_CORPUS / f"questions_article_{name}.txt").read_bytes()) for name in _NAMES}


@pytest.fixture(scope="module", params=_NAMES)
def document(request: pytest.FixtureRequest) -> Document:
    return _DOCUMENTS[request.param]


@pytest.fixture(scope="module")
def bank(document: Document) -> tuple[Question, ...]:
    return write_questions(document, seed=1)


@pytest.mark.parametrize("count", [0, 1, 5, 12, 10_000])
def test_as_many_as_wanted_come_back_in_the_bank_s_order(bank: tuple[Question, ...], count: int) -> None:
    chosen = spread(bank, count)
    assert len(chosen) == min(count, len(bank))
    assert sorted(chosen, key=bank.index) == list(chosen)


def test_no_fact_is_asked_about_twice_while_others_are_fresh(bank: tuple[Question, ...]) -> None:
    facts = {name for question in bank for name in question.fact_ids}
    for count in range(1, len(bank)):
        used = Counter(name for question in spread(bank, count) for name in question.fact_ids)
        fresh = [item for item in bank if not used.keys() & set(item.fact_ids)]
        if max(used.values()) > 1:
            assert not fresh
            assert used.keys() == facts


def test_all_types_have_their_turn(bank: tuple[Question, ...]) -> None:
    kinds = {question.type for question in bank}
    assert {question.type for question in spread(bank, 2 * len(kinds))} == kinds


def test_the_document_is_covered_from_its_beginning_to_its_end(bank: tuple[Question, ...]) -> None:
    facts = {name for question in bank for name in question.fact_ids}
    chosen = {name for question in spread(bank, len(facts)) for name in question.fact_ids}
    assert chosen == facts


def test_the_writer_takes_a_count(document: Document, bank: tuple[Question, ...]) -> None:
    assert write_questions(document, find_facts(document), seed=1, count=7) == spread(bank, 7)
