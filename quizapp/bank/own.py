"""A teacher's wording of a choice question: what can be said about it before anything is stored."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from questions.question import Interaction, Option, Question
from quizapp.errors import N_, Refused, WrongField

FEWEST_OPTIONS: Final = 2
OPTION_IDS: Final = ("a", "b", "c", "d", "e", "f")
_UNSEEN: Final = frozenset({"Cc", "Cf"})  # control characters, and formatting ones such as joiners of no width


@dataclass(frozen=True, kw_only=True)
class Wording:
    """What a teacher may word: stem, options with the right one marked, a note that explains, references cited.

    Raises WrongField for `stem`, `key`, or `option_a` to `option_f` by the option's id.
    """

    stem: str
    options: tuple[Option, ...]
    note: str | None = None
    citations: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if not is_visible(self.stem):
            raise WrongField("stem", N_("Please write the stem."))
        if len(self.options) < FEWEST_OPTIONS:
            missing = next(name for name in OPTION_IDS if name not in {option.id for option in self.options})
            raise WrongField(f"option_{missing}", N_("A question needs at least two options."))
        _check_texts(self.options)
        if sum(option.correct for option in self.options) != 1:
            raise WrongField("key", N_("Please mark the option that is right. It cannot be an empty one."))


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


def can_be_worded(question: Question) -> bool:
    """Whether a teacher can edit the question by a wording: a choice, with no more options than a form has."""
    return question.type.interaction is Interaction.CHOICE and len(question.options) <= len(OPTION_IDS)


def check_editing(question: Question, *, retired: bool) -> None:
    """Raise Refused where the question cannot be edited now."""
    if retired:
        raise Refused(N_("This question is retired. Restore it before you edit it."))
    if not can_be_worded(question):
        raise Refused(N_("Only questions with options to choose from can be edited here."))


def reworded(question: Question, wording: Wording) -> Question:
    """The question in other words. What was said of an option is kept where its text and its rightness stay."""
    before = {(option.text, option.correct): option for option in question.options}
    options = tuple(
        replace(before.get((option.text, option.correct), option), id=option.id) for option in wording.options
    )
    return replace(question, stem=wording.stem, options=options)


def wording_of(question: Question, *, note: str | None, citations: Sequence[int]) -> Wording:
    """The question's present wording, its options named in order."""
    options = tuple(replace(option, id=name) for name, option in zip(OPTION_IDS, question.options, strict=False))
    return Wording(stem=question.stem, options=options, note=note, citations=tuple(citations))
