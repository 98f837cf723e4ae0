"""What changed from one version of a question to the next, so that it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from questions.question import Question

_TOKEN: Final = re.compile(r"[a-zA-Z0-9]+|\s+|.", re.DOTALL)
_ALIKE: Final = 0.3  # below this, old and new are shown whole, one after the other


class Part(StrEnum):
    """A part of a question that can change."""

    STEM = "stem"
    OPTION = "option"
    KEY = "key"
    NOTE = "note"


class Change(StrEnum):
    """What happened to a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Some characters, and what happened to them."""

    text: str
    change: Change


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A part that reads otherwise than before; `letter` names the option."""

    part: Part
    letter: str | None
    pieces: tuple[Piece, ...]


def differences(
    before: Question, after: Question, *, note_before: str | None, note_after: str | None
) -> tuple[Difference, ...]:
    """The parts that changed, in the order in which they are read."""
    old, new = _parts(before, note_before), _parts(after, note_after)
    return tuple(
        Difference(part=part, letter=letter, pieces=pieces(old.get((part, letter), ""), new.get((part, letter), "")))
        for part, letter in sorted({*old, *new}, key=lambda name: (list(Part).index(name[0]), name[1] or ""))
        if old.get((part, letter), "") != new.get((part, letter), "")
    )


def _parts(question: Question, note: str | None) -> Mapping[tuple[Part, str | None], str]:
    options: dict[tuple[Part, str | None], str]
    options = {(Part.OPTION, option.id): option.text for option in question.options}
    key = ", ".join(option.id.upper() for option in question.options if option.correct)
    return {(Part.STEM, None): question.stem, **options, (Part.KEY, None): key, (Part.NOTE, None): note or ""}


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The new text with what was added marked, and with what was removed in its place."""
    first, second = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.ratio() < _ALIKE:
        found = [Piece(text=old, change=Change.REMOVED), Piece(text=new, change=Change.ADDED)]
        return tuple(piece for piece in found if piece.text)
    return tuple(_matched(matcher, first, second))


def _matched(matcher: SequenceMatcher[str], first: list[str], second: list[str]) -> Iterator[Piece]:
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(text="".join(first[start:end]), change=Change.KEPT)
            continue
        for change, words in ((Change.REMOVED, first[start:end]), (Change.ADDED, second[begin:stop])):
            if words:
                yield Piece(text="".join(words), change=change)
