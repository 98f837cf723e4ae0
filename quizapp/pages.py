"""What every page needs: its language and time zone, the addresses of static files, and how dates and times read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from flask import Flask, Response, current_app, redirect, request, send_from_directory, session, url_for
from flask_babel import Babel, format_date, format_datetime, get_locale, gettext, ngettext, to_user_timezone
from flask_login import current_user
from flask_wtf import FlaskForm
from markupsafe import Markup
from werkzeug.wrappers import Response as Reply

import questions
from quizapp.access import ANYONE, open_to
from quizapp.database import abandon_change
from quizapp.errors import Refused, WrongField
from quizapp.rich import rich

LANGUAGES: Final = {"zh-Hans": "zh_Hans_CN", "en": "en"}
"""The interface's languages as BCP 47 tags, and the locales that Babel knows them by."""

_STATIC: Final = Path(__file__).parent / "static"
_YEAR_SECONDS: Final = 31_536_000


def set_up_pages(app: Flask) -> None:
    """Give the application its languages, its static files and what templates call."""
    Babel(app, default_locale="zh_Hans_CN", locale_selector=_chosen_locale, timezone_selector=_chosen_zone)
    digest = _static_digest()

    @app.get(f"/static/{digest}/<path:filename>")
    @open_to(ANYONE)
    def static_file(filename: str) -> Response:
        reply = send_from_directory(_STATIC, filename, max_age=_YEAR_SECONDS)
        reply.cache_control.public = True
        reply.cache_control.immutable = True
        return reply

    app.add_template_filter(say_moment, "moment")
    app.add_template_filter(say_clock, "clock")
    app.add_template_filter(say_duration, "duration")
    app.add_template_filter(say_date, "date")
    app.add_template_filter(say_mark, "mark")
    app.add_template_filter(say_together, "sentences")
    app.add_template_filter(rich, "rich")
    app.context_processor(_page_context)


def _page_context() -> dict[str, Any]:
    return {
        "language": page_language(),
        "languages": tuple(LANGUAGES),
        "zone": str(_chosen_zone()),
        "site_name": current_app.config["SITE_NAME"],
        "here": request.full_path.rstrip("?"),
    }


def _static_digest() -> str:
    """One digest of all static files: a page's modules and pictures find each other by relative addresses."""
    digest = hashlib.sha256()
    for path in sorted(path for path in _STATIC.rglob("*") if path.is_file()):
        digest.update(path.relative_to(_STATIC).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _chosen_locale() -> str:
    chosen = session.get("language") or getattr(current_user, "language", None)
    if chosen not in LANGUAGES:
        chosen = _negotiated()
    return LANGUAGES[chosen]


def _negotiated() -> str:
    """The first language of Accept-Language that we speak; any Chinese is served the one Chinese that there is."""
    for tag, _quality in request.accept_languages:
        primary = tag.lower().split("-")[0]
        if primary in {"zh", "en"}:
            return "zh-Hans" if primary == "zh" else "en"
    return "zh-Hans"


def _chosen_zone() -> str:
    return getattr(current_user, "time_zone", None) or str(current_app.config["TIME_ZONE"])


def reader_zone() -> ZoneInfo:
    """The zone in which the reader is shown times of day, and in which they give them."""
    return ZoneInfo(_chosen_zone())


def page_language() -> str:
    """The language of the page as a BCP 47 tag, for the html element."""
    return "en" if str(get_locale()) == "en" else "zh-Hans"


def say_moment(moment: datetime) -> str:
    """A date and time in the reader's zone, with the zone's name."""
    zone = reader_zone()
    form = "d MMM y, HH:mm:ss" if page_language() == "en" else "medium"
    return f"{format_datetime(moment, form)} {moment.astimezone(zone).tzname()}"


def say_day(moment: datetime) -> str:
    """The date of a moment in the reader's zone, in short."""
    form = "d MMM y" if page_language() == "en" else "medium"
    return str(format_date(to_user_timezone(moment), form))


def say_clock(moment: datetime) -> str:
    """The time of day in the reader's zone, to the second, with the zone's name."""
    return moment.astimezone(reader_zone()).strftime("%H:%M:%S %Z")


def say_duration(length: timedelta | float) -> str:
    """A length of time in minutes, or in seconds where it is shorter than two minutes; a number is seconds."""
    seconds = round(length.total_seconds() if isinstance(length, timedelta) else length)
    if seconds < 120:
        return str(ngettext("%(num)d second", "%(num)d seconds", seconds))
    return str(ngettext("%(num)d minute", "%(num)d minutes", round(seconds / 60)))


def say_date(value: str | questions.DateValue) -> str:
    """An EDTF date in the page's language, at the precision that it has."""
    date = value if isinstance(value, questions.DateValue) else questions.DateValue(value)
    return questions.say_date(date, questions.Language(page_language()))


def say_mark(mark: float) -> str:
    """A mark without needless zeros: 3, 2.5, 0.67."""
    return f"{mark:.2f}".rstrip("0").rstrip(".")


def say_together(sentences: Iterable[str]) -> Markup:
    """Sentences one after another, without the empty ones: English leaves a space between them, Chinese none."""
    gap = Markup(" ") if page_language() == "en" else Markup()
    return gap.join(filter(None, sentences))


def sentence(refusal: Refused | WrongField) -> str:
    """What a refusal says, in the page's language."""
    return str(gettext(refusal.message, **{name: _said(value) for name, value in refusal.values.items()}))


def _said(value: Any) -> Any:
    if isinstance(value, questions.DateValue):
        return say_date(value)
    return say_clock(value) if isinstance(value, datetime) else value


def show_at_field(form: FlaskForm, error: WrongField) -> None:
    """Show what a rule of ours says at the field that it concerns; the change comes to nothing."""
    abandon_change()
    form[error.field].errors = [*form[error.field].errors, sentence(error)]


def wants_json() -> bool:
    """Whether the caller asked for JSON rather than for a page."""
    accepted = request.accept_mimetypes
    return accepted.best_match(["text/html", "application/json"]) == "application/json"


def see_other(endpoint: str, **values: Any) -> Reply:
    """Send the browser on to a page of ours after a change."""
    return redirect(url_for(endpoint, **values), code=303)


def back_to(target: str | None, otherwise: str) -> Reply:
    """Send the browser back to an address of this site; to the endpoint `otherwise` if it points anywhere else."""
    if target and target.startswith("/") and "\\" not in target and not target.startswith("//"):
        parts = urlsplit(target)
        if not parts.scheme and not parts.netloc and target.isprintable():
            return redirect(target, code=303)
    return see_other(otherwise)
