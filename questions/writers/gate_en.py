"""The gate for English: the patterns are the vocabulary of what goes wrong when a clause is taken apart."""

from __future__ import annotations

import re

from questions.fact import Fact
from questions.writers.english_verbs import ADVERBS, is_participle, plain_form
from questions.writers.gate import Gate, is_whole


def _clean(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:.")


_AFTERMATH = re.compile(
    r", (?:which|leading|causing|resulting|thus|thereby|making|forcing|prompting|allowing|ending|"
    r"(?:and|but|while|although|where|after|before))\b|; "
)
_SHORTEST_DEED = 24


def _first_deed(rest: str, already: int) -> str:
    match = _AFTERMATH.search(rest, max(_SHORTEST_DEED - already, 1))
    return rest[: match.start()] if match else rest


_PART_OF_TIME = re.compile(r"\s*\b(?:the )?(?:early|mid|late|beginning of|middle of|end of)(?: the)?-?$", re.IGNORECASE)
_LEAD = re.compile(r"(?:^|\b(?:in|on|during)(?: the)?)$", re.IGNORECASE)
_LIMIT_BEHIND = re.compile(r"\s*(?:onwards?|or (?:earlier|later)|and\b|to\b|[-\u2013\u2014])", re.IGNORECASE)
# What may follow a date that ends its phrase; anything else would make the date an adjective ("the 2014 season").
_AFTER_DATE = re.compile(
    r"\s*(?:$|[,.;:)(\[]|(?:in|at|by|with|for|from|on|when|after|as|under|near|during|because|while|where|into|through|"
    r"against|before|until|to|that|which|who|but|using|despite|within|alongside|together|over|of)\b)"
)


def _admits(fact: Fact) -> bool:
    lead, trail = fact.quote[: fact.date.start - fact.start], fact.quote[fact.date.end - fact.start :]
    if not _LEAD.search(_PART_OF_TIME.sub("", lead.rstrip())) or _LIMIT_BEHIND.match(trail):
        return False
    return not fact.clause.before_date or bool(_AFTER_DATE.match(trail))


def _is_named(subject: str, fact: Fact) -> bool:
    """An English subject ends where its verb begins, which `reads_well` makes sure of."""
    return bool(subject) and bool(fact.quote)


_BAD_SUBJECT = re.compile(
    r"^(?:he|she|it|they|this|that|these|those|his|her|its|their|there|who|which|we|i|you|both|some|one|such|another|"
    r"of|near|over|under|during|without|within|against|between|through|about|despite|following|including|was|were|is|had|"
    r"and|but|or|as|in|on|at|by|for|from|to|with|when|while|where|after|before|since|until|although|because|if|then)\b"
    r"|[,;:]|^\w+ly\b|^the [a-z-]+$",
    re.IGNORECASE,
)
_FINITE = re.compile(r"was|were|is|are|has|have|had|did|could|would|can|may|might|must|will|should|\w+ed")
_BAD_PREDICATE = re.compile(
    r"^(?:and|or|but|that|which|who|whose|of|by|when|while|after|before|,|;|\.)\b|[;?!]"
    r"|\b(?:and|or|but|of|by|in|on|at|to|the|a|an|with|for|from|that|which|when|while|as)$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|they|him|them|this|these|those|here)\b", re.IGNORECASE)


def _reads_well(subject: str, before: str, rest: str) -> bool:
    whole = f"{subject} {before} {rest}"
    predicate = f"{before} {rest}".strip()
    return (
        len(subject.split()) <= 12
        and len(predicate.split()) >= 2
        and len(whole.split()) <= 34
        and all(is_whole(piece) for piece in (subject, before, rest))
        and _is_finite(predicate)
        and not _BAD_SUBJECT.search(subject)
        and not _BAD_PREDICATE.search(predicate)
        and not _PRONOUN.search(whole)
    )


def _is_finite(predicate: str) -> bool:
    """Whether the predicate begins with a verb that has a tense, after an adverb at most."""
    first, _, remainder = predicate.partition(" ")
    word = remainder.partition(" ")[0] if first in ADVERBS or first.endswith("ly") else first
    return bool(_FINITE.fullmatch(word)) or plain_form(word) is not None


def _is_state(before: str, rest: str) -> bool:
    first, *others = f"{before} {rest}".split()
    if first in ("was", "were"):
        return not is_participle(next((word for word in others if word not in ADVERBS), ""))
    return first in ("is", "are", "has", "have", "had", "remained", "included", "consisted")


ENGLISH = Gate(
    clean=_clean, first_deed=_first_deed, admits=_admits, reads_well=_reads_well, is_named=_is_named, is_state=_is_state
)
