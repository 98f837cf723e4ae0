"""Text → sentences, reference markers and the residue that a web page left in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from questions.document import Marker, Residue, Sentence
from questions.regex import regex

_PAGE = r"(?::\d{1,4}(?:[-–]\d{1,4})?(?![\d:]))?"  # [8]:23
_MARKER = regex(
    r"[\[［〔](?:(?P<numbers>\d{1,3}(?:\s?[-–,，、]\s?\d{1,3})*)"
    r"|(?:note|nb|n|註|注|参|參|a|lower-alpha)\s?\d{1,3}|citation needed|來源請求|来源请求|需要引用|需要引證)"
    rf"[\]］〕]{_PAGE}|(?<=[\w。，.,;；、）)」])\[[a-z]\]",
    re.IGNORECASE,
)
_NUMBERS = regex(r"(\d+)(?:\s?[-–]\s?(\d+))?")

_LANGUAGES = (
    "[英法德俄日韩韓荷葡西波捷希阿藏蒙满滿越泰緬缅土瑞丹挪芬匈拉乌烏梵]|意大利|義大利|西班牙|葡萄牙|格鲁吉亚|拉丁"
)
# "协定英语Agreement of … ，": the name of a language glued between a Chinese word and its foreign original.
_GLOSS = regex(
    rf"(?<=[\u3400-\u9fff》」”])(?<![用以讲講说說学學译譯和与與])(?:{_LANGUAGES})[语語文]"
    r"(?=[A-Za-zÀ-ɏЀ-ӿ])[A-Za-zÀ-ɏЀ-ӿ0-9 .'’–()-]+(?:,[A-Za-zÀ-ɏЀ-ӿ0-9 .'’–()-]+)*"
)
_GLUED = regex(r"[语語文](?=[A-Za-zÀ-ɏЀ-ӿ])")
_LONGEST_LANGUAGE = 4  # characters
_ARCHIVE_NOTE = regex(  # begins with one set of characters for speed
    r"[（(页頁\[](?:"
    r"(?<=[（(])[页頁]面存[档檔][备備]份[，,]存[于於]互[联聯][网網][档檔]案[馆館][）)]?"
    r"|(?<=[页頁])面存[档檔][备備]份[，,]存[于於]互[联聯][网網][档檔]案[馆館][）)]?"
    r"|(?<=[（(])原始[内內]容存[档檔][于於][^（）()\n]{4,30}[）)]"
    r"|(?<=\[)(?:编辑|編輯|edit)\]|(?:(?<=[.。]\[)|(?<=[.。] \[))\d{4}-\d{2}-\d{2}\])"
)

# A sentence ends at 。！？ with the closing brackets and markers that follow, at a line end, or at a full stop.
_CLOSERS = rf"[」』”’）)\"'》]*(?:[\[［〔][^\]］〕\n]{{1,12}}[\]］〕]{_PAGE})*"
_END = regex(rf"[。！？!?｡](?!》){_CLOSERS}|\.{_CLOSERS}(?=[ \t\u00a0]+[A-Z0-9\"“'‘(\[]|[ \t]*$)|\n", re.MULTILINE)
_ABBREVIATION = regex(
    r"(?:\b(?:[A-Za-z]|[Cc]a|Mr|Mrs|Ms|Dr|St|Sts|Mt|No|Nos|Jr|Sr|Gen|Col|Lt|Capt|Sgt|Gov|Sen|Rep|Rev|Hon|Prof|vs|etc|approx|fl"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Bros|vol|pp|ed|eds|Fr|Bp|Ave|Ft))$"
)
_LONGEST_ABBREVIATION = 8


def sentences_of(text: str, end: int) -> tuple[Sentence, ...]:
    """The sentences of ``text[:end]`` in order, without the white space between them."""
    return tuple(_sentences(text, end))


def _sentences(text: str, end: int) -> Iterator[Sentence]:
    start, paragraph, filled = 0, 0, False
    for stop in [*_stops(text, end), end]:
        first, last = _trimmed(text, start, stop)
        if first < last:
            yield Sentence(start=first, end=last, text=text[first:last], paragraph=paragraph)
            filled = True
        if filled and text[stop - 1 : stop] == "\n":
            paragraph, filled = paragraph + 1, False
        start = stop


def _stops(text: str, end: int) -> Iterator[int]:
    for match in _END.finditer(text, 0, end):
        if match[0][0] != "." or not _ABBREVIATION.search(
            text[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start()]
        ):
            yield match.end()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    stripped = piece.strip()
    first = start + len(piece) - len(piece.lstrip())
    return first, first + len(stripped)


def markers_of(text: str, end: int) -> tuple[Marker, ...]:
    """The reference markers of ``text[:end]``; a note that names no reference has no numbers."""
    return tuple(
        Marker(start=match.start(), end=match.end(), text=match[0], numbers=tuple(_numbers(match["numbers"] or "")))
        for match in _MARKER.finditer(text, 0, end)
    )


def _numbers(text: str) -> Iterator[int]:
    if text.isdecimal():
        yield int(text)
        return
    for first, last in _NUMBERS.findall(text):
        yield from range(int(first), int(last or first) + 1)


def residues_of(text: str, end: int) -> tuple[Residue, ...]:
    """What a saved web page left in ``text[:end]`` and what no statement should repeat."""
    found = [*_glosses(text, end), *_ARCHIVE_NOTE.finditer(text, 0, end)]
    spans = sorted((match.start(), match.start() + len(match[0].rstrip())) for match in found)
    return tuple(Residue(start=start, end=stop, text=text[start:stop]) for start, stop in _apart(spans))


def _glosses(text: str, end: int) -> Iterator[re.Match[str]]:
    """The glosses, looked for only where a word for a language can end: few texts have one."""
    for glued in _GLUED.finditer(text, 0, end):
        starts = range(max(0, glued.start() - _LONGEST_LANGUAGE), glued.start())
        match = next((match for start in starts if (match := _GLOSS.match(text, start, end))), None)
        if match is not None:
            yield match


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = 0
    for start, stop in spans:
        if start >= reached:
            yield start, stop
            reached = stop
