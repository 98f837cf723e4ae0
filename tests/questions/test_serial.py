"""Questions go to JSON and come back as they were."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions import (
    DateValue,
    Duration,
    Explanation,
    Language,
    Option,
    Question,
    QuestionType,
    TimeUnit,
    question_from_json,
    question_to_json,
)

_WORDS = st.text(min_size=1, max_size=12).filter(lambda text: bool(text.strip()))
_CHOICE_TYPES = [QuestionType.DATE_CHOICE, QuestionType.WHO_CHOICE, QuestionType.EVIDENCE]

_OTHER_TYPES = [
    QuestionType.DATE_ENTRY,
    QuestionType.CHRONOLOGY,
    QuestionType.MATCHING,
    QuestionType.INTERVAL,
    QuestionType.WHICH_OF,
]
_DURATIONS = st.builds(Duration, number=st.integers(0, 9999), unit=st.sampled_from(TimeUnit))


@st.composite
def _explanations(draw: st.DrawFn) -> Explanation:
    quote = draw(_WORDS)
    start = draw(st.integers(0, 9999))
    citations = draw(st.lists(st.integers(1, 99), max_size=3))
    end = start + len(quote)
    return Explanation(quote=quote, start=start, end=end, date_start=start, date_end=end, citations=tuple(citations))


@st.composite
def _questions(draw: st.DrawFn) -> Question:
    kind = draw(st.sampled_from([*_CHOICE_TYPES, *_OTHER_TYPES]))
    texts = draw(st.lists(_WORDS, min_size=4, max_size=5, unique_by=str.strip))
    names = "abcde"[: len(texts)]
    right = {QuestionType.CHRONOLOGY: "", QuestionType.MATCHING: "", QuestionType.WHICH_OF: "ab"}.get(kind, "a")
    options = tuple(
        Option(id=name, text=text, correct=name in right, feedback=draw(st.none() | _WORDS))
        for name, text in zip(names, texts, strict=True)
    )
    typed = kind in (QuestionType.DATE_ENTRY, QuestionType.INTERVAL)
    return Question(
        id=draw(_WORDS),
        type=kind,
        language=draw(st.sampled_from(Language)),
        stem=draw(_WORDS),
        options=() if typed else options,
        order=(("b",), ("a", *names[2:])) if kind is QuestionType.CHRONOLOGY else (),
        pairs=(("b", "a"), ("d", "c")) if kind is QuestionType.MATCHING else (),
        date=DateValue("2008-09") if kind is QuestionType.DATE_ENTRY else None,
        duration=draw(_DURATIONS) if kind is QuestionType.INTERVAL else None,
        difficulty=draw(st.floats(0, 1)),
        fact_ids=tuple(draw(st.lists(_WORDS, max_size=2))),
        explanations=tuple(draw(st.lists(_explanations(), max_size=3))),
    )


@given(_questions())
def test_a_question_comes_back_from_json_as_it_was(question: Question) -> None:
    assert question_from_json(json.loads(json.dumps(question_to_json(question)))) == question


def test_the_json_has_the_shape_that_others_rely_on() -> None:
    question = Question(
        id="q1",
        type=QuestionType.DATE_ENTRY,
        language=Language.SIMPLIFIED,
        stem="格鲁吉亚于哪一天宣布与俄罗斯断交？",
        date=DateValue("2008-08-29"),
        difficulty=0.75,
        fact_ids=("f3",),
        explanations=(
            Explanation(quote="格鲁吉亚", start=3, end=7, date_start=4, date_end=5, citations=(12,)),
            Explanation(quote="断交", start=9, end=11, date_start=9, date_end=10),
        ),
    )
    assert question_to_json(question) == {
        "id": "q1",
        "type": "date-entry",
        "language": "zh-Hans",
        "stem": "格鲁吉亚于哪一天宣布与俄罗斯断交？",
        "options": [],
        "key": "2008-08-29",
        "difficulty": 0.75,
        "fact_ids": ["f3"],
        "explanation": {
            "quote": "格鲁吉亚",
            "start": 3,
            "end": 7,
            "date_start": 4,
            "date_end": 5,
            "citations": [12],
            "also": [{"quote": "断交", "start": 9, "end": 11, "date_start": 9, "date_end": 10, "citations": []}],
        },
    }


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [("stem", 5, "not a text"), ("options", "a", "not a list"), ("key", ["a"], "not a text"), ("type", "x", "x")],
)
def test_json_that_is_no_question_is_refused_with_a_sentence(name: str, value: object, sentence: str) -> None:
    question = Question(
        id="q", type=QuestionType.DATE_ENTRY, language=Language.ENGLISH, stem="When?", date=DateValue("2008")
    )
    with pytest.raises(ValueError, match=sentence):
        question_from_json({**question_to_json(question), name: value})
    with pytest.raises(ValueError, match="needs"):
        question_from_json({key: entry for key, entry in question_to_json(question).items() if key != name})


def test_pairs_and_lengths_of_time_have_the_shapes_that_others_read() -> None:
    options = tuple(Option(id=name, text=name) for name in "abcde")
    pairs = (("a", "d"), ("b", "c"))
    shared: Any = {"id": "q", "language": Language.ENGLISH, "stem": "Which belong together?"}
    matching = Question(type=QuestionType.MATCHING, options=options, pairs=pairs, **shared)
    interval = Question(type=QuestionType.INTERVAL, duration=Duration(number=3, unit=TimeUnit.DAY), **shared)
    assert question_to_json(matching)["key"] == [["a", "d"], ["b", "c"]]
    assert question_to_json(interval)["key"] == {"number": 3, "unit": "day"}
    assert [option.id for option in matching.items] == ["a", "b"]
    assert [option.id for option in matching.matches] == ["c", "d", "e"]
