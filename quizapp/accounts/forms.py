"""The forms of signing in."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length


class SignInForm(FlaskForm):
    """A username and a password."""

    username = StringField(
        _("Username"),
        validators=[
            InputRequired(_("Please give your username.")),
            Length(max=200, message=_("A username has at most 200 characters.")),
        ],
        render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
    )
    password = PasswordField(
        _("Password"),
        validators=[
            InputRequired(_("Please give your password.")),
            Length(max=500, message=_("A password has at most 500 characters.")),
        ],
        render_kw={"autocomplete": "current-password"},
    )
