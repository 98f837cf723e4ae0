"""``python -m questions``: each command is a function from its arguments to an exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from questions.commandline.check import add_check_command
from questions.commandline.facts import add_facts_command
from questions.commandline.write import add_write_command
from questions.document import UnreadableDocument

_COMMANDS = (add_facts_command, add_write_command, add_check_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status is 0, or 2 with one sentence on standard error for input that cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m questions", description="Facts and questions from a document.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add_command in _COMMANDS:
        add_command(commands)
    chosen = parser.parse_args(arguments)
    try:
        status: int = chosen.run(chosen)
    except UnreadableDocument as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    return status
