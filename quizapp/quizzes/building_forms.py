"""The forms of building a quiz: its title, its slots, a random draw."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DecimalField, Field, IntegerField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from quizapp.bank.forms import clean
from quizapp.errors import N_, WrongField
from quizapp.quizzes.building import LONGEST_DESCRIPTION, LONGEST_TITLE
from quizapp.quizzes.feedback import LONGEST_TEXT, MOST, Feedback
from quizapp.quizzes.numbers import bounded

_NUMBER = _("Please give a number.")
_FROM = _("From how many percent on")
_SAID = _("What is said")
_DIGITS = {"inputmode": "numeric"}
_ROWS = {"rows": 2}
_TEXT_LENGTH = Length(max=LONGEST_TEXT, message=_("A feedback has at most 1000 characters."))


class HeadingForm(FlaskForm):
    """What a quiz is called, and what students read about it."""

    title = StringField(
        _("Title"),
        filters=[clean],
        validators=[
            DataRequired(_("Please give the quiz a title.")),
            Length(max=LONGEST_TITLE, message=_("A title has at most 200 characters.")),
        ],
        render_kw={"autocomplete": "off"},
    )
    description = TextAreaField(
        _("Description"),
        description=_("Students read it before they start. You may leave it empty."),
        filters=[clean],
        validators=[Length(max=LONGEST_DESCRIPTION, message=_("A description has at most 2000 characters."))],
        render_kw={"rows": 2},
    )


class SlotForm(FlaskForm):
    """What a slot's questions are worth each, where it stands, and, where it draws, how many there are."""

    place = IntegerField(_("Place"), filters=[bounded], validators=[Optional()], render_kw={"inputmode": "numeric"})
    count = IntegerField(_("Questions"), filters=[bounded], validators=[Optional()], render_kw={"inputmode": "numeric"})
    max_mark = DecimalField(
        _("Marks each"),
        places=None,
        filters=[bounded],
        validators=[InputRequired(_NUMBER)],
        render_kw={"inputmode": "decimal"},
    )

    @property
    def mark(self) -> float:
        """The mark as a number, with as many digits as pages show of it: what is saved again stays."""
        return round(float(self.max_mark.data), 2)


class DrawForm(SlotForm):
    """A random draw of the questions that are being looked at."""

    count = IntegerField(
        _("How many"),
        default=1,
        filters=[bounded],
        validators=[InputRequired(_NUMBER)],
        render_kw={"inputmode": "numeric"},
    )
    max_mark = DecimalField(
        _("Marks each"),
        default=1,
        places=None,
        filters=[bounded],
        validators=[InputRequired(_NUMBER)],
        render_kw={"inputmode": "decimal"},
    )


class FeedbackForm(FlaskForm):
    """What is said at the end by score, in up to four steps; a step without a text is none."""

    percent_1 = IntegerField(_FROM, default=80, filters=[bounded], validators=[Optional()], render_kw=_DIGITS)
    text_1 = TextAreaField(_SAID, filters=[clean], validators=[_TEXT_LENGTH], render_kw=_ROWS)
    percent_2 = IntegerField(_FROM, default=50, filters=[bounded], validators=[Optional()], render_kw=_DIGITS)
    text_2 = TextAreaField(_SAID, filters=[clean], validators=[_TEXT_LENGTH], render_kw=_ROWS)
    percent_3 = IntegerField(_FROM, default=0, filters=[bounded], validators=[Optional()], render_kw=_DIGITS)
    text_3 = TextAreaField(_SAID, filters=[clean], validators=[_TEXT_LENGTH], render_kw=_ROWS)
    percent_4 = IntegerField(_FROM, filters=[bounded], validators=[Optional()], render_kw=_DIGITS)
    text_4 = TextAreaField(_SAID, filters=[clean], validators=[_TEXT_LENGTH], render_kw=_ROWS)

    @property
    def steps(self) -> tuple[tuple[Field, Field], ...]:
        """The fields of each step: from how many percent on, and what is said."""
        return tuple((self[f"percent_{number}"], self[f"text_{number}"]) for number in range(1, MOST + 1))

    def show(self, entries: Sequence[Feedback]) -> None:
        """Fill the fields with this feedback; where there is none, the steps are a proposal."""
        for number, (percent, text) in enumerate(self.steps if entries else ()):
            percent.data = entries[number].percent if number < len(entries) else None
            text.data = entries[number].text if number < len(entries) else ""

    def entries(self) -> tuple[Feedback, ...]:
        """What the fields say. Raises WrongField for a percentage that cannot be, or that two texts begin at."""
        given = [(number, percent.data, text.data) for number, (percent, text) in enumerate(self.steps, 1) if text.data]
        seen: set[int] = set()
        for number, percent, _text in given:
            if percent is None or not 0 <= percent <= 100:
                raise WrongField(f"percent_{number}", N_("Please give a percentage from 0 to 100."))
            if percent in seen:
                raise WrongField(f"percent_{number}", N_("Two texts begin at the same percentage."))
            seen.add(percent)
        return tuple(Feedback(percent=percent, text=text) for _number, percent, text in given)


def numbers_in(values: Iterable[str]) -> tuple[int, ...]:
    """The questions that a form names; what names none is left out."""
    return tuple(int(text) for text in values if text.isascii() and text.isdigit() and len(text) < 10)
