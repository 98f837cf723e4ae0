"""Lines of an information box, such as "Born", a tab and "10 October 1861": what is told there of a date."""

from __future__ import annotations

from questions import grammar_en
from questions.document import DateExpression, Document, Sentence
from questions.regex import regex
from questions.spans import cleaned, tidied
from questions.spelling import spelt_out

_LABEL = regex(r"[•·*– ]*(?P<label>[^\t\n。！？]{1,40}?)[ ]*[:：]?\t[ ]*(?=[^\t\n]+$)")
_CLOSING = " \u00a0.。;；,，"


def box_statement(document: Document, sentence: Sentence, date: DateExpression) -> str | None:
    """The line that a sentence is, as label and value with the date spelt out; None where it is no such line."""
    match = _LABEL.match(sentence.text)
    if match is None:
        return None
    label, value = match["label"], sentence.start + match.end()
    if date.start < value:
        return f"{label}：{sentence.text[match.end() :].rstrip(_CLOSING)}。" if document.language.is_chinese else None
    before, when = spelt_out(date, document.language, cleaned(document, value, date.start))
    after = cleaned(document, date.end, sentence.end).rstrip(_CLOSING)
    if document.language.is_chinese:
        return f"{label}：{tidied(before + when + after)}。"
    return f"{label}: {grammar_en.told(before, when, after)}"
