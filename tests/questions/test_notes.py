"""The author's remarks are kept beside the text, put to their markers, and their dates make no facts."""

import pytest

from questions import find_facts, read

PLAIN = """河口桥于1990年通车[注 1]，1995年加宽[1][注 2]。

注释[编辑]
^ 一说为1989年。
^ 由4车道加至6车道，1996年完工。

参考资料[编辑]
^ 王明. 桥的故事. 东城: 东城出版社. 2008-08-26.
"""
LETTERED = """The mill opened in 1990.[a] It closed in 1995.[1]

Notes
a. Some say in 1989.

References
1. ^ A title. Leeds: Mill Press. 2008-08-26.
"""
WIKI_ZH = (
    """'''河口桥'''于1990年通车<ref group="注">一说为[[1989年]]。</ref>，1995年加宽<ref>王明：《桥的故事》</ref>。"""
)
WIKI_EN = (
    """'''The mill''' opened in 1990.{{efn|Some say in 1989.}} It closed in 1995.<ref>A title.</ref> {{notelist}}"""
)
PAGE = """<html><body><div class="mw-parser-output"><p>The mill opened in 1990.<sup class="reference"><a
href="#n1">[a]</a></sup>
It closed in 1995.<sup class="reference"><a href="#r1">[1]</a></sup></p>
<ol class="references"><li id="n1"><span class="mw-cite-backlink">^</span> Some say in 1989.</li></ol>
<ol class="references"><li id="r1"><span class="mw-cite-backlink">^</span> A title.</li></ol></div></body></html>"""


@pytest.mark.parametrize(
    ("form", "source", "notes"),
    [
        ("text", PLAIN, [("注 1", "一说为1989年。", "[注 1]"), ("注 2", "由4车道加至6车道，1996年完工。", "[注 2]")]),
        ("text", LETTERED, [("a", "Some say in 1989.", "[a]")]),
        ("wikitext", WIKI_ZH, [("注 1", "一说为1989年。", "[注 1]")]),
        ("wikitext", WIKI_EN, [("note 1", "Some say in 1989.", "[note 1]")]),
        ("html", PAGE, [("a", "Some say in 1989.", "[a]")]),
    ],
)
def test_a_remark_is_kept_with_its_label_at_its_marker(
    form: str, source: str, notes: list[tuple[str, str, str]]
) -> None:
    document = read(source, format=form)
    assert [(note.label, note.text, document.text[note.start : note.end]) for note in document.notes] == notes
    assert [str(fact.date.value) for fact in find_facts(document)] == ["1990", "1995"]
    assert [fact.citations for fact in find_facts(document)][1] == (1,)


def test_a_section_with_another_number_of_remarks_than_markers_is_left_alone() -> None:
    assert read(PLAIN.replace("[注 2]", ""), format="text").notes == ()
