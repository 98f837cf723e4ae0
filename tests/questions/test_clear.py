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
