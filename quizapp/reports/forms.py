"""The forms by which a problem is reported and answered."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import SelectChoice, SelectField, TextAreaField
from wtforms.validators import Length

from quizapp.bank.forms import clean
from quizapp.reports.service import TEXT_LENGTH
from quizapp.reports.state import Kind, Stage
from quizapp.reports.words import KIND_NAMES

_LENGTH = Length(max=TEXT_LENGTH, message=_("This has more than 1000 characters."))


class ReportForm(FlaskForm):
    """What somebody thinks is wrong with a question."""

    kind = SelectField(
        _("What is wrong"),
        choices=[SelectChoice(str(kind), _(name)) for kind, name in KIND_NAMES.items()],
        validate_choice=False,
    )
    text = TextAreaField(
        _("In your words"),
        description=_("Your teachers read it with your name. You see their reply here."),
        filters=[clean],
        validators=[_LENGTH],
        render_kw={"rows": 3, "maxlength": str(TEXT_LENGTH)},
    )

    @property
    def chosen_kind(self) -> Kind:
        """The kind that was chosen; something else, where it is none."""
        return Kind(self.kind.data) if self.kind.data in set(Kind) else Kind.OTHER


class ReplyForm(FlaskForm):
    """What a teacher replies."""

    reply = TextAreaField(
        _("Your reply"),
        description=_("The student who reported it sees this at the question."),
        filters=[clean],
        validators=[_LENGTH],
        render_kw={"rows": 4, "maxlength": str(TEXT_LENGTH)},
    )


def stage_in(arguments: Mapping[str, str]) -> Stage | None:
    """The stage that an address names; open reports where it names none, and all (None) for "all"."""
    name = arguments.get("stage", Stage.OPEN)
    return Stage(name) if name in set(Stage) else None if name == "all" else Stage.OPEN
