"""How an attempt asks a question: its options under random ids, and what may be answered with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from random import Random
from typing import Final

import questions
from questions import Interaction, QuestionType
from questions.regex import regex
from quizapp.errors import N_, WrongField

LONGEST_ENTRY: Final = 200
_TOKEN_BITS: Final = 48
_OF_ONE_ORDER: Final = (QuestionType.TRUE_FALSE_UNSTATED, QuestionType.PRECISION, QuestionType.TRUE_FALSE)
PAIR_MARK: Final = "="
"""Stands between the ids of an item and of its match, where an answer names a pair; also behind a gap's number."""

_GAP_NUMBER: Final = regex(r"[1-9]\d?", re.ASCII)

Pairs = Sequence[Sequence[str]]
"""Of each option, in the order shown: the id that the browser sees, and the option's own id."""


class Move(StrEnum):
    """Where a button of an ordering question puts an item."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, kw_only=True)
class ShownOption:
    """An option as the browser gets it: a random id and the text, nothing else."""

    id: str
    text: str


def drawn_ids(question: questions.Question, *, shuffle: bool, rng: Random) -> list[list[str]]:
    """Give each option of a question a random id of this attempt, in the order in which the attempt shows them.

    What is to be put in order or in pairs is always shuffled, the matches to choose from never. The answers of "true,
    false, not stated" and of "how precisely" keep their order, which is the same in all.
    """
    own = [option.id for option in question.items or question.options]
    fixed = question.type in _OF_ONE_ORDER or not shuffle
    if question.type.interaction in (Interaction.ORDER, Interaction.MATCH) or not fixed:
        rng.shuffle(own)
    own += [match.id for match in question.matches]
    tokens = rng.sample(range(1 << _TOKEN_BITS), len(own))
    return [[f"{token:012x}", id_] for token, id_ in zip(tokens, own, strict=True)]


def shown_options(question: questions.Question, pairs: Pairs) -> tuple[ShownOption, ...]:
    """The options in this attempt's order, under this attempt's ids."""
    texts = {option.id: option.text for option in question.options}
    return tuple(ShownOption(id=token, text=texts[own]) for token, own in pairs)


def checked_answer(interaction: Interaction, pairs: Pairs, answer: Sequence[str]) -> list[str]:
    """The answer as it is stored; an empty list stands for no answer.

    Raises WrongField when it does not fit: an unknown option, more than one choice, an order that leaves one out, an
    item with two matches.
    """
    if interaction in (Interaction.ENTRY, Interaction.NUMBER, Interaction.TEXT):
        return _checked_entry(answer)
    if interaction is Interaction.CLOZE:
        return _checked_gaps(answer)
    known = {token for token, _own in pairs}
    if interaction is Interaction.MATCH:
        return _checked_pairs(known, answer)
    if interaction is Interaction.SEVERAL:
        answer = list(dict.fromkeys(answer))
    if not known.issuperset(answer):
        raise WrongField("answer", N_("This question has no such option. Please reload the page."))
    if interaction is Interaction.CHOICE and len(answer) > 1:
        raise WrongField("answer", N_("Please choose one option only."))
    if interaction is Interaction.ORDER and answer and sorted(answer) != sorted(known):
        raise WrongField("answer", N_("An order needs each of its items exactly once. Please reload the page."))
    return list(answer)


def _checked_entry(answer: Sequence[str]) -> list[str]:
    text = " ".join(" ".join(answer).split())  # any white space is a space: pasted text brings others
    if len(text) > LONGEST_ENTRY:
        raise WrongField(
            "answer", N_("An answer has no more than %(count)s characters. This was not saved."), count=LONGEST_ENTRY
        )
    if not text.isprintable():
        raise WrongField("answer", N_("This contains characters that no answer has. It was not saved."))
    return [text] if text else []


def _checked_gaps(answer: Sequence[str]) -> list[str]:
    """What was typed into each gap, its number before it, in the order of the gaps; empty gaps are left out."""
    filled = {}
    for part in answer:
        number, mark, text = part.partition(PAIR_MARK)
        if not mark or not _GAP_NUMBER.fullmatch(number):
            raise WrongField("answer", N_("This question has no such gap. Please reload the page."))
        filled[int(number)] = _checked_entry([text])
    return [f"{number}{PAIR_MARK}{text[0]}" for number, text in sorted(filled.items()) if text]


def filled_gaps(answer: Sequence[str]) -> dict[int, str]:
    """What was typed into each gap, by its number."""
    parts = (part.partition(PAIR_MARK) for part in answer)
    return {int(number): text for number, _mark, text in parts}


def _checked_pairs(known: set[str], answer: Sequence[str]) -> list[str]:
    """The pairs that were chosen; an item left open sends an empty text."""
    chosen = [pair for pair in answer if pair]
    split = [tuple(pair.split(PAIR_MARK)) for pair in chosen]
    if any(len(pair) != 2 or not known.issuperset(pair) for pair in split):
        raise WrongField("answer", N_("This question has no such option. Please reload the page."))
    if len({pair[0] for pair in split}) < len(split):
        raise WrongField("answer", N_("An item has one match only. Please reload the page."))
    return chosen


def chosen_matches(answer: Sequence[str]) -> dict[str, str]:
    """The match that was chosen for each item, by the ids that the browser sees."""
    return {first: second for first, _mark, second in (pair.partition(PAIR_MARK) for pair in answer)}


def moved(answer: Sequence[str], item: str, move: Move) -> list[str]:
    """The order after one item changed places with its neighbour; unchanged at either end and for an unknown item."""
    order = list(answer)
    if item in order:
        place = order.index(item)
        other = place - 1 if move is Move.UP else place + 1
        if 0 <= other < len(order):
            order[place], order[other] = order[other], order[place]
    return order


def read_entry(answer: Sequence[str]) -> questions.DateValue | None:
    """The date that was typed; None where nothing was, or nothing that can be read as a date."""
    try:
        return questions.read_date(answer[0]) if answer else None
    except ValueError:
        return None


def _matched(question: questions.Question, own: dict[str, str], answer: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The pairs of an item and a match of the question; a pair of anything else is none."""
    items, matches = ({option.id for option in side} for side in (question.items, question.matches))
    pairs = ((own.get(first, ""), own.get(second, "")) for first, second in chosen_matches(answer).items())
    return tuple((first, second) for first, second in pairs if first in items and second in matches)


