"""Wrong dates and numbers: of the key's form, near it, and apart from all that would be right."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.dates import DateValue, Day
from questions.distractors import date_distractors, number_distractors, number_of

_KEYS = st.one_of(
    st.integers(-500, 2030).map(lambda year: DateValue.of(year)),
    st.builds(lambda year, month: DateValue.of(year, month), st.integers(-500, 2030), st.integers(1, 12)),
    st.builds(
        lambda year, month, day: DateValue.of(year, month, day),
        st.integers(-500, 2030),
        st.integers(1, 12),
        st.integers(1, 28),
    ),
    st.sampled_from([DateValue(text) for text in ("186X", "-021X", "18XX", "-02XX", "1918-23", "1934/1961")]),
)
_OTHERS = st.lists(_KEYS, max_size=6)
_SEEDS = st.integers(0, 1000)


def _rng(seed: int) -> Random:
    return Random(seed)  # noqa: S311


@given(_KEYS, _OTHERS, _OTHERS, _SEEDS)
def test_wrong_dates_overlap_neither_the_key_nor_each_other_nor_what_is_to_be_avoided(
    key: DateValue, others: list[DateValue], avoid: list[DateValue], seed: int
) -> None:
    wrong = date_distractors(key, others=others, avoid=avoid, latest=None, rng=_rng(seed))
    assert not any(first.overlaps(second) for first, second in combinations([key, *wrong], 2))
    assert not any(value.overlaps(avoided) for value in wrong for avoided in avoid)


@given(_KEYS, _OTHERS, _SEEDS)
def test_wrong_dates_are_of_the_key_s_form_and_ascend(key: DateValue, others: list[DateValue], seed: int) -> None:
    wrong = date_distractors(key, others=others, avoid=[], latest=None, rng=_rng(seed))
    assert len(wrong) == 3
    assert {value.granularity for value in wrong} == {key.granularity}
    assert {value.is_interval for value in wrong} == {key.is_interval}
    assert list(wrong) == sorted(wrong, key=lambda value: value.earliest or ())


def test_dates_of_the_document_come_before_made_up_ones() -> None:
    others = [DateValue(text) for text in ("2008-08-29", "2008-08-08", "2008-09", "2008-08-12")]
    wrong = date_distractors(DateValue("2008-08-26"), others=others, avoid=[], latest=None, rng=_rng(4))
    assert {"2008-08-08", "2008-08-12", "2008-08-29"} & {str(value) for value in wrong}
    assert "2008-09" not in {str(value) for value in wrong}


@given(_SEEDS)
def test_no_wrong_date_lies_after_what_the_document_can_know(seed: int) -> None:
    wrong = date_distractors(
        DateValue("2009-08"), others=[], avoid=[], latest=Day(2009, 8, 31), rng=_rng(seed), count=3
    )
    assert len(wrong) == 3
    assert all(value.is_before(DateValue("2009-08")) for value in wrong)


@pytest.mark.parametrize("numeral", ["3700", "12", "3", "1,250", "3.5", "214,000", "49736", "三", "七"])
@given(seed=_SEEDS)
def test_wrong_numbers_are_written_like_the_key(numeral: str, seed: int) -> None:
    wrong = number_distractors(numeral, avoid=[], rng=_rng(seed))
    assert len(wrong) == 3
    assert {len(text) for text in wrong} == {len(numeral)}
    assert {"," in text for text in wrong} == {"," in numeral}
    assert numeral not in wrong
    assert list(wrong) == sorted(wrong, key=number_of)


def test_wrong_numbers_are_as_round_as_the_key() -> None:
    wrong = number_distractors("3700", avoid=[], rng=_rng(1))
    assert all(text.endswith("00") and not text.endswith("000") for text in wrong)


def test_a_number_of_the_text_is_never_a_wrong_answer() -> None:
    avoid = [f"{number}00" for number in range(10, 99) if number % 2]
    wrong = number_distractors("3700", avoid=avoid, rng=_rng(1))
    assert wrong
    assert not set(wrong) & set(avoid)


def test_a_share_stays_within_the_whole() -> None:
    wrong = number_distractors("92", avoid=[], rng=_rng(2), limit=100)
    assert all(number_of(text) <= 100 for text in wrong)


@pytest.mark.parametrize("numeral", ["0", "一百", "2008-09", ""])
def test_a_numeral_of_another_form_has_no_wrong_answers(numeral: str) -> None:
    assert number_distractors(numeral, avoid=[], rng=_rng(0)) == ()
