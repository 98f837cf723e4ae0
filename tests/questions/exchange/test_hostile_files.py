"""Whatever a file holds: it is read or refused with a sentence, in time that grows with its length, and in memory."""

from __future__ import annotations

import gc
import io
import stat
import struct
import time
import warnings
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.exchange import Format, Imported, UnreadableFile, read, write
from tests.questions.exchange.bank import BANK

READ = (Format.GIFT, Format.AIKEN, Format.MOODLE_XML, Format.QTI_22, Format.QTI_30, Format.CSV)
FILES = {form: write(BANK, format=form).content for form in READ}
SLOWEST = 2.0
"""Seconds of processor time for one file."""


def _read(content: bytes, form: Format | None = None) -> Imported | str:
    """What reading gives: values, or the sentence of the one error that there may be."""
    try:
        return read(content, format=form)
    except UnreadableFile as reason:
        return str(reason)


@pytest.mark.parametrize("form", [None, *READ])
@settings(max_examples=40, deadline=None)
@given(
    content=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
)
def test_no_bytes_raise_anything_else(form: Format | None, content: bytes) -> None:
    result = _read(content, form)
    assert isinstance(result, Imported) or result.endswith(".")


@pytest.mark.parametrize("form", READ)
@settings(max_examples=40, deadline=None)
@given(place=st.floats(0, 1), length=st.integers(0, 40), patch=st.binary(max_size=12))
def test_no_change_to_a_good_file_raises_anything_else(form: Format, place: float, length: int, patch: bytes) -> None:
    content = FILES[form]
    start = int(place * len(content))
    result = _read(content[:start] + patch + content[start + length :], form)
    assert isinstance(result, Imported) or result.endswith(".")


