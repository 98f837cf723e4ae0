"""What the tests of exchange share: uploading a file as a teacher does, and looking at what it left."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from questions.exchange import UnreadableFile, read, recognised
from questions.exchange.serial import imported_to_json
from quizapp.bank.models import Question
from quizapp.database import db, reading
from quizapp.errors import WrongField
from quizapp.exchange.apart import EXTENSION, Reader


@dataclass(frozen=True, kw_only=True)
class Counter:
    """A teacher's browser at the place where files come in."""

    app: Flask
    client: FlaskClient

    def hand_in(self, content: bytes, name: str = "bank.txt") -> str:
        """Upload a file, and return the address of the page that says what was found."""
        reply = self.client.post("/bank/import", data={"file": (io.BytesIO(content), name)})
        assert reply.status_code == 303, text_of(reply.text)
        return reply.location

    def refused(self, content: bytes, name: str = "bank.txt") -> str:
        """Upload a file that is refused, and return the sentence at the field."""
        reply = self.client.post("/bank/import", data={"file": (io.BytesIO(content), name)})
        assert reply.status_code == 400
        found = re.search(r'id="file-error">(.*?)</p>', reply.text, re.DOTALL)
        assert found
        return unescape(found[1])

    def page(self, address: str) -> str:
        """The words of a page."""
        reply = self.client.get(address)
        assert reply.status_code == 200
        return text_of(reply.text)

    def take_over(self, address: str, which: str = "all") -> str:
        """Confirm an upload, and return the words of the page that follows."""
        reply = self.client.post(f"{address}/questions", data={"which": which})
        assert reply.status_code == 303, text_of(reply.text)
        return self.page(reply.location)

    def questions(self) -> int:
        """How many questions are stored."""
        with self.app.app_context(), reading():
            return db.session.scalar(select(func.count()).select_from(Question)) or 0


def text_of(page: str) -> str:
    """The words that a page shows, with one space between them."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page.partition("<main")[2])).split())


class ReaderWithin(Reader):
    """Reads in the test's own process, which takes a hundredth of the time; `test_apart` starts processes."""

    def _read(self, content: bytes) -> dict[str, Any]:
        try:
            form = recognised(content)
            return {"format": str(form), **imported_to_json(read(content, format=form))}
        except UnreadableFile as reason:
            raise WrongField("file", str(reason)) from reason


@pytest.fixture
def counter(app: Flask, as_teacher: FlaskClient) -> Counter:
    app.extensions[EXTENSION] = ReaderWithin()
    return Counter(app=app, client=as_teacher)
