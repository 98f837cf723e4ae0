"""GIFT, the text format of Moodle (https://docs.moodle.org/en/GIFT_format): written here, read in `gift_reading`.

GIFT has no order: events to put in order are written as a matching question whose matches are the places 1, 2, 3,
events of equal date having the same. A typed date is a short answer with its accepted forms, its month and year
earning what they earn here. What GIFT has no field for stands in a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from questions.exchange.companion import Companion
from questions.exchange.evidence import evidence_text
from questions.exchange.item import Item, LeftOut, Loss
from questions.exchange.typed_forms import typed_forms
from questions.question import Interaction, Option, Question
from questions.regex import regex

MARK = "// footnote "
TOP = "top"
"""The category that a bank begins with."""

_SPECIAL = regex(r"[\\~=#{}:]")
_PLAIN_NAME = regex(r"[\w.-]+", re.ASCII)
_TITLE = 60


def write_gift(items: Sequence[Item]) -> tuple[str, list[LeftOut]]:
    """The items as GIFT, and what it has no place for."""
    blocks: list[str] = []
    category = ""
    for item in items:
        if item.category != category:
            category = item.category
            blocks.append(f"$CATEGORY: {category or TOP}\n")
        blocks.append("\n".join(_block(item)) + "\n")
    losses = [LeftOut(item=number, loss=loss) for number, item in enumerate(items, 1) for loss in gift_losses(item)]
    return "\n".join(blocks), losses


def _block(item: Item) -> Iterator[str]:
    question = item.question
    named = f"[id:{question.id}] " if _PLAIN_NAME.fullmatch(question.id) else ""
    yield f"// {named}{' '.join(f'[tag:{tag}]' for tag in tags(question))}"
    yield MARK + Companion.of(question, paired_order(question), remarks=_hides_remarks(question)).to_json()
    yield f"::{escaped(question.stem[:_TITLE])}::[plain]{escaped(question.stem)}{{"
    yield from (f"\t{line}" for line in _answers(question))
    below = evidence_text(item)
    if below:
        yield f"\t####{_led(below)}"
    yield "}"


def tags(question: Question) -> Sequence[str]:
    """The question's type and language, and what its number counts."""
    unit = (str(question.duration.unit),) if question.duration else ()
    return (str(question.type), str(question.language), *unit)


def escaped(text: str) -> str:
    """The text with GIFT's own marks and line ends escaped."""
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", "\\n")


def _led(text: str) -> str:
    """The text, said to be plain where its beginning would be read as a format or a weight."""
    return f"[plain]{escaped(text)}" if text.startswith(("[", "%")) else escaped(text)


def _hides_remarks(question: Question) -> bool:
    return question.type.interaction not in (Interaction.CHOICE, Interaction.SEVERAL)


def paired_order(question: Question) -> Sequence[Option]:
    """The options as they are listed: those of pairs item by item, match by match, and then what matches nothing."""
    if not question.pairs:
        return question.options
    options = {option.id: option for option in question.options}
    firsts, seconds = zip(*question.pairs, strict=True)
    listed = (*firsts, *seconds)
    rest = (option for option in question.options if option.id not in listed)
    return [*(options[name] for name in listed), *rest]


def _answers(question: Question) -> Iterator[str]:
    match question.type.interaction:
        case Interaction.CHOICE:
            yield from (f"{'=' if option.correct else '~'}{_option(option)}" for option in question.options)
        case Interaction.SEVERAL:
            yield from (f"~%{percent(question, option)}%{_option(option)}" for option in question.options)
        case Interaction.ENTRY if question.date:
            for form in typed_forms(question.date):
                yield f"={'' if form.share == 1 else f'%{percentage(float(form.share))}%'}{_led(form.text)}"
        case Interaction.NUMBER if question.duration:
            yield f"#{question.duration.number}"
        case Interaction.NUMBER if question.quantity:
            yield f"#{question.quantity.value}:{question.quantity.tolerance}"
        case Interaction.TEXT:
            yield from (f"={_led(text)}" for text in question.accepted)
        case Interaction.ORDER:
            ranks = {name: rank for rank, group in enumerate(question.order, 1) for name in group}
            yield from (f"={_part(option.text)} -> {ranks[option.id]}" for option in question.options)
        case Interaction.MATCH:
            yield from _pairs(question)


def _option(option: Option) -> str:
    return _led(option.text) + (f"#{_led(option.feedback)}" if option.feedback else "")


def _part(text: str) -> str:
    return _led(text.replace("->", "→"))


def _pairs(question: Question) -> Iterator[str]:
    count = len(question.pairs)
    texts = [option.text.replace("->", "→") for option in paired_order(question)]
    for first, second in zip(texts[:count], texts[count : 2 * count], strict=True):
        yield f"={_led(first)} -> {escaped(second)}"
    yield from (f"= -> {escaped(extra)}" for extra in texts[2 * count :])


def percent(question: Question, option: Option) -> str:
    """What choosing an option of several adds to the mark or takes from it, as Moodle lists shares."""
    rights = len(question.right_ids)
    share = 1 / rights if option.correct else -1 / (len(question.options) - rights)
    return percentage(share)


def percentage(share: float) -> str:
    """A share as Moodle writes it: at most five decimals, none that say nothing."""
    return f"{100 * share:.5f}".rstrip("0").rstrip(".")


def gift_losses(item: Item) -> Iterator[Loss]:
    """What GIFT has no place for."""
    question = item.question
    if question.type.interaction is Interaction.ENTRY:
        yield Loss.TYPED_DATES
    paired = question.type.interaction in (Interaction.ORDER, Interaction.MATCH)
    if paired and any("->" in option.text for option in question.options):
        yield Loss.ARROW
