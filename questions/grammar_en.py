"""An English clause with its date → subject, what stands before the date, and what is told."""

from __future__ import annotations

import re

from questions.grammar import Around, Parts
from questions.regex import regex

_AUXILIARY = "was|were|is|are|had|has|have|did|does|would|could|can|will|may|might|should|became|began"
_IRREGULAR = (
    "arose|ate|beat|became|began|bought|broke|brought|built|came|caught|chose|cut|dealt|drew|drove|fell|felt|fled|flew|fought"
    "|found|gave|got|grew|held|hit|kept|knew|laid|led|left|lent|lost|made|met|opened|paid|put|ran|rebuilt|rose|said|sang|sank"
    "|saw|sent|set|shot|shut|sold|sought|spent|split|spoke|spread|stood|struck|swore|taught|threw|told|took|went|withdrew"
    "|won|wrote|saw|overthrew|undertook|forbade"
)
_VERB = regex(rf"(?<=\s)(?:{_AUXILIARY}|{_IRREGULAR}|[a-z]{{2,}}(?:ed|ied))(?=[\s,.]|$)")
_NOT_AFTER = regex(r"\b(?:the|a|an|its|his|her|their|of|and|by|in|that|which|who|to|for|with|newly|so-called)\s$")
_PREPOSITION_END = regex(
    r"\s*\b(?:in|on|at|by|since|until|during|from|of|around|about|circa|c\.|late|early|mid|the|in the|year"
    r"|before|after|between|to|as of)[\s-]*$",
    re.IGNORECASE,
)
_CONNECTIVES = regex(
    r"^(?:[Hh]owever|Also|Then|Later|Meanwhile|Furthermore|Moreover|Finally|Thus|Therefore|In addition|[Aa]nd|[Bb]ut"
    r"|For example|Eventually|Subsequently|Nevertheless|As a result),?\s",
)
_PRONOUN = regex(
    r"(?:He|She|It|They|This|That|These|Those|There|Here|We|I|You|His|Her|Its|Their|who|which|that)\b",
    re.IGNORECASE,
)
_RELATIVE = regex(r"\b(?:that|which|who|whom|whose|when|where|because|although|while|after|before|if)\b")
_DETERMINER = regex(r"(?:\b(?:the|a|an|its|his|her|their)|[’']s)$", re.IGNORECASE)
_NO_SUBJECT = regex(rf"[,;:()]|^(?:An?|The)$|^[A-Za-z]+ly$|{_RELATIVE.pattern}")
_DANGLING = regex(r"[\s,]+(?:and|or|but|while|which|where|when|who|that|with|as)$")
_DEFINITE = regex(r"(?:[Tt]he|[Bb]oth|[Mm]ost of|[Ss]ome of)(?: [a-z][\w'’-]*)+")
_LONGEST_SUBJECT = 80
_SPACE_TO_CLOSE = regex(r" (?:(?<=[(\[] )|(?<=\bmid- )|(?=[,;:)\]]|\.(?:\s|$)|[’']s\b))")
_CLOSING = " ,;:.–—("
_AT_THE_END = 40  # characters in which a few words at the end of a text are looked for


def take_apart(around: Around) -> Parts:
    """The parts of a clause; where the date only modifies a noun, no subject is certain."""
    head, after = around.before.strip(), around.after
    if _modifies_noun(around):
        return Parts(subject=None, before_date=head, rest=after.strip(), date_first=False)
    while (match := _PREPOSITION_END.search(head, max(0, len(head) - _AT_THE_END))) and match.start() < len(head):
        head = head[: match.start()].rstrip(" ,(")
    head = _CONNECTIVES.sub("", head + " ").strip()
    if not head:
        subject, rest = split_subject(_not_dangling(after.strip(_CLOSING)))
        return Parts(subject=subject, before_date="", rest=rest, date_first=True, lacks_subject=_starts_with_verb(rest))
    subject, verb = split_subject(head)
    rest = _not_dangling(after.rstrip(_CLOSING)).strip()
    return Parts(subject=subject, before_date=verb, rest=rest, date_first=False, lacks_subject=_starts_with_verb(head))


def _not_dangling(text: str) -> str:
    """The text without a word at its end that leads on to something else."""
    match = _DANGLING.search(text, max(0, len(text) - _AT_THE_END))
    return text[: match.start()] if match else text


def _modifies_noun(around: Around) -> bool:
    """Whether the date stands before its noun: "the 1979 oil crisis"."""
    bare = around.date[-4:].isdecimal() and around.date[0].isdecimal()
    return bare and bool(_DETERMINER.search(around.before) and around.after[:1].isalpha())


def told(before: str, when: str, after: str) -> str:
    """A statement from its texts before and after the date."""
    sentence = _SPACE_TO_CLOSE.sub("", f"{before} {when} {after}".strip())
    sentence = _CONNECTIVES.sub("", _not_dangling(sentence))
    return f"{sentence[0].upper()}{sentence[1:]}."


def split_subject(text: str) -> tuple[str | None, str]:
    """The text as subject and predicate, or (None, text) where the subject is not certain."""
    if _starts_with_verb(text):
        return None, text
    for match in _VERB.finditer(text):
        subject = text[: match.start()].strip()
        if _NOT_AFTER.search(text[: match.start()]):
            continue
        certain = 0 < len(subject) <= _LONGEST_SUBJECT and not _NO_SUBJECT.search(subject)
        return (subject, text[match.start() :]) if certain else (None, text)
    return None, text


def has_verb(text: str) -> bool:
    """Whether a text has a verb, going by its form."""
    return _VERB.search(f" {text}") is not None


def is_pronoun(subject: str) -> bool:
    """Whether the subject names nothing without an earlier sentence."""
    return _PRONOUN.match(subject) is not None or _DEFINITE.fullmatch(subject) is not None


def _starts_with_verb(text: str) -> bool:
    return _VERB.match(f" {text}", 1) is not None
