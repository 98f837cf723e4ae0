"""What a reviewer's forms and addresses say."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import Length

from quizapp.bank.deciding import REASON_LENGTH
from quizapp.bank.forms import clean, number_in


class RejectionForm(FlaskForm):
    """Why a draft is rejected."""

    reason = StringField(
        _("Why it is rejected"),
        filters=[clean],
        validators=[Length(max=REASON_LENGTH, message=_("A reason has at most 500 characters."))],
        render_kw={"autocomplete": "off", "list": "reasons", "maxlength": str(REASON_LENGTH)},
    )


def document_in(arguments: Mapping[str, str]) -> int | None:
    """The document whose questions are reviewed; None for those of all."""
    return number_in(arguments, "document")


def seen_in(arguments: Mapping[str, str]) -> int:
    """The number of the version, of the decision or of the drafts that was seen; 0 where that cannot be read."""
    return number_in(arguments, "number") or 0
