"""Sentences that would not make a fair question on their date make none."""

from __future__ import annotations

import pytest

from questions import QuestionType, read, write_questions
from tests.questions.tables import rows_of

_DATED = (
    QuestionType.DATE_CHOICE,
    QuestionType.DATE_ENTRY,
    QuestionType.EVENT_CHOICE,
    QuestionType.TRUE_FALSE_UNSTATED,
    QuestionType.EARLIER,
    QuestionType.CHRONOLOGY,
    QuestionType.MATCHING,
    QuestionType.WHICH_OF,
    QuestionType.INTERVAL,
    QuestionType.PRECISION,
)


@pytest.mark.parametrize(("sentence", "why"), rows_of("questions_refused.md"))
def test_a_sentence_that_leans_on_another_is_not_asked_about(sentence: str, why: str) -> None:
    assert [question.stem for question in write_questions(read(sentence), types=_DATED)] == [], why


@pytest.mark.parametrize(
    "sentence",
    ["1953年，《渔业协定》正式生效。", "1984年，郑和号科考船首航。", "In 1953, Norway signed the Fishing Treaty."],
)
def test_a_sentence_that_stands_alone_is(sentence: str) -> None:
    assert {question.type for question in write_questions(read(sentence))} >= {QuestionType.DATE_CHOICE}


_NAMED = """1950年，陈远创办了机械厂。1952年，林海出任厂长。1955年，赵文接替林海出任厂长。
1961年，时任厂长约瑟夫·韦伯辞职。1963年，作家卡尔·沃格特访问青川。1964年，导演王石访问青川。1966年，李木访问青川。
"""


def _asked_who() -> dict[str, set[str]]:
    """The names to choose from, by the stem, over several seeds."""
    document = read(_NAMED)
    banks = [write_questions(document, seed=seed, types=[QuestionType.WHO_CHOICE]) for seed in range(6)]
    return {question.stem: {option.text for option in question.options} for bank in banks for question in bank}


def test_no_name_is_offered_without_its_beginning() -> None:
    names = set().union(*_asked_who().values())
    assert names >= {"陈远", "卡尔·沃格特", "李木"}
    assert not any(name.endswith("韦伯") and not name.startswith("约瑟夫") for name in names)


def test_who_took_over_is_not_asked_for_by_the_name_of_whom_they_followed() -> None:
    assert not any("1955年" in stem for stem in _asked_who())


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        ("1948年，苏联占领区开始发行新货币。", "苏联占领区开始发行新货币是在哪一年？"),
        ("1815年，英国传教士抵达澳门。", "英国传教士抵达澳门是在哪一年？"),
    ],
)
def test_a_noun_that_begins_like_a_verb_stays_with_its_name(sentence: str, stem: str) -> None:
    stems = {question.stem for question in write_questions(read(sentence), types=[QuestionType.DATE_CHOICE])}
    assert stems <= {stem}
