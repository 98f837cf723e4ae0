"""Two revisions of a document are compared sentence by sentence."""

from __future__ import annotations

import pytest

from quizapp.documents.comparing import Comparison, compare

A, B, C = "In 2008 the war began.", "Georgia broke off relations.", "Nobody was surprised by that."
CHANGED = "In 2008 the long war began."


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ([A, B, C], [A, B, C], {"unchanged": ((0, 0), (1, 1), (2, 2))}),
        ([A, B], [A, C, B], {"unchanged": ((0, 0), (1, 2)), "added": (1,)}),
        ([A, B, C], [A, C], {"unchanged": ((0, 0), (2, 1)), "deleted": (1,)}),
        ([A, B], [CHANGED, B], {"unchanged": ((1, 1),), "changed": ((0, 0),)}),
        ([A], [C], {"deleted": (0,), "added": (0,)}),
        ([], [A], {"added": (0,)}),
        ([A], [], {"deleted": (0,)}),
        ([A, A], [A], {"unchanged": ((0, 0),), "deleted": (1,)}),
    ],
)
def test_sentences_stay_change_go_and_come(
    before: list[str], after: list[str], found: dict[str, tuple[object, ...]]
) -> None:
    parts = {"unchanged": (), "moved": (), "changed": (), "deleted": (), "added": (), **found}
    assert compare(before, after) == Comparison(**parts)  # type: ignore[arg-type]


def test_a_sentence_in_another_place_has_moved() -> None:
    found = compare([A, B, C, "The end."], [B, C, "The end.", A])
    assert (found.moved, found.deleted, found.added) == (((0, 3),), (), ())


def test_two_texts_with_nothing_in_common_are_compared_in_good_time() -> None:
    found = compare(
        [f"Sentence {place} of one." for place in range(2000)], [f"其二的第{place}句。" for place in range(2000)]
    )
    assert (len(found.deleted), len(found.added)) == (2000, 2000)
