"""What every command takes: a document to read, and how to write what was made of it."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from questions.commandline.progress import Progress
from questions.document import Document, SourceFormat, UnreadableDocument
from questions.fact import Fact
from questions.facts import find_facts
from questions.readers import read


def add_source_arguments(parser: argparse.ArgumentParser) -> None:
    """Let a command take FILE or ``-``, and ``--format``."""
    parser.add_argument("file", metavar="FILE", help="a document, or - for standard input")
    parser.add_argument("--format", choices=("auto", *SourceFormat), default="auto", help="default: recognised")


def document_of(chosen: argparse.Namespace) -> Document:
    """The document that the arguments name; raises UnreadableDocument with a sentence."""
    form = None if chosen.format == "auto" else chosen.format
    return read(_bytes_of(chosen.file), format=form)


LONG = 200_000
"""From how many characters on people at a terminal see how far the search has come."""


def facts_of(document: Document) -> tuple[Fact, ...]:
    """The facts of the document."""
    if len(document.text) < LONG:
        return find_facts(document)
    with Progress(sys.stderr) as progress:
        return find_facts(document, watch=partial(progress.tell, "finding facts"))


def _bytes_of(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"{file} cannot be read: {error.strerror}.") from error


def write_out(text: str) -> None:
    """Write the text to standard output in UTF-8, whatever the terminal's encoding; characters without one as ``?``."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()
