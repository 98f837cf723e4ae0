"""The shelf of documents, importing one, and its facts on a timeline."""

from __future__ import annotations

from math import ceil
from typing import Final

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from questions.document import Language, SourceFormat
from quizapp.access import TEACHERS, open_to
from quizapp.documents import previewing, service
from quizapp.documents.facts import document_page, in_time
from quizapp.documents.forms import ImportForm, revised_in
from quizapp.documents.timeline import ruler_of
from quizapp.documents.words import FORMAT_NAMES, LANGUAGE_NAMES
from quizapp.errors import WrongField
from quizapp.guard import me, now
from quizapp.pages import see_other, show_at_field

documents = Blueprint("documents", __name__)

FACTS_A_PAGE: Final = 100


@documents.app_template_filter("language_name")
def say_language(language: Language) -> str:
    """What the language of a document is called."""
    return str(gettext(LANGUAGE_NAMES[language]))


@documents.app_template_filter("library_sentence")
def say_library_sentence(sentence: str) -> str:
    """A sentence of the library, which writes in English, in the page's language."""
    return str(gettext(sentence))


@documents.app_template_filter("format_name")
def say_format(kind: SourceFormat) -> str:
    """What the format of a source is called."""
    return str(gettext(FORMAT_NAMES[kind]))


@documents.get("/documents")
@open_to(*TEACHERS)
def shelf() -> ResponseReturnValue:
    return render_template("documents/shelf.html", documents=service.list_documents())


@documents.get("/documents/new")
@open_to(*TEACHERS)
def new() -> ResponseReturnValue:
    revises_id = revised_in(request.args)
    previewing.check_newest(revises_id)
    if revises_id is None:
        return _show_form(ImportForm(), None)
    earlier = service.heading_of(revises_id)
    return _show_form(ImportForm(title=earlier.title, attribution=earlier.attribution), revises_id)


def _show_form(form: ImportForm, revises_id: int | None) -> ResponseReturnValue:
    revised = None if revises_id is None else service.heading_of(revises_id)
    return render_template("documents/new.html", form=form, revised=revised), 400 if form.errors else 200


@documents.post("/documents")
@open_to(*TEACHERS)
def create() -> ResponseReturnValue:
    form = ImportForm()
    if form.validate():
        try:
            document_id = service.import_document(
                source=form.source(),
                title=form.title.data,
                attribution=form.attribution.data,
                person_id=me().id,
                now=now(),
            )
        except WrongField as error:
            error.field = form.source_field if error.field == "source" else error.field
            show_at_field(form, error)
        else:
            return see_other("documents.timeline", document_id=document_id)
    return _show_form(form, None)


@documents.post("/documents/previews")
@open_to(*TEACHERS)
def look() -> ResponseReturnValue:
    """Read a source, and show what would be stored before it is."""
    form = ImportForm()
    revises_id = revised_in(request.form)
    if form.validate():
        try:
            preview_id = previewing.make_preview(
                source=form.source(),
                title=form.title.data,
                attribution=form.attribution.data,
                person_id=me().id,
                now=now(),
                revises_id=revises_id,
            )
        except WrongField as error:
            error.field = form.source_field if error.field == "source" else error.field
            show_at_field(form, error)
        else:
            endpoint = "documents.preview" if revises_id is None else "revisions.compare"
            return see_other(endpoint, preview_id=preview_id)
    return _show_form(form, revises_id)


@documents.get("/documents/previews/<preview_id>")
@open_to(*TEACHERS)
def preview(preview_id: str) -> ResponseReturnValue:
    page = previewing.preview_page(preview_id, person_id=me().id)
    shown = page.facts[:FACTS_A_PAGE]
    ruler = ruler_of([fact.date for fact in shown])
    return render_template("documents/preview.html", page=page, facts=shown, ruler=ruler)


@documents.post("/documents/previews/<preview_id>/import")
@open_to(*TEACHERS)
def import_preview(preview_id: str) -> ResponseReturnValue:
    document_id = previewing.import_preview(preview_id, person_id=me().id, now=now())
    return see_other("documents.timeline", document_id=document_id)


@documents.post("/documents/previews/<preview_id>/removal")
@open_to(*TEACHERS)
def drop_preview(preview_id: str) -> ResponseReturnValue:
    previewing.drop_preview(preview_id, person_id=me().id)
    return see_other("documents.new")


@documents.get("/documents/<int:document_id>")
@open_to(*TEACHERS)
def timeline(document_id: int) -> ResponseReturnValue:
    page = document_page(document_id)
    facts = in_time(page.facts)
    last = max(1, ceil(len(facts) / FACTS_A_PAGE))
    number = min(max(request.args.get("page", 1, type=int), 1), last)
    before = (number - 1) * FACTS_A_PAGE
    shown = facts[before : before + FACTS_A_PAGE]
    return render_template(
        "documents/timeline.html",
        page=page,
        facts=shown,
        before=before,
        number=number,
        last=last,
        ruler=ruler_of([fact.date for fact in shown]),
        page_address=lambda number: url_for("documents.timeline", document_id=document_id, page=number),
    )
