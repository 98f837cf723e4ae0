"""A text → where its reference list begins, and the entries of the list.

A list shows itself by numbers with back-links (``8. ^ …``), by back-links alone, which is what a browser copies of an
encyclopedia's page, by numbers below a heading, or by a heading and as many lines as the text has markers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from questions.document import Reference
from questions.references import read_reference
from questions.regex import regex

_REFERENCES: Final = (
    "(?:参考|參考)(?:文献|文獻|资料|資料|来源|來源)",
    "(?:资料|資料|引用)(?:来源|來源)",
    "References",
    "Citations",
    "Works cited",
)
_NOTES: Final = (
    "注释|註釋|注釋|注解|註解|脚注|腳註|引注|引註",
    "Notes|Footnotes|Sources|Bibliography|Explanatory notes",
)
_ELSEWHERE: Final = (
    "参见|參見|参看|參看|(?:相关|相關)(?:条目|條目)|外部(?:链接|連結|鏈接|連接)|(?:延伸|扩展|擴展)(?:阅读|閱讀)",
    "(?:参考|參考|引用)?(?:书目|書目|来源|來源)|引用|备注|備註|备考",
    "See also|External links?|Further reading|General (?:references|sources)",
)
_JOINED: Final = r"(?:\s?(?:[与與和及、]|and)\s?)"


def _heading(*words: str) -> re.Pattern[str]:
    """A line that is one of the words, or two of them joined, with what an encyclopedia's page adds to its headings."""
    one = rf"(?:{'|'.join(words)})"
    edit = r"(?:\[(?:编辑|編輯|edit)\])"
    return regex(rf"^[ \t=#]*{one}(?:{_JOINED}{one})?[ \t=]*{edit}?[ \t]*$", re.MULTILINE | re.IGNORECASE)


_PROMISES_ENTRIES: Final = _heading(*_REFERENCES)
_HEADS_REFERENCES: Final = _heading(*_REFERENCES, *_NOTES)
_HEADS_APPENDIX: Final = _heading(*_REFERENCES, *_NOTES, *_ELSEWHERE)

_LABELS: Final = (
    r"(?:(?:Jump up(?: to)?|跳转至|跳轉至|跳至)[:：]?[ \t]+)?(?:(?:(?P<label>\d+)\.\d+|[a-z]{1,2}\b)[ \t]+)*"
)
_NUMBERED_BACK_LINK: Final = regex(rf"^[ \t]*(?P<number>\d{{1,4}})[.、][ \t]+\^[ \t]+{_LABELS}", re.MULTILINE)
_BACK_LINK: Final = regex(rf"^[ \t]*\^[ \t]+{_LABELS}", re.MULTILINE)
_NUMBERED: Final = regex(r"^[ \t]*(?:(?P<plain>\d{1,4})[.、)]|\[(?P<number>\d{1,4})\])[ \t]+", re.MULTILINE)
_LINE: Final = regex(r"^[ \t]*(?=\S)", re.MULTILINE)
_MARKER: Final = regex(r"\[(\d{1,4})\]")
# What stands at the foot of an encyclopedia's page, below its last section.
_FOOT: Final = regex(
    r"^[ \t]*(?:(?:分类|分類|Category|Categories)[:：]|(?:本页面?|本頁面?)最[后後]修[订訂]|This page was last edited)",
    re.MULTILINE,
)
_LONGEST_FOOT: Final = 2_000  # characters


