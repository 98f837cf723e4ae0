"""What a writer may draw on: the document, its facts told in pieces, and what they say about each other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from questions.dates import DateValue, Day, Granularity
from questions.document import Document
from questions.fact import Clause, Entity, Fact
from questions.names import entities_of
from questions.writers.grammar import Grammar, grammar_of
from questions.writers.telling import Telling, alike, tell

# Two facts that share this much of the shorter one's wording may tell the same event.
_SAME_EVENT = 0.6
# Wording that more facts than this share says nothing about any of them.
_TOO_COMMON = 60


class Material:
    """A document and its facts, with what is worked out once and asked often. It does not change."""

    def __init__(self, document: Document, facts: Sequence[Fact]) -> None:
        self.document = document
        self.facts = tuple(facts)
        self.grammar: Grammar = grammar_of(document.language)
        told = (tell(fact, document.language) for fact in facts)
        self.tellings: tuple[Telling, ...] = tuple(telling for telling in told if telling is not None)

    def twins(self, telling: Telling) -> tuple[Telling, ...]:
        """The other tellings that may be of the same event, in the document's order."""
        return self._twins.get(telling.fact.id, ())

    def supporters(self, telling: Telling) -> tuple[Telling, ...]:
        """The twins that give the same date: further evidence for the key."""
        return tuple(twin for twin in self.twins(telling) if twin.value == telling.value)

    def is_first(self, telling: Telling) -> bool:
        """Whether no earlier fact tells the same event with the same date, so that nothing is asked twice."""
        return all(twin.fact.start > telling.fact.start for twin in self.supporters(telling))

    def is_undisputed(self, telling: Telling) -> bool:
        """Whether no other fact puts what may be the same event at another time, so that one date is right."""
        return all(twin.value.overlaps(telling.value) for twin in self.twins(telling))

    @cached_property
    def events(self) -> tuple[Telling, ...]:
        """What can be put in an order: told once, undisputed, from the earliest to the latest."""
        usable = (item for item in self.tellings if item.is_event and self.is_first(item) and self.is_undisputed(item))
        return tuple(sorted(usable, key=lambda item: (item.value.earliest or _NEVER, item.fact.start)))

    def place(self, telling: Telling) -> int | None:
        """Where the telling stands among `events`; None where it is not one of them."""
        return self._places.get(telling.fact.id)

    def events_before(self, telling: Telling) -> Iterator[Telling]:
        """The events proved to lie before this one, the nearest first."""
        stop = bisect_left(self._beginnings, telling.value.earliest or _NEVER)
        return (self.events[index] for index in range(stop - 1, -1, -1) if self._is_before(index, telling))

    def events_after(self, telling: Telling) -> Iterator[Telling]:
        """The events proved to lie after this one, the nearest first."""
        start = bisect_right(self._beginnings, telling.value.latest or _FOREVER)
        return (self.events[index] for index in range(start, len(self.events)))

    def _is_before(self, index: int, telling: Telling) -> bool:
        return self.events[index].value.is_before(telling.value)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {event.fact.id: index for index, event in enumerate(self.events)}

    @cached_property
    def _beginnings(self) -> list[Day]:
        return [event.value.earliest or _NEVER for event in self.events]

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Every name of the text, each once, in order of appearance; those of the facts as the facts have them."""
        document = self.document
        known = [entity for fact in self.facts for entity in fact.entities]
        named = [name for span in document.sentences for name in entities_of(document, span.start, span.end, _NOBODY)]
        found = {entity.text: entity for entity in reversed([*known, *named])}
        return tuple(sorted(found.values(), key=lambda entity: entity.start))

    @cached_property
    def acting(self) -> Counter[str]:
        """How much each name is heard of: once for every mention, and twice more where it begins a clause."""
        body = self.document.text[: self.document.body_end]
        weights: Counter[str] = Counter()
        for name in (entity.text for entity in self.entities):
            beginnings = re.findall(rf"(?:^|[\n,，;；。.])\s*{re.escape(name)}", body)
            weights[name] = body.count(name) + 2 * len(beginnings)
        return weights

    @cached_property
    def segments(self) -> tuple[str, ...]:
        """The text up to its reference list, cut where a clause may end."""
        body = self.document.text[: self.document.body_end]
        for stop in "；;。!！?？\n":
            body = body.replace(stop, "\n")
        return tuple(segment for segment in body.split("\n") if segment.strip())

    @cached_property
    def numerals(self) -> frozenset[str]:
        """Every number that the text writes, in digits."""
        return frozenset(re.findall(r"\d[\d,.]*(?<=\d)", self.document.text[: self.document.body_end]))

    @cached_property
    def cited_numbers(self) -> frozenset[int]:
        """The references that the text cites."""
        return frozenset(number for marker in self.document.markers for number in marker.numbers)

    @cached_property
    def latest(self) -> Day | None:
        """The latest day that its author knew of, from the references or else the facts; None without either."""
        dates = [date for entry in self.document.references for date in (entry.issued, entry.accessed) if date]
        return max(_latest_days(dates or [fact.date.value for fact in self.facts]), default=None)

    @cached_property
    def dated_values(self) -> tuple[DateValue, ...]:
        """The dates of all facts, each once, ascending."""
        values = {str(fact.date.value): fact.date.value for fact in self.facts}
        return tuple(sorted(values.values(), key=lambda value: (value.earliest or _NEVER, str(value))))

    def dates_finer_than(self, granularity: Granularity) -> tuple[DateValue, ...]:
        """The dates of facts and of references that are more exact than this."""
        references = (entry.issued for entry in self.document.references)
        values = [*self.dated_values, *(value for value in references if value)]
        return tuple(value for value in values if value.granularity > granularity)

    def facts_at(self, value: DateValue) -> tuple[Telling, ...]:
        """The tellings whose date lies within the given one, those of exactly that date first."""
        within = [telling for telling in self._by_year(value) if value.contains(telling.value)]
        return tuple(sorted(within, key=lambda telling: telling.value != value))

    def _by_year(self, value: DateValue) -> Iterable[Telling]:
        if value.earliest is None or value.latest is None or value.latest.year - value.earliest.year > 1:
            return self.tellings
        return (item for year in range(value.earliest.year, value.latest.year + 1) for item in self._years[year])

    @cached_property
    def _years(self) -> defaultdict[int, list[Telling]]:
        years: defaultdict[int, list[Telling]] = defaultdict(list)
        for telling in self.tellings:
            if telling.value.earliest is not None:
                years[telling.value.earliest.year].append(telling)
        return years

    @cached_property
    def _twins(self) -> dict[str, tuple[Telling, ...]]:
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for index, telling in enumerate(self.tellings):
            for gram in telling.grams:
                holders[gram].append(index)
        return {telling.fact.id: self._twins_of(index, holders) for index, telling in enumerate(self.tellings)}

    def _twins_of(self, index: int, holders: dict[str, list[int]]) -> tuple[Telling, ...]:
        telling = self.tellings[index]
        rare = (holders[gram] for gram in telling.grams if len(holders[gram]) <= _TOO_COMMON)
        shared = Counter(other for places in rare for other in places if other != index)
        near = sorted(other for other, count in shared.items() if count >= 2)
        return tuple(self.tellings[other] for other in near if self._same_event(telling, self.tellings[other]))

    @staticmethod
    def _same_event(first: Telling, second: Telling) -> bool:
        return alike(first.grams, second.grams) >= _SAME_EVENT


_NOBODY = Clause(subject=None, subject_carried=False, rest="")
_NEVER = Day(-10_000, 1, 1)
_FOREVER = Day(10_000, 1, 1)


def _latest_days(values: Iterable[DateValue]) -> Iterator[Day]:
    return (value.latest for value in values if value.latest is not None)
