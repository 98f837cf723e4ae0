"""The sentences of questions in English."""

from __future__ import annotations

from questions.dates import Granularity
from questions.question import TimeUnit
from questions.writers.phrases import Phrases

ENGLISH = Phrases(
    which_date={
        Granularity.DAY: "On what date",
        Granularity.MONTH: "In which month and year",
        Granularity.SEASON: "In which season and year",
        Granularity.YEAR: "In which year",
        Granularity.DECADE: "In which decade",
        Granularity.CENTURY: "In which century",
    },
    which_range="In which years",
    that_time={
        Granularity.DAY: "on that day",
        Granularity.MONTH: "in that month",
        Granularity.SEASON: "in that season",
        Granularity.YEAR: "in that year",
        Granularity.DECADE: "in that decade",
        Granularity.CENTURY: "in that century",
    },
    that_range="during that time",
    passage_stem="",
    was_when="",
    unit={
        Granularity.DAY: "hour",
        Granularity.MONTH: "day",
        Granularity.SEASON: "month",
        Granularity.YEAR: "month",
        Granularity.DECADE: "year",
        Granularity.CENTURY: "year",
    },
    event_stem="Which of these events happened {date}?",
    chronology_stem="In what order did these events happen, from earliest to latest?",
    matching_stem="When did each of these events happen? Match each event with its date.",
    earlier_stem="Which of these two events happened first?",
    interval_stem={
        TimeUnit.DAY: "How many days passed between these two events: “{first}” and “{second}”? (Subtract the earlier "
        "date from the later one.)",
        TimeUnit.MONTH: "How many months passed between these two events: “{first}” and “{second}”? (Count from month "
        "to month, without days.)",
        TimeUnit.YEAR: "How many years passed between these two events: “{first}” and “{second}”? (Subtract the "
        "earlier year from the later one.)",
    },
    which_of_stem="Which of these events happened {date}? Choose all that did.",
    where="_____",
    precision_stem="How exactly does the source date this event: “{event}”?",
    precise_to={
        Granularity.DAY: "To the day",
        Granularity.MONTH: "To the month, but not to the day",
        Granularity.YEAR: "To the year, but not to the month",
        Granularity.DECADE: "To the decade, but not to the year",
        Granularity.CENTURY: "To the century, but not to the decade",
    },
    agreement_stem="How does this statement compare with the source? “{statement}”",
    evidence_stem="Which of these references does the source cite for the statement “{event}”?",
    agrees="Agrees with the source",
    contradicts="Contradicts the source",
    not_stated="Not stated in the source",
    according_to="According to {source}, {sentence}",
    right="Right. References cited by the source for this statement: {citations}.",
    uncited="The source cites no reference for this statement.",
    right_because="Right. {reason}",
    year_above="The source says “{words}”; the rest stands before it: “{above}”.",
    of_an_era="The source says “{words}”, which is {date}.",
    stated_thus="This is what the source says. {citations}",
    no_fact_at="No fact in the source is dated {date}.",
    happened_else="The source gives {date} for something else. {citations}",
    happened_roughly="What the source dates “{words}” is something else. {citations}",
    told_otherwise="For {date} the source has this: “{words}” {citations}",
    happened_then="{statement} {citations}",
    dated_otherwise="According to the source, this happened {date}. {citations}",
    done_by="The source names {key} here, not {other}. {citations}",
    counted="The source gives {key}, not {other}. {citations}",
    dated_thus="The source gives {key}, not {other}. {citations}",
    dated_only="The source says only {date}; it does not give the {unit}. {citations}",
    dated_fully="The source gives the day: {date}. {citations}",
    dated_relatively="The source says “{words}”, which by what stands before is {date}. {citations}",
    cited_for="The source cites this reference for another statement: “{event}”.",
    not_cited="The source cites this reference elsewhere, not for this statement.",
    reference={0: "{title}", 1: "{title} ({detail})", 2: "{title} ({publisher}, {issued})"},
    citation="[{number}]",
    inner_quotes=str.maketrans("“”", "‘’"),
)
