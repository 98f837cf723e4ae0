"""HTML → Document: saved pages of MediaWiki, and articles on other pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from selectolax.lexbor import LexborHTMLParser, LexborNode

from questions.document import Document, Reference, SourceFormat
from questions.readers.assembling import Block, Extract, document_of, line_of, reference_of
from questions.readers.html_guard import calmed
from questions.readers.html_notes import Notes, notes_of
from questions.readers.html_tree import attribute, classes, is_beside_the_text, text_of, walked
from questions.regex import regex

_MAIN = ("article", "main", "[role=main]", "#content", "#main")
_SITE = regex(r"\s*[-–—|_]\s*(?:维基|維基|Wikipedia|Wikisource)[^\n]*$")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BREAKING = frozenset(
    "address article blockquote br caption center dd details div dl dt h1 h2 h3 h4 h5 h6 hr li main ol p pre section"  # noqa: SIM905
    " summary table tbody td tfoot th thead tr ul".split()
)
_SHORTEST_IN_TABLE = 40
_LINK = regex(r"(?:https?:)?//(?![\w.-]*\bwiki(?:pedia|media|source|data)\.org(?:/|$))[^\s]+", re.IGNORECASE)


def read_html(text: str, *, title: str | None = None) -> Document:
    """The document of a page: its article by paragraphs, its footnotes as references, without all that is beside it."""
    tree = LexborHTMLParser(calmed(text.encode("utf-8", "replace").decode()))
    root = tree.body or tree.root
    if root is None:
        return document_of(Extract(format=SourceFormat.HTML, title=None, blocks=()), title=title)
    named = _title(tree, root)
    encyclopedic = _encyclopedic(root)
    article = encyclopedic or _article(root)
    notes = notes_of(article)
    walk = _Walk(notes=notes, title=named, tables=encyclopedic is None)
    extract = Extract(
        format=SourceFormat.HTML,
        title=named,
        blocks=tuple(walk.blocks_of(article)),
        references=tuple(sorted(_references(notes), key=lambda entry: entry.number)),
        notes=tuple((label, _words_of(notes, element)) for label, element in notes.remarks),
    )
    return document_of(extract, title=title)


def _title(tree: LexborHTMLParser, root: LexborNode) -> str | None:
    for selector in ("#firstHeading", "h1"):
        if (node := root.css_first(selector)) is not None and (words := line_of(text_of(node))):
            return words
    node = tree.css_first("title")
    return _SITE.sub("", line_of(text_of(node))) or None if node is not None else None


def _encyclopedic(root: LexborNode) -> LexborNode | None:
    """The article of a MediaWiki page."""
    found = root.css(".mw-parser-output") or root.css("#mw-content-text")
    return max(found, key=lambda node: len(text_of(node))) if found else None


def _article(root: LexborNode) -> LexborNode:
    for selector in _MAIN:
        found = root.css(selector)
        if len(found) == 1 and text_of(found[0]).strip():
            return found[0]
    return root


@dataclass(kw_only=True)
class _Walk:
    """The line that is being read, and where in the page it stands."""

    notes: Notes
    title: str | None
    tables: bool
    parts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    linked: int = 0
    level: int = 0
    within: list[str] = field(default_factory=list)
    counters: list[int | None] = field(default_factory=list)
    number: int | None = None

    def blocks_of(self, article: LexborNode) -> Iterator[Block]:
        """The paragraphs and headings of the article."""
        for node, begins in walked(article, self._left_out):
            if node.is_text_node:
                self._add(node.text_content or "" if begins else "")
            elif node.tag in _BREAKING:
                yield from self._closed()
                self._turn(node, begins)
            elif node.tag == "a" and begins and (address := _address(node)):
                self.links.append(address)
            if node.tag == "a":
                self.within.append("a") if begins else self.within.pop()
        yield from self._closed()

    def _left_out(self, node: LexborNode) -> bool:
        if node.is_text_node:
            return False
        if node.is_element_node and (marker := self.notes.marker(node)) is not None:
            self.parts.append(marker)
            return True
        if node.mem_id in self.notes.unread or (node.tag == "table" and not self.tables):
            return True
        return is_beside_the_text(node)

    def _add(self, text: str) -> None:
        self.parts.append(text)
        if "a" in self.within:
            self.linked += len(text.strip())

    def _turn(self, node: LexborNode, begins: bool) -> None:
        """A block begins or ends: what the next line is."""
        tag = node.tag or ""
        if tag in _HEADINGS:
            self.level = _HEADINGS[tag] if begins else 0
        elif tag in ("ol", "ul"):
            self.counters.append(1 if tag == "ol" else None) if begins else self.counters.pop()
        elif tag == "table":
            self.within.append("table") if begins else self.within.pop()
        elif tag == "li" and begins and self.counters and (number := self.counters[-1]) is not None:
            self.number, self.counters[-1] = number, number + 1

    def _closed(self) -> Iterator[Block]:
        text = line_of("".join(self.parts))
        block = Block(text=text, level=self.level, number=self.number, links=tuple(self.links))
        only_links = self.tables and not self.level and self.linked >= len("".join(text.split()))
        self.parts, self.links, self.linked = [], [], 0
        if text:
            self.number = None
        in_table = "table" in self.within and len(text) < _SHORTEST_IN_TABLE
        is_title = self.level > 0 and text == self.title
        if text and not in_table and not is_title and not only_links:
            yield block


def _address(link: LexborNode) -> str | None:
    href = attribute(link, "href").strip()
    if _LINK.fullmatch(href) is None:
        return None
    return f"https:{href}" if href.startswith("//") else href


_OWN_NUMBER = regex(r"^(?:\^\s*)?[\[（(]?(\d{1,4})[\]）).、]{1,2}\s+|^\^\s+")
_BACK = regex(r"[\s\d↩↑⤴⇧⬆^.,\[\]\ufe0e\ufe0f]{1,8}")


def _references(notes: Notes) -> Iterator[Reference]:
    for element in notes.elements:
        number = notes.numbers[element.mem_id]
        nodes = [node for node, begins in walked(element, partial(_is_beside_the_entry, notes)) if begins]
        links = [(address, text_of(node)) for node in nodes if node.tag == "a" and (address := _address(node))]
        if text := _without_number(line_of("".join(_with_borders(nodes))), number):
            yield reference_of(
                number=number,
                text=text,
                links=[address for address, _ in links],
                linked=line_of(links[0][1]) if links else "",
            )


def _words_of(notes: Notes, element: LexborNode) -> str:
    nodes = [node for node, begins in walked(element, partial(_is_beside_the_entry, notes)) if begins]
    return _without_number(line_of("".join(_with_borders(nodes))), 0)


def _without_number(text: str, number: int) -> str:
    match = _OWN_NUMBER.match(text)
    return text[match.end() :] if match and match[1] in (None, str(number)) else text


def _with_borders(nodes: Sequence[LexborNode]) -> Iterator[str]:
    for node in nodes:
        yield node.text_content or "" if node.is_text_node else (" " if node.tag in _BREAKING else "")


def _is_beside_the_entry(notes: Notes, node: LexborNode) -> bool:
    if node.mem_id in notes.unread:
        return True
    if node.tag == "a" and "#" in attribute(node, "href") and _BACK.fullmatch(text_of(node)):
        return True
    return is_beside_the_text(node) or "mw-cite-backlink" in classes(node)
