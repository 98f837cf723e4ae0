"""How many: a choice of numbers."""

from __future__ import annotations

import re
from random import Random

from questions.distractors import number_distractors, number_of
from questions.question import Question, QuestionType
from questions.regex import regex
from questions.writers.drafting import Choice, draft, in_order, right_feedback, wrong_feedback
from questions.writers.material import Material
from questions.writers.telling import Telling

_FEWEST = 2
_QUANTITY = regex(r"([\d,.]*\d|[三四五六七八九])\s*([^\s余餘多几幾\d].*)")
_NUMBERED = regex(r"[度师師军軍团團号號届屆路线線世版期季楼樓旅营營]")  # these number things rather than count them
_SHARES = ("%", "\uff05", "per cent", "percent")


def write_number_choice(telling: Telling, material: Material, rng: Random) -> Question | None:
    """「俄罗斯承诺于2008年11月派遣多少名军人到南奥塞梯?」 with numbers as round as the source's."""
    if not material.is_first(telling) or not telling.is_certain:
        return None
    for quantity in telling.fact.quantities:
        match = _QUANTITY.fullmatch(quantity.text)
        question = _ask(telling, material, rng, match[1], match[2]) if match else None
        if question is not None:
            return question
    return None


def _ask(telling: Telling, material: Material, rng: Random, numeral: str, unit: str) -> Question | None:
    stem = material.grammar.number_stem(telling, numeral, unit)
    if stem is None or _NUMBERED.match(unit) or numeral in stem or f"第{numeral}" in telling.event:
        return None
    if unit and re.search(rf"\d\s?{re.escape(unit)}", stem):  # the other number of its kind would be measured by it
        return None
    limit = 100.0 if unit in _SHARES else None
    others = number_distractors(numeral, avoid=material.numerals, rng=rng, limit=limit)
    if len(others) < _FEWEST:
        return None
    said = {number: number + unit if telling.language.is_chinese else number for number in [numeral, *others]}
    template = material.grammar.phrases.counted
    wrong = [
        (other, Choice(text=said[other], feedback=_feedback(template, telling, material, said[numeral], said[other])))
        for other in others
    ]
    key = Choice(text=said[numeral], feedback=right_feedback(telling, material), correct=True, fact_id=telling.fact.id)
    ordered = sorted([(numeral, key), *wrong], key=lambda pair: number_of(pair[0]))
    return draft(
        QuestionType.NUMBER_CHOICE,
        [telling],
        material,
        stem=stem,
        options=in_order([choice for _, choice in ordered]),
        difficulty=0.55,
    )


def _feedback(template: str, telling: Telling, material: Material, key: str, other: str) -> str:
    return wrong_feedback(template, telling, material, key=key, other=other)
