"""The form that a document comes in by."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import StringField, TextAreaField
from wtforms.validators import Length


class ImportForm(FlaskForm):
    """A text, pasted or uploaded, and what to call it."""

    title = StringField(
        _("Title"),
        description=_("What the document is called. Leave it empty to take its own title or its first words."),
        validators=[Length(max=200, message=_("A title has at most 200 characters."))],
    )
    text = TextAreaField(
        _("Text"),
        description=_("Paste the whole text: sentences with their [8] markers, then the list of references."),
        render_kw={"rows": 12, "spellcheck": "false"},
    )
    file = FileField(
        _("Or a file"),
        description=_(
            "Plain text, a saved web page, wikitext or Markdown in UTF-8, UTF-16, GB18030 or Big5, up to 5 MB."
        ),
        render_kw={"accept": ".txt,.html,.htm,.wiki,.wikitext,.md,.markdown,text/plain,text/html,text/markdown"},
    )
    attribution = StringField(
        _("Whose text it is"),
        description=_("Authors and licence, where they must be named. Shown wherever the text is quoted."),
        validators=[Length(max=500, message=_("This has at most 500 characters."))],
    )

    @property
    def source_field(self) -> str:
        """The name of the field that the source was given in: the file, where one was chosen."""
        return "file" if self.file.data else "text"

    def source(self) -> bytes | str:
        """The file's bytes, where one was chosen, else the pasted text."""
        return bytes(self.file.data.read()) if self.file.data else str(self.text.data or "")


def revised_in(arguments: Mapping[str, str]) -> int | None:
    """The document that a source is a newer revision of, as an address or a form names it; None for none.

    What names none that there can be is 0, which no document has.
    """
    text = arguments.get("revises", "")
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
