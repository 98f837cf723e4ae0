"""What responses are worth, and how the arithmetic is explained."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions import (
    ChosenOptions,
    DateValue,
    Duration,
    Language,
    MatchedOptions,
    Option,
    OrderedOptions,
    Question,
    QuestionType,
    TimeUnit,
    TypedDate,
    TypedNumber,
    explain_mark,
    mark,
)


def _entry(edtf: str) -> Question:
    return Question(
        id="q", type=QuestionType.DATE_ENTRY, language=Language.SIMPLIFIED, stem="何时？", date=DateValue(edtf)
    )


def _order(*groups: tuple[str, ...]) -> Question:
    names = sorted(name for group in groups for name in group)
    return Question(
        id="q",
        type=QuestionType.CHRONOLOGY,
        language=Language.SIMPLIFIED,
        stem="请排序：",
        options=tuple(Option(id=name, text=f"事件{name}") for name in names),
        order=groups,
    )


def _choice() -> Question:
    options = tuple(Option(id=name, text=f"选项{name}", correct=name == "b") for name in "abc")
    return Question(id="q", type=QuestionType.DATE_CHOICE, language=Language.SIMPLIFIED, stem="何时？", options=options)


@pytest.mark.parametrize(("ids", "worth"), [(("b",), 1), (("a",), 0), ((), 0)])
def test_a_choice_is_right_or_not(ids: tuple[str, ...], worth: int) -> None:
    assert mark(_choice(), ChosenOptions(ids=ids)).fraction == worth


@pytest.mark.parametrize(
    ("source", "given_date", "worth"),
    [
        ("2008-08-26", "2008-08-26", Fraction(1)),
        ("2008-08-26", "2008-08-25", Fraction(3, 4)),
        ("2008-08-26", "2008-08", Fraction(3, 4)),
        ("2008-08-26", "2008-09-26", Fraction(1, 2)),
        ("2008-08-26", "2008", Fraction(1, 2)),
        ("2008-08-26", "2007-08-26", Fraction(0)),
        ("2008-08-26", "200X", Fraction(0)),
        ("2008-09", "2008-09", Fraction(1)),
        ("2008-09", "2008-09-17", Fraction(1)),
        ("2008-09", "2008-10", Fraction(2, 3)),
        ("2008-09", "2008", Fraction(2, 3)),
        ("2008-09", "2009-09", Fraction(0)),
        ("2008", "2008", Fraction(1)),
        ("2008", "2008-03-01", Fraction(1)),
        ("2008", "2009", Fraction(0)),
        ("1918-23", "1918-10", Fraction(1)),
        ("1918-23", "1918", Fraction(2, 3)),
        ("1918-24", "1919-01", Fraction(1)),
        ("198X", "1984", Fraction(1)),
        ("198X", "1990", Fraction(0)),
        ("18XX", "186X", Fraction(1)),
        ("1750~", "1750", Fraction(1)),
        ("-0220", "-0220", Fraction(1)),
        ("2004/2006", "2004/2006", Fraction(1)),
        ("2004/2006", "2004/2007", Fraction(1, 2)),
        ("2004/2006", "2004", Fraction(1, 2)),
        ("2006-05-11/2006-05-13", "2006-05", Fraction(3, 4)),
        ("1994/..", "1994", Fraction(1)),
        ("1994/..", "../1994", Fraction(0)),
        ("../2010", "2010", Fraction(1)),
    ],
)
def test_a_typed_date_earns_what_it_shares_with_the_source(source: str, given_date: str, worth: Fraction) -> None:
    assert mark(_entry(source), TypedDate(value=DateValue(given_date))).fraction == worth


_YEARS = st.integers(2000, 2012)
_MONTHS = st.integers(1, 12)
_DAYS = st.integers(1, 28)
_DATES = st.one_of(
    _YEARS.map(lambda year: DateValue.of(year)),
    st.builds(lambda year, month: DateValue.of(year, month), _YEARS, _MONTHS),
    st.builds(lambda year, month, day: DateValue.of(year, month, day), _YEARS, _MONTHS, _DAYS),
    st.sampled_from([DateValue(text) for text in ("200X", "20XX", "2004/2006", "1994/..", "../2010", "2008-24")]),
)


@given(_DATES, _DATES)
def test_a_mark_lies_between_nothing_and_everything(source: DateValue, answer: DateValue) -> None:
    assert 0 <= mark(_entry(str(source)), TypedDate(value=answer)).fraction <= 1


@given(_DATES)
def test_the_source_s_own_date_earns_the_full_mark(source: DateValue) -> None:
    assert mark(_entry(str(source)), TypedDate(value=source)).fraction == 1


@given(_DATES, _YEARS, _MONTHS, _DAYS)
def test_precision_beyond_the_source_is_never_rewarded(source: DateValue, year: int, month: int, day: int) -> None:
    if source.is_interval or source.granularity.name not in ("YEAR", "MONTH"):
        return
    exact = DateValue.of(year, month, day)
    worth = mark(_entry(str(source)), TypedDate(value=exact)).fraction
    assert worth == mark(_entry(str(source)), TypedDate(value=exact.at(source.granularity))).fraction


def test_an_order_earns_the_share_of_its_proved_pairs() -> None:
    question = _order(("a",), ("b",), ("c",))
    assert mark(question, OrderedOptions(ids=("a", "c", "b"))).fraction == Fraction(2, 3)
    assert mark(question, OrderedOptions(ids=("c", "b", "a"))).fraction == 0
    assert mark(question, OrderedOptions(ids=("a", "b"))).fraction == Fraction(1, 3)
    assert mark(question, OrderedOptions(ids=())).fraction == 0


@given(st.permutations("abcd"))
def test_ties_are_never_penalised(ids: list[str]) -> None:
    question = _order(("a",), ("b", "c"), ("d",))
    swapped = [{"b": "c", "c": "b"}.get(name, name) for name in ids]
    first, second = (mark(question, OrderedOptions(ids=tuple(order))).fraction for order in (ids, swapped))
    assert first == second


def test_an_order_of_nothing_but_ties_is_always_right() -> None:
    question = _order(("a", "b", "c"))
    assert {mark(question, OrderedOptions(ids=order)).fraction for order in permutations("abc")} == {Fraction(1)}


@pytest.mark.parametrize(
    ("question", "response", "sentence"),
    [
        (_choice(), ChosenOptions(ids=("z",)), "no option 'z'"),
        (_choice(), ChosenOptions(ids=("a", "b")), "Only one option"),
        (_order(("a",), ("b",)), OrderedOptions(ids=("a", "a")), "only once"),
        (_order(("a",), ("b",)), ChosenOptions(ids=("a",)), "does not fit"),
        (_entry("2008"), ChosenOptions(ids=()), "does not fit"),
    ],
)
def test_a_response_that_does_not_fit_is_refused_with_a_sentence(
    question: Question, response: ChosenOptions | OrderedOptions, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        mark(question, response)


@pytest.mark.parametrize(
    ("source", "answer", "sentences"),
    [
        (
            "2008-09",
            "2008-09-17",
            (
                "来源只写到月份，因此按月评分：年份正确得2/3分，年份和月份都正确得1分。",
                "所答日期正确到月份，得1分。",
                "所答日期比来源更精确；多出的部分既不要求，也不加分。",
            ),
        ),
        (
            "2008-08-26",
            "2008-08-29",
            (
                "来源写到日：年份正确得1/2分，年份和月份正确得3/4分，年月日都正确得1分。",
                "所答日期正确到月份，得3/4分。",
            ),
        ),
        ("2008", "2010", ("来源只写到年份，因此按年评分：年份正确得1分。", "所答日期与来源不符，得0分。")),
        (
            "2004/2006",
            "2004",
            (
                "开始日期：来源只写到年份，因此按年评分：年份正确得1分。",
                "开始日期：所答日期正确到年份，得1分。",
                "结束日期：来源只写到年份，因此按年评分：年份正确得1分。",
                "结束日期：所答日期与来源不符，得0分。",
                "合计取平均值：得1/2分。",
            ),
        ),
    ],
)
def test_the_arithmetic_of_a_date_is_told_in_sentences(source: str, answer: str, sentences: tuple[str, ...]) -> None:
    outcome = mark(_entry(source), TypedDate(value=DateValue(answer)))
    assert explain_mark(outcome, Language.SIMPLIFIED) == sentences


def test_the_arithmetic_of_an_order_names_its_ties() -> None:
    outcome = mark(_order(("a",), ("b", "c")), OrderedOptions(ids=("b", "a", "c")))
    assert explain_mark(outcome, Language.ENGLISH) == (
        "The source proves the order of 2 pairs of events; 1 of them stand in that order: 1/2.",
        "The source leaves open the order of 1 further pairs; any order of these is accepted.",
    )
    assert explain_mark(outcome, Language.SIMPLIFIED) == (
        "来源能够证明先后的事件共2对，排对了1对，得1/2分。",
        "另有1对事件的先后，来源无法证明，怎样排列都不扣分。",
    )


@pytest.mark.parametrize("language", Language)
def test_a_choice_is_explained_in_every_language(language: Language) -> None:
    responses = [ChosenOptions(ids=ids) for ids in ((), ("a",), ("b",))]
    sentences = [explain_mark(mark(_choice(), response), language) for response in responses]
    assert len(set(sentences)) == 3


def _which_of() -> Question:
    options = tuple(Option(id=name, text=f"事件{name}", correct=name in "ab") for name in "abcde")
    return Question(id="q", type=QuestionType.WHICH_OF, language=Language.SIMPLIFIED, stem="有哪些？", options=options)


@pytest.mark.parametrize(
    ("ids", "worth"),
    [
        ("ab", Fraction(1)),
        ("a", Fraction(1, 2)),
        ("abc", Fraction(2, 3)),
        ("ac", Fraction(1, 6)),
        ("cde", Fraction(0)),
        ("abcde", Fraction(0)),
        ("", Fraction(0)),
    ],
)
def test_of_several_each_wrong_one_takes_its_share_of_the_wrong_ones(ids: str, worth: Fraction) -> None:
    assert mark(_which_of(), ChosenOptions(ids=tuple(ids))).fraction == worth


@given(st.sets(st.sampled_from("abcde")))
def test_of_several_no_choice_is_worth_less_than_nothing_or_more_than_all(ids: set[str]) -> None:
    worth = mark(_which_of(), ChosenOptions(ids=tuple(sorted(ids)))).fraction
    assert 0 <= worth <= 1
    assert (worth == 1) is (ids == {"a", "b"})


def _matching() -> Question:
    options = tuple(Option(id=name, text=f"选项{name}") for name in "abcxyz")
    pairs = (("a", "y"), ("b", "x"), ("c", "z"))
    shared: dict[str, Any] = {"id": "q", "language": Language.SIMPLIFIED, "stem": "请配对？"}
    return Question(type=QuestionType.MATCHING, options=options, pairs=pairs, **shared)


@pytest.mark.parametrize(
    ("pairs", "worth"),
    [
        ((("a", "y"), ("b", "x"), ("c", "z")), Fraction(1)),
        ((("a", "y"), ("b", "z"), ("c", "z")), Fraction(2, 3)),
        ((("c", "z"),), Fraction(1, 3)),
        ((), Fraction(0)),
    ],
)
def test_matching_earns_a_share_for_each_pair(pairs: tuple[tuple[str, str], ...], worth: Fraction) -> None:
    assert mark(_matching(), MatchedOptions(pairs=pairs)).fraction == worth


@pytest.mark.parametrize("pairs", [(("x", "a"),), (("a", "b"),), (("a", "x"), ("a", "y"))])
def test_a_pair_that_the_question_does_not_have_is_refused(pairs: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(ValueError, match="match"):
        mark(_matching(), MatchedOptions(pairs=pairs))


def _interval() -> Question:
    shared: dict[str, Any] = {"id": "q", "language": Language.SIMPLIFIED, "stem": "相隔多少天？"}
    return Question(type=QuestionType.INTERVAL, duration=Duration(number=3, unit=TimeUnit.DAY), **shared)


@pytest.mark.parametrize(("number", "worth"), [("3", 1), ("4", 0), ("3.0", 1), ("2.5", 0)])
def test_a_length_of_time_is_right_or_not(number: str, worth: int) -> None:
    assert mark(_interval(), TypedNumber(value=Fraction(number))).fraction == worth


def test_the_new_parts_are_explained() -> None:
    several = mark(_which_of(), ChosenOptions(ids=("a", "c")))
    matched = mark(_matching(), MatchedOptions(pairs=(("c", "z"),)))
    length = mark(_interval(), TypedNumber(value=Fraction(4)))
    assert explain_mark(several, Language.ENGLISH) == (
        "1 of the 2 right options and 1 of the 3 wrong ones are chosen: 1/2 − 1/3, and never below 0: 1/6.",
    )
    assert explain_mark(matched, Language.SIMPLIFIED) == ("共3项，配对正确1项，得1/3分。",)
    assert explain_mark(length, Language.TRADITIONAL) == (
        "按來源的日期計算，相差3天。",
        "所答數字是4，與此不符，得0分。",
    )
