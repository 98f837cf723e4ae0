"""Reference lists, and their entries row by row."""

import pytest

from questions.reference_lists import reference_list
from questions.references import read_reference
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


def test_back_links_without_numbers_are_numbered_as_they_stand() -> None:
    text = (
        "申報創刊[1]。\n\n參見[編輯]\n某報\n\n註釋與參考文獻[編輯]\n^ 1.0 1.1 某報. 某館. 2001-02-03.\n"
        "^ 跳转至: 2.0 2.1 乙. 丙. 2002.\n^ 《丁》，1923年\n\n分类:1938年创建\n"
    )
    found = reference_list(text)
    assert text[: found.start] == "申報創刊[1]。\n\n"
    assert [(entry.number, entry.title) for entry in found.entries] == [(1, "某報"), (2, "乙"), (3, "《丁》")]


def test_back_linked_notes_are_neither_references_nor_text() -> None:
    text = "It fell.[1][a]\n\nNotes\n^ Proper, on August 1, 1904.\n\nReferences\n^ Jump up to: a b One. Press. 2001.\n"
    found = reference_list(text)
    assert text[: found.start] == "It fell.[1][a]\n\n"
    assert [(entry.number, entry.text) for entry in found.entries] == [(1, "One. Press. 2001.")]


def test_bare_lines_below_a_heading_are_numbered_where_the_markers_allow_it() -> None:
    text = (
        "It rose.[1] It fell.[2]\n\nReferences\n One. Press. 2001.\n Two. Press. 2002.\n\nCategories: Clubs of 1909\n"
    )
    assert [(entry.number, entry.title) for entry in reference_list(text).entries] == [(1, "One"), (2, "Two")]
    assert reference_list(text.replace("[2]", "[3]")).entries == ()


def test_an_appendix_holds_no_sentences() -> None:
    text = "It rose.[1]\n\nSee also\nThe war began in 1904. It was long.\n\nReferences\n1. One. Press. 2001.\n"
    assert text[reference_list(text).start :].startswith("References")


def test_the_foot_of_a_page_is_no_text() -> None:
    text = "It rose in 1904.\n\nThis page was last edited on 3 May 2024, at 10:41 (UTC).\n"
    assert text[reference_list(text).start :].startswith("This page")
