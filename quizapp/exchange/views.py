"""Questions to and from other programs, and quizzes on paper."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from flask import Blueprint, current_app, flash, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from questions.exchange import Fault, Format, LeftOut, Loss, Wrong
from questions.question import QuestionType
from quizapp.access import TEACHERS, open_to
from quizapp.bank.forms import filters_from, page_from
from quizapp.bank.words import TYPE_NAMES
from quizapp.errors import NotFound, WrongField
from quizapp.exchange import uploads
from quizapp.exchange.apart import EXTENSION, Reader
from quizapp.exchange.forms import UploadForm, format_in
from quizapp.exchange.offering import MEDIA_TYPES, LossCount, file_name, offers, written
from quizapp.exchange.paper import paper_of
from quizapp.exchange.selecting import Selection, of_bank, of_quiz
from quizapp.exchange.words import FIELD_NAMES, FORMAT_NAMES, LIMITS, OTHER_TYPES, PURPOSES
from quizapp.guard import me, now
from quizapp.pages import see_other, show_at_field

exchange = Blueprint("exchange", __name__)
exchange.record_once(lambda room: room.app.extensions.setdefault(EXTENSION, Reader()))

MOST_SHOWN: Final = 500
"""So many faults, and so many things that are not taken over, stand on one page."""

_FILTERS: Final = ("document", "type", "state", "difficulty", "tag", "author", "since", "until", "text", "flagged")
"""What an address of the bank's page may name."""


@exchange.app_template_filter("exchange_format")
def say_format(form: Format) -> str:
    """What a format is called."""
    return str(gettext(FORMAT_NAMES[form]))


@exchange.app_template_filter("fault_sentence")
def say_fault(fault: Fault) -> str:
    """What is wrong with an item of a file."""
    what = gettext(fault.what) if fault.what and fault.wrong is Wrong.CONTRADICTION else fault.what
    return str(gettext(fault.wrong.value, what=what))


@exchange.app_template_filter("loss_sentence")
def say_loss(left: LeftOut | LossCount) -> str:
    """Why something has no place, in the file or here."""
    what = left.what
    if left.loss is Loss.TYPE:
        what = gettext(TYPE_NAMES[QuestionType(what)])
    elif left.loss is Loss.OTHER_TYPE and what:
        what = gettext(OTHER_TYPES.get(what, what))
    return str(gettext(left.loss.value, what=what))


@exchange.get("/bank/export")
@open_to(*TEACHERS)
def of_the_bank() -> ResponseReturnValue:
    return _offer(of_bank(filters_from(request.args)), "exchange.bank_file", **_chosen())


@exchange.get("/bank/export/<form>")
@open_to(*TEACHERS)
def bank_file(form: str) -> ResponseReturnValue:
    return _file(form, of_bank(filters_from(request.args)))


@exchange.get("/quizzes/<int:quiz_id>/export")
@open_to(*TEACHERS)
def of_the_quiz(quiz_id: int) -> ResponseReturnValue:
    return _offer(of_quiz(quiz_id), "exchange.quiz_file", quiz_id=quiz_id)


@exchange.get("/quizzes/<int:quiz_id>/export/<form>")
@open_to(*TEACHERS)
def quiz_file(quiz_id: int, form: str) -> ResponseReturnValue:
    return _file(form, of_quiz(quiz_id))


def _chosen() -> dict[str, Any]:
    """The filters in the address, as it has them."""
    return {name: request.args[name] for name in _FILTERS if request.args.get(name)}


def _offer(selection: Selection, endpoint: str, **values: Any) -> ResponseReturnValue:
    """What each format would hold of the selection, before one is chosen."""
    return render_template(
        "exchange/export.html",
        selection=selection,
        quiz_id=values.get("quiz_id") if endpoint == "exchange.quiz_file" else None,
        filtered=bool(_chosen()),
        offers=offers(selection),
        purposes=PURPOSES,
        limits=LIMITS,
        address=lambda form: url_for(endpoint, **{**values, "form": str(form)}),
        bank_address=url_for("bank.shelf", **_chosen()),
    )


def _file(word: str, selection: Selection) -> ResponseReturnValue:
    form = format_in(word)
    if form is None:
        raise NotFound
    return send_file(
        BytesIO(written(selection, form, now=now()).content),
        mimetype=MEDIA_TYPES[form],
        as_attachment=True,
        download_name=file_name(selection.title or gettext("Bank"), form),
        etag=False,
    )


@exchange.get("/quizzes/<int:quiz_id>/paper")
@open_to(*TEACHERS)
def paper(quiz_id: int) -> ResponseReturnValue:
    return render_template("exchange/paper.html", paper=paper_of(quiz_id))


@exchange.route("/bank/import", methods=["GET", "POST"])
@open_to(*TEACHERS)
def upload() -> ResponseReturnValue:
    """Read a file, and show what would be taken over before any of it is stored."""
    form = UploadForm()
    if form.validate_on_submit():
        try:
            upload_id = uploads.keep_upload(
                content=form.content(),
                file_name=form.file_name,
                reader=current_app.extensions[EXTENSION],
                person_id=me().id,
                now=now(),
            )
        except WrongField as error:
            show_at_field(form, error)
        else:
            return see_other("exchange.found", upload_id=upload_id)
    return render_template("exchange/import.html", form=form), 400 if form.errors else 200


@exchange.get("/bank/import/<upload_id>")
@open_to(*TEACHERS)
def found(upload_id: str) -> ResponseReturnValue:
    return render_template(
        "exchange/found.html",
        page=uploads.upload_page(upload_id, person_id=me().id, number=page_from(request.args)),
        most=MOST_SHOWN,
        field_names=FIELD_NAMES,
        page_address=lambda number: url_for("exchange.found", upload_id=upload_id, page=number),
    )


@exchange.post("/bank/import/<upload_id>/questions")
@open_to(*TEACHERS)
def take_over(upload_id: str) -> ResponseReturnValue:
    """Store the good questions as drafts; only those that are like no other, where that was chosen."""
    only_fresh = request.form.get("which") == "fresh"
    count = uploads.take_over(upload_id, only_fresh=only_fresh, person_id=me().id, now=now())
    flash(ngettext("%(num)d question was imported as a draft.", "%(num)d questions were imported as drafts.", count))
    return see_other("bank.shelf", state="draft", author=me().id)


@exchange.post("/bank/import/<upload_id>/removal")
@open_to(*TEACHERS)
def drop(upload_id: str) -> ResponseReturnValue:
    uploads.drop_upload(upload_id, person_id=me().id)
    return see_other("exchange.upload")
