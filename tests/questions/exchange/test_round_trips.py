"""What is written is read again as it was: quotes, numbers of references and their texts included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings

from questions import Interaction, Language, QuestionType, read, write_questions
from questions.exchange import Format, Item, recognised, with_references
from questions.exchange import read as read_file
from questions.exchange import write as write_file
from questions.exchange.cleaning import clean_item
from questions.sample import sample_source
from tests.questions.exchange.bank import BANK, TYPED, nasty_items

FULL = (Format.GIFT, Format.MOODLE_XML, Format.QTI_22, Format.QTI_30, Format.CSV)
READ = (*FULL, Format.AIKEN)


@pytest.fixture(scope="module")
def sample() -> Sequence[Item]:
    document = read(sample_source())
    return with_references(write_questions(document), document.references)


@pytest.mark.parametrize("form", FULL)
def test_the_sample_s_bank_comes_back_whole(sample: Sequence[Item], form: Format) -> None:
    back = read_file(write_file(sample, format=form).content)
    assert (back.items, back.errors, back.left_out) == (sample, (), ())


@pytest.mark.parametrize("form", FULL)
def test_every_type_of_question_comes_back_whole(form: Format) -> None:
    assert {item.question.type for item in (*BANK, *TYPED)} == set(QuestionType)
    assert read_file(write_file(BANK, format=form).content, format=form).items == BANK


@pytest.mark.parametrize("form", FULL)
def test_what_is_cited_comes_back_to_the_character(sample: Sequence[Item], form: Format) -> None:
    cited = [item for item in sample if item.references and item.question.explanations[0].citations]
    assert len(cited) > 20
    back = read_file(write_file(cited, format=form).content).items
    evidence = [(item.question.explanations, item.references) for item in cited]
    assert [(item.question.explanations, item.references) for item in back] == evidence


@pytest.mark.parametrize("form", READ)
def test_a_written_file_is_recognised(sample: Sequence[Item], form: Format) -> None:
    assert recognised(write_file(sample, format=form).content) is form


@pytest.mark.parametrize("form", Format)
def test_the_same_items_give_the_same_bytes(sample: Sequence[Item], form: Format) -> None:
    assert write_file(sample, format=form) == write_file(list(sample), format=form)


@pytest.mark.parametrize("form", FULL)
@settings(max_examples=40, deadline=None)
@given(item=nasty_items())
def test_no_text_is_too_odd_to_come_back(form: Format, item: Item) -> None:
    expected = _as_held(clean_item(item), form)
    back = read_file(write_file([item], format=form).content, format=form)
    assert (back.items, back.errors, back.left_out) == ((expected,), (), ())


def _as_held(item: Item, form: Format) -> Item:
    """The item without what the format cannot hold: GIFT has no arrows within a pair."""
    question = item.question
    if form is not Format.GIFT or question.type.interaction not in (Interaction.ORDER, Interaction.MATCH):
        return item
    options = tuple(replace(option, text=option.text.replace("->", "→")) for option in question.options)
    return replace(item, question=replace(question, options=options))


def test_the_categories_of_a_bank_come_back() -> None:
    placed = [replace(item, category=name) for item, name in zip(BANK, ("", "一/二", "一/二", "x", ""), strict=False)]
    for form in FULL:
        assert read_file(write_file(placed, format=form).content).items == tuple(placed)


def test_a_remark_stands_above_the_quotes() -> None:
    remarked = replace(BANK[0], remark="See the map.\n\nAnd the second treaty.")
    for form in FULL:
        assert read_file(write_file([remarked], format=form).content).items == (remarked,)


@pytest.mark.parametrize("language", Language)
def test_evidence_is_said_in_the_question_s_language_and_read_in_each(language: Language) -> None:
    item = replace(BANK[0], question=replace(BANK[0].question, language=language))
    for form in FULL:
        assert read_file(write_file([item], format=form).content).items == (item,)


def test_a_journey_through_another_program_keeps_type_language_unit_and_evidence() -> None:
    """Other programs drop the companion, which they have no field for; ids, places and facts of options go with it."""
    content = write_file(BANK[:7], format=Format.GIFT).content.decode()
    back = read_file("\n".join(line for line in content.split("\n") if "footnote" not in line).encode()).items
    assert [_travelled(item) for item in back if item.question.type is not QuestionType.CHRONOLOGY] == [
        _travelled(item) for item in BANK[:7] if item.question.type is not QuestionType.CHRONOLOGY
    ]
    (order,) = [item.question for item in back if item.question.type is QuestionType.CHRONOLOGY]
    assert order.order == (("b", "c"), ("a",))


def _travelled(item: Item) -> tuple[object, ...]:
    question = item.question
    right = [option.text for option in question.options if option.correct]
    key = (right, question.date, question.duration, len(question.pairs))
    return (question.id, question.type, question.language, question.stem, key, question.explanations, item.references)


@pytest.mark.parametrize("remark", ["[8] x", "See below.\n\n[8] x\n[9] y", "Source [8] (characters 1–2, date 1–1): x"])
def test_a_remark_that_looks_like_evidence_stays_a_remark(remark: str) -> None:
    item = Item(question=replace(BANK[0].question, explanations=()), remark=remark)
    for form in FULL:
        assert read_file(write_file([item], format=form).content).items == (item,)
