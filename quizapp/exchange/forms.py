"""The form that a file of questions comes in by."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired

from questions.exchange import Format


class UploadForm(FlaskForm):
    """One file; what it is, is seen from what it holds."""

    file = FileField(
        _("File"),
        description=_(
            "GIFT, Aiken, Moodle XML, QTI 2.2 or 3.0, or a table as CSV, up to 5 MB. What it is, is recognised."
        ),
        validators=[FileRequired(_("Please choose a file."))],
    )

    def content(self) -> bytes:
        """The file's bytes."""
        return bytes(self.file.data.read())

    @property
    def file_name(self) -> str:
        """What the browser calls the file."""
        return str(self.file.data.filename or "")


def format_in(word: str) -> Format | None:
    """The format that an address names; None for any other word."""
    return Format(word) if word in set(Format) else None