def read_number_entry(answer: Sequence[str]) -> Fraction | None:
    """The number that was typed; None where nothing was, or nothing that can be read as a number."""
    try:
        return questions.read_number(answer[0]) if answer else None
    except ValueError:
        return None


def response_to(question: questions.Question, pairs: Pairs, answer: Sequence[str]) -> questions.Response | None:
    """The stored answer as what the library marks; None where there is nothing to mark."""
    own = {pair[0]: pair[1] for pair in pairs}
    ids = tuple(own[token] for token in answer if token in own)
    match question.type.interaction:
        case Interaction.ENTRY:
            value = read_entry(answer)
            return questions.TypedDate(value=value) if value else None
        case Interaction.ORDER:
            return questions.OrderedOptions(ids=ids) if ids else None
        case Interaction.NUMBER:
            number = read_number_entry(answer)
            return questions.TypedNumber(value=number) if number is not None else None
        case Interaction.TEXT:
            return questions.TypedText(text=answer[0]) if answer else None
        case Interaction.CLOZE:
            known = {number: text for number, text in filled_gaps(answer).items() if number <= len(question.gaps)}
            return questions.FilledGaps(texts=known) if known else None
        case Interaction.MATCH:
            matched = _matched(question, own, answer)
            return questions.MatchedOptions(pairs=matched) if matched else None
        case Interaction.CHOICE | Interaction.SEVERAL:
            return questions.ChosenOptions(ids=ids) if ids else None
