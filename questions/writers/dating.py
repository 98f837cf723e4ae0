"""When did it happen: a choice of dates, and a date to type."""

from __future__ import annotations

from random import Random

from questions.dates import DateValue, Granularity
from questions.distractors import date_distractors
from questions.fact import Fact
from questions.question import Question, QuestionType
from questions.writers.bounding import only_mentioned, ruled_out
from questions.writers.bounding_zh import ruled_out_zh
from questions.writers.drafting import Choice, cite, draft, in_order, right_feedback, said
from questions.writers.material import Material
from questions.writers.telling import Telling
from questions.writers.wording import words_around

_FEWEST = 2
_DIFFICULTIES = ((3, 0.7), (8, 0.6), (30, 0.5))
_ENTRY_DIFFICULTY = {
    Granularity.DAY: 0.85,
    Granularity.MONTH: 0.75,
    Granularity.SEASON: 0.7,
    Granularity.YEAR: 0.65,
    Granularity.DECADE: 0.55,
    Granularity.CENTURY: 0.5,
}


def write_date_choice(telling: Telling, material: Material, rng: Random) -> Question | None:
    """「格鲁吉亚于哪一天宣布与俄罗斯断交?」 with dates of the same granularity, ascending."""
    if not _can_be_dated(telling, material):
        return None
    value = telling.value
    twins = (twin.value for twin in material.twins(telling))
    avoid = [*twins, *ruled_out(telling), *ruled_out_zh(telling, material), *only_mentioned(value, material)]
    others = date_distractors(value, others=material.dates_beside(value), avoid=avoid, latest=material.latest, rng=rng)
    if len(others) < _FEWEST:
        return None
    key = Choice(
        text=said(value, material),
        feedback=right_feedback(telling, material),
        correct=True,
        fact_id=telling.fact.id,
    )
    wrong = [(other, _wrong_date(other, material)) for other in others]
    ordered = sorted([(value, key), *wrong], key=lambda pair: pair[0].earliest or ())
    return draft(
        QuestionType.DATE_CHOICE,
        [telling],
        material,
        stem=material.grammar.date_stem(telling),
        options=in_order([choice for _, choice in ordered]),
        difficulty=_nearness(value, others),
    )


def write_date_entry(telling: Telling, material: Material, _: Random) -> Question | None:
    """The same question with the date to be typed; marked to the source's precision."""
    if not _can_be_dated(telling, material) or telling.value.is_interval:
        return None
    return draft(
        QuestionType.DATE_ENTRY,
        [telling],
        material,
        stem=material.grammar.date_stem(telling),
        date=telling.value,
        difficulty=_ENTRY_DIFFICULTY[telling.value.granularity],
    )


def _can_be_dated(telling: Telling, material: Material) -> bool:
    return telling.is_datable and material.is_first(telling) and material.is_undisputed(telling)


def _wrong_date(value: DateValue, material: Material) -> Choice:
    """A date with what the document says of it: a fact at that time, or that there is none."""
    phrases, date = material.grammar.phrases, said(value, material)
    for telling in material.facts_at(value):
        exactly = telling.value == value
        if value.is_interval and not exactly:
            break  # what happened within a span is no reason against the span
        if telling.gapped and telling.language.is_chinese:
            return Choice(text=date, feedback=_untold(telling.fact, date, material), fact_id=telling.fact.id)
        statement = material.grammar.then(telling) if exactly else material.grammar.statement(telling, telling.value)
        feedback = phrases.happened_then.format(statement=statement, citations=cite(telling.fact, material)).strip()
        return Choice(text=date, feedback=feedback, fact_id=telling.fact.id)
    for fact in material.untold_at(value):
        if value.is_interval and fact.date.value != value:
            continue
        return Choice(text=date, feedback=_untold(fact, date, material), fact_id=fact.id)
    return Choice(text=date, feedback=phrases.no_fact_at.format(date=date))


def _untold(fact: Fact, date: str, material: Material) -> str:
    """The source's own words for a time of which no sentence can be made, or that it is another matter's."""
    phrases, words = material.grammar.phrases, words_around(fact, material.document)
    if words is not None:
        words, date = words.translate(phrases.inner_quotes), said(fact.date.value, material)
        return phrases.told_otherwise.format(date=date, words=words, citations=cite(fact, material)).strip()
    template = phrases.happened_roughly if is_rough(fact) else phrases.happened_else
    return template.format(date=date, words=fact.date.text, citations=cite(fact, material)).strip()


def is_rough(fact: Fact) -> bool:
    """Whether the source gives a time only about, or a span of it, so that saying its value would say more."""
    date = fact.date
    return date.modifier is not None or date.value.is_approximate or date.value.is_interval


def _nearness(key: DateValue, others: tuple[DateValue, ...]) -> float:
    """Harder the nearer the distractors lie (their median), counted in the key's own unit of time."""
    usual = sorted(_distance(key, other) for other in others)[len(others) // 2]
    return next((difficulty for distance, difficulty in _DIFFICULTIES if usual <= distance), 0.4)


def _distance(first: DateValue, second: DateValue) -> int:
    assert first.earliest is not None
    assert second.earliest is not None
    years = abs(first.earliest.year - second.earliest.year)
    months = abs((first.earliest.year - second.earliest.year) * 12 + first.earliest.month - second.earliest.month)
    units = {
        Granularity.DAY: months * 30 if months else abs(first.earliest.day - second.earliest.day),
        Granularity.MONTH: months,
        Granularity.SEASON: months // 3,
        Granularity.YEAR: years,
        Granularity.DECADE: years // 10,
    }
    return units.get(first.granularity, years // 100)
