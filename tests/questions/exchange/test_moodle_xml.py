"""Moodle's XML: what Moodle writes is read, HTML becomes text, and nothing is dropped in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions import DateValue, QuestionType
from questions.exchange import Fault, Field, Format, Imported, LeftOut, Loss, UnreadableFile, Wrong, read, write
from tests.questions.exchange.bank import BANK

GOLDEN = Path(__file__).parent / "golden"


def _quiz(*questions: str) -> bytes:
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n' + "\n".join(questions) + "\n</quiz>\n").encode()


CHOICE = """<question type="multichoice">
  <name><text>Capital</text></name>
  <questiontext format="html"><text><![CDATA[<p>What is the <b>capital</b> of&nbsp;Georgia?</p><p>Look:
    <img src="@@PLUGINFILE@@/map.png"></p><script>alert(1)</script>]]></text>
    <file name="map.png" path="/" encoding="base64">AAAA</file></questiontext>
  <generalfeedback format="html"><text>&lt;p&gt;See the atlas.&lt;/p&gt;</text></generalfeedback>
  <defaultgrade>2</defaultgrade><penalty>0.3333333</penalty><idnumber>c-1</idnumber>
  <single>true</single>
  <answer fraction="100" format="html"><text>Tbilisi</text>
    <feedback format="html"><text>Yes &amp;amp; no</text></feedback></answer>
  <answer fraction="0" format="html"><text>\\(x^2\\)</text><feedback><text/></feedback></answer>
  <tags><tag><text>where-choice</text></tag></tags>
</question>"""
TRUTH = """<question type="truefalse"><questiontext format="moodle_auto_format"><text>So?</text></questiontext>
  <answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text></answer></question>"""
TYPED = """<question type="shortanswer"><questiontext format="markdown"><text>When *exactly*?</text></questiontext>
  <answer fraction="50"><text>2008</text></answer>
  <answer fraction="100"><text>August 26, 2008</text></answer></question>"""
ORDER = """<question type="ordering"><questiontext format="html"><text>Order.</text></questiontext>
  <answer fraction="2"><text>second</text></answer><answer fraction="1"><text>first</text></answer></question>"""
CATEGORY = """<question type="category"><category><text>$course$/top/Caucasus/2008</text></category></question>"""


def test_what_moodle_writes_is_read() -> None:
    imported = read(_quiz(CATEGORY, CHOICE, TRUTH, TYPED, ORDER))
    choice, truth, typed, order = imported.items
    assert choice.question.stem == "What is the capital of\u00a0Georgia?\nLook:"
    assert (choice.question.id, choice.question.type) == ("c-1", QuestionType.WHERE_CHOICE)
    assert [(one.text, one.feedback) for one in choice.question.options] == [
        ("Tbilisi", "Yes & no"),
        ("\\(x^2\\)", None),
    ]
    assert (choice.remark, choice.category) == ("See the atlas.", "Caucasus/2008")
    assert [(one.text, one.correct) for one in truth.question.options] == [("true", False), ("false", True)]
    assert (typed.question.stem, typed.question.date) == ("When *exactly*?", DateValue("2008-08-26"))
    assert [one.text for one in order.question.options] == ["first", "second"]
    losses = (Loss.IMAGE, Loss.FORMULA, Loss.PENALTY)
    assert imported.left_out == tuple(LeftOut(item=1, loss=loss, line=4) for loss in losses)


def test_the_file_looks_as_it_did() -> None:
    content = write((BANK[0], BANK[4], BANK[5]), format=Format.MOODLE_XML).content
    assert content.decode() == (GOLDEN / "bank.moodle.xml").read_text("utf-8")


@pytest.mark.parametrize("kind", ["essay", "cloze", "calculated", "ddmarker", "description", ""])
def test_a_type_without_a_place_is_named(kind: str) -> None:
    imported = read(_quiz(f'<question type="{kind}"><questiontext><text>x</text></questiontext></question>', TRUTH))
    assert imported.left_out == (LeftOut(item=1, loss=Loss.OTHER_TYPE, what=kind, line=3),)
    assert len(imported.items) == 1


def test_a_bad_question_is_named_by_line_and_field_and_the_others_are_kept() -> None:
    imported = read(_quiz(TRUTH, TRUTH.replace("100", "0"), TRUTH.replace("So?", ""), TRUTH))
    assert [item.question.stem for item in imported.items] == ["So?", "So?"]
    assert imported.errors == (
        Fault(item=2, line=5, field=Field.KEY, wrong=Wrong.NO_KEY),
        Fault(item=3, line=7, field=Field.STEM, wrong=Wrong.NO_STEM),
    )


def test_what_stands_before_a_mistake_is_read() -> None:
    imported = read(_quiz(TRUTH, TRUTH)[:-60])
    assert len(imported.items) == 1
    assert imported.errors == (
        Fault(
            item=2,
            line=6,
            field=Field.FILE,
            wrong=Wrong.BROKEN_XML,
        ),
    )


@pytest.mark.parametrize("source", [b"<html/>", b"<rss><channel/></rss>", b"<", b"<quiz", b""])
def test_what_is_no_question_bank_is_refused_with_a_sentence(source: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"^The file is .*\.$"):
        read(source)


def test_a_quiz_without_questions_is_empty() -> None:
    assert read(b"<quiz/>") == Imported()
