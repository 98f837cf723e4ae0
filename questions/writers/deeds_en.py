"""English clauses as strings: subject and predicate, what leads up to them, and where one deed ends."""

from __future__ import annotations

import re

from questions.grammar_en import has_verb
from questions.grammar_en import split_subject as split_by_form
from questions.regex import regex
from questions.writers.english_verbs import ADVERBS, is_participle, plain_form

_ADJUNCT = regex(
    r"(?:[Aa]t|[Oo]n|[Ii]n|[Ww]ith|[Uu]nder|[Aa]fter|[Bb]efore|[Dd]uring|[Ff]or|[Bb]y|[Dd]espite|[Ff]ollowing|[Ff]rom|"
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) (?:days|weeks|months|years) (?:after|before)) [^,]{2,90}, "
)
_APPOSED = regex(
    r"^(?P<name>[^,]{3,70}), (?P<gloss>[^,]{3,90}(?:, [^,]{3,60})?), "
    r"(?=(?:was|were|had|became|began|took|won|made|led|[a-z]+ed)\b)"
)
_AS = regex(r"As (?:an? )?[A-Z][^,]{2,40} (?=(?:he|she)\b)")
_CUT = regex(r",(?!\d)| \u2013 |\u2014|[:;]| and,|\.\s")
_GOES_ON = regex(
    r" (?:[A-Z\d\"\u201c]|(?:and|but|which|who|whose|where|when|while|although|though|a|an|the|its|his|her|"
    r"their|with|as|after|before|including|to|in|at|on|by|for|from|under|until|because|perhaps|probably|possibly|since|one|part|[a-z]+ing|[a-z]+ed)\b)"
)
_VERB = r"(?:(?:was|were|had|did|became|began)\b|[a-z]+ed\b|[a-z]{3,}\b)"
_AND_VERB = regex(
    r"(?:,? (?:and|but|then|or)|,) "
    rf"(?P<adverbs>(?:(?:[a-z]+ly|later|then|also|soon|never|again|not) )*)(?P<verb>{_VERB})"
)
_TIES = regex(r"^(?:However|Instead|Later|Then|Thus|Finally|Eventually|Subsequently|Meanwhile|Also|And|But),? ")
_AUXILIARIES = frozenset(["was", "were", "had", "did", "could", "would", "has", "have", "is", "are"])
_NO_VERB_AFTER = frozenset(
    [
        *("the", "a", "an", "its", "his", "her", "their", "our", "that", "which", "who"),
        *("and", "of", "in", "to", "for", "with", "by", "newly"),
    ]
)
_NO_SUBJECT = regex(r"[,;:()]|\b(?:that|which|who|whom|whose|when|where|because|although|while|after|before|if)\b")


def split_subject(text: str) -> tuple[str | None, str]:
    """The text as subject and predicate, at its first verb; (None, text) where the subject is not certain."""
    if begins_with_verb(text):
        return None, text
    words = text.split(" ")
    for place, word in enumerate(words[1:], 1):
        verb = word.rstrip(",.")
        if words[place - 1].lower() in _NO_VERB_AFTER or not (verb in _AUXILIARIES or plain_form(verb)):
            continue
        subject = " ".join(words[:place])
        return (None, text) if _NO_SUBJECT.search(subject) else _adverb_moved(subject, " ".join(words[place:]))
    return split_by_form(text)


def _adverb_moved(subject: str, predicate: str) -> tuple[str, str]:
    words = subject.split(" ")
    if len(words) > 1 and (words[-1] in ADVERBS or (words[-1].endswith("ly") and words[-1].islower())):
        return " ".join(words[:-1]), f"{words[-1]} {predicate}"
    return subject, predicate


def is_adjunct(text: str) -> bool:
    """Whether a text tells when, where or how, and has no clause of its own: "At the age of ten"."""
    return _ADJUNCT.fullmatch(text.rstrip(", ") + ", ") is not None and split_subject(text)[0] is None


