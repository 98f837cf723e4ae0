"""Building quizzes, for teachers. What their pages show of a person's attempts is known one floor up, in `attempts`."""

from __future__ import annotations

from flask import Blueprint, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from quizapp.access import TEACHERS, open_to
from quizapp.bank.choices import filter_choices
from quizapp.bank.forms import filters_from, page_from, seen_in, unread_dates
from quizapp.bank.listing import Difficulty
from quizapp.bank.words import DIFFICULTY_NAMES
from quizapp.errors import NotFound, WrongField
from quizapp.guard import me, now
from quizapp.pages import back_to, see_other, show_at_field
from quizapp.quizzes import building
from quizapp.quizzes.adding import additions
from quizapp.quizzes.building import Way
from quizapp.quizzes.building_forms import DrawForm, HeadingForm, SlotForm, numbers_in
from quizapp.quizzes.drafts import drafts_of
from quizapp.quizzes.filtering import as_json, for_draw
from quizapp.quizzes.outlining import outline
from quizapp.quizzes.owning import owning

quizzes = Blueprint("quizzes", __name__)
quizzes.add_app_template_filter(as_json, "as_address")


@quizzes.app_template_filter("difficulty_part")
def say_difficulty_part(part: Difficulty) -> str:
    """What a part of the difficulties is called."""
    return str(gettext(DIFFICULTY_NAMES[part]))


@quizzes.route("/quizzes/new", methods=["GET", "POST"])
@open_to(*TEACHERS)
def new() -> ResponseReturnValue:
    form = HeadingForm()
    if form.validate_on_submit():
        quiz_id = building.new_quiz(
            title=form.title.data, description=form.description.data, person_id=me().id, now=now()
        )
        return see_other("quizzes.builder", quiz_id=quiz_id)
    return render_template("quizzes/new.html", form=form), 400 if form.errors else 200


@quizzes.get("/quizzes/<int:quiz_id>/questions")
@open_to(*TEACHERS)
def builder(quiz_id: int) -> ResponseReturnValue:
    return _builder(quiz_id)


def _builder(
    quiz_id: int, *, heading: HeadingForm | None = None, slot: tuple[int, SlotForm] | None = None
) -> ResponseReturnValue:
    """The slots of a quiz; with a form where that was filled in wrongly, that of a slot with the slot's id."""
    quiz = outline(quiz_id)
    if heading is None:
        heading_form = HeadingForm(formdata=None, title=quiz.title, description=quiz.description)
    wrong_slot, wrong_form = slot or (None, None)
    shown = render_template(
        "quizzes/builder.html",
        quiz=quiz,
        owning=owning(quiz_id=quiz_id, person_id=me().id),
        heading=heading or heading_form,
        form=heading or wrong_form,
        wrong_slot=wrong_slot,
    )
    return shown, 400 if heading or slot else 200


@quizzes.post("/quizzes/<int:quiz_id>/heading")
@open_to(*TEACHERS)
def rename(quiz_id: int) -> ResponseReturnValue:
    form = HeadingForm()
    if not form.validate():
        return _builder(quiz_id, heading=form)
    building.rename(quiz_id=quiz_id, title=form.title.data, description=form.description.data, person_id=me().id)
    flash(gettext("Title and description are saved."))
    return see_other("quizzes.builder", quiz_id=quiz_id)


@quizzes.get("/quizzes/<int:quiz_id>/additions")
@open_to(*TEACHERS)
def search(quiz_id: int) -> ResponseReturnValue:
    return _search(quiz_id, DrawForm(formdata=None))


def _search(quiz_id: int, form: DrawForm) -> ResponseReturnValue:
    """The bank's approved questions as the address filters them, to be added to the quiz or drawn from."""
    filters = for_draw(filters_from(request.args))
    named = as_json(filters)
    shown = render_template(
        "quizzes/additions.html",
        found=additions(quiz_id=quiz_id, filters=filters, number=page_from(request.args)),
        choices=filter_choices(unread=unread_dates(request.args, filters)),
        named=named,
        page_address=lambda page: url_for("quizzes.search", quiz_id=quiz_id, page=page, **named),
        form=form,
    )
    return shown, 400 if form.errors else 200


