"""Pairs of events of which one can only come after the other: founded and dissolved, married and divorced."""

from __future__ import annotations

from questions.regex import regex
from questions.writers.telling import Telling

_PAIRS = tuple(
    (regex(rf"\b(?:{first})\b"), regex(rf"\b(?:{second})\b"))
    for first, second in (
        (
            "founded|established|formed|created|opened|incorporated|launched|began|begun|started|built",
            "closed|dissolved|disbanded|abolished|demolished|ended|completed|finished|merged|renamed|sank|ceased|destroyed",
        ),
        (
            "elected|appointed|became|crowned|succeeded|sworn",
            "resigned|retired|dismissed|deposed|abdicated|left office",
        ),
        ("born|baptised|baptized", "died|killed|married|buried|graduated|executed"),
        ("married|wed", "divorced|widowed"),
        ("accepted|admitted|enrolled|entered|matriculated", "graduated|degree|doctorate|diploma"),
        (
            "sued|charged|accused|indicted|arrested|brought",
            "convicted|acquitted|sentenced|found|ruled|released|executed",
        ),
        ("announced|proposed|ordered|commissioned", "opened|completed|launched|held|took place|delivered"),
        ("invaded|besieged|attacked", "captured|surrendered|fell|withdrew"),
        ("signed", "ratified|came into force|entered into force"),
    )
)


def comes_by_nature(earlier: Telling, later: Telling) -> bool:
    """Whether the later event presupposes the earlier one, if both are of one thing."""
    if earlier.subject == later.subject and (earlier.rest == "was born" or later.rest == "died"):
        return True
    return any(first.search(earlier.event) and second.search(later.event) for first, second in _PAIRS)
