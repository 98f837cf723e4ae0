"""Reads a template for the text that a visitor sees, and for what may not stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from jinja2 import Environment, nodes

SHOWN = frozenset({"alt", "aria-label", "aria-description", "aria-roledescription", "label", "placeholder", "title"})
SILENT = frozenset({"script", "style"})
_UNSEEN = frozenset({"trans", "main_class"})  # translated, or the value of an attribute that nobody sees
TRANSLATING = frozenset({"_", "gettext", "ngettext", "N_"})
A_SENTENCE = re.compile(r"[A-Z][a-z]*(?: |$|[.,:!?])")
_ENVIRONMENT = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)


@dataclass(frozen=True, kw_only=True)
class Found:
    """Something in a template, and the line that it stands on."""

    line: int
    text: str


class _Page(HTMLParser):
    """The texts, attributes and elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[Found] = []
        self.attributes: list[tuple[str, str, Found]] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        self.attributes += [(tag, name, Found(line=line, text=value or "")) for name, value in attrs]
        self.attributes.append((tag, "", Found(line=line, text=" ".join(name for name, _value in attrs))))
        self._silent = tag if tag in SILENT else ""

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - html.parser's signature
        self._silent = ""

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self.texts.append(Found(line=self.getpos()[0], text=data.strip()))


def page_of(template: str) -> _Page:
    """The template's own markup: what the template language puts there is left out, lines are kept."""
    page = _Page()
    page.feed("".join(_plain(template)))
    page.close()
    return page


def _plain(template: str) -> Iterator[str]:
    """What the lexer calls plain text, a 0 for each expression, and the line ends of all the rest."""
    tag: list[str] = []
    blocks: list[str] = []
    for _line, kind, text in _ENVIRONMENT.lex(template):
        if kind == "data":
            yield "\n" * text.count("\n") if _UNSEEN & set(blocks) else text
            continue
        yield "\n" * text.count("\n")
        if kind == "variable_begin":
            yield "0"
        elif kind == "block_begin":
            tag = []
        elif kind == "name":
            tag.append(text)
        elif kind == "block_end":
            _open_or_close(blocks, tag)


def _open_or_close(blocks: list[str], tag: list[str]) -> None:
    """Keep the names of the open blocks, a translated passage being one named "trans"."""
    if tag[:1] == ["block"]:
        blocks.append(tag[1])
    elif tag[:1] == ["trans"]:
        blocks.append("trans")
    elif tag[:1] in (["endblock"], ["endtrans"]):
        blocks.pop()


def unmarked_text(template: str) -> list[Found]:
    """Text that a visitor would read or hear and that no translation reaches."""
    page = page_of(template)
    shown = [found for _tag, name, found in page.attributes if name in SHOWN]
    written = [found for found in (*page.texts, *shown) if any(letter.isalpha() for letter in found.text)]
    return [*written, *_spoken_constants(template)]


def _spoken_constants(template: str) -> Iterator[Found]:
    """Sentences written as constants in the template's expressions, outside of any call that translates them."""
    tree = _ENVIRONMENT.parse(template)
    marked = {
        id(constant)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in TRANSLATING
        for constant in call.find_all(nodes.Const)
    }
    for constant in tree.find_all(nodes.Const):
        if id(constant) not in marked and isinstance(constant.value, str) and A_SENTENCE.match(constant.value):
            yield Found(line=constant.lineno, text=constant.value)


def inline_code(template: str) -> list[Found]:
    """Scripts and styles written into the page, which the site's policy does not run."""
    page = page_of(template)
    found = [
        Found(line=entry.line, text=f"{tag} {name}={entry.text}")
        for tag, name, entry in page.attributes
        if name == "style" or name.startswith("on") or entry.text.strip().lower().startswith("javascript:")
    ]
    bare = [
        Found(line=entry.line, text=tag)
        for tag, name, entry in page.attributes
        if not name and (tag == "style" or (tag == "script" and "src" not in entry.text.split()))
    ]
    return found + bare
