"""Reference lists, and their entries row by row."""

import pytest

from questions.references import read_reference, reference_list
from tests.questions.tables import rows_of


@pytest.mark.parametrize("row", rows_of("references.md"), ids=lambda row: str(row[0])[:40])
def test_an_entry_has_the_fields_of_its_row(row: tuple[str, ...]) -> None:
    entry = read_reference(number=1, text=row[0])
    dates = [None if date is None else str(date) for date in (entry.issued, entry.accessed, entry.archived)]
    found = [entry.author, entry.title, entry.place, entry.publisher, *dates]
    assert [field or "-" for field in found] == list(row[1:])


def test_a_back_linked_list_is_cut_off_the_body() -> None:
    text = "正文[1]。\n\n  1. ^ Title. Publisher. 2008-08-26.\n  2. ^ a b Other.\n"
    found = reference_list(text)
    assert text[: found.start].strip() == "正文[1]。"
    assert [(entry.number, entry.title) for entry in found.entries] == [(1, "Title"), (2, "Other")]
    assert all(text[entry.start : entry.end] == entry.text for entry in found.entries)


def test_a_numbered_list_below_a_heading_is_a_reference_list() -> None:
    text = "It began in 2008.[1]\n\nReferences\n1. Title. Publisher. 2008-08-26.\n[2] Other.\n"
    found = reference_list(text)
    assert text[found.start :].startswith("References")
    assert [entry.number for entry in found.entries] == [1, 2]


def test_numbered_lines_without_a_heading_are_text() -> None:
    text = "Three things happened:\n1. Rome fell in 476.\n2. Paris rose in 1789.\n"
    assert reference_list(text).start == len(text)


def test_an_impossible_date_is_no_field() -> None:
    assert read_reference(number=1, text="Title. 2008-02-31 [2008-13-01].").accessed is None
