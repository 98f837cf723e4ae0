"""What holds for any text in any format: reading ends, every span is the text's own, and every value is EDTF."""

from itertools import pairwise

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions import find_facts, read
from questions.document import SourceFormat

DATES = """2008年|8月26日|二〇〇八年八月八日|民國38年|民國38年至76年|光緒十年|咸豐庚申年|1941年（昭和16年）12月8日
前221年|公元前5至4世紀|六七十年代|1990年代末|19世紀末至20世紀初|5至7月|1至3日|1937–38年|同年底|翌年3月|第二年|前一年|三天后|半年後
770年後|農曆八月十五日|1644年三月十九日|2008-08-26|2007–08賽季|每年的5月17日|約1750年|截至2010年|2000年前|８月|民前1年
26 August 2008|August 26, 2008|May|the 1860s and 70s|the '90s|14 and 17 May 1921|March and June 1920|27 BC – AD 14
15 March 44 BC|the late 12th to early 13th century|1999–00|1914/15|26/08/2008|05/04/1921|c.1750|FY2010
31 February 2001|0 BC|twenty-five years later|The day after,|4 May of the following year|that year|99th century
the first millennium BC|1800s"""
WORDS = """俄羅斯|格鲁吉亚|宣布|断交|他|在|于|至|和|、|，|。|；|（|）|《|》|「|」|[1]|[2–4]|[註 1]|[a]
He|was founded| in | and |between | – |. |, |(|)|<p>|</p>|<ref>|</ref>|<ref name=a/>
{{efn~x}}|{{cite web~title=T~date=2008}}|{{|}}|[[|]]|-{|}-|''
== H ==|<b>|<!--|-->|# |* |> |[^1]|[^1]: |```|![|](http://a.example)|&#x5e74;|&amp;"""
ODD = [
    "\0",
    "\x1f",
    "\x85",
    "\u2028",
    "\u200b",
    "\u3000",
    "\u00a0",
    "\ufeff",
    "\ud800",
    "😀",
    "年\u0301",
    "🇨🇳",
    "\t",
    "\r",
]
LINES = ["\n", "\n\n", " ", "\nReferences\n", "\n1. ^ T. 2008-08-26.", "\n{|\n", "\n|}\n"]


def pieces(table: str) -> st.SearchStrategy[str]:
    return st.sampled_from([piece.replace("~", "|") for piece in table.replace("\n", "|").split("|")])


PIECES = st.one_of(pieces(DATES), pieces(WORDS), st.sampled_from(ODD), st.sampled_from(LINES), st.text(max_size=4))
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@pytest.mark.parametrize("form", [*SourceFormat, None])
@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_to_spans_of_its_own_and_values_in_edtf(form: SourceFormat | None, text: str) -> None:
    document = read(text, format=form)
    for span in (*document.dates, *document.unresolved, *document.markers, *document.sentences, *document.references):
        assert document.text[span.start : span.end] == span.text
    for date in document.dates:
        assert edtf.parse_edtf(str(date.value))
    for fact in find_facts(document):
        assert fact.is_quoted_from(document)
        assert fact.date in document.dates
        for part in (*fact.entities, *fact.quantities):
            assert document.text[part.start : part.end] == part.text


@given(text=TEXTS)
@settings(max_examples=60, deadline=None)
def test_dates_come_in_order_and_apart(text: str) -> None:
    document = read(text, format="text")
    spans = sorted([*document.dates, *document.unresolved], key=lambda span: span.start)
    assert all(first.end <= second.start for first, second in pairwise(spans))
