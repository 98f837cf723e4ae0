"""Two revisions of a document, sentence by sentence: what stayed, moved, changed, went and came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

_ALIKE: Final = 0.35
"""Of two sentences that stand in the same place, so much must be shared for one to be the other changed."""
_NEAR: Final = 20  # sentences: so far apart at most are those of the same place


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Places of sentences, counted from 0: pairs of an earlier and a later one, or places of one side alone."""

    unchanged: tuple[tuple[int, int], ...]
    moved: tuple[tuple[int, int], ...]
    changed: tuple[tuple[int, int], ...]
    deleted: tuple[int, ...]
    added: tuple[int, ...]


def compare(before: Sequence[str], after: Sequence[str]) -> Comparison:
    """Compare the sentences of two revisions, given in order."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    blocks = matcher.get_matching_blocks()
    unchanged = [(first + step, second + step) for first, second, size in blocks for step in range(size)]
    old = set(range(len(before))) - {first for first, _ in unchanged}
    new = set(range(len(after))) - {second for _, second in unchanged}
    moved = list(_moved(before, after, old, new))
    old -= {first for first, _ in moved}
    new -= {second for _, second in moved}
    changed = list(_changed(before, after, matcher, old, new))
    return Comparison(
        unchanged=tuple(unchanged),
        moved=tuple(moved),
        changed=tuple(changed),
        deleted=tuple(sorted(old - {first for first, _ in changed})),
        added=tuple(sorted(new - {second for _, second in changed})),
    )


def _moved(before: Sequence[str], after: Sequence[str], old: set[int], new: set[int]) -> Iterator[tuple[int, int]]:
    """Sentences that read the same in another place, paired in order."""
    places: dict[str, list[int]] = defaultdict(list)
    for second in sorted(new, reverse=True):
        places[after[second]].append(second)
    for first in sorted(old):
        if places[before[first]]:
            yield first, places[before[first]].pop()


def _changed(
    before: Sequence[str], after: Sequence[str], matcher: SequenceMatcher[str], old: set[int], new: set[int]
) -> Iterator[tuple[int, int]]:
    """Within each stretch that differs, the sentences that are most alike, each once."""
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag != "replace":
            continue
        pairs = sorted(
            (-_share(before[first], after[second]), first, second)
            for first in range(start, end)
            if first in old
            for second in range(begin, stop)
            if second in new and abs((first - start) - (second - begin)) <= _NEAR
        )
        taken_old, taken_new = set[int](), set[int]()
        for share, first, second in pairs:
            if -share >= _ALIKE and first not in taken_old and second not in taken_new:
                taken_old.add(first)
                taken_new.add(second)
                yield first, second


def _share(first: str, second: str) -> float:
    """How many pairs of characters the texts share, of all that they have."""
    one, other = ({text[place : place + 2] for place in range(len(text) - 1)} for text in (first, second))
    return len(one & other) / len(one | other) if one or other else 0.0
