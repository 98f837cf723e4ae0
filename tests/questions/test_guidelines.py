"""The rules of item writing, each with a question that breaks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from questions import DateValue, Document, Fact, Option, Question, QuestionType, find_facts, read, write_questions
from questions.guidelines import RULES, check
from questions.proving import is_proved
from questions.sample import sample_source

_TEXT = """格鲁吉亚于2008年8月29日宣布与俄罗斯断交[1]。俄罗斯于2008年9月与南奥塞梯签署了合作协定[2]。

参考文献
1. 断交. 新华社. 2008-08-29.
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return read(_TEXT)


def _broken(question: Question, document: Document) -> set[str]:
    return {breach.rule for breach in check(question, document, find_facts(document))}


def _question(document: Document, kind: QuestionType = QuestionType.DATE_CHOICE) -> Question:
    return next(item for item in write_questions(document, seed=1) if item.type is kind)


def _with_options(question: Question, *texts: str) -> Question:
    options = tuple(Option(id=name, text=text, correct=name == "a") for name, text in zip("abcd", texts, strict=False))
    return replace(question, options=options)


def test_a_question_as_it_is_written_breaks_nothing(document: Document) -> None:
    assert check(_question(document), document, find_facts(document)) == ()


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("evidence", {"explanations": ()}),
        ("whole question", {"stem": "格鲁吉亚宣布与俄罗斯断交的日期。"}),
        ("residue", {"stem": "格鲁吉亚于哪一天宣布与俄罗斯断交[12]？"}),
        ("residue", {"stem": "俄罗斯于何时签署协定英语Agreement？"}),
        ("dangling word", {"stem": "亦于哪一天宣布与俄罗斯断交？"}),
        ("dangling word", {"stem": "该国于哪一天宣布与俄罗斯断交？"}),
        ("punctuation", {"stem": "格鲁吉亚于哪一天宣布断交?"}),
        ("answer in stem", {"stem": "2008年8月29日，格鲁吉亚于哪一天宣布断交？"}),
        ("negated stem", {"stem": "下列哪一天没有发生断交？"}),
        ("today", {"stem": "格鲁吉亚于哪一天宣布与目前的邻国断交？"}),
        ("two facts", {"stem": "格鲁吉亚于哪一天宣布断交；俄罗斯又于哪一天？"}),
        ("long stem", {"stem": "格鲁吉亚" * 21 + "？"}),
    ],
)
def test_a_stem_that_breaks_a_rule_is_found(rule: str, changes: dict[str, Any], document: Document) -> None:
    assert rule in _broken(replace(_question(document), **changes), document)


@pytest.mark.parametrize(
    ("rule", "texts"),
    [
        ("same meaning", ("2008年8月29日", "2008年8月 29日", "2008年8月2日")),
        ("unlike dates", ("2008年8月29日", "2008年9月", "2008年8月2日")),
        ("all of the above", ("2008年8月29日", "2008年8月2日", "以上都不是")),
        ("overlap", ("2008年8月29日", "2008年8月", "2008年8月2日")),
        ("order", ("2008年8月29日", "2008年8月2日", "2008年8月3日")),
        ("proof", ("2008年8月3日", "2008年8月29日", "2008年9月2日")),
        ("most exact key", ("2008年8月29日", "夏天", "秋天")),
        ("few options", ("2008年8月29日", "2008年8月2日")),
        ("longest key", ("2008年8月29日格林尼治时间上午", "2008年8月2日", "2008年8月3日")),
    ],
)
def test_options_that_break_a_rule_are_found(rule: str, texts: tuple[str, ...], document: Document) -> None:
    assert rule in _broken(_with_options(_question(document), *texts), document)


def test_a_word_that_only_key_and_stem_share_is_pointed_out(document: Document) -> None:
    question = replace(_question(document), type=QuestionType.WHO_CHOICE, stem="谁指挥了北方舰队？")
    assert "odd word" in _broken(_with_options(question, "舰队司令", "国防部长", "外交部长"), document)


def test_numbers_of_different_forms_are_found(document: Document) -> None:
    question = replace(_question(document), type=QuestionType.NUMBER_CHOICE, stem="派遣多少名军人？")
    assert "unlike numbers" in _broken(_with_options(question, "3700名", "3700人", "约4000名"), document)


def test_a_name_that_the_source_does_not_use_is_pointed_out(document: Document) -> None:
    question = replace(_question(document), type=QuestionType.WHO_CHOICE, stem="谁宣布断交？")
    assert "strange words" in _broken(_with_options(question, "乔治亚", "俄罗斯", "南奥塞梯"), document)


_ARTICLE = Path(__file__).parent / "corpus" / "questions_article_hans.txt"
_DATED = (
    QuestionType.DATE_CHOICE,
    QuestionType.DATE_ENTRY,
    QuestionType.EVENT_CHOICE,
    QuestionType.EARLIER,
    QuestionType.CHRONOLOGY,
    QuestionType.MATCHING,
    QuestionType.WHICH_OF,
    QuestionType.INTERVAL,
)


@pytest.mark.parametrize("kind", _DATED)
def test_a_key_is_proved_by_the_dates_of_its_facts_and_by_no_others(kind: QuestionType) -> None:
    document = read(sample_source() if kind is QuestionType.INTERVAL else _ARTICLE.read_bytes())
    facts = find_facts(document)
    written = write_questions(document, facts, seed=1, types=[kind])
    assert written
    shifted = _turned_round(facts)
    for question in written:
        assert is_proved(question, facts)
        assert not is_proved(question, shifted)
        assert not is_proved(question, [])


def _turned_round(facts: Sequence[Fact]) -> list[Fact]:
    """The facts with other dates: the first is last, and centuries lie between any two."""
    ordered = sorted({fact.date.value for fact in facts}, key=lambda value: value.earliest or ())
    others = {value: DateValue.of(9000 - 101 * rank) for rank, value in enumerate(ordered)}
    return [replace(fact, date=replace(fact.date, value=others[fact.date.value])) for fact in facts]


def test_a_key_more_exact_than_the_source_is_found(document: Document) -> None:
    question = next(
        item
        for item in write_questions(document, seed=1)
        if item.type is QuestionType.DATE_ENTRY and str(item.date) == "2008-09"
    )
    day = type(question.date)("2008-09-17") if question.date else None
    assert "precision" in _broken(replace(question, date=day), document)


def test_a_fact_without_reference_is_a_warning_and_no_obstacle() -> None:
    document = read("格鲁吉亚于2008年8月29日宣布与俄罗斯断交。")
    breaches = check(_question(document), document, find_facts(document))
    assert [(breach.rule, breach.hard) for breach in breaches] == [("no reference", False)]


def test_every_rule_has_a_name_of_its_own_and_a_sentence() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.sentence.endswith(".") for rule in RULES)
    assert [rule.hard for rule in RULES] == sorted((rule.hard for rule in RULES), reverse=True)
