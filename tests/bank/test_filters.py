"""Filters of the bank: difficulty, author, tag, and the dates of facts."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from questions.dates import DateValue
from quizapp.bank.days import Span, span_of
from quizapp.bank.listing import Author, Difficulty, Filters, authors, bank_page
from quizapp.bank.tagging import add_tag, all_tags, remove_tag, tags_of
from quizapp.bank.views import keep_marks
from quizapp.errors import WrongField
from tests.bank.conftest import Desk
from tests.conftest import Sample


def ids(filters: Filters) -> set[int]:
    return {entry.id for entry in bank_page(filters).entries}


@pytest.mark.parametrize(
    ("dates", "span"),
    [
        (["2008-08-26"], (20080826, 20080826)),
        (["2008"], (20080101, 20081231)),
        (["2008-02", "2004/2006"], (20040101, 20080229)),
        (["-0220-05-01"], (-2199499, -2199499)),
        (["1994/.."], (19940101, 99999999)),
    ],
)
def test_dates_run_from_their_first_to_their_last_day(dates: list[str], span: tuple[int, int]) -> None:
    assert span_of(dates) == Span(earliest=span[0], latest=span[1])
    assert span_of([]) is None


def test_days_before_christ_are_in_order() -> None:
    days = [span_of([date]) for date in ("-0220-01-01", "-0220-12-31", "-0219-01-01", "0000-01-01", "0001-01-01")]
    numbers = [span.earliest for span in days if span is not None]
    assert numbers == sorted(numbers)
    assert len(numbers) == 5


def test_questions_are_filtered_by_the_dates_of_their_facts(desk: Desk, sample: Sample) -> None:
    late = bank_page(Filters(since=DateValue("2009"))).entries
    assert late
    assert all(any(date >= "2009" for date in entry.dates) for entry in late)
    whole = bank_page(Filters(since=DateValue("2008-08-26"), until=DateValue("2008-08-26"))).entries
    assert {"2008", "2008-08-26"} <= {date for entry in whole for date in entry.dates}
    assert ids(Filters(until=DateValue("2007"))) == set()
    undated = desk.add()
    assert undated not in ids(Filters(since=DateValue("1000")))


def test_questions_are_filtered_by_difficulty_and_author(desk: Desk, sample: Sample) -> None:
    parts = [bank_page(Filters(difficulty=difficulty)) for difficulty in Difficulty]
    assert sum(part.total for part in parts) == len(sample.question_ids)
    assert all(0.35 < entry.difficulty <= 0.65 for entry in parts[1].entries)
    assert bank_page(Filters(author_id=desk.person_id)).total == len(sample.question_ids)
    assert bank_page(Filters(author_id=99)).total == 0
    assert authors() == (Author(id=desk.person_id, name="Lin Laoshi"),)


def test_a_tag_puts_questions_together_until_nothing_has_it(desk: Desk) -> None:
    first, second, third = desk.add(), desk.add(), desk.add()
    assert add_tag(question_ids=[first, second, 99], name=" final  exam ") == 2
    assert add_tag(question_ids=[second, third], name="final exam") == 1
    assert ids(Filters(tag="final exam")) == {first, second, third}
    assert tags_of([first]) == {first: ("final exam",)}
    assert remove_tag(question_ids=[first, second, third], name="final exam") == 3
    assert (all_tags(), ids(Filters(tag="final exam"))) == ((), set())
    assert remove_tag(question_ids=[first], name="final exam") == 0


@pytest.mark.parametrize("name", ["", "  ", "x" * 41])
def test_a_tag_is_a_short_word(desk: Desk, name: str) -> None:
    with pytest.raises(WrongField) as refused:
        add_tag(question_ids=[desk.add()], name=name)
    assert refused.value.field == "tag"


def test_no_line_of_the_sentence_begins_with_a_comma() -> None:
    sentence = Markup('to <input name="until">, of <select name="a"><option>b, c</select>\uff0c by <select></select>')
    assert keep_marks(sentence) == Markup(
        'to <span><input name="until">,</span> of '
        '<span><select name="a"><option>b, c</select>\uff0c</span> by <select></select>'
    )
