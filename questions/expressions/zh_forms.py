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
CENTURY = rf"(?:{DIGIT}{{1,2}}|{HAN_NUMBER}{{1,3}})"
ERA_NUMBER = rf"(?:{DIGIT}{{1,3}}|{HAN_NUMBER}{{1,4}}|元)"
HAN = "[\u4e00-\u9fff]"
GLOSS = r"(?:[（(](?:公元|西元|即)?\d{3,4}年?[）)])?"
CYCLE = f"[{words.STEMS}][{words.BRANCHES}]"
STANDS_OFF = r"(?<![0-9][,，])(?<![元紀纪]前\s)(?:^|(?<=[\s，,。；;：:、（(在於于至到自從从由及和與与「是]))"
MONTH = rf"(?:{DIGIT}{{1,2}}|十[一二]?|[一二三四五六七八九])"
DAY = rf"(?:{DIGIT}{{1,2}}|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])"
LUNAR_DAY = rf"(?:{DAY}\s?[日號号]|初[一二三四五六七八九十]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九])"
BC = "(?:公元前|西元前|紀元前|纪元前|前)"
AD = "(?:公元|西元)"
DASH = r"(?:\s?[-–—－―~～〜﹣─]{1,2}\s?|\s?(?:至|到|迄)\s?)"


_YEAR = (  # 前5年 is a length of time
    rf"(?:{YEAR_DIGITS}|(?<=元前){DIGIT}{{1,2}},{DIGIT}{{3}}|(?<=元前){DIGIT}{{1,3}}|(?<=元前\s){DIGIT}{{1,3}}|(?<=[公西]元\s){DIGIT}{{1,3}}|(?<=元前){HAN_NUMBER}{{1,7}}|(?<=[公西]元){DIGIT}{{1,3}}|(?<=[公西]元){HAN_NUMBER}{{1,5}}"
    rf"|(?<=前){DIGIT}{{3}}|(?<=[（(至到—－–~～-]前){DIGIT}{{1,2}}|(?<=前){HAN_DIGIT}{{3}})"
)


def calendar(n: str) -> str:
    """A date from its year down, with the number of a month or day after it; its groups end in `n`."""
    return (
        rf"(?:(?P<bc{n}>{BC})|{AD})?\s?(?P<y{n}>{_YEAR})\s?年(?!代)"
        rf"(?:(?P<ypart{n}>{PART})|的?(?P<season{n}>{SEASON})|的?\s?(?P<m{n}>{MONTH})\s?月(?!革命){month_tail(n)})?"
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


DURING = "(?:之?[間间]|期[間间]|止)?"
AND = "(?:、|和|及|與|与)"
DECADE = f"(?:{DIGIT}0|[一二三四五六七八九][十〇零○0])"
_WEEKDAY = "(?:[（(](?:星期|[週周]|[礼禮]拜)[一二三四五六日天][）)])?"
_FIRST_OF_TWO = "[一二三四五六七八九](?=、?[一二三四五六七八九]十)"  # 六 of 六七十年代


def decades(first: str, last: str) -> str:
    """One decade, or the first and the last of several, without 年代."""
    return (
        rf"(?P<{first}>{DIGIT}{{3}}0|{HAN_DIGIT}{{3}}[〇零○]|{DECADE}|{_FIRST_OF_TWO})"
        rf"(?:(?:年代{DASH}|{DASH}|{AND})?(?P<{last}>{DIGIT}{{3}}0|{DECADE}))?"
    )


def rest_of_range(n: str) -> str:
    """What may follow a dash: a later date that leaves out what it shares with the first."""
    return (
        rf"(?:{_WEEKDAY}(?:起(?=[至到]))?{DASH}(?:{calendar(n)}|(?:(?P<step{n}>[同次翌])年)?(?P<mm{n}>{MONTH})\s?月(?:份?(?P<mmpart{n}>{PART})|份|(?P<dd{n}>{DAY})\s?[日號号])?"
        rf"|(?P<ddd{n}>{DAY})\s?[日號号]){DURING})?"
    )
