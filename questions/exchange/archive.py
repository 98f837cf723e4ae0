"""Zip archives, written with the same bytes each time and read with bounds; nothing is ever unpacked to disk."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from questions.exchange.item import UnreadableFile

MOST_ENTRIES = 12_000
MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes of all entries together."""
GREATEST_RATIO = 100
"""Of an entry's size to its packed size; repeated text reaches about 30."""

_OLDEST = (1980, 1, 1, 0, 0, 0)
_HEADER = 30  # bytes before the name of a packed entry
_PLAIN_FILE = 0o100644 << 16
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, OverflowError, IndexError)


def packed(entries: Mapping[str, bytes]) -> bytes:
    """An archive of these files; the same files give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _PLAIN_FILE
            entry.create_system = 3
            archive.writestr(entry, content, compresslevel=6)
    return target.getvalue()


def unpacked(content: bytes, *, endings: tuple[str, ...]) -> dict[str, bytes]:
    """The files of the archive with these endings, in their order.

    Raises UnreadableFile for what is no archive, and for one that is built to harm.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check(entries, len(content))
            wanted = [entry for entry in entries if entry.filename.lower().endswith(endings)]
            return {entry.filename: _read(archive, entry) for entry in wanted}
    except UnreadableFile:
        raise
    except (*_BROKEN, NotImplementedError) as reason:
        raise UnreadableFile("The archive is damaged, or is none.") from reason


def _check(entries: list[zipfile.ZipInfo], size: int) -> None:
    if len(entries) > MOST_ENTRIES:
        raise UnreadableFile(f"The archive has more than {MOST_ENTRIES} files.")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise UnreadableFile("The archive is too large when it is unpacked.")
    if len({entry.filename for entry in entries}) < len(entries):
        raise UnreadableFile("Two files of the archive have the same name.")
    for entry in entries:
        _check_entry(entry)
    _check_overlap(entries, size)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in entry.filename or "\0" in entry.filename:
        raise UnreadableFile("A file of the archive would lie outside of it.")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnreadableFile("The archive holds a link instead of a file.")
    if entry.flag_bits & 0x1 or entry.compress_type not in _METHODS:
        raise UnreadableFile("The archive is encrypted, or packed in a way that is not read.")
    if entry.file_size > GREATEST_RATIO * max(entry.compress_size, 10):
        raise UnreadableFile("A file of the archive grows too much when it is unpacked.")


def _check_overlap(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Each entry ends before the next begins: otherwise few bytes could stand for many files."""
    placed = sorted(entries, key=lambda entry: entry.header_offset)
    limits = [*(entry.header_offset for entry in placed[1:]), size]
    for entry, limit in zip(placed, limits, strict=True):
        if entry.header_offset + _HEADER + entry.compress_size > limit:
            raise UnreadableFile("Files of the archive lie over each other.")


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as source:
        return source.read(entry.file_size + 1)
