"""Wikitext → Document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from questions.document import Document, Language, Reference, SourceFormat
from questions.readers.assembling import Block, Extract, document_of, line_of, reference_of
from questions.readers.citations import is_citation, reference_of_citation
from questions.readers.language import language_of
from questions.readers.variants import chosen_variant
from questions.readers.wikitext_marks import resolved
from questions.readers.wikitext_notes import Note, Notes, hidden, without_mentions, without_private
from questions.readers.wikitext_templates import Template, template_of, words_of
from questions.regex import regex

_UNREAD = "gallery math chem score timeline syntaxhighlight source pre imagemap templatestyles graph mapframe hiero"
_PAIRS = (
    ("<!--", "-->"),
    *((f"<{name}", f"</{name}>") for name in _UNREAD.split()),
    ("<references>", "</references>"),
)


def read_wikitext(text: str, *, title: str | None = None) -> Document:
    """The document of a page's wikitext: its running text, and what ``<ref>`` and citation templates say."""
    language = language_of(text)
    notes = Notes(remark="注" if language.is_chinese else "note")
    reading = _Reading(traditional=language is Language.TRADITIONAL, notes=notes)
    blocks = tuple(reading.blocks_of(text))
    extract = Extract(
        format=SourceFormat.WIKITEXT,
        title=_name_of(text),
        blocks=blocks,
        references=tuple(reading.references()),
        notes=tuple(reading.remarks()),
    )
    return document_of(extract, title=title)


_NAMING = regex(r"^(?![|{}\[*#:;=!<]).{0,160}?'''(?:'')?([^'\[\]{}|<>\n]{2,60})'''", re.MULTILINE)


def _name_of(text: str) -> str | None:
    """What the page's first sentence has in bold, by custom the page's name."""
    match = _NAMING.search(text)
    return " ".join(unescape(match[1]).split()) if match else None


@dataclass(kw_only=True)
class _Reading:
    """What was met so far in a page."""

    traditional: bool
    notes: Notes
    citations: list[Template] = field(default_factory=list)

    def blocks_of(self, text: str) -> Iterator[Block]:
        """The paragraphs, list items and headings of the page, with the markers of their notes."""
        for begins, ends in _PAIRS[:-1]:
            text = _without(text, begins, ends)
        listed = self.notes.taken_out(without_private(text))
        running = self._resolved(_without(_REFERENCES.sub("", listed), *_PAIRS[-1]))
        cited = _CITED.sub(lambda match: self._cited(int(match[1]), 0).text, running)
        yield from _blocks(self.notes.marked(cited))

    def references(self) -> Iterator[Reference]:
        """What the notes say that the text cites, by number."""
        for number, content in self.notes.entries():
            running = self._resolved(content)
            links = _LINK.findall(running)
            found = [int(match[1]) for match in _CITED.finditer(running)]
            rest = line_of(_plain(_CITED.sub("", running)))
            if found:
                yield self._cited(found[0], number, rest if re.search(r"\w", rest) else "")
            elif text := rest or " ".join(links):
                label = _EXTERNAL.search(running)
                linked = line_of(_plain(label[1] or "")) if label else ""
                yield reference_of(number=number, text=text, links=links, linked=linked)

    def remarks(self) -> Iterator[tuple[str, str]]:
        """What the remarks say that the text cites, by label."""
        for label, content in self.notes.remarks():
            running = _CITED.sub("", without_mentions(self._resolved(content)))
            if text := line_of(_plain(running)):
                yield label, text

    def _cited(self, index: int, number: int, rest: str = "") -> Reference:
        if index >= len(self.citations):
            return reference_of(number=number, text="—")
        return reference_of_citation(self.citations[index], number=number, rest=rest)

    def _resolved(self, text: str) -> str:
        return resolved(text, {"{{": self._template, "[[": _link, "{|": hidden, "-{": self._variant})

    def _variant(self, inside: str) -> str:
        return chosen_variant(inside, traditional=self.traditional)

    def _template(self, inside: str) -> str:
        template = template_of(inside)
        if is_citation(template):
            self.citations.append(Template(name=template.name, parameters=_plain_parameters(template)))
            return f"\ue002{len(self.citations) - 1}\ue003"
        if template.name in _NOTE_LISTS or template.name.startswith("reflist"):
            return ""
        if (mention := self._mention(template)) is not None:
            return mention
        return words_of(template) or hidden(inside)

    def _mention(self, template: Template) -> str | None:
        """What stands for a template that mentions notes; None for any other."""
        get = template.first
        if template.name in ("r", "ref name"):
            names = [value for name, value in template.parameters.items() if name.isdecimal()]
            return "".join(self.notes.mention(Note(name=name, group=get("group"), content="")) for name in names)
        if template.name in ("sfn", "sfnp", "sfnm"):
            content = _short(template)
            return self.notes.mention(Note(name=f"{template.name} {content}", group="", content=content))
        if template.name in ("refn", "#tag:ref"):
            return self.notes.mention(Note(name=get("name"), group=get("group"), content=get("1")))
        if template.name in _REMARKS:
            return self.notes.mention(Note(name=get("name"), group="note", content=get("1", "text")))
        return _short(template) if template.name in ("harvnb", "harv", "harvtxt", "harvcol") else None


