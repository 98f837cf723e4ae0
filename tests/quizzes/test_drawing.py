"""Random draws: repeatable, within their pools, and never two questions that do not go together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

import pytest

import questions
from questions.document import Language
from questions.leaking import leaks
from questions.question import Option, Question, QuestionType
from questions.sample import sample_source
from quizapp.quizzes.drawing import EXTRAS, Draw, Drawn, draw
from tests.quizzes.making import chance


def _choice(name: str, *facts: str, stem: str = "") -> Question:
    return Question(
        id=name,
        type=QuestionType.WHO_CHOICE,
        language=Language.ENGLISH,
        stem=stem or f"Who was {name} {name[::-1]} {name * 2}?",
        options=(Option(id="a", text=f"{name}-{name}", correct=True), Option(id="b", text=f"{name}+{name}+")),
        fact_ids=facts,
    )


class Shelf:
    """Questions by number, and how many were read."""

    def __init__(self, *asked: Question) -> None:
        self.asked = dict(enumerate(asked, start=1))
        self.reads: list[int] = []

    def read(self, numbers: Collection[int]) -> Mapping[int, Question]:
        self.reads.append(len(numbers))
        return {number: self.asked[number] for number in numbers}


def _drawn(shelf: Shelf, *wanted: Draw, fixed: Collection[int] = (), seed: int = 0) -> Drawn:
    """What is drawn where the order of chance is that of this seed."""
    rng = chance(seed)
    pools = [rng.sample(one.pool, len(one.pool)) for one in wanted]

    def take(extra: int) -> list[Draw]:
        return [
            Draw(count=one.count, pool=tuple(pool[: one.count + extra]))
            for one, pool in zip(wanted, pools, strict=True)
        ]

    return draw(take, fixed=fixed, read=shelf.read)


@pytest.fixture(scope="module")
def sample() -> Shelf:
    return Shelf(*questions.write_questions(questions.read(sample_source())))


def test_the_same_chance_draws_the_same_and_another_draws_others(sample: Shelf) -> None:
    wanted = [Draw(count=3, pool=tuple(sample.asked))]
    drawn = [_drawn(sample, *wanted, seed=seed).chosen for seed in (1, 1, 2, 3, 4)]
    assert drawn[0] == drawn[1]
    assert len(set(drawn)) > 2


@pytest.mark.parametrize("seed", range(12))
def test_what_is_drawn_goes_together(sample: Shelf, seed: int) -> None:
    fixed = (1,)
    found = _drawn(sample, Draw(count=3, pool=tuple(sample.asked)), fixed=fixed, seed=seed)
    together = [sample.asked[number] for number in (*fixed, *found.chosen[0])]
    assert (found.missing, len(together), leaks(together)) == (0, 4, frozenset())


def test_every_question_of_a_pool_has_its_chance() -> None:
    shelf = Shelf(*(_choice(name) for name in "vwxyz"))
    seen = Counter(
        number
        for seed in range(200)
        for number in _drawn(shelf, Draw(count=1, pool=(1, 2, 3, 4, 5)), seed=seed).chosen[0]
    )
    assert sorted(seen) == [1, 2, 3, 4, 5]
    assert min(seen.values()) > 20


def test_two_draws_share_no_question() -> None:
    shelf = Shelf(*(_choice(name) for name in "wxyz"))
    wanted = [Draw(count=2, pool=(1, 2, 3, 4)), Draw(count=2, pool=(1, 2))]
    for seed in range(20):
        found = _drawn(shelf, *wanted, seed=seed)
        assert ([set(one) for one in found.chosen], found.missing) == ([{3, 4}, {1, 2}], 0)


def test_a_greedy_question_does_not_stand_in_the_way() -> None:
    """One that asks about all three facts would leave nothing else to draw."""
    shelf = Shelf(_choice("q", "1", "2", "3"), _choice("x", "1"), _choice("y", "2"), _choice("z", "3"))
    for seed in range(20):
        found = _drawn(shelf, Draw(count=3, pool=(1, 2, 3, 4)), seed=seed)
        assert (set(found.chosen[0]), found.missing) == ({2, 3, 4}, 0)


def test_what_a_fixed_question_gives_away_is_not_drawn() -> None:
    shelf = Shelf(_choice("q", "1"), _choice("x", "1"), _choice("y", "2"))
    for seed in range(10):
        assert _drawn(shelf, Draw(count=1, pool=(2, 3)), fixed=(1,), seed=seed).chosen == ((3,),)


def test_two_that_say_much_the_same_are_not_drawn_together() -> None:
    first = _choice("q", stem="Which of the two rivers that rise in the mountains of the north is the longer one?")
    again = replace(first, options=(Option(id="a", text="Don", correct=True), Option(id="b", text="Kura")))
    shelf = Shelf(first, again, _choice("y"))
    assert leaks([first, again]) == frozenset()
    for seed in range(10):
        found = _drawn(shelf, Draw(count=2, pool=(1, 2, 3)), seed=seed)
        assert 3 in found.chosen[0]


def test_what_cannot_be_drawn_is_counted() -> None:
    shelf = Shelf(_choice("x", "1"), _choice("y", "1"), _choice("z", "2"))
    found = _drawn(shelf, Draw(count=3, pool=(1, 2, 3)))
    assert found.missing == 1
    assert len(found.chosen[0]) == 2


def test_of_a_large_pool_only_a_part_is_read() -> None:
    shelf = Shelf(*(_choice(f"n{number * 7919:x}") for number in range(EXTRAS[-1] * 2)))
    found = _drawn(shelf, Draw(count=5, pool=tuple(shelf.asked)))
    assert found.missing == 0
    assert shelf.reads == [5 + EXTRAS[0]]


def test_nothing_is_drawn_where_nothing_is_wanted() -> None:
    assert _drawn(Shelf(), fixed=(1,)) == Drawn(chosen=(), missing=0)
