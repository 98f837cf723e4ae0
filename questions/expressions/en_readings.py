"""What a match of each English rule says; None where it is no date after all."""

from __future__ import annotations

import re
from dataclasses import replace

from questions.calendar_forms import MONTH_PATTERN, month_number
from questions.expressions import en_words as words
from questions.expressions.en_years import counts_something, reads_as_year
from questions.expressions.mention import Mention, Moment, Opening, Step, Unit, is_lifetime
from questions.expressions.numerals import english_number
from questions.regex import regex

EVERY_YEAR = "It comes back every year."
DAY_OR_MONTH = "Its day and its month may be either way round."
DECADE_OR_CENTURY = "It may be a decade or a century."
ROUGH = "It is given only roughly."
_APPROXIMATE = regex(
    r"(?:\b(?:c\.|ca\.|circa|about|around|approximately|roughly|probably)\s?|~)(?:the year )?$", re.IGNORECASE
)
_SINCE = regex(r"\bsince (?:the )?(?:early |late |mid-?)?$", re.IGNORECASE)
_UNTIL = regex(r"\b(?:until|till|up to|as of) (?:the )?(?:early |late |mid-?)?$", re.IGNORECASE)
_EVERY = regex(r"\b(?:every|each)(?: year)?(?: on| in)? (?:the )?$", re.IGNORECASE)
_MODIFIER = regex(rf"\b({'|'.join(sorted(words.MODIFIERS, key=len, reverse=True))})[\s-](?:the )?$", re.IGNORECASE)
_ROUGHLY = regex(
    r"\b(?:about|around|almost|nearly|over|some|than|least|most|roughly|approximately|within|or) $", re.IGNORECASE
)
_EVERY_YEAR_AFTER = regex(r",? (?:of )?(?:each|every) year\b")
_HINT = regex(  # whether one of these is worth a look
    r"c\.|ca|about|around|approx|roughly|probably|~|since|until|till|up to|as of|early|late|mid|start|begin|turn"
    r"|end|half|quarter|third|decade|years|before|prior|pre|after|post",
    re.IGNORECASE,
)
_NAMED = regex(r"\b(?:the|a|an|its|his|her|their) $", re.IGNORECASE)
_NAME_OF = regex(r"\b(?:[A-Z]\w+ of|Act|Bill|Constitution|Treaty) $")  # Treaty of 1839, Act 1972
_LOOK_BACK = 24

_BETWEEN = regex(r"\b(?:between|from)(?: the)?(?: years)? $", re.IGNORECASE)


def _moment(match: re.Match[str], n: str) -> Moment:
    month = match["m" + n] or match["mm" + n] or match["mmm" + n]
    year, day = match["y" + n] or match["yy" + n] or match["yyy" + n], match["d" + n] or match["dd" + n]
    return Moment(year=int(year) if year else None, month=month_number(month), day=_number(day))


