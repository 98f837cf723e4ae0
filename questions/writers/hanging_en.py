"""What an English sentence leaves to the sentences around it: "the campaign", "the PWA", "the second Josiah"."""

from __future__ import annotations

import re

_DEFINITE = re.compile(r"\b[Tt]he (?P<words>(?:[\w\u2019'-]+(?: |$|(?=[.,;]))){1,6})")
_TIES = frozenset(
    [
        *("of", "in", "for", "with", "between", "from", "to", "on", "at", "against", "by", "into", "over", "under"),
        *("after", "before", "during", "about", "near"),
    ]
)
_RELATIVES = frozenset(["that", "which", "who", "whose", "where"])
_UNIQUE = re.compile(
    r"(?:\w+est|first|only|most|least|best|world|public|population|sea|sun|moon|earth|sky|internet|press|equator|"
    r"atmosphere|poor|rich|death|use|idea|production|development|construction|need|right|name|rank|title of|basis|age|"
    r"\d+\w*|so-called|following of)$"
)
_NAMED = re.compile(r"[A-Z\d\"\u201c\u2018]")
_ORDINAL_NAME = re.compile(r"\b[Tt]he (?:second|third|fourth|younger|elder|first|last|other) [A-Z]\w+$")
_SHORT = re.compile(r"\b[A-Z]{2,5}s?\b")
_KNOWN = frozenset(
    [
        *("US", "USA", "UK", "UN", "EU", "USSR", "NATO", "OPEC", "UNESCO", "NASA", "FIFA", "UEFA", "FBI", "CIA", "IBM"),
        *("BBC", "NBC", "CBS", "ABC", "CNN", "ITV", "MTV", "NFL", "NBA", "MLB", "USS", "HMS", "AD", "BC", "GDP", "DNA"),
        *("II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIV", "XV", "XVI", "TV", "DVD", "CD", "PC"),
    ]
)
_CUT_OFF = re.compile(
    r"\boffer(?:ed)? (?:his|her|its|their) services$|\b(?:approved|voted|provided|spent|paid|granted) "
    r"(?:nearly |about |over |some )?[$\u00a3\u20ac][\d.,]+(?: [mb]illion)?$|\btook up (?:the|a) \w+$|"
    r"\b(?:was|were) (?:consulted|completed|resumed|restored)$"
)


def hangs(sentence: str, subject: str) -> bool:
    """Whether a sentence names something that only the text around it explains, or breaks off before it is told."""
    if _ORDINAL_NAME.search(subject) or _CUT_OFF.search(sentence):
        return True
    if any(match[0] not in _KNOWN for match in _SHORT.finditer(sentence)):
        return True
    return any(_points(match, sentence) for match in _DEFINITE.finditer(sentence))


def _points(match: re.Match[str], sentence: str) -> bool:
    """Whether a definite noun has neither a name nor anything behind it that says which is meant."""
    noun: list[str] = []
    words = match["words"].split()
    for word in words:
        if _NAMED.match(word):
            return False
        if word in _TIES | _RELATIVES or (noun and _is_verb(word)):
            break
        noun.append(word)
    if not noun or any(_UNIQUE.fullmatch(word) for word in noun[:1]) or noun[-1].endswith(("\u2019s", "'s")):
        return False
    following = sentence[match.start("words") :].split()[len(noun) : len(noun) + 5]
    if not following:
        return True
    if following[0] in _RELATIVES:
        return False
    return following[0] not in _TIES or not any(_NAMED.match(word) for word in following)


def _is_verb(word: str) -> bool:
    return word in ("was", "were", "is", "are", "had", "and", "or", "as") or word.endswith("ed")
