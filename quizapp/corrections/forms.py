"""The form by which a fact is corrected."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SelectChoice, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from quizapp.bank.days import date_in
from quizapp.bank.forms import clean, number_in
from quizapp.documents.correcting import REASON_LENGTH, STATEMENT_LENGTH, FactValues
from quizapp.documents.facts import FactPage
from quizapp.errors import N_, WrongField


class CorrectionForm(FlaskForm):
    """What a fact is to say."""

    date = StringField(
        _("Date"),
        description=_("Such as 2008-08-26, 26 August 2008, 2008年9月 or 2008; a range as 2004/2006."),
        filters=[clean],
        validators=[InputRequired(_("Please write the date."))],
        render_kw={"autocomplete": "off", "spellcheck": "false", "maxlength": "100"},
    )
    statement = TextAreaField(
        _("Statement"),
        description=_("One sentence that can be understood alone, with its date."),
        filters=[clean],
        validators=[
            InputRequired(_("Please write the statement.")),
            Length(max=STATEMENT_LENGTH, message=_("A statement has at most 1000 characters.")),
        ],
        render_kw={"rows": 4},
    )
    citations = SelectMultipleField(
        _("References"),
        coerce=int,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )
    hidden = BooleanField(
        _("Hide this fact"), description=_("No question is written from it. Questions that there are get flagged.")
    )
    reason = StringField(
        _("Why it is corrected"),
        description=_("It stays on record with your name."),
        filters=[clean],
        validators=[Length(max=REASON_LENGTH, message=_("A reason has at most 500 characters."))],
        render_kw={"autocomplete": "off", "maxlength": str(REASON_LENGTH)},
    )
    seen_id = HiddenField()

    def offer(self, page: FactPage) -> None:
        """Let the teacher choose among the document's references; those that are cited stand first."""
        cited = {*page.found.citations, *page.values.citations}
        sources = sorted(page.references, key=lambda source: source.number not in cited)
        self.citations.choices = [SelectChoice(source.number, source.title or source.text) for source in sources]

    def show(self, page: FactPage) -> None:
        """Fill the fields with what holds of a fact."""
        self.date.data = str(page.values.date)
        self.statement.data = page.values.statement
        self.citations.data = list(page.values.citations)
        self.hidden.data = page.values.hidden
        self.seen_id.data = str(page.newest_id)

    @property
    def seen(self) -> int:
        """The newest correction that was looked at; 0 for none."""
        return number_in({"seen_id": self.seen_id.data or ""}, "seen_id") or 0

    def values(self, found: FactValues) -> FactValues:
        """What the fields say of a fact of which this was found. Raises WrongField for `date` where it is none."""
        date = date_in(self.date.data)
        if date is None:
            raise WrongField("date", N_("This cannot be read as a date. Write it as 1969-07-20, 1969-07 or 1969."))
        chosen = set(self.citations.data or ())
        return FactValues(
            date=date,
            statement=" ".join(self.statement.data.split()),
            citations=tuple(dict.fromkeys([*(one for one in found.citations if one in chosen), *sorted(chosen)])),
            hidden=self.hidden.data,
        )
