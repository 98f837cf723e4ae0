"""What an English sentence leaves to the sentences around it: "the campaign", "the PWA", "the second Josiah"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from questions.regex import regex

_DEFINITE = regex(r"\b[Tt]he (?=(?P<words>(?:[\w\u2019'-]+(?: |$|(?=[.,;]))){1,6}))")
_TIES = frozenset(
    [
        *("of", "in", "for", "with", "between", "from", "to", "on", "at", "against", "by", "into", "over", "under"),
        *("after", "before", "during", "about", "near", "known", "called", "named", "around", "along"),
    ]
)
_RELATIVES = frozenset(["that", "which", "who", "whose", "where"])
_FIRST_OF_ALL = regex(r"\w+est|first|last|only|most|least|best|\d+\w*|so-called")
_UNIQUE = regex(
    r"(?:purpose|world|public|population|sea|sun|moon|earth|sky|internet|press|equator|"
    r"atmosphere|poor|rich|death|use|idea|production|development|construction|need|right|name|rank|title of|basis|age|"
    r"following of|globe)$"
)
_NAMED = regex(r"[A-Z\d\"\u201c\u2018]")
_OFFICE = regex(
    r"\b[Tt]he (?:Bill|Act|Emperor|King|Queen|Prince|Princess|Duke|President|Company|Board|Committee|Commission|"
    r"Council|Court|Treaty|Party|School|College|University|Hall|Church|Club|Society|Institute|Department|Ministry|Library|"
    r"Tower|Bridge|Castle|Palace|Association|Trust|Foundation|Corporation|Elector|Count|Baron|Bishop|Archbishop|Sultan|"
    r"Governor|Mayor|General|Colonel|Minister|Agreement|Commonwealth|Order|House|Museum)"
    r"(?=$|[,.]| [a-z])(?! of\b| for\b)"
)
_GIVEN = regex(
    r"^(?:William|Roger|Richard|Robert|Henry|Charles|John|James|Edward|George|Louis|Philip|Thomas|Peter|Paul|David|"
    r"Michael|Francis|Frederick|Alexander|Joseph|Daniel|Stephen|Simon|Walter|Hugh|Anne|Mary|Elizabeth|Margaret|Catherine|"
    r"Isabella|Maria|Joan|Martin|Andrew|Arthur|Ferdinand|Otto|Leo|Alfred)"
    r"(?:[\u2019']s? | (?![A-Z]|[IVX]+\b|of\b|the\b|de\b))"
)
_MEASURE = regex(r"[\u2019']s (?:rate|number|share|total|figure|level|score|position|value|price)$")
_THOUGHT = regex(
    r"[\u2019']s (?:[\w-]+ )?(?:donation|decision|statement|proposal|announcement|offer|claim|request|plan|idea|"
    r"task|aim|suggestion|complaint|demand|argument|theory|view|report|mission|project)\b"
    r"(?! (?:to|for|of|that|about|on|against)\b)"
)
_ORDINAL_NAME = regex(r"\b[Tt]he (?:second|third|fourth|younger|elder|first|last|other) [A-Z]\w+$")
_SHORT = regex(r"\b[A-Z]{2,5}s?\b")
_KNOWN = frozenset(
    [
        *("US", "USA", "UK", "UN", "EU", "USSR", "NATO", "OPEC", "UNESCO", "NASA", "FIFA", "UEFA", "FBI", "CIA", "IBM"),
        *("BBC", "NBC", "CBS", "ABC", "CNN", "ITV", "MTV", "NFL", "NBA", "MLB", "USS", "HMS", "AD", "BC", "GDP", "DNA"),
        *("II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIV", "XV", "XVI", "TV", "DVD", "CD", "PC"),
    ]
)
_CUT_OFF = regex(
    r"\boffer(?:ed)? (?:his|her|its|their) services$|\b(?:approved|voted|provided|spent|paid|granted) "
    r"(?:nearly |about |over |some )?[$\u00a3\u20ac][\d.,]+(?: [mb]illion)?$|\btook up (?:the|a) \w+$|"
    r"\b(?:was|were) (?:consulted|completed|resumed|restored)$|"
    r"\b(?:ruled|decided|found|voted) (?:in favou?r of|against|for) [\w' ]+$|"
    r"\b(?:an?|their|its|his|her|no|[a-z]+) (?:settlement|approach|decision|proposals?|agreement|ruling|verdict|"
    r"objection|appeal|claim|deal|merger|plans?|offer|campaign|measures|amendments|changes|reforms|talks|negotiations|findings|"
    r"results|conclusions)$"
)


def hangs(sentence: str, subject: str) -> bool:
    """Whether a sentence names something that only the text around it explains, or breaks off before it is told."""
    if _ORDINAL_NAME.search(subject) or _MEASURE.search(subject) or _CUT_OFF.search(sentence):
        return True
    return (
        owns_a_thought(sentence)
        or shortened(sentence)
        or calls_by_one_name(sentence)
        or any(True for _ in nouns_pointing(sentence))
    )


def owns_a_thought(sentence: str) -> bool:
    """Whether a sentence speaks of somebody's decision, donation or task without saying which."""
    return _THOUGHT.search(sentence) is not None


