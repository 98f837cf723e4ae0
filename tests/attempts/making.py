"""A small bank with a word of its own in everything that must stay secret, and quizzes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask.testing import FlaskClient

from questions import DateValue, Explanation, Language, Option, Question, QuestionType
from questions.document import SourceFormat
from quizapp.bank import service as bank
from quizapp.bank.own import Wording
from quizapp.database import db
from quizapp.documents.models import Document, Reference
from quizapp.quizzes import service as quizzes
from quizapp.quizzes.settings import QuizSettings

QUOTE = "On 26 August 2008 the canaryquote treaty was signed.[1]"
TEXT = f"{QUOTE}\n\nReferences\n1. canarysource, the paper of record."
SECRETS = ("canaryquote", "canarysource", "canaryfeedback", "canarynote", "26 August 2008", "2008-08-26")
"""What no page may show before the review: quote, reference, feedback, note, and the date of the fact."""

CHOICE, ENTRY, ORDER, TRUE_FALSE, OWN = range(1, 6)
"""The slots of the quiz."""


def _explained() -> tuple[Explanation, ...]:
    start = QUOTE.index("26 August 2008")
    return (
        Explanation(
            quote=QUOTE,
            start=0,
            end=len(QUOTE),
            date_start=start,
            date_end=start + len("26 August 2008"),
            citations=(1,),
        ),
    )


def _question(id_: str, type_: QuestionType, stem: str, **rest: Any) -> Question:
    return Question(id=id_, type=type_, language=Language.ENGLISH, stem=stem, explanations=_explained(), **rest)


def generated() -> list[Question]:
    """A choice, a date entry, an order with a tie, and a true-false-unstated."""
    return [
        _question(
            "choice",
            QuestionType.WHO_CHOICE,
            "Who signed?",
            options=tuple(
                Option(id=id_, text=f"Person {id_}", correct=id_ == "c", feedback=f"canaryfeedback {id_}")
                for id_ in "abcd"
            ),
        ),
        _question("entry", QuestionType.DATE_ENTRY, "When was the treaty signed?", date=DateValue("2008-08-26")),
        _question(
            "order",
            QuestionType.CHRONOLOGY,
            "Put these in order.",
            options=tuple(Option(id=id_, text=f"Event {id_}") for id_ in "abcd"),
            order=(("c",), ("a", "d"), ("b",)),
        ),
        _question(
            "true-false",
            QuestionType.TRUE_FALSE_UNSTATED,
            "The treaty was signed.",
            options=tuple(Option(id=t, text=t, correct=t == "Not stated") for t in ("True", "False", "Not stated")),
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Bank:
    """The approved questions of the bank, in the order of the slots."""

    question_ids: tuple[int, ...]


def fill_bank(*, teacher_id: int, now: datetime) -> Bank:
    """Store the questions and approve them; within an application context."""
    document = Document(
        title="The treaty",
        language=Language.ENGLISH,
        format=SourceFormat.TEXT,
        digest="sha256:of the treaty",
        text=TEXT,
        imported_at=now,
        imported_by=teacher_id,
        references=[Reference(number=1, text="canarysource, the paper of record.", title="canarysource")],
    )
    db.session.add(document)
    db.session.commit()
    ids = bank.store_generated(document_id=document.id, written=generated(), person_id=teacher_id, now=now)
    own = bank.add_own(
        wording=Wording(
            stem="Which river?",
            options=(Option(id="a", text="The Don", correct=True), Option(id="b", text="The Kura")),
            note="canarynote: it is the longer one.",
        ),
        document_id=None,
        language=Language.ENGLISH,
        person_id=teacher_id,
        now=now,
    )
    for id_ in (*ids, own):
        bank.approve(question_id=id_, person_id=teacher_id, now=now)
    return Bank(question_ids=(*ids, own))


def make_quiz(*, question_ids: Sequence[int], teacher_id: int, now: datetime, **rules: Any) -> int:
    """A published quiz of these questions, ten minutes long where `rules` say nothing else."""
    quiz_id = quizzes.create_quiz(
        title="The treaty quiz",
        question_ids=question_ids,
        person_id=teacher_id,
        now=now,
        settings=QuizSettings(**{"time_limit_seconds": 600, **rules}),
    )
    quizzes.publish(quiz_id=quiz_id, person_id=teacher_id, now=now)
    return quiz_id


JSON = {"Accept": "application/json"}


def begin(client: FlaskClient, quiz_id: int) -> str:
    """Press Start; the address of the attempt."""
    reply = client.post(f"/quizzes/{quiz_id}/attempts")
    assert reply.status_code == 303
    return str(reply.location)


def option_ids(page: str, slot: int) -> dict[str, str]:
    """The ids that the browser was given for a slot's options, by their texts, in the order shown."""
    section = page.partition(f'id="question-{slot}"')[2].partition("</section>")[0]
    found = re.findall(r'name="answer" value="(\w+)".*?class="(?:option|order)-text"[^>]*>([^<]+)<', section, re.DOTALL)
    return {text.strip(): id_ for id_, text in found}


def right_answers(page: str) -> dict[int, list[str]]:
    """What earns every mark, by slot, in the ids of this page."""
    return {
        CHOICE: [option_ids(page, CHOICE)["Person c"]],
        ENTRY: ["26 August 2008"],
        ORDER: [option_ids(page, ORDER)[f"Event {name}"] for name in "cadb"],
        TRUE_FALSE: [option_ids(page, TRUE_FALSE)["Not stated"]],
        OWN: [option_ids(page, OWN)["The Don"]],
    }
