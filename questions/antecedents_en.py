"""What English pronouns and definite nouns can stand for."""

from __future__ import annotations

import re

from questions.grammar import Parts, Topic
from questions.grammar_en import is_pronoun, split_subject
from questions.names import is_no_person_en
from questions.regex import regex

_NAME = regex(r"(?:[Tt]he )?[A-Z][\w'’.-]*(?:(?: (?:of|de|von|van|the|and|for|al|bin))* [A-Z][\w'’.-]*)*")
_BRACKETS = regex(r" ?\([^()]*\)")
_IS_A = regex(
    r"(?:is|was) (?:an?|the|one of the) (?P<what>[\w'’ -]+?)"
    r"(?= (?:of|in|on|at|for|by|from|to|with|that|which|who|whose|located|based|founded|and|made|designed)\b|[,.;:(]|$)"
)
_LEADING = regex(r"^[\s,]+|^(?:[Hh]owever|[Aa]lso|[Tt]hen|[Ll]ater|[Ii]n addition),? ")
_DEFINITE = regex(r"[Tt]h(?:e|is) (?P<noun>[a-z][a-z-]+)")
_GOES_ON = regex(r"\s*,?\s*(?:[Hh]e|[Ss]he|[Ii]t)\b")
_NO_NAME = regex(
    r"(?:A|An|This|These|That|Those|There|Some|Many|Most|Both|All|Several|Other|Another|Each|One|Two|Three|In|On|At|As|By"
    r"|After|Before|During|Since|With|Although|While|When|If|He|She|It|They|We|His|Her|Its|Their)\b"
)


def topic_of(text: str) -> Topic | None:
    """What a sentence that begins with the text is about, where its subject is a name."""
    subject, predicate = split_subject(_LEADING.sub("", _BRACKETS.sub("", text)))
    if subject is None or not _NAME.fullmatch(subject) or _NO_NAME.match(subject) or " and " in subject:
        return None
    described = _IS_A.match(predicate)
    name = subject if not subject.startswith("The ") else "the " + subject[4:]
    person = (
        not subject.startswith(("The ", "the ")) and not described_thing(described) and not is_no_person_en(subject)
    )
    return Topic(name=name, described=described["what"] if described else "", is_person=person)


def described_thing(described: re.Match[str] | None) -> bool:
    """Whether a description is hardly one of a person."""
    return described is not None and not re.search(
        r"(?:er|or|ist|ian|king|queen|emperor|man|poet|monk)$", described["what"]
    )


def goes_on(text: str) -> bool:
    """Whether a sentence that begins with the text has a pronoun for its subject."""
    return _GOES_ON.match(text) is not None


def definite_noun(parts: Parts) -> str | None:
    """The noun of a subject that names the kind of what is meant and not its name: "the company"."""
    match = _DEFINITE.fullmatch(parts.subject or "")
    return match["noun"] if match else None


def is_kind(topic: Topic, noun: str) -> bool:
    """Whether a topic is of the kind that a noun names."""
    return noun in (topic.described.split(" ")[-1].lower(), topic.name.split(" ")[-1].lower())


def names_another(text: str, topic: Topic, noun: str) -> bool:
    """Whether a text names something else of the kind."""
    rest = text.replace(topic.name.removeprefix("the "), "")
    return (
        re.search(
            rf"\b[A-Z]\w+ {noun.capitalize()}\b|\b(?:an?|another|other|new) (?:\w+ )?{noun}s?\b",
            rest.replace(topic.described or "\n", ""),
        )
        is not None
    )


def may_stand_for_something(parts: Parts) -> bool:
    """Whether the subject is a pronoun that can stand for one name."""
    return parts.subject is not None and parts.subject.lower() in {"he", "she", "it"}


def stands_for(parts: Parts, topic: Topic) -> bool:
    """Whether the subject, a pronoun, stands for the topic of the sentence before."""
    if parts.subject in {"It", "it"}:
        return bool(topic.described) and not topic.is_person
    return topic.is_person


def wants_name(text: str) -> bool:
    """Whether a sentence that begins with the text leaves its subject out, or has a pronoun for it."""
    opening = _LEADING.sub("", text)
    subject = split_subject(opening)[0]
    return is_pronoun(subject or opening.split(",")[0])


def leaves_subject_out(parts: Parts) -> bool:
    """Whether a clause has a pronoun for its subject, or none."""
    if parts.subject is not None:
        return is_pronoun(parts.subject)
    return is_pronoun(parts.rest) or parts.lacks_subject
