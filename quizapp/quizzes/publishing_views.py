"""What students will see of a quiz and be told at its end, the check list before it is published, and copies of it."""

from __future__ import annotations

from flask import Blueprint, flash, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.access import TEACHERS, open_to
from quizapp.errors import WrongField
from quizapp.guard import me, now
from quizapp.pages import see_other, show_at_field
from quizapp.quizzes import building, service
from quizapp.quizzes.building_forms import FeedbackForm
from quizapp.quizzes.checking import CheckList, check_list
from quizapp.quizzes.covering import coverage
from quizapp.quizzes.feedback import feedback_of, set_feedback
from quizapp.quizzes.outlining import outline
from quizapp.quizzes.owning import owning
from quizapp.quizzes.seeing import moments, sights
from quizapp.quizzes.service import settings_of

publishing = Blueprint("publishing", __name__)


@publishing.get("/quizzes/<int:quiz_id>/view")
@open_to(*TEACHERS)
def sight(quiz_id: int) -> ResponseReturnValue:
    title, settings = settings_of(quiz_id)
    return render_template(
        "quizzes/sight.html",
        quiz_id=quiz_id,
        title=title,
        settings=settings,
        moments=moments(settings),
        sights=sights(settings),
    )


@publishing.get("/quizzes/<int:quiz_id>/publication")
@open_to(*TEACHERS)
def check(quiz_id: int) -> ResponseReturnValue:
    return _check_page(check_list(quiz_id=quiz_id, now=now()))


def _check_page(found: CheckList) -> str:
    return render_template(
        "quizzes/check.html",
        checks=found,
        quiz=found.quiz,
        covered=coverage(found.quiz),
        owning=owning(quiz_id=found.quiz.id, person_id=me().id),
    )


@publishing.post("/quizzes/<int:quiz_id>/publication")
@open_to(*TEACHERS)
def publish(quiz_id: int) -> ResponseReturnValue:
    found = check_list(quiz_id=quiz_id, now=now())
    if found.is_stopped:
        return _check_page(found), 409
    service.publish(quiz_id=quiz_id, person_id=me().id, now=now())
    flash(gettext("The quiz is published. Students see it from now on."))
    return see_other("publishing.check", quiz_id=quiz_id)


@publishing.get("/quizzes/<int:quiz_id>/feedback")
@open_to(*TEACHERS)
def feedback(quiz_id: int) -> ResponseReturnValue:
    form = FeedbackForm(formdata=None)
    form.show(feedback_of(quiz_id)[1])
    return _feedback_page(quiz_id, form)


@publishing.post("/quizzes/<int:quiz_id>/feedback")
@open_to(*TEACHERS)
def change_feedback(quiz_id: int) -> ResponseReturnValue:
    form = FeedbackForm()
    try:
        if not form.validate():
            return _feedback_page(quiz_id, form), 400
        set_feedback(quiz_id=quiz_id, entries=form.entries(), person_id=me().id)
    except WrongField as error:
        show_at_field(form, error)
        return _feedback_page(quiz_id, form), 400
    flash(gettext("The feedback is saved."))
    return see_other("publishing.feedback", quiz_id=quiz_id)


def _feedback_page(quiz_id: int, form: FeedbackForm) -> str:
    title, _entries = feedback_of(quiz_id)
    return render_template("quizzes/feedback.html", quiz_id=quiz_id, title=title, form=form)


@publishing.post("/quizzes/<int:quiz_id>/copies")
@open_to(*TEACHERS)
def duplicate(quiz_id: int) -> ResponseReturnValue:
    title = gettext("Copy of %(title)s", title=outline(quiz_id).title)
    copy_id = building.duplicate(quiz_id=quiz_id, title=title, person_id=me().id, now=now())
    flash(gettext("This is the copy. Give it a title of its own; the other quiz stays as it is."))
    return see_other("quizzes.builder", quiz_id=copy_id)
