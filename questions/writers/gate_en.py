"""The gate for English: the patterns are the vocabulary of what goes wrong when a clause is taken apart."""

from __future__ import annotations

import re

from questions.fact import Fact
from questions.regex import regex
from questions.writers.english_verbs import ADVERBS, is_participle, plain_form
from questions.writers.gate import Gate, is_whole
from questions.writers.hanging_en import hangs
from questions.writers.owners_en import owner_agrees


def _clean(text: str) -> str:
    plain = " ".join(_ASIDE.sub("", text).split()).strip(" ,;:").lstrip(".")
    return plain if _ABBREVIATED.search(plain) else plain.rstrip(" ,;:.")


_ABBREVIATED = regex(r"(?:\b(?:[A-Za-z]\.)+[A-Za-z]|\b(?:Jr|Sr|Inc|Ltd|Co|Bros|Esq|Ph\.D|etc))\.$")
_ASIDE = regex(r"\s*\([^()]*\)")


_LINK = regex(r"\b(?:also|then|subsequently|later|thus|thereafter|afterwards|therefore|however|instead|too)\b ?")
_LINK_AT_START = regex(r"^(?:(?:In|As a result|However|Later|Then|Thus|Subsequently|Also|Finally|Eventually), )+")


def _unlinked(subject: str, before: str, rest: str) -> tuple[str, str, str]:
    *words, last = subject.split(" ")
    if words and last in ADVERBS:
        subject, before, rest = (
            " ".join(words),
            f"{last} {before}" if before else "",
            rest if before else f"{last} {rest}",
        )
    if before:
        return _LINK_AT_START.sub("", subject), _linked_less(before), rest
    return _LINK_AT_START.sub("", subject), before, _linked_less(rest)


def _linked_less(predicate: str) -> str:
    """The predicate without linking adverbs among its first words, where they stand beside its verb."""
    words = predicate.split(" ")
    return (_LINK.sub("", " ".join(words[:3]) + " ").strip() + " " + " ".join(words[3:])).strip()


_AFTERMATH = regex(
    r", (?:which|leading|causing|resulting|thus|thereby|making|forcing|prompting|allowing|ending|"
    r"(?:and|but|while|although|where|after|before|both|almost|as|namely|including|most|not|though|because))\b|; "
    r"| but (?:is|are|was|were|has|have|did|does)\b|\u2014| \u2013 "
)
_ANOTHER_SUBJECT = regex(
    r" and (?:his|her|its|their|the|an?) "
    r"(?:(?!which|that|who)[\w-]+ ){1,3}(?:was|were|had|[a-z]+ed|became|began|took|left|went|made)\b"
)
_SHORTEST_DEED = 12


def _first_deed(rest: str, already: int) -> str:
    if already and rest.startswith(("and ", "but ")):
        return ""  # what was done besides
    other = _ANOTHER_SUBJECT.search(rest)
    if other and not re.search(r"\b(?:that|between|whether)\b", rest[: other.start()]):
        rest = rest[: other.start()]
    match = _AFTERMATH.search(rest, max(_SHORTEST_DEED - already, 1))
    if match is None or (match[0] == ", and" and "," in rest[: match.start()]):
        return rest  # the last of a list
    return rest[: match.start()]


_PART_OF_TIME = regex(r"\s*\b(?:the )?(?:early|mid|late|beginning of|middle of|end of)(?: the)?-?$", re.IGNORECASE)
_LEAD = regex(r"(?:^|\b(?:in|on|during)(?: the)?)$", re.IGNORECASE)
_LIMIT_BEHIND = regex(
    r"\s*(?:onwards?|or (?:earlier|later|so)|and (?:again|in|on|the|\d|(?-i:[A-Z]))|to\b|[-\u2013\u2014]|"
    r"at the (?:latest|earliest)|,? (?:and |or )?\d{4}\b)",
    re.IGNORECASE,
)
# What may follow a date that ends its phrase; anything else would make the date an adjective ("the 2014 season").
_AFTER_DATE = regex(
    r"\s*(?:$|[,.;:)(\[]|(?:in|at|by|with|for|from|on|when|after|as|under|near|during|because|while|where|into|through|"
    r"against|before|until|to|that|which|who|but|and|using|despite|within|alongside|together|over|of)\b)"
)


OF_ITS_TIME = regex(
    r"\s(?:season|campaign|edition|tour|(?:school|academic|fiscal|financial) year|election|census|film|novel|"
    r"album|book|series|tournament|championship|competition|cup|session|vintage)s?\b",
    re.IGNORECASE,
)
"""How a text goes on behind a date that only says which of its kind is meant."""


def _admits(fact: Fact) -> bool:
    lead, trail = fact.quote[: fact.date.start - fact.start], fact.quote[fact.date.end - fact.start :]
    if ":" in trail.partition(". ")[0] or OF_ITS_TIME.match(trail):
        return False  # what is told stands behind the colon, or what only bears a date: "the 1914 season"
    if not _LEAD.search(_PART_OF_TIME.sub("", lead.rstrip())) or _LIMIT_BEHIND.match(trail):
        return False
    return not fact.clause.before_date or bool(_AFTER_DATE.match(trail))


