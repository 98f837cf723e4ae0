"""The footnotes of wikitext: which number each gets, and what each says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from questions.regex import regex

# Characters that no text needs stand for a note or a citation until the text around them is settled.
_PRIVATE = regex("[\ue000-\ue00f]")
_MENTION = regex("([\ue000\ue004])(\\d+)\ue001")

_OPENING = regex(r"<ref\b(?P<attributes>[^<>]{0,300}?)(?P<empty>/)?>", re.IGNORECASE)
_CLOSING = regex(r"</ref\s*>", re.IGNORECASE)
_ATTRIBUTE = regex(r"(name|group)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'/>]+))", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Note:
    """A mention of a note: its name and group, empty where it has none, and what it says, if it does so here."""

    name: str
    group: str
    content: str


def hidden(text: str) -> str:
    """The mentions of notes in a text that is not read: they are counted, and not shown."""
    return "".join(f"\ue004{match[2]}\ue001" for match in _MENTION.finditer(text))


def without_mentions(text: str) -> str:
    """The text without what stands for mentions of notes."""
    return _MENTION.sub("", text)


def without_private(text: str) -> str:
    """The text without the characters that are put to a use of our own here."""
    return _PRIVATE.sub("", text)


@dataclass(kw_only=True)
class Notes:
    """The notes met so far; those that are cited are numbered in the order of their first citation."""

    mentions: list[Note] = field(default_factory=list)
    contents: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    remark: str = "note"

    def taken_out(self, text: str) -> str:
        """The text with every ``<ref>`` replaced by what stands for it."""
        return "".join(self._taken_out(text))

    def _taken_out(self, text: str) -> Iterator[str]:
        reached, closes = 0, True
        while match := _OPENING.search(text, reached):
            yield text[reached : match.start()]
            reached = match.end()
            closing = _CLOSING.search(text, reached) if closes and not match["empty"] else None
            closes = closes and (closing is not None or bool(match["empty"]))
            content = text[reached : closing.start()] if closing else ""
            reached = closing.end() if closing else reached
            if match["empty"] or closing:
                yield self.mention(_note(match["attributes"], content))
        yield text[reached:]

    def mention(self, note: Note) -> str:
        """What stands in the text for this mention of a note."""
        self.mentions.append(note)
        key = self._key(len(self.mentions) - 1)
        if note.content:
            self.contents.setdefault(key, note.content)
        return f"\ue000{len(self.mentions) - 1}\ue001"

    def _key(self, index: int) -> str:
        note = self.mentions[index]
        return f"={note.name}" if note.name else f"#{index}"

    def marked(self, text: str) -> str:
        """The text with the markers of its notes, which are so cited; those of a group are remarks, and say so."""
        return _MENTION.sub(lambda match: self._marker(int(match[2]), shown=match[1] == "\ue000"), text)

    def _marker(self, index: int, *, shown: bool) -> str:
        if index >= len(self.mentions):
            return ""
        if self.mentions[index].group:
            label = self.labels.setdefault(self._key(index), f"{self.remark} {len(self.labels) + 1}")
            return f"[{label}]" if shown else ""
        number = self.numbers.setdefault(self._key(index), len(self.numbers) + 1)
        return f"[{number}]" if shown else ""

    def entries(self) -> Iterator[tuple[int, str]]:
        """Number and content of every note that is cited and says something."""
        for key, number in self.numbers.items():
            if content := self.contents.get(key):
                yield number, content

    def remarks(self) -> Iterator[tuple[str, str]]:
        """Label and content of every remark that is cited and says something."""
        for key, label in self.labels.items():
            if content := self.contents.get(key):
                yield label, content


def _note(attributes: str, content: str) -> Note:
    found = {
        match[1].lower(): (match[2] or match[3] or match[4] or "").strip() for match in _ATTRIBUTE.finditer(attributes)
    }
    return Note(name=found.get("name", ""), group=found.get("group", ""), content=content.strip())
