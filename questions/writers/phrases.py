"""The sentences that questions are made of, in the shape that every language fills in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from questions.dates import Granularity
from questions.question import TimeUnit


@dataclass(frozen=True, kw_only=True)
class Phrases:
    """Templates of one language; the names in braces are filled in by the writers."""

    which_date: Mapping[Granularity, str]
    """How a date of a granularity is asked for."""
    which_range: str
    that_time: Mapping[Granularity, str]
    """How a date just named is taken up again: 「该日」."""
    that_range: str
    """How a span of time just named is taken up again."""
    passage_stem: str
    """How a date is asked for that is left out of the source's own words; empty where the language has more ways."""
    was_when: str
    """What stands between an event and the asking for its date, where the event is told as a whole clause."""
    unit: Mapping[Granularity, str]
    """What a date of a granularity leaves out, as "which day"."""
    event_stem: str
    chronology_stem: str
    matching_stem: str
    earlier_stem: str
    interval_stem: Mapping[TimeUnit, str]
    which_of_stem: str
    where: str
    """What stands in a stem for the place that is asked for."""
    precision_stem: str
    precise_to: Mapping[Granularity, str]
    """The answers to how precisely the source dates something."""
    agreement_stem: str
    evidence_stem: str
    agrees: str
    contradicts: str
    not_stated: str
    according_to: str
    right: str
    uncited: str
    right_because: str
    year_above: str
    """What is said of a date whose year stands in an earlier one."""
    of_an_era: str
    """What is said of a date that is written by another count of years."""
    stated_thus: str
    no_fact_at: str
    happened_else: str
    happened_roughly: str
    """What is said of a time that the source gives only about, in its own words."""
    told_otherwise: str
    """What the source's own words are led in by that tell of a time."""
    happened_then: str
    dated_otherwise: str
    done_by: str
    counted: str
    dated_thus: str
    dated_only: str
    dated_fully: str
    dated_relatively: str
    """What is said of a date that follows from the words of the source and what stands before them."""
    cited_for: str
    not_cited: str
    reference: Mapping[int, str]
    """A reference by how many of publisher and issue date it has."""
    citation: str
    inner_quotes: Mapping[int, int]
    """For `str.translate`: quotation marks as they stand within quotation marks."""
