"""What formats hold → plain text: the bytes of a file decoded, and HTML reduced to what a reader sees."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from questions.document import UnreadableDocument
from questions.exchange.drafts import Rejected
from questions.exchange.item import Field, Loss, UnreadableFile, Wrong
from questions.readers.encoding import decoded
from questions.readers.html_guard import calmed
from questions.regex import regex

LONGEST_HTML = 200_000

_MARKUP = regex(r"<[a-zA-Z/!]|&(?:#?\w{1,31});")
_IMAGE = regex(r"<(?:img|svg|object|embed|video|audio|iframe|canvas|picture)\b|@@PLUGINFILE@@", re.IGNORECASE)
_FORMULA = regex(r"<(?:m:)?math\b|\\\(|\\\[|\$\$", re.IGNORECASE)
_SPACES = regex(r"[ \t\n\r\f]+")
_RUN = regex(r" {2,}")
_LINE_SPACES = regex(r" ?\n ?")
_BLOCKS = frozenset(
    "p div li ul ol table tr dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre section article header footer hr".split()  # noqa: SIM905
)


def text_in(content: bytes) -> str:
    """The text of the bytes, with line ends as ``\\n``; raises UnreadableFile."""
    try:
        return decoded(content).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnreadableDocument as reason:
        raise UnreadableFile(str(reason)) from reason


def seen_text(html: str) -> str:
    """The text that a reader of the HTML sees, without marks of looks, with a line end for each block and ``<br>``.

    Raises Rejected for HTML that is too long to be a question's.
    """
    if not _MARKUP.search(html):
        return html.strip()
    if len(html) > LONGEST_HTML:
        raise Rejected(Field.QUESTION, Wrong.TOO_LONG, str(LONGEST_HTML))
    body = LexborHTMLParser(calmed(html)).body
    if body is None:
        return ""
    text = "".join(map(_written, body.traverse(include_text=True)))
    lines = _LINE_SPACES.sub("\n", _RUN.sub(" ", text)).strip()
    return re.sub(r"\n{2,}", "\n", lines)


def _written(node: LexborNode) -> str:
    if node.tag == "-text":
        return _SPACES.sub(" ", node.text_content or "")
    return "\n" if node.tag == "br" or node.tag in _BLOCKS else ""


def lost_in(html: str) -> tuple[tuple[Loss, str], ...]:
    """What a text holds besides text: images and formulas."""
    image = ((Loss.IMAGE, ""),) if _IMAGE.search(html) else ()
    formula = ((Loss.FORMULA, ""),) if _FORMULA.search(html) else ()
    return (*image, *formula)
