"""Signing in and out, and choosing the interface's language."""

from __future__ import annotations

from flask import Blueprint, current_app, make_response, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user

from quizapp.access import ANYONE, SIGNED_IN, open_to
from quizapp.accounts import service
from quizapp.accounts.forms import SignInForm
from quizapp.errors import NotFound, WrongField
from quizapp.guard import me, now
from quizapp.pages import LANGUAGES, back_to, see_other, show_at_field

accounts = Blueprint("accounts", __name__)


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
            )
        except WrongField as error:
            show_at_field(form, error)
        else:
            return _welcome(person)
    status = 400 if form.is_submitted() else 200
    return render_template("accounts/sign_in.html", form=form, next=request.args.get("next")), status


def _welcome(person: service.Person) -> ResponseReturnValue:
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
    service.sign_out(token=me().token)
    logout_user()
    session.clear()
    reply = make_response(see_other("accounts.sign_in"))
    reply.headers["Clear-Site-Data"] = '"cache"'  # not "storage": answers that could not be sent yet are kept there
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
