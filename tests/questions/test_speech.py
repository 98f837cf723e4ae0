"""Dates are said at exactly the precision of their values."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.dates import DateValue
from questions.document import Language
from questions.speech import say_date, say_when

_CORPUS = Path(__file__).parent / "corpus" / "questions_dates_said.md"


def _rows() -> list[list[str]]:
    lines = [line for line in _CORPUS.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize(("edtf", "simplified", "traditional", "english"), _rows())
def test_a_date_is_said_as_the_corpus_has_it(edtf: str, simplified: str, traditional: str, english: str) -> None:
    value = DateValue(edtf)
    said = (
        say_date(value, Language.SIMPLIFIED),
        say_date(value, Language.TRADITIONAL),
        say_date(value, Language.ENGLISH),
    )
    assert said == (simplified, traditional, english)


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2008-08-26", "on 26 August 2008"),
        ("2008-09", "in September 2008"),
        ("198X", "in the 1980s"),
        ("1934/1961", "from 1934 to 1961"),
        ("1994/..", "since 1994"),
    ],
)
def test_an_english_date_stands_in_a_sentence_with_its_preposition(edtf: str, said: str) -> None:
    assert say_when(DateValue(edtf), Language.ENGLISH) == said


@given(st.integers(-3000, 9999), st.integers(1, 12), st.integers(1, 28), st.sampled_from(Language))
def test_dates_that_differ_are_said_differently(year: int, month: int, day: int, language: Language) -> None:
    values = [
        DateValue.of(year),
        DateValue.of(year, month),
        DateValue.of(year, month, day),
        DateValue.of(year, month, day + 1 if day < 28 else 1),
    ]
    assert len({say_date(value, language) for value in values}) == len(values)
