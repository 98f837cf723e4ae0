"""How many characters a second become facts: the sample, repeated to about a megabyte.

Run it as ``python benchmarks/extraction.py [FILE …]``; files are measured beside the sample. Where dateparser is
installed, its search for dates is measured on the first 20,000 characters of the same texts, for orientation.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from questions import find_facts, read
from questions.sample import sample_source

MEGABYTE = 1_000_000
SHARE_FOR_DATEPARSER = 20_000  # characters; it takes minutes for a megabyte


def repeated(text: str) -> str:
    """The text, so many times that it takes about a megabyte in UTF-8."""
    return "\n\n".join([text] * max(1, MEGABYTE // len(text.encode())))


def seconds_of(search: Callable[[str], object], text: str) -> float:
    """The processor time that a search takes, at its best of three."""
    return min(_once(search, text) for _ in range(3))


def _once(search: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    search(text)
    return time.process_time() - started


def facts_of(text: str) -> object:
    return find_facts(read(text))


def dateparser_search() -> Callable[[str], object] | None:
    """dateparser's search for dates, or None where it is not installed."""
    try:
        from dateparser.search import search_dates
    except ImportError:
        return None
    found: Callable[[str], object] = search_dates
    return found


def line(name: str, text: str, seconds: float) -> str:
    size = len(text.encode()) / MEGABYTE
    return f"{name:<36}{len(text):>12,}{seconds:>10.2f}{len(text) / seconds:>16,.0f}{size / seconds:>9.2f}"


def main(files: list[str]) -> None:
    body = read(sample_source())
    texts = {"sample": repeated(body.text), "sample, text only": repeated(body.text[: body.body_end])}
    texts |= {Path(file).name: repeated(read(Path(file).read_bytes()).text) for file in files}
    other = dateparser_search()
    lines = [f"{'':<36}{'characters':>12}{'seconds':>10}{'characters/s':>16}{'MB/s':>9}"]
    for name, text in texts.items():
        lines.append(line(name, text, seconds_of(facts_of, text)))
        if other is not None:
            share = text[:SHARE_FOR_DATEPARSER]
            lines.append(line(f"{name}, dateparser", share, _once(other, share)))
    sys.stdout.write("\n".join([*lines, ""]))


if __name__ == "__main__":
    main(sys.argv[1:])
