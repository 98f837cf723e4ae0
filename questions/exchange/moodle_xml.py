"""Moodle's XML (https://docs.moodle.org/en/Moodle_XML_format): written here, read in `moodle_xml_reading`.

All texts are plain ones. Quotes and references stand in the general feedback, the id is the id number, type and
language are tags; the element `footnote`, which Moodle passes over, holds what Moodle has no field for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from questions.exchange.companion import Companion
from questions.exchange.evidence import evidence_text
from questions.exchange.gift import TOP, paired_order, percent, percentage, tags
from questions.exchange.item import Item, LeftOut, Loss
from questions.exchange.typed_forms import typed_forms
from questions.exchange.xml_tree import Element, element, written_xml
from questions.question import GAP, Interaction, Option, Question, QuestionType
from questions.regex import regex

COMPANION = "footnote"

_TYPES = {
    Interaction.CHOICE: "multichoice",
    Interaction.SEVERAL: "multichoice",
    Interaction.ENTRY: "shortanswer",
    Interaction.NUMBER: "numerical",
    Interaction.TEXT: "shortanswer",
    Interaction.CLOZE: "cloze",
    Interaction.ORDER: "ordering",
    Interaction.MATCH: "matching",
}
_TITLE = 60

# The options of these stand in an order that says something.
_SORTED = frozenset(
    (
        *(QuestionType.DATE_CHOICE, QuestionType.NUMBER_CHOICE, QuestionType.PRECISION),
        *(QuestionType.TRUE_FALSE, QuestionType.TRUE_FALSE_UNSTATED),
    )
)


def write_moodle_xml(items: Sequence[Item]) -> tuple[str, list[LeftOut]]:
    """The items as Moodle's XML, and what it has no place for."""
    losses = [LeftOut(item=number, loss=loss) for number, item in enumerate(items, 1) for loss in moodle_losses(item)]
    return written_xml(element("quiz", *_entries(items))), losses


def _entries(items: Sequence[Item]) -> Iterator[Element]:
    category = ""
    for item in items:
        if item.category != category:
            category = item.category
            yield element("question", element("category", _text(f"$course$/{category or TOP}")), type="category")
        yield _question(item)


def _question(item: Item) -> Element:
    question = item.question
    options = sequence_order(question)
    keeps_remarks = question.type.interaction in (Interaction.CHOICE, Interaction.SEVERAL)
    companion = Companion.of(question, options, remarks=not keeps_remarks)
    return element(
        "question",
        element("name", _text(question.stem[:_TITLE])),
        _formatted("questiontext", _filled(question)),
        _formatted("generalfeedback", evidence_text(item)),
        element("defaultgrade", "1"),
        element("penalty", "0"),
        element("hidden", "0"),
        element("idnumber", question.id),
        *_answers(question, options),
        element("tags", *(element("tag", _text(tag)) for tag in tags(question))),
        element(COMPANION, companion.to_json()),
        type=_TYPES[question.type.interaction],
    )


def _filled(question: Question) -> str:
    """The stem, with what is accepted in its gaps as Moodle writes it there."""
    return GAP.sub(lambda match: _gap(question.gaps[int(match[1]) - 1]), question.stem)


def _gap(accepted: Sequence[str]) -> str:
    texts = (_CLOZE_MARK.sub(r"\\\g<0>", text) for text in accepted)
    return "{1:SHORTANSWER:" + "~".join(f"={text}" for text in texts) + "}"


_CLOZE_MARK = regex(r"[~=#}\\]")


def sequence_order(question: Question) -> Sequence[Option]:
    """The options as they are listed: those of an order in their order, those of pairs pair by pair."""
    if not question.order:
        return paired_order(question)
    options = {option.id: option for option in question.options}
    return [options[name] for group in question.order for name in group]


def _answers(question: Question, options: Sequence[Option]) -> Iterator[Element]:
    match question.type.interaction:
        case Interaction.CHOICE | Interaction.SEVERAL:
            yield from _choice(question)
        case Interaction.ENTRY if question.date:
            yield element("usecase", "0")
            for form in typed_forms(question.date):
                yield _answer(form.text, percentage(float(form.share)))
        case Interaction.NUMBER if question.duration:
            yield _answer(str(question.duration.number), "100", element("tolerance", "0"))
            yield element("unitgradingtype", "0")
            yield element("showunits", "3")
        case Interaction.NUMBER if question.quantity:
            yield _answer(str(question.quantity.value), "100", element("tolerance", str(question.quantity.tolerance)))
        case Interaction.TEXT:
            yield element("usecase", "0")
            yield from (_answer(text, "100") for text in question.accepted)
        case Interaction.ORDER:
            yield from (element(name, text) for name, text in _ORDERING)
            yield from (_answer(option.text, str(place)) for place, option in enumerate(options, 1))
        case Interaction.MATCH:
            yield element("shuffleanswers", "true")
            yield from _pairs(question, options)


# Moodle's grading that comes nearest to counting the pairs in their order.
_ORDERING = (
    ("layouttype", "VERTICAL"),
    ("selecttype", "ALL"),
    ("gradingtype", "RELATIVE_ALL_PREVIOUS_AND_NEXT"),
    ("showgrading", "SHOW"),
    ("numberingstyle", "none"),
)


def _choice(question: Question) -> Iterator[Element]:
    single = question.type.interaction is Interaction.CHOICE
    yield element("single", "true" if single else "false")
    yield element("shuffleanswers", "false" if question.type in _SORTED else "true")
    yield element("answernumbering", "abc")
    for option in question.options:
        share = percent(question, option) if not single else "100" if option.correct else "0"
        yield _answer(option.text, share, _formatted("feedback", option.feedback or ""))


def _pairs(question: Question, options: Sequence[Option]) -> Iterator[Element]:
    count = len(question.pairs)
    for first, second in zip(options[:count], options[count : 2 * count], strict=True):
        yield _formatted("subquestion", first.text, element("answer", _text(second.text)))
    for extra in options[2 * count :]:
        yield _formatted("subquestion", "", element("answer", _text(extra.text)))


def _answer(text: str, share: str, *more: Element) -> Element:
    return element("answer", _text(text), *more, fraction=share, format="plain_text")


def _formatted(name: str, text: str, *more: Element) -> Element:
    return element(name, _text(text), *more, format="plain_text")


def _text(text: str) -> Element:
    return element("text", text) if text else element("text")


def moodle_losses(item: Item) -> Iterator[Loss]:
    """What Moodle has no place for."""
    question = item.question
    if question.type.interaction is Interaction.ENTRY:
        yield Loss.TYPED_DATES
    if any(len(group) > 1 for group in question.order):
        yield Loss.TIES
