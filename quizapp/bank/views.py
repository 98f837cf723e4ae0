"""The bank: looking through questions, approving and retiring them, and a teacher's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from flask import Blueprint, current_app, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from markupsafe import Markup

from questions.question import QuestionType
from questions.regex import regex
from quizapp.access import TEACHERS, open_to
from quizapp.bank import bulk, commenting, service, tagging
from quizapp.bank.bulk import Seen
from quizapp.bank.choices import filter_choices
from quizapp.bank.flags import open_flags
from quizapp.bank.forms import (
    CommentForm,
    TagForm,
    clean,
    filters_from,
    page_from,
    seen_in,
    unread_dates,
)
from quizapp.bank.listing import Filters, bank_page
from quizapp.bank.origins import ORIGINS
from quizapp.bank.showing import question_page
from quizapp.bank.state import State
from quizapp.bank.tagging import all_tags
from quizapp.bank.uses import EXTENSION, Uses
from quizapp.bank.words import PART_NAMES, STATE_NAMES, TYPE_NAMES, difficulty_name
from quizapp.errors import WrongField
from quizapp.guard import me, now
from quizapp.pages import back_to, see_other, sentence, show_at_field

bank = Blueprint("bank", __name__)

_FIELD_AND_MARK: Final = regex(r"(<select\b.*?</select>|<input\b[^>]*>)\s*([,\uff0c\u3001])", re.DOTALL)


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


@bank.app_template_filter("with_their_marks")
def keep_marks(sentence: Markup) -> Markup:
    """A sentence of fields in which no line begins with a comma: each stays with the field before it."""
    return Markup(_FIELD_AND_MARK.sub(r"<span>\1\2</span>", str(sentence)))  # noqa: S704 - from a template


@bank.get("/bank")
@open_to(*TEACHERS)
def shelf() -> ResponseReturnValue:
    filters = filters_from(request.args)
    address = _addresses(filters)
    return render_template(
        "bank/shelf.html",
        filters=filters,
        page=bank_page(filters, number=page_from(request.args)),
        choices=filter_choices(unread=unread_dates(request.args, filters)),
        flagged=open_flags(),
        states=tuple(State),
        address=address,
        page_address=lambda number: address(page=number),
    )


def _addresses(filters: Filters) -> Callable[..., str]:
    """Makes addresses of the shelf, or another endpoint, with these filters, of which a template may change some."""
    chosen = {
        "document": filters.document_id,
        "type": filters.type,
        "state": filters.state,
        "difficulty": filters.difficulty,
        "tag": filters.tag,
        "author": filters.author_id,
        "since": request.args.get("since") if filters.since else None,
        "until": request.args.get("until") if filters.until else None,
        "text": filters.text,
        "flagged": "yes" if filters.flagged else None,
    }

    def address(endpoint: str = "bank.shelf", **changed: str | int | None) -> str:
        named: dict[str, Any] = {name: value or None for name, value in {**chosen, **changed}.items()}
        return url_for(endpoint, **named)

    return address


@bank.get("/bank/<int:question_id>")
@open_to(*TEACHERS)
def question(question_id: int) -> ResponseReturnValue:
    return _show(question_id)


def _show(question_id: int, form: CommentForm | TagForm | None = None) -> ResponseReturnValue:
    """The question; with one of its small forms where that was filled in wrongly."""
    uses: Uses = current_app.extensions[EXTENSION]
    shown = render_template(
        "bank/question.html",
        page=question_page(question_id, number=request.args.get("version", type=int)),
        uses=uses(question_id),
        origin=current_app.extensions[ORIGINS](question_id),
        form=form,
        comment_form=form if isinstance(form, CommentForm) else CommentForm(formdata=None),
        tag_form=form if isinstance(form, TagForm) else TagForm(formdata=None),
        tags=all_tags(),
        part_names=PART_NAMES,
    )
    return shown, 200 if form is None else 400


@bank.post("/bank/<int:question_id>/comments")
@open_to(*TEACHERS)
def comment(question_id: int) -> ResponseReturnValue:
    form = CommentForm()
    if form.validate():
        try:
            commenting.comment(question_id=question_id, text=form.text.data, person_id=me().id, now=now())
        except WrongField as error:
            show_at_field(form, error)
        else:
            return see_other("bank.question", question_id=question_id, _anchor="comments")
    return _show(question_id, form)


@bank.post("/bank/<int:question_id>/comments/<int:comment_id>/removal")
@open_to(*TEACHERS)
def take_comment_back(question_id: int, comment_id: int) -> ResponseReturnValue:
    commenting.take_comment_back(comment_id=comment_id, person_id=me().id)
    return see_other("bank.question", question_id=question_id, _anchor="comments")


@bank.post("/bank/<int:question_id>/tags")
@open_to(*TEACHERS)
def tag(question_id: int) -> ResponseReturnValue:
    """Give the question a tag, or take one away."""
    if "without" in request.form:
        tagging.remove_tag(question_ids=[question_id], name=request.form["without"])
        return see_other("bank.question", question_id=question_id)
    form = TagForm()
    if form.validate():
        try:
            tagging.add_tag(question_ids=[question_id], name=form.tag.data)
        except WrongField as error:
            show_at_field(form, error)
        else:
            return see_other("bank.question", question_id=question_id)
    return _show(question_id, form)


@bank.post("/bank/changes")
@open_to(*TEACHERS)
def change_many() -> ResponseReturnValue:
    """Approve, retire, tag or untag the questions that were ticked, each as it was seen."""
    seen = seen_in(request.form.getlist("question"))
    flash(_change(request.form.get("change", ""), seen))
    return back_to(request.form.get("next"), otherwise="bank.shelf")


def _change(change: str, seen: Sequence[Seen]) -> str:
    """Do it, and return the sentence that says what was done."""
    ids = [one.id for one in seen]
    if not ids:
        return str(gettext("No question was chosen, so nothing was changed."))
    if change == "approve":
        count = bulk.approve_seen(seen=seen, person_id=me().id, now=now())
        return str(ngettext("%(num)d draft was approved.", "%(num)d drafts were approved.", count))
    if change == "retire":
        count = bulk.retire_all(question_ids=ids, person_id=me().id, now=now())
        return str(ngettext("%(num)d question was retired.", "%(num)d questions were retired.", count))
    return _change_tag(change, ids)


def _change_tag(change: str, ids: Sequence[int]) -> str:
    name = clean(request.form.get("tag"))
    try:
        if change == "untag":
            count = tagging.remove_tag(question_ids=ids, name=name)
            return str(ngettext("%(num)d question lost the tag.", "%(num)d questions lost the tag.", count))
        count = tagging.add_tag(question_ids=ids, name=name)
    except WrongField as error:
        return sentence(error)
    return str(ngettext("%(num)d question has the tag now.", "%(num)d questions have the tag now.", count))


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