@pytest.mark.parametrize("form", READ)
def test_a_file_that_ends_anywhere_is_read_as_far_as_it_goes(form: Format) -> None:
    content = FILES[form]
    for end in range(0, len(content), max(len(content) // 40, 1)):
        result = _read(content[:end], form)
        assert isinstance(result, Imported) or result.endswith(".")


def _doctype(body: str) -> bytes:
    return f"<!DOCTYPE quiz [{body}]><quiz><question type='essay'><x>&a;</x></question></quiz>".encode()


LAUGHS = '<!ENTITY z "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("zyxwvutsr", "yxwvutsra", strict=True)
)


@pytest.mark.parametrize(
    "source",
    [
        _doctype(LAUGHS),
        _doctype(f'<!ENTITY a "{"x" * 50_000}">'),
        _doctype('<!ENTITY a SYSTEM "file:///etc/passwd">'),
        _doctype('<!ENTITY a SYSTEM "http://127.0.0.1:9/">'),
        b'<!DOCTYPE quiz SYSTEM "http://127.0.0.1:9/x.dtd"><quiz/>',
    ],
    ids=["laughs", "quadratic", "file", "address", "external"],
)
def test_entities_are_refused(source: bytes) -> None:
    assert _read(source) == "The file declares a document type or entities, which are not read."


@pytest.mark.parametrize("tag", [b"<div>", b"<question>", b"<a><b>"])
def test_deep_nesting_is_refused(tag: bytes) -> None:
    assert _read(b"<quiz>" + tag * 100_000) == "The file has too many elements, or nests them too deeply."


def _archive(build: Callable[[zipfile.ZipFile], object], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of two files of one name
        with zipfile.ZipFile(target, "w", method) as archive:
            build(archive)
    return target.getvalue()


def _made(build: Callable[[zipfile.ZipFile], object]) -> Callable[[], bytes]:
    """Builds an archive when it is asked for: some take a while."""
    return lambda: _archive(build)


def _packed_otherwise() -> bytes:
    return _archive(lambda archive: archive.writestr("1.xml", b"<a/>"), zipfile.ZIP_LZMA)


def _link(archive: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("items/1.xml")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(entry, "/etc/passwd")


def _twice(archive: zipfile.ZipFile) -> None:
    archive.writestr("items/1.xml", "<a/>")
    archive.writestr("items/1.xml", "<a/>")


def _overlapping() -> bytes:
    """An archive in which one file lies within the characters of another."""
    inner = _archive(lambda archive: archive.writestr("2.xml", b"<a/>"), zipfile.ZIP_STORED)
    record = inner[: inner.find(b"PK\x01\x02")]
    both = [("1.xml", record), ("2.xml", b"<a/>")]
    content = bytearray(_archive(lambda archive: [archive.writestr(*entry) for entry in both], zipfile.ZIP_STORED))
    second = content.rfind(b"PK\x01\x02")
    content[second + 42 : second + 46] = struct.pack("<I", content.find(record))
    return bytes(content)


def _lying() -> bytes:
    """An archive whose directory says that a file is smaller than it is."""
    content = bytearray(_archive(lambda archive: archive.writestr("1.xml", b"<a/>" * 1000)))
    entry = content.rfind(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = struct.pack("<I", 10)
    return bytes(content)


HARMFUL = {
    "grows": (_made(lambda archive: archive.writestr("1.xml", b" " * 5_000_000)), "grows too much"),
    "many": (_made(lambda archive: [archive.writestr(f"{n}.xml", b"") for n in range(12_001)]), "more than 12000"),
    "huge": (
        _made(lambda archive: [archive.writestr(f"{n}.xml", bytes(9_000_000)) for n in range(8)]),
        "too large when it is unpacked",
    ),
    "outside": (_made(lambda archive: archive.writestr("../1.xml", b"<a/>")), "outside of it"),
    "absolute": (_made(lambda archive: archive.writestr("/etc/1.xml", b"<a/>")), "outside of it"),
    "drive": (_made(lambda archive: archive.writestr("C:\\1.xml", b"<a/>")), "outside of it"),
    "link": (_made(_link), "a link"),
    "twice": (_made(_twice), "the same name"),
    "overlap": (_overlapping, "over each other"),
    "lying": (_lying, "damaged"),
    "packed otherwise": (_packed_otherwise, "not read"),
    "nested": (_made(lambda archive: archive.writestr("1.zip", FILES[Format.QTI_22])), "holds no question"),
    "cut": (lambda: FILES[Format.QTI_22][:-30], "damaged"),
    "empty": (lambda: b"PK", "damaged"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_an_archive_built_to_harm_is_refused(name: str) -> None:
    make, sentence = HARMFUL[name]
    content = make()
    started = time.process_time()
    with pytest.raises(UnreadableFile, match=sentence):
        read(content)
    assert time.process_time() - started < SLOWEST


def test_a_file_that_is_too_large_is_refused() -> None:
    assert _read(b"x" * (5 * 1024 * 1024 + 1)) == "The file has more than 5 MB."


def test_too_many_questions_are_refused() -> None:
    assert _read(b"A? {T}\n\n" * 10_001) == "The file has more than 10000 questions; please divide it."


UNITS = {
    Format.GIFT: ["A{=b ~c}\n\n", "{", "}", "=", "~", "\\", "#", ":", "::", "####", "->", "[html]", "%", "~%1%",
                  "<a ", "<div>", "<!--", "&", "// [id:", "{=a->b", "$CATEGORY:"],
    Format.AIKEN: ["Q\nA) a\nB) b\nANSWER: A\n", "A) ", "ANSWER:", "ANSWER: ", "Q\n", "A) a\n", " \n", "A)\t"],
    Format.CSV: ['"', "a,b\n", ",", ";\t", '""', "'=", " =", "\n", '"\n', "=a<b", "  "],
    Format.MOODLE_XML: ["<question type='essay'/>", "<a>", "<a/>", "&lt;div&gt;", "&lt;!--", "&lt;a ",
                       "&amp;", "<![CDATA[", "x ", "\\(", "]]"],
    Format.QTI_22: ["<p>", "<p/>", "<p>a</p>", "<br/>", "x ", "<simpleChoice/>", "\n"],
}  # fmt: skip
_BEFORE = {
    Format.GIFT: "",
    Format.AIKEN: "",
    Format.CSV: "stem,option_a,option_b,key\n",
    Format.MOODLE_XML: "<quiz><question type='essay'><questiontext format='html'><text>",
    Format.QTI_22: "<assessmentItem><itemBody>",
}


def _seconds(form: Format, unit: str, size: int) -> float:
    content = (_BEFORE[form] + unit * (size // len(unit))).encode()
    gc.freeze()  # what other tests left is not looked through again while we measure
    try:
        started = time.process_time()
        _read(content, form)
        return time.process_time() - started
    finally:
        gc.unfreeze()


def _best(form: Format, unit: str, size: int, *, floor: float) -> tuple[float, float]:
    """The least times for this size and for twice as much, tried again while other programs seem to disturb."""
    short = long = float("inf")
    for _attempt in range(5):
        short = min(short, _seconds(form, unit, size))
        long = min(long, _seconds(form, unit, 2 * size))
        if long < max(2.5 * short, floor):
            break
    return short, long


PARTS = [(form, unit) for form, units in UNITS.items() for unit in units]


@pytest.mark.parametrize(("form", "unit"), PARTS)
def test_time_grows_with_the_length(form: Format, unit: str) -> None:
    """Twice the length takes at most 2.5 times as long; what takes next to nothing is not compared."""
    short, long = _best(form, unit, 40_000, floor=0.05)
    assert long < max(2.5 * short, 0.05)


@pytest.mark.slow
@pytest.mark.parametrize(("form", "unit"), PARTS)
def test_a_megabyte_takes_at_most_two_seconds(form: Format, unit: str) -> None:
    short, long = _best(form, unit, 500_000, floor=0.3)
    assert long < max(2.5 * short, 0.3)
    assert long < SLOWEST


def _took(work: Callable[[], object]) -> float:
    """Seconds of processor time, the least of three tries."""
    times = []
    gc.freeze()
    for _try in range(3):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    gc.unfreeze()
    return min(times)


@pytest.mark.slow
@pytest.mark.parametrize("form", READ)
def test_two_thousand_questions_a_second(form: Format) -> None:
    many = BANK * 200
    content = write(many, format=form).content
    assert _took(lambda: write(many, format=form)) < len(many) / 2000
    assert _took(lambda: read(content, format=form)) < len(many) / 2000
