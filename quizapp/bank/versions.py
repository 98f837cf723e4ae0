"""What a version of a question keeps, and what its question is filtered and found by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import questions
from questions.question import GAP
from questions.question import Question as Asked
from quizapp.bank.days import span_of
from quizapp.bank.evidence import passage_to_json, source_to_json
from quizapp.bank.models import Question, QuestionVersion, Words
from quizapp.bank.searching import searched
from quizapp.bank.warnings import warnings_of
from quizapp.documents.evidence import Source
from quizapp.documents.passages import Passages


def version_of(
    asked: Asked, sources: Iterable[Source], *, number: int, person_id: int, now: datetime, note: str | None = None
) -> QuestionVersion:
    """A version of what is asked, which cites these references; whose it is, and what it quotes, is left open."""
    kept = [source_to_json(source) for source in sources]
    return QuestionVersion(
        number=number,
        type=asked.type,
        language=asked.language,
        stem=GAP.sub("____", asked.stem),
        body=questions.question_to_json(asked),
        sources=kept,
        passages=[],
        note=note,
        difficulty=asked.difficulty,
        warnings=list(warnings_of(asked, cited=bool(kept))),
        created_at=now,
        created_by=person_id,
    )


def quoting_version(
    asked: Asked,
    sources: Mapping[int, Source],
    passages: Passages,
    *,
    document_id: int,
    number: int,
    person_id: int,
    now: datetime,
) -> QuestionVersion:
    """A version of a question that was written from a document, with the sentences and references that it quotes."""
    version = version_of(asked, cited(asked, sources), number=number, person_id=person_id, now=now)
    version.document_id = document_id
    version.passages = [passage_to_json(passages.around(one.start, one.end)) for one in asked.explanations]
    return version


def cited(question: Asked, sources: Mapping[int, Source]) -> tuple[Source, ...]:
    """The references that the question's quotes cite, each once, by number."""
    numbers = {number for explanation in question.explanations for number in explanation.citations}
    return tuple(sources[number] for number in sorted(numbers & sources.keys()))


def words_of(question_id: int, version: QuestionVersion) -> Words:
    """What the question is found by, once it has this version."""
    return Words(question_id=question_id, text=searched(questions.question_from_json(version.body), note=version.note))


def date_by(question: Question, dates: Iterable[str]) -> None:
    """Keep the days that the question's facts run over."""
    span = span_of(dates)
    question.earliest, question.latest = (None, None) if span is None else (span.earliest, span.latest)
