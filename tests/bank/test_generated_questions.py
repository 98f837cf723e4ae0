"""Questions written from a document come in with their evidence, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

import questions
from questions.guidelines import RULES
from questions.question import Explanation
from questions.sample import sample_source
from quizapp.bank import service
from quizapp.bank.evidence import PieceKind
from quizapp.bank.listing import Filters, bank_page
from quizapp.bank.state import State
from quizapp.documents.service import import_document, text_of
from quizapp.errors import NotFound
from tests.bank.conftest import Desk
from tests.conftest import Sample


@pytest.fixture
def document_id(desk: Desk) -> int:
    return import_document(source=sample_source(), title=None, person_id=desk.person_id, now=desk.clock.now())


@pytest.fixture
def written() -> tuple[questions.Question, ...]:
    return questions.write_questions(questions.read(sample_source()))


def store(desk: Desk, document_id: int, written: tuple[questions.Question, ...]) -> tuple[int, ...]:
    return service.store_generated(
        document_id=document_id, written=written, person_id=desk.person_id, now=desk.clock.now()
    )


def test_the_sample_gives_at_least_thirty_drafts(desk: Desk, document_id: int) -> None:
    ids = service.add_generated(document_id=document_id, person_id=desk.person_id, now=desk.clock.now())
    assert len(ids) >= 30
    assert bank_page(Filters()).counts == dict.fromkeys(State, 0) | {State.DRAFT: len(ids)}


def test_written_again_nothing_is_added(desk: Desk, document_id: int) -> None:
    for _ in range(2):
        again = service.add_generated(document_id=document_id, person_id=desk.person_id, now=desk.clock.now())
    assert again == ()


def test_a_question_is_kept_as_the_library_wrote_it(
    desk: Desk, document_id: int, written: tuple[questions.Question, ...]
) -> None:
    ids = store(desk, document_id, written)
    assert tuple(desk.look(question_id).question for question_id in ids) == written


def test_each_quote_is_in_the_document_with_the_references_that_it_cites(desk: Desk, sample: Sample) -> None:
    text = text_of(sample.document_id)
    for question_id in sample.question_ids:
        page = desk.look(question_id)
        for explanation, evidence in zip(page.question.explanations, page.evidence, strict=True):
            quote = "".join(piece.text for piece in evidence.pieces if piece.quoted)
            passage = "".join(piece.text for piece in evidence.pieces)
            assert passage in text
            assert passage.endswith(("。", "]"))
            assert quote == explanation.quote == text[explanation.start : explanation.end]
            assert tuple(source.number for source in evidence.sources) == explanation.citations
            (date,) = (piece.text for piece in evidence.pieces if piece.kind is PieceKind.DATE)
            assert date == text[explanation.date_start : explanation.date_end]


def _forged(explanation: Explanation) -> Explanation:
    return replace(explanation, quote="x" * len(explanation.quote))


def _shifted(explanation: Explanation) -> Explanation:
    moved = {name: getattr(explanation, name) + 1 for name in ("start", "end", "date_start", "date_end")}
    return replace(explanation, **moved)


@pytest.mark.parametrize("change", [_forged, _shifted])
def test_a_question_whose_quote_is_not_in_the_document_cannot_be_saved(
    desk: Desk, document_id: int, written: tuple[questions.Question, ...], change
) -> None:
    first, last = written[0], written[-1]
    wrong = replace(last, explanations=tuple(change(explanation) for explanation in last.explanations))
    with pytest.raises(service.UnprovenQuestion):
        store(desk, document_id, (first, wrong))
    assert bank_page(Filters()).total == 0


def test_a_question_without_evidence_cannot_be_saved(
    desk: Desk, document_id: int, written: tuple[questions.Question, ...]
) -> None:
    with pytest.raises(service.UnprovenQuestion):
        store(desk, document_id, (replace(written[0], explanations=()),))


def test_a_question_of_another_document_cannot_be_saved(desk: Desk, written: tuple[questions.Question, ...]) -> None:
    other = import_document(source="In 1999 it began.", title=None, person_id=desk.person_id, now=desk.clock.now())
    with pytest.raises(service.UnprovenQuestion):
        store(desk, other, written)


def test_nothing_is_written_from_a_document_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotFound):
        service.add_generated(document_id=99, person_id=desk.person_id, now=desk.clock.now())


def test_all_drafts_of_a_document_are_approved_together_apart_from_the_retired(desk: Desk, document_id: int) -> None:
    first, *others = service.add_generated(document_id=document_id, person_id=desk.person_id, now=desk.clock.now())
    desk.retire(first)
    own = desk.add()
    approved = service.approve_all(document_id=document_id, person_id=desk.person_id, now=desk.clock.now())
    assert approved == len(others)
    assert [desk.look(question_id).state for question_id in (first, others[0], own)] == [
        State.RETIRED,
        State.APPROVED,
        State.DRAFT,
    ]


def test_no_question_as_it_was_written_has_a_warning_that_forbids_it(desk: Desk, sample: Sample) -> None:
    """What can be seen of a question alone says no more than what was seen beside its document."""
    hard = {rule.sentence for rule in RULES if rule.hard}
    said = {sentence for question_id in sample.question_ids for sentence in desk.look(question_id).warnings}
    assert said & hard == set()
