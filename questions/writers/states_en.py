"""Whether an English sentence tells how things were at a date, as they may have been at another as well."""

from __future__ import annotations

from questions.regex import regex
from questions.writers.deeds_en import without_adjuncts
from questions.writers.english_verbs import ADVERBS, is_participle, plain_form
from questions.writers.gate import GAP

_BE = frozenset(["was", "were", "is", "are"])
_LASTING = frozenset(
    [
        *(
            "remained",
            "include",
            "includes",
            "lived",
            "resided",
            "stood",
            "lay",
            "belonged",
            "existed",
            "included",
            "contained",
            "consisted",
        ),
        *("comprised", "numbered", "owned", "accounted", "represented", "had", "has", "have", "seemed", "appeared"),
        *(
            "believed",
            "knew",
            "ranged",
            "varied",
            "used",
            "continued",
            "worked",
            "served",
            "could",
            "would",
            "employed",
        ),
    ]
)
_ONCE = regex(r"\b(?:the first|born|the last|the scene of|the site of|host to|able to)\b")


def tells_state(sentence: str) -> bool:
    """Whether the verb nearest to the gap for the date is one of being or lasting."""
    before, _, after = sentence.partition(GAP)
    if _ONCE.search(sentence):
        return False
    part = before.rsplit(";", 1)[-1]
    verb = _last_verb(part) or _first_verb(without_adjuncts(after.lstrip(", ")))
    return verb is not None and _is_lasting(*verb)


def tells_something(sentence: str) -> bool:
    """Whether a sentence with a gap has a verb."""
    before, _, after = sentence.partition(GAP)
    told = _last_verb(before.rsplit(";", 1)[-1]) or _first_verb(without_adjuncts(after.lstrip(", ")))
    return told is not None


def _first_verb(text: str) -> tuple[str, str] | None:
    words = text.split()
    return next((_at(words, place) for place, word in enumerate(words) if place and _is_verb(word)), None)


def _last_verb(text: str) -> tuple[str, str] | None:
    words = text.split()
    places = [place for place, word in enumerate(words) if place and _is_verb(word)]
    for place in reversed(places):
        if words[place - 1] not in _BE and not (words[place - 1] in ADVERBS and place > 1 and words[place - 2] in _BE):
            return _at(words, place)
        return _at(words, place - 1)
    return None


def _is_verb(word: str) -> bool:
    plain = word.strip(",;:")
    return plain in _BE or plain in _LASTING or plain_form(plain) not in (None, plain) or plain.endswith("ed")


def _at(words: list[str], place: int) -> tuple[str, str]:
    told = (word.strip(",;:") for word in words[place + 1 :])
    following = next((word for word in told if word not in ADVERBS and not word.endswith("ly")), "")
    return words[place].strip(",;:"), following


def _is_lasting(verb: str, following: str) -> bool:
    if verb in _BE:
        return not is_participle(following)
    return verb in _LASTING and not is_participle(following)
