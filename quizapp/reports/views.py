"""Reporting a problem with a question, and the teachers' inbox of such reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_login import current_user

from quizapp.access import SIGNED_IN, TEACHERS, open_to
from quizapp.bank.forms import page_from
from quizapp.errors import WrongField
from quizapp.guard import me, now
from quizapp.pages import see_other, show_at_field
from quizapp.reports import listing, service
from quizapp.reports.forms import ReplyForm, ReportForm, stage_in
from quizapp.reports.state import Kind, Stage
from quizapp.reports.words import KIND_NAMES, STAGE_NAMES

reports = Blueprint("reports", __name__)


@reports.app_template_filter("problem_kind")
def say_kind(kind: Kind) -> str:
    """What somebody thinks is wrong."""
    return str(gettext(KIND_NAMES[kind]))


@reports.app_template_filter("problem_stage")
def say_stage(stage: Stage) -> str:
    """What a stage of a report is called."""
    return str(gettext(STAGE_NAMES[stage]))


@dataclass(frozen=True, kw_only=True)
class ReportedHere:
    """What the page of a review shows of reports: those made, by slot, and the form for another."""

    by_slot: Any
    form: ReportForm


@reports.app_context_processor
def offer_reports() -> dict[str, Any]:
    """What pages of other rooms ask about reports, each when it needs it."""
    return {"reported_in": _reported_in, "reported_on": listing.reported_on, "reports_waiting": _waiting}


def _reported_in(attempt_id: str) -> ReportedHere:
    by_slot = listing.reported_in(attempt_id, person_id=me().id)
    return ReportedHere(by_slot=by_slot, form=ReportForm(formdata=None))


def _waiting() -> int:
    """How many reports wait for the person; nothing is counted while they answer questions."""
    if not current_user.is_authenticated or request.blueprint == "attempts":
        return 0
    return listing.waiting_for(person_id=me().id, teaches=me().teaches)


@reports.get("/reports")
@open_to(*SIGNED_IN)
def shelf() -> ResponseReturnValue:
    """A teacher's inbox; for a student what they reported."""
    if not me().teaches:
        return render_template("reports/mine.html", entries=listing.mine(me().id))
    found = listing.inbox(stage_in(request.args), number=page_from(request.args))
    return render_template(
        "reports/inbox.html",
        inbox=found,
        stages=tuple(Stage),
        page_address=lambda number: url_for("reports.shelf", stage=found.stage or "all", page=number),
    )


@reports.route("/attempts/<attempt_id>/questions/<int:slot>/report", methods=["GET", "POST"])
@open_to(*SIGNED_IN)
def new(attempt_id: str, slot: int) -> ResponseReturnValue:
    """Say what is wrong with a question of one's own attempt."""
    form = ReportForm()
    if form.validate_on_submit():
        try:
            service.report(
                attempt_id=attempt_id,
                slot=slot,
                kind=form.chosen_kind,
                text=form.text.data,
                person_id=me().id,
                now=now(),
            )
        except WrongField as error:
            show_at_field(form, error)
        else:
            flash(gettext("Thank you. Your teachers see it, and their reply will stand at the question."))
            return see_other("attempts.review", attempt_id=attempt_id, _anchor=f"question-{slot}")
    shown = service.reviewed_slot(attempt_id=attempt_id, slot=slot, person_id=me().id, now=now())
    page = render_template("reports/new.html", attempt_id=attempt_id, slot=shown, form=form)
    return page, 400 if form.errors else 200


@reports.get("/reports/<int:report_id>")
@open_to(*TEACHERS)
def page(report_id: int) -> ResponseReturnValue:
    found = listing.report_page(report_id)
    return _show(found, ReplyForm(reply=found.entry.reply))


def _show(found: listing.ReportPage, form: ReplyForm) -> ResponseReturnValue:
    return render_template("reports/report.html", found=found, form=form), 400 if form.errors else 200


@reports.post("/reports/<int:report_id>/reply")
@open_to(*TEACHERS)
def reply(report_id: int) -> ResponseReturnValue:
    form = ReplyForm()
    if form.validate():
        try:
            service.reply(report_id=report_id, text=form.reply.data, person_id=me().id, now=now())
        except WrongField as error:
            show_at_field(form, error)
        else:
            flash(gettext("Your reply is saved. The student sees it at the question."))
            return see_other("reports.page", report_id=report_id)
    return _show(listing.report_page(report_id), form)


@reports.post("/reports/<int:report_id>/closing")
@open_to(*SIGNED_IN)
def close(report_id: int) -> ResponseReturnValue:
    service.close(report_id=report_id, person_id=me().id, teaches=me().teaches, now=now())
    return see_other("reports.shelf")


@reports.post("/reports/<int:report_id>/reopening")
@open_to(*TEACHERS)
def reopen(report_id: int) -> ResponseReturnValue:
    service.reopen(report_id=report_id)
    return see_other("reports.page", report_id=report_id)
