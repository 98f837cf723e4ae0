"""``write --to``: the questions as a file for another program, and what that format has no place for."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from questions.document import Document, UnreadableDocument
from questions.exchange import Format, Written, with_references, write
from questions.question import Question


def add_export_arguments(parser: argparse.ArgumentParser, form: argparse._MutuallyExclusiveGroup) -> None:
    """Let a command take ``--to`` as one of its forms of output, ``-o`` and ``--made``."""
    form.add_argument("--to", type=_format, metavar="FORMAT", help=f"for another program: {', '.join(Format)}")
    parser.add_argument("-o", dest="out", metavar="OUT", help="the file to write; without it standard output")
    parser.add_argument(
        "--made",
        type=_moment,
        metavar="DATE",
        help="for anki: the date of the notes; where a note was imported before, Anki keeps the newer",
    )


def _format(name: str) -> Format:
    try:
        return Format(name)
    except ValueError:
        raise argparse.ArgumentTypeError(f"there is no format {name!r}; choose from {', '.join(Format)}") from None


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2026-11-22") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def export(chosen: argparse.Namespace, document: Document, questions: Sequence[Question]) -> None:
    """Write the questions as the arguments say; raises UnreadableDocument where there is nowhere to write to."""
    if chosen.out is None and not chosen.to.is_text and sys.stdout.isatty():
        raise UnreadableDocument(f"{chosen.to} is not text: name a file with -o, or send the output to one.")
    written = write(with_references(questions, document.references), format=chosen.to, made=chosen.made)
    _put(chosen.out, written.content)
    for line in losses(written):
        sys.stderr.write(f"{line}\n")


def _put(out: str | None, content: bytes) -> None:
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        Path(out).write_bytes(content)
    except OSError as error:
        raise UnreadableDocument(f"{out} cannot be written: {error.strerror}.") from error


def losses(written: Written) -> list[str]:
    """A sentence for each kind of loss, with the number of questions that it concerns."""
    counts = Counter(left.sentence for left in written.left_out)
    return [f"{sentence} ({count} question{'s' if count > 1 else ''})" for sentence, count in counts.items()]
