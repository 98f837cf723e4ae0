"""Near duplicates among questions, by the characters that they share."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import opencc

from questions.question import Question

LIKE = 0.8
"""From this likeness on two questions are near duplicates."""
_LENGTH = 3  # characters of a shingle


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """Two questions by their places, the smaller first, and how much they share, from 0 to 1."""

    first: int
    second: int
    share: float


def near_duplicates(questions: Sequence[Question], *, least: float = LIKE) -> tuple[Likeness, ...]:
    """The pairs of questions that share at least so much of their wording, the likest first.

    Stem and options count, in whatever order; script (traditional or simplified), width, case, spaces and punctuation
    do not. The share is that of common shingles of three characters among all of both (Jaccard).
    """
    shingled = [shingles(_wording(question)) for question in questions]
    held = Counter(piece for pieces in shingled for piece in pieces)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    found: list[Likeness] = []
    for place, pieces in enumerate(shingled):
        rarest = sorted(pieces, key=lambda piece: (held[piece], piece))[: _sought(len(pieces), least)]
        for other in sorted({other for piece in rarest for other in holders[piece]}):
            share = _share(pieces, shingled[other], least)
            if share >= least:
                found.append(Likeness(first=other, second=place, share=share))
        for piece in rarest:
            holders[piece].append(place)
    return tuple(sorted(found, key=lambda pair: (-pair.share, pair.first, pair.second)))


def like(question: Question, others: Iterable[Question], *, least: float = LIKE) -> tuple[Question, ...]:
    """Those of the others that are near duplicates of the question, in their order."""
    pieces = shingles(_wording(question))
    return tuple(other for other in others if _share(pieces, shingles(_wording(other)), least) >= least)


def shingles(text: str) -> frozenset[str]:
    """Every three characters of a text that stand together once script, width, case and punctuation are out."""
    plain = normalised(text)
    return frozenset(plain[start : start + _LENGTH] for start in range(max(len(plain) - _LENGTH + 1, 1)))


def normalised(text: str) -> str:
    """The text in simplified script and small letters of one width, without spaces and punctuation."""
    return re.sub(r"[\W_]", "", _converter().convert(unicodedata.normalize("NFKC", text)).casefold())


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def _wording(question: Question) -> str:
    """What is asked and what there is to choose from, the options in an order of their own."""
    return "\n".join([question.stem, *sorted(option.text for option in question.options)])


def _sought(size: int, least: float) -> int:
    """How many of the rarest shingles suffice: two sets as alike as wanted have one of so many of each in common.

    The prefix filter of set similarity joins (Chaudhuri, Ganti and Kaushik 2006).
    """
    return size - int(least * size) + 1 if size else 0


def _share(first: frozenset[str], second: frozenset[str], least: float) -> float:
    """How much the two share; 0 where their sizes alone show that it is less than `least`."""
    if min(len(first), len(second)) < least * max(len(first), len(second)):
        return 0.0
    shared = len(first & second)
    return shared / (len(first) + len(second) - shared)
