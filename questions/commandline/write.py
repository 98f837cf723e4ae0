"""``write FILE``: the questions that a document carries, for people or as JSON."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from questions.commandline.exporting import add_export_arguments, export
from questions.commandline.json_form import as_json, document_object
from questions.commandline.source import add_source_arguments, document_of, facts_of, write_out
from questions.question import Question
from questions.serial import question_to_json
from questions.writing import WRITABLE, seed_of, write_questions

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add_write_command(commands: Commands) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("write", help="write questions on the dated facts of a document")
    add_source_arguments(parser)
    parser.add_argument("--seed", type=int, help="a whole number; without it the document's own")
    parser.add_argument("--types", type=_types, metavar="A,B", help=f"some of {', '.join(WRITABLE)}; default: all")
    parser.add_argument("--count", type=int, metavar="N", help="at most N questions, spread over facts and types")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object, keys sorted")
    add_export_arguments(parser, form)
    parser.set_defaults(run=_run)


def _types(names: str) -> tuple[str, ...]:
    chosen = tuple(name.strip() for name in names.split(",") if name.strip())
    unknown = [name for name in chosen if name not in WRITABLE]
    if unknown:
        raise argparse.ArgumentTypeError(f"there is no type {unknown[0]!r}; choose from {', '.join(WRITABLE)}")
    return chosen


def _run(chosen: argparse.Namespace) -> int:
    document = document_of(chosen)
    seed = seed_of(document) if chosen.seed is None else chosen.seed
    questions = write_questions(document, facts_of(document), seed=seed, types=chosen.types, count=chosen.count)
    if chosen.to is not None:
        export(chosen, document, questions)
    elif chosen.json:
        written = [question_to_json(question) for question in questions]
        write_out(as_json({"document": document_object(document), "seed": seed, "questions": written}))
    else:
        write_out("\n".join(line for question in questions for line in _sheet(question)))
    return 0


def _sheet(question: Question) -> Iterator[str]:
    """A question as it is read on paper, with its key and evidence."""
    yield f"[{question.type}] {question.stem}"
    for option in question.options:
        yield f"  {'*' if option.correct else ' '} {option.id}. {option.text}"
    if question.date is not None:
        yield f"  * {question.date}"
    if question.duration is not None:
        yield f"  * {question.duration.number} ({question.duration.unit})"
    for pair in question.pairs:
        yield f"  * {' = '.join(pair)}"
    if question.order:
        yield f"  * {' < '.join(' = '.join(group) for group in question.order)}"
    for entry in question.explanations:
        yield f"    {entry.quote} {''.join(f'[{number}]' for number in entry.citations)}".rstrip()
    yield ""
