"""The passage around a quote is its sentences, and never the whole of a text that has no full stops."""

from __future__ import annotations

from quizapp.documents.passages import FARTHEST, Passage, Passages


def test_a_quote_stands_in_its_sentences() -> None:
    passages = Passages(text="He came. He saw it. He left.", sentences=[(0, 8), (9, 19), (20, 28)])
    assert passages.around(12, 15) == Passage(start=9, text="He saw it.")
    assert passages.around(3, 15) == Passage(start=0, text="He came. He saw it.")


def test_of_an_endless_sentence_only_what_is_near_is_shown() -> None:
    text = "x" * 10_000 + "2008" + "y" * 10_000
    passages = Passages(text=text, sentences=[(0, len(text))])
    near = "x" * FARTHEST + "2008" + "y" * FARTHEST
    assert passages.around(10_000, 10_004) == Passage(start=10_000 - FARTHEST, text=near)
