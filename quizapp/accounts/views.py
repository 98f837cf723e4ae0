"""Signing in and out, and choosing the interface's language."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from flask import Blueprint, current_app, make_response, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user
from werkzeug.wrappers import Response

from quizapp.access import ANYONE, SIGNED_IN, open_to
from quizapp.accounts import service
from quizapp.accounts.devices import Devices
from quizapp.accounts.forms import SignInForm
from quizapp.errors import NotFound, WrongField
from quizapp.guard import me, now
from quizapp.pages import LANGUAGES, back_to, see_other, show_at_field

accounts = Blueprint("accounts", __name__)

_DEVICE_LENGTH: Final = timedelta(days=365)


@accounts.get("/")
@open_to(ANYONE)
def front() -> ResponseReturnValue:
    """The start: a teacher's documents, a student's quizzes, or signing in."""
    if not current_user.is_authenticated:
        return see_other("accounts.sign_in")
    return see_other("documents.shelf" if current_user.teaches else "quizzes.shelf")


@accounts.route("/sign-in", methods=["GET", "POST"])
@open_to(ANYONE)
def sign_in() -> ResponseReturnValue:
    form = SignInForm()
    if form.validate_on_submit():
        try:
            person = service.sign_in(
                username=form.username.data,
                password=form.password.data,
                passwords=current_app.extensions["passwords"],
                now=now(),
                device=_devices().known(request.cookies.get(_device_cookie()), form.username.data),
            )
        except WrongField as error:
            show_at_field(form, error)
        else:
            return _remember_device(_welcome(person), person)
    status = 400 if form.is_submitted() else 200
    return render_template("accounts/sign_in.html", form=form, next=request.args.get("next")), status


def _devices() -> Devices:
    return Devices(current_app.config["SECRET_KEY"])


def _device_cookie() -> str:
    return f"{current_app.config['SESSION_COOKIE_NAME']}-device"


def _remember_device(reply: Response, person: service.Person) -> Response:
    """Let the browser prove next time that this person has been here, so that nobody's guesses lock them out."""
    name = _device_cookie()
    reply.set_cookie(
        name,
        _devices().remembering(request.cookies.get(name), person.username),
        max_age=_DEVICE_LENGTH,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
    return reply


def _welcome(person: service.Person) -> Response:
    """Begin a fresh session for the person, and go on to where they were headed."""
    language = session.get("language")
    session.clear()
    if language:
        session["language"] = language
    session.permanent = True
    login_user(person)
    return back_to(request.args.get("next"), otherwise="accounts.front")


@accounts.post("/sign-out")
@open_to(*SIGNED_IN)
def sign_out() -> ResponseReturnValue:
    person = me()
    service.sign_out(token=person.token)
    logout_user()
    session.clear()
    session["signed_out"] = person.id  # so that the next page forgets the answers that the browser kept for them
    reply = make_response(see_other("accounts.sign_in"))
    reply.headers["Clear-Site-Data"] = '"cache"'  # not "storage": others' answers that could not be sent are kept there
    return reply


@accounts.post("/language")
@open_to(ANYONE)
def language() -> ResponseReturnValue:
    chosen = request.form.get("language", "")
    if chosen not in LANGUAGES:
        raise NotFound
    session["language"] = chosen
    if current_user.is_authenticated:
        service.set_language(person_id=me().id, language=chosen)
    return back_to(request.form.get("next"), otherwise="accounts.front")
