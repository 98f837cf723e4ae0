"""GIFT: what others write is read, what is written is escaped, and a second parser agrees."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from questions import DateValue, QuestionType
from questions.exchange import Fault, Field, Format, Imported, Item, LeftOut, Loss, Wrong, write
from questions.exchange import read as read_file
from tests.questions.exchange.bank import BANK, CHOICE, MATCHING

GOLDEN = Path(__file__).parent / "golden"
PARSER = "gift-pegjs@1.0.2"
ASK = """
const {parse} = require(process.argv[1]);
let text = "";
process.stdin.on("data", (part) => text += part).on("end", () => console.log(JSON.stringify(parse(text))));
"""

OTHERS = r"""// A comment
$CATEGORY: $module$/Caucasus

::Capital:: What is the capital of Georgia? {
  ~Gori # No\: a town.
  =Tbilisi # <b>Yes</b>!
  ~%-50%Batumi
  ####See the <i>atlas</i>.
}

The war was in 2008. {T}

When did it begin? {=%100%7 August 2008 =%50%August 2008}

Match. {=Tbilisi -> Georgia =Yerevan -> Armenia = -> Turkey}

The war began in {~2007 =2008 ~2009} in Tskhinvali.

Which two? {~%50%Abkhazia ~%50%South Ossetia ~%-100%Ajaria}

[html]Look: <img src="a.png"> \= <p>which\?</p> {=A<br>B ~C}
"""


def _read(text: str) -> Imported:
    return read_file(text.encode(), format=Format.GIFT)


def test_what_others_write_is_read() -> None:
    read = _read(OTHERS)
    capital, truth, entry, match, missing, several, html = read.items
    assert capital.category == "$module$/Caucasus"
    assert capital.remark == "See the atlas."
    assert [(one.text, one.correct, one.feedback) for one in capital.question.options] == [
        ("Gori", False, "No: a town."),
        ("Tbilisi", True, "Yes!"),
        ("Batumi", False, None),
    ]
    assert [(one.text, one.correct) for one in truth.question.options] == [("True", True), ("False", False)]
    assert entry.question.date == DateValue("2008-08-07")
    assert [one.text for one in match.question.matches] == ["Georgia", "Armenia", "Turkey"]
    assert match.question.pairs == (("a", "c"), ("b", "d"))
    assert missing.question.stem == "The war began in _____ in Tskhinvali."
    assert (several.question.type, several.question.right_ids) == (QuestionType.WHICH_OF, ("a", "b"))
    assert html.question.stem == "Look: =\nwhich\\?"
    assert html.question.options[0].text == "A\nB"
    assert read.left_out == (
        LeftOut(item=1, loss=Loss.PENALTY, line=4),
        LeftOut(item=7, loss=Loss.IMAGE, line=21),
    )


def test_a_bad_question_is_named_by_line_and_field_and_the_others_are_kept() -> None:
    read = _read("A? {~1 =2}\n\nB? {~1 =2\n\nC? {~1 =1}\n\nD? {=1 =2}\n\nE? {~1 ~2}\n\n{=1 ~2}\n")
    assert [item.question.stem for item in read.items] == ["A?"]
    assert read.errors == (
        Fault(
            item=2,
            line=3,
            field=Field.KEY,
            wrong=Wrong.OPEN_BRACE,
        ),
        Fault(item=3, line=5, field=Field.OPTIONS, wrong=Wrong.SAME_OPTIONS),
        Fault(item=5, line=9, field=Field.KEY, wrong=Wrong.NO_KEY),
        Fault(item=6, line=11, field=Field.STEM, wrong=Wrong.NO_STEM),
    )
    assert read.left_out == (LeftOut(item=4, loss=Loss.NOT_A_DATE, line=7),)


@pytest.mark.parametrize(
    ("text", "loss", "what"),
    [
        ("Only a text.", Loss.OTHER_TYPE, "description"),
        ("Write! {}", Loss.OTHER_TYPE, "essay"),
        ("How many? {#3:1}", Loss.OTHER_TYPE, "numerical"),
        ("How many? {#3}", Loss.NO_UNIT, ""),
        ("Who? {=Saakashvili}", Loss.NOT_A_DATE, ""),
        ("Two {=a ~b} gaps {=c ~d}.", Loss.EMBEDDED, ""),
        ("Which? {=Gori -> town =Batumi -> town}", Loss.SHARED_MATCH, ""),
    ],
)
def test_what_has_no_place_is_said(text: str, loss: Loss, what: str) -> None:
    assert _read(text) == Imported(left_out=(LeftOut(item=1, loss=loss, what=what, line=1),))


def test_the_file_looks_as_it_did() -> None:
    assert write(BANK[:7], format=Format.GIFT).content.decode() == (GOLDEN / "bank.gift").read_text("utf-8")


def test_arrows_within_pairs_are_said_to_be_changed() -> None:
    options = (replace(MATCHING.options[0], text="Gori -> Tbilisi"), *MATCHING.options[1:])
    written = write([Item(question=replace(MATCHING, options=options))], format=Format.GIFT)
    assert b"=Gori \xe2\x86\x92 Tbilisi -> 26 August 2008" in written.content
    assert written.left_out == (LeftOut(item=1, loss=Loss.ARROW),)


@pytest.fixture(scope="module")
def parsed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[bytes], list[dict[str, Any]]]:
    """A parser of GIFT that others wrote; fetched once with npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("Node is not installed.")
    kept = getattr(request.config, "cache", None)  # tests can be run without the folder that is kept
    folder = kept.mkdir("gift-pegjs") if kept else tmp_path_factory.mktemp("gift-pegjs")
    module = folder / "node_modules/gift-pegjs/pegjs-gift.js"
    if not module.exists():
        options = ["--prefix", str(folder), "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        fetched = subprocess.run(
            [npm, "install", *options, PARSER], capture_output=True, text=True, timeout=120, check=False
        )
        assert fetched.returncode == 0, f"npm could not install {PARSER}: {fetched.stderr}"

    def parse(content: bytes) -> list[dict[str, Any]]:
        command = [node, "-e", ASK, str(module)]
        return json.loads(subprocess.run(command, input=content, capture_output=True, timeout=60, check=True).stdout)

    return parse


