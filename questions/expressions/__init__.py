"""Date expressions in running text: recognised by a table of rules, settled by their context."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from questions.document import Language
from questions.expressions import en, zh
from questions.expressions.mention import Beginning, Mention, Rule
from questions.expressions.story import Resolution, resolve

__all__ = ["Resolution", "find_dates"]


def find_dates(text: str, end: int, language: Language) -> Resolution:
    """The dates of ``text[:end]`` whose value the text fixes, and the date expressions that it leaves open."""
    return resolve(text, mentions(text, end, language))


def mentions(text: str, end: int, language: Language) -> Iterator[Mention]:
    """Every date expression of ``text[:end]`` by itself, in order, none overlapping another."""
    table = _TABLES[language.is_chinese]
    position = 0
    for candidate in table.candidate.finditer(text, 0, end):
        if candidate.start() < position:
            continue
        match = table.trigger.match(text, candidate.start(), end)
        if match:
            mention = _first_reading(text, match.start(), end, table.rules[match.lastgroup])
            if mention is not None:
                yield mention
            position = max(match.end(), mention.end if mention else 0)


def _first_reading(text: str, start: int, end: int, rules: tuple[Rule, ...]) -> Mention | None:
    for rule in rules:
        match = rule.pattern.match(text, start, end)
        mention = rule.build(match) if match else None
        if mention is not None:
            return mention
    return None


def _by_beginning(rules: Sequence[Rule]) -> dict[str | None, tuple[Rule, ...]]:
    return {kind.value: tuple(rule for rule in rules if kind in rule.begins) for kind in Beginning}


@dataclass(frozen=True, kw_only=True)
class _Table:
    """A language's rules by what a date begins with; `candidate` finds quickly where the `trigger` may match."""

    candidate: re.Pattern[str]
    trigger: re.Pattern[str]
    rules: Mapping[str | None, tuple[Rule, ...]]


_TABLES = {
    True: _Table(candidate=zh.CANDIDATE, trigger=zh.TRIGGER, rules=_by_beginning(zh.RULES)),
    False: _Table(candidate=en.CANDIDATE, trigger=en.TRIGGER, rules=_by_beginning(en.RULES)),
}
