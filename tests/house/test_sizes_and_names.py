"""A function is one sentence, a file one subject, and a name a word of the trade."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.house.sources import nodes, python_files, within

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MEDIAN_FUNCTION = 10

VOCABULARY: frozenset[str] = frozenset()
"""Files that are tables of words; they may be as long as the language."""

REVISIONS = "migrations/versions/"
"""A revision is a record of tables, as long as the tables are many."""

EMPTY_WORDS = frozenset(
    "process handle handler manage manager do data info util utils helper helpers base common".split()  # noqa: SIM905
)
OTHERS_NAMES = {
    "process_bind_param": "SQLAlchemy calls it",
    "process_result_value": "SQLAlchemy calls it",
    "data": "html.parser calls it",
    "Base": "SQLAlchemy's word for what all tables share",
    "handle_starttag": "html.parser calls it",
    "handle_endtag": "html.parser calls it",
    "handle_data": "html.parser calls it",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _ours() -> list[Path]:
    return python_files("questions", "quizapp", "tests", "benchmarks", "migrations")


def _functions(path: Path) -> Iterator[Function]:
    return (node for node in nodes(path) if isinstance(node, Function))


def _length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_no_file_is_longer_than_one_subject() -> None:
    lengths = {
        within(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in _ours()
        if within(path) not in VOCABULARY and not within(path).startswith(REVISIONS)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_page() -> None:
    long = [
        f"{within(path)}:{function.lineno} {function.name}: {_length(function)} lines"
        for path in _ours()
        if not within(path).startswith(REVISIONS)
        for function in _functions(path)
        if _length(function) > LONGEST_FUNCTION
    ]
    assert long == []


def test_half_of_all_functions_are_shorter_than_ten_lines() -> None:
    lengths = [_length(function) for path in python_files("questions", "quizapp") for function in _functions(path)]
    assert median(lengths) < MEDIAN_FUNCTION


def test_every_exemption_is_still_needed() -> None:
    files = {within(path): path for path in _ours()}
    lengths = {name: len(files[name].read_text(encoding="utf-8").splitlines()) for name in VOCABULARY if name in files}
    assert sorted(name for name, length in lengths.items() if length > LONGEST_FILE) == sorted(VOCABULARY)


def test_names_say_what_they_name() -> None:
    """A test's name is a sentence and may hold any word."""
    empty = [
        f"{within(path)}:{line} {name}"
        for path in _ours()
        for line, name in [(1, path.stem), *_given_names(path)]
        if name not in OTHERS_NAMES and not name.startswith("test_") and EMPTY_WORDS & set(_words(name))
    ]
    assert empty == []


def _given_names(path: Path) -> Iterator[tuple[int, str]]:
    """The names that a file gives: of functions, classes, arguments and variables."""
    for node in nodes(path):
        if isinstance(node, Function | ast.ClassDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id


def _words(name: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)]
