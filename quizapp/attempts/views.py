"""Choosing a quiz, answering, submitting in two steps, and reviewing."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction
from random import SystemRandom

from flask import Blueprint, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

import questions
from questions import Interaction, TimeUnit
from questions.question import GAP
from quizapp.access import SIGNED_IN, open_to
from quizapp.attempts import listing, service
from quizapp.attempts.asking import filled_gaps, read_entry, read_number_entry
from quizapp.attempts.forms import GivenAnswer, Go, StartForm, given_answer, given_leave, preview_moment
from quizapp.attempts.previewing import preview
from quizapp.attempts.review import review as reviewed
from quizapp.attempts.sheet import overview, sheet
from quizapp.attempts.standing import standing
from quizapp.attempts.timing import Phase
from quizapp.errors import WrongField
from quizapp.guard import me, now
from quizapp.pages import page_language, say_clock, say_date, see_other, sentence, show_at_field, wants_json
from quizapp.quizzes.drafts import drafts_of, is_draft
from quizapp.quizzes.views import quizzes

attempts = Blueprint("attempts", __name__)


@quizzes.get("/quizzes")
@open_to(*SIGNED_IN)
def shelf() -> ResponseReturnValue:
    found = listing.open_quizzes(person_id=me().id, now=now())
    drafts = drafts_of(me().id) if me().teaches else ()
    return render_template("quizzes/shelf.html", shelf=found, drafts=drafts)


@quizzes.get("/quizzes/<int:quiz_id>")
@open_to(*SIGNED_IN)
def page(quiz_id: int) -> ResponseReturnValue:
    if me().teaches and is_draft(quiz_id):
        return see_other("quizzes.builder", quiz_id=quiz_id)
    return _quiz_page(quiz_id, StartForm())


def _quiz_page(quiz_id: int, form: StartForm) -> str:
    found = listing.quiz_for(quiz_id=quiz_id, person_id=me().id, now=now())
    return render_template("quizzes/quiz.html", found=found, quiz=found.quiz, form=form)


@attempts.post("/quizzes/<int:quiz_id>/attempts")
@open_to(*SIGNED_IN)
def start(quiz_id: int) -> ResponseReturnValue:
    if me().teaches:  # they look at it as students do, and that counts nowhere
        attempt_id = preview(quiz_id=quiz_id, person_id=me().id, now=now(), rng=SystemRandom())
        return see_other("attempts.questions_page", attempt_id=attempt_id)
    form = StartForm()
    try:
        attempt_id = service.start(
            quiz_id=quiz_id, person_id=me().id, now=now(), rng=SystemRandom(), access_code=form.access_code.data
        )
    except WrongField as error:
        show_at_field(form, error)
        return _quiz_page(quiz_id, form), 400
    return see_other("attempts.questions_page", attempt_id=attempt_id)


@attempts.get("/attempts/<attempt_id>")
@open_to(*SIGNED_IN)
def questions_page(attempt_id: str) -> ResponseReturnValue:
    return _page(attempt_id, request.args.get("question", type=int))


def _page(attempt_id: str, slot: int | None, message: str | None = None) -> ResponseReturnValue:
    """The page of the questions, or of the one in a slot; with a message there, where its answer was not taken."""
    found = sheet(attempt_id=attempt_id, person_id=me().id, now=now(), slot=slot)
    if found.phase is not Phase.IN_PROGRESS:
        after = "attempts.review" if found.phase is Phase.FINISHED else "attempts.submission"
        return see_other(after, attempt_id=attempt_id)
    body = render_template(
        "attempts/questions.html", sheet=found, wrong_slot=slot if message else None, message=message
    )
    return body, 200 if message is None else 400


@attempts.get("/attempts/<attempt_id>/status")
@open_to(*SIGNED_IN)
def status(attempt_id: str) -> ResponseReturnValue:
    found = standing(attempt_id=attempt_id, person_id=me().id, now=now())
    return jsonify(phase=found.phase, remaining_ms=found.remaining_ms, place=found.place, sequences=found.sequences)


@attempts.post("/attempts/<attempt_id>/responses/<int:slot>")
@open_to(*SIGNED_IN)
def save(attempt_id: str, slot: int) -> ResponseReturnValue:
    arrived = now()
    try:
        given = given_answer(request.form)
        saved = None if given.is_nothing_new else _record(attempt_id, slot, given, arrived)
    except WrongField as error:
        if wants_json():
            return jsonify(error=sentence(error)), 400
        return _page(attempt_id, slot, sentence(error))
    if saved is not None and wants_json():
        return jsonify(_said(saved))
    if given.go is not None:
        return _gone(attempt_id, slot, given.go)
    return _back_to(attempt_id, slot, given)


def _record(attempt_id: str, slot: int, given: GivenAnswer, arrived: datetime) -> service.Saved:
    return service.record_response(
        attempt_id=attempt_id,
        person_id=me().id,
        slot=slot,
        answer=given.answer,
        sequence=given.sequence,
        move=given.move,
        flagged=given.flagged,
        now=arrived,
    )


@attempts.post("/attempts/<attempt_id>/checks/<int:slot>")
@open_to(*SIGNED_IN)
def check(attempt_id: str, slot: int) -> ResponseReturnValue:
    try:
        given = given_answer(request.form)
        service.check_response(attempt_id=attempt_id, person_id=me().id, slot=slot, answer=given.answer, now=now())
    except WrongField as error:
        return _page(attempt_id, slot, sentence(error))
    return _back_to(attempt_id, slot, given)


def _back_to(attempt_id: str, slot: int, given: GivenAnswer) -> ResponseReturnValue:
    """Show the question again, where it stands."""
    if given.alone:
        return see_other("attempts.questions_page", attempt_id=attempt_id, question=slot)
    return see_other("attempts.questions_page", attempt_id=attempt_id, _anchor=f"question-{slot}")


@attempts.post("/attempts/<attempt_id>/place")
@open_to(*SIGNED_IN)
def go_on(attempt_id: str) -> ResponseReturnValue:
    slot, go = given_leave(request.form)
    return _gone(attempt_id, slot, go)


def _gone(attempt_id: str, slot: int, go: Go) -> ResponseReturnValue:
    if go is Go.END:
        return see_other("attempts.submission", attempt_id=attempt_id)
    if go is Go.NEXT:
        service.leave(attempt_id=attempt_id, person_id=me().id, slot=slot, now=now())
    other = slot + 1 if go is Go.NEXT else slot - 1
    return see_other("attempts.questions_page", attempt_id=attempt_id, question=other)


@attempts.post("/attempts/<attempt_id>/flags/<int:slot>")
@open_to(*SIGNED_IN)
def flag(attempt_id: str, slot: int) -> ResponseReturnValue:
    flagged = "flagged" in request.form
    kept = service.flag(attempt_id=attempt_id, person_id=me().id, slot=slot, flagged=flagged, now=now())
    return jsonify(
        flagged=kept.flagged, remaining_ms=kept.remaining_ms, revision=kept.revision, sequence=0, superseded=False
    )


def _said(saved: service.Saved) -> dict[str, object]:
    """The reply to a saved answer; `reading`, for a date entry, says how what is on disk was read."""
    said: dict[str, object] = {
        "saved_at": saved.saved_at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "remaining_ms": saved.remaining_ms,
        "revision": saved.revision,
        "sequence": saved.sequence,
        "superseded": saved.superseded,
        "message": gettext("Saved at %(time)s", time=say_clock(saved.saved_at)),
    }
    if saved.interaction is Interaction.NUMBER:
        number = read_number_entry(saved.answer)
        said |= {"reading": say_number_reading(saved.answer), "read": number is not None}
    if saved.interaction is Interaction.ENTRY:
        value = read_entry(saved.answer)
        said |= {"reading": say_reading(saved.answer, value), "read": value is not None}
    return said


@attempts.app_template_filter("reading")
def say_reading(answer: tuple[str, ...], value: questions.DateValue | None) -> str | None:
    """How a typed date was read, as a sentence; None where nothing was typed."""
    if value is not None:
        return str(gettext("Read as: %(date)s", date=say_date(value)))
    if not answer:
        return None
    return str(gettext("This cannot be read as a date, but it is saved. Write it as 1969-07-20, 1969-07 or 1969."))


attempts.add_app_template_filter(read_number_entry, "number")


def _plain(number: Fraction) -> str:
    return str(number) if number.denominator == 1 else f"{float(number):.10g}"


@attempts.app_template_filter("number_reading")
def say_number_reading(answer: tuple[str, ...]) -> str | None:
    """How a typed number was read, as a sentence; None where nothing was typed."""
    number = read_number_entry(answer)
    if number is not None:
        return str(gettext("Read as: %(number)s", number=_plain(number)))
    return str(gettext("This cannot be read as a number, but it is saved. Write it as 3.")) if answer else None


@attempts.app_template_filter("quantity")
def say_quantity(quantity: questions.Quantity) -> str:
    """A number with its unit, and how far off one may be."""
    said = f"{quantity.value} {quantity.unit}".strip()
    if not quantity.tolerance:
        return said
    return str(gettext("%(number)s, give or take %(tolerance)s", number=said, tolerance=quantity.tolerance))


@attempts.app_template_filter("around_gaps")
def split_at_gaps(stem: str) -> list[str | int]:
    """The text of a cloze in pieces: what is read, and by their numbers the gaps between."""
    return [int(piece) if place % 2 else piece for place, piece in enumerate(GAP.split(stem))]


@attempts.app_template_filter("without_gaps")
def say_gaps(stem: str) -> str:
    """The text of a cloze as it is read where nothing can be filled in."""
    return GAP.sub(r"____", stem)


attempts.add_app_template_filter(filled_gaps, "filled_gaps")


@attempts.app_template_filter("length_of_time")
def say_length_of_time(length: questions.Duration) -> str:
    """A length of time in the page's language: "3 days"."""
    number = length.number
    said = {
        TimeUnit.DAY: ngettext("%(num)d day", "%(num)d days", number),
        TimeUnit.MONTH: ngettext("%(num)d month", "%(num)d months", number),
        TimeUnit.YEAR: ngettext("%(num)d year", "%(num)d years", number),
    }
    return str(said[length.unit])


