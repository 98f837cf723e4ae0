"""Times that a stem itself rules out, so that they tempt nobody as answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from questions.dates import DateValue, Granularity
from questions.regex import regex
from questions.writers.material import Material
from questions.writers.periods import Periods
from questions.writers.telling import Telling

_PERIODS = (
    ("First World War|World War I|World War One|Great War", "1914", "1918"),
    ("Second World War|World War II|World War Two", "1939", "1945"),
    ("American Civil War", "1861", "1865"),
    ("American Revolution|American Revolutionary War|American War of Independence", "1765", "1783"),
    ("French Revolution", "1789", "1799"),
    ("Napoleonic Wars", "1799", "1815"),
    ("Crimean War", "1853", "1856"),
    ("Franco-Prussian War", "1870", "1871"),
    ("Boer War", "1880", "1902"),
    ("Spanish Civil War", "1936", "1939"),
    ("English Civil War", "1642", "1651"),
    ("Thirty Years. War", "1618", "1648"),
    ("Seven Years. War", "1754", "1763"),
    ("Hundred Years. War", "1337", "1453"),
    ("Korean War", "1950", "1953"),
    ("Vietnam War", "1955", "1975"),
    ("Cultural Revolution", "1966", "1976"),
    ("Great Depression", "1929", "1939"),
    ("Great Famine", "1845", "1852"),
    ("Cold War", "1945", "1991"),
    ("Gulf War", "1990", "1991"),
)
_NAMED = Periods.said(
    _PERIODS,
    within=r"\b(?:[Dd]uring|[Ii]n|[Tt]hroughout) (?:the )?(?:{names})\b",
    after=r"\b(?:[Aa]fter|[Ff]ollowing) (?:the )?(?:{names})\b",
    before=r"\b(?:[Bb]efore|[Pp]rior to) (?:the )?(?:{names})\b",
)


def ruled_out(telling: Telling) -> tuple[DateValue, ...]:
    """The times before and after the periods and the other dates that the telling itself names around its date."""
    told = telling.passage or telling.gapped or telling.event
    open_ended = (DateValue(text) for text in (*_NAMED.outside(told), *_beyond(telling)))
    return tuple(value for value in open_ended if not value.overlaps(telling.value))


def only_mentioned(value: DateValue, material: Material) -> tuple[DateValue, ...]:
    """The years near the value that the text writes though no fact is dated then, such as in a caption.

    They are no answers to offer: that the text dates nothing then would not be true.
    """
    if value.granularity is not Granularity.YEAR or value.earliest is None:
        return ()
    middle = value.earliest.year
    near = (DateValue.of(year) for year in _written_years(material) if 0 < abs(year - middle) <= _NEAR)
    return tuple(year for year in near if not any(material.facts_at(year)) and not any(material.untold_at(year)))


_NEAR = 60  # years, farther than those reach that are made up
_YEAR = regex(r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d)", re.ASCII)


@lru_cache(maxsize=4)
def _written_years(material: Material) -> tuple[int, ...]:
    body = material.document.text[: material.document.body_end]
    return tuple(sorted({int(year) for year in _YEAR.findall(body)}))


def _beyond(telling: Telling) -> Iterator[str]:
    """What lies on the far side of each other date that is told along with it."""
    for other in telling.around:
        for end in other.ends:
            plain = end.edtf.rstrip("~?%")
            yield f"../{plain}" if end.is_before(telling.value) else f"{plain}/.."
