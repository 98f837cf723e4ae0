"""What teachers type into the parts of a form that hold a key: read, and written as they would type it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Final

from questions.dates import DateValue
from questions.kinds import Interaction
from questions.question import GAP, Groups, Option, Pairs, Quantity, Question
from questions.regex import regex
from quizapp.bank.days import date_in
from quizapp.errors import N_, WrongField

MOST_LINES: Final = 12
LONGEST_TEXT: Final = 200
_TYPED_GAP: Final = regex(r"\[\[(.*?)\]\]", re.DOTALL)
_ALIKE: Final = "|"
_ARROW: Final = regex(r"\s*(?:->|→|=)\s*")
_NUMBER: Final = regex(r"[-+]?\d{1,15}(?:\.\d{1,10})?", re.ASCII)


def lines_in(field: str, text: str, *, fewest: int) -> list[str]:
    """The lines that hold something. Raises WrongField where there are too few or too many, or one is too long."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < fewest:
        raise WrongField(field, N_("At least %(count)s lines are needed here."), count=fewest)
    if len(lines) > MOST_LINES:
        raise WrongField(field, N_("There can be at most %(count)s lines."), count=MOST_LINES)
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_TEXT:
            raise WrongField(
                field, N_("Line %(number)s has more than %(count)s characters."), number=number, count=LONGEST_TEXT
            )
    return lines


def accepted_in(text: str) -> tuple[str, ...]:
    """The texts that are accepted, a line each. Raises WrongField for `accepted`."""
    return tuple(dict.fromkeys(lines_in("accepted", text, fewest=1)))


def date_of_key(text: str) -> DateValue:
    """The date that is the key. Raises WrongField for `date`."""
    date = date_in(text)
    if date is None:
        raise WrongField("date", N_("This cannot be read as a date. Write it as 1969-07-20, 1969-07 or 1969."))
    return date


def quantity_in(value: str, tolerance: str, unit: str) -> Quantity:
    """The number that is the key. Raises WrongField for `value` and `tolerance`."""
    return Quantity(
        value=_decimal("value", value), tolerance=_decimal("tolerance", tolerance or "0", least=Decimal(0)), unit=unit
    )


def _decimal(field: str, text: str, *, least: Decimal | None = None) -> Decimal:
    plain = text.strip().replace("\u2212", "-").replace(",", "")
    try:
        number = Decimal(plain) if _NUMBER.fullmatch(plain) else None
    except InvalidOperation:
        number = None
    if number is None or (least is not None and number < least):
        raise WrongField(field, N_("Please give a number, such as 3 or 2.5."))
    return number


def order_in(text: str) -> tuple[tuple[Option, ...], Groups]:
    """The items in their right order, a line each; those of one line may stand in either order.

    Raises WrongField for `items`.
    """
    groups: list[list[str]] = [
        [part.strip() for part in line.split(_ALIKE) if part.strip()] for line in lines_in("items", text, fewest=2)
    ]
    texts = [text for group in groups for text in group]
    _check_unlike("items", texts)
    if not all(groups):
        raise WrongField("items", N_("A line has no item."))
    names = iter(_names(len(texts)))
    order = tuple(tuple(next(names) for _text in group) for group in groups)
    options = tuple(Option(id=name, text=text) for name, text in zip(_names(len(texts)), texts, strict=True))
    return options, order


def pairs_in(text: str) -> tuple[tuple[Option, ...], Pairs]:
    """The items with their matches, a pair a line; a line with a match alone is one that belongs to nothing.

    Raises WrongField for `matches`.
    """
    items, matches, others = [], [], []
    for number, line in enumerate(lines_in("matches", text, fewest=2), start=1):
        item, *rest = _ARROW.split(line, maxsplit=1)
        match = rest[0].strip() if rest else ""
        if not match:
            raise WrongField(
                "matches", N_("Line %(number)s is no pair. Write an item, =, and its match."), number=number
            )
        if item.strip():
            items.append(item.strip())
            matches.append(match)
        else:
            others.append(match)
    if len(items) < 2:
        raise WrongField("matches", N_("At least two pairs are needed."))
    _check_unlike("matches", [*items, *matches, *others])
    count = len(items)
    names = _names(2 * count + len(others))
    texts = [*items, *matches, *others]
    options = tuple(Option(id=name, text=text) for name, text in zip(names, texts, strict=True))
    return options, tuple(zip(names[:count], names[count : 2 * count], strict=True))


