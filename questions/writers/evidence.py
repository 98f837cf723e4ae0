"""Which reference supports this: a choice among those that the document cites."""

from __future__ import annotations

import re
from random import Random

from questions.document import Language, Reference
from questions.grammar_zh import comparable
from questions.question import Question, QuestionType
from questions.writers.citing_en import has_full_title, is_marked_at_once
from questions.writers.drafting import Choice, draft, placed, right_feedback, said, supporting
from questions.writers.material import Material
from questions.writers.telling import Telling, grams

_FEWEST, _MOST = 2, 3
_TOO_ALIKE = 0.5  # titles that share half of their words may both be about the fact


def write_evidence(telling: Telling, material: Material, rng: Random) -> Question | None:
    """「原文为“……”这一史实标注了下列哪一条参考文献?」 with references that the text cites elsewhere."""
    keys = [entry for entry in _references(supporting(telling.fact, material), material) if entry.title]
    if not keys or not material.is_first(telling) or not telling.is_certain or telling.gapped:
        return None
    if not is_marked_at_once(telling, material.document):
        return None
    if not telling.language.is_chinese:
        keys = [entry for entry in keys if entry.issued is None or not entry.issued.overlaps(telling.value)]
        if not keys:
            return None
    key = rng.choice(keys)
    others = _cited_elsewhere(key, telling, material, rng)
    if len(others) < _FEWEST or _is_echoed(key, others, telling):
        return None
    phrases = material.grammar.phrases
    right = Choice(
        text=_describe(key, material),
        feedback=right_feedback(telling, material),
        correct=True,
        fact_id=telling.fact.id,
    )
    return draft(
        QuestionType.EVIDENCE,
        [telling],
        material,
        stem=phrases.evidence_stem.format(event=_statement(telling, material)),
        options=placed(right, [_other_reference(entry, material) for entry in others], rng),
        difficulty=0.6,
    )


def _statement(telling: Telling, material: Material) -> str:
    """What the reference is cited for; in English with its date, without which a short clause says too little."""
    grammar = material.grammar
    plain = telling.language.is_chinese
    told = grammar.event(telling) if plain else grammar.statement(telling, telling.value).removesuffix(".")
    return told.translate(grammar.phrases.inner_quotes)


def _references(numbers: tuple[int, ...], material: Material) -> list[Reference]:
    known = material.document.references_by_number
    return [known[number] for number in numbers if number in known]


def _cited_elsewhere(key: Reference, telling: Telling, material: Material, rng: Random) -> list[Reference]:
    """References that the text cites, but neither for this fact nor for what may be the same event."""
    here = [telling, *material.twins(telling)]
    near = {number for item in here for number in item.fact.citations}
    entries = _references(tuple(sorted(material.cited_numbers - near)), material)
    if not telling.language.is_chinese:
        entries = [entry for entry in entries if has_full_title(entry)] if has_full_title(key) else []
    fair = [entry for entry in entries if entry.title and _is_fair(entry, key, telling)]
    texts = {_describe(entry, material): entry for entry in fair}
    texts.pop(_describe(key, material), None)
    mixed = rng.sample(list(texts.values()), len(texts))
    nearest = sorted(mixed, key=lambda entry: -_touches(entry, telling))[: 2 * _MOST]
    return rng.sample(nearest, min(_MOST, len(nearest)))


def _touches(entry: Reference, telling: Telling) -> int:
    """How much of the fact's wording the title shares, so that the key is not the only title that does."""
    return len(grams(entry.title or "", telling.language) & telling.grams)


def _is_echoed(key: Reference, others: list[Reference], telling: Telling) -> bool:
    """Whether the key's title alone takes up words of the statement, which would give it away."""
    if not telling.language.is_chinese:
        titles = frozenset[str]().union(*(grams(entry.title or "", telling.language) for entry in others))
        return bool((grams(key.title or "", telling.language) & telling.grams) - titles)
    told, held = (_pairs(text) for text in (telling.event, key.title or ""))
    elsewhere = frozenset[str]().union(*(_pairs(entry.title or "") for entry in others))
    return bool((told & held) - elsewhere)


def _pairs(text: str) -> frozenset[str]:
    """The pairs of characters and the figures of a Chinese text, in one script."""
    plain = comparable(text)
    return grams(plain, Language.SIMPLIFIED) | frozenset(re.findall(r"\d{2,}", plain))


def _is_fair(entry: Reference, key: Reference, telling: Telling) -> bool:
    """Whether the reference can be told from the key: by its title, and not issued at the fact's own date."""
    issued, value = entry.issued, telling.value
    same_time = issued is not None and issued.overlaps(value) and not value.is_open
    too_old = issued is not None and issued.is_before(value) and not telling.language.is_chinese
    return not same_time and not too_old and _shared(entry.title or "", key.title or "") < _TOO_ALIKE


def _shared(first: str, second: str) -> float:
    words, others = (set(re.findall(r"[a-z]{4,}|[\u4e00-\u9fff]", title.lower())) for title in (first, second))
    smaller = min(len(words), len(others))
    return len(words & others) / smaller if smaller else 0.0


def _describe(entry: Reference, material: Material) -> str:
    """A title with its publisher and issue date, as far as the document gives them."""
    issued = said(entry.issued, material) if entry.issued else None
    publisher = None if re.search("\\d", entry.publisher or "") else entry.publisher  # a date or a page, read amiss
    given = [detail for detail in (publisher, issued) if detail]
    template = material.grammar.phrases.reference[len(given)]
    return template.format(title=entry.title, publisher=publisher, issued=issued, detail=given[0] if given else "")


def _other_reference(entry: Reference, material: Material) -> Choice:
    phrases = material.grammar.phrases
    told = (item for item in material.tellings if item.gapped is None)
    cited = next((item for item in told if entry.number in item.fact.citations), None)
    if cited is None:
        return Choice(text=_describe(entry, material), feedback=phrases.not_cited)
    feedback = phrases.cited_for.format(event=material.grammar.event(cited).translate(phrases.inner_quotes))
    return Choice(text=_describe(entry, material), feedback=feedback, fact_id=cited.fact.id)
