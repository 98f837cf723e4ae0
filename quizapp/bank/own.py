"""A teacher's wording of a question: what can be said about it before anything is stored."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from questions.dates import DateValue
from questions.document import Language
from questions.kinds import Interaction, QuestionType
from questions.question import Groups, Option, Pairs, Quantity, Question
from questions.truth import truth_options
from quizapp.bank.filling import reads_as_typed
from quizapp.errors import N_, Refused, WrongField

FEWEST_OPTIONS: Final = 2
OPTION_IDS: Final = ("a", "b", "c", "d", "e", "f")
_UNSEEN: Final = frozenset({"Cc", "Cf"})  # control characters, and formatting ones such as joiners of no width


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What a teacher may word: stem, answers with their key, a note that explains, and what is cited.

    `type` is one of `BY_HAND` and says which parts hold the key: options marked as right, `is_true`, `order`, `pairs`,
    `date`, `quantity`, `accepted` or `gaps`. `citations` are numbers of references of the document, `sources` texts
    of other sources, which a question without a document may cite.
    Raises WrongField for `stem`, `key`, `keys`, `truth`, or `option_a` to `option_f` by the option's id.
    """

    stem: str
    type: QuestionType = QuestionType.SINGLE_CHOICE
    options: tuple[Option, ...] = ()
    is_true: bool | None = None
    order: Groups = ()
    pairs: Pairs = ()
    date: DateValue | None = None
    quantity: Quantity | None = None
    accepted: tuple[str, ...] = ()
    gaps: tuple[tuple[str, ...], ...] = ()
    note: str | None = None
    citations: tuple[int, ...] = ()
    sources: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        if not is_visible(self.stem):
            raise WrongField("stem", N_("Please write the stem."))
        if self.type in (QuestionType.SINGLE_CHOICE, QuestionType.MULTIPLE_CHOICE):
            self._check_options()
        if self.type is QuestionType.TRUE_FALSE and self.is_true is None:
            raise WrongField("truth", N_("Please say whether it is true or false."))

    def _check_options(self) -> None:
        if len(self.options) < FEWEST_OPTIONS:
            missing = next(name for name in OPTION_IDS if name not in {option.id for option in self.options})
            raise WrongField(f"option_{missing}", N_("A question needs at least two options."))
        _check_texts(self.options)
        rights = sum(option.correct for option in self.options)
        if self.type is QuestionType.SINGLE_CHOICE and rights != 1:
            raise WrongField("key", N_("Please mark the option that is right. It cannot be an empty one."))
        if self.type is QuestionType.MULTIPLE_CHOICE and not 0 < rights < len(self.options):
            raise WrongField("keys", N_("Please mark at least one option as right, and leave at least one unmarked."))


def _check_texts(options: Sequence[Option]) -> None:
    seen = set[str]()
    for option in options:
        text = _read(option.text)
        if not text:
            raise WrongField(f"option_{option.id}", N_("An option cannot be empty."))
        if text in seen:
            raise WrongField(f"option_{option.id}", N_("This option reads the same as another one."))
        seen.add(text)


def is_visible(text: str | None) -> bool:
    """Whether anything of the text can be seen: more than white space and marks of no width."""
    return bool(_read(text or ""))


def _read(text: str) -> str:
    """The text as the eye reads it, without marks of no width."""
    return "".join(mark for mark in text if unicodedata.category(mark) not in _UNSEEN).strip()


_FORMS: Final[Mapping[Interaction, QuestionType]] = {
    Interaction.CHOICE: QuestionType.SINGLE_CHOICE,
    Interaction.SEVERAL: QuestionType.MULTIPLE_CHOICE,
    Interaction.ENTRY: QuestionType.DATE_ENTRY,
    Interaction.NUMBER: QuestionType.NUMBER,
    Interaction.TEXT: QuestionType.SHORT_TEXT,
    Interaction.ORDER: QuestionType.ORDERING,
    Interaction.MATCH: QuestionType.MATCHING,
    Interaction.CLOZE: QuestionType.CLOZE,
}
_OF_ANY_SOURCE: Final = (Interaction.CHOICE, Interaction.SEVERAL)
"""What can be worded anew even where facts of a document prove the key."""


def form_of(question: Question) -> QuestionType:
    """The type of `BY_HAND` by whose form a question is edited."""
    return question.type if question.type is QuestionType.TRUE_FALSE else _FORMS[question.type.interaction]


def can_be_worded(question: Question) -> bool:
    """Whether a teacher can edit the question by a wording.

    A choice has no more options than a form has. Of what facts prove, only options can be worded: a date, an order or
    pairs are the source's. What the form would read as something else cannot be worded, either.
    """
    kind = question.type.interaction
    if kind in _OF_ANY_SOURCE:
        return len(question.options) <= len(OPTION_IDS)
    return not question.explanations and question.duration is None and reads_as_typed(question)


def check_editing(question: Question, *, retired: bool) -> None:
    """Raise Refused where the question cannot be edited now."""
    if retired:
        raise Refused(N_("This question is retired. Restore it before you edit it."))
    if not reads_as_typed(question):
        raise Refused(N_("A text here holds a mark that the form sets between texts, so it cannot be edited here."))
    if not can_be_worded(question):
        raise Refused(N_("Only questions with options to choose from can be edited here."))


def asked_by(wording: Wording, *, name: str, language: Language) -> Question:
    """The question that a wording makes, under this id."""
    return Question(
        id=name, type=wording.type, language=language, stem=wording.stem, **_key_of(wording, language, wording.options)
    )


def reworded(question: Question, wording: Wording) -> Question:
    """The question in other words. What was said of an option is kept where its text and its rightness stay."""
    before = {(option.text, option.correct): option for option in question.options}
    options = tuple(
        replace(before.get((option.text, option.correct), option), id=option.id) for option in wording.options
    )
    return replace(question, stem=wording.stem, **_key_of(wording, question.language, options))


def _key_of(wording: Wording, language: Language, options: tuple[Option, ...]) -> dict[str, Any]:
    """The parts of a question that hold its answers and its key."""
    if wording.type is QuestionType.TRUE_FALSE:
        return {"options": truth_options(language, is_true=bool(wording.is_true))}
    return {
        "options": options,
        "order": wording.order,
        "pairs": wording.pairs,
        "date": wording.date,
        "quantity": wording.quantity,
        "accepted": wording.accepted,
        "gaps": wording.gaps,
    }


def wording_of(
    question: Question, *, note: str | None, citations: Sequence[int], sources: Sequence[str] = ()
) -> Wording:
    """The question's present wording; the options of a choice are named in order."""
    return Wording(
        stem=question.stem,
        type=form_of(question),
        options=_named(question) if question.type.interaction in _OF_ANY_SOURCE else question.options,
        is_true=question.options[0].correct if question.type is QuestionType.TRUE_FALSE else None,
        order=question.order,
        pairs=question.pairs,
        date=question.date,
        quantity=question.quantity,
        accepted=question.accepted,
        gaps=question.gaps,
        note=note,
        citations=tuple(citations),
        sources=tuple(sources),
    )


def _named(question: Question) -> tuple[Option, ...]:
    return tuple(replace(option, id=name) for name, option in zip(OPTION_IDS, question.options, strict=False))


Previews = Callable[[Question], object]
"""What a room above answers: a question as the page of an attempt shows it."""

PREVIEWS: Final = "preview_of_question"
"""The name under which the application keeps the answer's `Previews`."""
