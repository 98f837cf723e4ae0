"""The title that a plain text brings along: its first line, where that is one."""

from __future__ import annotations

import re
from typing import Final

from questions.regex import regex

_LONGEST: Final = 80  # characters
_EDIT: Final = regex(r"[ \t]*\[[ ]?(?:edit|编辑|編輯)[^\]\n]{0,20}\][ \t]*$")
_HEADING_MARKS: Final = regex(r"^[=#\s]+|[=\s]+$")
_NO_TITLE: Final = regex(r"[。！？!?;；\t]|(?<![A-Z])\.$|[,，、:：]$|^\[|https?:|^[\d\s年月日./-]+$")
_MASTHEAD: Final = regex(r"\s*(?:From Wikipedia, the free encyclopedia|[维維]基百科[，,]?\s?自由的百科全[书書])")


def title_of(text: str) -> str | None:
    """The first line of a text if it is a title: short, no sentence, above a masthead, a blank line or its own name.

    None where the text begins with its first sentence.
    """
    lines = text.lstrip().split("\n", 1)
    if len(lines) < 2 or len(lines[0]) > _LONGEST:
        return None
    title = _HEADING_MARKS.sub("", _EDIT.sub("", lines[0]))
    if not title or _NO_TITLE.search(title):
        return None
    below = lines[1]
    return title if _MASTHEAD.match(below) or below.startswith("\n") or _names(below, title) else None


def _names(below: str, title: str) -> bool:
    """Whether the next line begins with the title once more, as the first sentence of an article does."""
    line = below.lstrip().partition("\n")[0]
    return re.match(rf"(?:(?:The|A|An) )?[「『《“\"]?{re.escape(title)}", line) is not None and len(line) > len(title)