_REMARKS = frozenset(["efn", "efn-ua", "efn-lr", "efn-lg", "notetag", "footnote"])
_NOTE_LISTS = frozenset(
    [
        "references",
        "notelist",
        "refs",
        "ref list",
        "参考列表",
        "參考列表",
        "参考文献列表",
        "notefoot",
        "listaref",
        "refbegin",
    ]
)
_REFERENCES = regex(r"<references\b[^<>]{0,200}/>", re.IGNORECASE)
_CITED = regex("\ue002(\\d+)\ue003")
_LINK = regex(r"https?://[^\s\[\]<>\"|{}\ue000-\ue00f]+", re.IGNORECASE)


def _without(text: str, begins: str, ends: str) -> str:
    """The text without what stands between these, in either case; an end that is missing is the text's."""
    parts, reached, lower = [], 0, text.lower()
    if len(lower) != len(text):
        lower = text
    while (start := lower.find(begins, reached)) >= 0:
        parts.append(text[reached:start])
        close, end = lower.find(">", start), lower.find(ends, start)
        empty = begins[-1] not in "->" and close > 0 and lower[close - 1] == "/"
        if empty or end < 0:
            reached = close + 1 if empty or (close >= 0 and begins != "<!--") else len(text)
        else:
            reached = end + len(ends)
        if end < 0 and not empty:
            break
    return "".join([*parts, text[reached:]])


def _short(template: Template) -> str:
    """``{{sfn|Smith|Jones|1999|p=12}}``: Smith & Jones 1999, p. 12."""
    names = [value for name, value in template.parameters.items() if name.isdecimal()]
    page = template.first("p", "pp", "page", "pages", "loc")
    authors = " & ".join(names[:-1])
    return ", ".join(
        part for part in (f"{authors} {''.join(names[-1:])}".strip(), f"p. {page}" if page else "") if part
    )


_FILE = regex(r"\s*(?:file|image|media|category|文件|檔案|档案|圖像|图像|图片|分類|分类)\s*:", re.IGNORECASE)
_ELSEWHERE = regex(r"[a-z]{2,3}(?:-[a-z]{2,8}){0,2}:\S")


def _link(inside: str) -> str:
    target, bar, label = inside.partition("|")
    if _FILE.match(target) or (not bar and _ELSEWHERE.match(target)):
        return hidden(inside)
    return label if label.strip() else target.lstrip(":")


_EXTERNAL = regex(r"\[(?:https?:)?//[^\s\[\]<>\"]+(?:[ \t]+([^\[\]\n]{0,1000}))?\]", re.IGNORECASE)
_BREAK = regex(r"<(?:br|hr|p|/p|div|/div|poem|/poem|blockquote|/blockquote)\b[^<>]{0,300}>", re.IGNORECASE)
_TAG = regex(r"</?[a-z][^<>]{0,500}>", re.IGNORECASE)
_LOOKS = regex(r"'{2,5}|__[A-Z]{3,20}__|~{3,5}")


def _plain(text: str) -> str:
    """The text without tags, external addresses and marks of mere looks, characters in their own shape."""
    labelled = _EXTERNAL.sub(lambda match: match[1] or "", text)
    return unescape(_LOOKS.sub("", _TAG.sub("", labelled)))


def _plain_parameters(template: Template) -> dict[str, str]:
    return {name: _plain(value) for name, value in template.parameters.items()}


def _blocks(text: str) -> Iterator[Block]:
    paragraph: list[str] = []
    for line in [*_BREAK.sub("\n\n", text).split("\n"), ""]:
        level = _heading_level(line)
        alone = level > 0 or line.lstrip()[:1] in ("*", "#", ":", ";", "|", "!") or not line.strip()
        if not alone:
            paragraph.append(line)
            continue
        if words := line_of(_plain("\n".join(paragraph))):
            yield Block(text=words)
        paragraph = []
        bare = line.strip().strip("=") if level else line.strip().lstrip("*#:; ")
        if (words := line_of(_plain(bare))) and not bare.startswith(("|", "!", "----")):
            yield Block(text=words, level=level)


def _heading_level(line: str) -> int:
    bare = line.strip()
    if not bare.startswith("=") or not bare.endswith("=") or not bare.strip("= \t"):
        return 0
    return min(len(bare) - len(bare.lstrip("=")), len(bare) - len(bare.rstrip("=")), 6)
