"""Where dates stand on the ruler of years."""

from __future__ import annotations

import pytest

from questions.dates import DateValue
from quizapp.documents.timeline import Mark, Ruler, Shape, ruler_of


def ruler(*dates: str) -> Ruler:
    found = ruler_of([DateValue(date) for date in dates])
    assert found is not None
    return found


def years(found: Ruler) -> list[str]:
    return [tick.year for tick in found.ticks if tick.year is not None]


def test_no_dates_need_no_ruler() -> None:
    assert ruler_of([]) is None


@pytest.mark.parametrize(
    ("date", "shape"),
    [
        ("2008-08-26", Shape.DOT),
        ("2008-09", Shape.SHORT),
        ("2008-23", Shape.SHORT),
        ("2008", Shape.LONG),
        ("198X", Shape.LONG),
        ("18XX", Shape.LONG),
        ("2004/2006", Shape.RANGE),
        ("1994/..", Shape.RANGE),
    ],
)
def test_the_less_exact_a_date_the_longer_it_is_drawn(date: str, shape: Shape) -> None:
    assert ruler(date).marks[0].shape is shape


def test_a_year_a_month_and_a_day_stand_where_they_lie_in_the_year() -> None:
    found = ruler("2009", "2009-07", "2009-12-31")
    assert found.marks == (
        Mark(shape=Shape.LONG, x=0.0, width=1000.0, lane=0),
        Mark(shape=Shape.SHORT, x=495.9, width=84.9, lane=1),
        Mark(shape=Shape.DOT, x=990.0, width=10.0, lane=1),
    )
    assert found.lanes == 2


def test_marks_keep_the_order_in_which_the_dates_were_given() -> None:
    assert [mark.x for mark in ruler("2009", "2007", "2008").marks] == [666.7, 0.0, 333.3]


def test_marks_that_would_touch_stand_in_lanes_of_their_own() -> None:
    assert [mark.lane for mark in ruler("2008-08-26", "2008-08-26", "2008-08-27", "2008-12").marks] == [0, 1, 2, 0]


def test_a_range_that_is_open_reaches_the_end_of_the_ruler() -> None:
    found = ruler("1990", "1994/..", "../1992")
    assert years(found) == ["1989", "1990", "1991", "1992", "1993", "1994", "1995"]
    assert [(mark.x, mark.width) for mark in found.marks] == [(166.7, 166.7), (833.3, 166.7), (0, 666.7)]


def test_a_short_ruler_shows_months_and_a_long_one_does_not() -> None:
    assert len(ruler("2008").ticks) == 2 + 11
    assert len(ruler("2001", "2010").ticks) == 11


def test_a_long_ruler_counts_in_round_years() -> None:
    assert years(ruler("1368", "1644")) == ["1400", "1450", "1500", "1550", "1600"]


def test_before_christ_people_count_round_years_too() -> None:
    assert years(ruler("-0499", "0476"))[:6] == ["-0499", "-0399", "-0299", "-0199", "-0099", "0100"]


@pytest.mark.parametrize("date", ["9999", "-9999", "9999-12-31", "9999/..", "../-9999"])
def test_the_ends_of_the_calendar_have_a_ruler(date: str) -> None:
    assert len(ruler(date).marks) == 1


@pytest.mark.parametrize("dates", [["2008", "2008-08-26", "1999/2001"], ["-0220", "2008-08-26"], ["1994/..", "1990"]])
def test_every_mark_lies_on_the_ruler(dates: list[str]) -> None:
    for mark in ruler(*dates).marks:
        assert 0 <= mark.x <= mark.x + mark.width <= 1000
