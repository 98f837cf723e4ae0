"""The forms of Chinese dates, as patterns that the rules are made of."""

from __future__ import annotations

from collections.abc import Iterable

from questions.expressions import zh_words as words
from questions.expressions.numerals import DIGIT, HAN_DIGIT, HAN_NUMBER


def alternatives(options: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(options, key=lambda option: (-len(option), option)))


def _part_pattern() -> str:
    parts = (f"{part}(?![{words.NOT_A_PART[part]}])" if part in words.NOT_A_PART else part for part in _by_length)
    return "|".join(parts)


_by_length = sorted(words.MODIFIERS, key=lambda word: (-len(word), word))
PART = _part_pattern()
SEASON = f"[春夏秋冬](?:季|天)?(?![{words.NOT_A_SEASON}])"

FREE = rf"(?<!{DIGIT})(?<![.第])"  # not within a longer number or an ordinal
YEAR_DIGITS = rf"(?:{DIGIT}{{4}}|(?:{HAN_DIGIT}|{DIGIT}){{4}})"
MONTH = rf"(?:{DIGIT}{{1,2}}|十[一二]?|[一二三四五六七八九])"
DAY = rf"(?:{DIGIT}{{1,2}}|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])"
BC = "(?:公元前|西元前|紀元前|纪元前|前)"
AD = "(?:公元|西元)"
DASH = r"(?:\s?[-–—－―~～〜﹣─]{1,2}\s?|\s?(?:至|到|迄)\s?)"


def calendar(n: str) -> str:
    """A date from its year down, with the number of a month or day after it; its groups end in `n`."""
    return (
        rf"(?:(?P<bc{n}>{BC})|{AD})?\s?(?P<y{n}>{YEAR_DIGITS}|(?<=[前元]){DIGIT}{{1,3}}|(?<=[前元]){HAN_NUMBER}{{1,4}})\s?年"
        rf"(?:(?P<ypart{n}>{PART})|的?(?P<season{n}>{SEASON})|的?\s?(?P<m{n}>{MONTH})\s?月{month_tail(n)})?"
    )


def month_tail(n: str) -> str:
    """What may follow a month: its part or its day."""
    return rf"(?:份?(?P<mpart{n}>{PART})|份|\s?(?P<d{n}>{DAY})\s?[日號号])?"


ABOUT = r"(?:(?P<about>(?<![条條公契合签簽订訂预預制節节])大?[约約](?:在|於|于)?\s?))?"
EVERY = r"(?P<every>每[年逢](?:的|在|於|于)?)?"
UNTIL = r"(?P<until>(?:截[至止]|一?直[到至])(?:於|于|了)?\s?)?"
AFTER = (
    r"(?P<around>左右|[前][後后])?"
    r"(?:(?P<since>起(?![义義事草兵用飞飛源訴诉家步初伏造])|[之]?[以][來来]|至今|迄今|开始至今|開始至今)|(?P<before>[以之]前|前(?=[，,。；、]))"
    r"|(?P<after>[以之][後后]|[後后](?=[，,。；、])))?"
)


def rest_of_range(n: str) -> str:
    """What may follow a dash: a later date that leaves out what it shares with the first."""
    return (
        rf"(?:{DASH}(?:{calendar(n)}|(?P<mm{n}>{MONTH})\s?月(?:份?(?P<mmpart{n}>{PART})|份|(?P<dd{n}>{DAY})\s?[日號号])?"
        rf"|(?P<ddd{n}>{DAY})\s?[日號号])(?:間|间|期間|期间)?)?"
    )
