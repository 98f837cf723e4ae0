"""Whether a Chinese event names what it speaks of, or points to what was told before."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from questions import names_words as words
from questions.document import Document, Language
from questions.grammar_zh import comparable, split_subject, starts_with_verb, without_connectives
from questions.grammar_zh_words import VERBS
from questions.regex import regex
from questions.spans import cleaned
from questions.writers.anchoring import is_anchored
from questions.writers.gate import GAP
from questions.writers.gate_zh import widened
from questions.writers.leaning_zh import lacks_noun
from questions.writers.proper_zh import ProperNames
from questions.writers.telling import Telling
from questions.writers.whole_zh import is_whole_event

_SURNAME = f"[{''.join(sorted(words.SURNAMES))}]"
# What is counted, or is one of several of its kind, is known only from what was told before.
_COUNTED = regex(
    r"第?(?:\d[\d,]*|[零一二三四五六七八九十百千万数两几多]+)(?:[余多]?[名位个家艘器者人校国座所号军路条件项支队]|[余多](?=[一-鿿]))"
)
# What names nothing by itself: something of a kind, a part of what was told, or no noun at all.
_VAGUE = regex(
    r"^(?:[一两几数][些名位个批群支种家座艘连串]|有|[多许]|大[批量部多]|[少多]数|部分|不少|若干|各|每|其|该|这|那|此|某|任何|所有|全部|另|更多"
    r"|[及和与或以并也亦均都又再才渐逐便则即就]|率先|先后|相继|陆续|分别|同(?!济|盟|仁|治)|最[早大高终后初新]|首[个次批家座]|第[一二三][部个位座所家批]|[\d.,%％]+(?!年代|楼|号|师|军|团|旅|营|路|次)"
    r")|(?:之一|的)$|等$"
)
# What begins a predicate or a setting, and no subject.
_NO_NOUN = regex(
    r"^(?:开始|继续|重新|再次|再度|首次|首度|全面|秘密|公开|仍|成功|正式|由于|随着|为了?|因|在|到|从(?!化)|自从|经过|通过|对(?!马)|把|被|让|使(?!者)|据)"
)
_POINTING = regex(
    rf"^(?:[该此各旧主正]|本(?![田州土溪笃杰])|原(?!子|田|住)|新(?![一-鿿]?[疆西罗墨省县客华])|前者|后者|上述|另|全(?![国球民]))|后者|前者"
    r"|[当校院馆][局方](?![政军])"
    rf"|(?:^|[与由为被、及]|(?<!共)和){_SURNAME}氏|(?:[与由为被、及]|(?<!共)和){_SURNAME}(?=[“「”」，、等任]|$)|^(?!时){_SURNAME}(?:[任为]|氏)"
    r"|[两二三四五六七八九十几][个项条种位件座所家颗枚][一-鿿]{1,4}$|(?:^|[，由为被将把对向])[两三][国校军方人者地院馆器岸]|[该此这那][一-鿿]"
    r"|[一-鿿](?:成员|球员)$|有一“|最后一次$"
)
_NOWHERE = regex(r"(?:到来|来访|到访|抵达|到达|归来|返回|前往|启程|出发|离开|来到|回国|返国)$")
_LEADING_UP = regex(
    r"^(?:因(?!斯)|由于|虽|为了|随着|当(?![选局])|每逢|如果|尽管)|(?:之际|以后|之后|期间|的时候|前夕)$|[^前今午]后$"
)
_UNSAID = regex(
    "全部[一-鿿]{2}$|总经理|总主笔|(?:社|馆|校)长$"
    "|(?:出任|担任|接任|连任|续任|继任|当选|任|为|成为|卸任)(?:了|首任|新任|代理|第[一-鿿\\d]{1,3}任)?"
    "(?:院长|市长|省长|县长|州长|总督|主席|会长|部长|局长|处长|所长|台长|行长|厂长|队长|主教练|总教练|教练|总裁|董事长|总干事|秘书长|总编辑|主编)$"
)
_VERB = regex("|".join(sorted((verb for verb in VERBS if len(verb) > 1), key=len, reverse=True)))
_AGED = regex(r"[\d一二三四五六七八九十]+岁的")
_GLOSSED = regex("[（(](?:西历|公历|阳历)")
_GOES = "返抵|返回|重返|回到|抵达|到达|前往|返|抵|到|赴"
_JOURNEY = regex(rf"(?:{_GOES})(?P<place>[一-鿿]{{2,4}})$")
_OPENING = {Language.SIMPLIFIED: "据《{title}》一文，", Language.TRADITIONAL: "據《{title}》一文，"}
_SOURCE = regex("原文(?=[写寫]道)")
_KINDS = {
    ("大学", "学院", "学校", "中学", "小学"): regex("学校|全校师生|全体师生|校方"),
    ("报", "日报", "杂志"): regex("报社|报纸|该报"),
    ("队", "俱乐部"): regex("球队|球会"),
    ("公司", "集团"): regex("公司(?!法)"),
}
"""The nouns by which a text means what it is about, by how the name of that ends."""

_LONGEST_TITLE = 24
# A verb before its date, by which that is the date of what was said or decided.
_SPEAKS = regex("声明|宣[布告]|决定|同意|计划|要求|规定|建议|提议|主张|预计|拟|约定|商定|授权|批准")
# What the same one may do again and again.
_REPEATED = regex(
    "控制|赢得|获胜|取得|参加|当选|辞职|访问|入选|晋级|降级|夺冠|夺得|击败|战胜|进攻|攻打|入侵|会见|出访|加冕|出征|北伐|改名|更名|迁都|举行|召开|发表|出版"
)
# What takes back what was told, or says what of it is meant.
_QUALIFIED = regex(
    r"，(?:而?(?:不是|并非|而非)|而是|[但却然]而?(?:并?[未没非]|不(?![久仅但])|无|被[拒否驳]|遭[到拒否]|失败|落选|最?终[未被])"
    r"|[^，。；]*(?:名列其中|榜上有名|位列其中|入选其中|也在其列))"
)
_GOING_ON = frozenset("经因由以为将把并而对与和被随在于使令让从")
_MANNER = regex("(?:全部|全面|正式|首次|率先|同时|共同|联合|再次|陆续|先后|终于|成功|顺利)$")
_HEAD = 3  # characters by which the beginning of a predicate is found
_TAIL = 6  # characters by which the end of an event is found in its sentence
_SHORTEST_NOUN = 4  # characters of a noun that says what it is without being a name
_DATE = regex(r"[于在至到]?(?:\d|[〇零一二三四五六七八九十]+[年月日]|[同次翌当][年月日]|随后|之后|后来)")
# How nouns end that name a body, a place, a work or an event.
_ENDS_AS_NOUN = regex(
    "(?:[国省市县州区镇村乡城岛山河湖港路街桥楼塔殿寺庙宫院馆校厂社店局处部会署司团队军舰号机法案令书报刊剧片奖站线场园门库坝党派族帝皇王宗祖公侯汗妃将]"
    "|公司|集团|中心|工程|事件|事变|会战|之乱|战争|战役|条约|协定|制度|频道|节目|网站|系统|列车|政府|大臣|总统|首相|主席|教宗|家族|人民|师生|代表团|联盟)$"
)


class StandingChinese:
    """What the events of one Chinese document need to be clear."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [sentence.start for sentence in document.sentences]
        self._names = ProperNames(document)
        title = (document.title or "").strip()
        fit = 0 < len(title) <= _LONGEST_TITLE and "《" not in title and "\n" not in title
        self._title = title if fit else ""
        self.opening = _OPENING[document.language].format(title=title) if fit else ""

    def opened(self, stem: str) -> str:
        """The stem with the document's title in front, where it can be named."""
        source = _SOURCE.match(stem)
        if source and self._title:
            return f"《{self._title}》一文{stem[source.end() :]}"
        return self.opening + stem

    def settled(self, telling: Telling) -> Telling | None:
        """The telling, marked if it leans on the document's title; None where it points to what was told before."""
        event = comparable(telling.event)
        if telling.gapped is not None:
            open_ended = telling.passage is None and self._points(comparable(telling.gapped))
            torn = _POINTING.search(event.rstrip("。"))
            return None if open_ended or torn or self._recurs(event) else replace(telling, leans=bool(self.opening))
        if lacks_noun(event) or not self._is_sound(telling, event) or not self._is_whole(telling):
            return None
        kind = self._end_of_kind(event)
        if _POINTING.search(event, kind) or (_NOWHERE.search(event) and not self._holds_place(event)):
            return None
        named = not kind and self._named(telling, event)
        if not named and not (self.opening and (kind or self._may_lean(comparable(telling.subject)))):
            return None
        return self._opened(telling, event, named=named)

    def _is_sound(self, telling: Telling, event: str) -> bool:
        """Whether an event's date is its own and certain, and it leads up to nothing else."""
        if _LEADING_UP.search(event) or _tells_age(event) or _is_of_two_calendars(telling) or self._recurs(event):
            return False
        if telling.is_broad and (telling.value.is_interval or "，" in event):
            return False
        return is_anchored(telling.fact, self._document) and not _SPEAKS.search(comparable(telling.before))

    def _is_whole(self, telling: Telling) -> bool:
        """Whether an event has a subject that is no verb, adds to none before it, and lacks nothing of its clause."""
        subject = comparable(telling.subject)
        first = re.split("[与和、及]", subject, maxsplit=1)[0]
        if _VERB.match(subject) and not self._names.is_known_at_start(subject):
            return False
        if self._adds(telling) or self._names.is_shortened(first) or self._names.is_part_of_others(subject):
            return False
        if self._happens_again(subject, comparable(telling.before + telling.rest)):
            return False
        if _QUALIFIED.match(self._behind(telling)):
            return False
        return not self._is_cut(telling) or is_whole_event(comparable(telling.before + telling.rest))

    def _happens_again(self, subject: str, predicate: str) -> bool:
        """Whether the document tells of the same one that it did the like more than once."""
        verb = _REPEATED.search(predicate)
        return verb is not None and self._names.count(rf"{re.escape(subject)}[^，。；]{{0,14}}{verb[0]}") > 1

    def _opened(self, telling: Telling, event: str, *, named: bool) -> Telling | None:
        """The telling, marked to be asked with the document's title unless it has that itself."""
        if self._is_short(event) and not self.opening:
            return None
        source = telling.fact.attribution
        spoken = (source is not None and source not in telling.event) or self._names.tells_of_title(event)
        return telling if named and spoken else replace(telling, leans=bool(self.opening))

    def _adds(self, telling: Telling) -> bool:
        """Whether the source tells the event as one more of its kind: 「也」, 「又」 behind the subject."""
        fact, document = telling.fact, self._document
        sentence = document.sentences[max(bisect_right(self._starts, fact.date.start) - 1, 0)]
        told = (telling.before or telling.rest)[:_HEAD]
        added = rf"{re.escape(telling.subject[-_TAIL:])}[也又還还仍再]|[再重仍]{re.escape(told)}"
        return re.search(added, sentence.text) is not None

    def _behind(self, telling: Telling) -> str:
        """What stands behind an event in its sentence, in simplified script; a comma where that is not found."""
        fact, document = telling.fact, self._document
        sentence = document.sentences[max(bisect_right(self._starts, fact.date.start) - 1, 0)]
        text = widened(cleaned(document, sentence.start, sentence.end))
        told = (telling.rest or telling.before or telling.subject)[-_TAIL:]
        return comparable(text[text.rfind(told) + len(told) :]) if told in text else "，"

    def _is_cut(self, telling: Telling) -> bool:
        """Whether the sentence goes on behind the event with what the same one did, or what came of it."""
        behind = self._behind(telling)
        if not behind.startswith(("，", "、", "：", "—")):
            return False
        following = without_connectives(behind[1:])
        if behind.startswith("：") or following[:1] in _GOING_ON:
            return True
        if _DATE.match(following):
            return False  # another date, another deed
        return self._names.end_at_start(following) == 0 and split_subject(following)[0] is None

    def _points(self, sentence: str) -> bool:
        """Whether a sentence of the source begins with something that only the one before tells of."""
        sentence = sentence.removeprefix("……")
        opening = sentence.split(GAP, maxsplit=1)[-1] if sentence.startswith((GAP, "在" + GAP)) else sentence
        first = opening.lstrip("，").split("，", maxsplit=1)[0]
        vague = _VAGUE.match(first) or _COUNTED.match(first) or _POINTING.match(first) or _AGED.match(first)
        return bool(vague) or any(self._names.is_shortened(first[:length]) for length in (2, 3))

    def _named(self, telling: Telling, event: str) -> bool:
        """Whether the event begins with a name, or its subject is one or ends with one."""
        subject = comparable(telling.subject)
        if _COUNTED.match(subject):
            return False
        if self._names.is_title_or_part(subject):
            return True
        if any(len(item.text) > 1 and telling.subject.endswith(item.text) for item in telling.fact.entities):
            return True
        end = self._names.end_at_start(event)
        if 0 < end < len(event):
            return True
        return self._names.is_name(subject) or self._names.is_name(subject.rpartition("的")[2])

    def _may_lean(self, subject: str) -> bool:
        """Whether the document, once it is named, tells which one a subject means."""
        subject = _MANNER.sub("", subject)
        vague = (
            _VAGUE.search(subject) or _NO_NOUN.match(subject) or _COUNTED.match(subject) or starts_with_verb(subject)
        )
        if vague or len(subject) < 2:
            return False
        if self._names.is_short_for_title(subject):
            return True
        known = _ENDS_AS_NOUN.search(subject) is not None or self._names.count(re.escape(subject)) > 1
        return known and len(subject) >= _SHORTEST_NOUN and not self._names.is_shortened(subject)

    def _end_of_kind(self, event: str) -> int:
        """Where the noun ends with which an event begins and which stands for what the document is about; else 0."""
        fit = (nouns.match(event) for kinds, nouns in _KINDS.items() if self._names.title.endswith(kinds))
        return max((match.end() for match in fit if match is not None), default=0)

    def _recurs(self, event: str) -> bool:
        """Whether an event is a mere journey to a place to which the document tells of several."""
        journey = _JOURNEY.search(event)
        return journey is not None and self._names.count(rf"(?:{_GOES}){journey['place']}") > 1

    def _is_short(self, event: str) -> bool:
        """Whether the event has a short name that only its document explains, or the whole of what only it names."""
        return _UNSAID.search(event) is not None or any(alias in event for alias in self._names.aliases)

    def _holds_place(self, event: str) -> bool:
        head = event[: _NOWHERE.search(event).start()]  # type: ignore[union-attr]
        return any(self._names.end_at_start(head[index:]) for index in range(2, len(head)))


def _tells_age(event: str) -> bool:
    """Whether an event begins with somebody's age, by which its date can be reckoned."""
    return _AGED.match(event) is not None


def _is_of_two_calendars(telling: Telling) -> bool:
    """Whether a date is counted from one that the source gives in two calendars: by which of them is not certain."""
    date, quote = telling.fact.date, comparable(telling.fact.quote)
    return bool(date.inferred) and _GLOSSED.search(quote) is not None and not _GLOSSED.search(comparable(date.text))
