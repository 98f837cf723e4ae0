"""What Chinese pronouns, definite nouns and missing subjects can stand for."""

from __future__ import annotations

import re

from questions import names_words
from questions.grammar import Parts, Topic
from questions.grammar_zh import (
    comparable,
    is_predicate,
    is_pronoun,
    split_subject,
    starts_with_verb,
    without_connectives,
)
from questions.names import is_person_zh
from questions.regex import regex

_BRACKETS = regex(r"[（(][^（）()]*[）)]")
_AFTER_DATE = regex("^(?:期间|年间|之间|以来|，|,|\\s)+")
_CLAUSE_END = regex("[，,；;。：:！？]")
_LONGEST_NAME = 20
_NO_NAME = regex(
    r"[的与及跟、，或\d]|^(?:一[些个位名种座所]|各|许多|部分|全|每|某|数|两|三|首|第|另|其|当|这|那|该|此|有|大多|大部|很多|所有|多数|少数|不少)"
    "|^(?:学校|公司|球队|政府|国家|人们|人民|居民|军队|议会|国会|法院|双方|城市|当地|今日|现在|目前|之后|此外|战争|会议|工程|比赛)$"
)
_IS_A = regex("(?:是|为)(?P<what>[^，。；]{2,40}?)(?:之一)?(?:[，。；]|$)")
_DEFINITE = regex(
    "(?:该|这一?[个座所项家部本支份条场]?|此一?[个座项]?|本(?=[校报社院刊]$))(?P<noun>[\u4e00-\u9fff]{1,4})"
)
_BARE = frozenset(
    ["学校", "球队", "公司", "学院", "杂志", "报社", "乐团", "乐队", "车站", "机场", "电视台", "医院", "银行", "博物馆"]
)
_KINDS = {
    "校": ("大学", "学院", "中学", "小学", "学校"),
    "学校": ("大学", "学院", "中学", "小学", "学校"),
    "院": ("学院", "医院", "剧院", "法院"),
    "队": ("队", "俱乐部"),
    "球队": ("队", "俱乐部"),
    "公司": ("公司", "集团", "企业"),
    "片": ("电影", "影片", "片"),
    "影片": ("电影", "影片", "片"),
    "书": ("书", "著作", "小说"),
    "杂志": ("杂志", "期刊", "刊物"),
    "刊": ("杂志", "期刊", "刊物"),
    "报": ("报", "报纸"),
    "报社": ("报", "报纸"),
}
"""How names and descriptions end of what a noun can stand for, where not with the noun itself."""

_DESCRIBING = regex("(?:是|为)[^，。；]{0,40}|的[^，。；、的]{0,12}")
"""What a description says and a name does not: 「…的世界知名研究性大学」."""

_GOES_ON = regex("[他她它](?!们)|其(?![中间他余次实])")
_FOUNDED = regex(
    "(?:始|创|兴|修|初)?建|成立|创立|创办|创建|建立|建成|落成|竣工|开幕|开业|通车|启用|创刊|开馆|开播|开通|位"
)
_LIVED = regex("出生|生|毕业|逝世|去世|病逝|卒|就读|入学|留学|结婚|退休|当选|获颁|入选|升任|转任|加入")


def topic_of(text: str) -> Topic | None:
    """What a sentence that begins with the text is about, where its subject is a name."""
    plain = _BRACKETS.sub("", text)
    plain = plain[_end(_AFTER_DATE, plain) :]
    plain = without_connectives(plain)
    first = _CLAUSE_END.split(plain, maxsplit=1)[0]
    subject, predicate = split_subject(first)
    if subject is None and not starts_with_verb(first) and len(first) < len(plain) and not _has_verb(first):
        subject, predicate = first, plain[len(first) + 1 :]
    if subject is None or not _is_name(subject):
        return None
    described = _IS_A.match(comparable(predicate))
    what = predicate[described.start("what") : described.end("what")] if described else ""
    return Topic(name=subject, described=what, is_person=is_person_zh(subject))


def _has_verb(text: str) -> bool:
    return split_subject(text + "。")[0] is not None


def _end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(comparable(text))
    return match.end() if match else 0


def _is_name(subject: str) -> bool:
    plain = comparable(subject)
    return 2 <= len(subject) <= _LONGEST_NAME and not is_pronoun(subject) and not _NO_NAME.search(plain)


def goes_on(text: str) -> bool:
    """Whether a sentence that begins with the text has a pronoun for its subject."""
    plain = comparable(text)
    return _GOES_ON.match(plain, _end(_AFTER_DATE, text)) is not None


def definite_noun(parts: Parts) -> str | None:
    """The noun of a subject that names the kind of what is meant and not its name: 「該校」, 「球隊」."""
    plain = comparable(parts.subject or "")
    if plain in _BARE:
        return plain
    match = _DEFINITE.fullmatch(plain)
    return match["noun"] if match else None


def is_kind(topic: Topic, noun: str) -> bool:
    """Whether a topic is of the kind that a noun names."""
    endings = _KINDS.get(noun, (noun,))
    return comparable(topic.name).endswith(endings) or comparable(topic.described).endswith(endings)


def names_another(text: str, topic: Topic, noun: str) -> bool:
    """Whether a text names something else of the kind."""
    plain = _DESCRIBING.sub("", comparable(text).replace(comparable(topic.name), ""))
    endings = "|".join(_KINDS.get(noun, (noun,)))
    return any(
        not _DEFINITE.search(match[0]) and not match[0].endswith(tuple(_BARE))
        for match in re.finditer(rf"[\u4e00-\u9fff]{{2}}(?:{endings})", plain)
    )


def may_stand_for_something(parts: Parts) -> bool:
    """Whether the subject is a pronoun, or is missing."""
    return parts.lacks_subject if parts.subject is None else len(parts.subject) == 1


def stands_for(parts: Parts, topic: Topic) -> bool:
    """Whether the subject, a pronoun or missing, stands for the topic of the sentence before."""
    if parts.subject is None:
        return _left_out(parts, topic)
    if parts.subject in "他她":
        return topic.is_person
    return parts.subject == "它" and not topic.is_person and bool(topic.described or _is_thing(topic))


def _left_out(parts: Parts, topic: Topic) -> bool:
    told = comparable(parts.before_date or parts.rest)
    if topic.is_person:
        return _LIVED.match(told) is not None
    return bool(parts.before_date) and _FOUNDED.match(told) is not None and bool(topic.described or _is_thing(topic))


def _is_thing(topic: Topic) -> bool:
    plain = comparable(topic.name)
    return plain.endswith(tuple(names_words.ORGANISATIONS)) or plain in names_words.PLACES


def wants_name(text: str) -> bool:
    """Whether a sentence that begins with the text leaves its subject out, or has a pronoun for it."""
    opening = without_connectives(text[_end(_AFTER_DATE, text) :])
    return is_pronoun(opening) or is_predicate(opening)


def leaves_subject_out(parts: Parts) -> bool:
    """Whether a clause has a pronoun for its subject, or none."""
    if parts.subject is not None:
        return is_pronoun(parts.subject)
    told = parts.rest if parts.date_first else parts.before_date
    return is_pronoun(parts.rest) or (parts.lacks_subject and is_predicate(told))
