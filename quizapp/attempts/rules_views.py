"""What a teacher rules of a quiz that may be running: its settings, extra time, and taking it back."""

from __future__ import annotations

from flask import Blueprint, flash, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from quizapp.access import TEACHERS, open_to
from quizapp.attempts import running
from quizapp.errors import WrongField
from quizapp.guard import me, now
from quizapp.pages import see_other, show_at_field
from quizapp.quizzes import extra_time
from quizapp.quizzes.forms import ColleagueForm, ExtraTimeForm, SettingsForm, factor_of
from quizapp.quizzes.owning import colleagues, dismiss_colleague, name_colleague, owning
from quizapp.quizzes.service import settings_of

rules = Blueprint("rules", __name__)
rules.add_app_template_filter(factor_of, "factor")


@rules.get("/quizzes/<int:quiz_id>/settings")
@open_to(*TEACHERS)
def settings(quiz_id: int) -> ResponseReturnValue:
    return _filled_settings_page(quiz_id)


def _filled_settings_page(quiz_id: int, naming: ColleagueForm | None = None) -> str:
    form = SettingsForm(formdata=None)
    _title, stored = settings_of(quiz_id)
    form.show(stored)
    return _settings_page(quiz_id, form, naming)


@rules.post("/quizzes/<int:quiz_id>/settings")
@open_to(*TEACHERS)
def change_settings(quiz_id: int) -> ResponseReturnValue:
    form = SettingsForm()
    try:
        if not form.validate():
            return _settings_page(quiz_id, form), 400
        running.change_settings(quiz_id=quiz_id, settings=form.settings(), person_id=me().id, now=now())
    except WrongField as error:
        show_at_field(form, error)
        return _settings_page(quiz_id, form), 400
    flash(gettext("The settings are saved. Attempts that are running follow the new times."))
    return see_other("rules.settings", quiz_id=quiz_id)


def _settings_page(quiz_id: int, form: SettingsForm, naming: ColleagueForm | None = None) -> str:
    title, _settings = settings_of(quiz_id)
    count = running.count_running(quiz_id=quiz_id, now=now())
    return render_template(
        "quizzes/settings.html",
        quiz_id=quiz_id,
        title=title,
        form=form,
        running=count,
        owning=owning(quiz_id=quiz_id, person_id=me().id),
        colleagues=colleagues(quiz_id=quiz_id),
        naming=naming or ColleagueForm(),
    )


@rules.post("/quizzes/<int:quiz_id>/colleagues")
@open_to(*TEACHERS)
def add_colleague(quiz_id: int) -> ResponseReturnValue:
    form = ColleagueForm()
    try:
        if not form.validate():
            return _filled_settings_page(quiz_id, form), 400
        name_colleague(quiz_id=quiz_id, username=form.username.data, person_id=me().id, now=now())
    except WrongField as error:
        show_at_field(form, error)
        return _filled_settings_page(quiz_id, form), 400
    flash(gettext("Your colleague can change this quiz now."))
    return see_other("rules.settings", quiz_id=quiz_id, _anchor="colleagues")


@rules.post("/quizzes/<int:quiz_id>/colleagues/<int:colleague_id>/dismissal")
@open_to(*TEACHERS)
def remove_colleague(quiz_id: int, colleague_id: int) -> ResponseReturnValue:
    dismiss_colleague(quiz_id=quiz_id, colleague_id=colleague_id, person_id=me().id)
    return see_other("rules.settings", quiz_id=quiz_id, _anchor="colleagues")


@rules.post("/quizzes/<int:quiz_id>/withdrawal")
@open_to(*TEACHERS)
def withdraw(quiz_id: int) -> ResponseReturnValue:
    running.withdraw(quiz_id=quiz_id, person_id=me().id)
    flash(gettext("Students no longer see this quiz. You can change its questions, and publish it again."))
    return see_other("quizzes.builder", quiz_id=quiz_id)


@rules.post("/quizzes/<int:quiz_id>/deletion")
@open_to(*TEACHERS)
def delete(quiz_id: int) -> ResponseReturnValue:
    running.delete_draft(quiz_id=quiz_id, person_id=me().id)
    flash(gettext("The quiz is deleted. Its questions are still in the bank."))
    return see_other("quizzes.shelf")


@rules.get("/quizzes/<int:quiz_id>/extra-time")
@open_to(*TEACHERS)
def extra_times(quiz_id: int) -> ResponseReturnValue:
    return _extra_time_page(quiz_id, ExtraTimeForm())


@rules.post("/quizzes/<int:quiz_id>/extra-time")
@open_to(*TEACHERS)
def give_extra_time(quiz_id: int) -> ResponseReturnValue:
    form = ExtraTimeForm()
    form.offer(extra_time.students())
    try:
        if not form.validate():
            return _extra_time_page(quiz_id, form), 400
        running.give_extra_time(
            quiz_id=quiz_id,
            person_ids=form.person_ids(),
            extra=form.extra(),
            reason=form.reason.data,
            given_by=me().id,
            now=now(),
        )
    except WrongField as error:
        show_at_field(form, error)
        return _extra_time_page(quiz_id, form), 400
    flash(gettext("The extra time is on record, and counts at once."))
    return see_other("rules.extra_times", quiz_id=quiz_id)


def _extra_time_page(quiz_id: int, form: ExtraTimeForm) -> str:
    title, stored = settings_of(quiz_id)
    form.offer(extra_time.students())
    entries = extra_time.record(quiz_id=quiz_id)
    return render_template(
        "quizzes/extra_time.html",
        quiz_id=quiz_id,
        title=title,
        form=form,
        entries=entries,
        settings=stored,
        owning=owning(quiz_id=quiz_id, person_id=me().id),
    )
