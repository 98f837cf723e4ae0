"""No year that a text writes is offered as one of which the text says nothing."""

from __future__ import annotations

import questions
from questions import QuestionType

TEXT = """Tarvala

Ida Stenius sold the mill at Ostrava in 1880. The photograph shows Otto Lund (1877–1879) and the house of 1882."""


def test_a_year_that_only_a_caption_names_is_not_offered_as_one_without_a_fact() -> None:
    document = questions.read(TEXT)
    facts = [fact for fact in questions.find_facts(document) if fact.date.text == "1880"]
    written = questions.write_questions(document, facts)
    offered = {option.text for item in written if item.type is QuestionType.DATE_CHOICE for option in item.options}
    assert "1880" in offered
    assert len(offered) > 2
    assert offered.isdisjoint({"1877", "1879", "1882"})