def _is_named(subject: str, fact: Fact) -> bool:
    """An English subject ends where its verb begins, which `reads_well` makes sure of."""
    return bool(subject) and bool(fact.quote)


_BAD_SUBJECT = regex(
    r"^(?:he|she|it|they|this|that|these|those|his|her|its|their|there|who|which|we|i|you|both|some|one|such|another|"
    r"of|near|over|under|during|without|within|against|between|through|about|despite|following|including|was|were|is|"
    r"had|and|but|or|as|in|on|at|by|for|from|to|with|when|while|where|after|before|since|until|although|because|if|"
    r"then|among|instead|however|no|none|nobody|nothing|certain|various|many|several|few|others|now|today|"
    r"\w+ing (?:to|the|a))\b"
    r"|^(?:first|second|third|all|most)\b(?! (?:of the )?[A-Z])"
    r"|[,;:]|^\w+ly\b|(?-i:^[Tt]he [a-z-]+$)|\b(?:current|currently|then)\b"
    r"|^(?:work|works|construction|production|people|troops|soldiers|workmen|workers|men|women|fighting|talks|negotiations|"
    r"building|training|survivors|earthenware|critics|attempts|efforts|plans|proposals|members|players|fans)$"
    r"|\b(?:his|her|its|their|our|my|your|whose|other|further|same|latter|former|similar)\b"
    r"|^[a-z]+ed (?:by|in|on|from|to|with|as|for|at|under)\b",
    re.IGNORECASE,
)
_FINITE = regex(r"was|were|is|are|has|have|had|did|could|would|can|may|might|must|will|should|\w+ed")
_BAD_PREDICATE = regex(
    r"^(?:and|or|but|that|which|who|whose|of|by|when|while|after|before|,|;|\.)\b|[;?!]"
    r"|\b(?:and|or|but|of|by|in|on|at|to|the|a|an|with|for|from|that|which|when|while|as)$",
    re.IGNORECASE,
)
_PRONOUN = regex(r"\b(?:he|she|it|they|him|them|this|these|those|here|there|nearby)\b", re.IGNORECASE)
# What only the sentences around it can make clear, or only the day on which it was written.
_LEANING = regex(
    r"\b(?:of|in|at|on|by|for|from|to|with|during) that (?!the\b|a\b|an\b)[a-z]+\b"
    r"|\bthe (?:latter|former|following|previous|aforementioned|same)\b"
    r"|\b(?:probably|possibly|perhaps|reportedly|allegedly)\b"
    r"|\bthe (?:city|town|country|area|region|state|province|village|museum|school|club|company|"
    r"island|tract|site)(?=$|[,.])"
    r"|\bthe (?:[a-z-]+ ){0,2}(?:claim|complaint|decision|case|ruling|request|proposal|attack|offer|appeal|matter|"
    r"issue)(?=$|[,.])"
    r"|\b(?:no longer|current|currently|nowadays|such as when|will|respectively)\b"
    r"|\b(?:everything|everyone|everybody|almost all|nearly all|the rest|the others)\b"
    r"|\b(?:a|the|his|her|their|its) (?-i:further|second|third|next|same|previous)\b|"
    r"\b(?:his|her|their|its) (?:former|original|earlier|usual)\b|\b(?:another|again)\b"
    r"|\b(?:at the latest|at the earliest)\b|[\u2019']s?$|(?-i:[a-z] [A-Z])$",
    re.IGNORECASE,
)
# A participle without its auxiliary: "the necklace presented by Napoleon", "the vehicle compared to".
_REDUCED = regex(
    r"^(?:[a-z]+ed|made|held|known|given|built|written|led|sent|taken|seen) by\b"
    r"|^(?:recorded|named|built|founded|located|situated|owned|designed|based|held|mentioned|listed|described|awarded|called|"
    r"set|made|used|known|written|published|produced|drawn|painted|given|found|seen|kept|placed|buried|attached|adopted|"
    r"established|dedicated|devoted|opened) (?:in|by|at|as|on|for|from|with|to|under)\b"
    r"|^(?:compared|followed|known|called|named|based|dated|located|ranged|ranging)\b"
    r"|^(?:[a-z]+ed|made|held|known|given|built|written) (?:was|were|is|are|had)\b"
)
# What only goes on with a telling, joins a participle to a verb, or is itself what the date dates.
_BROKEN = regex(
    r"\b(?:who|which|whose|whom)\b|^(?:managed|failed|continued|remained|avoided|stayed)\b|"
    r"^(?:was|were) (?:\w+ly )?(?:elected|appointed|crowned|chosen|proclaimed|named|nominated|declared|"
    r"installed|promoted)$|"
    r"\b(?:led|leading|resulted|culminated|contributed) (?:to|in)\b|"
    r"\b(?:went|gone|going|go) on to\b|\band (?:renamed (?:to|as)|known as|called|named)\b|\bwhen\b"
    r"|^[a-z]+ed [^,]*\bby (?:the )?[A-Z]"
)
_OF_A_NOUN = regex(
    r"\b(?:siege|battle|treaty|sack|war|election|coronation|congress|council|conference|revolution|massacre|death|birth|fall|"
    r"capture|signing|outbreak) of (?:the )?(?:[A-Z][\w-]* ?)+$|"
    r"\b(?:after|following|since|before|with|during|upon|despite|because of|due to) (?:(?:its|his|her|their|the|an?) )"
    r"(?:[\w-]+ ){0,4}[\w-]+$"
)
_SOME_THING = regex(r"(?:[Aa]n?|[Tt]wo|[Tt]hree|[Ss]everal) [a-z-]+")
_POSSESSED = regex(r"^(?:was|were) .*\b(?:his|her|its|their)\b")
# The date stands in a clause of its own, so that it is not the time of the whole.
_SUBORDINATE = regex(r"\b(?:that|until|till|before|since|whether|which|who|whose|where|if|prior to)\b")


