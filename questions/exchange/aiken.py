"""Aiken (https://docs.moodle.org/en/Aiken_format): a question on a line, options behind letters, the key behind ANSWER.

It holds choices with one right option and nothing else: no remarks, quotes or references, no types and no ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from io import StringIO
from string import ascii_uppercase

from questions.exchange.drafts import MOST_OPTIONS, Draft, DraftOption, Gathering, Rejected
from questions.exchange.item import Field, Imported, Item, LeftOut, Loss, Wrong
from questions.question import Interaction, Question
from questions.regex import regex

_OPTION = regex(r"([A-Za-z])[).．、）][ \t\u3000]*(.*)")
_ANSWER = regex(r"(?:ANSWER|答案)\s{0,9}[:：]\s{0,9}(.*)", re.IGNORECASE)
_SPACE = regex(r"\s+")


def write_aiken(items: Sequence[Item]) -> tuple[str, list[LeftOut]]:
    """The items as Aiken, and what it has no place for."""
    blocks: list[str] = []
    losses: list[LeftOut] = []
    for number, item in enumerate(items, 1):
        refused = _refusal(item.question)
        if refused is not None:
            losses.append(LeftOut(item=number, loss=refused[0], what=refused[1]))
            continue
        blocks.append("\n".join(_block(item.question)) + "\n")
        losses.extend(LeftOut(item=number, loss=loss) for loss in _losses(item))
    return "\n".join(blocks), losses


def _refusal(question: Question) -> tuple[Loss, str] | None:
    """Why the question cannot be written at all."""
    if question.type.interaction is not Interaction.CHOICE or len(question.options) > len(ascii_uppercase):
        return Loss.TYPE, str(question.type)
    stem = _flat(question.stem)
    return (Loss.MARK_AT_START, "") if _OPTION.match(stem) or _ANSWER.match(stem) else None


def _block(question: Question) -> Iterator[str]:
    yield _flat(question.stem)
    for mark, option in zip(ascii_uppercase, question.options, strict=False):
        yield f"{mark}) {_flat(option.text)}"
    yield f"ANSWER: {ascii_uppercase[[option.correct for option in question.options].index(True)]}"


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip() if "\n" in text else text


def _losses(item: Item) -> Iterator[Loss]:
    question = item.question
    if item.references or item.remark or question.explanations or any(option.feedback for option in question.options):
        yield Loss.EVIDENCE
    if any("\n" in text for text in (question.stem, *(option.text for option in question.options))):
        yield Loss.LINES
    if item.category:
        yield Loss.CATEGORY


def read_aiken(text: str) -> Imported:
    """The questions of an Aiken text."""
    gathering = Gathering()
    stem: list[str] = []
    options: list[tuple[str, str]] = []
    line = 0
    for number, raw in enumerate(StringIO(text), 1):
        content = raw.strip()
        line = line if stem or options else number
        if answer := _ANSWER.fullmatch(content):
            gathering.take(partial(_draft, stem, options, answer[1]), line=line)
            stem, options = [], []
        elif (option := _OPTION.fullmatch(content)) and stem:
            if len(options) <= MOST_OPTIONS:
                options.append((option[1].upper(), option[2]))
        elif content and options:
            gathering.take(partial(_draft, stem, options, None), line=line)
            stem, options, line = [content], [], number
        elif content:
            stem.append(content)
    if stem or options:
        gathering.take(partial(_draft, stem, options, None), line=line)
    return gathering.imported()


def _draft(stem: list[str], options: list[tuple[str, str]], answer: str | None) -> Draft:
    if answer is None:
        raise Rejected(Field.KEY, Wrong.NO_ANSWER)
    letters = [mark for mark, _text in options]
    key = answer.strip().rstrip(".)").upper()
    if letters and key not in letters:
        raise Rejected(Field.KEY, Wrong.UNKNOWN_OPTION, key[:20])
    return Draft(
        interaction=Interaction.CHOICE,
        stem="\n".join(stem),
        options=tuple(DraftOption(text=text, correct=mark == key) for mark, text in options),
    )
