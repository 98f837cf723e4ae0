"""Newer revisions of documents: what they change, and the questions that they concern."""

from __future__ import annotations

from flask import Blueprint, flash, render_template
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from quizapp.access import TEACHERS, open_to
from quizapp.bank.flags import open_flags
from quizapp.guard import me, now
from quizapp.pages import see_other
from quizapp.revisions import service

revisions = Blueprint("revisions", __name__)


@revisions.get("/documents/previews/<preview_id>/revision")
@open_to(*TEACHERS)
def compare(preview_id: str) -> ResponseReturnValue:
    """What a newer revision changes, before it is stored."""
    page = service.revision_page(preview_id, person_id=me().id)
    return render_template("revisions/comparison.html", page=page, preview_id=preview_id)


@revisions.post("/documents/previews/<preview_id>/revision")
@open_to(*TEACHERS)
def import_revision(preview_id: str) -> ResponseReturnValue:
    document_id = service.import_revision(preview_id, person_id=me().id, now=now())
    waiting = open_flags()
    if waiting:
        flash(
            ngettext(
                "%(num)d question quotes a sentence that changed. Look at it again.",
                "%(num)d questions quote a sentence that changed. Look at them again.",
                waiting,
            )
        )
    return see_other("documents.timeline", document_id=document_id)


@revisions.post("/bank/<int:question_id>/flags/<int:flag_id>/settlement")
@open_to(*TEACHERS)
def settle(question_id: int, flag_id: int) -> ResponseReturnValue:
    """The question holds all the same."""
    service.settle_flag(question_id=question_id, flag_id=flag_id, person_id=me().id, now=now())
    return see_other("bank.question", question_id=question_id)
