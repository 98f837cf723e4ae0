"""English date expressions: an ordered table of rules. The vocabulary stands in `en_words`."""

from __future__ import annotations

import re
from dataclasses import replace

from questions.calendar_forms import MONTH_PATTERN, month_number
from questions.expressions import en_words as words
from questions.expressions.en_years import counts_something, reads_as_year
from questions.expressions.mention import Mention, Moment, Opening, Rule, Step, Unit
from questions.expressions.numerals import ENGLISH_NUMBERS, english_number

EVERY_YEAR = "It comes back every year."
_APPROXIMATE = re.compile(
    r"(?:\b(?:c\.|ca\.|circa|about|around|approximately|roughly|probably)\s?|~)(?:the year )?$", re.IGNORECASE
)
_SINCE = re.compile(r"\bsince (?:the )?(?:early |late |mid-?)?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|up to|as of) (?:the )?(?:early |late |mid-?)?$", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:every|each)(?: year)?(?: on| in)? (?:the )?$", re.IGNORECASE)
_MODIFIER = re.compile(rf"\b({'|'.join(sorted(words.MODIFIERS, key=len, reverse=True))})[\s-](?:the )?$", re.IGNORECASE)
_EVERY_YEAR_AFTER = re.compile(r",? (?:of )?(?:each|every) year\b")
_NAMED = re.compile(r"\b(?:the|a|an|its|his|her|their) $", re.IGNORECASE)
_LOOK_BACK = 24

_DASH = r"(?:\s?[-–—−]\s?|\s(?:to|until|till|through)\s(?:the\s)?)"
_BETWEEN = re.compile(r"\b(?:between|from)(?: the)?(?: years)? $", re.IGNORECASE)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"\d{3,4}(?!\d)"


def _date(n: str) -> str:
    """A date with at least a month; its groups end in `n`."""
    return (
        rf"(?:(?P<d{n}>{_DAY})\s(?:of\s)?(?P<m{n}>{MONTH_PATTERN})(?:,?\s(?:of\s|in\s)?(?P<y{n}>{_YEAR}))?"
        rf"|(?P<mm{n}>{MONTH_PATTERN})\s(?:the\s)?(?P<dd{n}>{_DAY})(?!\d|[-–]\d{{2}}\b)(?:,?\s(?P<yy{n}>{_YEAR}))?"
        rf"|(?P<mmm{n}>{MONTH_PATTERN}),?\s(?:of\s)?(?P<yyy{n}>{_YEAR}))"
    )


def _moment(match: re.Match[str], n: str) -> Moment:
    month = match["m" + n] or match["mm" + n] or match["mmm" + n]
    year, day = match["y" + n] or match["yy" + n] or match["yyy" + n], match["d" + n] or match["dd" + n]
    return Moment(year=int(year) if year else None, month=month_number(month), day=_number(day))


def _number(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _mention(match: re.Match[str], first: Moment, last: Moment | None = None, anchors: bool = True) -> Mention:
    before = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
    modifier = _MODIFIER.search(before)
    opening = Opening.SINCE if _SINCE.search(before) else Opening.UNTIL if _UNTIL.search(before) else None
    recurring = _EVERY.search(before) or _EVERY_YEAR_AFTER.match(match.string, match.end())
    return Mention(
        start=match.start(),
        end=match.end(),
        first=first,
        last=last,
        approximate=bool(_APPROXIMATE.search(before)),
        opening=opening if last is None else None,
        modifier=words.MODIFIERS[modifier[1].lower()] if modifier else None,
        anchors=anchors,
        reason=EVERY_YEAR if recurring and first.year is None else None,
    )


def _calendar(match: re.Match[str]) -> Mention | None:
    return _mention(match, _moment(match, "1"))


def _calendar_range(match: re.Match[str]) -> Mention | None:
    first, last = _moment(match, "1"), _moment(match, "2")
    if match["and"] and not _is_between(match):
        return None
    return _mention(match, replace(first, year=first.year or last.year), last)


def _is_between(match: re.Match[str]) -> bool:
    return bool(_BETWEEN.search(match.string[max(0, match.start() - _LOOK_BACK) : match.start()]))


def _days_of_a_month(match: re.Match[str]) -> Mention | None:
    month = month_number(match["m"] or match["mm"])
    first, last = _number(match["first"] or match["first2"]), _number(match["last"] or match["last2"])
    year = _number(match["y"] or match["yy"])
    if first is None or last is None or first >= last:
        return None
    return _mention(match, Moment(year=year, month=month, day=first), Moment(year=year, month=month, day=last))


def _months(match: re.Match[str]) -> Mention | None:
    year = int(match["y"])
    first, last = month_number(match["first"]), month_number(match["last"])
    if match["and"] and not _is_between(match):
        return None
    return _mention(match, Moment(year=year - (first > last), month=first), Moment(year=year, month=last))


def _month_alone(match: re.Match[str]) -> Mention | None:
    if not re.search(
        r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|of|[Ll]ate|[Ee]arly|mid)[\s-]$",
        match.string[max(0, match.start() - 8) : match.start()],
    ):
        return None
    following = match.string[match.end() : match.end() + 2]
    if following[:1].isalnum() or (following[1:].isupper() and match[0] in ("May", "March", "August")):
        return None
    return _mention(match, Moment(month=month_number(match[0])))


