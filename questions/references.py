"""One entry of a reference list → its fields.

An entry is read from its end to its beginning by a list of steps. Each step recognises one field, keeps it, and takes
its characters away, so that what is left at last is author, title, place and publisher between full stops.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from questions.calendar_forms import CALENDAR_FORM, calendar_date
from questions.dates import DateValue
from questions.document import Reference
from questions.names import is_person_zh
from questions.regex import regex


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


_RESIDUE = regex(
    r"[（(]?[页頁]面存[档檔][备備]份[，,]\s?存[于於]互[联聯][网網][档檔]案[馆館][）)]?|互[联聯][网網][档檔]案[馆館]的存[档檔][，,]?"
)
_ARCHIVED = regex(
    rf"[（(]?(?:原始[内內]容存[档檔][于於]|[，,]?存[档檔]日期)\s?(?P<zh>{CALENDAR_FORM})[）)]?"
    rf"|Archived(?: from the original)?(?: \(PDF\))? on (?P<en>{CALENDAR_FORM})\.?"
)
_ACCESSED = regex(
    rf"\[(?P<bracket>{CALENDAR_FORM})\]"
    rf"|(?:Retrieved|Accessed|Retrieved on|访问日期|訪問日期|查閱日期)[:：]?\s(?P<word>{CALENDAR_FORM})\.?"
)
_LANGUAGE = regex(r"[（(](?P<zh>[\u4e00-\u9fff]{1,6}[文语語])[）)]|\(in (?P<en>[A-Z][a-z]+)\)")
_ADDRESS = regex(r"https?://[^\s<>\]）)，。]+")
_IDENTIFIER = regex(r"\b(?:ISBN|ISSN|OCLC|doi|DOI|PMID|JSTOR)[:\s]\s?[\w./()-]+\.?|\bpp?\.\s?\d+(?:[–-]\d+)?\.?")
# The pages, or the volume and pages, that a date goes on to: "1988年4月: 3–77", "1982, 64 (3): 20-31".
_PAGES = regex(r"(?<=[\d年月日])(?:[:：]\s?[A-Z]?\d+(?:\s?[–-]\s?\d+)?|,\s?\d+\s?\(\d+\)(?:[:：]\s?[\d–-]+)?)[.\s]*$")
_FIRST_ISSUED = regex(r"(?<=[)\d\s])\[\d{4}\](?=[.\s])")
_LEADING_DATE = regex(rf"^(?P<publisher>[^.:]{{2,60}}?),?\s(?P<date>{CALENDAR_FORM}):\s")
_BRACKETED_DATE = regex(rf"[（(](?P<date>{CALENDAR_FORM}|\d{{4}})[）)]")
_CLOSING_DATE = regex(rf"(?:^|(?<=[\s,，.]))(?P<date>{CALENDAR_FORM}|\d{{4}})[.\s]*$")
_AUTHOR_AND_DATE = regex(rf"^(?P<author>[^\"“”《〈()]{{2,120}}?)\s*\((?P<date>{CALENDAR_FORM}|\d{{4}})\)\s*\.\s*")
_BY = regex(r"\s*\bby (?P<author>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,4})\.?\s*$")


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


def _pages(reading: _Reading) -> _Reading:
    """The entry without its pages, and without the year in which a book first came out."""
    return replace(reading, rest=_PAGES.sub("", _FIRST_ISSUED.sub("", reading.rest).rstrip()))


def _newspaper_in_front(reading: _Reading) -> _Reading:
    """``The New York Times August 26, 2008: Title``."""
    match = _LEADING_DATE.search(reading.rest)
    if match is None:
        return reading
    return _taken(reading, match, issued=calendar_date(match["date"]), publisher=match["publisher"])


def _issued(reading: _Reading) -> _Reading:
    if reading.found.issued is not None:
        return reading
    behind = _AUTHOR_AND_DATE.match(reading.rest)
    if behind:
        return _taken(reading, behind, issued=_date_or_year(behind["date"]), author=behind["author"].strip(" ,"))
    match = _CLOSING_DATE.search(reading.rest) or _BRACKETED_DATE.search(reading.rest)
    return _taken(reading, match, issued=_date_or_year(match["date"])) if match else reading


def _author_behind(reading: _Reading) -> _Reading:
    """``Title by Clifford J. Levy``, where something stands between the two."""
    match = _BY.search(reading.rest)
    if match is None or _SEPARATOR not in reading.rest[: match.start() + 3]:
        return reading
    return _taken(reading, match, author=match["author"])


_SEPARATOR = "\x1f"  # stands where residue was taken out: a border between fields
_QUOTED = regex(r"^(?P<author>[^\"“”]*?)[\s.,]*[\"“](?P<title>[^\"“”]+?)[.,]?[\"”]\s*[.,]?\s*(?P<rest>.*)$", re.DOTALL)
# A full stop ends a field unless it ends an initial or stands within a name.
_STOP = regex(r"(?<![\s.(][A-Z])(?<!^[A-Z])[.。](?:\s+|$)|\s*[\x1f][）)]*\s*[，,.]*\s*")
_AUTHOR = regex(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, [A-Z][\w.'’ -]{0,40}(?:[;,&] [A-Z][\w.'’, -]{0,60})?")
_HAN_NAME = r"[\u4e00-\u9fff·]{2,12}"
_HAN_ROLE = r"\s?(?:等|主?[编編]著?|著|[译譯])"
_HAN_NAMES = rf"{_HAN_NAME}(?:[、，,]\s?{_HAN_NAME})*(?:{_HAN_ROLE})?"
_WORK = regex(
    rf"^(?:(?P<author>{_HAN_NAMES})\s?[:：.．]\s*)?(?P<title>[《〈][^《》〈〉]+[》〉])\s*"
    r"(?:(?:[修增][订訂]|第.{1,3})版)?\s*(?P<rest>.*)$",
    re.DOTALL,
)
_PLACE = regex(r"(?P<place>[^:：\d《〈]{2,40})[:：]\s?(?P<publisher>\S.*)", re.DOTALL)


def _title_and_publisher(reading: _Reading) -> _Reading:
    found = reading.found
    quoted = _WORK.match(reading.rest) or _QUOTED.match(reading.rest)
    if quoted:
        author, title = (quoted["author"] or "").strip(" .,\x1f") or found.author, quoted["title"].strip()
        others = _segments(quoted["rest"])
    else:
        parts = _segments(reading.rest)
        author = parts.pop(0).rstrip(",") if found.author is None and _begins_with_author(parts) else found.author
        title, others = (parts[0] if parts else None), parts[1:]
    place, publisher = _place_and_publisher(others[0] if others else None)
    found = replace(found, author=author, title=title, place=place, publisher=found.publisher or publisher)
    return _Reading(rest="", found=found)


def _begins_with_author(parts: list[str]) -> bool:
    """Whether the first part is a name before a title; a Chinese name only where a publisher follows too."""
    if len(parts) < 2:
        return False
    return _AUTHOR.fullmatch(parts[0]) is not None or (len(parts) > 2 and _is_han_author(parts[0]))


def _is_han_author(part: str) -> bool:
    """Whether a part is one or more names as Chinese people bear them."""
    if re.fullmatch(_HAN_NAMES, part) is None:
        return False
    names = re.split(r"[、，,]\s?", re.sub(rf"{_HAN_ROLE}$", "", part))
    return all(is_person_zh(name) for name in names)


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
    _pages,
    _author_behind,
    _newspaper_in_front,
    _issued,
    _title_and_publisher,
)
