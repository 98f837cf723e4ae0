"""Commands that bring questions in from other programs and hand them out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click
from sqlalchemy import select

from questions.exchange import Format
from quizapp.access import TEACHERS
from quizapp.accounts.models import User
from quizapp.bank.listing import Filters
from quizapp.bank.state import State
from quizapp.console import give_up, on_ready_tables
from quizapp.database import db, reading
from quizapp.errors import NotFound, Refused, WrongField
from quizapp.exchange import uploads
from quizapp.exchange.apart import Reader
from quizapp.exchange.offering import written
from quizapp.exchange.selecting import Selection, of_bank, of_quiz
from quizapp.exchange.uploads import UploadPage
from quizapp.guard import now


@click.group("bank")
def bank_group() -> None:
    """Bring questions in from other programs, and hand them out."""


@bank_group.command("export")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--to", "form", type=click.Choice([form.value for form in Format]), required=True, help="The format.")
@click.option("--document", "document_id", type=int, help="Only questions on the document of this number.")
@click.option("--state", type=click.Choice([state.value for state in State]), help="Only questions in this state.")
@click.option("--quiz", "quiz_id", type=int, help="The questions of the quiz of this number, instead of the bank's.")
@on_ready_tables
def export(file: Path, form: str, document_id: int | None, state: str | None, quiz_id: int | None) -> None:
    """Write the bank, or a part of it, into FILE; - is standard output.

    What the format has no place for is said, a sentence for each kind.
    """
    selection = _selection(document_id, state, quiz_id)
    if not selection.items:
        give_up("There is no such question.")
    made = written(selection, Format(form), now=now())
    _put(file, made.content)
    for sentence, count in Counter(left.sentence for left in made.left_out).items():
        click.echo(f"{sentence} ({count} question{'s' if count > 1 else ''})", err=True)


def _selection(document_id: int | None, state: str | None, quiz_id: int | None) -> Selection:
    try:
        with reading():
            if quiz_id is not None:
                return of_quiz(quiz_id)
            return of_bank(Filters(document_id=document_id, state=State(state) if state else None))
    except NotFound:
        give_up(f"There is no quiz {quiz_id}.")
    except Refused as error:
        give_up(error.message % error.values)


def _put(file: Path, content: bytes) -> None:
    if str(file) == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        file.write_bytes(content)
    except OSError as error:
        give_up(f"{file} cannot be written: {error.strerror}.")


@bank_group.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--teacher", "username", help="Whose questions they will be; the first teacher's where it is left out.")
@click.option("--dry-run", is_flag=True, help="Only say what would be imported.")
@click.option("--new-only", is_flag=True, help="Leave out what reads much the same as another question.")
@on_ready_tables
def import_questions(file: Path, username: str | None, dry_run: bool, new_only: bool) -> None:
    """Import the good questions of FILE as drafts; what is wrong with the others is said, a sentence for each.

    GIFT, Aiken, Moodle XML, QTI 2.2 and 3.0 and CSV are recognised by what the file holds.
    """
    person_id = _teacher_id(username)
    try:
        content = file.read_bytes()
    except OSError as error:
        give_up(f"{file} cannot be read: {error.strerror}.")
    try:
        upload_id = uploads.keep_upload(
            content=content, file_name=file.name, person_id=person_id, now=now(), reader=Reader()
        )
    except WrongField as error:
        give_up(f"{file}: {error.message % error.values if error.values else error.message}")
    with reading():
        page = uploads.upload_page(upload_id, person_id=person_id)
    for line in _said(file, page):
        click.echo(line, err=True)
    count = page.fresh if new_only else page.total
    if dry_run or not count:
        uploads.drop_upload(upload_id, person_id=person_id)
        click.echo(f"{count} questions could be imported from {file}; nothing was stored.")
        return
    count = uploads.take_over(upload_id, only_fresh=new_only, person_id=person_id, now=now())
    click.echo(f"{count} questions of {file} wait in the bank as drafts.")


def _said(file: Path, page: UploadPage) -> Iterator[str]:
    """A sentence for each fault and each thing that is left out, with its place in the file."""
    for fault in page.faults:
        yield f"{_place(file, fault.item, fault.line)}, {fault.field}: {fault.sentence}"
    for left in page.left_out:
        yield f"{_place(file, left.item, left.line)}: {left.sentence}"


def _place(file: Path, item: int, line: int | None) -> str:
    return f"{file}, question {item}" if line is None else f"{file}, line {line}, question {item}"


def _teacher_id(username: str | None) -> int:
    """The person whose questions they will be."""
    wanted = select(User.id).where(User.role.in_(TEACHERS)).order_by(User.id).limit(1)
    if username is not None:
        wanted = wanted.where(User.username == username)
    with reading():
        teacher_id = db.session.scalar(wanted)
    if teacher_id is None and username is not None:
        give_up(f"There is no teacher of the name {username}.")
    if teacher_id is None:
        give_up("There is no teacher yet. Add one: quizapp users add NAME --role teacher")
    return teacher_id


EXCHANGING: Final = (bank_group,)
