"""Facts → questions: the visible list of writers, and the rules that every draft must keep."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from random import Random
from typing import TypeAlias

from questions.document import Document
from questions.fact import Fact
from questions.facts import find_facts
from questions.guidelines import check
from questions.question import Question, QuestionType
from questions.spreading import spread
from questions.writers.acting import write_who_choice
from questions.writers.counting import write_number_choice
from questions.writers.dating import write_date_choice, write_date_entry
from questions.writers.elapsing import write_interval
from questions.writers.evidence import write_evidence
from questions.writers.gathering import write_which_of
from questions.writers.grading import write_precision
from questions.writers.happening import write_event_choice
from questions.writers.material import Material
from questions.writers.ordering import write_chronology, write_earlier
from questions.writers.pairing import write_matching
from questions.writers.placing import write_where_choice
from questions.writers.stating import write_agreement
from questions.writers.telling import Telling

Writer: TypeAlias = Callable[[Telling, Material, Random], Question | None]

WRITERS: tuple[tuple[QuestionType, Writer], ...] = (
    (QuestionType.DATE_CHOICE, write_date_choice),
    (QuestionType.DATE_ENTRY, write_date_entry),
    (QuestionType.EVENT_CHOICE, write_event_choice),
    (QuestionType.WHO_CHOICE, write_who_choice),
    (QuestionType.WHERE_CHOICE, write_where_choice),
    (QuestionType.NUMBER_CHOICE, write_number_choice),
    (QuestionType.TRUE_FALSE_UNSTATED, write_agreement),
    (QuestionType.EARLIER, write_earlier),
    (QuestionType.CHRONOLOGY, write_chronology),
    (QuestionType.MATCHING, write_matching),
    (QuestionType.WHICH_OF, write_which_of),
    (QuestionType.INTERVAL, write_interval),
    (QuestionType.EVIDENCE, write_evidence),
    (QuestionType.PRECISION, write_precision),
)
"""Every type that can be written, in the order in which the questions come."""

WRITABLE = tuple(str(kind) for kind, _ in WRITERS)


def write_questions(
    document: Document,
    facts: Sequence[Fact] | None = None,
    *,
    seed: int | None = None,
    types: Collection[str] | None = None,
    count: int | None = None,
) -> tuple[Question, ...]:
    """The questions that the document's facts (`facts`, or else all it has) carry, by type and in order of appearance.

    The same document, facts and seed give the same questions; without a seed it comes from the document's digest.
    Which `types` are asked for changes nothing about the questions of each. Every question rests on quotes of the
    document and breaks no hard rule of the guidelines. With a `count`, at most so many come back, spread over facts,
    types and the length of the document. Raises ValueError for a type that cannot be written.
    """
    unknown = sorted(set(types or ()) - set(WRITABLE))
    if unknown:
        raise ValueError(f"Questions of the type {unknown[0]!r} cannot be written; there are {', '.join(WRITABLE)}.")
    chosen = find_facts(document) if facts is None else facts
    rooted = seed_of(document) if seed is None else seed
    material = Material(document, chosen, seed=rooted)
    drafts = _drafts(material, rooted, WRITABLE if types is None else types)
    sound = (item for item in drafts if not any(breach.hard for breach in check(item, document, chosen)))
    written = tuple({_asked(item): item for item in sound}.values())
    fair = _without_too_many(written, len(material.tellings))
    return fair if count is None else spread(fair, count)


def _asked(question: Question) -> tuple[str, ...]:
    """What a question asks and what is right: the same for two that rest on two facts of one passage."""
    right = [option.text for option in question.options if option.correct]
    return (question.type, question.stem, *(right or sorted(option.text for option in question.options)))


def _without_too_many(questions: tuple[Question, ...], tellings: int) -> tuple[Question, ...]:
    """The questions with no more of the plainer types than their share; of how precisely, the coarser dates first."""
    left_out: set[str] = set()
    for kind, share in _SHARES.items():
        of_kind = sorted((question for question in questions if question.type is kind), key=_is_to_the_day)
        left_out |= {question.id for question in of_kind[max(1, tellings * _USUAL // share) :]}
    return tuple(question for question in questions if question.id not in left_out)


_SHARES = {QuestionType.PRECISION: 12, QuestionType.INTERVAL: 10}
"""Of how many questions at most one is of a type."""
_USUAL = 6  # questions that a telling usually carries


def _is_to_the_day(question: Question) -> bool:
    return bool(question.options) and question.options[0].correct


def seed_of(document: Document) -> int:
    """The seed that a document brings along: the first 32 bits of its digest."""
    return int(document.digest.removeprefix("sha256:")[:8], 16)


def _drafts(material: Material, seed: int, types: Collection[str]) -> Iterator[Question]:
    for kind, write in WRITERS:
        if str(kind) in types:
            for telling in material.tellings:
                question = write(telling, material, Random(f"{seed} {kind} {telling.fact.id}"))  # noqa: S311
                if question is not None:
                    yield question
