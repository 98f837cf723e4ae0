"""Imports point down: which file may know of what, as a table."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house.sources import ROOT, nodes, python_files, within

ROOMS = (
    "reports",
    "results",
    "attempts",
    "exchange",
    "quizzes",
    "review",
    "corrections",
    "revisions",
    "bank",
    "documents",
    "accounts",
)
"""From the top floor down: a room knows the rooms after it."""

FLASK = ("flask", "flask_babel", "flask_login", "flask_migrate", "flask_wtf", "werkzeug", "wtforms")
DATABASE = ("sqlalchemy", "flask_sqlalchemy", "alembic")
_ABOVE = ("cli", "demo", "serving", "guard", "rooms", "failures", "headers")
_OPERATING = ("backup", "doctor", "exchanging", "operations", "verifying")
FRAME_ABOVE = tuple(f"quizapp.{name}" for name in (*_ABOVE, *_OPERATING))
MODELS = tuple(f"quizapp.{room}.models" for room in ROOMS)
VIEWS = tuple(f"quizapp.{path.parent.name}.{path.stem}" for path in sorted(ROOT.glob("quizapp/*/*views.py")))
FORMS = tuple(f"quizapp.{room}.forms" for room in ROOMS)
EVERY_ROOM = tuple(f"quizapp.{room}" for room in ROOMS)


@dataclass(frozen=True, kw_only=True)
class Floor:
    """Files that may not know of certain modules, and why."""

    files: str
    never: tuple[str, ...]
    because: str
    apart_from: tuple[str, ...] = ()


FLOORS = (
    Floor(
        files="questions/**/*.py",
        never=("quizapp", "wsgi", "migrations", *FLASK, *DATABASE, "time", "secrets", "socket", "urllib", "http"),
        because="the library knows no application, no clock, no network and no chance of its own",
    ),
    Floor(
        files="quizapp/*/*views.py",
        never=(*MODELS, *DATABASE, "quizapp.database", "quizapp.cli", "quizapp.demo"),
        because="a view parses, calls and answers",
    ),
    Floor(
        files="quizapp/*/forms.py",
        never=(*MODELS, *VIEWS, *DATABASE, "quizapp.database", *FRAME_ABOVE),
        because="a form knows its fields",
    ),
    Floor(
        files="quizapp/*/models.py",
        never=(*VIEWS, *FORMS, *FLASK, *FRAME_ABOVE, "quizapp.clock", "quizapp.pages", "quizapp.config"),
        because="models are tables",
    ),
    Floor(
        files="quizapp/*/*.py",
        apart_from=("views.py", "forms.py", "models.py"),
        never=(*VIEWS, *FORMS, *FLASK, *FRAME_ABOVE, "quizapp.clock", "quizapp.pages", "quizapp.config"),
        because="a service knows neither the web nor the time",
    ),
    *(
        Floor(
            files=f"quizapp/{name}.py",
            never=(*EVERY_ROOM, *FRAME_ABOVE),
            because="this is the ground that the rooms stand on",
        )
        for name in ("access", "boots", "clock", "config", "database", "errors", "pages", "sessions")
    ),
    *(
        Floor(
            files=f"quizapp/{room}/**/*.py",
            never=tuple(f"quizapp.{above}" for above in ROOMS[:place]),
            because="a room knows only the rooms below it",
        )
        for place, room in enumerate(ROOMS)
    ),
    Floor(files="migrations/versions/*.py", never=("quizapp", "questions"), because="a revision outlives the code"),
)


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """The line and full name of all that a file imports, names taken from a package included."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def _is_within(name: str, modules: tuple[str, ...]) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


@pytest.mark.parametrize("floor", FLOORS, ids=lambda floor: f"{floor.files}: {floor.because}")
def test_imports_point_down(floor: Floor) -> None:
    wrong = [
        f"{within(path)}:{line} imports {name}, but {floor.because}"
        for path in sorted(ROOT.glob(floor.files))
        if not path.name.endswith(floor.apart_from)
        for line, name in imported(path)
        if _is_within(name, floor.never)
    ]
    assert wrong == []


def test_the_library_takes_chance_and_time_as_arguments() -> None:
    wrong = [
        f"{within(path)}:{node.lineno} calls {ast.unparse(node.func)}"
        for path in python_files("questions")
        for node in nodes(path)
        if isinstance(node, ast.Call) and _asks_the_machine(ast.unparse(node.func))
    ]
    assert wrong == []


def _asks_the_machine(call: str) -> bool:
    """Whether a call reads the clock, the environment, or the one global source of chance."""
    of_random = call.startswith("random.") and call != "random.Random"
    return of_random or call.endswith(("datetime.now", "datetime.utcnow", "date.today")) or call.startswith("os.")


def test_only_the_settings_read_the_environment() -> None:
    readers = [
        within(path)
        for path in python_files("quizapp", "questions")
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {"os.environ", "os.getenv"}
    ]
    assert set(readers) == {"quizapp/config.py"}
