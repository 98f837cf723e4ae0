"""Sentences that lean on the text around them: asked with the names that it gives, or not asked."""

from __future__ import annotations

import pytest

from questions import QuestionType, read, write_questions
from tests.questions.tables import rows_of


@pytest.mark.parametrize(("text", "stems"), rows_of("questions_retold_en.md"))
def test_a_sentence_is_asked_for_as_the_corpus_has_it(text: str, stems: str) -> None:
    document = read(text.replace(" ¶ ", "\n\n"))
    asked = [question.stem for question in write_questions(document, types=[QuestionType.DATE_ENTRY])]
    assert asked == ([] if stems == "-" else stems.split(" ‖ "))
