"""The tables of date expressions, row by row."""

import re

import edtf
import pytest

from questions.dates import DateValue
from questions.document import DateExpression, Language
from questions.expressions import find_dates
from questions.expressions.en import RULES as ENGLISH_RULES
from questions.expressions.era_years import year_of_era
from questions.expressions.mention import Rule
from questions.expressions.zh import RULES as CHINESE_RULES
from tests.questions.tables import rows_of

ROWS = [(Language.SIMPLIFIED, *row) for row in rows_of("dates_zh.md")]
ROWS += [(Language.SIMPLIFIED, *row) for row in rows_of("dates_zh_articles.md")]
ROWS += [(Language.ENGLISH, *row) for row in rows_of("dates_en.md")]
ROWS += [(Language.ENGLISH, *row) for row in rows_of("dates_en_articles.md")]


def written(date: DateExpression) -> str:
    modifier = f" ({date.modifier})" if date.modifier else ""
    return f"{date.text} = {date.value}{modifier}"


@pytest.mark.parametrize(("language", "text", "dates", "left_open"), ROWS, ids=[row[1] for row in ROWS])
def test_a_text_has_the_dates_of_its_row(language: Language, text: str, dates: str, left_open: str) -> None:
    found = find_dates(text, len(text), language)
    assert "; ".join(map(written, found.dates)) == ("" if dates == "-" else dates)
    assert "; ".join(left.text for left in found.unresolved) == left_open


def test_values_of_every_shape_are_edtf() -> None:
    cells = [cell for _, _, dates, _ in ROWS for cell in dates.split("; ") if " = " in cell]
    values = [cell.rpartition(" = ")[2].split(" (")[0] for cell in cells]
    shapes = {re.sub(r"\d", "0", value): value for value in values}
    assert len(shapes) > 20
    assert all(edtf.parse_edtf(value) for value in shapes.values())


@pytest.mark.parametrize("rule", CHINESE_RULES, ids=lambda rule: str(rule.name))
def test_each_chinese_rule_has_an_example_that_is_seen(rule: Rule) -> None:
    text = f"1871年1月1日，{rule.example}"
    found = find_dates(text, len(text), Language.SIMPLIFIED)
    assert len(found.dates) + len(found.unresolved) >= 2


@pytest.mark.parametrize("rule", ENGLISH_RULES, ids=lambda rule: str(rule.name))
def test_each_english_rule_has_an_example_that_is_seen(rule: Rule) -> None:
    text = f"It was so on 1 January 1871, {rule.example}"
    found = find_dates(text, len(text), Language.ENGLISH)
    assert len(found.dates) + len(found.unresolved) >= 2


def test_what_comes_from_the_context_is_named() -> None:
    text = "2008年8月7日出兵，同年9月撤军，10日停火，翌日签约。"
    found = find_dates(text, len(text), Language.SIMPLIFIED)
    inferred = [(date.text, date.inferred) for date in found.dates]
    assert inferred == [
        ("2008年8月7日", ()),
        ("同年9月", ("year",)),
        ("10日", ("year", "month")),
        ("翌日", ("year", "month", "day")),
    ]


def test_a_year_is_not_carried_into_another_paragraph() -> None:
    text = "1939年开战。\n\n9月1日，入侵波兰。"
    found = find_dates(text, len(text), Language.SIMPLIFIED)
    assert [date.value for date in found.dates] == [DateValue("1939")]
    assert [left.text for left in found.unresolved] == ["9月1日"]


def test_a_range_may_lack_its_year_only_where_the_context_has_one() -> None:
    text = "1911年起事，5月至8月罢市。"
    found = find_dates(text, len(text), Language.SIMPLIFIED)
    assert [str(date.value) for date in found.dates] == ["1911", "1911-05/1911-08"]
    assert found.dates[1].inferred == ("year",)


def test_the_year_of_an_era_is_certain_or_refused() -> None:
    assert year_of_era("民國", 38) == 1949
    assert year_of_era("至元", 26) == 1289
    with pytest.raises(ValueError, match="Several eras"):
        year_of_era("至元", 3)
    with pytest.raises(ValueError, match="did not last"):
        year_of_era("昭和", 70)
