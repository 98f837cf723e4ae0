"""The line that shows how far a command has come: on a terminal, for long texts, and gone at the end."""

import os
import pty
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

from questions import find_facts, read
from questions.commandline import main
from questions.commandline.progress import Progress
from questions.commandline.source import LONG, facts_of


@pytest.fixture
def terminal() -> Iterator[tuple[int, TextIO]]:
    """The two ends of a terminal: what shows, and what is written to."""
    shows, takes = pty.openpty()
    with os.fdopen(takes, "w", encoding="utf-8") as stream:
        yield shows, stream
    os.close(shows)


def shown(shows: int) -> str:
    os.set_blocking(shows, False)
    try:
        return os.read(shows, 10_000).decode()
    except BlockingIOError:
        return ""


def test_a_terminal_shows_the_share_and_is_clean_at_the_end(terminal: tuple[int, TextIO]) -> None:
    shows, stream = terminal
    with Progress(stream) as progress:
        progress.tell("finding facts", 0.5)
        assert shown(shows) == f"\r\x1b[Kfinding facts [{'#' * 15}{'-' * 15}]  50%"
    assert shown(shows) == "\r\x1b[K"


def failing(stream: TextIO) -> None:
    with Progress(stream) as progress:
        progress.tell("finding facts", 1.0)
        raise ValueError("broken")


def test_a_line_is_taken_away_when_the_work_fails(terminal: tuple[int, TextIO]) -> None:
    shows, stream = terminal
    with pytest.raises(ValueError, match="broken"):
        failing(stream)
    assert shown(shows).endswith("100%\r\x1b[K")


def test_a_line_is_written_anew_for_every_per_cent_and_not_for_every_step(terminal: tuple[int, TextIO]) -> None:
    shows, stream = terminal
    with Progress(stream) as progress:
        for step in range(1000):
            progress.tell("finding facts", step / 10_000)
    assert shown(shows).count("finding facts") == 10


def test_a_pipe_gets_nothing(tmp_path: Path) -> None:
    path = tmp_path / "errors.txt"
    with path.open("w", encoding="utf-8") as stream, Progress(stream) as progress:
        progress.tell("finding facts", 0.5)
    assert path.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(("length", "seen"), [(LONG, True), (LONG - 1, False)])
def test_only_a_long_search_is_shown(
    length: int, seen: bool, terminal: tuple[int, TextIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    shows, stream = terminal
    monkeypatch.setattr("sys.stderr", stream)
    text = "2008年，战争爆发。"
    document = read("天" * (length - len(text)) + text)
    assert facts_of(document) == find_facts(document)
    assert shown(shows).endswith("100%\r\x1b[K") is seen


def test_a_command_in_a_pipe_writes_no_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "text.txt"
    path.write_text("2008年，战争爆发。", encoding="utf-8")
    assert main(["facts", str(path)]) == 0
    assert capfd.readouterr().err == ""


def test_facts_tell_how_far_they_are() -> None:
    shares: list[float] = []
    document = read("2008年，战争爆发。2009年，战争结束。")
    assert find_facts(document, watch=shares.append) == find_facts(document)
    assert shares == [0.5, 1.0]
