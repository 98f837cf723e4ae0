"""The forms of building a quiz: its title, its slots, a random draw."""

from __future__ import annotations

from collections.abc import Iterable

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DecimalField, IntegerField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from quizapp.bank.forms import clean
from quizapp.quizzes.building import LONGEST_DESCRIPTION, LONGEST_TITLE

_NUMBER = _("Please give a number.")


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

    place = IntegerField(_("Place"), validators=[Optional()], render_kw={"inputmode": "numeric"})
    count = IntegerField(_("Questions"), validators=[Optional()], render_kw={"inputmode": "numeric"})
    max_mark = DecimalField(
        _("Marks each"),
        places=None,
        validators=[InputRequired(_NUMBER)],
        render_kw={"inputmode": "decimal"},
    )

    @property
    def mark(self) -> float:
        """The mark as a number."""
        return float(self.max_mark.data)


class DrawForm(SlotForm):
    """A random draw of the questions that are being looked at."""

    count = IntegerField(
        _("How many"), default=1, validators=[InputRequired(_NUMBER)], render_kw={"inputmode": "numeric"}
    )
    max_mark = DecimalField(
        _("Marks each"), default=1, places=None, validators=[InputRequired(_NUMBER)], render_kw={"inputmode": "decimal"}
    )


def numbers_in(values: Iterable[str]) -> tuple[int, ...]:
    """The questions that a form names; what names none is left out."""
    return tuple(int(text) for text in values if text.isascii() and text.isdigit() and len(text) < 10)
