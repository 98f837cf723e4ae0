"""Typed words and numbers are compared as the eye reads them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

import questions
from questions import FilledGaps, Language, Quantity, QuestionType, TypedNumber, TypedText, mark, read_number


def asked(kind: QuestionType, stem: str = "Who?", **key: object) -> questions.Question:
    return questions.Question(id="q", type=kind, language=Language.ENGLISH, stem=stem, **key)  # type: ignore[arg-type]


WHO = asked(QuestionType.SHORT_TEXT, accepted=("Dmitry Medvedev", "梅德韦杰夫", "U.S."))
LENGTH = asked(QuestionType.NUMBER, quantity=Quantity(value=Decimal("3.50"), tolerance=Decimal("0.1"), unit="km"))
CLOZE = asked(QuestionType.CLOZE, "In [[1]], [[2]] did it.", gaps=(("2008",), ("Georgia", "格鲁吉亚")))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Dmitry Medvedev", True),
        ("  dmitry\u3000MEDVEDEV. ", True),
        ("梅德韦 杰夫。", True),
        ("“梅德韦杰夫”", True),
        ("Ｄｍｉｔｒｙ Medvedev", True),
        ("u.s.", True),
        ("DmitryMedvedev", False),
        ("Medvedev", False),
        ("梅德韦", False),
        ("", False),
    ],
)
def test_words_are_right_as_they_read(text: str, right: bool) -> None:
    assert mark(WHO, TypedText(text=text)).fraction == right


@pytest.mark.parametrize(
    ("text", "right"), [("3.5", 1), ("3.6", 1), ("3.40", 1), ("3.61", 0), ("-3.5", 0), ("−3.5", 0), ("3", 0)]
)
def test_a_number_is_right_within_its_tolerance(text: str, right: int) -> None:
    assert mark(LENGTH, TypedNumber(value=read_number(text))).fraction == right


@pytest.mark.parametrize(
    ("texts", "fraction"),
    [({}, 0), ({1: "2008"}, Fraction(1, 2)), ({1: "2008", 2: "georgia"}, 1), ({1: "格鲁吉亚", 2: "2008"}, 0)],
)
def test_each_gap_is_worth_the_same(texts: dict[int, str], fraction: Fraction) -> None:
    assert mark(CLOZE, FilledGaps(texts=texts)).fraction == fraction


def test_a_gap_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="no such gap"):
        mark(CLOZE, FilledGaps(texts={3: "x"}))


@pytest.mark.parametrize("question", [WHO, LENGTH, CLOZE], ids=lambda question: question.type)
def test_a_typed_question_is_read_back_from_its_json(question: questions.Question) -> None:
    assert questions.question_from_json(questions.question_to_json(question)) == question


@pytest.mark.parametrize(
    ("kind", "stem", "key"),
    [
        (QuestionType.SHORT_TEXT, "Who?", {}),
        (QuestionType.SHORT_TEXT, "Who?", {"accepted": (" ",)}),
        (QuestionType.NUMBER, "How many?", {"duration": questions.Duration(number=1, unit=questions.TimeUnit.DAY)}),
        (QuestionType.INTERVAL, "How long?", {"quantity": Quantity(value=Decimal(1))}),
        (QuestionType.CLOZE, "No gap", {"gaps": (("x",),)}),
        (QuestionType.CLOZE, "[[2]] [[1]]", {"gaps": (("x",), ("y",))}),
        (QuestionType.CLOZE, "[[1]]", {"gaps": ((),)}),
    ],
)
def test_a_typed_question_cannot_be_built_wrong(kind: QuestionType, stem: str, key: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\."):
        asked(kind, stem, **key)


@pytest.mark.parametrize("tolerance", ["-1", "NaN"])
def test_a_tolerance_is_a_number_from_nought(tolerance: str) -> None:
    with pytest.raises(ValueError, match="tolerance"):
        Quantity(value=Decimal(1), tolerance=Decimal(tolerance))
