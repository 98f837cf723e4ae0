"""Texts without what no file can hold: control characters, halves of characters, line ends of other systems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from questions.exchange.item import Item
from questions.question import Explanation, Option
from questions.regex import regex

_NO_TEXT = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_END = regex(r"\r\n?")


def cleaned(text: str) -> str:
    """The text without control characters and blanks around it; its line ends are ``\\n``."""
    return _NO_TEXT.sub("", _LINE_END.sub("\n", text)).strip()


def has_control(item: Item) -> bool:
    """Whether some text of the item holds characters that no file can hold."""
    return any(_NO_TEXT.search(text) for text in _texts(item))


def clean_item(item: Item) -> Item:
    """The item with each of its texts cleaned; raises ValueError where nothing is left of one.

    A quote keeps its length: what cannot be written becomes U+FFFD.
    """
    if all(map(_is_clean, _texts(item))):
        return item
    question = item.question
    clean = replace(
        question,
        stem=cleaned(question.stem),
        options=tuple(_option(option) for option in question.options),
        accepted=tuple(map(cleaned, question.accepted)),
        gaps=tuple(tuple(map(cleaned, texts)) for texts in question.gaps),
        explanations=tuple(_explanation(entry) for entry in question.explanations),
    )
    references = tuple(replace(entry, text=cleaned(entry.text)) for entry in item.references)
    return Item(
        question=clean,
        references=references,
        remark=cleaned(item.remark),
        category=" ".join(cleaned(item.category).split()),
    )


def _is_clean(text: str) -> bool:
    return not _NO_TEXT.search(text) and "\r" not in text and text == text.strip()


def _texts(item: Item) -> Iterator[str]:
    yield item.question.stem
    yield item.remark
    yield item.category
    for option in item.question.options:
        yield option.text
        yield option.feedback or ""
    yield from item.question.accepted
    yield from (text for texts in item.question.gaps for text in texts)
    yield from (entry.quote for entry in item.question.explanations)
    yield from (entry.text for entry in item.references)


def _option(option: Option) -> Option:
    return replace(option, text=cleaned(option.text), feedback=cleaned(option.feedback or "") or None)


def _explanation(entry: Explanation) -> Explanation:
    return replace(entry, quote=_NO_TEXT.sub("\ufffd", entry.quote).replace("\r", "\n"))