def _iso(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(year=int(match["y"]), month=int(match["m"]), day=int(match["d"])))


def _before_christ(match: re.Match[str]) -> Mention | None:
    first, last = int(match["first"]), _number(match["last"])
    if last is not None and last > first:
        return None
    return _mention(match, Moment(year=1 - first), Moment(year=1 - last) if last else None)


def _after_christ(match: re.Match[str]) -> Mention | None:
    first, last = int(match["first"] or match["only"]), _number(match["last"])
    if match["first"] and last is not None and last < first:
        return None
    return _mention(match, Moment(year=first), Moment(year=last) if last else None)


def _years(match: re.Match[str]) -> Mention | None:
    first, last = int(match["first"]), int(match["last"])
    if len(match["last"]) == 2:
        last += first // 100 * 100
    if not first < last <= first + 1500 or not reads_as_year(match, first_end=match.end("first")):
        return None
    return _mention(match, Moment(year=first), Moment(year=last))


def _between_years(match: re.Match[str]) -> Mention | None:
    first, last = int(match["first"]), int(match["last"])
    if not _is_between(match) or first >= last or counts_something(match.string, match.end()):
        return None
    return _mention(match, Moment(year=first), Moment(year=last))


def _year(match: re.Match[str]) -> Mention | None:
    if not reads_as_year(match):
        return None
    before = match.string[max(0, match.start() - 6) : match.start()]
    named = _NAMED.search(before) and match.string[match.end() : match.end() + 1] == " "
    return _mention(match, Moment(year=int(match[0])), anchors=not named)


def _season(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(year=int(match["y"]), month=words.SEASONS[match["season"].lower()]))


def _decades(match: re.Match[str]) -> Mention | None:
    first, last = int(match["first"]), _number(match["last"])
    if last is not None and last < 100:
        last += first // 100 * 100
    return _mention(match, Moment(year=first, digits=3), Moment(year=last, digits=3) if last else None)


def _ordinal(text: str) -> int:
    return words.ORDINALS.get(text.lower()) or int(re.sub(r"\D", "", text))


def _century(match: re.Match[str]) -> Mention | None:
    first = _century_moment(_ordinal(match["first"]), bool(match["bc"]))
    last = _century_moment(_ordinal(match["last"]), bool(match["bc"])) if match["last"] else None
    return _mention(match, first, last) if first and (last or not match["last"]) else None


def _century_moment(number: int, before_christ: bool) -> Moment | None:
    if not 1 <= number <= 30:
        return None
    year = (number - 1) * 100
    return Moment(year=-(year or 1) if before_christ else year, digits=2)


def _counted(match: re.Match[str]) -> Mention | None:
    count, unit = english_number(match["n"]), words.UNITS[match["unit"].lower()]
    count = -count if match["way"].lower() == "earlier" else count
    return _mention(match, Moment(step=Step(unit=unit, count=count))) if abs(count) <= 300 else None


def _same_or_next(match: re.Match[str]) -> Mention | None:
    count = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(match["which"].lower().split()[-1], 0)
    unit = words.UNITS[match["unit"].lower()]
    moment = Moment(step=Step(unit=unit, count=count))
    return _mention(match, moment)


def _bare_day(match: re.Match[str]) -> Mention | None:
    return _mention(match, Moment(day=int(match["d"])))


_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(words.ORDINALS, key=len, reverse=True))})"

