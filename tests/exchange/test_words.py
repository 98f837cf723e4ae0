"""What the library says of files is known to the catalogue, sentence by sentence."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module

import pytest
from flask import Flask
from flask_babel import force_locale, gettext

from questions.exchange import Field, Format, Loss, UnreadableFile, Wrong, read
from quizapp.exchange.words import (
    FIELD_NAMES,
    FORMAT_NAMES,
    LIMITS,
    LOST,
    NO_QUESTION,
    PURPOSES,
    UNREADABLE,
    WRONG,
)
from quizapp.pages import LANGUAGES
from tests.house.sources import ROOT, python_files, tree


def _raised(folder: str, error: str) -> Iterator[str]:
    """The sentences that a folder of the library raises this error with, apart from those that are passed on."""
    for path in python_files(folder):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == error:
                (sentence,) = node.args
                if isinstance(sentence, ast.Constant | ast.JoinedStr):
                    names = vars(import_module(".".join(path.relative_to(ROOT).with_suffix("").parts)))
                    yield str(eval(ast.unparse(sentence), names))  # noqa: S307 - a sentence of our own


def test_every_enum_of_the_library_has_its_sentence() -> None:
    assert list(WRONG) == [str(wrong) for wrong in Wrong]
    assert list(LOST) == [str(loss) for loss in Loss]
    assert (set(FIELD_NAMES), set(FORMAT_NAMES), set(PURPOSES), set(LIMITS)) == (set(Field), *[set(Format)] * 3)


def test_every_refusal_of_the_library_is_known() -> None:
    found = set(_raised("questions/exchange", "UnreadableFile"))
    assert len(found) > 15
    assert found - set(UNREADABLE) == set()
    with pytest.raises(UnreadableFile) as refused:
        read(b"\xff\xfe\x00\xd8\x00", format=Format.GIFT)
    assert set(UNREADABLE) - found == {str(refused.value)}


def test_every_rule_of_a_question_is_known() -> None:
    """A span's rules are not among them: reading makes every span fit."""
    found = {
        str(node.exc.args[0].value)
        for node in ast.walk(tree(ROOT / "questions/question.py"))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.args[0], ast.Constant)
    }
    spans = {"A quote is as long as its span.", "The marked date lies outside the quote."}
    assert found - spans - {"Two options read the same."} == set(NO_QUESTION)


def test_all_of_it_is_said_in_chinese(app: Flask) -> None:
    with app.test_request_context(), force_locale(LANGUAGES["zh-Hans"]):
        said = {sentence: gettext(sentence) for sentence in (*WRONG, *LOST, *UNREADABLE, *NO_QUESTION)}
    assert [sentence for sentence, chinese in said.items() if chinese == sentence] == []
