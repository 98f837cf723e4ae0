"""A reference list, and one entry of it → its fields.

An entry is read from its end to its beginning by a list of steps. Each step recognises one field, keeps it, and takes
its characters away, so that what is left at last is author, title, place and publisher between full stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from questions.calendar_forms import CALENDAR_FORM, calendar_date
from questions.dates import DateValue
from questions.document import Reference

_HEADING = re.compile(
    r"^[ \t=#]*(?:参考(?:文献|资料|来源)|參考(?:文獻|資料|來源)|注释|註釋|注釋|脚注|腳註"
    r"|References|Notes|Footnotes|Citations|Sources|Bibliography)"
    r"[ \t=]*(?:\[(?:编辑|編輯|edit)\])?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_BACK_LINKED = re.compile(r"^[ \t]*(?P<number>\d{1,4})[.、][ \t]+\^[ \t]+(?:(?:\d+\.\d+|[a-z]\b)[ \t]+)*", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]*(?:(?P<plain>\d{1,4})[.、)]|\[(?P<number>\d{1,4})\])[ \t]+", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class ReferenceList:
    """Where the list begins in the text (the text's length where there is none), and its entries."""

    start: int
    entries: tuple[Reference, ...] = ()


def reference_list(text: str) -> ReferenceList:
    """The reference list that ends the text: back-linked lines (``8. ^ …``), or numbered lines below a heading."""
    starts = list(_BACK_LINKED.finditer(text))
    headings = list(_HEADING.finditer(text, 0, starts[0].start() if starts else len(text)))
    heading = headings[-1] if headings else None
    if not starts and heading is not None:
        starts = list(_NUMBERED.finditer(text, heading.end()))
    if not starts:
        return ReferenceList(start=len(text))
    begin = starts[0].start()
    if heading is not None and not text[heading.end() : begin].strip():
        begin = heading.start()
    return ReferenceList(start=begin, entries=tuple(_entries(text, starts)))


def _entries(text: str, starts: list[re.Match[str]]) -> Iterator[Reference]:
    ends = [match.start() for match in starts[1:]] + [len(text)]
    for match, limit in zip(starts, ends, strict=True):
        blank = text.find("\n\n", match.end(), limit)
        body = text[match.end() : limit if blank < 0 else blank].rstrip()
        number = int(match["number"] or match["plain"])
        if body:
            yield read_reference(number=number, text=body, start=match.end())


def heads_references(heading: str) -> bool:
    """Whether a section of this heading holds the references."""
    return _HEADING.fullmatch(heading) is not None


def read_reference(*, number: int, text: str, start: int = 0) -> Reference:
    """The fields of one entry; `text` is the entry without its number and back-links, `start` its place."""
    reading = _Reading(rest=text, found=Reference(number=number, text=text, start=start, end=start + len(text)))
    for step in _STEPS:
        reading = step(reading)
    return reading.found


@dataclass(frozen=True, kw_only=True)
class _Reading:
    """What has been found, and the characters that no step has claimed yet."""

    rest: str
    found: Reference


_RESIDUE = re.compile(
    r"[（(]?[页頁]面存[档檔][备備]份[，,]\s?存[于於]互[联聯][网網][档檔]案[馆館][）)]?|互[联聯][网網][档檔]案[馆館]的存[档檔][，,]?"
)
_ARCHIVED = re.compile(
    rf"[（(]?(?:原始[内內]容存[档檔][于於]|[，,]?存[档檔]日期)\s?(?P<zh>{CALENDAR_FORM})[）)]?"
    rf"|Archived(?: from the original)?(?: \(PDF\))? on (?P<en>{CALENDAR_FORM})\.?"
)
_ACCESSED = re.compile(
    rf"\[(?P<bracket>{CALENDAR_FORM})\]"
    rf"|(?:Retrieved|Accessed|Retrieved on|访问日期|訪問日期|查閱日期)[:：]?\s(?P<word>{CALENDAR_FORM})\.?"
)
_LANGUAGE = re.compile(r"[（(](?P<zh>[\u4e00-\u9fff]{1,6}[文语語])[）)]|\(in (?P<en>[A-Z][a-z]+)\)")
_ADDRESS = re.compile(r"https?://[^\s<>\]）)，。]+")
_IDENTIFIER = re.compile(r"\b(?:ISBN|ISSN|OCLC|doi|DOI|PMID|JSTOR)[:\s]\s?[\w./()-]+\.?|\bpp?\.\s?\d+(?:[–-]\d+)?\.?")
_LEADING_DATE = re.compile(rf"^(?P<publisher>[^.:]{{2,60}}?),?\s(?P<date>{CALENDAR_FORM}):\s")
_BRACKETED_DATE = re.compile(rf"[（(](?P<date>{CALENDAR_FORM}|\d{{4}})[）)]")
_CLOSING_DATE = re.compile(rf"(?:^|(?<=[\s,，.]))(?P<date>{CALENDAR_FORM}|\d{{4}})[.\s]*$")
_BY = re.compile(r"\s*\bby (?P<author>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,4})\.?\s*$")


def _without_residue(reading: _Reading) -> _Reading:
    return replace(reading, rest=_RESIDUE.sub(_SEPARATOR, reading.rest))


def _archived(reading: _Reading) -> _Reading:
    match = _ARCHIVED.search(reading.rest)
    date = calendar_date(match["zh"] or match["en"]) if match else None
    return _taken(reading, match, archived=date)


def _accessed(reading: _Reading) -> _Reading:
    match = _ACCESSED.search(reading.rest)
    date = calendar_date(match["bracket"] or match["word"]) if match else None
    return _taken(reading, match, accessed=date)


def _language(reading: _Reading) -> _Reading:
    match = _LANGUAGE.search(reading.rest)
    return _taken(reading, match, language=match["zh"] or match["en"]) if match else reading


def _addresses(reading: _Reading) -> _Reading:
    addresses = [match.rstrip(".") for match in _ADDRESS.findall(reading.rest)]
    archive = next((address for address in addresses if "archive." in address), None)
    original = next((address for address in addresses if address != archive), None)
    found = replace(reading.found, url=original, archive_url=archive)
    return _Reading(rest=_ADDRESS.sub("", reading.rest), found=found)


def _identifiers(reading: _Reading) -> _Reading:
    return replace(reading, rest=_IDENTIFIER.sub("", reading.rest))


def _newspaper_in_front(reading: _Reading) -> _Reading:
    """``The New York Times August 26, 2008: Title``."""
    match = _LEADING_DATE.search(reading.rest)
    if match is None:
        return reading
    return _taken(reading, match, issued=calendar_date(match["date"]), publisher=match["publisher"])


def _issued(reading: _Reading) -> _Reading:
    match = _CLOSING_DATE.search(reading.rest) or _BRACKETED_DATE.search(reading.rest)
    if match is None or reading.found.issued is not None:
        return reading
    return _taken(reading, match, issued=_date_or_year(match["date"]))


def _author_behind(reading: _Reading) -> _Reading:
    """``Title by Clifford J. Levy``, where something stands between the two."""
    match = _BY.search(reading.rest)
    if match is None or _SEPARATOR not in reading.rest[: match.start() + 3]:
        return reading
    return _taken(reading, match, author=match["author"])


_SEPARATOR = "\x1f"  # stands where residue was taken out: a border between fields
_QUOTED = re.compile(
    r"^(?P<author>[^\"“”]*?)[\s.,]*[\"“](?P<title>[^\"“”]+?)[.,]?[\"”]\s*[.,]?\s*(?P<rest>.*)$", re.DOTALL
)
# A full stop ends a field unless it ends an initial or stands within a name.
_STOP = re.compile(r"(?<![\s.(][A-Z])(?<!^[A-Z])[.。](?:\s+|$)|\s*[\x1f][）)]*\s*[，,.]*\s*")
_AUTHOR = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, [A-Z][\w.'’ -]{0,40}(?:[;,&] [A-Z][\w.'’, -]{0,60})?")
_PLACE = re.compile(r"(?P<place>[^:：\d]{2,40})[:：]\s?(?P<publisher>\S.*)", re.DOTALL)


