"""Drawing questions at random, so that no two of a quiz ask about one fact or give each other away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from questions.question import Question
from quizapp.quizzes.colliding import Foes, foes_among

EXTRAS: Final = (8, 60, 600)
"""How many questions more than are wanted of a pool are looked at: first, then, and at most; comparing takes time."""

_STEPS: Final = 3000
"""How many questions are tried before a search is given up."""


@dataclass(frozen=True, kw_only=True)
class Draw:
    """So many questions are wanted of those with the numbers in `pool`, which are tried in their order."""

    count: int
    pool: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """The numbers that each draw gave, in the order of the draws; `missing` is how many could not be drawn."""

    chosen: tuple[tuple[int, ...], ...]
    missing: int


Read: TypeAlias = Callable[[Collection[int]], Mapping[int, Question]]
"""What questions of these numbers ask."""

Take: TypeAlias = Callable[[int], Sequence[Draw]]
"""The draws, each with the first of its pool in an order of chance: so many more than are wanted, if there are."""


def draw(take: Take, *, fixed: Collection[int], read: Read) -> Drawn:
    """Draw what is wanted beside the questions that are `fixed`.

    No question is drawn twice, and none together with one that asks about the same fact, gives it away or says much
    the same (see `colliding`). A part of each pool is tried first, then more of it, in their order and at last by those
    that collide least: nearly whatever can be drawn is drawn, whatever the order of the pools.
    """
    best: Drawn | None = None
    for extra in EXTRAS:
        draws = take(extra)
        found = _searched(draws, fixed, read)
        best = found if best is None else min(best, found, key=lambda one: one.missing)
        if not best.missing or all(len(one.pool) < one.count + extra for one in draws):
            return best
    return best or Drawn(chosen=(), missing=0)


def _searched(draws: Sequence[Draw], fixed: Collection[int], read: Read) -> Drawn:
    if not any(one.count for one in draws):
        return Drawn(chosen=tuple(() for _ in draws), missing=0)
    foes = foes_among(read({*fixed, *(number for one in draws for number in one.pool)}))
    barred = frozenset(fixed).union(*(foes.get(number, frozenset()) for number in fixed))
    free = [tuple(number for number in one.pool if number not in barred) for one in draws]
    best = _Search(pools=free, counts=[one.count for one in draws], foes=foes).best()
    if best.missing:
        calm = [tuple(sorted(pool, key=lambda number: (len(foes.get(number, ())), number))) for pool in free]
        again = _Search(pools=calm, counts=[one.count for one in draws], foes=foes).best()
        best = min(best, again, key=lambda found: found.missing)
    return best


@dataclass(kw_only=True)
class _Search:
    """Goes through the pools in their order, and back wherever a draw cannot be filled any more."""

    pools: Sequence[Sequence[int]]
    counts: Sequence[int]
    foes: Foes
    steps: int = _STEPS
    _places: list[int] = field(default_factory=list)
    _most: tuple[int, ...] = ()

    def best(self) -> Drawn:
        """All that is wanted, or, where that was not found, the most that was."""
        tightest = sorted(range(len(self.pools)), key=lambda which: len(self.pools[which]) - self.counts[which])
        self._places = [which for which in tightest for _ in range(self.counts[which])]
        self._fill((), frozenset(), start=0)
        found = list(zip(self._places, self._most, strict=False))
        return Drawn(
            chosen=tuple(tuple(number for which, number in found if which == one) for one in range(len(self.pools))),
            missing=len(self._places) - len(self._most),
        )

    def _fill(self, taken: tuple[int, ...], barred: frozenset[int], *, start: int) -> bool:
        """Fill the places after those taken; the first of them with what stands at `start` of its pool, or later."""
        self._most = max(self._most, taken, key=len)
        rest = self._places[len(taken) :]
        if not rest:
            return True
        pool = self.pools[rest[0]]
        free = [at for at in range(start, len(pool)) if pool[at] not in barred]
        again = rest[1:2] == rest[:1]
        for tried, at in enumerate(free):
            self.steps -= 1
            if self.steps < 0 or len(free) - tried < rest.count(rest[0]):
                return False
            now_barred = barred | self.foes.get(pool[at], frozenset()) | {pool[at]}
            if self._fill((*taken, pool[at]), now_barred, start=at + 1 if again else 0):
                return True
        return False
