"""How the source puts an event: as done, or as said, promised, planned or denied, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from questions.fact import Clause, Modality
from questions.regex import regex

_ZH = {
    Modality.PROMISED: regex("承[诺諾]|保[证證]将|答[应應]|允[诺諾]|[许許][诺諾]|誓言"),
    Modality.PLANNED: regex("[计計][划劃]|原定|[预預][计計定]|打算|[拟擬](?=[于於在])"),
    Modality.REPORTED: regex(
        "指出|表示|[认認][为為]|宣[称稱]|[声聲][称稱]|[据據][称稱]|透露|[主][张張]|相信|[据據].{1,12}[报報][道導]"
    ),
    Modality.NEGATED: regex("[没沒]有|未能|[并並]未|[从從]未|不再"),
}
_EN = {
    Modality.PROMISED: regex(r"\b(?:promised|pledged|vowed|undertook|agreed) to\b"),
    Modality.PLANNED: regex(r"\b(?:planned|scheduled|expected|intended|due|set) (?:to|for)\b|\bwould have\b"),
    Modality.REPORTED: regex(r"\b(?:said|stated|claimed|reported|argued|announced|according to|alleged|believed)\b"),
    Modality.NEGATED: regex(r"\b(?:never|not|failed to)\b|n't\b"),
}
_ZH_SOURCE = regex("[据據](?P<who>[^，,。]{2,20}?)(?:于|於|在|[报報][道導]|[称稱]|指出|表示|[统統][计計]|[记記][载載])")
_EN_SOURCE = regex(r"\b[Aa]ccording to (?P<who>[^,;.]{2,60}),")
_REPORT_BEFORE = regex("[据據][^，,。；;]{0,15}$")
_REPORT_AFTER = regex("[的]?[^，,。；;]{0,6}?(?:[报報][道導导]|消息|[电電][讯訊]?[，,])")
_REPORT_LENGTH = 16
_EARLY = 12  # further on, a word of saying belongs to what was said or done


@dataclass(frozen=True, kw_only=True)
class Claim:
    """How an event is put, and who says so where the source names them."""

    modality: Modality
    attribution: str | None


def dates_the_report(text: str, start: int, end: int) -> bool:
    """Whether the date from `start` to `end` says when something was reported: 据新华社8月28日报道."""
    before = text[max(0, start - _REPORT_LENGTH) : start]
    return bool(_REPORT_BEFORE.search(before) and _REPORT_AFTER.match(text, end, end + _REPORT_LENGTH))


def claim_of(clause: Clause, statement: str, *, chinese: bool) -> Claim:
    """The claim that a statement makes."""
    cited = (_ZH_SOURCE if chinese else _EN_SOURCE).search(statement)
    if cited:
        return Claim(modality=Modality.REPORTED, attribution=cited["who"].strip())
    modality = _modality(clause, chinese=chinese)
    return Claim(modality=modality, attribution=clause.subject if modality is Modality.REPORTED else None)


def _modality(clause: Clause, *, chinese: bool) -> Modality:
    text = f"{clause.before_date} {clause.rest[: _EARLY if chinese else 4 * _EARLY]}"
    for modality, pattern in (_ZH if chinese else _EN).items():
        if pattern.search(text):
            return modality
    return Modality.STATED