def _number(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _mention(match: re.Match[str], first: Moment, last: Moment | None = None, anchors: bool = True) -> Mention:
    before = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
    recurring = first.year is None and (_EVERY.search(before) or _EVERY_YEAR_AFTER.match(match.string, match.end()))
    if not _HINT.search(before):
        return Mention(
            start=match.start(),
            end=match.end(),
            first=first,
            last=last,
            anchors=anchors,
            reason=EVERY_YEAR if recurring else None,
        )
    modifier = _MODIFIER.search(before)
    opening = Opening.SINCE if _SINCE.search(before) else Opening.UNTIL if _UNTIL.search(before) else None
    return Mention(
        start=match.start(),
        end=match.end(),
        first=first,
        last=last,
        approximate=bool(_APPROXIMATE.search(before)),
        opening=opening if last is None else None,
        modifier=words.MODIFIERS[modifier[1].lower()] if modifier else None,
        anchors=anchors,
        reason=EVERY_YEAR if recurring else None,
    )


def calendar(match: re.Match[str]) -> Mention | None:
    return _mention(match, _moment(match, "1"))


def birth_date(match: re.Match[str]) -> Mention | None:
    first, last = _moment(match, "1"), _moment(match, "2")
    return _mention(match, first) if is_lifetime(first, last) else None


def calendar_range(match: re.Match[str]) -> Mention | None:
    first, last = _moment(match, "1"), _moment(match, "2")
    if match["and"] and not _is_between(match):
        return None
    return _mention(match, replace(first, year=first.year or last.year), last)


def _is_between(match: re.Match[str]) -> bool:
    return bool(_BETWEEN.search(match.string[max(0, match.start() - _LOOK_BACK) : match.start()]))


def days_of_a_month(match: re.Match[str]) -> Mention | None:
    month = month_number(match["m"] or match["mm"])
    first, last = _number(match["first"] or match["first2"]), _number(match["last"] or match["last2"])
    year = _number(match["y"] or match["yy"])
    if first is None or last is None or first >= last or (match["and"] and not _is_between(match)):
        return None
    return _mention(match, Moment(year=year, month=month, day=first), Moment(year=year, month=month, day=last))


def day_of_several(match: re.Match[str]) -> Mention | None:
    if _is_between(match):
        return None
    return _mention(match, Moment(year=_number(match["y"]), month=month_number(match["m"]), day=_number(match["d"])))


_DAYS_BEFORE = regex(rf"({MONTH_PATTERN})\s\d{{1,2}}(?:,\s\d{{1,2}})*,?\s(?:and|or|&)\s$")


def day_after_another(match: re.Match[str]) -> Mention | None:
    before = _DAYS_BEFORE.search(match.string[max(0, match.start() - _LOOK_BACK) : match.start()])
    if before is None:
        return None
    return _mention(match, Moment(year=_number(match["y"]), month=month_number(before[1]), day=_number(match["d"])))


def month_of_several(match: re.Match[str]) -> Mention | None:
    if _is_between(match):
        return None
    return _mention(match, Moment(year=int(match["y"]), month=month_number(match["m"]), day=_number(match["d"])))


def of_relative_year(match: re.Match[str]) -> Mention | None:
    step = Step(unit=Unit.YEAR, count=_YEARS_ON.get(match["which"].lower().split()[-1], 0))
    month, day = match["m"] or match["mm"], _number(match["d"] or match["dd"])
    return _mention(match, Moment(month=month_number(month), day=day, step=step))


_YEARS_ON = {"following": 1, "next": 1, "previous": -1, "preceding": -1}


def date_before_christ(match: re.Match[str]) -> Mention | None:
    year = 1 - int(match["y"])
    return _mention(match, Moment(year=year, month=month_number(match["m"]), day=_number(match["d"])))


def from_before_christ(match: re.Match[str]) -> Mention | None:
    first, last = 1 - int(match["first"]), int(match["last"] or match["ad"])
    last = 1 - last if match["bc"] else last
    return _mention(match, Moment(year=first), Moment(year=last)) if first <= last else None


def figures(match: re.Match[str]) -> Mention | None:
    """26/08/2008: a day and a month, where one number is too great for a month."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if first > 31 or second > 31 or (first > 12 and second > 12) or not (first and second):
        return None
    if first <= 12 and second <= 12 and first != second:
        return replace(_mention(match, Moment()), anchors=False, reason=DAY_OR_MONTH)
    day, month = (first, second) if first > 12 else (second, first)
    return _mention(match, Moment(year=year, month=month, day=day))


def short_decade(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(year=int(match["n"]), digits=3, needs_century=True))


def months(match: re.Match[str]) -> Mention | None:
    year = int(match["y"])
    first, last = month_number(match["first"]), month_number(match["last"])
    if match["and"] and not _is_between(match):
        return None
    return _mention(match, Moment(year=year - (first > last), month=first), Moment(year=year, month=last))


def month_alone(match: re.Match[str]) -> Mention | None:
    if not re.search(
        r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|of|[Ll]ate|[Ee]arly|mid)[\s-]$",
        match.string[max(0, match.start() - 8) : match.start()],
    ):
        return None
    following = match.string[match.end() : match.end() + 2]
    if following[:1].isalnum() or (following[1:].isupper() and match["month"] in ("May", "March", "August")):
        return None
    return _mention(match, Moment(month=month_number(match["month"])))


def iso(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(year=int(match["y"]), month=int(match["m"]), day=int(match["d"])))


def before_christ(match: re.Match[str]) -> Mention | None:
    first, last = int(match["first"]), _number(match["last"])
    if last is not None and last > first:
        return None
    return _mention(match, Moment(year=1 - first), Moment(year=1 - last) if last else None)


def after_christ(match: re.Match[str]) -> Mention | None:
    first, last = int(match["first"] or match["only"]), _number(match["last"])
    if match["first"] and last is not None and last < first:
        return None
    return _mention(match, Moment(year=first), Moment(year=last) if last else None)


def years(match: re.Match[str]) -> Mention | None:
    first, last = int(match["first"]), int(match["last"])
    if len(match["last"]) == 2:
        last += first // 100 * 100 + (100 if last < first % 100 and match["last"] == "00" else 0)
    if match["slash"] and last != first + 1:
        return None
    if not first < last <= first + 1500 or not reads_as_year(match, first_end=match.end("first")):
        return None
    return _mention(match, Moment(year=first), Moment(year=last))


def between_years(match: re.Match[str]) -> Mention | None:
    first, last = int(match["first"]), int(match["last"])
    if not _is_between(match) or first >= last or counts_something(match.string, match.end()):
        return None
    return _mention(match, Moment(year=first), Moment(year=last))


def year(match: re.Match[str]) -> Mention | None:
    if not reads_as_year(match):
        return None
    before = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
    named = _NAME_OF.search(before) or (_NAMED.search(before) and match.string[match.end() : match.end() + 1] == " ")
    return _mention(match, Moment(year=int(match[0])), anchors=not named)


def season(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(year=int(match["y"]), month=words.SEASONS[match["season"].lower()]))


def decades(match: re.Match[str]) -> Mention | None:
    first, last = int(match["first"]), _number(match["last"])
    if last is None and first % 100 == 0 and first < _THIS_CENTURY:
        return replace(_mention(match, Moment()), anchors=False, reason=DECADE_OR_CENTURY)
    if last is not None and last < 100:
        last += first // 100 * 100
    return _mention(match, Moment(year=first, digits=3), Moment(year=last, digits=3) if last else None)


_THIS_CENTURY = 2000  # of which nothing but the decade is called so yet


def _ordinal(text: str) -> int:
    return words.ORDINALS.get(text.lower()) or int(re.sub(r"\D", "", text))


def century(match: re.Match[str]) -> Mention | None:
    first = _century_moment(_ordinal(match["first"]), bool(match["bc"]))
    ending = match["last"] or match["last2"]
    bc = match["bc2"] or (
        match["bc"] and not match["ad2"] and (match["last"] or _ordinal(ending or "1st") < _ordinal(match["first"]))
    )
    last = _century_moment(_ordinal(ending), bool(bc)) if ending else None
    return _mention(match, first, last) if first and (last or not ending) else None


def _century_moment(number: int, before_christ: bool) -> Moment | None:
    if not 1 <= number <= 30:
        return None
    year = (number - 1) * 100
    return Moment(year=-(year or 1) if before_christ else year, digits=2)


def millennium(match: re.Match[str]) -> Mention | None:
    last = 1000 * _ordinal(match["n"])
    if not 1000 <= last <= 3000:
        return None
    first, last = (1 - last, 1000 - last) if match["bc"] else (last - 999, last)
    return _mention(match, Moment(year=first), Moment(year=last))


def counted(match: re.Match[str]) -> Mention | None:
    unit = words.UNITS[match["unit"].lower()]
    count = english_number(match["n"]) * unit.count * (-1 if match["way"].lower() == "earlier" else 1)
    mention = _mention(match, Moment(step=Step(unit=unit.unit, count=count)))
    of_years = unit.unit is Unit.YEAR and unit.count > 1  # a decade or a century is no exact number of years
    rough = of_years or _ROUGHLY.search(match.string[max(0, match.start() - _LOOK_BACK) : match.start()])
    return replace(mention, reason=ROUGH if rough else None) if abs(count) <= 300 else None


def same_or_next(match: re.Match[str]) -> Mention | None:
    step = Step(
        unit=words.UNITS[match["unit"].lower()].unit, count=_YEARS_ON.get(match["which"].lower().split()[-1], 0)
    )
    mention = _mention(match, Moment(step=step))
    later = re.search(r"\b(?:later|earlier) $", match.string[max(0, match.start() - 8) : match.start()], re.IGNORECASE)
    return replace(mention, modifier=None) if later else mention


def before_or_after(match: re.Match[str]) -> Mention | None:
    count = 1 if match["way"] == "after" else -1
    return _mention(match, Moment(step=Step(unit=words.UNITS[match["unit"]].unit, count=count)))


def bare_day(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(day=int(match["d"])))
