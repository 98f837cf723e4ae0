"""A mention and the anchor before it → a date whose value the text fixes, or the reason why it does not.

A year and a month are carried on within a paragraph, from the last date that anchors. A carried year is given up
when the expression would lie before its anchor: the story may have gone into another year.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from questions.dates import DateValue, Day, days_in_month, edtf_text
from questions.document import DateExpression
from questions.expressions.mention import Mention, Moment, Opening, Step, Unit
from questions.expressions.surroundings import only_then

NO_YEAR = "No year stands before it in its paragraph."
NO_MONTH = "No month stands before it in its paragraph."
WHICH_CENTURY = "Its century is not certain."
NO_ANCHOR = "No date that it could count from stands before it in its paragraph."
GOES_BACK = "It is earlier than the date that would give its year."
COARSE_ANCHOR = "The date that it counts from is not given exactly enough."
NO_SUCH_DAY = "The calendar has no such date."
LUNAR = "Its month and day are those of the lunar calendar."
JULIAN = "It is a date of the Julian calendar."
EARLIER = "It tells of a time before the date that would give its year."
CYCLE = "A year of this name comes back every sixty years."


LAST_LUNAR_YEAR = 1911
"""The last year in which China counted months by the lunar calendar."""


class Unsettled(Exception):
    """The text does not fix the date; the message is the reason."""


@dataclass(frozen=True, kw_only=True)
class Anchor:
    """The date from which later expressions take what they leave out; `digits` of the year are known.

    `since` is the month and the day, 0 where not given, of the last date that gave the year itself.
    """

    year: int
    month: int | None = None
    day: int | None = None
    digits: int = 4
    since: tuple[int, int] | None = None


@dataclass(frozen=True, kw_only=True)
class Settled:
    """A moment with everything the text gives; `inferred` names what came from the anchor."""

    moment: Moment
    inferred: tuple[str, ...] = ()


def settled_mention(mention: Mention, anchor: Anchor | None) -> tuple[Settled, Settled | None]:
    """A mention's moments with what the anchor gives; raises Unsettled with the reason where it does not."""
    if mention.reason:
        raise Unsettled(mention.reason)
    first = settle(mention.first, anchor)
    if mention.last is None:
        return first, None
    last = settle(mention.last, anchor_from(first.moment))
    inferred = () if mention.first.year is not None else last.inferred
    return first, replace(last, inferred=inferred)


def anchor_from(moment: Moment) -> Anchor:
    """What a settled moment gives to those after it."""
    assert moment.year is not None  # a settled moment has a year
    month = moment.month if moment.month is not None and moment.month <= 12 else None
    return Anchor(year=moment.year, month=month, day=moment.day, digits=moment.digits)


def with_origin(anchor: Anchor, before: Anchor | None) -> Anchor:
    """The anchor with when its year was last given: by itself, or before where it took the year from there."""
    if before is None:
        since: tuple[int, int] | None = (anchor.month or 0, anchor.day or 0)
    else:
        since = before.since if before.year == anchor.year else None
    return Anchor(year=anchor.year, month=anchor.month, day=anchor.day, digits=anchor.digits, since=since)


def settle(moment: Moment, anchor: Anchor | None) -> Settled:
    """The moment with its year; raises Unsettled with the reason where the anchor does not give it."""
    if moment.step is not None:
        return _stepped(moment, moment.step, anchor)
    if moment.cycle is not None:
        return _year_of_cycle(moment.cycle, anchor)
    if moment.needs_century:
        return _decade_of_anchor(moment, anchor)
    if moment.year is not None:
        return Settled(moment=moment)
    if moment.month is not None:
        return _month_of_anchor(moment, anchor)
    return _day_of_anchor(moment, anchor)


def _year_of_cycle(place: int, anchor: Anchor | None) -> Settled:
    """庚申年 beside 1851 is 1860: the year of this name is certain where one lies near the anchor."""
    if anchor is None or anchor.digits < 4:
        raise Unsettled(CYCLE)
    away = (place - (anchor.year - 4) + 30) % 60 - 30
    if abs(away) > _NEAR_IN_CYCLE:
        raise Unsettled(CYCLE)
    return Settled(moment=Moment(year=anchor.year + away), inferred=("year",))


_NEAR_IN_CYCLE = 10  # years


