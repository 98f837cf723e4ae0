"""A Chinese clause behind its date that begins with a name, though its verb is not in any list."""

from __future__ import annotations

from questions.fact import Clause
from questions.grammar_zh import comparable, starts_with_verb
from questions.regex import regex
from questions.writers.proper_zh import ProperNames

_BEGINS = regex("(?:^|[，,；;。：:])[于於在]?$")
_HOUR = regex(
    "[，,]?(?:上午|中午|下午|傍晚|晚上?|夜里|夜間|夜间|凌晨|清晨|(?:凌晨|下午|上午)?[0-9零一二三四五六七八九十]{1,2}[时時](?:[0-9]{1,2}分)?(?:左右|[许許])?)?[，,]?"
)
_BORDER = regex(r"[，；;：:。！？—]|,(?!\d{3})")
_BRACKETS = regex("[（(][^（）()]*[）)]")
_VERB = regex(
    "(?:分别|另|又|也|已|曾|正式|首次|即|遂|亦|先后|共同|联合|[自从由经][^的，]{1,12}|[以用][^的，]{1,14}|[在于][^，]{1,16}|[与和同][^的，]{1,10}|"
    "[把将对向][^，]{1,16}|被|遭|为)*"
    "(?:[到至抵入进出赴往返率遣派签订筑建登占购买卖攻攀克破败取获授赐封改迁设办停逝卒薨毁烧撞落驶飞漂降升开闭破致函告令购选立废并合]|爆发|问世)"
)


def named_clause(lead: str, trail: str, names: ProperNames) -> Clause | None:
    """The clause that begins right behind a date with a name and a verb; `lead` and `trail` stand around the date."""
    if not _BEGINS.search(lead):
        return None
    told = _BORDER.split(_HOUR.sub("", _BRACKETS.sub("", trail), count=1), maxsplit=1)[0].strip()
    plain = comparable(told)
    end = names.end_at_start(plain)
    predicate = plain[end:]
    if not end or len(predicate) < 2 or not (starts_with_verb(predicate) or _VERB.match(predicate)):
        return None
    return Clause(subject=told[:end], subject_carried=False, rest=told[end:], date_first=True)
