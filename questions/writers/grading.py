"""How precisely does the source date this: to the day, the month, the year, the decade or the century."""

from __future__ import annotations

from random import Random

from questions.dates import Granularity
from questions.question import Question, QuestionType
from questions.writers.anchoring import says_more
from questions.writers.drafting import Choice, draft, in_order, is_relative, said, wrong_feedback
from questions.writers.material import Material
from questions.writers.telling import Telling

_LEVELS = (Granularity.DAY, Granularity.MONTH, Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)
_SHOWN = 4


def write_precision(telling: Telling, material: Material, _: Random) -> Question | None:
    """「关于“……”，原文把时间写到哪一级？」 The finest level comes first, in every question."""
    level = telling.value.granularity
    fine = (
        telling.is_datable
        and telling.gapped is None
        and material.is_first(telling)
        and telling.fact.date.modifier is None
    )
    fine = fine and not material.twins(telling) and not telling.is_prospective and not telling.is_coarsened
    fine = fine and not (telling.language.is_chinese and is_relative(telling))
    fine = fine and not says_more(telling.fact, material.document)
    counted = level.name.lower() in telling.fact.date.inferred  # "two years later" writes no year
    if not fine or counted or level not in _LEVELS or telling.value.is_interval or not material.is_finest(telling):
        return None
    grammar, phrases = material.grammar, material.grammar.phrases
    reason = _reason(telling, material)
    shown = _LEVELS[:_SHOWN] if level is not Granularity.CENTURY else _LEVELS[-_SHOWN:]
    choices = [
        Choice(
            text=phrases.precise_to[other],
            feedback=phrases.right_because.format(reason=reason) if other is level else reason,
            correct=other is level,
        )
        for other in shown
    ]
    return draft(
        QuestionType.PRECISION,
        [telling],
        material,
        stem=phrases.precision_stem.format(event=grammar.event(telling).translate(phrases.inner_quotes)),
        options=in_order(choices),
        difficulty=0.45,
    )


def _reason(telling: Telling, material: Material) -> str:
    """The date that the source gives, and what it leaves out."""
    phrases, level = material.grammar.phrases, telling.value.granularity
    date = said(telling.value, material)
    if level is Granularity.DAY:
        return wrong_feedback(phrases.dated_fully, telling, material, date=date)
    return wrong_feedback(phrases.dated_only, telling, material, date=date, unit=phrases.unit[level])
