"""Chinese names that stand for themselves: of people, places, organisations, works, craft and events."""

from __future__ import annotations

import re
from functools import cached_property

from questions import names_words as words
from questions.document import Document
from questions.grammar_zh import comparable, starts_with_verb
from questions.names import is_person_zh
from questions.regex import regex
from questions.writers.places import is_city


def _alternatives(options: tuple[str, ...] | list[str]) -> str:
    return "|".join(sorted(options, key=lambda option: (-len(option), option)))


_SURNAME = f"[{''.join(sorted(words.SURNAMES | frozenset('尚娄诸欧')))}]"
_words = str.split
_REGIONS = _words("""
河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古
广西 西藏 宁夏 新疆 冲绳 琉球 九州 四国 北海道 满洲 欧洲 亚洲 非洲 美洲 北平 奉天 长安 金陵 大清 太平天国 西宁 拉萨 兰州
银川 太原 郑州 济南 合肥 南昌 南宁 贵阳 海口 大连 青岛 苏州 无锡 宁波 桂林 格尔木 江户 长崎 基隆 台湾 仙台 那霸 首里
鹿儿岛
""")
_POWERS = (
    "清廷|明廷|清政府|明治政府|国民政府|北洋政府|国民党|共产党|解放军|红军|八路军|新四军|国军|清军|明军|日军|美军|英军|法军|德军|"
    "苏军|关东军|联合国|教育部|国务院|外交部|国防部|[明清元宋唐汉隋]太[祖宗]"
)
_NO_NAME = "[该此本各全某每这那其两数几多新旧原主第一二三四五六七八九十]"
_JAPANESE = (
    "丰臣|织田|德川|岛津|桦山|松田|锅岛|伊藤|山本|佐藤|铃木|田中|高桥|渡边|中村|小林|加藤|吉田|山田|佐佐木|山口|井上|木村|清水|山县|"
    "大久保|西乡|木户|近卫|东条|安倍|小泉|福泽|夏目|芥川|川端|黑泽|犬养|广田|寺内|大隈|板垣|陆奥|后藤|儿玉|乃木|东乡"
)
_NAMED = rf"(?!{_NO_NAME})[一-鿿]"
_PATTERNS = regex(
    rf"《[^《》]{{1,40}}》|{_POWERS}|{_alternatives([*words.PLACES, *_REGIONS])}"
    rf"|(?:{_JAPANESE})(?=[一-鿿]{{2}})[一-鿿]{{1,2}}(?![一-鿿]?[·、])"
    rf"|{_NAMED}{{2,4}}至[一-鿿]{{2,4}}段"
    rf"|{_NAMED}{{1,5}}[部厅署](?<!全部)(?![分位门落队长下])"
    rf"|{_NAMED}{{2,14}}?(?:{_alternatives(words.ORGANISATIONS)}|纪念馆|书店|书局|铁路|电站|车站|机场|大桥)"
    rf"|{_NAMED}[一-鿿]{{1,8}}?(?:事变|会战|惨案|起义|战役|之战|战争|革命|政变|事件|大地震|大海啸|和约|条约)"
    rf"|{_NAMED}[一-鿿]{{1,10}}[\d一二三四五六七八九十]*号(?![码召])"
    rf"|{_NAMED}[一-鿿]{{1,3}}(?:[省县州岛郡藩]|城(?!市)|山(?!东|西)|寺|陵)"
    r"|[“「][^“”「」]{2,16}[”」](?![一-鿿]{1,6}的)"
    r"|[A-Z][A-Za-z.’'-]{1,}(?: [A-Z][A-Za-z.’'-]*)*"
)
_TITLED = regex(
    rf"[一-鿿、]{{0,16}}?(?:{_alternatives(words.TITLES)}|传教士|教士|买办|公使|大丞|按司|领袖|[商员家者臣](?!的))"
    rf"(?P<name>(?:{_JAPANESE}|{_SURNAME})[一-鿿]{{1,2}}|[{''.join(sorted(words.SOUNDS))}]{{2,6}})"
)
_DESCRIBED = regex("由[^，。]{1,10}的(?=[一-鿿]{0,4}《)[一-鿿]{0,4}|[^，。在于由为自从以把将被]{1,18}的(?=[一-鿿《])")
_PERSON = regex(rf"{_SURNAME}[一-鿿]{{1,2}}")
_GOING = regex(rf"{_SURNAME}[一-鿿]{{1,2}}(?=[到赴抵率偕]|当选|病逝|逝世|去世|出任)")
_ACTS = regex("[接主赴到抵率偕携遇被]")
_INNER = regex(rf"{_SURNAME}[一-鿿]{{1,2}}")
_DOTTED = regex(r"[一-鿿]{1,12}(?:[·•‧・][一-鿿]{1,7})+")
_LIVED = regex(rf"(?P<name>{_SURNAME}[一-鿿]{{1,2}})[（(][^（()）]{{0,14}}\d{{3,4}}年")
_LISTED = regex(rf"(?:^|[、，：:和与及])(?P<name>{_SURNAME}[一-鿿]{{1,2}})(?=[、（(等]|$)", re.MULTILINE)
_ACTED = regex(
    rf"(?:[年月日][，,]?|[，。；,;]|^)(?P<name>{_SURNAME}[一-鿿]{{2}})(?=[在率赴偕抵]|出任|当选|创办)", re.MULTILINE
)
_ROLLED = regex(r"^(?P<name>[一-鿿]{2,5})(?=[（( ]\d)", re.MULTILINE)
_ALIAS = regex("(?:简称|又称|以下简称|亦称|通称)[“「”」‘’]?(?P<name>[一-鿿]{2,8}?)[“「”」‘’]?(?=[,，。；;）)])")
_ENDS_NAME = regex("[（(，。、；,;：:”」》和与及等为任率在于赴到至抵出受获被即将已曾的之说称宣发签偕携自从由]|$")
_BREAKS_NAME = regex("[和与及等为任率在于赴到至抵出受获被即将已曾的说称宣发签偕携自从由]")
_LONGEST_NAME = 4
_LONGEST_BARE = 3
_SHORTEST_REPEATED, _LONGEST_REPEATED = 2, 6
_ENDS_NOUN = regex("[馆社校院厂店殿堂寺庙楼塔站局所会军队舰船城宫园桥路港党报刊团部专省县市镇村岛河山湖区]$")


