"""Chinese events are asked for where they are clear, with the document named where that makes them so."""

from __future__ import annotations

import pytest

from questions import QuestionType, read, write_questions
from tests.questions.tables import rows_of


@pytest.mark.parametrize(("title", "text", "stem"), rows_of("questions_clear.md"))
def test_an_event_is_asked_for_as_far_as_it_is_clear(title: str, text: str, stem: str) -> None:
    document = read(text, title=None if title == "—" else title)
    asked = [question.stem for question in write_questions(document, types=[QuestionType.DATE_CHOICE])]
    assert asked[-1:] == ([] if stem == "—" else [stem])


def test_a_statement_to_judge_ends_where_its_part_of_the_sentence_does() -> None:
    text = "1899年，俄国曾要求清廷允诺，长城以北的铁路除中国自办以外不得由他国承造；英国商人则另有打算。"
    types = [QuestionType.TRUE_FALSE_UNSTATED]
    stems = [
        item.stem for seed in range(4) for item in write_questions(read(text, title="青溪"), seed=seed, types=types)
    ]
    assert stems
    assert all(stem.endswith("不得由他国承造。”") for stem in stems)