@quizzes.post("/quizzes/choice")
@open_to(*TEACHERS)
def carry() -> ResponseReturnValue:
    """Take the questions that were ticked in the bank to where a quiz is chosen for them."""
    chosen = [one.id for one in seen_in(request.form.getlist("question"))]
    if not chosen:
        flash(gettext("No question was chosen, so nothing was added."))
        return back_to(request.form.get("next"), otherwise="bank.shelf")
    return see_other("quizzes.choice", question=chosen)


@quizzes.get("/quizzes/choice")
@open_to(*TEACHERS)
def choice() -> ResponseReturnValue:
    chosen = numbers_in(request.args.getlist("question"))
    return render_template("quizzes/choice.html", chosen=chosen, drafts=drafts_of(me().id))


@quizzes.post("/quizzes/<int:quiz_id>/questions")
@open_to(*TEACHERS)
def add_questions(quiz_id: int) -> ResponseReturnValue:
    chosen = numbers_in(request.form.getlist("question"))
    if not chosen:
        flash(gettext("No question was chosen, so nothing was added."))
        return see_other("quizzes.search", quiz_id=quiz_id, **as_json(filters_from(request.args)))
    added = building.add_questions(quiz_id=quiz_id, question_ids=chosen, person_id=me().id)
    flash(ngettext("%(num)d question was added.", "%(num)d questions were added.", added))
    return see_other("quizzes.builder", quiz_id=quiz_id)


@quizzes.post("/quizzes/<int:quiz_id>/draws")
@open_to(*TEACHERS)
def add_draw(quiz_id: int) -> ResponseReturnValue:
    form = DrawForm()
    if not form.validate():
        return _search(quiz_id, form)
    try:
        slot_id = building.add_draw(
            quiz_id=quiz_id,
            filters=filters_from(request.args),
            count=form.count.data,
            max_mark=form.mark,
            person_id=me().id,
        )
    except WrongField as error:
        show_at_field(form, error)
        return _search(quiz_id, form)
    flash(gettext("The random draw was added."))
    return see_other("quizzes.builder", quiz_id=quiz_id, _anchor=f"slot-{slot_id}")


@quizzes.post("/quizzes/<int:quiz_id>/slots/<int:slot_id>")
@open_to(*TEACHERS)
def change_slot(quiz_id: int, slot_id: int) -> ResponseReturnValue:
    form = SlotForm()
    if not form.validate():
        return _builder(quiz_id, slot=(slot_id, form))
    try:
        building.change_slot(
            quiz_id=quiz_id,
            slot_id=slot_id,
            count=form.count.data,
            max_mark=form.mark,
            place=form.place.data,
            person_id=me().id,
        )
    except WrongField as error:
        show_at_field(form, error)
        return _builder(quiz_id, slot=(slot_id, form))
    return see_other("quizzes.builder", quiz_id=quiz_id, _anchor=f"slot-{slot_id}")


@quizzes.post("/quizzes/<int:quiz_id>/slots/<int:slot_id>/place")
@open_to(*TEACHERS)
def move_slot(quiz_id: int, slot_id: int) -> ResponseReturnValue:
    way = request.form.get("way", "")
    if way not in set(Way):
        raise NotFound
    building.move_slot(quiz_id=quiz_id, slot_id=slot_id, way=Way(way), person_id=me().id)
    return see_other("quizzes.builder", quiz_id=quiz_id, _anchor=f"slot-{slot_id}")


@quizzes.post("/quizzes/<int:quiz_id>/slots/<int:slot_id>/removal")
@open_to(*TEACHERS)
def remove_slot(quiz_id: int, slot_id: int) -> ResponseReturnValue:
    building.remove_slot(quiz_id=quiz_id, slot_id=slot_id, person_id=me().id)
    flash(gettext("It was taken out of the quiz. It stays in the bank."))
    return see_other("quizzes.builder", quiz_id=quiz_id)
