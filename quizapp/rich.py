"""Text with little markup, as people type it: bold, italic, links and lists. All else is text, and shown as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from markupsafe import Markup, escape

from questions.regex import regex

_INLINE: Final = regex(
    r"\*\*(?P<bold>[^\s*](?:[^*\n]{0,400}[^\s*])?)\*\*"
    r"|\*(?P<italic>[^\s*](?:[^*\n]{0,400}[^\s*])?)\*"
    r"|\[(?P<words>[^\[\]\n]{1,200})\]\((?P<address>https?://[^\s()<>\"']{1,500})\)"
)
_ITEM: Final = regex(r"\s{0,3}(?:[-*•]|(?P<number>\d{1,3}[.)]))\s+(?P<text>\S.*)")
_BOLD, _ITALIC = Markup("<strong>%s</strong>"), Markup("<em>%s</em>")
_LINK: Final = Markup('<a href="%s" rel="external noopener noreferrer">%s</a>')


def rich(text: str) -> Markup:
    """The text as paragraphs and lists of HTML that holds nothing but what this page makes of it.

    ``**bold**``, ``*italic*``, ``[words](https://example.org)``, lines that begin with ``- `` or ``1. ``; an empty line
    ends a paragraph.
    """
    return Markup("").join(
        block for lines in _paragraphs(text) for kind, group in groupby(lines, _kind) for block in _block(kind, group)
    )


def _paragraphs(text: str) -> Iterator[list[str]]:
    for filled, lines in groupby(text.replace("\r\n", "\n").split("\n"), lambda line: bool(line.strip())):
        if filled:
            yield list(lines)


def _kind(line: str) -> str:
    """The element that a line belongs to."""
    match = _ITEM.match(line)
    if match is None:
        return "p"
    return "ol" if match["number"] else "ul"


def _block(kind: str, lines: Iterable[str]) -> Iterator[Markup]:
    if kind == "p":
        yield Markup("<p>%s</p>") % Markup("<br>").join(_inline(line.strip()) for line in lines)
        return
    items = (_inline(match["text"]) for line in lines if (match := _ITEM.match(line)))
    yield Markup(f"<{kind}>%s</{kind}>") % Markup("").join(Markup("<li>%s</li>") % item for item in items)  # noqa: S704


def _inline(line: str) -> Markup:
    found, reached = [], 0
    for match in _INLINE.finditer(line):
        found += [escape(line[reached : match.start()]), _marked(match)]
        reached = match.end()
    return Markup("").join([*found, escape(line[reached:])])


def _marked(match: re.Match[str]) -> Markup:
    if match["bold"]:
        return _BOLD % match["bold"]
    if match["italic"]:
        return _ITALIC % match["italic"]
    return _LINK % (match["address"], match["words"])
