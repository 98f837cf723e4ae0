"""What a response is worth. A mark is an exact fraction from 0 to 1 together with the arithmetic that led to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias

from questions.dates import DateValue, Granularity
from questions.question import Duration, Groups, Interaction, Pairs, Question
from questions.typed_marks import FilledGaps, GapsPart, QuantityPart, TextPart, TypedText, mark_gaps, mark_text


@dataclass(frozen=True, kw_only=True)
class ChosenOptions:
    """The ids of the options that were chosen, one or several; empty where nothing was."""

    ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class OrderedOptions:
    """Option ids from earliest to latest as the student put them; those left out earn nothing."""

    ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TypedDate:
    """The date that the student typed, as it was read."""

    value: DateValue


@dataclass(frozen=True, kw_only=True)
class MatchedOptions:
    """Pairs of ids of an item and of its match, as the student put them; items left out earn nothing."""

    pairs: Pairs


@dataclass(frozen=True, kw_only=True)
class TypedNumber:
    """The number that the student typed, as it was read."""

    value: Fraction


Response: TypeAlias = ChosenOptions | OrderedOptions | MatchedOptions | TypedDate | TypedNumber | TypedText | FilledGaps


@dataclass(frozen=True, kw_only=True)
class ChoicePart:
    """Whether the right option was chosen; `answered` is False where none was."""

    answered: bool
    correct: bool

    @property
    def fraction(self) -> Fraction:
        return Fraction(self.correct)


@dataclass(frozen=True, kw_only=True)
class SeveralPart:
    """How many of the right options were chosen, and how many of the wrong ones."""

    right: int
    rights: int
    wrong: int
    wrongs: int

    @property
    def fraction(self) -> Fraction:
        """Each right option earns its share and each wrong one takes its own: choosing all is worth nothing."""
        earned = Fraction(self.right, self.rights) - Fraction(self.wrong, self.wrongs)
        return max(earned, Fraction(0))


@dataclass(frozen=True, kw_only=True)
class MatchPart:
    """How many of the items have their match."""

    right: int
    pairs: int

    @property
    def fraction(self) -> Fraction:
        return Fraction(self.right, self.pairs)


@dataclass(frozen=True, kw_only=True)
class DurationPart:
    """Whether the number that was typed is that of the key, which is `wanted`."""

    given: Fraction
    wanted: Duration

    @property
    def fraction(self) -> Fraction:
        return Fraction(self.given == self.wanted.number)


@dataclass(frozen=True, kw_only=True)
class OrderPart:
    """How many of the pairs whose order the source proves stand in that order; `ties` are the pairs it leaves open."""

    right: int
    proved: int
    ties: int

    @property
    def fraction(self) -> Fraction:
        return Fraction(self.right, self.proved) if self.proved else Fraction(1)


@dataclass(frozen=True, kw_only=True)
class DatePart:
    """How far a typed date agrees with the source's: exactly to `reached` (None: not at all), of the source's `full`.

    `finer` says that the response is more exact than the source; the excess is neither required nor rewarded.
    `end` is 0 for the beginning of a range, 1 for its end, None for a single date.
    """

    full: Granularity
    reached: Granularity | None
    finer: bool
    end: int | None = None

    @property
    def fraction(self) -> Fraction:
        if self.reached is None:
            return Fraction(0)
        return min(_WORTH[self.reached] / _WORTH[self.full], Fraction(1))


MarkPart: TypeAlias = (
    ChoicePart | SeveralPart | OrderPart | MatchPart | DatePart | DurationPart | QuantityPart | TextPart | GapsPart
)

# What agreeing to a year, a month and a day is worth when the source gives a day. A source that gives less divides
# by its own worth: of a month-precise date the year is worth 1/2 ÷ 3/4 = 2/3 and the month 1.
_WORTH = {
    Granularity.CENTURY: Fraction(1, 2),
    Granularity.DECADE: Fraction(1, 2),
    Granularity.YEAR: Fraction(1, 2),
    Granularity.SEASON: Fraction(3, 4),
    Granularity.MONTH: Fraction(3, 4),
    Granularity.DAY: Fraction(1),
}


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A mark as an exact fraction in [0, 1], the mean of its parts (a range of dates has two, all else one)."""

    parts: tuple[MarkPart, ...]

    @property
    def fraction(self) -> Fraction:
        return sum((part.fraction for part in self.parts), Fraction(0)) / len(self.parts)


