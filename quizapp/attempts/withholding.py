"""Takes out of a reviewed question what may not be shown yet, so that no template can show it by mistake."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.quizzes.reviewing import Shown

if TYPE_CHECKING:
    from quizapp.attempts.review import ReviewedGap, ReviewedOption, ReviewedPair, ReviewedSlot


def withheld(slot: ReviewedSlot, shown: Collection[Shown]) -> ReviewedSlot:
    """The question with the parts that are shown, and without the others.

    What it is worth stays: the page shows marks and outcomes only where the review does.
    """
    if Shown.EXPLANATIONS not in shown:
        slot = replace(
            slot,
            evidence=(),
            note=None,
            options=tuple(replace(one, feedback=None) for one in slot.options),
            matched=tuple(replace(one, feedback=None) for one in slot.matched),
        )
    if Shown.KEYS not in shown:
        slot = replace(
            slot,
            options=tuple(_unkeyed(one, shown) for one in slot.options),
            matched=tuple(_unmatched(one, shown) for one in slot.matched),
            right_order=(),
            right_date=None,
            right_duration=None,
            right_quantity=None,
            right_texts=(),
            gaps=tuple(_unfilled(one, shown) for one in slot.gaps),
            mark=replace(slot.mark, arithmetic=None),
        )
    return slot


def _unkeyed(option: ReviewedOption, shown: Collection[Shown]) -> ReviewedOption:
    """Feedback says why an option is wrong; whether the chosen one is right is told by the outcome."""
    told = option.chosen and Shown.OUTCOMES in shown
    return replace(option, correct=option.correct if told else None, feedback=None)


def _unfilled(gap: ReviewedGap, shown: Collection[Shown]) -> ReviewedGap:
    """What was accepted where the right text was typed is told by it; no other accepted text is."""
    return replace(gap, correct=gap.correct if Shown.OUTCOMES in shown else None, accepted=())


def _unmatched(pair: ReviewedPair, shown: Collection[Shown]) -> ReviewedPair:
    told = pair.chosen == pair.right and Shown.OUTCOMES in shown
    return replace(pair, right=pair.right if told else None, feedback=None)
