"""A Chinese sentence of the source with a gap for its date, with the one before it where it needs that."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from questions import names_words as words
from questions.dates import Granularity
from questions.document import DateExpression, Document, Sentence
from questions.fact import Fact, Modality
from questions.grammar_zh import comparable, split_subject, starts_with_verb, without_connectives
from questions.leading import points_back
from questions.regex import regex
from questions.spans import cleaned, within
from questions.writers.anchoring import is_anchored
from questions.writers.deeds_zh import DEEDS
from questions.writers.gate import GAP, is_whole
from questions.writers.gate_zh import widened
from questions.writers.hero_zh import Hero
from questions.writers.leaning_zh import is_half, is_of_a_life, lacks_noun, names_by_surname
from questions.writers.passage import Passage
from questions.writers.proper_zh import ProperNames

_SHORTEST, _LONGEST = 14, 120  # characters of a passage
_MOST_DATES = 2  # others, in one passage
# What a sentence can hold only where the one before tells what is meant.
_PRONOUN = regex(
    r"[他她它](?![们们]?[国国乡]|人|[项们]|杀|信|用)|其(?![他它中余实次间])|[该此这那](?!外|时期|不勒斯|格|后)|双方|[两二]者|[两二三]人|[两二三]国(?!时期|志)|[前后]者"
)
_TAKES_UP = regex(
    r"上述|前述|同样|类似|相同|另一|不久|随[后即]|[之其此尔]后|[该此这那当][地处里]|他们|她们|它们|双方|(?<=[一-鿿])[也亦](?![门速先里])"
    r"|^第[一二三四五]|^(?:但|而|然而|不过|因此|因而|于是|所以|此外|另外|另|同时|并|并且|又|亦|也|仍|还|却|则|便|遂|乃|最[终后]|结果|其中|接着|期间|例如|如|后来)"
)
# What counts from a time told before.
_COUNTS_ON = regex(
    r"当[日天时年月]|同[年月日]|[次翌隔][年月日天]|[一二三四五六七八九十几数两\d]{1,3}(?:年|个月|天|日)[后前]|后来"
)
# What a sentence says of how things were, of the time of writing, or of what its date does not date.
_STATES = regex(
    r"目前|现今|至今|迄今|如今|现时|截[至止]|人口|平均|面积|气温|海拔|[%％‰]|约占|是一[个位名座所种项部]|位于|属于|分别|先后|每年|各年|以来|(?:有|为|达到?|约|占|超过|仅|共)[\d,，.]+"
)
_AFTER_GAP = regex(
    r"(?:[的、和与及至到前后起以间之版度]|年度|年代|左右|上[半旬]|[下中]旬|[初末底]|[-–—~～]|[号號级級届屆班式型款制龄齡]"
    r"|(?:[一-鿿]{0,10})(?:战争|革命|大选|选举|危机|奥运|世界杯|运动会|锦标赛|联赛|亚运|博览会|世博|赛季|宪法|事件|大会|会议|公投)(?!爆发|发生|开始|结束|召开|举行|通过|后|中)(?:期间|后|时|中|之)?)"
)
_SUBORDINATE = regex(
    "[一-鿿]{2,10}(?:之?前(?!往|来|去|总|任|首|苏|身|线|锋)|(?:之?后(?!来|方|台|卫|代)|时(?!代|间|任)期?|期间|之际)(?!，))"
)
_WRITTEN = regex(
    r"\d{3,4}|[〇零一二三四五六七八九]{3,4}年|世纪|年代|[\d一二三四五六七八九十]+月|[\d一二三四五六七八九十]+日"
)
_BEFORE_GAP = regex(r"(?:[至到自从比和与及、以截了-]|早于|晚于|直到|早在)$")
_BARE = regex(
    r"^[起，、于於在]*(?:本|全|各|新|旧|原|主|正|整个|一[些个位名座所种项部支])?(?:主体)?"
    r"(?:工程|城市|岛[上屿]?|球场|塔楼|议会|国会|当局|政府|公司|球队|队伍|学[院校]|乐[团队]|军[队方]|部队|战[争事]|大楼|建筑|教[会堂]|市政府|校方|院方|总统|皇帝|国王"
    r"|法院|警方|联盟|组织|电影|节目|专辑|作品|小说|歌曲|车站|机场|港口|专利|赛会|寺庙|条约|协[议定]|法案|选举|内阁|纪录|比赛|医院|银行|铁路|教授|作者|记者|医生|船长|居民|人们|景区|陵园|陵墓|祭堂|公园|纪念馆|博物馆|图书馆|庙宇|宫殿|教堂|民众|学生|院长|校长|馆长"
    r"|市区|地区|当地|议案|计划|方案|报[纸社馆]|杂志|会议|书店|剧院|影片|剧集|两[一-鿿]|[三四五六七八九十]人)"
)
_START = attrgetter("start")


@dataclass(frozen=True, kw_only=True)
class Source:
    """What a passage is taken from: the document, its names, and the person whom a sentence without a name is about."""

    document: Document
    names: ProperNames
    hero: Hero | None = None


def passage_of(fact: Fact, source: Source) -> Passage | None:
    """The words of the source in which a fact's date can be asked for; None where they leave open what is meant."""
    document, date = source.document, fact.date
    index = bisect_right(document.sentences, date.start, key=_START) - 1
    if index < 0 or not _may_be_gapped(fact, document.sentences[index], document):
        return None
    sentence = document.sentences[index]
    start, end = _segment(sentence, date, document)
    for extent in dict.fromkeys([(start, end), (sentence.start, sentence.end)]):
        if _is_first(date, extent[0], document) and _stands_alone(*extent, date, source):
            return _passage(fact, extent, sentence, document)
        if start > sentence.start and not document.text[start : date.start].strip(" 於于在至到"):
            return None  # behind a semicolon something else is told, of whom is left out
    before = document.sentences[index - 1] if index and _is_first(date, sentence.start, document) else None
    bare = _BARE.match(comparable(cleaned(document, date.end, sentence.end)).lstrip("，于在 "))
    if before and bare and not re.search(rf"[一-鿿《]{bare[0][-2:]}", comparable(before.text)):
        return None
    if before is None or before.paragraph != sentence.paragraph or len(before.text) < _SHORTEST:
        return None
    alone = _stands_alone(before.start, before.end, None, source)
    if names_by_surname(comparable(f"{before.text}{sentence.text}"), document.title or ""):
        return None
    return _passage(fact, (before.start, sentence.end), sentence, document) if alone else None