def mark(question: Question, response: Response) -> Mark:
    """What the response is worth.

    A choice is right or not. Of a choice of several each right option earns its share, and each wrong one takes away
    its share of the wrong ones, down to 0. Of matching each item earns its share. A number is right or not. An order
    earns the share of the pairs whose order the source proves; pairs of equal or overlapping dates are never counted.
    A date earns, cumulatively, for the year ½, for year and month ¾, for all 1, divided by what the source's own
    precision is worth; of a decade or century any date within it earns 1. Of a range each end earns half, of a range
    open at one end the other end earns all.

    Raises ValueError with a sentence when the response does not fit the question.
    """
    match question.type.interaction, response:
        case Interaction.CHOICE, ChosenOptions(ids=ids):
            return Mark(parts=(_mark_choice(question, ids),))
        case Interaction.SEVERAL, ChosenOptions(ids=ids):
            return Mark(parts=(_mark_several(question, ids),))
        case Interaction.ORDER, OrderedOptions(ids=ids):
            return Mark(parts=(_mark_order(question, ids),))
        case Interaction.MATCH, MatchedOptions(pairs=pairs):
            return Mark(parts=(_mark_match(question, pairs),))
        case Interaction.ENTRY, TypedDate(value=value) if question.date is not None:
            return Mark(parts=_mark_date(question.date, value))
        case Interaction.NUMBER, TypedNumber(value=number) if question.duration is not None:
            return Mark(parts=(DurationPart(given=number, wanted=question.duration),))
        case Interaction.NUMBER, TypedNumber(value=number) if question.quantity is not None:
            return Mark(parts=(QuantityPart(given=number, wanted=question.quantity),))
        case Interaction.TEXT, TypedText() as words:
            return Mark(parts=(mark_text(question, words),))
        case Interaction.CLOZE, FilledGaps() as filled:
            return Mark(parts=(mark_gaps(question, filled),))
    raise ValueError("This answer does not fit the type of the question.")


def _check_ids(question: Question, ids: Sequence[str]) -> None:
    known = {option.id for option in question.options}
    for name in ids:
        if name not in known:
            raise ValueError(f"The question has no option {name!r}.")
    if len(set(ids)) != len(ids):
        raise ValueError("An option can be given only once.")


def _mark_choice(question: Question, ids: Sequence[str]) -> ChoicePart:
    _check_ids(question, ids)
    if len(ids) > 1:
        raise ValueError("Only one option can be chosen.")
    return ChoicePart(answered=bool(ids), correct=tuple(ids) == question.right_ids)


def _mark_several(question: Question, ids: Sequence[str]) -> ChoicePart | SeveralPart:
    _check_ids(question, ids)
    if not ids:
        return ChoicePart(answered=False, correct=False)
    rights = set(question.right_ids)
    right = len(rights.intersection(ids))
    return SeveralPart(
        right=right, rights=len(rights), wrong=len(ids) - right, wrongs=len(question.options) - len(rights)
    )


def _mark_match(question: Question, pairs: Pairs) -> MatchPart:
    items, matches = ({option.id for option in side} for side in (question.items, question.matches))
    firsts = [first for first, _ in pairs]
    if not items.issuperset(firsts) or not matches.issuperset(second for _, second in pairs):
        raise ValueError("A pair is an item of the question and one of its matches.")
    if len(set(firsts)) != len(firsts):
        raise ValueError("An item has only one match.")
    return MatchPart(right=len(set(pairs) & set(question.pairs)), pairs=len(question.pairs))


def _mark_order(question: Question, ids: Sequence[str]) -> OrderPart:
    _check_ids(question, ids)
    place = {name: index for index, name in enumerate(ids)}
    pairs = _proved_pairs(question.order)
    right = sum(first in place and second in place and place[first] < place[second] for first, second in pairs)
    total = len(question.options) * (len(question.options) - 1) // 2
    return OrderPart(right=right, proved=len(pairs), ties=total - len(pairs))


def _proved_pairs(order: Groups) -> list[tuple[str, str]]:
    return [(first, second) for earlier, later in combinations(order, 2) for first in earlier for second in later]


def _mark_date(source: DateValue, given: DateValue) -> tuple[DatePart, ...]:
    sources = source.edtf.split("/")
    givens = given.edtf.split("/")
    if len(sources) == 1:
        return (_date_part(source, given, None),)
    pairs = zip(sources, givens * 2 if len(givens) == 1 else givens, strict=False)
    return tuple(
        _date_part(DateValue(wanted), None if answer == ".." else DateValue(answer), index)
        for index, (wanted, answer) in enumerate(pairs)
        if wanted != ".."
    )


def _date_part(source: DateValue, given: DateValue | None, end: int | None) -> DatePart:
    full = source.granularity
    reached = max((level for level in _levels(source) if given and _agrees(source, given, level)), default=None)
    return DatePart(full=full, reached=reached, finer=given is not None and given.granularity > full, end=end)


def _levels(source: DateValue) -> tuple[Granularity, ...]:
    """The granularities at which an answer can agree with the source, coarsest first, ending with the source's own."""
    coarser = [level for level in (Granularity.YEAR, Granularity.MONTH) if level < source.granularity]
    if source.granularity is Granularity.SEASON:
        coarser = [Granularity.YEAR]
    return (*coarser, source.granularity)


def _agrees(source: DateValue, given: DateValue, level: Granularity) -> bool:
    wanted = source if level is source.granularity else source.at(level)
    return wanted.contains(given)