def _check_unlike(field: str, texts: Sequence[str]) -> None:
    for place, text in enumerate(texts):
        if text in texts[:place]:
            raise WrongField(field, N_("“%(text)s” stands here twice."), text=text)


def _names(count: int) -> list[str]:
    return [f"o{place}" for place in range(1, count + 1)]


def cloze_in(text: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """The text of a cloze with its gaps numbered, and what is accepted in each. Raises WrongField for `stem`."""
    gaps = []
    for match in _TYPED_GAP.finditer(text):
        accepted = tuple(dict.fromkeys(part.strip() for part in match[1].split(_ALIKE) if part.strip()))
        if not accepted:
            raise WrongField("stem", N_("A gap holds no answer. Write it between its brackets."))
        gaps.append(accepted)
    if not gaps:
        raise WrongField("stem", N_("There is no gap yet. Write an answer in double brackets, such as [[2008]]."))
    if len(gaps) > MOST_LINES:
        raise WrongField("stem", N_("There can be at most %(count)s gaps."), count=MOST_LINES)
    numbers = iter(range(1, len(gaps) + 1))
    return _TYPED_GAP.sub(lambda _match: f"[[{next(numbers)}]]", text), tuple(gaps)


def cloze_text(question_stem: str, gaps: Sequence[Sequence[str]]) -> str:
    """The text of a cloze as a teacher types it."""
    return GAP.sub(lambda match: f"[[{_ALIKE.join(gaps[int(match[1]) - 1])}]]", question_stem)


def order_text(options: Iterable[Option], order: Groups) -> str:
    """An order as a teacher types it."""
    texts = {option.id: option.text for option in options}
    return "\n".join(f" {_ALIKE} ".join(texts[name] for name in group) for group in order)


def pairs_text(options: Iterable[Option], pairs: Pairs) -> str:
    """Pairs as a teacher types them."""
    texts = {option.id: option.text for option in options}
    paired = {name for pair in pairs for name in pair}
    lines = [f"{texts[first]} = {texts[second]}" for first, second in pairs]
    return "\n".join([*lines, *(f"= {text}" for name, text in texts.items() if name not in paired)])


def reads_as_typed(question: Question) -> bool:
    """Whether the form would read the question's key as it shows it.

    It would not where a text holds what stands between texts there, as an imported one may: ``1 + 1 = 2`` in a pair.
    """
    options, kind = question.options, question.type.interaction
    try:
        if kind is Interaction.ORDER:
            return _ordered(*order_in(order_text(options, question.order))) == _ordered(options, question.order)
        if kind is Interaction.MATCH:
            return _paired(*pairs_in(pairs_text(options, question.pairs))) == _paired(options, question.pairs)
        if kind is Interaction.CLOZE:
            return cloze_in(cloze_text(question.stem, question.gaps)) == (question.stem, question.gaps)
        if kind is Interaction.TEXT:
            return accepted_in("\n".join(question.accepted)) == question.accepted
    except WrongField:
        return True  # the form says what is wrong, and changes nothing
    return True


def _ordered(options: Iterable[Option], order: Groups) -> list[list[str]]:
    texts = {option.id: option.text for option in options}
    return [sorted(texts[name] for name in group) for group in order]


def _paired(options: Iterable[Option], pairs: Pairs) -> tuple[list[tuple[str, str]], list[str]]:
    texts = {option.id: option.text for option in options}
    return [(texts[first], texts[second]) for first, second in pairs], sorted(texts.values())
