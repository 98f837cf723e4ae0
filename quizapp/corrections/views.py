"""A fact in full, correcting it by hand, and what that means for the questions on it."""

from __future__ import annotations

from flask import Blueprint, flash, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from quizapp.access import TEACHERS, open_to
from quizapp.bank.forms import number_in
from quizapp.corrections import service
from quizapp.corrections.forms import CorrectionForm
from quizapp.corrections.storing import Outcome
from quizapp.documents.facts import FactPage, fact_page
from quizapp.errors import WrongField
from quizapp.guard import me, now
from quizapp.pages import see_other, show_at_field

corrections = Blueprint("corrections", __name__)


@corrections.route("/documents/<int:document_id>/facts/<int:fact_id>", methods=["GET", "POST"])
@open_to(*TEACHERS)
def fact(document_id: int, fact_id: int) -> ResponseReturnValue:
    page = fact_page(document_id, fact_id)
    form = CorrectionForm()
    form.offer(page)
    if not form.is_submitted():
        form.show(page)
    elif form.validate():
        try:
            _say(_correct(page, form))
        except WrongField as error:
            show_at_field(form, error)
            form.seen_id.data = str(page.newest_id)  # sent again, it replaces what the other person wrote
        else:
            return see_other("corrections.fact", document_id=document_id, fact_id=fact_id)
    shown = render_template(
        "corrections/fact.html",
        page=page,
        form=form,
        used=service.questions_on(document_id, fact_id),
        last=service.standing_corrections(page.history)[-1:],
    )
    return shown, 400 if form.errors else 200


def _correct(page: FactPage, form: CorrectionForm) -> Outcome:
    return service.correct(
        document_id=page.heading.id,
        fact_id=page.id,
        values=form.values(page.found),
        reason=form.reason.data,
        seen_id=form.seen,
        person_id=me().id,
        now=now(),
    )


def _say(outcome: Outcome) -> None:
    """What a correction did to the questions."""
    flash(gettext("The fact is corrected. Answers that were given keep what they were given to."))
    if outcome.rewritten:
        flash(ngettext("%(num)d draft was written anew.", "%(num)d drafts were written anew.", outcome.rewritten))
    if outcome.flagged:
        flash(
            ngettext(
                "%(num)d question waits for you to look at it.",
                "%(num)d questions wait for you to look at them.",
                outcome.flagged,
            )
        )


@corrections.post("/documents/<int:document_id>/facts/<int:fact_id>/undo")
@open_to(*TEACHERS)
def undo(document_id: int, fact_id: int) -> ResponseReturnValue:
    """Take the last correction back."""
    seen_id = number_in(request.form, "seen_id") or 0
    _say(service.undo(document_id=document_id, fact_id=fact_id, seen_id=seen_id, person_id=me().id, now=now()))
    return see_other("corrections.fact", document_id=document_id, fact_id=fact_id)


@corrections.post("/bank/<int:question_id>/flags/<int:flag_id>/rewriting")
@open_to(*TEACHERS)
def rewrite(question_id: int, flag_id: int) -> ResponseReturnValue:
    """Write a flagged question anew from its corrected facts."""
    service.rewrite(question_id=question_id, flag_id=flag_id, person_id=me().id, now=now())
    flash(gettext("The question was written anew, as a draft. Approve it, and it is asked from then on."))
    return see_other("bank.question", question_id=question_id)
