"""A year counted in a reign era → the year of the common calendar."""

from __future__ import annotations

from functools import cache

import opencc

from questions.expressions.eras import LUNAR_ERAS, SOLAR_ERAS

AMBIGUOUS_ERA = "Several eras of this name have such a year."
NO_SUCH_YEAR = "The era did not last that long."


@cache
def lunar_eras() -> dict[str, tuple[tuple[int, int], ...]]:
    """The lunar eras by their names in both scripts."""
    simplify = opencc.OpenCC("t2s").convert
    return {simplify(name): uses for name, uses in LUNAR_ERAS.items()} | LUNAR_ERAS


def era_names() -> list[str]:
    """The names of all eras in both scripts, the longest first."""
    return sorted([*SOLAR_ERAS, *lunar_eras()], key=lambda name: (-len(name), name))


def is_solar(era: str, number: int) -> bool:
    """Whether the months of the era's year are months of the Gregorian calendar (in Japan from Meiji 6 on)."""
    return era in SOLAR_ERAS or (era == "明治" and number >= 6)


def year_of_era(era: str, number: int) -> int:
    """The common year of an era's year; raises ValueError with the reason where there is none or more than one."""
    uses = (SOLAR_ERAS[era],) if era in SOLAR_ERAS else lunar_eras()[era]
    years = [first + number - 1 for first, length in uses if 1 <= number <= length]
    if not years:
        raise ValueError(NO_SUCH_YEAR)
    if len(years) > 1:
        raise ValueError(AMBIGUOUS_ERA)
    return years[0]


def years_of_era(era: str) -> list[int]:
    """The common years of all eras of this name."""
    uses = (SOLAR_ERAS[era],) if era in SOLAR_ERAS else lunar_eras()[era]
    return [first + index for first, length in uses for index in range(length)]


def era_at_end(text: str) -> str | None:
    """The name of the era that a text such as 清乾隆 ends with."""
    names = (text[start:] for start in range(len(text)))
    return next((name for name in names if name in SOLAR_ERAS or name in lunar_eras()), None)
