"""Does the source say so: agrees with it, contradicts it, or not stated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from questions.dates import DateValue, Granularity, days_in_month
from questions.distractors import date_distractors
from questions.fact import Modality
from questions.question import Question, QuestionType
from questions.regex import regex
from questions.writers.anchoring import says_more
from questions.writers.bounding import ruled_out
from questions.writers.bounding_zh import ruled_out_zh
from questions.writers.drafting import Choice, draft, in_order, is_relative, said, wrong_feedback
from questions.writers.material import Material
from questions.writers.telling import Telling


@dataclass(frozen=True, kw_only=True)
class _Claim:
    """A statement about a fact, which of the three answers is right, and why the other two are not."""

    statement: str
    verdict: int
    reason: str


_REPEATABLE = re.compile(
    r"\b(?:attempted|tried|visited|met|attacked|crossed|marched|arrived|returned|played|wrote|travelled|traveled|"
    r"raided|toured|performed|appeared)\b"
)
_LASTING = re.compile(
    r"\b(?:hosted|held|took place|reigned|built|constructed|toured|festival|exhibition|conference|games|season|siege|"
    r"expedition|campaign|famine|epidemic)\b",
    re.IGNORECASE,
)
_BREAKS_OUT = regex(
    "(?:[起义義战戰争爭役命变變乱亂件])(?:正式|全面)?(?:爆发|爆發|打响|打響|开始|開始|结束|結束|发生|發生)$"
)
_AGREES, _CONTRADICTS, _NOT_STATED = range(3)
_DIFFICULTY = {_AGREES: 0.35, _CONTRADICTS: 0.5, _NOT_STATED: 0.65}


def write_agreement(telling: Telling, material: Material, rng: Random) -> Question | None:
    """A statement as the source has it, with another date, or with a date more exact than the source's."""
    single = not telling.value.is_interval and not telling.passage and not telling.around
    if not single or not telling.is_datable or not material.is_first(telling) or not material.is_undisputed(telling):
        return None
    claim = _claim(telling, material, rng)
    phrases = material.grammar.phrases
    verdicts = (phrases.agrees, phrases.contradicts, phrases.not_stated)
    choices = [
        Choice(
            text=text,
            feedback=phrases.right_because.format(reason=claim.reason) if index == claim.verdict else claim.reason,
            correct=index == claim.verdict,
        )
        for index, text in enumerate(verdicts)
    ]
    return draft(
        QuestionType.TRUE_FALSE_UNSTATED,
        [telling],
        material,
        stem=phrases.agreement_stem.format(statement=claim.statement.translate(phrases.inner_quotes)),
        options=in_order(choices),
        difficulty=_DIFFICULTY[claim.verdict],
    )


def _claim(telling: Telling, material: Material, rng: Random) -> _Claim:
    verdicts = [_AGREES]
    once = telling.language.is_chinese or not _REPEATABLE.search(telling.event)
    if (
        once and telling.fact.modality is not Modality.REPORTED and not telling.is_broad
    ):  # it may have been said again, or lasted
        verdicts.append(_CONTRADICTS)
    finer = _finer(telling, material, rng)
    if finer is not None:
        verdicts += [_NOT_STATED] * (2 if telling.language.is_chinese else 1)  # dates to the day never offer it
    verdict = verdicts[material.turn(telling) % len(verdicts)]
    if verdict == _NOT_STATED and finer is not None:
        return _not_stated(telling, material, finer)
    if verdict == _CONTRADICTS:
        return _contradicting(telling, material, rng)
    return _agreeing(telling, material)


def _agreeing(telling: Telling, material: Material) -> _Claim:
    phrases, statement = material.grammar.phrases, material.grammar.statement(telling, telling.value)
    relative, date = telling.fact.date, said(telling.value, material)
    if telling.language.is_chinese and is_relative(telling):
        reason = wrong_feedback(phrases.dated_relatively, telling, material, words=relative.text, date=date)
    else:
        reason = wrong_feedback(phrases.stated_thus, telling, material)
    return _Claim(statement=statement, verdict=_AGREES, reason=reason)


def _contradicting(telling: Telling, material: Material, rng: Random) -> _Claim:
    """The statement with a date that the source rules out."""
    twins = (twin.value for twin in material.twins(telling))
    others = date_distractors(
        telling.value,
        others=material.dates_beside(telling.value),
        avoid=[*twins, *ruled_out(telling), *ruled_out_zh(telling, material)],
        latest=material.latest,
        rng=rng,
    )
    if not others:
        return _agreeing(telling, material)
    wrong = rng.choice(others)
    key, other = said(telling.value, material), said(wrong, material)
    phrases = material.grammar.phrases
    if telling.language.is_chinese and is_relative(telling):
        words = telling.fact.date.text
        reason = wrong_feedback(phrases.dated_relatively, telling, material, words=words, date=key)
    else:
        reason = wrong_feedback(phrases.dated_thus, telling, material, key=key, other=other)
    return _Claim(statement=material.grammar.statement(telling, wrong), verdict=_CONTRADICTS, reason=reason)


def _not_stated(telling: Telling, material: Material, finer: DateValue) -> _Claim:
    """The statement with a date within the source's, more exact than the source is."""
    phrases = material.grammar.phrases
    date, unit = said(telling.value, material), phrases.unit[telling.value.granularity]
    reason = wrong_feedback(phrases.dated_only, telling, material, date=date, unit=unit)
    return _Claim(statement=material.grammar.statement(telling, finer), verdict=_NOT_STATED, reason=reason)


def _finer(telling: Telling, material: Material, rng: Random) -> DateValue | None:
    """A day or month within the source's that no fact and no reference gives, so that nothing hints at it."""
    value = telling.value
    if value.granularity not in (Granularity.MONTH, Granularity.YEAR) or telling.fact.date.modifier:
        return None
    if (_BREAKS_OUT if telling.language.is_chinese else _LASTING).search(telling.event):
        return None  # what goes on for days began on one of them, and of a great event everybody knows on which
    if not material.is_finest(telling) or says_more(telling.fact, material.document):
        return None  # another sentence may say more exactly when
    known = material.dates_finer_than(value)
    free = [date for date in _within(value) if not any(date.overlaps(other) for other in known)]
    return rng.choice(free) if free else None


def _within(value: DateValue) -> list[DateValue]:
    assert value.earliest is not None
    year, month = value.earliest.year, value.earliest.month
    if value.granularity is Granularity.YEAR:
        return [DateValue.of(year, number) for number in range(1, 13)]
    return [DateValue.of(year, month, day) for day in range(1, days_in_month(year, month) + 1)]
