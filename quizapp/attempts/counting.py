"""Which of a person's attempts at a quiz counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from quizapp.attempts.scoring import AttemptScore
from quizapp.quizzes.settings import Counted


@dataclass(frozen=True, kw_only=True)
class CountedScore:
    """The score that counts: that of one attempt, or the average share of the marks of all."""

    percent: int
    attempts: int


def counted_score(scores: Sequence[AttemptScore], counted: Counted) -> CountedScore | None:
    """What counts of these scores, those first that started first; None where there are none.

    Attempts may have had different questions, so shares of the maximum are compared, and not marks.
    """
    if not scores:
        return None
    shares = [_share(score) for score in scores]
    share = {
        Counted.BEST: max(shares),
        Counted.FIRST: shares[0],
        Counted.LAST: shares[-1],
        Counted.AVERAGE: sum(shares, Fraction(0)) / len(shares),
    }[counted]
    return CountedScore(percent=100 if share == 1 else min(round(share * 100), 99), attempts=len(scores))


def _share(score: AttemptScore) -> Fraction:
    return Fraction(score.mark) / Fraction(score.max_mark) if score.max_mark else Fraction(0)
