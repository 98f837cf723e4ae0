"""What every test may ask for: an application on its own database, people, a clock to set, and the sample."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings

from questions.sample import sample_source
from quizapp.access import Role
from quizapp.accounts.service import add_user
from quizapp.bank import service as bank
from quizapp.demo import choose_from
from quizapp.documents import service as documents
from quizapp.quizzes import service as quizzes
from quizapp.quizzes.settings import QuizSettings
from quizapp.schema import prepare_database
from tests.clock import SettableClock
from tests.lending import DATABASE, LentApp, lend, let_go, make_app, new_folder
from tests.postgres import Postgres, served

QUIZ_QUESTIONS = 5  # as many as ask about each of the sample's facts once


settings.register_profile("quick", max_examples=40)
settings.load_profile("quick")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: many tests wait for a browser or a server."""
    return min(os.cpu_count() or 1, 7) + 1


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-pictures", action="store_true", help="take the README's picture anew")


@dataclass(frozen=True, kw_only=True)
class TestPerson:
    """Someone with an account, whose password is known."""

    __test__ = False

    id: int
    username: str
    name: str
    role: Role
    password: str


@dataclass(frozen=True, kw_only=True)
class People:
    """A teacher and two students."""

    teacher: TestPerson
    student: TestPerson
    other_student: TestPerson


@dataclass(frozen=True, kw_only=True)
class Sample:
    """The sample document as it was imported, and its questions, all of them approved, in the bank's order."""

    document_id: int
    question_ids: tuple[int, ...]


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the newest tables and nothing in it, for each test to copy."""
    instance = tmp_path_factory.mktemp("migrated")
    app = make_app(instance)
    with app.app_context():
        prepare_database()
    let_go(app)
    return instance / DATABASE


@pytest.fixture(scope="session")
def lasting_clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def clock(lasting_clock: SettableClock) -> SettableClock:
    lasting_clock.moment = SettableClock().moment
    return lasting_clock


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with served() as server:
        yield server


@pytest.fixture(scope="session")
def migrated_postgres(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a database with the newest tables and nothing in it, to copy."""
    name = postgres.make()
    app = make_app(tmp_path_factory.mktemp("migrated"), database_url=postgres.url(name))
    with app.app_context():
        prepare_database()
    let_go(app)
    return name


@pytest.fixture
def sqlite_url() -> str:
    """An SQLite file in the instance folder, which is what a site has that says nothing."""
    return ""


@pytest.fixture
def postgresql_url(postgres: Postgres, migrated_postgres: str) -> str:
    """A database with the newest tables and nothing in it."""
    return postgres.url(postgres.emptied(migrated_postgres))


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """The address of the database of `app`; a folder of tests that asks `on_both_databases` runs on each."""
    return sqlite_url


def on_both_databases(request: pytest.FixtureRequest) -> str:
    """What `database_url` is where tests run on SQLite and on PostgreSQL: its parameter names the one."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


BOTH_DATABASES = ("sqlite", "postgresql")
FIRST_SQLITE = ("sqlite", pytest.param("postgresql", marks=pytest.mark.slow))
"""For what differs little from one database to the other: the second is left to the long run."""


@pytest.fixture(scope="session")
def lent(lasting_clock: SettableClock) -> Iterator[Callable[[str], LentApp]]:
    """The application of this worker for an address of a database, in a folder of its own."""
    folder = new_folder()

    @cache
    def on(database_url: str) -> LentApp:
        return lend(make_app(folder, lasting_clock, database_url=database_url))

    yield on
    shutil.rmtree(folder)


@dataclass(frozen=True, kw_only=True)
class Furnished:
    """A database file with people and the sample in it, for each test to copy that asks for them."""

    file: Path
    people: People
    sample: Sample


@pytest.fixture(scope="session")
def furnished_once(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Furnished:
    clock, instance = SettableClock(), tmp_path_factory.mktemp("furnished")
    shutil.copyfile(migrated, instance / DATABASE)
    app = make_app(instance, clock)
    people = add_people(app, clock)
    with app.app_context():
        sample = import_sample(teacher_id=people.teacher.id, now=clock.now())
    let_go(app)
    return Furnished(file=instance / DATABASE, people=people, sample=sample)


@pytest.fixture
def furnished(request: pytest.FixtureRequest, database_url: str) -> Furnished | None:
    """What the database of `app` starts with where the test asks for the sample; None on PostgreSQL."""
    if database_url or "sample" not in request.fixturenames:
        return None
    once: Furnished = request.getfixturevalue("furnished_once")
    return once


@pytest.fixture
def app(
    lent: Callable[[str], LentApp], database_url: str, clock: SettableClock, migrated: Path, furnished: Furnished | None
) -> Iterator[Flask]:
    """An application with nothing in its database. What a test listens for on its engine it has to take off again."""
    app = lent(database_url).back()
    if not database_url:
        shutil.copyfile(furnished.file if furnished else migrated, Path(app.instance_path) / DATABASE)
    yield app
    let_go(app)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser in which nobody is signed in, and which prefers English."""
    return browser_of(app)


