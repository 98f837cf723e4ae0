"""Mentions in their order → dates whose value the text fixes, and expressions that it does not settle.

A year and a month are carried on within a paragraph, from the last date that anchors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from questions.document import DateExpression, Unresolved
from questions.expressions.mention import Mention
from questions.expressions.resolving import (
    EARLIER,
    GOES_BACK,
    JULIAN,
    NO_ANCHOR,
    Anchor,
    Settled,
    Unsettled,
    anchor_from,
    expression_of,
    settled_mention,
    with_origin,
)
from questions.expressions.surroundings import (
    counts_from_a_clause,
    describes,
    glosses,
    in_julian_calendar,
    looks_back,
    repeats,
    told_as_earlier,
)
from questions.regex import regex


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """What became of one text's mentions."""

    dates: tuple[DateExpression, ...]
    unresolved: tuple[Unresolved, ...]


def resolve(text: str, mentions: Iterable[Mention]) -> Resolution:
    """Settle the mentions of a text, which come in order and do not overlap."""
    story = _Story(text)
    for mention in mentions:
        story.take(mention)
    return Resolution(dates=tuple(story.dates), unresolved=tuple(story.unresolved))


_OPENING, _CLOSING = "（(「『“", "）)」』”"
_BORDER = regex(rf"[{re.escape(_OPENING + _CLOSING)}\n]")


class _Story:
    """The dates settled so far, and the anchor that the next one counts from.

    What stands in brackets or quotation marks is beside the story: the anchor from before it holds again behind it.
    A time that the text moves to without saying where, such as 隔年, leaves no anchor.
    """

    def __init__(self, text: str) -> None:
        self.dates: list[DateExpression] = []
        self.unresolved: list[Unresolved] = []
        self._text = text
        self._anchor: Anchor | None = None
        self._outside: list[Anchor | None] = []
        self._reached = 0

    def take(self, mention: Mention) -> None:
        """Settle the next mention, or leave it open."""
        last_end = self._reached
        self._go_to(mention)
        if glosses(self._text, last_end, mention.start) and self._gloss(mention, last_end):
            return
        try:
            self._check_time(mention, last_end)
            first, last = settled_mention(mention, self._anchor)
            self.dates.append(expression_of(self._text, mention, first, last))
        except Unsettled as reason:
            self._leave_open(mention, str(reason))
            return
        if mention.anchors:
            self._anchor_at(mention, first, last, last_end)

    def _go_to(self, mention: Mention) -> None:
        for border in _BORDER.finditer(self._text, self._reached, mention.start):
            if border[0] == "\n":
                self._anchor, self._outside = None, []
            elif border[0] in _OPENING:
                self._outside.append(self._anchor)
            elif self._outside:
                self._anchor = self._outside.pop()
        self._reached = mention.end

    def _check_time(self, mention: Mention, last_end: int) -> None:
        if in_julian_calendar(self._text, mention.start, mention.end):
            raise Unsettled(JULIAN)
        if mention.first.step is not None and counts_from_a_clause(self._text, last_end, mention.start):
            raise Unsettled(NO_ANCHOR)
        bare = mention.first.year is None and mention.first.step is None
        if bare and told_as_earlier(self._text, last_end, mention.start):
            raise Unsettled(EARLIER)

    def _gloss(self, mention: Mention, last_end: int) -> bool:
        """Read 三月四日（西曆4月8日） as one date, that of the brackets; whether it is one."""
        before = self.dates[-1] if self.dates and self.dates[-1].end == last_end else None
        other = self.unresolved[-1] if self.unresolved and self.unresolved[-1].end == last_end else None
        span = before or other
        try:
            first, last = settled_mention(mention, self._anchor)
            if span is None or last is not None:
                return False
            end = mention.end + 1 if self._text[mention.end : mention.end + 1] in ("）", ")") else mention.end
            whole = replace(mention, start=span.start, end=end)
            found = expression_of(self._text, whole, first, None)
        except Unsettled:
            return False
        self.dates[len(self.dates) - (before is not None) :] = [replace(found, inferred=_still_inferred(before, found))]
        self.unresolved[len(self.unresolved) - (before is None) :] = []
        self._anchor = anchor_from(first.moment)
        self._outside = [self._anchor] * len(self._outside)
        return True

    def _leave_open(self, mention: Mention, reason: str) -> None:
        text = self._text[mention.start : mention.end]
        self.unresolved.append(Unresolved(start=mention.start, end=mention.end, text=text, reason=reason))
        if mention.moves or mention.first.step is not None or reason in (EARLIER, GOES_BACK):
            self._anchor = None

    def _anchor_at(self, mention: Mention, first: Settled, last: Settled | None, last_end: int) -> None:
        anchor: Anchor | None
        anchor = with_origin(anchor_from((last or first).moment), self._anchor if first.inferred else None)
        alone = self._outside and self._outside[-1] is None and last is None
        if mention.first.year is not None and looks_back(self._text, last_end, mention.start):
            anchor = None
        elif last is None and describes(self._text, mention.end):
            anchor = self._anchor if self._anchor and self._anchor.year >= anchor.year else None
        if alone or (self._outside and repeats(self._text, last_end, mention.start)):
            self._outside[-1] = anchor
        self._anchor = anchor


def _still_inferred(before: DateExpression | None, found: DateExpression) -> tuple[str, ...]:
    """What comes from the context for both a date and the gloss behind it."""
    return found.inferred if before is None else tuple(part for part in before.inferred if part in found.inferred)
