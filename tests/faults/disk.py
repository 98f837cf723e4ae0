"""A disk that can be watched and that can fail: a layer below SQLite, put in by SQLite's own means (sqlite.org/vfs)."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quizapp.database import sqlite_driver

_POINTER, _INT, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_longlong
_OPEN = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _POINTER, _INT, _POINTER)
_DELETE = ctypes.CFUNCTYPE(_INT, _POINTER, ctypes.c_char_p, _INT)
_WRITE = ctypes.CFUNCTYPE(_INT, _POINTER, _POINTER, _INT, _LONG)
_TRUNCATE = ctypes.CFUNCTYPE(_INT, _POINTER, _LONG)
_SYNC = ctypes.CFUNCTYPE(_INT, _POINTER, _INT)

OK, FULL, FAILED_SYNC = 0, 13, 1034
"""SQLite's results: done, no room on the disk, and a disk that did not keep what it was told to."""


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("version", _INT),
        ("file_size", _INT),
        ("longest_path", _INT),
        ("next", _POINTER),
        ("name", ctypes.c_char_p),
        ("own", _POINTER),
        ("open", _OPEN),
        ("delete", _DELETE),
    )


class _Methods(ctypes.Structure):
    _fields_ = (
        ("version", _INT),
        ("close", _POINTER),
        ("read", _POINTER),
        ("write", _WRITE),
        ("truncate", _TRUNCATE),
        ("sync", _SYNC),
        ("others", _POINTER * 13),
    )


class Kind(StrEnum):
    """What is done to a file."""

    WRITE = "write"
    TRUNCATE = "truncate"
    SYNC = "sync"
    DELETE = "delete"


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing done to a file: `place` is where it is written, or how long the file becomes."""

    kind: Kind
    path: str
    place: int = 0
    content: bytes = b""


Watcher = Callable[[Change], int]
"""Told of a change before it is made, but of a sync once it is done; what is not OK is SQLite's answer instead."""

_kept: list[Any] = []  # C calls these as long as the program runs


def watch(watcher: Watcher) -> None:
    """Tell `watcher` of every change that this program's SQLite makes to its files."""
    vfs = ctypes.cast(_sqlite().sqlite3_vfs_find(None), ctypes.POINTER(_Vfs)).contents
    really_open, really_delete = _OPEN(_address(vfs.open)), _DELETE(_address(vfs.delete))
    paths: dict[int, str] = {}
    watched: dict[int, _Methods] = {}

    def opening(own: int, name: int | None, file: int, flags: int, told: int) -> int:
        result: int = really_open(own, name, file, flags, told)  # SQLite keeps the very address of the name
        place = ctypes.cast(file, ctypes.POINTER(_POINTER))
        if result == OK and name is not None and place[0]:
            paths[file] = ctypes.string_at(name).decode()
            if place[0] not in watched:
                watched[place[0]] = _watched(place[0], paths, watcher)
            place[0] = ctypes.addressof(watched[place[0]])
        return result

    def deleting(own: int, name: bytes, durably: int) -> int:
        return watcher(Change(kind=Kind.DELETE, path=name.decode())) or really_delete(own, name, durably)

    vfs.open, vfs.delete = _OPEN(opening), _DELETE(deleting)
    _kept.extend((really_open, really_delete, vfs.open, vfs.delete, watched, paths))


def _sqlite() -> ctypes.CDLL:
    """The library inside the driver, where it is part of it, or that it is linked to."""
    driver = sqlite_driver().__name__
    compiled = __import__("pysqlite3._sqlite3" if "pysqlite3" in driver else "_sqlite3", fromlist=["connect"])
    library = ctypes.CDLL(getattr(compiled, "__file__", None))
    library.sqlite3_vfs_find.restype = _POINTER
    return library


def _address(function: Any) -> int:
    return int(ctypes.cast(function, _POINTER).value or 0)


def _watched(address: int, paths: dict[int, str], watcher: Watcher) -> _Methods:
    """The methods of a file, with ours before those that change it."""
    real = ctypes.cast(address, ctypes.POINTER(_Methods)).contents
    methods = _Methods.from_buffer_copy(real)

    def writing(file: int, content: int, length: int, place: int) -> int:
        copied = ctypes.string_at(content, length)
        change = Change(kind=Kind.WRITE, path=paths[file], place=place, content=copied)
        return watcher(change) or int(real.write(file, content, length, place))

    def truncating(file: int, length: int) -> int:
        return watcher(Change(kind=Kind.TRUNCATE, path=paths[file], place=length)) or int(real.truncate(file, length))

    def syncing(file: int, flags: int) -> int:
        return int(real.sync(file, flags)) or watcher(Change(kind=Kind.SYNC, path=paths[file]))

    methods.write, methods.truncate, methods.sync = _WRITE(writing), _TRUNCATE(truncating), _SYNC(syncing)
    _kept.extend((real, methods, methods.write, methods.truncate, methods.sync))
    return methods


class Image:
    """What a file would be after a power cut, as far as the disk has been told to keep it."""

    def __init__(self, content: bytes = b"") -> None:
        self.durable = bytearray(content)
        self.waiting: list[Change] = []

    def tell(self, change: Change) -> None:
        if change.kind is Kind.SYNC:
            self.durable, self.waiting = self.after(self.waiting), []
        else:
            self.waiting.append(change)

    def after(self, kept: list[Change] | Iterator[Change]) -> bytearray:
        """The file if the disk kept these of the changes that nobody asked it to keep."""
        file = bytearray(self.durable)
        for change in kept:
            if change.kind is Kind.WRITE:
                file.extend(bytes(max(change.place - len(file), 0)))
                file[change.place : change.place + len(change.content)] = change.content
            else:
                del file[change.place :]
        return file