RULES: tuple[Rule, ...] = (
    Rule(
        name="numeric date",
        pattern=re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)"),
        build=_iso,
        example="2008-08-26",
    ),
    Rule(
        name="days of one month",
        pattern=re.compile(
            rf"(?P<first>{_DAY})(?:{_DASH}|\sand\s)(?P<last>{_DAY})\s(?:of\s)?(?P<m>{MONTH_PATTERN})(?:,?\s(?P<y>{_YEAR}))?"
            rf"|(?P<mm>{MONTH_PATTERN})\s(?P<first2>{_DAY}){_DASH}(?P<last2>{_DAY})(?!\d)(?:,?\s(?P<yy>{_YEAR}))?"
        ),
        build=_days_of_a_month,
        example="11–13 May 2006",
    ),
    Rule(
        name="months of one year",
        pattern=re.compile(
            rf"(?P<first>{MONTH_PATTERN})(?:{_DASH}|\s(?P<and>and)\s)(?P<last>{MONTH_PATTERN}),?\s(?:of\s)?(?P<y>{_YEAR})"
        ),
        build=_months,
        example="May to August 1911",
    ),
    Rule(
        name="date with a month, and a range from it",
        pattern=re.compile(rf"{_date('1')}(?:{_DASH}|\s(?P<and>and)\s){_date('2')}"),
        build=_calendar_range,
        example="24 August – 3 October 1572",
    ),
    Rule(
        name="date with a month",
        pattern=re.compile(_date("1")),
        build=_calendar,
        example="26 August 2008",
    ),
    Rule(
        name="month without its year",
        pattern=re.compile(rf"{MONTH_PATTERN}"),
        build=_month_alone,
        example="in August",
    ),
    Rule(
        name="century",
        pattern=re.compile(
            rf"(?P<first>{_ORDINAL})(?:(?:{_DASH}|\s(?:and|or)\s(?:the\s)?(?:early\s|late\s|mid-)?)(?P<last>{_ORDINAL}))?[\s-]centur(?:y|ies)\b(?:\s(?P<bc>BCE?|B\.C\.))?",
            re.IGNORECASE,
        ),
        build=_century,
        example="late 19th century",
    ),
    Rule(
        name="decade",
        pattern=re.compile(
            rf"(?<![\d$£€])(?P<first>[12]\d{{2}}0)['’]?s\b(?:(?:{_DASH}|\sand\s(?:the\s)?)(?P<last>[12]\d{{2}}0|\d0)['’]?s\b)?"
        ),
        build=_decades,
        example="early 1960s",
    ),
    Rule(
        name="years before Christ",
        pattern=re.compile(rf"(?<![\d,.])(?P<first>\d{{1,4}})(?:{_DASH}(?P<last>\d{{1,4}}))?\s?(?:BCE?\b|B\.\s?C\.)"),
        build=_before_christ,
        example="221 BC",
    ),
    Rule(
        name="years after Christ",
        pattern=re.compile(
            rf"(?:\bA\.?D\.?\s(?P<only>\d{{1,4}})(?!\d)|(?<![\d,.])(?P<first>\d{{1,4}})(?:{_DASH}(?P<last>\d{{1,4}}))?\s?(?:AD|A\.D\.|CE)\b)"
        ),
        build=_after_christ,
        example="AD 14",
    ),
    Rule(
        name="season of a year",
        pattern=re.compile(
            rf"\b(?P<season>spring|summer|autumn|fall|winter)(?:,?\s|\sof\s)(?P<y>{_YEAR})", re.IGNORECASE
        ),
        build=_season,
        example="the summer of 1521",
    ),
    Rule(
        name="years from one to another",
        pattern=re.compile(
            rf"(?<![\d$£€,.-])(?P<first>\d{{3,4}}){_DASH}(?P<last>\d{{4}}|\d{{3}}|\d{{2}})(?![\d%]|[-–,.]\d)"
        ),
        build=_years,
        example="1973–74",
    ),
    Rule(
        name="between two years",
        pattern=re.compile(r"(?P<first>[1-9]\d{2,3})\sand\s(?P<last>[1-9]\d{2,3})(?![\d,]\d)"),
        build=_between_years,
        example="between 1702 and 1709",
    ),
    Rule(name="year", pattern=re.compile(r"[1-9]\d{2,3}(?!\d)"), build=_year, example="in 1951"),
    Rule(
        name="so many days, months, years later",
        pattern=re.compile(
            rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(ENGLISH_NUMBERS, key=len, reverse=True))})\s(?P<unit>day|week|month|year)s?\s(?P<way>later|earlier)\b",
            re.IGNORECASE,
        ),
        build=_counted,
        example="two days later",
    ),
    Rule(
        name="the same or the next year",
        pattern=re.compile(
            r"(?P<which>the (?:same|following|next|previous|preceding)|that(?: same)?) (?P<unit>day|month|year)\b(?![’'-])",
            re.IGNORECASE,
        ),
        build=_same_or_next,
        example="the following year",
    ),
    Rule(
        name="day of the month",
        pattern=re.compile(
            r"(?<=[Oo]n the )(?P<d>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)(?=[,.;]|\s(?:and|he|she|they|it|the)\b)"
        ),
        build=_bare_day,
        example="on the 14th",
    ),
)
"""The rules in the order in which they are tried; the first that answers wins."""

TRIGGER = re.compile(
    r"\d+|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\bA\.?D\.?\s(?=\d)"
    rf"|\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b(?=,?\s(?:of\s)?\d)"
    rf"|\b(?i:{'|'.join(sorted(words.ORDINALS, key=len, reverse=True))})(?=[\s-](?:centur|to|and|or))"
    rf"|\b(?i:{'|'.join(sorted(ENGLISH_NUMBERS, key=len, reverse=True))})(?=\s(?:day|week|month|year)s?\s(?:later|earlier))"
    r"|\b[Tt]he (?:same|following|next|previous|preceding) (?=day|month|year)|\b[Tt]hat (?:same )?(?=day|month|year)"
)
"""Where a date can begin. What it matches holds the beginning of no other date."""