def without_adjuncts(text: str) -> str:
    """The text without what leads up to its subject, each behind a comma."""
    while (match := _ADJUNCT.match(text)) and not has_verb(match[0].rstrip(", ")):
        text = text[match.end() :]
    return text


def plain(text: str) -> str:
    """The text without what ties it to the one before, and without what is said of its subject between commas."""
    return _APPOSED.sub(_unapposed, _AS.sub("", untied(without_adjuncts(text))))


def untied(text: str) -> str:
    """The text without a connective in front."""
    return _TIES.sub("", text)


def _unapposed(match: re.Match[str]) -> str:
    """The name without what is said of it between commas: "The ship, designed by Archer, was launched"."""
    plain = not has_verb(match["name"]) and not re.match(r"(?:and|but|which|who)\b", match["gloss"])
    if plain and _OWNED.match(match["name"]) and _PROPER.fullmatch(match["gloss"]):
        return f"{match['gloss']} "
    plain = plain and _FULL_NAMED.search(match["name"]) is not None  # a bare name or noun needs what is said of it
    return f"{match['name']} " if plain else match[0]


_FULL_NAMED = regex(r"[A-Z][\w.\u2019'-]* (?:(?:of|de|von|van|the|and) )*[A-Z][\w.-]*$")
_OWNED = regex(r"(?:[\w-]+[\u2019']s|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) [a-z]")  # "Roger's son", and then his name
_PROPER = regex(r"[A-Z][\w.-]*(?: (?:of|de|von|van|the|[A-Z][\w.-]*))*")


def begins_with_verb(text: str) -> bool:
    """Whether a text is a predicate without its subject."""
    word = text.split(" ")[0] if text else ""
    return word in _AUXILIARIES or plain_form(word) is not None


def first_deed(predicate: str) -> str:
    """The predicate up to its first comma or its second verb."""
    head = only_deed(predicate)
    for match in _AND_VERB.finditer(head):
        if _is_past(match["verb"]):
            return head[: match.start()]
    return head


def only_deed(text: str) -> str:
    """What stands behind a date, up to its first comma or the next verb."""
    if text.startswith(","):
        return ""
    cut = _CUT.search(text)
    head = text[: cut.start()] if cut else text
    if cut and cut[0] == "," and not _GOES_ON.match(text, cut.end()):
        return ""  # it may be one of several adjectives
    for match in _AND_VERB.finditer(f" {head}"):
        if _is_past(match["verb"]):
            return f" {head}"[: match.start()].strip()
    return head.strip()


def last_deed(predicate: str) -> str:
    """The last of several verbs, which is the one that the date behind it dates; empty where it may lack a part."""
    found = [match for match in _AND_VERB.finditer(predicate) if _is_past(match["verb"])]
    if found and shares_auxiliary(predicate, found[-1]["verb"]):
        return ""
    return predicate[found[-1].start("adverbs") :] if found else predicate


def shares_auxiliary(predicate: str, verb: str) -> bool:
    """Whether a later verb may be a passive by the auxiliary of the first: "was convicted and hanged"."""
    first, _, told = predicate.partition(" ")
    passive = first in ("was", "were") and is_participle(told.split(" ")[0].rstrip(","))
    return passive and is_participle(verb) and verb not in _NEVER_PASSIVE


_NEVER_PASSIVE = frozenset(
    [
        *(
            "died",
            "moved",
            "lived",
            "worked",
            "served",
            "returned",
            "graduated",
            "attended",
            "joined",
            "received",
            "started",
        ),
        *(
            "studied",
            "became",
            "emerged",
            "arrived",
            "departed",
            "travelled",
            "traveled",
            "escaped",
            "retired",
            "resigned",
        ),
    ]
)


def _is_past(word: str) -> bool:
    return word in _AUXILIARIES or plain_form(word) not in (None, word) or (is_participle(word) and word not in ADVERBS)
