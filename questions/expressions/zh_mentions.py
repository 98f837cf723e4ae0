"""From the groups of a Chinese rule's match to a mention: what all readings share."""

from __future__ import annotations

import re

from questions.expressions import zh_words as words
from questions.expressions.mention import Mention, Moment, Opening, Step, Unit
from questions.expressions.numerals import chinese_number
from questions.regex import regex

EVERY_YEAR = "It comes back every year."


# A year before one of these is part of a name: 1839年《倫敦條約》, 1871年條約的改約案.
_NAMED_BY_YEAR = regex("[《〈]|(?:條約|条约|協定|协定|協議|协议|憲法|宪法|公約|公约|法案|議定書|议定书)的")


def number_of(text: str | None) -> int | None:
    """The value of a group's numeral, if the group took part in the match."""
    return chinese_number(text) if text else None


def _year(match: re.Match[str], n: str) -> int:
    year = chinese_number(match["y" + n].replace(",", ""))
    return 1 - year if match["bc" + n] else year


def calendar_moment(match: re.Match[str], n: str) -> Moment:
    """The moment of the groups of `calendar(n)`."""
    season = match["season" + n]
    month = words.SEASONS[season[0]] if season else number_of(match["m" + n])
    return Moment(year=_year(match, n), month=month, day=number_of(match["d" + n]))


def range_end(match: re.Match[str], n: str) -> Moment | None:
    """The moment of the groups of `rest_of_range(n)`, if they took part in the match."""
    groups = match.groupdict()
    if groups["y" + n]:
        return calendar_moment(match, n)
    if groups["mm" + n]:
        step = Step(unit=Unit.YEAR, count=words.RELATIVE_YEARS[groups["step" + n]]) if groups["step" + n] else None
        return Moment(month=number_of(groups["mm" + n]), day=number_of(groups["dd" + n]), step=step)
    return Moment(day=number_of(groups["ddd" + n])) if groups["ddd" + n] else None


def seen(match: re.Match[str], first: Moment, last: Moment | None = None, part: str | None = None) -> Mention:
    """A mention of the whole match, with what its groups say of approximation, openness and recurrence."""
    groups = match.groupdict()
    opening = Opening.SINCE if groups.get("since") else Opening.UNTIL if groups.get("until") and not last else None
    modifier = words.MODIFIERS.get(part or "")
    modifier = "before" if groups.get("before") else "after" if groups.get("after") else modifier
    return Mention(
        start=match.start(),
        end=match.end(),
        first=first,
        last=last,
        approximate=bool(groups.get("about") or groups.get("around")) and not opening,
        opening=opening if last is None else None,
        modifier=modifier,
        anchors=_NAMED_BY_YEAR.match(match.string, match.end()) is None,
        reason=EVERY_YEAR if groups.get("every") else None,
    )
