"""What a page copied whole holds beside its text makes no facts; the lines of its information box do."""

import pytest

from questions import find_facts, read
from questions.grammar_zh import comparable

FURNITURE = """This article needs more sources for its claims. (March 2019) (Learn how and when to remove this message)
This section does not cite any sources. Please help improve it. (May 2011)
From Wikipedia, the free encyclopedia
Find sources: "Old Mill" – news · books (May 2011)
For other uses, see Old Mill (1950 film).
此条目需要补充更多来源。(2019年3月)
請協助補充多方面可靠來源以改善此條目，2012年起無人補充。
提示：此条目的主题不是1990年的电影《河口桥》。
關於1990年的電影，請見「河口橋 (電影)」。
「大橋」重新導向至此。關於2001年的電影，請見「大橋 (電影)」。
维基百科，自由的百科全书
1.2\t1949年以后
1990年以后[编辑]
1990年以後[編輯]
After 1990[edit]
After 1990 [edit | edit source]
== After 1990 =="""


@pytest.mark.parametrize("line", FURNITURE.splitlines())
def test_a_line_that_is_no_text_of_its_page_holds_no_sentence_and_no_date(line: str) -> None:
    found = read(line, format="text")
    assert (found.sentences, found.dates, found.unresolved) == ((), (), ())


TEXT = """This article of the treaty was signed in 1990.
This list was printed in March 1990.
此条约于1990年签署。
本章程自1990年5月起施行。
关于1990年的战争，他写过两本书。
He edited it in 1990."""


@pytest.mark.parametrize("line", TEXT.splitlines())
def test_a_sentence_that_begins_like_a_notice_is_a_fact(line: str) -> None:
    assert len(find_facts(read(line, format="text"))) == 1


@pytest.mark.parametrize("heading", ["早年[编辑]", "Early life[edit]"])
def test_a_heading_copied_from_a_page_is_no_part_of_what_is_told_below(heading: str) -> None:
    below = "他于1990年5月建成河口桥。" if "编" in heading else "He built the bridge in May 1990."
    (fact,) = find_facts(read(f"{heading}\n{below}", format="text"))
    assert fact.statement == below


@pytest.mark.parametrize(
    ("line", "statement"),
    [
        ("Opened\t10 October 1861", "Opened: 10 October 1861."),
        ("Closed\t13 May 1930 (aged 68)[2]", "Closed: 13 May 1930 (aged 68)."),
        ("創刊日\t1949年5月27日", "創刊日：1949年5月27日。"),
        ("• 开工\t1609年4月5日。", "开工：1609年4月5日。"),
        ("• 1422年—1439年\t王建（首）", "1422年—1439年：王建（首）。"),
    ],
)
def test_a_line_of_an_information_box_reads_label_and_value(line: str, statement: str) -> None:
    document = read(line, format="text")
    (fact,) = find_facts(document)
    assert (fact.statement, fact.quote, fact.clause.subject) == (statement, line, None)


def test_a_marker_in_an_information_box_is_cited() -> None:
    (fact,) = find_facts(read("Closed\t13 May 1930[2]", format="text"))
    assert fact.citations == (2,)


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("答覆", "答复"),
        ("毛坏", "毛坯"),
        ("沈沒", "沉没"),
        ("沈默", "沉默"),
        ("沈默寡言", "沉默寡言"),
        ("瞭解", "了解"),
        ("藉口", "借口"),
        ("2008年", "2008年"),
        ("國會", "国会"),
    ],
)
def test_words_are_compared_in_simplified_script(text: str, simple: str) -> None:
    assert comparable(text) == simple