@dataclass(frozen=True, kw_only=True)
class ReferenceList:
    """Where the body ends for the list (the text's length where there is none), and the list's entries."""

    start: int
    entries: tuple[Reference, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Entry:
    """Where an entry's line begins, where its words begin, and its number."""

    line: int
    words: int
    number: int


def reference_list(text: str) -> ReferenceList:
    """The reference list that ends the text; the body ends where it, or an appendix just before it, begins."""
    entries = _entries(text)
    if not entries:
        return ReferenceList(start=_foot(text))
    begin = entries[0].line
    heading = _last(_HEADS_REFERENCES, text, begin)
    if heading is not None and not text[heading.end() : begin].strip():
        begin = heading.start()
    return ReferenceList(start=_first_appendix(text, begin), entries=tuple(_read(text, entries)))


def heads_references(heading: str) -> bool:
    """Whether a section of this heading holds the references."""
    return _HEADS_REFERENCES.fullmatch(heading) is not None


def heads_appendix(heading: str) -> bool:
    """Whether a section of this heading holds references, notes or links, and no text of the document's own."""
    return _HEADS_APPENDIX.fullmatch(heading) is not None


def _entries(text: str) -> Sequence[_Entry]:
    found = [_Entry(line=m.start(), words=m.end(), number=int(m["number"])) for m in _NUMBERED_BACK_LINK.finditer(text)]
    return found or _back_linked(text) or _numbered(text) or _below_a_heading(text)


def _back_linked(text: str) -> Sequence[_Entry]:
    """The lines that begin with a back-link only: those below a heading of references before those below one of notes.

    They are numbered as they stand; a label such as ``5.0`` names its entry's number.
    """
    lines = list(_BACK_LINK.finditer(text))
    if not lines:
        return []
    promised = _last(_PROMISES_ENTRIES, text, lines[-1].start()) or _last(_HEADS_REFERENCES, text, lines[-1].start())
    first = promised.end() if promised else 0
    number, found = 0, []
    for line in lines:
        if line.start() >= first:
            number = max(number + 1, int(line["label"] or 0))
            found.append(_Entry(line=line.start(), words=line.end(), number=number))
    return found


def _numbered(text: str) -> Sequence[_Entry]:
    heading = _last(_HEADS_REFERENCES, text, len(text))
    if heading is None:
        return []
    lines = _NUMBERED.finditer(text, heading.end())
    return [_Entry(line=m.start(), words=m.end(), number=int(m["number"] or m["plain"])) for m in lines]


def _below_a_heading(text: str) -> Sequence[_Entry]:
    """The lines below the last heading of references, if the markers of the text name no number beyond them."""
    heading = _last(_PROMISES_ENTRIES, text, len(text))
    if heading is None:
        return []
    blank = text.find("\n\n", heading.end() + 1)
    lines = list(_LINE.finditer(text, heading.end() + 1, len(text) if blank < 0 else blank))
    highest = max((int(number) for number in _MARKER.findall(text, 0, heading.start())), default=0)
    if not 0 < highest <= len(lines):
        return []
    return [_Entry(line=m.start(), words=m.end(), number=index) for index, m in enumerate(lines, start=1)]


def _last(heading: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    found = None
    for match in heading.finditer(text, 0, end):
        found = match
    return found


def _read(text: str, entries: Sequence[_Entry]) -> Iterator[Reference]:
    ends = [match.start() for pattern in (_FOOT, _HEADS_APPENDIX) if (match := pattern.search(text, entries[-1].words))]
    limits = [entry.line for entry in entries[1:]] + [min(ends, default=len(text))]
    for entry, limit in zip(entries, limits, strict=True):
        blank = text.find("\n\n", entry.words, limit)
        body = text[entry.words : limit if blank < 0 else blank].rstrip()
        if body:
            yield read_reference(number=entry.number, text=body, start=entry.words)


def _first_appendix(text: str, begin: int) -> int:
    """Where the first of the appendices begins that follow each other up to `begin`."""
    for heading in reversed(list(_HEADS_APPENDIX.finditer(text, 0, begin))):
        if not _lists(text[heading.end() : begin]):
            break
        begin = heading.start()
    return begin


_LONGEST_LINK: Final = 100  # characters
_LISTED: Final = regex(r"[\^*•·\-–]|(?:\d{1,3}|[a-z])[.)]\s|\[\w+[ \d]*\]")


def _lists(section: str) -> bool:
    """Whether a section holds back-links, bullets and titles, and no sentences."""
    lines = [line.strip() for line in section.splitlines() if line.strip()]
    return all(_LISTED.match(line) or (len(line) <= _LONGEST_LINK and line[-1] not in "。.!?！？") for line in lines)


def _foot(text: str) -> int:
    """Where the foot of the page begins; the text's length where it has none."""
    foot = _FOOT.search(text, max(0, len(text) - _LONGEST_FOOT))
    return foot.start() if foot else len(text)
