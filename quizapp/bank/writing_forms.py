"""The form of a teacher's question, of whichever type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    Field,
    HiddenField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from questions.kinds import BY_HAND, QuestionType
from questions.question import Option
from quizapp.bank.filling import (
    accepted_in,
    cloze_in,
    cloze_text,
    date_of_key,
    order_in,
    order_text,
    pairs_in,
    pairs_text,
    quantity_in,
)
from quizapp.bank.forms import clean, document_id_in, number_in, numbers_of
from quizapp.bank.own import OPTION_IDS, Wording
from quizapp.bank.words import HAND_NAMES
from quizapp.documents.service import DocumentTitle

_OPTION_LENGTH: Final = Length(max=1000, message=_("An option has at most 1000 characters."))
_LINES: Final[Mapping[str, Any]] = {"rows": 5, "spellcheck": "false"}


class QuestionForm(FlaskForm):
    """A question as a teacher words it; its `kind` says which fields there are."""

    kind = SelectField(
        _("Type"),
        choices=[SelectChoice(str(kind), _(HAND_NAMES[kind])) for kind in BY_HAND],
        validate_choice=False,
    )
    stem = TextAreaField(
        _("Stem"),
        filters=[clean],
        validators=[
            InputRequired(_("Please write the stem.")),
            Length(max=2000, message=_("A stem has at most 2000 characters.")),
        ],
        render_kw={"rows": 3},
    )
    option_a = StringField(_("Option A"), filters=[clean], validators=[_OPTION_LENGTH])
    option_b = StringField(_("Option B"), filters=[clean], validators=[_OPTION_LENGTH])
    option_c = StringField(_("Option C"), filters=[clean], validators=[_OPTION_LENGTH])
    option_d = StringField(_("Option D"), filters=[clean], validators=[_OPTION_LENGTH])
    option_e = StringField(_("Option E"), filters=[clean], validators=[_OPTION_LENGTH])
    option_f = StringField(_("Option F"), filters=[clean], validators=[_OPTION_LENGTH])
    key = RadioField(
        _("The right option"),
        choices=[SelectChoice(name, name.upper()) for name in OPTION_IDS],
        validate_choice=False,
    )
    keys = SelectMultipleField(
        _("The right options"),
        choices=[SelectChoice(name, name.upper()) for name in OPTION_IDS],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )
    truth = RadioField(
        _("The statement is"),
        choices=[SelectChoice("true", _("True")), SelectChoice("false", _("False"))],
        validate_choice=False,
    )
    accepted = TextAreaField(
        _("Accepted answers"),
        description=_("One a line. Capitals, spaces and punctuation at the ends do not matter."),
        filters=[clean],
        render_kw=_LINES,
    )
    value = StringField(_("Number"), filters=[clean], render_kw={"inputmode": "decimal", "autocomplete": "off"})
    tolerance = StringField(
        _("Tolerance"),
        description=_("How far off an answer may be and still be right. Leave it empty for none."),
        filters=[clean],
        render_kw={"inputmode": "decimal", "autocomplete": "off"},
    )
    unit = StringField(
        _("Unit"),
        description=_("What the number counts. Students read it in the review; say it in the stem, too."),
        filters=[clean],
        validators=[Length(max=40, message=_("A unit has at most 40 characters."))],
        render_kw={"autocomplete": "off"},
    )
    date = StringField(
        _("Date"),
        description=_(
            "A day, a month or a year, as exactly as the source has it: 2008-08-26, 2008年9月 or 2008. That is what "
            "answers are marked to."
        ),
        filters=[clean],
        render_kw={"autocomplete": "off", "spellcheck": "false", "maxlength": "100"},
    )
    items = TextAreaField(
        _("Items in their right order"),
        description=_("One a line, the first one first. What may stand in either order shares a line: one | other."),
        filters=[clean],
        render_kw=_LINES,
    )
    matches = TextAreaField(
        _("Pairs"),
        description=_("One a line: an item, =, its match. A line such as “= match” adds one that belongs to nothing."),
        filters=[clean],
        render_kw=_LINES,
    )
    note = TextAreaField(
        _("Explanation"),
        description=_(
            "Why the answer is right, for the review. You may leave it empty. **Bold**, *italic*, lists with - and "
            "[links](https://example.org) are shown as such."
        ),
        filters=[clean],
        validators=[Length(max=4000, message=_("An explanation has at most 4000 characters."))],
        render_kw={"rows": 3},
    )
    document_id = SelectField(
        _("Document"),
        description=_("Where it is written. The question stays with this document."),
        coerce=document_id_in,
        validate_choice=False,
    )
    citations = StringField(
        _("References cited"),
        description=_("Their numbers in the document, such as 8, 9. Leave it empty to say that no source is given."),
        filters=[clean],
        render_kw={"inputmode": "text", "autocomplete": "off"},
    )
    sources = TextAreaField(
        _("Other sources"),
        description=_("Without a document: where it is written, in your words, one source a line."),
        filters=[clean],
        render_kw={"rows": 2},
    )
    number = HiddenField()

    @property
    def type(self) -> QuestionType:
        """The type that is written; a single choice, where none is named."""
        named = self.kind.data
        return QuestionType(named) if named in {str(kind) for kind in BY_HAND} else QuestionType.SINGLE_CHOICE

    @property
    def edited_number(self) -> int | None:
        """The number of the version that was edited; None where the form does not say."""
        return number_in({"number": self.number.data or ""}, "number")

    @property
    def option_fields(self) -> tuple[Field, ...]:
        """The fields of the options, in order."""
        return tuple(self[f"option_{name}"] for name in OPTION_IDS)

    @property
    def answer_fields(self) -> tuple[Field, ...]:
        """The fields of the type's answer, where it has no options."""
        return tuple(self[name] for name in _FIELDS.get(self.type, ()))

    @property
    def waiting_fields(self) -> tuple[Field, ...]:
        """What was typed into fields of another type: it is kept, in case that one is chosen again."""
        shown = set(_FIELDS.get(self.type, ()))
        choice = self.type in (QuestionType.SINGLE_CHOICE, QuestionType.MULTIPLE_CHOICE)
        names = {name for fields in _FIELDS.values() for name in fields} - shown
        others = () if choice else (field.name for field in self.option_fields)
        waiting = (self[name] for name in (*sorted(names), *others))
        return tuple(entry for entry in waiting if isinstance(entry.data, str) and entry.data)

    def offer(self, documents: Iterable[DocumentTitle]) -> None:
        """Let the teacher choose between these documents, or none."""
        titles = [SelectChoice(str(entry.id), entry.title) for entry in documents]
        self.document_id.choices = [SelectChoice("", _("No document")), *titles]

    def show(self, wording: Wording) -> None:
        """Fill the fields with a wording."""
        self.kind.data = str(wording.type)
        self.stem.data = cloze_text(wording.stem, wording.gaps) if wording.gaps else wording.stem
        self.note.data = wording.note
        self.citations.data = ", ".join(str(number) for number in wording.citations)
        self.sources.data = "\n".join(wording.sources)
        self._show_options(wording)
        self.truth.data = {True: "true", False: "false"}.get(wording.is_true) if wording.is_true is not None else None
        self.accepted.data = "\n".join(wording.accepted)
        self.date.data = str(wording.date or "")
        self.items.data = order_text(wording.options, wording.order)
        self.matches.data = pairs_text(wording.options, wording.pairs) if wording.pairs else ""
        if wording.quantity is not None:
            self.value.data, self.unit.data = str(wording.quantity.value), wording.quantity.unit
            self.tolerance.data = str(wording.quantity.tolerance) if wording.quantity.tolerance else ""

    def _show_options(self, wording: Wording) -> None:
        if wording.type not in (QuestionType.SINGLE_CHOICE, QuestionType.MULTIPLE_CHOICE):
            return
        self.keys.data = [option.id for option in wording.options if option.correct]
        self.key.data = next(iter(self.keys.data), None)
        for option in wording.options:
            self[f"option_{option.id}"].data = option.text

    def wording(self) -> Wording:
        """What the fields say; empty options are left out. Raises WrongField for what cannot be taken."""
        said = {"stem": self.stem.data, "type": self.type, **self._answer()}
        return Wording(
            **said,
            note=self.note.data or None,
            citations=numbers_of(self.citations.data),
            sources=tuple(line.strip() for line in (self.sources.data or "").splitlines() if line.strip()),
        )

    def _answer(self) -> dict[str, Any]:
        """The parts of a wording that the type's fields hold."""
        match self.type:
            case QuestionType.TRUE_FALSE:
                return {"is_true": {"true": True, "false": False}.get(self.truth.data or "")}
            case QuestionType.SHORT_TEXT:
                return {"accepted": accepted_in(self.accepted.data)}
            case QuestionType.NUMBER:
                return {"quantity": quantity_in(self.value.data, self.tolerance.data, self.unit.data)}
            case QuestionType.DATE_ENTRY:
                return {"date": date_of_key(self.date.data)}
            case QuestionType.ORDERING:
                return dict(zip(("options", "order"), order_in(self.items.data), strict=True))
            case QuestionType.MATCHING:
                return dict(zip(("options", "pairs"), pairs_in(self.matches.data), strict=True))
            case QuestionType.CLOZE:
                return dict(zip(("stem", "gaps"), cloze_in(self.stem.data), strict=True))
        return {"options": tuple(self._options())}

    def _options(self) -> Iterator[Option]:
        several = self.type is QuestionType.MULTIPLE_CHOICE
        rights = (self.keys.data or ()) if several else (self.key.data,)
        for name in OPTION_IDS:
            text = self[f"option_{name}"].data
            if text:
                yield Option(id=name, text=text, correct=name in rights)


_FIELDS: Final[Mapping[QuestionType, tuple[str, ...]]] = {
    QuestionType.TRUE_FALSE: ("truth",),
    QuestionType.SHORT_TEXT: ("accepted",),
    QuestionType.NUMBER: ("value", "tolerance", "unit"),
    QuestionType.DATE_ENTRY: ("date",),
    QuestionType.ORDERING: ("items",),
    QuestionType.MATCHING: ("matches",),
}