class ProperNames:
    """The names that one document has."""

    def __init__(self, document: Document) -> None:
        self._body = comparable(document.text[: document.body_end])
        self.title = comparable(document.title or "")

    def end_at_start(self, text: str) -> int:
        """Where the name ends with which a text in simplified script begins, a title before it included; 0 for none."""
        found = _PATTERNS.match(text) or _DOTTED.match(text)
        if found and not _is_torn(found[0], text):
            return found.end()
        known = [name for name in self._known if text.startswith(name)]
        if known:
            return max(map(len, known))
        titled = _TITLED.match(text) or _GOING.match(text)
        if titled:
            return titled.end()
        described = _DESCRIBED.match(text)
        if described is None:
            return 0
        told = text[described.end() :]
        person = next((length for length in (3, 2) if _is_actor(told, length)), 0)
        inner = person or self.end_at_start(told)
        return described.end() + inner if inner else 0

    def is_known_at_start(self, text: str) -> bool:
        """Whether a text in simplified script begins with a name that the document gives as one, or a power's."""
        return re.match(_POWERS, text) is not None or any(text.startswith(name) for name in self._known)

    def is_name(self, text: str) -> bool:
        """Whether the whole of a text in simplified script is a name."""
        known = self.end_at_start(text) == len(text) or is_person_zh(text) or is_city(text)
        return bool(text) and (known or (_PERSON.fullmatch(text) is not None and not _ENDS_NOUN.search(text)))

    def is_repeated_at_start(self, text: str) -> bool:
        """Whether a text begins with words that the document uses elsewhere with other words behind them."""
        starts = (text[:length] for length in range(_SHORTEST_REPEATED, _LONGEST_REPEATED))
        return any(len(set(re.findall(rf"{re.escape(start)}(.)", self._body))) > 1 for start in starts)

    def is_title_or_part(self, text: str) -> bool:
        """Whether a text is the document's title, or a part of a name of several parts that is: 「卡特」."""
        parts = re.split("[·•‧・-]", self.title)
        return len(text) > 1 and (text == self.title or (len(parts) > 1 and text in parts))

    def is_short_for_title(self, text: str) -> bool:
        """Whether a text is made of characters of the title in their order: 「央视」 for 「中央电视台」."""
        rest = iter(self.title)
        return len(text) > 1 and all(character in rest for character in text)

    def is_part_of_others(self, text: str) -> bool:
        """Whether several bodies of the document have longer names that begin with a name."""
        if text in words.PLACES or self.is_short_for_title(text) or len(text) < 2:
            return False
        longer = rf"{re.escape(text)}[一-鿿]{{0,8}}?(?:公司|集团|俱乐部|工厂|药厂|球队|队|大学|学院|银行|医院|日报)"
        return len(set(re.findall(longer, self._body))) > 1

    def tells_of_title(self, event: str) -> bool:
        """Whether an event in simplified script names what the document is about."""
        plain = re.sub(r"[（(].*", "", self.title).strip()
        parts = [part for part in re.split("[·•‧・-]", plain) if len(part) > 1]
        return len(plain) > 1 and (plain in event or any(event.startswith(part) for part in parts))

    def is_shortened(self, text: str) -> bool:
        """Whether a text is the bare noun with which a longer name of the document ends: 「报馆」 for 「申报馆」."""
        bare = len(text) <= _LONGEST_BARE and _ENDS_NOUN.search(text) is not None and text not in self.title
        if not bare or self.is_name(text):
            return False
        return re.search(rf"[一-鿿]{re.escape(text)}", self._body[: self._body.rfind(text)]) is not None

    def full_name(self, surname: str) -> str | None:
        """The one longer name of a person in the document that begins with a surname; None where there are several."""
        found = {name for name in self._people if name.startswith(surname) and len(name) > len(surname)}
        longest = {name for name in found if not any(other != name and other.startswith(name) for other in found)}
        return longest.pop() if len(longest) == 1 else None

    def count(self, pattern: str) -> int:
        """How often the document has what a pattern in simplified script describes."""
        return len(re.findall(pattern, self._body))

    def place_of(self, name: str) -> int:
        """Where the document first has a name in simplified script; -1 where it has it nowhere."""
        return self._body.find(name)

    @cached_property
    def aliases(self) -> frozenset[str]:
        """The short names that the document introduces."""
        return frozenset(match["name"] for match in _ALIAS.finditer(self._body))

    @cached_property
    def _known(self) -> frozenset[str]:
        rolled = {match["name"] for match in _ROLLED.finditer(self._body)}
        named = {self.title} if len(self.title) > 1 else set()
        return frozenset(self._people | rolled | named | self.aliases)

    @cached_property
    def _people(self) -> frozenset[str]:
        lived = {match["name"] for match in _LIVED.finditer(self._body)}
        listed = {match["name"] for pattern in (_LISTED, _ACTED) for match in pattern.finditer(self._body)}
        titled = {self._whole(match.start("name")) for match in _TITLED.finditer(self._body)}
        return frozenset(name for name in lived | listed | titled if name is not None)

    def _whole(self, start: int) -> str | None:
        """The name of a person that begins at a place of the text, where what follows shows its end."""
        for length in range(_LONGEST_NAME, 1, -1):
            name = self._body[start : start + length]
            if re.fullmatch("[一-鿿]+", name) and _ENDS_NAME.match(self._body, start + length):
                return None if _BREAKS_NAME.search(name, 1) else name
        return None


def _is_torn(name: str, text: str) -> bool:
    """Whether a family name of two characters is taken together with the verb behind it: 「松田率…」."""
    family = re.match(_JAPANESE, name)
    return family is not None and starts_with_verb(text[family.end() :])


def _is_actor(text: str, length: int) -> bool:
    """Whether a text begins with a person's name of so many characters and a verb."""
    rest = text[length:]
    return _INNER.fullmatch(text[:length]) is not None and (starts_with_verb(rest) or _ACTS.match(rest) is not None)
