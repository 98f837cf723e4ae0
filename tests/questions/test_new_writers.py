"""What holds of questions on places, pairs, lengths of time, several events and precision, in every document."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from questions import (
    ChosenOptions,
    DateValue,
    Document,
    Fact,
    Granularity,
    MatchedOptions,
    Question,
    QuestionType,
    TimeUnit,
    TypedDate,
    find_facts,
    mark,
    read,
    say_date,
    write_questions,
)
from questions.proving import lengths_between
from questions.sample import sample_source
from questions.writers.places import lie_apart, may_be_meant

_CORPUS = Path(__file__).parent / "corpus"
_NAMES = ("sample", "hans", "hant", "en", "old")


@cache
def _document(name: str) -> Document:
    return read(sample_source() if name == "sample" else (_CORPUS / f"questions_article_{name}.txt").read_bytes())


@cache
def _facts(name: str) -> dict[str, Fact]:
    return {fact.id: fact for fact in find_facts(_document(name))}


def _bank(name: str, seed: int, *types: QuestionType | str) -> tuple[Question, ...]:
    return write_questions(_document(name), list(_facts(name).values()), seed=seed, types=types)


_KINDS = (
    QuestionType.WHERE_CHOICE,
    QuestionType.MATCHING,
    QuestionType.WHICH_OF,
    QuestionType.INTERVAL,
    QuestionType.PRECISION,
)


@cache
def _every() -> list[tuple[dict[str, Fact], Question]]:
    return [(_facts(name), question) for name in _NAMES for seed in range(4) for question in _bank(name, seed, *_KINDS)]


def _of(kind: QuestionType) -> list[tuple[dict[str, Fact], Question]]:
    found = [(facts, question) for facts, question in _every() if question.type is kind]
    assert found
    return found


def test_the_dates_to_match_are_of_one_granularity_and_overlap_nowhere() -> None:
    for facts, question in _of(QuestionType.MATCHING):
        values = [facts[name].date.value for name in question.fact_ids]
        assert 3 <= len(values) <= 5
        assert len({value.granularity for value in values}) == 1
        assert not any(first.overlaps(second) for first, second in combinations(values, 2))


def test_each_event_is_matched_with_its_own_date() -> None:
    for facts, question in _of(QuestionType.MATCHING):
        texts = {option.id: option.text for option in question.options}
        for item in question.items:
            value = facts[item.fact_id or ""].date.value
            assert texts[dict(question.pairs)[item.id]] == say_date(value, question.language)


def test_the_key_of_a_matching_question_earns_all_and_no_pair_earns_nothing() -> None:
    for _, question in _of(QuestionType.MATCHING):
        assert mark(question, MatchedOptions(pairs=question.pairs)).fraction == 1
        assert mark(question, MatchedOptions(pairs=())).fraction == 0


def test_of_several_events_the_right_ones_lie_wholly_apart_from_the_wrong_ones() -> None:
    for facts, question in _of(QuestionType.WHICH_OF):
        dated = [(option.correct, facts[option.fact_id or ""].date.value) for option in question.options]
        rights, wrongs = ([value for right, value in dated if right is wanted] for wanted in (True, False))
        assert len(rights) >= 2
        assert len(wrongs) >= 2
        assert not any(right.overlaps(wrong) for right in rights for wrong in wrongs)


def test_choosing_all_of_several_earns_nothing_and_the_key_everything() -> None:
    for _, question in _of(QuestionType.WHICH_OF):
        everything = tuple(option.id for option in question.options)
        assert mark(question, ChosenOptions(ids=everything)).fraction == 0
        assert mark(question, ChosenOptions(ids=question.right_ids)).fraction == 1


def test_a_length_of_time_is_what_both_dates_prove() -> None:
    for facts, question in _of(QuestionType.INTERVAL):
        first, second = (facts[name].date.value for name in question.fact_ids)
        assert question.duration in lengths_between(first, second)


@pytest.mark.parametrize(
    ("first", "second", "lengths"),
    [
        ("2008-08-26", "2008-08-29", {TimeUnit.DAY: 3, TimeUnit.MONTH: 0, TimeUnit.YEAR: 0}),
        ("2008-02-28", "2008-03-01", {TimeUnit.DAY: 2, TimeUnit.MONTH: 1, TimeUnit.YEAR: 0}),
        ("2008-09", "2009-06", {TimeUnit.MONTH: 9, TimeUnit.YEAR: 1}),
        ("2008-09-30", "2009-06", {TimeUnit.MONTH: 9, TimeUnit.YEAR: 1}),
        ("1998", "2001-05-04", {TimeUnit.YEAR: 3}),
        ("2001", "1998", {}),
        ("198X", "2001", {}),
        ("-0009", "0010", {}),
        ("1934/1961", "1970", {}),
    ],
)
def test_a_length_of_time_is_no_finer_than_the_coarser_date(
    first: str, second: str, lengths: dict[TimeUnit, int]
) -> None:
    found = lengths_between(DateValue(first), DateValue(second))
    assert {length.unit: length.number for length in found} == lengths


def test_how_precisely_the_source_dates_something_is_the_granularity_of_its_date() -> None:
    levels = (Granularity.DAY, Granularity.MONTH, Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)
    for facts, question in _of(QuestionType.PRECISION):
        level = facts[question.fact_ids[0]].date.value.granularity
        place = [option.correct for option in question.options].index(True)
        assert place == levels.index(level) - (1 if level is Granularity.CENTURY else 0)


def test_a_place_to_choose_neither_holds_nor_lies_in_another() -> None:
    document = read(
        "1950年，周明在上海创办了剧社。1952年，剧社前往北京演出。1954年，剧社前往广州演出。"
        "1956年，周明访问武汉。1958年，周明回到天津。"
    )
    asked = [item for item in write_questions(document) if item.type is QuestionType.WHERE_CHOICE]
    assert asked
    for question in asked:
        assert len({option.text for option in question.options} & {"上海", "北京", "广州", "武汉", "天津"}) >= 3
        assert not any(option.text in question.stem for option in question.options)


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("伦敦", "巴黎", True),
        ("法国", "日本", True),
        ("London", "New York", False),
        ("中国", "香港", False),
        ("格鲁吉亚", "南奥塞梯", False),
        ("俄罗斯", "苏联", False),
        ("巴黎", "法国", False),
        ("France", "Japan", True),
        ("某地", "巴黎", False),
    ],
)
def test_only_places_that_are_known_to_lie_apart_stand_beside_each_other(
    first: str, second: str, *, apart: bool
) -> None:
    assert lie_apart(first, second) is apart
    assert not (apart and may_be_meant(first, second))


def test_a_finer_date_than_the_source_s_is_never_worth_more() -> None:
    for name in _NAMES:
        for question in _bank(name, 1, "date-entry"):
            assert question.date is not None
            earliest = question.date.earliest
            assert earliest is not None
            exact = TypedDate(value=DateValue.of(*earliest))
            assert mark(question, exact).fraction <= mark(question, TypedDate(value=question.date)).fraction == 1


def test_the_key_among_events_is_neither_the_longest_nor_the_shortest_more_often_than_chance_has_it() -> None:
    ranks: Counter[str] = Counter()
    for name in _NAMES:
        for seed in range(6):
            for question in _bank(name, seed, "event-choice"):
                lengths = sorted(len(option.text) for option in question.options if not option.correct)
                key = next(len(option.text) for option in question.options if option.correct)
                ranks["longest" if key > lengths[-1] else "shortest" if key < lengths[0] else "between"] += 1
    assert ranks["longest"] <= 0.4 * sum(ranks.values())
    assert ranks["shortest"] <= 0.4 * sum(ranks.values())
