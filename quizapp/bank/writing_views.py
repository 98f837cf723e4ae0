"""Writing a question of one's own, and editing one, with what a student will see of it beside the form."""

from __future__ import annotations

from flask import current_app, flash, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from questions.document import Language
from quizapp.access import TEACHERS, open_to
from quizapp.bank import service
from quizapp.bank.duplicates import near_duplicates_of
from quizapp.bank.own import PREVIEWS, Previews, Wording, asked_by, form_of, wording_of
from quizapp.bank.showing import QuestionPage, editable_page
from quizapp.bank.views import bank
from quizapp.bank.writing_forms import QuestionForm
from quizapp.documents.service import heading_of, references_of, titles
from quizapp.errors import N_, NotFound, WrongField
from quizapp.guard import me, now
from quizapp.pages import page_language, see_other, show_at_field

__all__ = ["bank"]


@bank.route("/bank/new", methods=["GET", "POST"])
@open_to(*TEACHERS)
def new() -> ResponseReturnValue:
    form = QuestionForm(document_id=request.args.get("document"), kind=request.args.get("type"))
    if "switch" in request.form:
        return _show_form(form, page=None)
    if form.validate_on_submit():
        try:
            wording = form.wording()
            if "preview" in request.form:
                return _show_form(form, page=None, wording=wording)
            question_id = service.add_own(
                wording=wording,
                document_id=form.document_id.data,
                language=Language(page_language()),
                person_id=me().id,
                now=now(),
            )
        except WrongField as error:
            show_at_field(form, error)
        else:
            _warn_of_duplicates(question_id)
            return see_other("bank.question", question_id=question_id)
    return _show_form(form, page=None)


def _warn_of_duplicates(question_id: int) -> None:
    """Say which questions say much the same as one that was just saved."""
    found = ", ".join(str(number) for number in near_duplicates_of(question_id))
    if found:
        flash(gettext("It says much the same as another question. Compare it with: %(numbers)s", numbers=found))


@bank.route("/bank/<int:question_id>/edit", methods=["GET", "POST"])
@open_to(*TEACHERS)
def edit(question_id: int) -> ResponseReturnValue:
    page = editable_page(question_id)
    form = form_for(page)
    if form.is_submitted() and form.validate():
        try:
            wording = form.wording()
            if "preview" in request.form:
                return _show_form(form, page=page, wording=wording)
            save_edit(page, form, wording)
        except WrongField as error:
            show_at_field(form, error)
            form.number.data = page.number  # sent again, it replaces what the other person wrote
        else:
            _warn_of_duplicates(question_id)
            return see_other("bank.question", question_id=question_id)
    return _show_form(form, page=page, wording=None if form.is_submitted() else _wording(page))


def _wording(page: QuestionPage) -> Wording:
    return wording_of(page.question, note=page.note, citations=page.citations, sources=page.sources)


def form_for(page: QuestionPage) -> QuestionForm:
    """The form that edits a question, with what was sent or what the question says; its type stays."""
    form = QuestionForm()
    if not form.is_submitted():
        form.show(_wording(page))
        form.number.data = page.number
    form.kind.data = str(form_of(page.question))
    return form


def save_edit(page: QuestionPage, form: QuestionForm, wording: Wording) -> None:
    """Store what a form says as the question's new version. Raises as `service.edit` does."""
    service.edit(
        question_id=page.id,
        wording=wording,
        number=form.edited_number or page.number,
        person_id=me().id,
        now=now(),
    )


def _show_form(form: QuestionForm, *, page: QuestionPage | None, wording: Wording | None = None) -> ResponseReturnValue:
    form.offer(titles())
    document_id = form.document_id.data
    if page is not None:
        document_id = None if page.document is None else page.document.id
    references = () if document_id is None else references_of(document_id)
    shown = render_template(
        "bank/form.html",
        form=form,
        page=page,
        references=references,
        preview=None if wording is None else _preview(wording, page, document_id),
    )
    return shown, 400 if form.errors else 200


def _preview(wording: Wording, page: QuestionPage | None, document_id: int | None) -> object:
    """What the page of an attempt will show of the question."""
    previews: Previews = current_app.extensions[PREVIEWS]
    return previews(asked_by(wording, name="preview", language=_language(page, document_id)))


def _language(page: QuestionPage | None, document_id: int | None) -> Language:
    if page is not None:
        return page.question.language
    try:
        return Language(page_language()) if document_id is None else heading_of(document_id).language
    except NotFound:
        raise WrongField("document_id", N_("This document is not here any more.")) from None
