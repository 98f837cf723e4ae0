"""The names and quantities of a fact: people, places, organisations, works, and numbers with their units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from questions import names_words as words
from questions.document import Document, Language, Span
from questions.fact import Clause, Entity, EntityKind, Quantity
from questions.grammar_zh import comparable
from questions.regex import regex
from questions.spans import blotted, within


def _alternatives(options: Iterable[str]) -> str:
    return "|".join(re.escape(option) for option in sorted(options, key=lambda option: (-len(option), option)))


_SOUND = f"[{''.join(sorted(words.SOUNDS))}]"
_WORK = regex(r"《[^《》\n]{1,40}》")
_DOTTED = regex(rf"{_SOUND}{{1,7}}(?:[·•‧]{_SOUND}{{1,7}})+")
_DOT = regex("[·•‧]")
_DOTTED_AT_END = regex(rf"{_DOTTED.pattern}$")
_RUN_AT_END = regex(r"[\u4e00-\u9fff]+$")
_TITLED = regex(rf"(?:{_alternatives(words.TITLES)})(?P<name>{_SOUND}{{2,6}})(?![·•‧])")
_PLACE = regex(_alternatives(words.PLACES))
_PERSONAL = regex(_alternatives(words.PERSONAL))
_ORGANISATION = regex(rf"[\u4e00-\u9fff]{{1,14}}(?:{_alternatives(words.ORGANISATIONS)})")
_FOREIGN = regex(rf"{_SOUND}{{3,6}}")
_QUANTITY = regex(
    rf"(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>[万亿]?)(?P<unit>[余多]?(?:{_alternatives(words.MEASURES)}))(?![年月日世])"
)
_NEARBY = 1000  # characters in which a carried subject stands before its fact
_SCALES = {"": 1, "万": 10_000, "亿": 100_000_000, "million": 1_000_000, "billion": 1_000_000_000}

_NAME_EN = r"[A-Z][\w'’-]+(?:(?: (?:of|de|von|van|the|al|bin))* [A-Z][\w'’.-]*)*"
_TITLED_EN = regex(rf"\b(?=[A-Z])(?:{_alternatives(words.TITLES_EN)})\.? (?P<name>{_NAME_EN})")
_PLACE_EN = regex(rf"\b(?=[A-Z])(?:{_alternatives(words.PLACES_EN - {''})})\b")
_SUBJECT_EN = regex(rf"(?:[Tt]he )?(?P<name>{_NAME_EN})")
_ORGANISATION_EN = regex(rf"\b(?:{_alternatives(words.ORGANISATIONS_EN)})\b")
_PERSONAL_EN = regex(rf"\b(?:{_alternatives(words.PERSONAL_EN)})\b")
_NAME_AT_END_EN = regex(rf"{_NAME_EN}$")
_NO_PERSON_EN = regex(
    rf"\b(?:{_alternatives([*words.ORGANISATIONS_EN, *words.EVENTS_EN, *(words.PLACES_EN - {''})])})\b"
)
_QUANTITY_EN = regex(r"(?<![\w.,$£€-])(?P<number>\d[\d,]*(?:\.\d+)?) ?(?P<scale>million|billion)? (?P<unit>[a-z]{3,})")


def entities_of(document: Document, start: int, end: int, clause: Clause) -> tuple[Entity, ...]:
    """The names between two places of the document, and the clause's subject where it is a name."""
    if document.language.is_chinese:
        found = chain(_subject_zh(document, end, clause), _named_zh(document, start, end))
    else:
        found = chain(_subject_en(document, end, clause), _named_en(document, start, end))
    return _apart(found)


def _apart(found: Iterable[Entity]) -> tuple[Entity, ...]:
    """Of names that overlap the first found, all in their order."""
    kept: list[Entity] = []
    for entity in found:
        if all(entity.end <= other.start or other.end <= entity.start for other in kept):
            kept.append(entity)
    return tuple(sorted(kept, key=lambda entity: entity.start))


def _entity(document: Document, start: int, end: int, kind: EntityKind) -> Entity:
    return Entity(start=start, end=end, text=document.text[start:end], kind=kind)


def _subject(document: Document, end: int, kind: EntityKind | None, name: str) -> Iterator[Entity]:
    """The name of a subject where it stands last before `end`."""
    place = document.text.rfind(name, max(0, end - _NEARBY), end) if kind and name else -1
    if kind is not None and place >= 0:
        yield _entity(document, place, place + len(name), kind)


