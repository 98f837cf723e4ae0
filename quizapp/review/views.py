"""The review queue: a draft beside its source, and what a reviewer decides about it."""

from __future__ import annotations

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from quizapp.access import TEACHERS, open_to
from quizapp.bank import deciding
from quizapp.bank.showing import editable_page
from quizapp.bank.writing_forms import QuestionForm
from quizapp.bank.writing_views import form_for, save_edit
from quizapp.errors import WrongField
from quizapp.guard import me, now
from quizapp.pages import see_other, show_at_field
from quizapp.review.forms import RejectionForm, document_in, seen_in
from quizapp.review.queue import document_in_review, next_draft, progress_of, queue_end, review_page

review = Blueprint("review", __name__)


@review.get("/review")
@open_to(*TEACHERS)
def queue() -> ResponseReturnValue:
    """The first draft that waits, or that none does."""
    document_id = document_in(request.args)
    document = document_in_review(document_id)
    first = next_draft(document_id)
    if first is not None:
        return see_other("review.draft", question_id=first, document=document_id)
    return render_template("review/end.html", end=queue_end(document_id, person_id=me().id), document=document)


@review.get("/review/<int:question_id>")
@open_to(*TEACHERS)
def draft(question_id: int) -> ResponseReturnValue:
    return _show(question_id, rejection=RejectionForm())


def _show(question_id: int, *, rejection: RejectionForm, wording: QuestionForm | None = None) -> ResponseReturnValue:
    document_id = document_in(request.args)
    form = rejection if wording is None else wording
    shown = render_template(
        "review/draft.html",
        shown=review_page(question_id, document_id=document_id, person_id=me().id),
        document=document_in_review(document_id),
        form=form,
        rejection=rejection,
        wording=wording,
        address=lambda endpoint, **values: url_for(f"review.{endpoint}", **values, document=document_id),
    )
    return shown, 400 if form.errors else 200


def _go_on(question_id: int) -> ResponseReturnValue:
    """To the next draft, or to the end of the queue."""
    document_id = document_in(request.args)
    following = next_draft(document_id, after=question_id)
    if following is None:
        return see_other("review.queue", document=document_id)
    return see_other("review.draft", question_id=following, document=document_id)


@review.post("/review/<int:question_id>/approval")
@open_to(*TEACHERS)
def approve(question_id: int) -> ResponseReturnValue:
    deciding.approve(question_id=question_id, number=seen_in(request.form), person_id=me().id, now=now())
    return _go_on(question_id)


@review.post("/review/<int:question_id>/rejection")
@open_to(*TEACHERS)
def reject(question_id: int) -> ResponseReturnValue:
    form = RejectionForm()
    if form.validate():
        try:
            deciding.reject(
                question_id=question_id,
                reason=form.reason.data,
                number=seen_in(request.form),
                person_id=me().id,
                now=now(),
            )
        except WrongField as error:
            show_at_field(form, error)
        else:
            return _go_on(question_id)
    return _show(question_id, rejection=form)


@review.post("/review/<int:question_id>/reopening")
@open_to(*TEACHERS)
def reopen(question_id: int) -> ResponseReturnValue:
    """Take a rejection back."""
    deciding.reopen(question_id=question_id, number=seen_in(request.form), now=now())
    return see_other("review.draft", question_id=question_id, document=document_in(request.args))


@review.post("/review/undo")
@open_to(*TEACHERS)
def undo() -> ResponseReturnValue:
    """Take back what the reviewer decided last, and show it again."""
    question_id = deciding.undo(number=seen_in(request.form), person_id=me().id, now=now())
    return see_other("review.draft", question_id=question_id, document=document_in(request.args))


@review.route("/review/<int:question_id>/edit", methods=["GET", "POST"])
@open_to(*TEACHERS)
def edit(question_id: int) -> ResponseReturnValue:
    """The draft as a form in its own place; saved, it is a new version, and the draft that is looked at next."""
    page = editable_page(question_id)
    form = form_for(page)
    if form.is_submitted() and form.validate():
        try:
            save_edit(page, form, form.wording())
        except WrongField as error:
            show_at_field(form, error)
            form.number.data = page.number
        else:
            return see_other("review.draft", question_id=question_id, document=document_in(request.args))
    return _show(question_id, rejection=RejectionForm(formdata=None), wording=form)


@review.route("/review/approval", methods=["GET", "POST"])
@open_to(*TEACHERS)
def approve_unwarned() -> ResponseReturnValue:
    """Say how many drafts have no warning, and approve them once that is confirmed."""
    document_id = document_in(request.args)
    document = document_in_review(document_id)
    if request.method == "GET":
        return render_template("review/approval.html", progress=progress_of(document_id), document=document)
    count = deciding.approve_unwarned(
        document_id=document_id, count=seen_in(request.form), person_id=me().id, now=now()
    )
    flash(ngettext("%(num)d question was approved.", "%(num)d questions were approved.", count))
    return see_other("review.queue", document=document_id)


@review.app_template_filter("verdict_sentence")
def say_decision(last: deciding.LastDecision) -> str:
    """What a reviewer decided last, as a sentence."""
    if last.questions > 1:
        return str(ngettext("You approved %(num)d question.", "You approved %(num)d questions.", last.questions))
    if last.verdict == "approved":
        return str(gettext("You approved question %(number)d.", number=last.question_id))
    return str(gettext("You rejected question %(number)d.", number=last.question_id))
