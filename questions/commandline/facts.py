"""``facts FILE``: the dated facts of a document, as a table for people or as JSON."""

from __future__ import annotations

import argparse
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from questions.commandline.json_form import as_json, facts_object
from questions.commandline.source import add_source_arguments, document_of, facts_of, write_out
from questions.document import Document
from questions.fact import Fact

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_facts_command(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("facts", help="list the dated facts of a document")
    add_source_arguments(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object, keys sorted")
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    document = document_of(chosen)
    facts = facts_of(document)
    write_out(as_json(facts_object(document, facts)) if chosen.json else "\n".join(_table(document, facts)))
    return 0


def _table(document: Document, facts: tuple[Fact, ...]) -> Iterator[str]:
    width = max((_width(str(fact.date.value)) for fact in facts), default=0)
    if not facts:
        yield "No dated facts were found."
    for fact in facts:
        citations = "".join(f"[{number}]" for number in fact.citations)
        yield f"{fact.date.value!s:<{width}}  {fact.statement} {citations}".rstrip()
    if document.unresolved:
        yield ""
    for left in document.unresolved:
        yield f"{'?':<{width}}  {left.text} ({left.reason})"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
