"""A text twice as long takes about twice as long, whatever it is made of."""

import time

import pytest

from questions import find_facts, read
from questions.sample import sample_source

LARGE = 5_000_000  # characters
SMALL = 6_000
LONGEST_SMALL = 3.5  # times the time of half the text, where other programs and a few milliseconds weigh
LONGEST_LARGE = 2.2
TIMES = 2
TRIES = 4

UNITS = {
    "entries": (
        "text",
        "The mill opened in 1990.[1]\n\nReferences\n",
        "1. ^ A title. House. 2008-08-26 [2009-09-09].\n",
        "",
    ),
    "lines of notes": (
        "text",
        "大桥于1990年通车。[1]\n\n参考资料\n",
        "^ 王明. 桥的故事. 东城: 东城出版社. 2008-08-26.\n",
        "",
    ),
    "English dates": ("text", "The club won in 1950", ", in 1951 and in May 1952", "."),
    "Chinese dates": ("text", "球队在1950年", "、1951年5月和1952年", "夺冠。"),
    "Chinese clauses": ("text", "球队", "，1951年5月3日夺冠，次日回国", "。"),
    "open brackets": ("text", "大桥于1990年通车", "（", "。"),
    "brackets in brackets": ("text", "大桥于1990年通车", "（1991年「(", "。"),
    "closed brackets": ("text", "The bridge opened in 1990", " (1991)", "."),
    "quotation marks": ("text", "In 1990 he wrote", ' "x', "."),
    "full stops": ("text", "In 1990", "...", "\n"),
    "headings": ("text", "", "== A ==\n", "In 1990 it began."),
    "numerals": ("text", "", "一", "年"),
    "figures": ("text", "", "1", "年"),
    "images": ("markdown", "", "![", ""),
    "links": ("markdown", "", "[a](b", ""),
    "footnotes": ("markdown", "In 1990.", "[^a]", "\n\n[^a]: B"),
    "templates": ("wikitext", "", "{{", ""),
    "templates in templates": ("wikitext", "", "{{a|", ""),
    "tables": ("wikitext", "", "{|\n", ""),
    "references": ("wikitext", "", "In 1990.<ref name=a>b</ref>", ""),
    "tags": ("html", "", "<a ", ""),
    "elements": ("html", "<p>In 1990", "<div>", ""),
    "markers": (
        "html",
        "<p>",
        "In 1990.<sup class=reference><a href=#n>[1]</a></sup>",
        "</p><ol class=references><li id=n>B",
    ),
}
SAMPLE = sample_source().decode()


def test_a_small_sample_is_read_in_time_that_grows_with_its_length() -> None:
    assert_grows_with_length("text", SMALL, ("", SAMPLE, ""), LONGEST_SMALL)


@pytest.mark.parametrize("name", UNITS)
def test_a_small_text_is_read_in_time_that_grows_with_its_length(name: str) -> None:
    form, *parts = UNITS[name]
    assert_grows_with_length(form, SMALL, (parts[0], parts[1], parts[2]), LONGEST_SMALL)


@pytest.mark.slow
def test_a_large_sample_is_read_in_time_that_grows_with_its_length() -> None:
    assert_grows_with_length("text", LARGE, ("", SAMPLE, ""), LONGEST_LARGE)


@pytest.mark.slow
@pytest.mark.parametrize("name", UNITS)
def test_a_large_text_is_read_in_time_that_grows_with_its_length(name: str) -> None:
    form, *parts = UNITS[name]
    assert_grows_with_length(form, LARGE // 10, (parts[0], parts[1], parts[2]), LONGEST_LARGE)


def assert_grows_with_length(form: str, length: int, parts: tuple[str, str, str], longest: float) -> None:
    """Half a text and the text by turns, the best of some times each; once more where other programs came between."""
    half, whole = of_length(length // 2, parts), of_length(length, parts)
    for _ in range(TRIES):
        short, long = (min(seconds(text, form) for _ in range(TIMES)) for text in (half, whole))
        if long <= longest * short + 0.002:
            return
    pytest.fail(f"{len(half)} characters took {short:.3f} s, {len(whole)} took {long:.3f} s.")


def of_length(length: int, parts: tuple[str, str, str]) -> str:
    first, unit, last = parts
    return first + unit * max(1, length // len(unit)) + last


def seconds(text: str, form: str) -> float:
    started = time.process_time()
    find_facts(read(text, format=form))
    return time.process_time() - started
