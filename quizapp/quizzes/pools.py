"""The questions that random draws take from: how many there are, and some of them in an order of chance."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from sqlalchemy import BigInteger, ColumnElement, Select, cast, func, literal, select, union, union_all

from quizapp.bank.listing import Filters, fitting
from quizapp.bank.models import Question
from quizapp.bank.state import State
from quizapp.database import db

_PRIME: Final = 2**31 - 1


@dataclass(frozen=True, kw_only=True)
class Chance:
    """An order of questions by chance: that of a polynomial of their numbers, which a database works out quickly.

    With random coefficients any three questions are in any order equally often (Wegman and Carter 1981).
    """

    square: int
    factor: int
    shift: int

    @classmethod
    def of(cls, rng: Random) -> Chance:
        """An order drawn from `rng`."""
        return cls(square=rng.randrange(1, _PRIME), factor=rng.randrange(_PRIME), shift=rng.randrange(_PRIME))

    def rank(self) -> ColumnElement[int]:
        """Where a question stands in the order."""
        number = cast(Question.id, BigInteger)
        return ((number * self.square % _PRIME + self.factor) * number % _PRIME + self.shift) % _PRIME


def pool_sizes(filters: Mapping[int, Filters], *, without: Collection[int] = ()) -> Mapping[int, int]:
    """How many questions may be drawn by each of these filters, by whatever names them; some may be left out."""
    if not filters:
        return {}
    counted = [
        _pool(one).where(Question.id.not_in(without)).with_only_columns(literal(name), func.count())
        for name, one in filters.items()
    ]
    return dict(db.session.execute(union_all(*counted)).all())


def some_of(pools: Mapping[int, tuple[Filters, Chance, int]]) -> Mapping[int, tuple[int, ...]]:
    """The first so many questions of each pool in its order of chance, by whatever names the pools."""
    found: dict[int, list[tuple[int, int]]] = {name: [] for name in pools}
    if pools:
        each = [_first(name, *pool) for name, pool in pools.items()]
        for name, rank, number in db.session.execute(union_all(*each)):
            found[name].append((rank, number))
    return {name: tuple(number for _rank, number in sorted(ranked)) for name, ranked in found.items()}


def _first(name: int, filters: Filters, chance: Chance, most: int) -> Select[int, int, int]:
    rank = chance.rank().label("rank")
    first = _pool(filters).add_columns(rank).order_by(rank, Question.id).limit(most).subquery()
    return select(literal(name), first.c.rank, first.c.id)


def all_in(pools: Collection[Filters], *, most: int) -> tuple[int, ...]:
    """The questions that are in at least one of the pools, but at most so many."""
    if not pools:
        return ()
    found = union(*(_pool(filters) for filters in pools)).limit(most)
    return tuple(db.session.scalars(found))


def _pool(filters: Filters) -> Select[int]:
    """The questions that fit and whose current version is approved."""
    return fitting(replace(filters, state=State.APPROVED))
