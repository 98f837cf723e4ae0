"""Wikitext whose nested marks are resolved from the inside out, in time that grows with its length.

``{{…}}``, ``[[…]]``, ``{|…|}`` and ``-{…}-`` are paired by one look from the beginning to the end. A mark without its
partner is left out, and so are marks that lie too deep.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from questions.regex import regex

DEEPEST = 40
"""How deep marks may lie within each other."""

_MARK = regex(r"\{\{|\[\[|\]\]|-\{|\}-|^[ \t:]*\{\|(?!\})|^[ \t]*\|\}(?!\})|\}\}", re.MULTILINE)
_PARTNERS = {"}}": "{{", "]]": "[[", "|}": "{|", "}-": "-{"}


@dataclass(frozen=True, kw_only=True)
class _Open:
    """A mark that waits for its partner, and what has been read since."""

    mark: str
    parts: list[str] = field(default_factory=list)


def resolved(text: str, rules: Mapping[str, Callable[[str], str]]) -> str:
    """The text with each pair of marks replaced by what the rule of its opening mark says of the text between."""
    frames = [_Open(mark="")]
    reached = 0
    for match in _MARK.finditer(text):
        frames[-1].parts.append(text[reached : match.start()])
        reached = match.end()
        mark = match[0].strip(" \t:")
        if mark not in _PARTNERS:
            if len(frames) <= DEEPEST:
                frames.append(_Open(mark=mark))
        elif frames[-1].mark == _PARTNERS[mark]:
            closed = frames.pop()
            frames[-1].parts.append(rules[closed.mark]("".join(closed.parts)))
    frames[-1].parts.append(text[reached:])
    return "".join(part for frame in frames for part in frame.parts)