def _decade_of_anchor(moment: Moment, anchor: Anchor | None) -> Settled:
    """90年代 alone is the twentieth century's; beside a date of another time it may be either."""
    assert moment.year is not None
    modern = anchor is None or anchor.year >= 1950
    if anchor is not None and not modern and (anchor.year < 1000 or moment.year < anchor.year % 100 // 10 * 10):
        raise Unsettled(WHICH_CENTURY)
    century = 1900 if anchor is None or modern else anchor.year // 100 * 100
    return Settled(moment=replace(moment, year=century + moment.year, needs_century=False), inferred=("year",))


def _month_of_anchor(moment: Moment, anchor: Anchor | None) -> Settled:
    assert moment.month is not None
    if anchor is None or anchor.digits < 4:
        raise Unsettled(NO_YEAR)
    if moment.may_be_lunar and anchor.year <= LAST_LUNAR_YEAR:
        raise Unsettled(LUNAR)
    if anchor.month is not None and moment.month <= 12:
        here, there = (anchor.month, anchor.day or 0), (moment.month, moment.day or 31)
        if there < here and not (moment.day and _steps_back(anchor, there)):
            raise Unsettled(GOES_BACK)
    return Settled(moment=replace(moment, year=anchor.year), inferred=("year",))


def _steps_back(anchor: Anchor, there: tuple[int, int]) -> bool:
    """7 November 1973 … in December … on 22 November: back from a whole month, not on to the next year."""
    assert anchor.month is not None
    near = anchor.day is None and anchor.month - there[0] <= _SHORT_STEP
    return near and anchor.since is not None and anchor.since[0] > 0 and anchor.since <= there


_SHORT_STEP = 1  # months


def _day_of_anchor(moment: Moment, anchor: Anchor | None) -> Settled:
    assert moment.day is not None
    if anchor is None or anchor.month is None:
        raise Unsettled(NO_MONTH)
    if anchor.day is not None and moment.day < anchor.day:
        raise Unsettled(GOES_BACK)
    return Settled(moment=replace(moment, year=anchor.year, month=anchor.month), inferred=("year", "month"))


def _stepped(moment: Moment, step: Step, anchor: Anchor | None) -> Settled:
    if anchor is None:
        raise Unsettled(NO_ANCHOR)
    if anchor.digits < 4 or (step.unit is Unit.MONTH and anchor.month is None):
        raise Unsettled(COARSE_ANCHOR)
    if step.unit in (Unit.DAY, Unit.WEEK):
        return _days_on(step, anchor)
    if step.unit is Unit.MONTH:
        assert anchor.month is not None
        years, month = divmod(anchor.month - 1 + step.count, 12)
        moved = replace(moment, year=anchor.year + years, month=month + 1, step=None)
        return Settled(moment=moved, inferred=("year", "month"))
    year = anchor.year + step.count
    if moment.may_be_lunar and year <= LAST_LUNAR_YEAR:
        return Settled(moment=Moment(year=year), inferred=("year",))
    return Settled(moment=replace(moment, year=year, step=None), inferred=("year",))


def _days_on(step: Step, anchor: Anchor) -> Settled:
    if anchor.day is None or anchor.month is None:
        raise Unsettled(COARSE_ANCHOR)
    days = step.count * (7 if step.unit is Unit.WEEK else 1)
    there = days_after(Day(anchor.year, anchor.month, anchor.day), days)
    return Settled(moment=Moment(year=there.year, month=there.month, day=there.day), inferred=("year", "month", "day"))


def days_after(day: Day, count: int) -> Day:
    """The day so many days later (earlier where negative), in any astronomical year."""
    year, month, number = day.year, day.month, day.day + count
    while number < 1:
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
        number += days_in_month(year, month)
    while number > days_in_month(year, month):
        number -= days_in_month(year, month)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return Day(year, month, number)


_value = lru_cache(maxsize=4096)(DateValue)  # a text has the same years again and again


def expression_of(text: str, mention: Mention, first: Settled, last: Settled | None) -> DateExpression:
    """The date of a settled mention; raises Unsettled where the calendar has no such date."""
    try:
        value = _value(_interval(_at_its_time(text, mention), first.moment, last.moment if last else None))
    except ValueError:
        raise Unsettled(NO_SUCH_DAY) from None
    return DateExpression(
        start=mention.start,
        end=mention.end,
        text=text[mention.start : mention.end],
        value=value,
        inferred=first.inferred,
        modifier=mention.modifier if last is None or mention.modifier in _BESIDE else None,
    )


def _at_its_time(text: str, mention: Mention) -> Mention:
    """The mention, not left open where "until" says when something happened at last."""
    until = mention.opening is Opening.UNTIL and only_then(text, mention.start, mention.end)
    return replace(mention, opening=None) if until else mention


_BESIDE = ("before", "after")  # what a range can have; early or late may be one of its ends


def _interval(mention: Mention, first: Moment, last: Moment | None) -> str:
    mark = "~" if mention.approximate else ""
    text = edtf_of(first) + mark
    if last is not None:
        return f"{_in_years(first, text, 0)}/{_in_years(last, edtf_of(last) + mark, -1)}"
    if first.digits < 4:
        return text  # "since the 1920s" begins within them; EDTF opens no decade
    if mention.opening is Opening.SINCE:
        return f"{text}/.."
    return f"../{text}" if mention.opening is Opening.UNTIL else text


def _in_years(moment: Moment, text: str, end: int) -> str:
    """The end of an interval; of a century before Christ its first or last year, since EDTF has no such interval."""
    assert moment.year is not None
    if moment.digits == 4 or moment.year >= 0:
        return text
    day = (DateValue(edtf_of(moment)).earliest, DateValue(edtf_of(moment)).latest)[end]
    assert day is not None
    return edtf_text(day.year) + text.removeprefix(edtf_of(moment))


def edtf_of(moment: Moment) -> str:
    """The EDTF text of a settled moment."""
    assert moment.year is not None
    if moment.digits == 4:
        return edtf_text(moment.year, moment.month, moment.day)
    digits = f"{abs(moment.year):04d}"[: moment.digits]
    return f"{'-' if moment.year < 0 else ''}{digits:X<4}"
