"""The form of a teacher's question, and the filters of the bank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final, TypeVar

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField
from wtforms.validators import Length

from questions.question import QuestionType
from quizapp.bank.bulk import Seen
from quizapp.bank.commenting import COMMENT_LENGTH
from quizapp.bank.days import date_in
from quizapp.bank.listing import Difficulty, Filters
from quizapp.bank.own import is_visible
from quizapp.bank.state import State
from quizapp.bank.tagging import TAG_LENGTH
from quizapp.errors import N_, WrongField

_LARGEST_ID: Final = 2**31 - 1
_OPTION_LENGTH: Final = Length(max=1000, message=_("An option has at most 1000 characters."))
_NUMBERS: Final = re.compile(r"[\[(]?(\d{1,4})[\])]?")
_BETWEEN: Final = re.compile(r"[\s,，、;；]+|(?<=\])(?=\[)")
_Word = TypeVar("_Word", bound=StrEnum)


def clean(text: str | None) -> str:
    """The text without white space at its ends, and without the one character that not every database takes.

    What cannot be seen at all is empty.
    """
    return (text or "").replace("\0", "").strip() if is_visible(text) else ""


def _id(text: str) -> int | None:
    digits = text.lstrip("0")[:11] if text.isascii() and text.isdigit() else ""
    return int(digits) if digits and int(digits) <= _LARGEST_ID else None


def document_id_in(text: str | None) -> int | None:
    """None for no document; 0, which none has, for what names none."""
    return (_id(text.strip()) or 0) if text and text.strip() else None


class CommentForm(FlaskForm):
    """What a teacher says about a question."""

    text = TextAreaField(
        _("Comment"),
        description=_("For the other teachers. Students never see it."),
        filters=[clean],
        validators=[Length(max=COMMENT_LENGTH, message=_("A comment has at most 2000 characters."))],
        render_kw={"rows": 3},
    )


class TagForm(FlaskForm):
    """A tag for a question."""

    tag = StringField(
        _("Tag"),
        filters=[clean],
        validators=[Length(max=TAG_LENGTH, message=_("A tag has at most 40 characters."))],
        render_kw={"list": "tags", "autocomplete": "off"},
    )


def numbers_of(text: str) -> tuple[int, ...]:
    """The reference numbers in a text such as ``8, 9`` or ``[8][9]``, each once; WrongField for anything else."""
    numbers = []
    for part in _BETWEEN.split(text):
        match = _NUMBERS.fullmatch(part)
        if part and match is None:
            raise WrongField("citations", N_("“%(part)s” is no reference number. Write them as 8, 9."), part=part)
        if match is not None:
            numbers.append(int(match[1]))
    return tuple(dict.fromkeys(numbers))


def filters_from(arguments: Mapping[str, str]) -> Filters:
    """The filters that an address names; what it names wrongly is left out."""
    return Filters(
        document_id=number_in(arguments, "document"),
        type=_word(QuestionType, arguments.get("type", "")),
        state=_word(State, arguments.get("state", "")),
        difficulty=_word(Difficulty, arguments.get("difficulty", "")),
        tag=clean(arguments.get("tag"))[:TAG_LENGTH],
        author_id=number_in(arguments, "author"),
        since=date_in(arguments.get("since", "")),
        until=date_in(arguments.get("until", "")),
        text=clean(arguments.get("text"))[:200],
        flagged=arguments.get("flagged") == "yes",
    )


def unread_dates(arguments: Mapping[str, str], filters: Filters) -> tuple[str, ...]:
    """What an address gives as the earliest or latest date, and cannot be read as one."""
    named = ((arguments.get("since", ""), filters.since), (arguments.get("until", ""), filters.until))
    return tuple(text for text, date in named if text and date is None)


def seen_in(values: Iterable[str]) -> tuple[Seen, ...]:
    """The questions that a form names, each with the version that was seen; what names none is left out."""
    found = (text.partition(":") for text in values)
    pairs = ((_id(question), _id(number)) for question, _, number in found)
    return tuple(Seen(id=question, number=number) for question, number in pairs if question and number)


def page_from(arguments: Mapping[str, str]) -> int:
    """The page that an address names; the first, where it names none."""
    return _id(arguments.get("page", "")) or 1


def number_in(arguments: Mapping[str, str], name: str) -> int | None:
    """The whole number above zero that an address or a form gives under this name; None where it gives none."""
    return _id(arguments.get(name, ""))


def _word(kind: type[_Word], text: str) -> _Word | None:
    return kind(text) if text in {str(member) for member in kind} else None
