"""What commands share: they run on tables that are ready, or end with one sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, Final, NoReturn

import click
from flask.cli import with_appcontext

from quizapp.schema import is_up_to_date

WRONG_INPUT: Final = 2
FOUND_WRONG: Final = 1


def on_ready_tables(command: Callable[..., None]) -> Callable[..., None]:
    """Run the command with the application at hand, and not at all before `quizapp init`."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        if not is_up_to_date():
            give_up("The database is not ready for this version yet. Run: quizapp init")
        command(*arguments, **options)

    return with_appcontext(run)


def give_up(sentence: str) -> NoReturn:
    """End with a sentence on what was wrong with the input."""
    click.echo(sentence, err=True)
    sys.exit(WRONG_INPUT)
