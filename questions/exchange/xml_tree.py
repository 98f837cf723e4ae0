"""XML as a tree that knows its lines; written by others, and therefore read with bounds.

Document types and entities are refused, nesting and the number of elements are limited, and what stands before a
mistake is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from questions.exchange.item import UnreadableFile
from questions.regex import regex

_ODD_IN_ATTRIBUTE = regex(r"[&<>\"\s]")

DEEPEST = 60
MOST_ELEMENTS = 500_000


@dataclass(slots=True)
class Node:
    """An element: its name without namespace, its attributes, its line, and its texts and elements in order.

    `whole` says that its end was read too.
    """

    name: str
    attributes: dict[str, str]
    line: int | None = None
    namespace: str = ""
    parts: list[Node | str] = field(default_factory=list)
    whole: bool = False

    def all(self, *names: str) -> Iterator[Node]:
        """The elements of these names right within this one."""
        return (part for part in self.parts if isinstance(part, Node) and part.name in names)

    def first(self, *path: str) -> Node | None:
        """The first element found by going down the path."""
        node: Node | None = self
        for name in path:
            node = next(node.all(name), None) if node else None
        return node

    def text(self, *path: str) -> str:
        """All text within the element found by going down the path; empty where there is none."""
        node = self.first(*path)
        return "".join(node.strings()) if node else ""

    def strings(self) -> Iterator[str]:
        for part in self.parts:
            if isinstance(part, str):
                yield part
            else:
                yield from part.strings()

    def every(self) -> Iterator[Node]:
        """This element and all within it, in the order of the text."""
        yield self
        for part in self.parts:
            if isinstance(part, Node):
                yield from part.every()


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The root of a document; where it is broken, the line at which reading ended."""

    root: Node
    broken: bool = False
    line: int | None = None


class _Builder:
    """Builds the tree from what the parser reports."""

    def __init__(self) -> None:
        self.parser: DefusedXMLParser | None = None
        self.root: Node | None = None
        self._open: list[Node] = []
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= DEEPEST or self._count > MOST_ELEMENTS:
            raise UnreadableFile("The file has too many elements, or nests them too deeply.")
        namespace, _brace, name = tag.rpartition("}")
        line = self.parser.parser.CurrentLineNumber if self.parser else None
        plain = {key.rpartition("}")[2]: text for key, text in attributes.items()}
        node = Node(name, plain, line, namespace.removeprefix("{"))
        if self._open:
            self._open[-1].parts.append(node)
        elif self.root is None:
            self.root = node
        self._open.append(node)

    def end(self, _tag: str) -> None:
        self._open.pop().whole = True

    def data(self, text: str) -> None:
        if self._open:
            self._open[-1].parts.append(text)

    def close(self) -> None:
        """The parser calls it."""


def read_xml(content: bytes) -> Reading:
    """The tree of a document; raises UnreadableFile where there is not even a first element."""
    builder = _Builder()
    parser = DefusedXMLParser(target=builder, forbid_dtd=True)
    builder.parser = parser
    try:
        parser.feed(content)
        parser.close()
    except DefusedXmlException as reason:
        raise UnreadableFile("The file declares a document type or entities, which are not read.") from reason
    except (ParseError, ValueError, LookupError) as reason:
        if isinstance(reason, UnreadableFile):
            raise
        if builder.root is None:
            raise UnreadableFile("The file is not XML.") from reason
        line = reason.position[0] if isinstance(reason, ParseError) else None
        return Reading(root=builder.root, broken=True, line=line)
    if builder.root is None:
        raise UnreadableFile("The file is not XML.")
    return Reading(root=builder.root)


class Element(NamedTuple):
    """An element to be written: text, or elements and texts in order."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    parts: tuple[Element | str, ...] = ()


def element(name: str, *parts: Element | str, **attributes: str) -> Element:
    """An element with these parts and attributes."""
    return Element(name, tuple(attributes.items()), parts)


def written_xml(root: Element) -> str:
    """The document, an element a line except where there is text beside it."""
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(_lines(root, 0))


def _lines(node: Element, depth: int) -> Iterator[str]:
    indent = "  " * depth
    if not node.parts or any(isinstance(part, str) for part in node.parts):
        yield f"{indent}{inline(node)}\n"
        return
    yield f"{indent}<{_opening(node)}>\n"
    for part in node.parts:
        if isinstance(part, Element):
            yield from _lines(part, depth + 1)
    yield f"{indent}</{node.name}>\n"


def inline(node: Element) -> str:
    """The element without blanks of our own in it."""
    inner = "".join(_escaped(part) if isinstance(part, str) else inline(part) for part in node.parts)
    return f"<{_opening(node)}>{inner}</{node.name}>" if node.parts else f"<{_opening(node)}/>"


def _opening(node: Element) -> str:
    return node.name + "".join([f' {key}="{_quoted(text)}"' for key, text in node.attributes])


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(text: str) -> str:
    """The text within the quotes of an attribute, which knows blanks of one kind only."""
    return " ".join(_escaped(text).replace('"', "&quot;").split()) if _ODD_IN_ATTRIBUTE.search(text) else text
