"""The bytes of a file in one of the formats → items."""

from __future__ import annotations

import re

from questions.exchange.aiken import read_aiken
from questions.exchange.csv_reading import headings, read_csv
from questions.exchange.gift_reading import read_gift
from questions.exchange.item import Format, Imported, UnreadableFile
from questions.exchange.moodle_xml_reading import read_moodle_xml
from questions.exchange.qti_package import package_version, read_qti_item, read_qti_package
from questions.exchange.text_of import text_in
from questions.exchange.xml_tree import read_xml
from questions.regex import regex

MOST_BYTES = 5 * 1024 * 1024
"""Some 2,000 questions as Moodle's XML, 3,000 as GIFT; as much as a document may have."""

_ANSWER_LINE = regex(r"^[ \t]{0,9}(?:ANSWER|答案)[ \t]{0,9}[:：]", re.IGNORECASE | re.MULTILINE)
_XML_START = regex(rb"(?:\xef\xbb\xbf)?\s{0,99}<|\xff\xfe(?:\s\0){0,99}<\0|\xfe\xff(?:\0\s){0,99}\0<")
_ZIP_START = b"PK"
_LOOKED_AT = 100_000


def read(content: bytes, *, format: Format | None = None) -> Imported:  # noqa: A002
    """The questions of a file, the faults of those that are none, and what was left out.

    Without a format it is recognised. Raises UnreadableFile with a sentence when the bytes are nothing of the kind or
    too many, and nothing else.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableFile(f"The file has more than {MOST_BYTES // (1024 * 1024)} MB.")
    form = recognised(content) if format is None else format
    match form:
        case Format.ANKI:
            raise UnreadableFile("Decks of Anki are written, but not read.")
        case Format.MOODLE_XML:
            return read_moodle_xml(read_xml(content))
        case Format.QTI_22 | Format.QTI_30:
            return read_qti_package(content) if content.startswith(_ZIP_START) else read_qti_item(read_xml(content))
        case Format.CSV:
            return read_csv(text_in(content))
        case Format.AIKEN:
            return read_aiken(text_in(content))
        case Format.GIFT:
            return read_gift(text_in(content))


def recognised(content: bytes) -> Format:
    """The format that the bytes look like; raises UnreadableFile where they look like none."""
    if content.startswith(_ZIP_START):
        return package_version(content)
    if _XML_START.match(content):
        return _xml_format(content[:_LOOKED_AT].replace(b"\0", b""))  # whatever its encoding
    text = text_in(content)
    if headings(text) is not None:
        return Format.CSV
    start = text[:_LOOKED_AT]
    if _ANSWER_LINE.search(start):
        return Format.AIKEN
    if "{" in start or "::" in start:
        return Format.GIFT
    raise UnreadableFile("The file is none of GIFT, Aiken, Moodle XML, QTI and CSV.")


def _xml_format(start: bytes) -> Format:
    """What the first elements of a file are: Moodle's, or those of a version of QTI."""
    if b"<quiz" in start:
        return Format.MOODLE_XML
    return Format.QTI_22 if b"assessmentItem" in start else Format.QTI_30
