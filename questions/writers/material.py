"""What a writer may draw on: the document, its facts told in pieces, and what they say about each other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, takewhile
from random import Random

from questions.consistency import contradicted
from questions.dates import DateValue, Day, Granularity
from questions.document import Document
from questions.fact import Clause, Entity, Fact
from questions.names import entities_of
from questions.writers.anchoring import is_anchored
from questions.writers.grammar import Grammar, grammar_of
from questions.writers.retelling import retelling_of
from questions.writers.standing import standing_of, told_clearly
from questions.writers.telling import Telling, alike, grams, likeness

# Two facts that share this much of the shorter one's wording may tell the same event.
_SAME_EVENT = 0.6
# Wording that more facts than this share tells nothing about any of them.
_TOO_FREQUENT = 60
# A clause that shares this much with what a fact tells may tell of the same deed.
_SAME_DEED = 0.5
# Facts that share this much of a statement's wording may touch the same matter.
_SAME_MATTER = 0.15
# How many dates of other facts are looked at on either side.
_BESIDE = 8


class Material:
    """A document and its facts, with what is worked out once and asked often. It does not change."""

    def __init__(self, document: Document, facts: Sequence[Fact], *, seed: int) -> None:
        self.document = document
        self.facts = tuple(facts)
        self.grammar: Grammar = grammar_of(document)
        retelling, disputed = retelling_of(document), contradicted(document, facts)
        standing, sound = standing_of(document), (fact for fact in facts if fact.id not in disputed)
        clear = (told_clearly(fact, document.language, retelling, standing) for fact in sound)
        self.opened = standing.opened
        self.tellings: tuple[Telling, ...] = tuple(telling for telling in clear if telling is not None)
        self.leaning = frozenset(telling.fact.id for telling in self.tellings if telling.leans)
        self._seed = seed

    def turn(self, telling: Telling) -> int:
        """The telling's number when all are counted in an order, and from a number, that the seed chose.

        A choice by turns comes out even over a document, where one by chance would only tend to.
        """
        return self._turns[telling.fact.id]

    @cached_property
    def _turns(self) -> dict[str, int]:
        ids = [telling.fact.id for telling in self.tellings]
        rng = Random(f"{self._seed} turns")  # noqa: S311
        rng.shuffle(ids)
        return {name: number for number, name in enumerate(ids, start=rng.randrange(_TURNS))}

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

    def is_finest(self, telling: Telling) -> bool:
        """Whether no other fact dates more exactly, within the same time, what may touch the same matter."""
        finer = (
            fact
            for fact in self.facts_in_year(telling.value)
            if fact.date.value.granularity > telling.value.granularity
        )
        within = (fact for fact in finer if telling.value.overlaps(fact.date.value))
        return not any(alike(grams(fact.quote, telling.language), telling.grams) >= _SAME_MATTER for fact in within)

    def facts_in_year(self, value: DateValue) -> list[Fact]:
        """The facts whose dates begin in the year in which this one begins."""
        return self._facts_by_year[_beginning(value).year]

    @cached_property
    def _facts_by_year(self) -> defaultdict[int, list[Fact]]:
        years: defaultdict[int, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            years[_beginning(fact.date.value).year].append(fact)
        return years

    @cached_property
    def _body(self) -> str:
        return self.document.text[: self.document.body_end]

    @cached_property
    def events(self) -> tuple[Telling, ...]:
        """What can be put in an order: told once, undisputed, from the earliest to the latest."""
        usable = (item for item in self.tellings if item.is_event and self.is_first(item) and self.is_undisputed(item))
        return tuple(sorted(usable, key=lambda item: (item.value.earliest or _NEVER, item.fact.start)))

    def place(self, telling: Telling) -> int | None:
        """Where the telling stands among `events`; None where it is not one of them."""
        return self._places.get(telling.fact.id)

    def events_before(self, value: DateValue) -> Iterator[Telling]:
        """The events proved to lie before this date, the nearest first."""
        stop = bisect_left(self._beginnings, value.earliest or _NEVER)
        nearest_first = (self.events[index] for index in range(stop - 1, -1, -1))
        return (event for event in nearest_first if event.value.is_before(value))

    def events_after(self, value: DateValue) -> Iterator[Telling]:
        """The events proved to lie after this date, the nearest first."""
        start = bisect_right(self._beginnings, value.latest or _FOREVER)
        return (self.events[index] for index in range(start, len(self.events)))

    def events_within(self, value: DateValue) -> tuple[Telling, ...]:
        """The events whose dates lie wholly within this one, from the earliest to the latest."""
        start = bisect_left(self._beginnings, value.earliest or _NEVER)
        stop = bisect_right(self._beginnings, value.latest or _FOREVER)
        return tuple(event for event in self.events[start:stop] if value.contains(event.value))

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
        """How much each name is heard of: once for every clause with it, and twice more where it begins one."""
        weights: Counter[str] = Counter()
        for name, places in self._naming.items():
            beginnings = sum(self._segments[place].startswith(name) for place in places)
            weights[name] = len(places) + 2 * beginnings
        return weights

    def clauses_naming(self, name: str, told: frozenset[str]) -> Iterator[str]:
        """The clauses with a name that share half of their wording, or of what is told, with it."""
        clauses = ((self._segments[place], self._segment_grams[place]) for place in self._naming.get(name, ()))
        return (text for text, held in clauses if alike(told, held) >= _SAME_DEED)

    @cached_property
    def _segments(self) -> tuple[str, ...]:
        return tuple(segment.strip() for segment in re.split("[；;。!！?？\n]", self._body) if segment.strip())

    @cached_property
    def _segment_grams(self) -> tuple[frozenset[str], ...]:
        return tuple(grams(segment, self.document.language) for segment in self._segments)

    @cached_property
    def _naming(self) -> dict[str, tuple[int, ...]]:
        """Which segments hold each name."""
        whole = "\n".join(self._segments)
        starts = [0, *(match.end() for match in re.finditer("\n", whole))]
        names = sorted({entity.text for entity in self.entities})
        return {name: tuple(dict.fromkeys(_places(name, whole, starts))) for name in names}

    @cached_property
    def numerals(self) -> frozenset[str]:
        """Every number that the text writes, in digits."""
        return frozenset(re.findall(r"\d[\d,.]*(?<=\d)", self._body))

    @cached_property
    def cited_numbers(self) -> frozenset[int]:
        """The references that the text cites."""
        return frozenset(number for marker in self.document.markers for number in marker.numbers)

    @cached_property
    def latest(self) -> Day | None:
        """The latest day that its author knew of, from the references or else the facts; None without either."""
        dates = [date for entry in self.document.references for date in (entry.issued, entry.accessed) if date]
        return max(_latest_days(dates or [fact.date.value for fact in self.facts]), default=None)

    def dates_beside(self, value: DateValue) -> tuple[DateValue, ...]:
        """The dates of other facts with this one's granularity, some on either side, the nearest in time."""
        known = self._dates_by_granularity[value.granularity]
        place = bisect_left(known, value.earliest or _NEVER, key=_beginning)
        return tuple(known[max(place - _BESIDE, 0) : place + _BESIDE])

    @cached_property
    def _dates_by_granularity(self) -> defaultdict[Granularity, list[DateValue]]:
        dates: defaultdict[Granularity, list[DateValue]] = defaultdict(list)
        for value in self.dated_values:
            dates[value.granularity].append(value)
        return dates

    @cached_property
    def dated_values(self) -> tuple[DateValue, ...]:
        """The dates of all facts, each once, ascending."""
        values = {str(fact.date.value): fact.date.value for fact in self.facts if is_anchored(fact, self.document)}
        return tuple(sorted(values.values(), key=lambda value: (_beginning(value), str(value))))

    def dates_finer_than(self, value: DateValue) -> tuple[DateValue, ...]:
        """The dates of facts and of references that lie in this month or year and are more exact."""
        same_year = self._exact_dates[_beginning(value).year]
        return tuple(other for other in same_year if other.granularity > value.granularity and value.overlaps(other))

    @cached_property
    def _exact_dates(self) -> defaultdict[int, list[DateValue]]:
        issued = (entry.issued for entry in self.document.references)
        years: defaultdict[int, list[DateValue]] = defaultdict(list)
        for value in (*self.dated_values, *(value for value in issued if value)):
            if value.granularity > Granularity.YEAR:
                years[_beginning(value).year].append(value)
        return years

    def facts_at(self, value: DateValue) -> tuple[Telling, ...]:
        """The tellings whose date lies within the given one, those of exactly that date first."""
        within = [item for item in self._by_year(value) if value.contains(item.value) and not item.passage]
        return tuple(sorted(within, key=lambda telling: telling.value != value))

    def untold_at(self, value: DateValue) -> Iterator[Fact]:
        """The facts with a date within the given one of which no sentence can be made."""
        start = bisect_left(self._untold_beginnings, value.earliest or _NEVER)
        latest = value.latest or _FOREVER
        near = takewhile(lambda fact: _beginning(fact.date.value) <= latest, islice(self._untold, start, None))
        return (fact for fact in near if value.contains(fact.date.value))

    @cached_property
    def _untold(self) -> tuple[Fact, ...]:
        told = {telling.fact.id for telling in self.tellings if not telling.passage}
        untold = (fact for fact in self.facts if fact.id not in told and is_anchored(fact, self.document))
        return tuple(sorted(untold, key=lambda fact: _beginning(fact.date.value)))

    @cached_property
    def _untold_beginnings(self) -> list[Day]:
        return [_beginning(fact.date.value) for fact in self._untold]

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
        rare = (holders[gram] for gram in telling.grams if len(holders[gram]) <= _TOO_FREQUENT)
        shared = Counter(other for places in rare for other in places if other != index)
        near = sorted(other for other, count in shared.items() if count >= 2)
        return tuple(self.tellings[other] for other in near if self._same_event(telling, self.tellings[other]))

    @staticmethod
    def _same_event(first: Telling, second: Telling) -> bool:
        return likeness(first, second) >= _SAME_EVENT


_TURNS = 12  # so many are even by twos, threes and fours
_NOBODY = Clause(subject=None, subject_carried=False, rest="")
_NEVER = Day(-10_000, 1, 1)
_FOREVER = Day(10_000, 1, 1)


def _places(name: str, whole: str, starts: list[int]) -> Iterator[int]:
    """The lines of a text that hold a name."""
    return (bisect_right(starts, match.start()) - 1 for match in re.finditer(re.escape(name), whole))


def _beginning(value: DateValue) -> Day:
    return value.earliest or _NEVER


def _latest_days(values: Iterable[DateValue]) -> Iterator[Day]:
    return (value.latest for value in values if value.latest is not None)