def shortened(sentence: str) -> bool:
    """Whether a sentence has an abbreviation that not everybody knows."""
    return any(match[0] not in _KNOWN for match in _SHORT.finditer(sentence))


def calls_by_one_name(sentence: str) -> bool:
    """Whether a sentence begins with somebody's given name alone, which many others have."""
    return _GIVEN.match(sentence) is not None


def nouns_pointing(sentence: str) -> Iterator[str]:
    """The definite nouns that have neither a name nor anything behind them that says which is meant."""
    for match in _DEFINITE.finditer(sentence):
        noun = _pointing(match, sentence)
        if noun is not None:
            yield noun
    for match in _OFFICE.finditer(sentence):
        yield match[0].split()[-1].lower()


def known_nouns(sentence: str) -> frozenset[str]:
    """The words of a sentence that a definite noun behind it can take up."""
    words = re.findall(r"[a-z]{3,}", sentence.lower())
    return frozenset([*words, *(word.removesuffix("s") for word in words)])


def _pointing(match: re.Match[str], sentence: str) -> str | None:
    noun: list[str] = []
    words = match["words"].split()
    for word in words:
        if _NAMED.match(word):
            return None
        if word in _TIES | _RELATIVES or (noun and _is_verb(word)):
            if noun and noun[-1].endswith("ly") and words[len(noun) + 1 :] and _NAMED.match(words[len(noun) + 1]):
                return None  # "the newly created Duchy"
            break
        noun.append(word)
    if not noun or _is_unique(noun) or noun[-1].endswith(("\u2019s", "'s")):
        return None
    following = sentence[match.start("words") :].split()[len(noun) : len(noun) + 5]
    if following and re.match(r"[\"\u201c\u2018A-Z]", following[0]):
        return None  # the song "Tarvala"
    told = bool(following) and (
        following[0] in _RELATIVES
        or (following[0] in _TIES and any(re.match(r"[A-Z\"\u201c\u2018]", word) for word in following))
        or (len(following) > 1 and following[0] in ("of", "from", "between") and following[1][0].isdigit())
        or (
            len(following) > 1
            and following[0] == "of"
            and following[1] in ("the", "a", "an", "his", "her", "its", "their")
        )
    )
    return None if told else noun[-1].lower()


def _is_unique(noun: list[str]) -> bool:
    return _FIRST_OF_ALL.fullmatch(noun[0]) is not None or (len(noun) == 1 and _UNIQUE.fullmatch(noun[0]) is not None)


def _is_verb(word: str) -> bool:
    return word in ("was", "were", "is", "are", "had", "and", "or", "as") or word.endswith("ed")
