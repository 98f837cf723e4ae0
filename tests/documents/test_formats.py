"""What comes in as a web page, wikitext or Markdown is stored so that questions written later agree with its facts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

import questions
from quizapp.bank.service import add_generated
from quizapp.database import db
from quizapp.documents import service
from quizapp.documents.facts import document_page
from quizapp.documents.models import Document
from tests.conftest import People, SettableClock

CORPUS = Path(__file__).parents[1] / "questions" / "corpus"


@pytest.mark.parametrize("name", sorted(path.name for path in CORPUS.glob("readers_*")))
def test_a_document_of_any_format_comes_back_as_it_was_read(
    app: Flask, people: People, clock: SettableClock, name: str
) -> None:
    source = (CORPUS / name).read_bytes()
    read = questions.read(source, title="A title")
    with app.app_context():
        document_id = service.import_document(
            source=source, title="A title", person_id=people.teacher.id, now=clock.now()
        )
        stored = db.session.get_one(Document, document_id)
        assert stored.format is read.format
        assert service.document_of(document_id) == replace(read, notes=())  # the texts of notes stay in the file
        facts = questions.find_facts(read)
        assert [fact.key for fact in document_page(document_id).facts] == [fact.id for fact in facts]
        added = add_generated(document_id=document_id, person_id=people.teacher.id, now=clock.now())
        assert len(added) == len(questions.write_questions(read, facts))


def test_a_web_page_is_called_by_its_own_title(app: Flask, people: People, clock: SettableClock) -> None:
    page = "<html><title>x</title><h1>The Old Mill</h1><p>It was built in 1820.</p></html>"
    with app.app_context():
        document_id = service.import_document(source=page, title=None, person_id=people.teacher.id, now=clock.now())
        assert service.heading_of(document_id).title == "The Old Mill"
