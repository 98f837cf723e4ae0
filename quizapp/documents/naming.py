"""What a document is called."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Final

import questions

TITLE_LENGTH: Final = 200
_COLUMNS: Final = 80
"""So wide are first words at most; a Chinese character takes two columns."""

_MARKER: Final = re.compile(r"\[(?:注 ?)?\d{1,4}\]")
_FULL_STOP: Final = re.compile(r"[.。!！?？][\"”」』]?$")


def title_of(document: questions.Document, given: str | None) -> str:
    """What the document is called: by the title given, else by its own, else by its first words."""
    return (given or "").strip() or (document.title or "")[:TITLE_LENGTH] or first_words(document)


def first_words(document: questions.Document) -> str:
    """The first sentence without its markers and its full stop, cut behind a word where it is long."""
    line = _first_sentence(document).rstrip(" .。")
    kept = _begin(line)
    return line if kept == line else kept.rstrip(" ,;，；、") + "…"


def _first_sentence(document: questions.Document) -> str:
    sentence = document.sentences[0].text if document.sentences else document.text
    return _MARKER.sub("", sentence).strip().partition("\n")[0]


def _begin(line: str) -> str:
    width = 0
    for place, character in enumerate(line):
        width += 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if width > _COLUMNS:
            space = line.rfind(" ", 0, place + 1)
            return line[: space if space > place // 2 else place]
    return line


def with_its_own_title(document: questions.Document) -> questions.Document:
    """The document as its questions name it: without a title where it is called by the words of its first sentence.

    A first line without a full stop is a heading, and so may be the title.
    """
    is_sentence = _FULL_STOP.search(_first_sentence(document)) is not None
    return replace(document, title=None) if is_sentence and document.title == first_words(document) else document