def test_another_parser_reads_the_same_questions(parsed: Callable[[bytes], list[dict[str, Any]]]) -> None:
    read = parsed(write(BANK[:7], format=Format.GIFT).content)
    assert [entry["type"] for entry in read] == ["MC", "MC", "Short", "Numerical", "Matching", "Matching", "MC"]
    assert [entry["stem"]["text"] for entry in read] == [item.question.stem for item in BANK[:7]]
    assert [entry["id"] for entry in read] == [item.question.id for item in BANK[:7]]
    choice, several, typed, _number, order, match, _truth = read
    assert [(one["text"]["text"], one["isCorrect"]) for one in choice["choices"]] == [
        (option.text, option.correct) for option in CHOICE.options
    ]
    assert [one["weight"] for one in several["choices"]] == [50, -50, 50, -50]
    assert {one["text"]["text"]: one["weight"] for one in typed["choices"]}["2008"] == 50
    assert [one["subanswer"] for one in order["matchPairs"]] == ["2", "1", "1"]
    assert match["matchPairs"][0]["subanswer"] == "26 August 2008"
    assert choice["globalFeedback"]["text"].endswith(
        f"[8] {BANK[0].references[0].text}\n[9] {BANK[0].references[1].text}"
    )


def test_another_parser_reads_odd_texts_as_they_are(parsed: Callable[[bytes], list[dict[str, Any]]]) -> None:
    odd = [r"~=#{}:\%50%->", "[html]x", "%50%y", "{T}", "a\nb", "〔～＝〕\u200b", "back\\n", "####"]
    options = tuple(
        replace(CHOICE.options[0], id=str(place), text=text, correct=not place, feedback=text)
        for place, text in enumerate(odd)
    )
    item = Item(question=replace(CHOICE, stem="".join(odd[:4]), options=options))
    (entry,) = parsed(write([item], format=Format.GIFT).content)
    assert entry["stem"]["text"] == item.question.stem
    assert [(one["text"]["text"], one["feedback"]["text"]) for one in entry["choices"]] == [
        (text, text) for text in odd
    ]
