"""Which format a source is written in, by its signs: text that only mentions markup stays text."""

from __future__ import annotations

import re

from questions.document import SourceFormat
from questions.regex import regex

_PAGE = regex(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_PIECE = regex(
    r"\s*<(?:address|article|blockquote|center|div|dl|h[1-6]|main|meta|ol|p|section|table|title|ul)[\s>]", re.IGNORECASE
)
_BLOCK_END = regex(r"</(?:article|blockquote|div|h[1-6]|li|main|ol|p|section|table|title|ul)\s*>", re.IGNORECASE)
_COMMENT = regex(r"\s*<!--")

_WIKITEXT = (
    regex(r"<ref(?:\s[^<>]{0,200})?(?:/>|>[^\n]{0,2000}?</ref>)", re.IGNORECASE),
    regex(r"\[\[[^\[\]\n]{1,200}\]\]"),
    regex(r"\{\{[^{}\n]{1,100}(?:[{}\n])"),
    regex(r"'''[^'\n]{1,200}'''"),
    regex(r"^={2,6}[^=\n]{1,200}={2,6}[ \t]*$", re.MULTILINE),
    regex(r"^\{\|", re.MULTILINE),
    regex(r"-\{[^{}\n]{1,200}\}-"),
)
_MARKDOWN = (
    regex(r"^#{1,6} +\S", re.MULTILINE),
    regex(r"(?<!\[)\[[^\[\]\n]{1,200}\]\((?:https?://|/|#|mailto:)[^()\s]{0,400}"),
    regex(r"\*\*\S[^*\n]{0,200}\*\*"),
    regex(r"^```", re.MULTILINE),
    regex(r"^(?:[-*+] |> )", re.MULTILINE),
)
_FOOTNOTE = regex(r"^ {0,3}\[\^[^\]\s]{1,60}\]:[ \t]", re.MULTILINE)
_SAMPLE = 200_000


def recognised(text: str) -> SourceFormat:
    """The format of a text. One kind of sign is not enough, but for a page's beginning and for Markdown's footnotes."""
    sample = _without_comment(text[:_SAMPLE])
    if _PAGE.match(sample) or (_PIECE.match(sample) and _BLOCK_END.search(sample)):
        return SourceFormat.HTML
    if _kinds(_WIKITEXT, sample) > 1:
        return SourceFormat.WIKITEXT
    if _FOOTNOTE.search(text) or _kinds(_MARKDOWN, sample) > 1:
        return SourceFormat.MARKDOWN
    return SourceFormat.TEXT


def _without_comment(text: str) -> str:
    """The text without the comments that it begins with, such as where a page was saved from."""
    while match := _COMMENT.match(text):
        end = text.find("-->", match.end())
        if end < 0:
            return text
        text = text[end + len("-->") :]
    return text


def _kinds(signs: tuple[re.Pattern[str], ...], text: str) -> int:
    return sum(sign.search(text) is not None for sign in signs)
