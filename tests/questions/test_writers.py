"""What holds of every question, whatever the document and the seed."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from questions import (
    DateValue,
    Document,
    Fact,
    Question,
    QuestionType,
    find_facts,
    read,
    say_date,
    write_questions,
)
from questions.guidelines import check
from questions.sample import sample_source
from questions.writing import WRITABLE
from tests.questions.saying import said_near
from tests.questions.tables import rows_of

_CORPUS = Path(__file__).parent / "corpus"
_NAMES = ("sample", "hans", "hant", "en", "old")
_SEEDS = range(6)


@cache
def _document(name: str) -> Document:
    return read(sample_source() if name == "sample" else (_CORPUS / f"questions_article_{name}.txt").read_bytes())


@cache
def _found(name: str) -> tuple[Fact, ...]:
    return tuple(find_facts(_document(name)))


@cache
def _bank(name: str, seed: int) -> tuple[Question, ...]:
    return write_questions(_document(name), _found(name), seed=seed)


every_document = pytest.mark.parametrize("name", _NAMES)


def _facts(name: str) -> dict[str, Fact]:
    return {fact.id: fact for fact in _found(name)}


def _of(*kinds: QuestionType) -> list[tuple[str, Question]]:
    return [
        (name, question)
        for name in _NAMES
        for seed in _SEEDS
        for question in _bank(name, seed)
        if question.type in kinds
    ]


@every_document
def test_a_document_carries_questions_of_most_types(name: str) -> None:
    kinds = Counter(question.type for question in _bank(name, 0))
    assert len(kinds) >= (5 if name == "old" else 7)  # its events lie centuries apart
    assert sum(kinds.values()) >= 20


@every_document
def test_the_same_document_and_seed_give_the_same_questions(name: str) -> None:
    assert write_questions(_document(name), seed=3) == _bank(name, 3)
    assert write_questions(_document(name)) == write_questions(_document(name))


@every_document
def test_another_seed_gives_other_questions(name: str) -> None:
    assert _bank(name, 0) != _bank(name, 1)


@every_document
def test_a_type_s_questions_are_the_same_whatever_else_is_asked_for(name: str) -> None:
    alone = write_questions(_document(name), seed=0, types=[QuestionType.DATE_CHOICE])
    assert alone == tuple(question for question in _bank(name, 0) if question.type is QuestionType.DATE_CHOICE)


def test_a_type_that_cannot_be_written_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValueError, match="'riddle' cannot be written"):
        write_questions(_document("sample"), types=["riddle"])


def test_a_document_without_facts_carries_no_questions() -> None:
    assert write_questions(read("这里没有日期。")) == ()


@every_document
def test_no_question_breaks_a_hard_rule(name: str) -> None:
    for seed in _SEEDS:
        for question in _bank(name, seed):
            breaches = check(question, _document(name), _found(name))
            assert not [breach.rule for breach in breaches if breach.hard], question.stem


@every_document
def test_the_evidence_of_a_question_is_that_of_its_facts(name: str) -> None:
    facts = _facts(name)
    for question in _bank(name, 0):
        for fact_id, entry in zip(question.fact_ids, question.explanations, strict=False):
            fact = facts[fact_id]
            assert (entry.quote[-len(fact.quote) :], entry.citations) == (fact.quote, fact.citations)
            assert bool(fact.date.inferred) or entry.quote == fact.quote
            assert (entry.date_start, entry.date_end) == (fact.date.start, fact.date.end)


def _said(name: str, question: Question) -> dict[str, DateValue]:
    """What each option says."""
    key = _facts(name)[question.fact_ids[0]].date.value
    return said_near(key, _document(name).language, [fact.date.value for fact in _found(name)])


@every_document
def test_the_dates_to_choose_from_overlap_nowhere_and_are_of_one_granularity(name: str) -> None:
    for question in (question for question in _bank(name, 1) if question.type is QuestionType.DATE_CHOICE):
        said = _said(name, question)
        values = [said[option.text] for option in question.options]
        assert len({value.granularity for value in values}) == 1
        assert not any(first.overlaps(second) for first, second in combinations(values, 2))
        assert [value.earliest for value in values] == sorted(value.earliest or () for value in values)


@every_document
def test_the_key_of_a_date_question_is_the_date_of_its_fact(name: str) -> None:
    facts = _facts(name)
    for question in _bank(name, 2):
        if question.type is QuestionType.DATE_CHOICE:
            right = next(option.text for option in question.options if option.correct)
            assert right == say_date(facts[question.fact_ids[0]].date.value, question.language)
        if question.type is QuestionType.DATE_ENTRY:
            assert question.date == facts[question.fact_ids[0]].date.value


def test_a_wrong_date_is_never_that_of_its_own_fact() -> None:
    for name, question in _of(QuestionType.DATE_CHOICE):
        fact = _facts(name)[question.fact_ids[0]]
        wrong = [option for option in question.options if not option.correct]
        assert all(option.fact_id != fact.id for option in wrong)
        assert all(option.feedback for option in wrong)


def test_a_wrong_event_is_dated_wholly_apart_from_the_right_one() -> None:
    for name, question in _of(QuestionType.EVENT_CHOICE):
        facts = _facts(name)
        key = facts[question.fact_ids[0]].date.value
        wrong = [facts[option.fact_id or ""].date.value for option in question.options if not option.correct]
        assert not any(value.overlaps(key) for value in wrong)


def test_the_earlier_of_two_is_proved_to_be_earlier() -> None:
    for name, question in _of(QuestionType.EARLIER):
        facts = _facts(name)
        right, wrong = sorted(question.options, key=lambda option: not option.correct)
        assert facts[right.fact_id or ""].date.value.is_before(facts[wrong.fact_id or ""].date.value)


def test_an_order_is_proved_pair_by_pair_and_equals_share_a_group() -> None:
    for name, question in _of(QuestionType.CHRONOLOGY):
        values = {option.id: _facts(name)[option.fact_id or ""].date.value for option in question.options}
        for group in question.order:
            assert len({str(values[option_id]) for option_id in group}) == 1
        for earlier, later in combinations(question.order, 2):
            assert all(values[first].is_before(values[second]) for first in earlier for second in later)


def test_a_wrong_reference_is_cited_elsewhere_and_not_for_the_fact() -> None:
    for name, question in _of(QuestionType.EVIDENCE):
        document, fact = _document(name), _facts(name)[question.fact_ids[0]]
        cited = {number for marker in document.markers for number in marker.numbers}
        titles = {entry.number: entry.title for entry in document.references}
        for option in question.options:
            numbers = {number for number, title in titles.items() if title and option.text.startswith(title)}
            assert bool(numbers & set(fact.citations)) is option.correct
            assert numbers & cited


def test_a_name_to_choose_stands_neither_in_the_stem_nor_in_the_fact_s_own_words() -> None:
    for name, question in _of(QuestionType.WHO_CHOICE):
        fact = _facts(name)[question.fact_ids[0]]
        for option in question.options:
            assert option.text not in question.stem
            assert option.correct or option.text not in fact.quote


def test_a_statement_not_in_the_source_is_more_exact_than_the_source() -> None:
    for name, question in _of(QuestionType.TRUE_FALSE_UNSTATED):
        value = _facts(name)[question.fact_ids[0]].date.value
        if question.right_ids == ("c",):
            assert value.granularity.name in ("YEAR", "MONTH")


def test_quotation_marks_within_quotation_marks_are_the_inner_ones() -> None:
    document = read("1894年，「國家名勝古蹟信託」正式宣布誕生。")
    stems = [question.stem for question in write_questions(document, types=[QuestionType.TRUE_FALSE_UNSTATED])]
    assert len(stems) == 1
    assert stems[0].startswith("下面這句話與原文是否一致？「")
    assert "『國家名勝古蹟信託』" in stems[0]


def test_two_sentences_that_date_one_event_differently_leave_its_date_unasked() -> None:
    document = read("格鲁吉亚于2008年8月29日宣布与俄罗斯断交。格鲁吉亚于2008年9月3日宣布与俄罗斯断交。")
    kinds = {question.type for question in write_questions(document)}
    assert not kinds & {QuestionType.DATE_CHOICE, QuestionType.DATE_ENTRY, QuestionType.TRUE_FALSE_UNSTATED}


def test_a_sentence_that_says_the_same_is_further_evidence() -> None:
    document = read("格鲁吉亚于2008年8月29日宣布与俄罗斯断交。\n\n2008年8月29日，格鲁吉亚宣布与俄罗斯断交。")
    entries = [item for item in write_questions(document) if item.type is QuestionType.DATE_ENTRY]
    assert len(entries) == 1
    assert len(entries[0].explanations) == 2


def test_what_never_happened_is_not_asked_for() -> None:
    document = read("The Berlin Games were never held in 1940. In 1936, Berlin hosted the Games.")
    dated = [item for item in write_questions(document) if item.type is QuestionType.DATE_ENTRY]
    assert {str(question.date) for question in dated} <= {"1936"}


def test_the_end_of_a_time_is_not_asked_for_as_its_date() -> None:
    document = read("格鲁吉亚军队直到2008年8月29日占领茨欣瓦利。")
    assert not [item for item in write_questions(document) if item.type is QuestionType.DATE_CHOICE]


def _chi_squared(places: Counter[str], names: str) -> float:
    expected = sum(places.values()) / len(names)
    return sum((places[name] - expected) ** 2 / expected for name in names)


def test_no_place_is_likelier_than_another_to_hold_the_key() -> None:
    fixed = (QuestionType.TRUE_FALSE_UNSTATED, QuestionType.PRECISION, QuestionType.EARLIER)
    types = [name for name in WRITABLE if name not in fixed]
    places: Counter[str] = Counter()
    for seed in range(60):
        bank = write_questions(_document("sample"), _found("sample"), seed=seed, types=types)
        places.update(item.right_ids[0] for item in bank if item.right_ids and len(item.options) == 4)
    assert sum(places.values()) > 1000
    assert _chi_squared(places, "abcd") < 11.34  # three degrees of freedom, one in a hundred


def test_the_earlier_event_stands_first_as_often_as_second() -> None:
    places: Counter[str] = Counter()
    for seed in range(120):
        bank = write_questions(_document("sample"), _found("sample"), seed=seed, types=[QuestionType.EARLIER])
        places.update(question.right_ids[0] for question in bank)
    assert _chi_squared(places, "ab") < 6.63


def test_each_answer_about_a_statement_is_right_now_and_then() -> None:
    verdicts: Counter[str] = Counter()
    for seed in range(60):
        kinds = [QuestionType.TRUE_FALSE_UNSTATED]
        bank = write_questions(_document("sample"), _found("sample"), seed=seed, types=kinds)
        verdicts.update(question.right_ids[0] for question in bank)
    assert all(verdicts[name] >= 0.15 * sum(verdicts.values()) for name in "abc")


@pytest.mark.parametrize(("name", "kind", "stem"), rows_of("questions_stems.md"))
def test_a_fact_is_asked_for_as_the_corpus_has_it(name: str, kind: str, stem: str) -> None:
    assert stem in {question.stem for question in _bank(name, 0) if question.type == kind}


@every_document
def test_what_is_said_of_a_wrong_date_is_true(name: str) -> None:
    for question in (question for question in _bank(name, 1) if question.type is QuestionType.DATE_CHOICE):
        said = _said(name, question)
        for option in question.options:
            dated = [fact for fact in _found(name) if said[option.text].contains(fact.date.value)]
            assert option.correct or bool(option.fact_id) is bool(dated)
            assert option.correct or not dated or option.fact_id in {fact.id for fact in dated}
