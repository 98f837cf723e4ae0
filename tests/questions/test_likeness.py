"""Near duplicates are found by what is written, whatever the script, the order of options and the punctuation."""

from __future__ import annotations

from random import Random

import pytest

from questions import Language, Option, Question, QuestionType
from questions.likeness import like, near_duplicates, normalised


def _asked(stem: str, *texts: str) -> Question:
    options = tuple(Option(id=str(place), text=text, correct=place == 0) for place, text in enumerate(texts))
    return Question(id=stem, type=QuestionType.SINGLE_CHOICE, language=Language.SIMPLIFIED, stem=stem, options=options)


_FIRST = _asked("格鲁吉亚于哪一天宣布与俄罗斯断交？", "2008年8月29日", "2008年9月3日")


@pytest.mark.parametrize(
    "stem",
    [
        "格鲁吉亚于哪一天宣布与俄罗斯断交？",
        "格魯吉亞於哪一天宣布與俄羅斯斷交？",
        "格鲁吉亚 于哪一天,宣布与俄罗斯断交?",
        "格鲁吉亚于哪一天正式宣布与俄罗斯断交？",
    ],
)
def test_the_same_question_in_other_dress_is_a_near_duplicate(stem: str) -> None:
    other = _asked(stem, "２００８年９月３日", "2008年8月29日")
    assert [(pair.first, pair.second) for pair in near_duplicates([_FIRST, other])] == [(0, 1)]
    assert like(_FIRST, [other]) == (other,)


@pytest.mark.parametrize(
    "stem", ["格鲁吉亚于哪一年加入世界贸易组织？", "梅德韦杰夫于哪一天签署总统令？", "Who signed the decree?"]
)
def test_another_question_is_none(stem: str) -> None:
    other = _asked(stem, "2000年", "2003年")
    assert near_duplicates([_FIRST, other]) == ()
    assert like(_FIRST, [other]) == ()


def test_a_text_is_compared_without_script_width_case_and_punctuation() -> None:
    assert normalised("《國際》 ＡＢＣ，Def—2008.") == "国际abcdef2008"


def test_every_pair_that_comparing_all_pairs_finds_is_found() -> None:
    rng = Random(7)  # noqa: S311
    words = "河流 桥梁 条约 总统 议会 军队 签署 开通 成立 访问 首都 铁路 大学 法令".split()  # noqa: SIM905
    asked = [_asked("".join(rng.choices(words, k=6)) + f"{number}？", "是", "否") for number in range(120)]
    asked += [_asked(one.stem.replace("？", "呢？"), "否", "是") for one in asked[:20]]
    slow = {
        (first, second)
        for second in range(len(asked))
        for first in range(second)
        if like(asked[first], [asked[second]], least=0.6)
    }
    found = near_duplicates(asked, least=0.6)
    assert {(pair.first, pair.second) for pair in found} == slow
    assert len(slow) >= 20
    assert [pair.share for pair in found] == sorted((pair.share for pair in found), reverse=True)
