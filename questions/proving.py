"""Whether the dates of a question's facts prove its key, and prove its other options wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise

from questions.dates import DateValue, Granularity
from questions.fact import Fact
from questions.question import Duration, Interaction, Option, Question, QuestionType, TimeUnit
from questions.speech import say_date, say_when


def is_proved(question: Question, facts: Sequence[Fact]) -> bool:
    """Whether the facts that a generated question names prove its key by their dates.

    True for a question whose key is no matter of dates: who, where, how many, which reference.
    """
    dates = {fact.id: fact.date.value for fact in facts}
    if not dates.keys() >= set(question.fact_ids):
        return False
    if question.type is QuestionType.DATE_CHOICE:
        return _says(question, dates[question.fact_ids[0]])
    if question.type in (QuestionType.EVENT_CHOICE, QuestionType.WHICH_OF):
        return _tells_apart(question, dates)
    return {
        Interaction.ENTRY: lambda: question.date == dates[question.fact_ids[0]],
        Interaction.NUMBER: lambda: _lasts(question, dates),
        Interaction.ORDER: lambda: _is_ordered(question, dates),
        Interaction.MATCH: lambda: _is_matched(question, dates),
    }.get(question.type.interaction, lambda: _is_earlier(question, dates))()


def _says(question: Question, value: DateValue) -> bool:
    rights = [option.text for option in question.options if option.correct]
    return rights == [say_date(value, question.language)]


def _tells_apart(question: Question, dates: Mapping[str, DateValue]) -> bool:
    """Whether the right events lie within the time asked about, and the wrong ones overlap none of it."""
    rights, wrongs = (_dates_of(question, dates, correct=correct) for correct in (True, False))
    apart = not any(right.overlaps(wrong) for right in rights for wrong in wrongs)
    if question.type is QuestionType.WHICH_OF:
        return apart and bool(rights) and _is_a_time_of_all(question, rights, wrongs)
    return apart and len(rights) == 1 and say_when(rights[0], question.language) in question.stem


def _is_a_time_of_all(question: Question, rights: Sequence[DateValue], wrongs: Sequence[DateValue]) -> bool:
    """Whether the stem names a year, decade or century that holds all the right dates and none of the wrong ones."""
    year = f"{rights[0].earliest.year:04d}" if rights[0].earliest else ""
    periods = [DateValue(year), DateValue(year[:3] + "X"), DateValue(year[:2] + "XX")] if len(year) == 4 else []
    return any(
        say_when(period, question.language) in question.stem
        and all(period.contains(right) for right in rights)
        and not any(period.overlaps(wrong) for wrong in wrongs)
        for period in periods
    )


def _dates_of(question: Question, dates: Mapping[str, DateValue], *, correct: bool) -> list[DateValue]:
    return [dates[option.fact_id] for option in question.options if option.correct is correct and option.fact_id]


def _is_earlier(question: Question, dates: Mapping[str, DateValue]) -> bool:
    if question.type is not QuestionType.EARLIER:
        return True
    (right,), wrongs = (_dates_of(question, dates, correct=correct) for correct in (True, False))
    return all(right.is_before(wrong) for wrong in wrongs)


def _is_ordered(question: Question, dates: Mapping[str, DateValue]) -> bool:
    """Whether each group lies wholly before the next, and those of one group have one date."""
    value = {option.id: dates[option.fact_id] for option in question.options if option.fact_id}
    equal = all(len({str(value[name]) for name in group}) == 1 for group in question.order)
    return equal and all(
        value[first].is_before(value[second])
        for one, other in pairwise(question.order)
        for first in one
        for second in other
    )


def _is_matched(question: Question, dates: Mapping[str, DateValue]) -> bool:
    """Whether every item has its own date, and no two dates overlap."""
    options = {option.id: option for option in question.options}
    value = {first: _date(options[first], dates) for first, _ in question.pairs}
    said = all(options[second].text == _said(value[first], question) for first, second in question.pairs)
    known = [one for one in value.values() if one is not None]
    return said and not any(first.overlaps(second) for first, second in combinations(known, 2))


def _date(option: Option, dates: Mapping[str, DateValue]) -> DateValue | None:
    return dates.get(option.fact_id or "")


def _said(value: DateValue | None, question: Question) -> str | None:
    return None if value is None else say_date(value, question.language)


def _lasts(question: Question, dates: Mapping[str, DateValue]) -> bool:
    first, second = (dates[name] for name in question.fact_ids)
    return question.duration is not None and question.duration in lengths_between(first, second)


def lengths_between(first: DateValue, second: DateValue) -> tuple[Duration, ...]:
    """The lengths of time from one date to a later one that both prove: in days, in calendar months, in years.

    Days from two days, months from two dates that give a month, years from any two that give a year of one era.
    """
    start, end = first.earliest, second.earliest
    exact = (Granularity.YEAR, Granularity.MONTH, Granularity.DAY)
    if start is None or end is None or not first.is_before(second) or first.is_interval or second.is_interval:
        return ()
    if first.granularity not in exact or second.granularity not in exact or (start.year > 0) is not (end.year > 0):
        return ()
    coarser = min(first.granularity, second.granularity)
    years, months = end.year - start.year, (end.year - start.year) * 12 + end.month - start.month
    lengths = [(Granularity.YEAR, years, TimeUnit.YEAR), (Granularity.MONTH, months, TimeUnit.MONTH)]
    if start.year > 0:
        lengths.append((Granularity.DAY, date(*end).toordinal() - date(*start).toordinal(), TimeUnit.DAY))
    return tuple(Duration(number=number, unit=unit) for level, number, unit in lengths if coarser >= level)