def browser_of(app: Flask, language: str = "en") -> FlaskClient:
    """A browser of its own, with its own cookies."""
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = language
    return client


@pytest.fixture
def people(app: Flask, clock: SettableClock, furnished: Furnished | None) -> People:
    return furnished.people if furnished else add_people(app, clock)


def add_people(app: Flask, clock: SettableClock) -> People:
    """Give these people accounts."""
    return People(
        teacher=_add(app, clock, "lin", "Lin Laoshi", Role.TEACHER),
        student=_add(app, clock, "mei", "Mei", Role.STUDENT),
        other_student=_add(app, clock, "otto", "Otto", Role.STUDENT),
    )


def _add(app: Flask, clock: SettableClock, username: str, name: str, role: Role) -> TestPerson:
    password = f"the password of {username}"
    with app.app_context():
        number = add_user(
            username=username,
            name=name,
            role=role,
            password=password,
            passwords=app.extensions["passwords"],
            now=clock.now(),
        )
    return TestPerson(id=number, username=username, name=name, role=role, password=password)


def sign_in(client: FlaskClient, person: TestPerson) -> FlaskClient:
    """The same browser, with this person signed in."""
    reply = client.post("/sign-in", data={"username": person.username, "password": person.password})
    assert reply.status_code == 303
    return client


@pytest.fixture
def as_teacher(app: Flask, people: People) -> FlaskClient:
    return sign_in(browser_of(app), people.teacher)


@pytest.fixture
def as_student(app: Flask, people: People) -> FlaskClient:
    return sign_in(browser_of(app), people.student)


@pytest.fixture
def as_other_student(app: Flask, people: People) -> FlaskClient:
    return sign_in(browser_of(app), people.other_student)


@pytest.fixture
def sample(app: Flask, people: People, clock: SettableClock, furnished: Furnished | None) -> Sample:
    if furnished:
        return furnished.sample
    with app.app_context():
        return import_sample(teacher_id=people.teacher.id, now=clock.now())


def import_sample(*, teacher_id: int, now: datetime) -> Sample:
    """Import the sample document, write its questions and approve them; within an application context."""
    document_id = documents.import_document(
        source=sample_source(), title="Russia and South Ossetia", person_id=teacher_id, now=now
    )
    question_ids = bank.add_generated(document_id=document_id, person_id=teacher_id, now=now)
    bank.approve_all(document_id=document_id, person_id=teacher_id, now=now)
    return Sample(document_id=document_id, question_ids=question_ids)


@pytest.fixture
def sample_quiz(app: Flask, people: People, sample: Sample, clock: SettableClock) -> int:
    """The number of a published quiz of eight minutes that asks about each fact of the sample once."""
    with app.app_context():
        quiz_id = quizzes.create_quiz(
            title="A first quiz",
            question_ids=choose_from(sample.document_id, count=QUIZ_QUESTIONS),
            person_id=people.teacher.id,
            now=clock.now(),
            settings=QuizSettings(time_limit_seconds=480),
        )
        quizzes.publish(quiz_id=quiz_id, person_id=people.teacher.id, now=clock.now())
        return quiz_id
