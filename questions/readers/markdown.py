"""Markdown → Document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from questions.document import Document, Reference, SourceFormat
from questions.readers.assembling import Block, Extract, document_of, line_of, reference_of
from questions.regex import regex

_PARSER = MarkdownIt("commonmark").use(footnote_plugin).disable(["footnote_tail", "footnote_inline"])
_WEB = regex(r"https?://", re.IGNORECASE)
_FRONT_MATTER = regex(r"---\n(?:(?!---\n)[^\n]*\n){0,100}---(?:\n|$)")


def read_markdown(text: str, *, title: str | None = None) -> Document:
    """The document of a Markdown text; its footnotes are the references, its first top heading the title."""
    tokens = _PARSER.parse(_calmed(_FRONT_MATTER.sub("", text, count=1) if text.startswith("---\n") else text))
    walk = _Walk(numbers=_numbers(tokens))
    for token in tokens:
        walk.take(token)
    blocks = walk.blocks
    named = bool(blocks) and blocks[0].level == 1
    extract = Extract(
        format=SourceFormat.MARKDOWN,
        title=blocks[0].text if named else None,
        blocks=tuple(blocks[1:] if named else blocks),
        references=tuple(sorted(_references(walk.notes), key=lambda entry: entry.number)),
    )
    return document_of(extract, title=title)


_BRACKET = "\ue000"  # stands for an opening bracket that opens nothing: each costs the parser a search


def _calmed(text: str) -> str:
    """The text with the brackets put aside that no bracket of their paragraph closes."""
    return "\n\n".join(map(_with_closed_brackets, text.split("\n\n")))


def _with_closed_brackets(paragraph: str) -> str:
    last = paragraph.rfind("]") + 1
    return paragraph[:last] + paragraph[last:].replace("[", _BRACKET)


def _numbers(tokens: Sequence[Token]) -> dict[str, int]:
    """The number of every footnote by its label: the label itself where all are numbers, else by first mention."""
    children = (child for token in tokens for child in token.children or ())
    cited = [str(child.meta["label"]) for child in children if child.type == "footnote_ref"]
    defined = [str(token.meta["label"]) for token in tokens if token.type == "footnote_reference_open"]
    labels = list(dict.fromkeys([*cited, *defined]))
    if all(re.fullmatch(r"[1-9]\d{0,3}", label) for label in labels):
        return {label: int(label) for label in labels}
    return {label: number for number, label in enumerate(labels, start=1)}


@dataclass(kw_only=True)
class _Walk:
    """What was met so far in the stream of tokens."""

    numbers: dict[str, int]
    blocks: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    level: int = 0
    note: int | None = None
    counters: list[int | None] = field(default_factory=list)
    in_item: bool = False

    def take(self, token: Token) -> None:
        """Go on by one token."""
        match token.type:
            case "heading_open" | "heading_close":
                self.level = int(token.tag[1:]) if token.nesting > 0 else 0
            case "ordered_list_open":
                self.counters.append(int(token.attrGet("start") or 1))
            case "bullet_list_open":
                self.counters.append(None)
            case "ordered_list_close" | "bullet_list_close":
                self.counters.pop()
            case "list_item_open":
                self.in_item = True
            case "footnote_reference_open":
                self.note = self.numbers[str(token.meta["label"])]
            case "footnote_reference_close":
                self.note = None
            case "inline":
                self._paragraph(token.children or [])

    def _paragraph(self, children: Sequence[Token]) -> None:
        links = [str(child.attrGet("href")) for child in children if child.type == "link_open"]
        block = Block(
            text=line_of("".join(self._words(children))),
            level=self.level,
            links=tuple(link for link in links if _WEB.match(link)),
        )
        if not block.text:
            return
        if self.note is not None:
            self.notes.append(replace(block, level=0, number=self.note))
        else:
            self.blocks.append(replace(block, number=self._item_number()))

    def _item_number(self) -> int | None:
        """The number beside this paragraph, if it is the first of an item of a numbered list."""
        first, self.in_item = self.in_item, False
        number = self.counters[-1] if self.counters and first else None
        if number is not None:
            self.counters[-1] = number + 1
        return number

    def _words(self, children: Sequence[Token]) -> Iterator[str]:
        for child in children:
            if child.type == "text":
                yield child.content.replace(_BRACKET, "[")
            elif child.type in ("softbreak", "hardbreak"):
                yield "\n"
            elif child.type == "footnote_ref":
                yield f"[{self.numbers[str(child.meta['label'])]}]"
            elif child.type == "code_inline" and not re.search(r"[{};=<>]", child.content):
                yield child.content.replace(_BRACKET, "[")


def _references(notes: Sequence[Block]) -> Iterator[Reference]:
    numbers = dict.fromkeys(note.number for note in notes if note.number is not None)
    gathered: dict[int, list[Block]] = {number: [] for number in numbers}
    for note in notes:
        gathered[note.number or 0].append(note)
    for number, parts in gathered.items():
        text = " ".join(part.text for part in parts)
        yield reference_of(number=number, text=text, links=tuple(link for part in parts for link in part.links))
