"""Wars and other periods that a text can name, and the times that "during", "after" and "before" them rule out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from questions.regex import regex

Period = tuple[str, str, str]
"""The pattern of a period's names, its first year and its last."""


@dataclass(frozen=True, kw_only=True)
class Periods:
    """One language's words for the periods that it names."""

    within: tuple[tuple[re.Pattern[str], str, str], ...]
    since: tuple[tuple[re.Pattern[str], str], ...]
    after: tuple[tuple[re.Pattern[str], str], ...]
    before: tuple[tuple[re.Pattern[str], str], ...]

    @classmethod
    def said(cls, periods: Iterable[Period], *, within: str, after: str, before: str, since: str = "") -> Periods:
        """The periods in phrases, each a pattern with {names} for the period; without `since` there is none for it."""
        known = tuple(periods)
        return cls(
            within=tuple((regex(within.format(names=names)), first, last) for names, first, last in known),
            since=tuple((regex(since.format(names=names)), first) for names, first, _ in known if since),
            after=tuple((regex(after.format(names=names)), last) for names, _, last in known),
            before=tuple((regex(before.format(names=names)), first) for names, first, _ in known),
        )

    def outside(self, text: str) -> Iterator[str]:
        """The open intervals (EDTF) in which nothing can lie that the text tells by these periods."""
        for pattern, first, last in self.within:
            if pattern.search(text):
                yield f"../{int(first) - 1}"
                yield f"{int(last) + 1}/.."
        yield from (f"../{int(first) - 1}" for pattern, first in self.since if pattern.search(text))
        yield from (f"../{int(last) - 1}" for pattern, last in self.after if pattern.search(text))
        yield from (f"{int(first) + 1}/.." for pattern, first in self.before if pattern.search(text))