def _title_and_publisher(reading: _Reading) -> _Reading:
    found = reading.found
    quoted = _QUOTED.match(reading.rest)
    if quoted:
        author, title = quoted["author"].strip(" .,\x1f") or found.author, quoted["title"].strip()
        others = _segments(quoted["rest"])
    else:
        parts = _segments(reading.rest)
        has_author = len(parts) > 1 and _AUTHOR.fullmatch(parts[0]) is not None
        author = parts.pop(0).rstrip(",") if has_author else found.author
        title, others = (parts[0] if parts else None), parts[1:]
    place, publisher = _place_and_publisher(others[0] if others else None)
    found = replace(found, author=author, title=title, place=place, publisher=found.publisher or publisher)
    return _Reading(rest="", found=found)


def _segments(text: str) -> list[str]:
    parts = [part.strip(" \t\u00a0,，()（）\x1f") for part in _STOP.split(text)]
    return [part for part in parts if part]


def _place_and_publisher(text: str | None) -> tuple[str | None, str | None]:
    match = _PLACE.fullmatch(text or "")
    if match is None:
        return None, text
    return _town(match["place"].strip()), match["publisher"].strip()


def _town(place: str) -> str:
    """The place without the building that it begins with: "The Kremlin, Moscow" is Moscow."""
    building, comma, town = place.partition(", ")
    return town if comma and building.startswith("The ") and building != "The Hague" else place


def _date_or_year(text: str) -> DateValue | None:
    return DateValue.of(int(text)) if text.isdecimal() else calendar_date(text)


def _taken(reading: _Reading, match: re.Match[str] | None, **fields: DateValue | str | None) -> _Reading:
    """The reading with the fields found and the match's characters gone."""
    if match is None:
        return reading
    rest = reading.rest[: match.start()] + " " + reading.rest[match.end() :]
    return _Reading(rest=" ".join(rest.split(" ")).strip(), found=replace(reading.found, **fields))  # type: ignore[arg-type]


_STEPS = (
    _without_residue,
    _archived,
    _accessed,
    _language,
    _addresses,
    _identifiers,
    _author_behind,
    _newspaper_in_front,
    _issued,
    _title_and_publisher,
)
