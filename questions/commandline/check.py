"""``check FILE``: what the facts and references of a document say about each other."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from questions.commandline.json_form import JsonObject, as_json, document_object
from questions.commandline.source import add_source_arguments, document_of, facts_of, write_out
from questions.consistency import Finding, Place, check
from questions.document import Document

if TYPE_CHECKING:
    from questions.commandline.facts import Commands


NOTHING_FOUND = "No contradictions and no confirmations were found among the facts and references."
_LONGEST_QUOTE = 60


def add_check_command(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("check", help="compare the facts and references of a document")
    add_source_arguments(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object, keys sorted")
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    document = document_of(chosen)
    findings = check(document, facts_of(document))
    if chosen.json:
        write_out(as_json({"document": document_object(document), "findings": [_finding(item) for item in findings]}))
    else:
        write_out("\n".join(_paragraph(document, item) for item in findings) or NOTHING_FOUND)
    return 0


def _paragraph(document: Document, finding: Finding) -> str:
    """The finding and, below it, where to look."""
    return "\n".join([finding.sentence, *(f"  {_where(document, place)}" for place in finding.places)])


def _where(document: Document, place: Place) -> str:
    """A place for people: the reference's number or the characters in question, and their line."""
    line = document.text.count("\n", 0, place.start) + 1
    entry = next((entry for entry in document.references if entry.start == place.start), None)
    name = f"reference {entry.number}: " if entry else ""
    return f"line {line}, {name}“{_shortened(place.text)}”"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rstrip()}…"


def _finding(finding: Finding) -> JsonObject:
    return {
        "kind": finding.kind.value,
        "sentence": finding.sentence,
        "places": [{"start": place.start, "end": place.end, "text": place.text} for place in finding.places],
        "fact_ids": list(finding.fact_ids),
        "references": list(finding.references),
    }