def _reads_well(subject: str, before: str, rest: str) -> bool:
    whole = f"{subject} {before} {rest}".strip()
    predicate = f"{before} {rest}".strip()
    return (
        len(subject.split()) <= 12
        and (len(predicate.split()) >= 2 or _is_enough(subject, predicate))
        and len(whole.split()) <= 34
        and all(is_whole(piece) for piece in (subject, before, rest))
        and _is_finite(predicate)
        and _agrees(subject, predicate)
        and not _BARE.fullmatch(subject)
        and not _BAD_SUBJECT.search(subject)
        and not _BAD_PREDICATE.search(predicate)
        and not _PRONOUN.search(whole)
        and not _LEANING.search(whole)
        and not _REDUCED.search(predicate)
        and not _POSSESSED.search(predicate)
        and not _BROKEN.search(predicate)
        and not _OF_A_NOUN.search(before)
        and not _SUBORDINATE.search(before)
        and owner_agrees(subject, predicate)
        and not (_SOME_THING.fullmatch(subject) and not re.search(r"[A-Z]", predicate))
        and not hangs(whole, subject)
    )


ENOUGH = frozenset(
    [
        *("born", "died", "abdicated", "surrendered", "capitulated", "opened", "reopened", "closed"),
        *("drowned", "collapsed", "sank"),
    ]
)
"""Verbs that tell all by themselves."""


# A noun of the singular that has lost its article: "three-story fifth series", "war in the north".
_BARE = regex(
    r"(?!(?:an?|the|all|both|most|many|several|some|two|three|four|five|six|seven|eight|nine|ten|about|over|nearly|more)\b(?!-))"
    r"(?:[a-z]+-[a-z-]+ [a-z ]+|[a-z]*[a-rt-z](?: (?:in|on|at|of|for) [^A-Z]*)?)"
)
_PLURAL_VERB = frozenset(["were", "are", "have"])
_PLURALS = frozenset(["people", "men", "women", "police", "troops", "forces", "children", "workers", "majority"])


def _agrees(subject: str, predicate: str) -> bool:
    """Whether a verb of the plural has a subject of the plural, as far as the words tell."""
    words, verb = subject.split(), predicate.split(" ")[0]
    if verb not in _PLURAL_VERB:
        return not (verb == "was" and " and " in subject and " of " not in subject)
    return " and " in subject or any(word.endswith("s") or word.lower() in _PLURALS for word in words)


def _is_enough(subject: str, predicate: str) -> bool:
    """Whether a single word tells all of somebody or something that is named."""
    governs = predicate == "resigned" and re.search(r"\b(?:government|cabinet|ministry)$", subject)
    return bool(governs) or (
        predicate in ENOUGH and bool(re.search(r"[A-Z]", re.sub(r"^(?:The|An?|the|an?) ", "", subject)))
    )


def _is_finite(predicate: str) -> bool:
    """Whether the predicate begins with a verb that has a tense, after an adverb at most."""
    first, _, remainder = predicate.partition(" ")
    word = remainder.partition(" ")[0] if first in ADVERBS or first.endswith("ly") else first
    return bool(_FINITE.fullmatch(word)) or plain_form(word) is not None


_STATES = frozenset(
    [
        "dealt",
        "is",
        "are",
        "has",
        "have",
        "had",
        "could",
        "remained",
        "included",
        "consisted",
        "contained",
        "comprised",
        "rested",
        "stood",
        "lay",
        "lived",
        "belonged",
        "knew",
        "believed",
        "generated",
        "numbered",
        "owned",
        "accounted",
        "represented",
    ]
)


def _is_state(before: str, rest: str) -> bool:
    first, *others = f"{before} {rest}".split()
    if first in ("was", "were"):
        told = (word.strip(",;:") for word in others if word not in ADVERBS and not word.endswith("ly"))
        return not is_participle(next(told, ""))
    return first in _STATES


ENGLISH = Gate(
    clean=_clean,
    unlinked=_unlinked,
    first_deed=_first_deed,
    admits=_admits,
    reads_well=_reads_well,
    is_named=_is_named,
    is_state=_is_state,
)
