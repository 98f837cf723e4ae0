"""Anki (https://docs.ankiweb.net/): a deck of two-sided notes, each with its source; only written.

A note's GUID comes from the question's id, so that a second import updates the note and keeps what was learned.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from html import escape

import genanki

from questions.document import Language
from questions.exchange.archive import packed
from questions.exchange.evidence import cited_numbers
from questions.exchange.item import Item
from questions.question import GAP, Explanation, Interaction, Question, TimeUnit
from questions.speech import say_date

DECK = "Footnote"

_STAMP = int(datetime(2020, 1, 1, tzinfo=UTC).timestamp())
_DECK_ID = 1_607_392_319
_MODEL_ID = 1_607_392_320
_STYLE = """
.card { font-family: system-ui, sans-serif; font-size: 1.1rem; line-height: 1.5; text-align: left; }
.source { font-size: 0.85rem; border-top: 1px solid; margin-top: 1rem; padding-top: 0.5rem; }
"""
_UNITS = {
    Language.ENGLISH: {unit: str(unit) for unit in TimeUnit},
    Language.SIMPLIFIED: {TimeUnit.DAY: "天", TimeUnit.MONTH: "个月", TimeUnit.YEAR: "年"},
    Language.TRADITIONAL: {TimeUnit.DAY: "天", TimeUnit.MONTH: "個月", TimeUnit.YEAR: "年"},
}


def write_anki(items: Sequence[Item], made: datetime | None) -> bytes:
    """The items as a package of notes.

    `made` is when the notes were last changed: of two imports Anki keeps the note that is newer. Without it, the same
    moment is written each time, and the same items give the same bytes.
    """
    stamp = _STAMP if made is None else int(made.timestamp())
    deck = genanki.Deck(_DECK_ID, DECK)
    for item in items:
        deck.add_note(_note(item))
    connection = sqlite3.connect(":memory:")
    try:
        genanki.Package(deck).write_to_db(connection.cursor(), stamp, itertools.count(stamp * 1000))
        connection.commit()
        collection = connection.serialize()
    finally:
        connection.close()
    return packed({"collection.anki2": collection, "media": b"{}"})


def _model() -> genanki.Model:
    front = '<div lang="{{Language}}">{{Question}}</div>'
    back = '{{FrontSide}}<hr id="answer"><div lang="{{Language}}">{{Answer}}</div><div class="source">{{Source}}</div>'
    return genanki.Model(
        _MODEL_ID,
        "Footnote",
        fields=[{"name": name} for name in ("Question", "Answer", "Source", "Language")],
        templates=[{"name": "Card", "qfmt": front, "afmt": back}],
        css=_STYLE,
    )


_MODEL = _model()


def _note(item: Item) -> genanki.Note:
    question = item.question
    return genanki.Note(
        model=_MODEL,
        fields=[_front(question), _back(item), _source(item), str(question.language)],
        guid=genanki.guid_for("footnote", question.id),
        tags=[str(question.type), str(question.language)],
    )


def _front(question: Question) -> str:
    kind = question.type.interaction
    if kind in (Interaction.ENTRY, Interaction.NUMBER, Interaction.TEXT, Interaction.CLOZE):
        return _shown(GAP.sub("____", question.stem))
    if kind is Interaction.MATCH:
        lists = (question.items, question.matches)
        return _shown(question.stem) + "".join(_list("ul", [one.text for one in options]) for options in lists)
    return _shown(question.stem) + _list("ul", [option.text for option in question.options])


def _back(item: Item) -> str:
    answer = "".join(_answer(item.question))
    return answer + (f"<p>{_shown(item.remark)}</p>" if item.remark else "")


def _answer(question: Question) -> Iterator[str]:
    texts = {option.id: option.text for option in question.options}
    match question.type.interaction:
        case Interaction.ENTRY if question.date:
            yield _shown(say_date(question.date, question.language))
        case Interaction.NUMBER if question.duration:
            yield f"{question.duration.number} {_UNITS[question.language][question.duration.unit]}"
        case Interaction.NUMBER if question.quantity:
            wanted = question.quantity
            margin = f" ± {wanted.tolerance}" if wanted.tolerance else ""
            yield _shown(f"{wanted.value}{margin} {wanted.unit}".strip())
        case Interaction.TEXT:
            yield _list("ul", question.accepted)
        case Interaction.CLOZE:
            yield _list("ol", [" / ".join(texts) for texts in question.gaps])
        case Interaction.ORDER:
            yield _list("ol", [" = ".join(texts[name] for name in group) for group in question.order])
        case Interaction.MATCH:
            yield _list("ul", [f"{texts[first]} → {texts[second]}" for first, second in question.pairs])
        case _:
            yield _list("ul", [texts[name] for name in question.right_ids])


def _source(item: Item) -> str:
    language = item.question.language
    quotes = (f"<blockquote>{_quote(entry, language)}</blockquote>" for entry in item.question.explanations)
    references = (f"<p>[{entry.number}] {_shown(entry.text)}</p>" for entry in item.references)
    return "".join((*quotes, *references))


def _quote(entry: Explanation, language: Language) -> str:
    """The quote with its date marked and the numbers of its references behind it."""
    first, last = entry.date_start - entry.start, entry.date_end - entry.start
    date = f"<mark>{_shown(entry.quote[first:last])}</mark>" if last > first else ""
    return f"{_shown(entry.quote[:first])}{date}{_shown(entry.quote[last:])} {cited_numbers(entry, language)}"


def _list(name: str, texts: Sequence[str]) -> str:
    return f"<{name}>{''.join(f'<li>{_shown(text)}</li>' for text in texts)}</{name}>"


def _shown(text: str) -> str:
    """The text as HTML; doubled braces, which begin a field of a card, cannot come about."""
    return escape(text).replace("{", "&#123;").replace("}", "&#125;").replace("\n", "<br>")
