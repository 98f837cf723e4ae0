"""The bank: looking through questions, approving and retiring them, and a teacher's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from questions.document import Language
from questions.question import QuestionType
from quizapp.access import TEACHERS, open_to
from quizapp.bank import service
from quizapp.bank.forms import QuestionForm, filters_from, page_from
from quizapp.bank.listing import Filters, bank_page
from quizapp.bank.own import wording_of
from quizapp.bank.showing import QuestionPage, editable_page, question_page
from quizapp.bank.state import State
from quizapp.bank.words import STATE_NAMES, TYPE_NAMES, difficulty_name
from quizapp.documents.service import list_documents, references_of
from quizapp.errors import WrongField
from quizapp.guard import me, now
from quizapp.pages import back_to, page_language, see_other, show_at_field

bank = Blueprint("bank", __name__)


@bank.app_template_filter("type_name")
def say_type(kind: QuestionType) -> str:
    """What a type of question is called."""
    return str(gettext(TYPE_NAMES[kind]))


@bank.app_template_filter("state_name")
def say_state(state: State) -> str:
    """What a state of a question is called."""
    return str(gettext(STATE_NAMES[state]))


@bank.app_template_filter("difficulty_name")
def say_difficulty(difficulty: float) -> str:
    """The word for a difficulty from 0 to 1."""
    return str(gettext(difficulty_name(difficulty)))


@bank.get("/bank")
@open_to(*TEACHERS)
def shelf() -> ResponseReturnValue:
    filters = filters_from(request.args)
    address = _addresses(filters)
    return render_template(
        "bank/shelf.html",
        filters=filters,
        page=bank_page(filters, number=page_from(request.args)),
        documents=list_documents(),
        types=tuple(QuestionType),
        states=tuple(State),
        address=address,
        page_address=lambda number: address(page=number),
    )


def _addresses(filters: Filters) -> Callable[..., str]:
    """Makes addresses of the shelf with these filters, of which a template may change some."""
    chosen = {"document": filters.document_id, "type": filters.type, "state": filters.state, "text": filters.text}

    def address(**changed: str | int | None) -> str:
        named: dict[str, Any] = {name: value or None for name, value in {**chosen, **changed}.items()}
        return url_for("bank.shelf", **named)

    return address


@bank.get("/bank/<int:question_id>")
@open_to(*TEACHERS)
def question(question_id: int) -> ResponseReturnValue:
    number = request.args.get("version", type=int)
    return render_template("bank/question.html", page=question_page(question_id, number=number))


@bank.post("/documents/<int:document_id>/questions")
@open_to(*TEACHERS)
def generate(document_id: int) -> ResponseReturnValue:
    """Write the questions that a document's facts allow, and show them."""
    added = service.add_generated(document_id=document_id, person_id=me().id, now=now())
    if added:
        flash(ngettext("%(num)d new question is in the bank.", "%(num)d new questions are in the bank.", len(added)))
    else:
        flash(gettext("No new question could be written from its facts."))
    return see_other("bank.shelf", document=document_id)


@bank.post("/bank/<int:question_id>/approval")
@open_to(*TEACHERS)
def approve(question_id: int) -> ResponseReturnValue:
    # A number that cannot be read is no version's: what was looked at is not known, so it is not approved.
    number = request.form.get("number", default=0, type=int) if "number" in request.form else None
    service.approve(question_id=question_id, number=number, person_id=me().id, now=now())
    return back_to(request.form.get("next"), otherwise="bank.shelf")


@bank.post("/bank/<int:question_id>/retirement")
@open_to(*TEACHERS)
def retire(question_id: int) -> ResponseReturnValue:
    service.retire(question_id=question_id, person_id=me().id, now=now())
    return back_to(request.form.get("next"), otherwise="bank.shelf")


@bank.post("/bank/<int:question_id>/restoration")
@open_to(*TEACHERS)
def restore(question_id: int) -> ResponseReturnValue:
    service.restore(question_id=question_id)
    return back_to(request.form.get("next"), otherwise="bank.shelf")


@bank.route("/bank/new", methods=["GET", "POST"])
@open_to(*TEACHERS)
def new() -> ResponseReturnValue:
    form = QuestionForm(document_id=request.args.get("document"))
    if form.validate_on_submit():
        try:
            question_id = service.add_own(
                wording=form.wording(),
                document_id=form.document_id.data,
                language=Language(page_language()),
                person_id=me().id,
                now=now(),
            )
        except WrongField as error:
            show_at_field(form, error)
        else:
            return see_other("bank.question", question_id=question_id)
    return _show_form(form, page=None)


@bank.route("/bank/<int:question_id>/edit", methods=["GET", "POST"])
@open_to(*TEACHERS)
def edit(question_id: int) -> ResponseReturnValue:
    page = editable_page(question_id)
    form = QuestionForm()
    if not form.is_submitted():
        form.show(wording_of(page.question, note=page.note, citations=page.citations))
        form.number.data = page.number
    elif form.validate():
        try:
            _edit(page, form)
        except WrongField as error:
            show_at_field(form, error)
            form.number.data = page.number  # sent again, it replaces what the other person wrote
        else:
            return see_other("bank.question", question_id=question_id)
    return _show_form(form, page=page)


def _edit(page: QuestionPage, form: QuestionForm) -> None:
    service.edit(
        question_id=page.id,
        wording=form.wording(),
        number=form.edited_number or page.number,
        person_id=me().id,
        now=now(),
    )


def _show_form(form: QuestionForm, *, page: QuestionPage | None) -> ResponseReturnValue:
    form.offer(list_documents())
    document_id = form.document_id.data
    if page is not None:
        document_id = None if page.document is None else page.document.id
    references = () if document_id is None else references_of(document_id)
    shown = render_template("bank/form.html", form=form, page=page, references=references)
    return shown, 400 if form.errors else 200