@attempts.get("/attempts/<attempt_id>/submission")
@open_to(*SIGNED_IN)
def submission(attempt_id: str) -> ResponseReturnValue:
    found = overview(attempt_id=attempt_id, person_id=me().id, now=now())
    if found.phase is Phase.FINISHED:
        return see_other("attempts.review", attempt_id=attempt_id)
    return render_template("attempts/submission.html", sheet=found, overdue=found.phase is Phase.OVERDUE)


@attempts.post("/attempts/<attempt_id>/submission")
@open_to(*SIGNED_IN)
def submit(attempt_id: str) -> ResponseReturnValue:
    service.submit(attempt_id=attempt_id, person_id=me().id, now=now())
    return see_other("attempts.review", attempt_id=attempt_id)


@attempts.get("/attempts/<attempt_id>/review")
@open_to(*SIGNED_IN)
def review(attempt_id: str) -> ResponseReturnValue:
    moment = preview_moment(request.args)
    found = reviewed(attempt_id=attempt_id, person_id=me().id, teaches=me().teaches, now=now(), moment=moment)
    return render_template("attempts/review.html", review=found)


@attempts.app_template_filter("arithmetic")
def say_arithmetic(mark: questions.Mark) -> tuple[str, ...]:
    """How a mark came about, as sentences in the page's language."""
    return questions.explain_mark(mark, questions.Language(page_language()))
