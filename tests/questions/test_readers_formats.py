"""What each reader takes out of its format, which format a source is in, and that its text reads back the same."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions import Document, Reference, find_facts, read
from questions.document import SourceFormat, UnreadableDocument
from questions.sample import sample_source

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(path.name for path in CORPUS.glob("readers_*"))
MARKUP = (SourceFormat.HTML, SourceFormat.WIKITEXT, SourceFormat.MARKDOWN)


def document(name: str) -> Document:
    return read((CORPUS / name).read_bytes())


def bodies(found: Document) -> list[str]:
    return found.text[: found.body_end].strip().split("\n\n")


def fields(entry: Reference) -> tuple[str | None, ...]:
    dates = [None if date is None else str(date) for date in (entry.issued, entry.accessed, entry.archived)]
    return (entry.author, entry.title, entry.place, entry.publisher, *dates, entry.url, entry.archive_url)


def facts(found: Document) -> list[tuple[str, tuple[int, ...]]]:
    return [(str(fact.date.value), fact.citations) for fact in find_facts(found)]


def test_a_saved_encyclopedia_page_is_read_without_what_is_beside_its_text() -> None:
    found = document("readers_wiki_zh.html")
    assert (found.format, found.title) == (SourceFormat.HTML, "河口桥")
    assert bodies(found) == [
        "河口桥是东河上的公路桥，由王建设计。2010年3月12日，市政府批准了河口计划[1]，8月3日开工[2][註 1]。",
        "== 2011年通车 ==",
        "2011年6月30日，大桥正式通车[1]，工程耗资3亿元。",
        "2013年，大桥加宽。",
    ]


def test_a_saved_encyclopedia_page_has_its_references_with_their_addresses() -> None:
    found = document("readers_wiki_zh.html")
    archive = "https://web.archive.org/web/20131002/http://news.example/bridge"
    plan = (None, "Bridge plan approved", "东城", "东城日报", "2010-03-13", "2011-07-01", "2013-10-02")
    start = ("李明", "大桥开工", None, "新城网", "2010-08-04", None, None, "http://other.example/start", None)
    assert [fields(entry) for entry in found.references] == [(*plan, "http://news.example/bridge", archive), start]


def test_a_web_page_is_read_with_its_footnotes() -> None:
    found = document("readers_page_en.html")
    assert found.title == "The Old Mill"
    assert bodies(found) == [
        "The mill was built in 1820 by James Ward.[1] It burned down on 4 May 1871.[2]",
        "== After 1871 ==",
        "In June 1873 the town opened a new mill & a school.",
        "The school closed in 1950.",
    ]
    assert [fields(entry) for entry in found.references] == [
        ("Ward, James", "My Mill", "Leeds", "Mill Press", "1825", None, None, None, None),
        (
            None,
            "Fire at the mill",
            None,
            "The Leeds Paper",
            "1871-05-05",
            None,
            None,
            "https://paper.example/fire",
            None,
        ),
    ]


def test_chinese_wikitext_is_read_as_its_page_shows_it() -> None:
    found = document("readers_article_zh.wiki")
    assert bodies(found) == [
        "河口桥是东河上的公路大桥，由王建设计。2010年3月12日，市政府批准了河口计划[2]，8月3日开工[3][注 1]。",
        "== 2011年通车 ==",
        "2011年6月30日，大桥正式通车[2]，工程耗资3亿元[4]。",
        "2013年，大桥加宽。",
    ]
    archive = "https://web.archive.org/web/20131002/http://news.example/bridge"
    plan = (None, "Bridge plan approved", "东城", "东城日报", "2010-03-13", "2011-07-01", "2013-10-02")
    assert [fields(entry) for entry in found.references] == [
        (None, "盒子", None, None, None, None, None, "http://box.example", None),
        (*plan, "http://news.example/bridge", archive),
        ("李明", "大桥开工", None, "新城网", "2010-08-04", None, None, "http://other.example/start", None),
        ("赵刚", "桥的故事", None, "东城出版社", "2012", None, None, None, None),
    ]


def test_english_wikitext_is_read_as_its_page_shows_it() -> None:
    found = document("readers_article_en.wiki")
    assert bodies(found) == [
        "The Old Mill was built in c. 1820 by James Ward.[1] It burned down on 4 May 1871.[2][3]",
        "=== After 1871 ===",
        "In June 1873 the town opened a new mill[note 1] & a school.[1][4]",
        "The school closed in 1950.",
    ]
    assert [fields(entry)[:6] for entry in found.references] == [
        ("Ward, James", "My Mill", "Leeds", "Mill Press", "1825", None),
        (None, "Hill 1901", None, None, None, None),
        (None, "Fire at the mill", None, "The Leeds Paper", "1871-05-05", None),
        (None, "The U.S. school", None, "School Pages", "2003-05-02", "2004-06-03"),
    ]


def test_markdown_is_read_with_its_footnotes_and_without_its_code() -> None:
    found = document("readers_note_en.md")
    assert found.title == "The Old Mill"
    assert bodies(found) == [
        "The mill was built in 1820 by James Ward.[1] It burned down on 4 May 1871.[2]",
        "== After 1871 ==",
        "In June 1873 the town opened a new mill.[1]",
    ]
    archive = "https://web.archive.org/web/2013/https://paper.example/fire"
    fire = (None, "Fire at the mill", None, "The Leeds Paper", "1871-05-05", None, "2013-10-02")
    assert [fields(entry) for entry in found.references] == [
        ("Ward, James", "My Mill", "Leeds", "Mill Press", "1825", None, None, None, None),
        (*fire, "https://paper.example/fire", archive),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "readers_wiki_zh.html",
            [("2010-03-12", (1,)), ("2010-08-03", (2,)), ("2011-06-30", (1,)), ("2013", ())],
        ),
        ("readers_page_en.html", [("1820", (1,)), ("1871-05-04", (2,)), ("1873-06", ()), ("1950", ())]),
        (
            "readers_article_zh.wiki",
            [("2010-03-12", (2,)), ("2010-08-03", (3,)), ("2011-06-30", (2,)), ("2013", ())],
        ),
        ("readers_article_en.wiki", [("1820~", (1,)), ("1871-05-04", (2, 3)), ("1873-06", (1, 4)), ("1950", ())]),
        ("readers_note_en.md", [("1820", (1,)), ("1871-05-04", (2,)), ("1873-06", (1,))]),
    ],
)
def test_the_facts_of_each_format_are_those_of_its_text(name: str, expected: list[tuple[str, tuple[int, ...]]]) -> None:
    assert facts(document(name)) == expected


@pytest.mark.parametrize("name", FILES)
def test_what_a_reader_made_reads_as_text_to_the_same(name: str) -> None:
    assert_reads_back(document(name))


def assert_reads_back(found: Document) -> None:
    again = read(found.text, format="text", title=found.title)
    assert again.text == found.text
    for part in ("digest", "language", "body_end", "sentences", "markers", "residues", "dates", "unresolved"):
        assert getattr(again, part) == getattr(found, part)
    places = [[(entry.number, entry.text, entry.start) for entry in one.references] for one in (again, found)]
    assert places[0] == places[1]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<!DOCTYPE html><p>In 1990", "html"),
        ("<!-- saved from x -->\n<html lang=en>", "html"),
        ("<p>One.</p><p>Two.</p>", "html"),
        ("The tag <b>bold</b> came in 1993. A <p> came too.</p>", "text"),
        ("<b>Bold</b> is a tag of 1993.", "text"),
        ("'''Rome''' fell in [[476]].", "wikitext"),
        ("It began.<ref>Book.</ref> {{reflist}}", "wikitext"),
        ("In 1990 [[brackets]] were used.", "text"),
        ("It began in 1990.[^1]\n\n[^1]: A book.", "markdown"),
        ("# Title\n\n- **One** thing", "markdown"),
        ("# A line that begins so.", "text"),
        ("In 1990.\n\n== 1991 ==\n\nThen.", "text"),
        ("2 * 3 ** 4 ** 5", "text"),
        ("", "text"),
    ],
)
def test_a_format_is_recognised_by_its_signs(source: str, expected: str) -> None:
    assert read(source).format == expected


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_recognised(name: str) -> None:
    formats = {".html": "html", ".wiki": "wikitext", ".md": "markdown"}
    assert document(name).format == formats[Path(name).suffix]


def test_the_sample_is_text() -> None:
    assert read(sample_source()).format is SourceFormat.TEXT


def test_a_format_that_is_named_is_taken_at_its_word() -> None:
    assert read("<p>In 1990</p>", format="text").text == "<p>In 1990</p>"
    with pytest.raises(UnreadableDocument, match="there is one for text, html, wikitext, markdown"):
        read("", format="rtf")


def test_a_title_that_is_given_stands_before_the_source_s_own() -> None:
    assert read("<html><h1>Own</h1><p>Text.</p>", title="Given").title == "Given"


def test_a_heading_makes_no_fact_and_dates_nothing_below() -> None:
    assert facts(read("== Since 1990 ==\n\nOn 3 May it began.", format="text")) == []


MARKS = """<p>,</p>,<div>,<b>,<a href='#x'>,<li id=x>,<ol class=references>,<sup class=reference>,</sup>,<!--,-->
<table>,<h1>,</h1>,{{,}},[[,]],{|,|},-{,}-,<ref>,</ref>,<ref name=a/>,{{cite web|title=
|,=,'',==,#,-,*,>,[^1],[^1]: x,```,[1]
1. ^ a b,1. x,2008年,8月26日,in May 1990,。,. A,&#xe000;,&amp;,References,参考文献
http://a.example/b,[http://a.example b]"""
FRAGMENTS = st.sampled_from(
    [*MARKS.replace("\n", ",").split(","), " ", "\n", "\n\n", "\r", "\0", "\ud800", "\x85", "\ue000"]
)
SOURCES = st.lists(FRAGMENTS | st.text(max_size=5), max_size=40).map("".join)


@pytest.mark.parametrize("form", [*MARKUP, None])
@given(source=SOURCES)
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_in_any_format_and_its_spans_are_true(form: SourceFormat | None, source: str) -> None:
    found = read(source, format=form)
    find_facts(found)
    if found.format in MARKUP:
        assert_reads_back(found)


HOSTILE = {
    SourceFormat.HTML: [
        "<a ",
        "<!--",
        "<div>",
        "<b><p>",
        "<ol class=references><li id=a>b",
        "<table><tr><td>",
        "<script>",
    ],
    SourceFormat.WIKITEXT: [
        "{{",
        "{{a|",
        "[[a|",
        "{|\n",
        "<a ",
        "<ref>",
        "<ref name=",
        "-{",
        "<!--",
        "{{cite web|title=",
    ],
    SourceFormat.MARKDOWN: ["[", "> ", "*a **", "[^a]: b\n"],
}


@pytest.mark.parametrize(("form", "unit"), [(form, unit) for form, units in HOSTILE.items() for unit in units])
def test_marks_that_never_end_are_read(form: SourceFormat, unit: str) -> None:
    assert_reads_back(read(unit * (100_000 // len(unit)), format=form))


def test_a_page_of_wikitext_is_called_what_its_first_sentence_has_in_bold() -> None:
    page = "{{Infobox mill|name='''X'''}}\nThe '''Old Mill''' was built in 1820.\n\nThe '''dam''' is older."
    assert read(page, format="wikitext").title == "Old Mill"
    assert read("It was built in [[1820]].", format="wikitext").title is None
