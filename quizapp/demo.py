"""What a first look needs: the sample document, its bank, a timed quiz, and two people to try it with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from flask import current_app
from flask_babel import force_locale, gettext
from sqlalchemy import select

import questions
from questions.sample import sample_source
from quizapp.access import Role
from quizapp.accounts import service as accounts
from quizapp.accounts.models import User
from quizapp.accounts.passwords import made_password
from quizapp.bank import service as bank
from quizapp.bank.models import Question, QuestionVersion
from quizapp.database import db, reading
from quizapp.documents import service as documents
from quizapp.errors import N_
from quizapp.pages import LANGUAGES
from quizapp.quizzes import service as quizzes
from quizapp.quizzes.choosing import choose_questions
from quizapp.quizzes.models import Quiz
from quizapp.quizzes.settings import QuizSettings
from quizapp.schema import current_revision, drop_tables, prepare_database

TEACHER: Final = "teacher"
STUDENT: Final = "student"
QUESTIONS: Final = 10
TIME_LIMIT_SECONDS: Final = 8 * 60
ATTRIBUTION: Final = N_("Wikipedia contributors, CC BY-SA 4.0")
_MARKER: Final = "demo.txt"
_NAMES: Final = {TEACHER: N_("Lin Wen"), STUDENT: N_("Zhang Mei")}


class NotADemo(Exception):
    """The database holds more than a demo; the message says so and what to do. Nothing was changed."""


@dataclass(frozen=True, kw_only=True)
class NewPerson:
    """Someone added for the demo, with the password that nobody can look up later."""

    username: str
    password: str


def furnish(*, now: datetime, reset: bool = False) -> tuple[NewPerson, ...]:
    """Make what is missing of the demo, and return the people that are new; `reset` starts over.

    Raises NotADemo where the database is someone's site.
    """
    if current_revision() is not None:
        _check_ours(reset=reset)
    prepare_database()
    if reset:
        drop_tables(db.engine)
        prepare_database()
    _marker().write_text(_database(), encoding="utf-8")
    people = tuple(_add_missing(now))
    with reading():
        teacher_id = db.session.scalars(select(User.id).where(User.username == TEACHER)).one()
        has_quiz = db.session.scalar(select(Quiz.id).limit(1)) is not None
    if not has_quiz:
        _make_quiz(teacher_id, now)
    return people


def _marker() -> Path:
    """The file beside the database that says: this is a demo."""
    return Path(current_app.instance_path) / _MARKER


def _database() -> str:
    return db.engine.url.render_as_string(hide_password=True)


def _check_ours(*, reset: bool) -> None:
    """Touch nobody's site: what the demo did not begin, or what others have an account in."""
    people = _usernames()
    begun = _marker().exists() and _marker().read_text(encoding="utf-8") == _database()
    if people and not begun:
        raise NotADemo(
            f"The folder {current_app.instance_path} holds a site of its own, which the demo leaves alone. "
            "Give the demo another folder: QUIZAPP_INSTANCE=demo quizapp demo"
        )
    if reset and people - {TEACHER, STUDENT}:
        raise NotADemo("Other people have accounts in this demo, so it is not reset. Give the next one another folder.")


def _usernames() -> set[str]:
    with reading():
        return set(db.session.scalars(select(User.username)))


def _add_missing(now: datetime) -> Iterator[NewPerson]:
    known = _usernames()
    for username, role in ((TEACHER, Role.TEACHER), (STUDENT, Role.STUDENT)):
        if username not in known:
            yield _add(username, role, now)


def _add(username: str, role: Role, now: datetime) -> NewPerson:
    password = made_password()
    accounts.add_user(
        username=username,
        name=_name_of(username),
        role=role,
        password=password,
        passwords=current_app.extensions["passwords"],
        now=now,
    )
    return NewPerson(username=username, password=password)


def _name_of(username: str) -> str:
    """A name that reads well whichever language the page is in: in the sample's, and in English."""
    plain = _NAMES[username]
    with _language_of_the_sample():
        return f"{gettext(plain)} {plain}"


def _make_quiz(teacher_id: int, now: datetime) -> None:
    """Import the sample, write and approve its bank, and publish a quiz of it, all in the sample's language."""
    with _language_of_the_sample():
        document_id = documents.import_document(
            source=sample_source(),
            title=gettext("Relations between Russia and South Ossetia"),
            person_id=teacher_id,
            now=now,
            attribution=gettext(ATTRIBUTION),
        )
        bank.add_generated(document_id=document_id, person_id=teacher_id, now=now)
        bank.approve_all(document_id=document_id, person_id=teacher_id, now=now)
        quiz_id = quizzes.create_quiz(
            title=gettext("Russia and South Ossetia: a first quiz"),
            description=gettext("Every answer is explained with its source once you submit."),
            question_ids=choose_from(document_id, count=QUESTIONS),
            person_id=teacher_id,
            now=now,
            settings=QuizSettings(time_limit_seconds=TIME_LIMIT_SECONDS),
        )
    quizzes.publish(quiz_id=quiz_id, person_id=teacher_id, now=now)


def choose_from(document_id: int, *, count: int) -> list[int]:
    """The ids of so many approved questions on a document, of as many types as there can be."""
    approved = (
        select(Question.id, QuestionVersion.body)
        .join(QuestionVersion, QuestionVersion.question_id == Question.id)
        .where(Question.document_id == document_id, QuestionVersion.approved_at.is_not(None))
        .order_by(Question.id)
    )
    with reading():
        stored = [(id_, questions.question_from_json(body)) for id_, body in db.session.execute(approved)]
    numbers = {asked.id: id_ for id_, asked in stored}
    return [numbers[asked.id] for asked in choose_questions([asked for _, asked in stored], count=count)]


def welcome(people: Sequence[NewPerson], address: str, program: str) -> Iterator[str]:
    """What the demo says before it serves, a line at a time, in English and in Chinese.

    `program` is how the command line was called, so that what is printed can be typed.
    """
    yield from _in_both_languages(N_("Footnote is ready. Open this address in a browser:"))
    yield f"  {address}"
    if people:
        yield from _in_both_languages(N_("Sign in with these names and passwords. They are shown only this once:"))
        yield from (f"  {person.username}: {person.password}" for person in people)
    else:
        yield from _in_both_languages(N_("The names and passwords are still those shown the first time."))
    yield from _in_both_languages(N_("If a password is lost, this makes a new one:"))
    yield f"  {program} users reset {TEACHER}"
    yield from _in_both_languages(N_("Press Ctrl-C to end. This starts the demo over, with nothing in it kept:"))
    yield f"  {program} demo --reset"


def _in_both_languages(sentence: str) -> Iterator[str]:
    yield sentence
    with _language_of_the_sample():
        translated = gettext(sentence)
    if translated != sentence:
        yield translated


@contextmanager
def _language_of_the_sample() -> Iterator[None]:
    with force_locale(LANGUAGES[questions.Language.SIMPLIFIED]):
        yield