def _segment(sentence: Sentence, date: DateExpression, document: Document) -> tuple[int, int]:
    """Where the part of a sentence between its semicolons begins and ends in which a date stands."""
    borders = [match.end() for match in _SEMICOLON.finditer(document.text, sentence.start, sentence.end)]
    start = max((border for border in borders if border <= date.start), default=sentence.start)
    end = min((border - 1 for border in borders if border > date.end), default=sentence.end)
    return start, end


def _is_first(date: DateExpression, start: int, document: Document) -> bool:
    """Whether no other date stands before one from a place on, so that of several one gap gives none away."""
    return not any(other.start < date.start for other in within(document.dates, start, date.end))


def _may_be_gapped(fact: Fact, sentence: Sentence, document: Document) -> bool:
    date, text = fact.date, document.text
    firm = not date.value.is_interval and not date.value.is_approximate and not date.value.is_open
    plain = date.modifier is None or _PART.search(date.text) is not None
    stated = fact.modality is not Modality.NEGATED and not fact.attribution
    if not (firm and plain and stated) or not _WRITTEN.search(comparable(date.text)):
        return False
    if date.end > sentence.end or "\t" in sentence.text or not is_anchored(fact, document):
        return False
    if (date.value.granularity <= Granularity.YEAR and "月" in date.text) or is_of_a_life(date, sentence, document):
        return False  # the month is of another calendar, or the brackets hold no sentence
    lead, trail = comparable(text[sentence.start : date.start]), comparable(text[date.end : sentence.end])
    return not _AFTER_GAP.match(trail) and not _SUBORDINATE.match(trail) and not _BEFORE_GAP.search(lead)


def _stands_alone(start: int, end: int, date: DateExpression | None, source: Source) -> bool:
    """Whether a part of the source tells what it speaks of, once the document is named."""
    document = source.document
    dates = within(document.dates, start, end)
    first = date or (dates[0] if dates else None)
    leads = first is not None and not document.text[start : first.start].strip(" 。；;，,于於在")
    if date is None and leads and first is not None and first.inferred:
        return False
    told = widened(comparable(cleaned(document, first.end if leads and first else start, end)))
    told = told.lstrip("，。； ")
    if lacks_noun(told) or is_half(told) or names_by_surname(told, document.title or ""):
        return False
    told = _with_hero(told, source.hero)
    opening = told.lstrip("，于在 " if leads else " ")
    before = told if date is None else comparable(cleaned(document, start, date.start))
    clauses = told.split("，")
    subject = "，".join(clauses[: 2 if _SETTING.match(told) or _AFTERWARDS.search(clauses[0]) else 1])
    if _PRONOUN.search(subject) or points_back(told):
        return False  # behind a subject, they may mean what the sentence itself has named
    if _TAKES_UP.search(told) or _TAKES_UP.match(opening) or _COUNTS_ON.search(before) or _BARE.match(opening):
        return False
    return _names_subject(told, source.names)


