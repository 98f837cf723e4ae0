"""A typed date is read in every usual form, and never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import questions
from tests.questions.tables import rows_of


@pytest.mark.parametrize(("typed", "value"), rows_of("dates_typed.md"))
def test_a_typed_date_is_read_as_the_corpus_has_it(typed: str, value: str) -> None:
    if value != "—":
        assert str(questions.read_date(typed)) == value
        return
    with pytest.raises(ValueError, match=r"\.$"):
        questions.read_date(typed)


@pytest.mark.parametrize("language", list(questions.Language))
@given(st.dates())
def test_a_day_is_read_back_as_it_is_said(language: questions.Language, day: object) -> None:
    value = questions.DateValue(str(day))
    if value.earliest is not None and value.earliest.year >= 1000:
        assert questions.read_date(questions.say_date(value, language)) == value


@given(st.text(max_size=150))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    try:
        value = questions.read_date(text)
    except ValueError:
        return
    assert questions.DateValue(str(value)) == value


_NUMBERS = [("3", 3), (" 3 ", 3), ("3天", 3), ("三十一天", 31), ("12個月", 12), ("1,200 days", 1200), ("2.5", 2.5)]


@pytest.mark.parametrize(("typed", "number"), _NUMBERS)
def test_a_number_is_read_with_or_without_its_unit(typed: str, number: float) -> None:
    assert questions.read_number(typed) == number


@pytest.mark.parametrize("typed", ["", "about 3", "3-4", "1,20", "soon"])
def test_what_is_no_number_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="A number is needed"):
        questions.read_number(typed)