def _subject_zh(document: Document, end: int, clause: Clause) -> Iterator[Entity]:
    subject = clause.subject or ""
    kind = _kind_zh(comparable(subject), clause.before_date or clause.rest) if subject else None
    return _subject(document, end, kind, subject)


def _kind_zh(subject: str, told: str) -> EntityKind | None:
    if _PLACE.fullmatch(subject):
        return EntityKind.PLACE
    if _ORGANISATION.fullmatch(subject) and "的" not in subject:
        return EntityKind.ORGANISATION
    if _DOTTED.fullmatch(subject):
        return EntityKind.PERSON
    return EntityKind.PERSON if _is_person_zh(subject) and _PERSONAL.match(comparable(told)) else None


def is_person_zh(name: str) -> bool:
    """Whether a Chinese name is, as it is written, most likely a person's."""
    plain = comparable(name)
    if plain in words.PLACES or plain.endswith((*words.EVENT_ENDINGS, *words.ORGANISATIONS)):
        return False
    return _DOTTED.fullmatch(plain) is not None or _is_person_zh(plain)


def is_no_person_en(name: str) -> bool:
    """Whether an English name is that of a place, an organisation or an event."""
    return _NO_PERSON_EN.search(name) is not None


def _is_person_zh(subject: str) -> bool:
    if _FOREIGN.fullmatch(subject):
        return True
    short = 2 <= len(subject) <= 3 and subject[0] in words.SURNAMES
    return short and subject[-1] not in words.PLACE_ENDINGS and "军" not in subject


def _named_zh(document: Document, start: int, end: int) -> Iterator[Entity]:
    residues = within(document.residues, start, end)
    text = blotted(comparable(document.text[start:end]), start, residues)
    for match in _WORK.finditer(text):
        yield _entity(document, start + match.start(), start + match.end(), EntityKind.WORK)
    for match in _DOTTED.finditer(text) if _DOT.search(text) else ():
        yield _entity(document, start + match.start(), start + match.end(), EntityKind.PERSON)
    for match in _TITLED.finditer(text):
        yield _entity(document, start + match.start("name"), start + match.end("name"), EntityKind.PERSON)
    for match in _PLACE.finditer(text):
        yield _entity(document, start + match.start(), start + match.end(), EntityKind.PLACE)


def person_at_end(text: str, language: Language) -> str | None:
    """The person's name with which a text ends, where it is certain that it is one."""
    if not language.is_chinese:
        name = _NAME_AT_END_EN.search(text)
        return name[0] if name and not _NO_PERSON_EN.search(name[0]) else None
    plain = comparable(text)
    dotted = _DOTTED_AT_END.search(plain)
    if dotted:
        return text[dotted.start() :]
    run = _RUN_AT_END.search(plain)
    certain = run and _is_person_zh(run[0]) and not run[0].endswith(words.EVENT_ENDINGS)
    return text[run.start() :] if run and certain else None


def _subject_en(document: Document, end: int, clause: Clause) -> Iterator[Entity]:
    match = _SUBJECT_EN.fullmatch(clause.subject or "")
    if match is None:
        return iter(())
    kind = _kind_en(match["name"], clause.before_date or clause.rest)
    return _subject(document, end, kind, match["name"])


def _kind_en(name: str, told: str) -> EntityKind | None:
    if name in words.PLACES_EN:
        return EntityKind.PLACE
    if _ORGANISATION_EN.search(name):
        return EntityKind.ORGANISATION
    first = " ".join(told.split()[:3])
    return EntityKind.PERSON if " " in name and _PERSONAL_EN.search(first) else None


def _named_en(document: Document, start: int, end: int) -> Iterator[Entity]:
    for match in _TITLED_EN.finditer(document.text, start, end):
        yield _entity(document, match.start("name"), match.end("name"), EntityKind.PERSON)
    for match in _PLACE_EN.finditer(document.text, start, end):
        yield _entity(document, match.start(), match.end(), EntityKind.PLACE)


def quantities_of(document: Document, start: int, end: int, dates: Iterable[Span]) -> tuple[Quantity, ...]:
    """The numbers with a unit between two places of the document that belong to none of its dates."""
    pattern = _QUANTITY if document.language.is_chinese else _QUANTITY_EN
    text = document.text[start:end]
    text = blotted(comparable(text) if document.language is Language.TRADITIONAL else text, start, dates)
    return tuple(
        Quantity(
            start=start + match.start(),
            end=start + match.end(),
            text=document.text[start + match.start() : start + match.end()],
            value=float(match["number"].replace(",", "")) * _SCALES[match["scale"] or ""],
            unit=match["unit"],
        )
        for match in pattern.finditer(text)
    )