def _with_hero(text: str, hero: Hero | None) -> str:
    """A sentence with the document's person for 「他」, or for nobody, where that is its subject."""
    if hero is None:
        return text
    if text.startswith(hero.pronoun) or DEEDS.match(text):
        text = comparable(hero.name) + text.removeprefix(hero.pronoun)
        return re.sub(f"{hero.pronoun}(?!们)", "", text)
    return text


def _names_subject(text: str, names: ProperNames) -> bool:
    """Whether a sentence in simplified script, its date in front left out, says who or what it is about."""
    if names.is_known_at_start(text):
        return True
    if _SETTING.match(text):
        told = [clause for clause in text.split("，")[1:] if len(clause) > _MERE_WORD]
        return bool(told) and (names.end_at_start(told[0]) > 0 or split_subject(told[0])[0] is not None)
    if text[:1] in _NO_NAME or starts_with_verb(text[:2]) or _FAMILY.match(text):
        return False
    if names.end_at_start(text):
        return True
    if _DEED.match(text) or starts_with_verb(text):
        return False
    clause = text.split("，", maxsplit=1)[0]
    named = split_subject(clause)[0] is not None or names.is_repeated_at_start(text)
    return named and without_connectives(text) == text


_FAMILY = regex(f"[{''.join(sorted(words.SURNAMES))}][于在任为是率被将乃遂曾亦因与和]")
_AFTERWARDS = regex("(?:[后时前际]|期间)$")
_NO_NAME = frozenset("是为有被將将把使让令")
_MERE_WORD = 3  # characters of a clause that tells nothing
_SETTING = regex(
    "(?:(?:[在于从](?!(?:田|野|山|布|格|安|州|国)[一-鿿])[^，。]{1,40}[中下后上时里间际前内外])"
    "|(?:由于|因|为了?|以|随着?|自从?|经过?|根据|按照?|据|当|通过|应|除)[^，。]{2,40})，"
)
_DEED = regex(
    "[在于由因为以随自从经对将把被使让和与及]|[派离得有达攻率赴抵回返到入任获遭修整改建设立开创定迁移升降加退出进参考受应奉被占取收撤合并编扩更废停复重]"
    "[一-鿿]{0,2}(?:[《「“]|[一-鿿]{2,})(?![一-鿿]{0,1}[·])"
)


def _passage(fact: Fact, extent: tuple[int, int], sentence: Sentence, document: Document) -> Passage | None:
    date, (start, end) = fact.date, extent
    part = _PART.search(date.text)
    lead, trail = cleaned(document, start, date.start), cleaned(document, date.end, end)
    shown = f"{lead}{GAP}{part[0].removeprefix('年') if date.modifier and part else ''}{trail}"
    text = widened(_BULLET.sub("", shown)).strip(" ；;").removeprefix("。").strip()
    cut = f"{_CUT if start > sentence.start else ''}{text}{_CUT if end < sentence.end else ''}"
    others = [other for other in within(document.dates, start, end) if other.start != date.start]
    told, ended = comparable(lead + trail), end < sentence.end or text.endswith(("。", "！", "”", "」", "』", "）"))
    alone = start >= sentence.start
    if not _SHORTEST <= len(text) <= _LONGEST or not ended or not is_whole(lead + trail) or len(others) > _MOST_DATES:
        return None
    if any(other.value.overlaps(date.value) for other in others) or date.text in lead + trail:
        return None
    if (
        _STATES.search(told)
        or "[" in text
        or "：" in widened(told)
        or "？" in widened(told)
        or within(document.unresolved, start, end)
    ):
        return None
    around = tuple(other.value for other in others if not other.value.is_open)
    return Passage(text=cut, event=_clause(sentence, date, document), around=around, is_alone=alone)


_PART = regex("(?:年?[初底末中]|[初早中晚末前后後]期|[上中下]旬|[上下]半[年月])$")
_BULLET = regex(r"^\s*(?:[*#•·●◦▪]+|[-–—]+\s)\s*")
_CUT = "……"
_SEMICOLON = regex("[；;]")


def _clause(sentence: Sentence, date: DateExpression, document: Document) -> str:
    """The clause that the date stands in, without it."""
    lead = re.split("[，；。：]", widened(cleaned(document, sentence.start, date.start)))[-1]
    trail = re.split("[，；。：]", widened(cleaned(document, date.end, sentence.end)).lstrip("，, "))[0]
    return lead + trail
