"""A Chinese clause with its date → subject, what stands before the date, and what is told."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import opencc

from questions import grammar_zh_words as words
from questions.grammar import Around, Parts
from questions.regex import regex
from questions.spans import FILLER, masked, tidied

_LONGEST_SUBJECT = 28
_SHORTEST_CLAUSE = 7
_FIRST_CLAUSE = regex("[，,；;]")


def _alternatives(options: list[str]) -> str:
    return "|".join(sorted(options, key=lambda option: (-len(option), option)))


_VERB = regex(_alternatives(words.VERBS))
_NOT_VERB = regex(
    f"(?:{_alternatives(words.NAMING_VERBS)})+(?:{_alternatives(words.NOUN_ENDINGS)})|"
    + _alternatives([word for word in words.NOT_VERBS if word not in words.VERBS])
)
_CONNECTIVES = regex(rf"(?:{_alternatives(words.CONNECTIVES)})+[，,]?")
_SHORT_CONNECTIVES = regex(rf"(?:{_alternatives(words.SHORT_CONNECTIVES)})")
_ADVERB_END = regex(rf"(?:{_alternatives(words.ADVERBS)})+$")
_ADVERB_START = regex(rf"(?!{_alternatives(words.NOT_ADVERBS)})(?:{_alternatives(words.ADVERBS)})(?=[\u4e00-\u9fff])")
_PREPOSITION_END = regex(rf"(?:{_alternatives(words.PREPOSITIONS)})$")
_PRONOUN = regex(rf"(?:{_alternatives(words.PRONOUNS)})(?![\u4e00-\u9fff]{{0,3}}[·国州市省])")
_AFTER_DATE = regex(
    r"^(?:期间|年间|之间|间|时(?!任)|之时|的时候|当天|当日|晚上|上午|下午|早上|凌晨|傍晚|晚间|夜间|晚|夜|，|,|\s)+"
)
_SETTING = regex(
    "[由为因随据按经基依根除至]|当(?!选)|直[到至]|[在于从向以自到对][^，。]{0,24}(?:[，的下中时后里内]|期间|之际)"
)
_OF = "的"
_AND = ("、", "以及")
_ADVERBIAL = regex(
    r"但|而|后|起初|虽然|由于|因|当[^地]|若|如果|随着|为了|在|自从|经过|经由|直至|直到|不久|首先|一直|其中|之后|此后|并|.*(?:后|时|期间|之际)$"
)
_NO_SUBJECT = regex(r"[，,；;：:。]|的$|^[^（(]*[）)]|[（(][^）)]*$|[「“][^」”]*$")


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _convertible() -> re.Pattern[str]:
    """What a text has one of where its conversion differs from it: a search costs a tenth of a conversion."""
    characters = [chr(code) for code in range(0x2E80, 0xA000)]
    singly = _converter().convert("\n".join(characters)).split("\n")
    changed = [before for before, after in zip(characters, singly, strict=True) if before != after]
    return re.compile(f"[{''.join(changed)}{_CHANGED_IN_WORDS}\uf900-\ufaff\U00010000-\U0010ffff]")


_CHANGED_IN_WORDS = "坏覆沈牴瞭藉衹"  # as in 毛坏, 答覆, 沈沒; alone they stay


@lru_cache(maxsize=4096)
def comparable(text: str) -> str:
    """The text in simplified script for comparing with the vocabulary, character for character."""
    if not _convertible().search(text):
        return text
    simple: str = _converter().convert(text)
    return simple if len(simple) == len(text) else text


def take_apart(around: Around) -> Parts:
    """The parts of a clause; where the date only modifies a noun, no subject is certain."""
    head = _without_end(_without_end(around.before, _PREPOSITION_END), _ADVERB_END)
    head, after = without_connectives(head), around.after
    if after.startswith((_OF, "《", *_AND)):
        return Parts(subject=None, before_date=head, rest=after, date_first=not head)
    if not head:
        subject, rest = split_subject(without_connectives(_without_start(after, _AFTER_DATE)))
        return Parts(subject=subject, before_date="", rest=rest, date_first=True, lacks_subject=starts_with_verb(rest))
    subject, verb = _split_head(head)
    rest = after.strip() if verb else _without_start(after, _AFTER_DATE)
    return Parts(
        subject=subject,
        before_date=verb,
        rest=_without_start(rest, _ADVERB_START),
        date_first=False,
        lacks_subject=subject is None and starts_with_verb(verb),
    )


def _split_head(head: str) -> tuple[str | None, str]:
    """What stands before a date as subject and verb, either of which may be missing."""
    subject, verb = split_subject(head)
    if subject is not None or starts_with_verb(head):
        return subject, verb
    if comparable(head[-1]) in words.FINAL_VERBS and _can_be_subject(head[:-1]):
        return head[:-1], head[-1]
    return (head, "") if _can_be_subject(head) else (None, head)


def told(before: str, when: str, after: str, subject: str | None) -> str:
    """A statement from its texts before and after the date; a carried `subject` is put in front."""
    head = without_connectives(before)
    bare = _without_end(head, _PREPOSITION_END)
    head = _without_end(bare, _ADVERB_END) + head[len(bare) :]
    if not bare and _AFTER_DATE.match(after):
        head = ""
    if subject and not head:
        return f"{when}，{subject}{_without_start(after, _AFTER_DATE)}。"
    return tidied(f"{subject or ''}{head}{when}{after}") + "。"


def split_subject(text: str) -> tuple[str | None, str]:
    """The text as subject and predicate, or (None, text) where the subject is not certain."""
    place = _predicate_place(text)
    if not place or not _can_be_subject(text[:place]):
        return None, text
    subject = _without_end(text[:place], _ADVERB_END)
    return (subject, _without_start(text[place:], _ADVERB_START)) if subject else (None, text)


def starts_with_verb(text: str) -> bool:
    """Whether the text is a predicate without its subject."""
    return _predicate_place(text) == 0


def is_predicate(text: str) -> bool:
    """Whether the text is a predicate, and not a setting behind which a subject may follow: 「為此，…」, 「由於…」."""
    return starts_with_verb(text) and not _SETTING.match(comparable(text))


def is_whole(parts: Parts) -> bool:
    """Whether a clause that begins with its date is long enough to have a subject, even one that is not certain."""
    long = len(_FIRST_CLAUSE.split(parts.rest, maxsplit=1)[0]) >= _SHORTEST_CLAUSE
    return parts.date_first and (long or begins_with_setting(parts))


def begins_with_setting(parts: Parts) -> bool:
    """Whether a clause begins, behind its date, with a setting behind which its subject may follow: 「由於…，」."""
    return parts.date_first and _SETTING.match(comparable(parts.rest)) is not None


def is_pronoun(subject: str) -> bool:
    """Whether the subject names nothing without an earlier clause."""
    return _PRONOUN.match(comparable(subject)) is not None


def without_connectives(text: str) -> str:
    """The text without the words that tie it to the text before."""
    text = _without_start(text, _CONNECTIVES)
    short = _without_start(text, _SHORT_CONNECTIVES)
    ties = short != text and (not short or starts_with_verb(short) or _PREPOSITION_END.fullmatch(comparable(short)))
    return short if ties else text


@lru_cache(maxsize=256)
def _predicate_place(text: str) -> int | None:
    plain = _NOT_VERB.sub(lambda match: FILLER * len(match[0]), masked(comparable(text)))
    for match in _VERB.finditer(plain):
        if plain[match.end() : match.end() + 1] != _OF:
            return match.start()
    return None


def _can_be_subject(text: str) -> bool:
    plain = comparable(text)
    return 0 < len(text) <= _LONGEST_SUBJECT and not (_NO_SUBJECT.search(plain) or _ADVERBIAL.match(plain))


def _without_end(text: str, pattern: re.Pattern[str]) -> str:
    skipped = max(0, len(text) - _AT_THE_EDGE)
    match = pattern.search(comparable(text[skipped:]).rstrip())
    if match and skipped and match.start() < _AT_THE_EDGE // 2:
        skipped, match = 0, pattern.search(comparable(text).rstrip())
    return text[: skipped + match.start()] if match else text


def _without_start(text: str, pattern: re.Pattern[str]) -> str:
    match = pattern.match(comparable(text[:_AT_THE_EDGE]))
    if match and match.end() > _AT_THE_EDGE // 2:
        match = pattern.match(comparable(text))
    return text[match.end() :] if match else text


_AT_THE_EDGE = 20  # characters in which a few words at the beginning or the end of a text are looked for
