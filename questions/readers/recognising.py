"""Which format a source is written in, by its signs: text that only mentions markup stays text."""

from __future__ import annotations

import re

from questions.document import SourceFormat

_PAGE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_PIECE = re.compile(
    r"\s*<(?:address|article|blockquote|center|div|dl|h[1-6]|main|meta|ol|p|section|table|title|ul)[\s>]", re.IGNORECASE
)
_BLOCK_END = re.compile(r"</(?:article|blockquote|div|h[1-6]|li|main|ol|p|section|table|title|ul)\s*>", re.IGNORECASE)
_COMMENT = re.compile(r"\s*<!--")

_WIKITEXT = (
    re.compile(r"<ref(?:\s[^<>]{0,200})?(?:/>|>[^\n]{0,2000}?</ref>)", re.IGNORECASE),
    re.compile(r"\[\[[^\[\]\n]{1,200}\]\]"),
    re.compile(r"\{\{[^{}\n]{1,100}(?:[{}\n])"),
    re.compile(r"'''[^'\n]{1,200}'''"),
    re.compile(r"^={2,6}[^=\n]{1,200}={2,6}[ \t]*$", re.MULTILINE),
    re.compile(r"^\{\|", re.MULTILINE),
    re.compile(r"-\{[^{}\n]{1,200}\}-"),
)
_MARKDOWN = (
    re.compile(r"^#{1,6} +\S", re.MULTILINE),
    re.compile(r"(?<!\[)\[[^\[\]\n]{1,200}\]\((?:https?://|/|#|mailto:)[^()\s]{0,400}"),
    re.compile(r"\*\*\S[^*\n]{0,200}\*\*"),
    re.compile(r"^```", re.MULTILINE),
    re.compile(r"^(?:[-*+] |> )", re.MULTILINE),
)
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\]\s]{1,60}\]:[ \t]", re.MULTILINE)
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
