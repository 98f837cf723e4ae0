"""Style sheets: each rule is in a layer, and there is nothing in them that no page has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.sources import ROOT, templates, within

SHEETS = sorted((ROOT / "quizapp/static/css").rglob("*.css"))
LAYERS = ("reset", "tokens", "elements", "layout", "components", "rooms", "print")


def _rules(sheet: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)


def _classes_of_pages() -> set[str]:
    """The names in class attributes, and in what templates put into them."""
    text = "".join(path.read_text("utf-8") for path in templates())
    values = re.findall(r"class=\"([^\"]*)\"|main_class %}([^{]*)", text)
    return {name for groups in values for value in groups for name in re.findall(r"[a-z][\w-]*", value)}


@pytest.mark.parametrize("sheet", SHEETS, ids=within)
def test_every_rule_stands_in_a_layer(sheet: Path) -> None:
    opened = re.findall(r"^@layer (\w+) \{$", _rules(sheet), re.MULTILINE)
    outside = re.findall(r"^(?!@layer |\}|\s|$).*", _rules(sheet), re.MULTILINE)
    assert opened
    assert set(opened) <= set(LAYERS)
    assert outside == []


def test_the_order_of_the_layers_is_given_once() -> None:
    lines = [line for sheet in SHEETS for line in re.findall(r"^@layer .*;$", _rules(sheet), re.MULTILINE)]
    assert lines == [f"@layer {', '.join(LAYERS)};"]


def test_no_sheet_names_a_class_that_no_page_has() -> None:
    known = _classes_of_pages()
    found = {
        f"{within(sheet)}: .{name}"
        for sheet in SHEETS
        for name in re.findall(r"\.([a-zA-Z][\w-]*)(?=[\s,.:{\[>)+~])", _rules(sheet))
        if name not in known
    }
    assert found == set()


def test_every_token_is_used() -> None:
    text = "".join(_rules(sheet) for sheet in SHEETS)
    named = set(re.findall(r"^ *--([\w-]+):", text, re.MULTILINE))
    assert {name for name in named if f"var(--{name})" not in text} == set()


def test_layers_and_not_importance_decide() -> None:
    """Only what is hidden stays hidden whatever a sheet says."""
    found = [f"{within(sheet)}: {line}" for sheet in SHEETS for line in re.findall(r".*!important.*", _rules(sheet))]
    assert [line.split(": ", 1)[1].strip() for line in found] == ["display: none !important;"]
