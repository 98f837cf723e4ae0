"""CSV: for spreadsheets that compute, and from teachers who type."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from questions import DateValue, QuestionType
from questions.exchange import Fault, Field, Format, Item, LeftOut, Loss, UnreadableFile, Wrong, read, write
from questions.exchange.csv import neutralised, original
from tests.questions.exchange.bank import BANK, NASTY_TEXTS, nasty_items

GOLDEN = Path(__file__).parent / "golden"
DANGEROUS = "=+-@\t\r＝＋－＠"


def test_the_file_looks_as_it_did() -> None:
    assert write(BANK[:7], format=Format.CSV).content == (GOLDEN / "bank.csv").read_bytes()


@given(text=st.one_of(NASTY_TEXTS, st.text("'\"=+-@ \t\rx＝", max_size=8), st.text()))
@example(text="'=1")
@example(text="''=1")
@example(text="-0220")
def test_a_formula_is_neutralised_and_comes_back(text: str) -> None:
    cell = neutralised(text)
    assert cell.lstrip(" \"'\u3000“”")[:1] not in tuple(DANGEROUS) or cell.startswith("'")
    assert original(cell) == text


@settings(max_examples=30, deadline=None)
@given(item=nasty_items())
def test_no_cell_begins_as_a_formula(item: Item) -> None:
    rows = csv.reader(io.StringIO(write([item], format=Format.CSV).content.decode("utf-8-sig"), newline=""))
    assert [
        cell for row in rows for cell in row if cell.strip(' "\u3000“”')[:1] in tuple(DANGEROUS) and cell.strip()
    ] == []


def test_figures_are_left_alone() -> None:
    rows = list(csv.DictReader(io.StringIO(write(BANK[:1], format=Format.CSV).content.decode("utf-8-sig"), newline="")))
    assert rows[0]["difficulty"] == "0.4"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_teacher_s_table_is_read(separator: str, encoding: str) -> None:
    rows = [
        ["题干", "选项A", "选项B", "选项C", "答案", "解析", "题型"],
        ["首都是哪里？", "第比利斯", "哥里", "", "A", "见“地图集”。", "单选题"],
        ["哪些发生在2008年？", "停火", "断交", "条约失效", "AB", "", "多选题"],
        ["何时断交？", "", "", "", "2008年8月29日", "", ""],
    ]
    text = "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in rows)
    one, two, three = read(text.encode(encoding)).items
    assert (one.question.type, one.question.right_ids, one.remark) == (
        QuestionType.SINGLE_CHOICE,
        ("a",),
        "见“地图集”。",
    )
    assert (two.question.type, two.question.right_ids) == (QuestionType.WHICH_OF, ("a", "b"))
    assert three.question.date == DateValue("2008-08-29")


def test_a_bad_row_is_named_by_line_and_field_and_the_others_are_kept() -> None:
    text = 'stem,option_1,option_2,answer,type\nA?,1,2,c,\n"B\n?",1,2,2,\n,1,2,a,\nD?,1,2,,\nE?,1,2,a,riddle\n'
    imported = read(text.encode())
    assert [item.question.stem for item in imported.items] == ["B\n?"]
    assert imported.items[0].question.right_ids == ("b",)
    assert imported.errors == (
        Fault(item=1, line=2, field=Field.KEY, wrong=Wrong.UNKNOWN_OPTION, what="c"),
        Fault(item=3, line=5, field=Field.STEM, wrong=Wrong.NO_STEM),
        Fault(item=4, line=6, field=Field.KEY, wrong=Wrong.EMPTY_KEY),
    )
    assert imported.left_out == (LeftOut(item=5, loss=Loss.OTHER_TYPE, what="riddle", line=7),)


def test_a_table_without_headings_is_refused_with_a_sentence() -> None:
    with pytest.raises(UnreadableFile, match="names no column"):
        read(b"1,2,3\n4,5,6\n", format=Format.CSV)
