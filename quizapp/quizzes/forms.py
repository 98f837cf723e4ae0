"""The forms of a quiz's settings and of extra time. Times of day are those of the reader's zone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateTimeLocalField,
    DecimalField,
    IntegerField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from quizapp.errors import N_, WrongField
from quizapp.pages import reader_zone
from quizapp.quizzes.extra_time import LONGEST_REASON, GivenTime, Student
from quizapp.quizzes.numbers import bounded, row_number
from quizapp.quizzes.reviewing import DURING, ReviewMoment, ReviewOptions, Shown
from quizapp.quizzes.settings import LONGEST_CODE, Counted, ExtraTime, Layout, Navigation, QuizSettings

_FIRST_YEAR, _LAST_YEAR = 1970, 2999  # what extra time adds to, and every zone shows, is a time of day, too
_FORMATS: Final = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
_MOST_MINUTES: Final = 366 * 24 * 60
_MINUTES: Final = NumberRange(min=0, max=_MOST_MINUTES, message=_("Please give minutes, at most those of a year."))
_FIELDS: Final = {"time_limit_seconds": "time_limit", "grace_seconds": "grace", "delay_seconds": "delay"}
"""What this form calls the settings that it shows in minutes."""

REVIEW_ENTRIES: Final = (
    *((DURING, part) for part in Shown if part not in (Shown.ANSWERS, Shown.FEEDBACK)),
    *((moment, part) for moment in ReviewMoment for part in Shown),
)
"""When which part of the review may be shown. During an attempt, its own answers always are."""


class SettingsForm(FlaskForm):
    """All settings that rule the attempts at a quiz."""

    time_limit = DecimalField(
        _("Time limit, in minutes"),
        description=_("Leave it empty for no limit."),
        places=None,
        filters=[bounded],
        validators=[Optional(), _MINUTES],
        render_kw={"inputmode": "decimal"},
    )
    opens_at = DateTimeLocalField(
        _("Opens"),
        description=_("Nobody can start before. Leave it empty to open it at once."),
        format=_FORMATS,
        validators=[Optional()],
    )
    closes_at = DateTimeLocalField(
        _("Closes"),
        description=_("Attempts that are still running end then, too."),
        format=_FORMATS,
        validators=[Optional()],
    )
    at_the_end = RadioField(
        _("When the time is up"),
        choices=[
            SelectChoice("submit", _("The attempt is submitted with what was saved.")),
            SelectChoice("grace", _("One can submit for some minutes more, but not answer.")),
        ],
    )
    grace = DecimalField(
        _("Minutes in which one can only submit"),
        description=_("They count only with the second choice above."),
        places=None,
        filters=[bounded],
        validators=[Optional(), _MINUTES],
        render_kw={"inputmode": "decimal"},
    )
    attempts_allowed = IntegerField(
        _("Attempts allowed"),
        description=_("Leave it empty for as many as one likes."),
        filters=[bounded],
        validators=[Optional()],
        render_kw={"inputmode": "numeric"},
    )
    delay = DecimalField(
        _("Minutes between two attempts"),
        description=_("A pause to learn in. Leave it empty for none."),
        places=None,
        filters=[bounded],
        validators=[Optional(), _MINUTES],
        render_kw={"inputmode": "decimal"},
    )
    counted = SelectField(
        _("Which attempt counts"),
        description=_("With several attempts, this one makes the score."),
        choices=[
            SelectChoice(Counted.BEST, _("The best")),
            SelectChoice(Counted.FIRST, _("The first")),
            SelectChoice(Counted.LAST, _("The last")),
            SelectChoice(Counted.AVERAGE, _("The average of all")),
        ],
    )
    access_code = StringField(
        _("Access code"),
        description=_("Without it nobody can start. Leave it empty for none."),
        validators=[Length(max=LONGEST_CODE)],
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )
    layout = RadioField(
        _("On a page"),
        choices=[SelectChoice(Layout.ALL, _("All questions")), SelectChoice(Layout.ONE, _("One question"))],
    )
    navigation = RadioField(
        _("Going back"),
        choices=[
            SelectChoice(Navigation.FREE, _("Students go back and forth as they like.")),
            SelectChoice(
                Navigation.SEQUENTIAL,
                _("One question after another: one that was left can be neither seen nor changed."),
            ),
        ],
    )
    shuffle_questions = BooleanField(
        _("Each student gets the questions in an order of their own"),
        description=_("Without it, they come in the order in which the quiz lists them."),
    )
    shuffle_options = BooleanField(
        _("Each student gets the options in an order of their own"),
        description=_("“True, false, not stated” and the like always keep theirs."),
    )
    review = SelectMultipleField(
        _("What students see afterwards"),
        choices=[SelectChoice(entry, entry) for entry in (f"{moment}:{part}" for moment, part in REVIEW_ENTRIES)],
    )

    def show(self, settings: QuizSettings) -> None:
        """Fill the fields with these settings."""
        self.time_limit.data = _minutes(settings.time_limit_seconds)
        self.opens_at.data = _local(settings.opens_at)
        self.closes_at.data = _local(settings.closes_at)
        self.at_the_end.data = "grace" if settings.grace_seconds else "submit"
        self.grace.data = _minutes(settings.grace_seconds or None)
        self.attempts_allowed.data = settings.attempts_allowed
        self.delay.data = _minutes(settings.delay_seconds or None)
        self.counted.data = settings.counted
        self.access_code.data = settings.access_code
        self.layout.data = settings.layout
        self.navigation.data = settings.navigation
        self.shuffle_questions.data = settings.shuffle_questions
        self.shuffle_options.data = settings.shuffle_options
        self.review.data = [f"{moment}:{part}" for moment, part in settings.review.allowed]
        self.review.data += [f"{DURING}:{part}" for part in settings.review.during]

    def settings(self) -> QuizSettings:
        """What the fields say. Raises WrongField, with a field of this form."""
        if self.at_the_end.data == "grace" and not self.grace.data:
            raise WrongField("grace", N_("Please say for how many minutes."))
        try:
            return QuizSettings(
                time_limit_seconds=_seconds(self.time_limit.data),
                grace_seconds=(_seconds(self.grace.data) or 0) if self.at_the_end.data == "grace" else 0,
                opens_at=_moment("opens_at", self.opens_at.data),
                closes_at=_moment("closes_at", self.closes_at.data),
                attempts_allowed=self.attempts_allowed.data,
                delay_seconds=_seconds(self.delay.data) or 0,
                counted=Counted(self.counted.data),
                access_code=(self.access_code.data or "").replace("\0", "").strip() or None,
                layout=Layout(self.layout.data),
                navigation=Navigation(self.navigation.data),
                shuffle_questions=self.shuffle_questions.data,
                shuffle_options=self.shuffle_options.data,
                review=_review(self.review.data or ()),
            )
        except WrongField as error:
            raise WrongField(_FIELDS.get(error.field, error.field), error.message, **error.values) from None


class ExtraTimeForm(FlaskForm):
    """Extra time for students, with the reason."""

    everyone = BooleanField(_("All students"))
    person_id = SelectMultipleField(_("Students"), coerce=row_number, validate_choice=False)
    multiplier = DecimalField(
        _("Times the time limit"),
        description=_("1.5 gives half as much again, 1 no more."),
        places=None,
        default=Decimal(1),
        filters=[bounded],
        validators=[InputRequired(_("Please give a factor between 1 and 10."))],
        render_kw={"inputmode": "decimal"},
    )
    minutes = IntegerField(
        _("And minutes more"),
        default=0,
        filters=[bounded],
        validators=[Optional(), _MINUTES],
        render_kw={"inputmode": "numeric"},
    )
    reason = StringField(
        _("Reason"),
        description=_("It stays on record with your name. Students do not see it."),
        validators=[
            InputRequired(_("Please give the reason: it stays on record.")),
            Length(max=LONGEST_REASON),
        ],
    )

    def offer(self, students: Iterable[Student]) -> None:
        """Let the teacher choose among these students."""
        self.person_id.choices = [SelectChoice(one.id, f"{one.name} ({one.username})") for one in students]

    def person_ids(self) -> frozenset[int]:
        """Who was chosen, of those that the form offers or others; the service knows who is a student."""
        offered = {choice.value for choice in self.person_id.choices or ()}
        return frozenset(offered if self.everyone.data else self.person_id.data or ())

    def extra(self) -> ExtraTime:
        """What the fields give. Raises WrongField."""
        factor = self.multiplier.data
        percent = round(factor * 100) if factor is not None and factor.is_finite() else 0
        return ExtraTime(percent=percent, seconds=(self.minutes.data or 0) * 60)


class ColleagueForm(FlaskForm):
    """The teacher who may change a quiz, too."""

    username = StringField(
        _("Username of a teacher"),
        description=_("They can then change this quiz as you can: its questions, settings and extra time."),
        validators=[InputRequired(_("Please give a username."))],
        render_kw={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"},
    )


def factor_of(given: GivenTime) -> str:
    """By how much the time limit is multiplied, as it is written: 1.5."""
    return f"{Decimal(given.extra.percent) / 100:f}"


def _minutes(seconds: int | None) -> Decimal | None:
    """Minutes without needless zeros."""
    if seconds is None:
        return None
    minutes = (Decimal(seconds) / 60).quantize(Decimal("0.01")).normalize()
    return minutes.quantize(Decimal(1)) if minutes == minutes.to_integral_value() else minutes


def _seconds(minutes: Decimal | None) -> int | None:
    return None if minutes is None else round(minutes * 60)


def _local(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(reader_zone()).replace(tzinfo=None)


def _moment(field: str, local: datetime | None) -> datetime | None:
    """The moment at which clocks of the reader's zone show this; of two such moments, the first.

    Raises WrongField for a time that the clocks leave out, and for a year in which no quiz is taken.
    """
    if local is None:
        return None
    zone = reader_zone()
    if not _FIRST_YEAR <= local.year <= _LAST_YEAR:
        raise WrongField(
            field, N_("Please give a year from %(first)s to %(last)s."), first=str(_FIRST_YEAR), last=str(_LAST_YEAR)
        )
    moment = local.replace(tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != local:
        raise WrongField(field, N_("There is no such time in %(zone)s: the clocks are put forward then."), zone=zone)
    return moment


def _review(chosen: Iterable[str]) -> ReviewOptions:
    """What the table of checkboxes says; it is written as it is stored, in pairs."""
    stored: dict[str, list[str]] = {}
    for moment, part in (entry.split(":") for entry in chosen):
        stored.setdefault(moment, []).append(part)
    return ReviewOptions.from_json(stored)
