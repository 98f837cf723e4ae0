"""Whether what is somebody's in an English predicate can only be the subject's."""

from __future__ import annotations

from questions.regex import regex

_OWNER = regex(r"\b(?:his|her|their|its)\b")
_ONE_PERSON = regex(r"(?!The |An? |the |an? )(?:[A-Z][\w.\u2019'-]*|of|the|de|von|van|[a-z]+(?= [A-Z]))(?: |$)")
_OWNED_THOUGHT = regex(
    r"\b(?:his|her|its|their) (?:[\w-]+ ){0,1}(?:proposals?|plans?|ideas?|decision|offer|request|claim|complaint|work|"
    r"findings|theory|method|results|conclusions|approach|settlement|demands?|"
    r"terms)\b|\b(?:his|her|its|their) (?:posts?|office|seat|position|role|command|duties)\b(?! (?:of|as|in|at|with)\b)"
)


def owner_agrees(subject: str, predicate: str) -> bool:
    """Whether what is somebody's in the predicate can only be the subject's."""
    owner = _OWNER.search(predicate)
    if owner is None:
        return True
    several = " and " in subject or subject.rstrip(".").endswith("s")
    if _OWNED_THOUGHT.search(predicate):
        return False
    if owner[0] == "their":
        return several
    article = subject.split(" ")[0] in ("The", "the", "A", "An", "a", "an")
    named = not article and len(_ONE_PERSON.findall(subject)) == len(subject.split())
    return not several and (owner[0] == "its" or named) and not predicate.endswith((" her", " his"))
