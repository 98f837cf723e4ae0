"""``check FILE``: what the facts and references of a document say about each other."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from questions.commandline.json_form import JsonObject, as_json, document_object
from questions.commandline.source import add_source_arguments, document_of, write_out
from questions.consistency import Finding, check
from questions.facts import find_facts

if TYPE_CHECKING:
    from questions.commandline.facts import Commands


def add_check_command(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("check", help="compare the facts and references of a document")
    add_source_arguments(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object, keys sorted")
    parser.set_defaults(run=_run)


def _run(chosen: argparse.Namespace) -> int:
    document = document_of(chosen)
    findings = check(document, find_facts(document))
    if chosen.json:
        write_out(as_json({"document": document_object(document), "findings": [_finding(item) for item in findings]}))
    else:
        write_out("\n".join(map(_line, findings)) or "Nothing contradicts and nothing confirms another.")
    return 0


def _line(finding: Finding) -> str:
    first, second = finding.places
    return f"{first.start}–{first.end} and {second.start}–{second.end}: {finding.sentence}"


def _finding(finding: Finding) -> JsonObject:
    return {
        "kind": finding.kind.value,
        "sentence": finding.sentence,
        "places": [{"start": place.start, "end": place.end, "text": place.text} for place in finding.places],
        "fact_ids": list(finding.fact_ids),
        "references": list(finding.references),
    }
