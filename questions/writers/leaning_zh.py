"""Whether a Chinese sentence with a gap lacks what only its neighbours tell: a noun, a full name, its other half."""

from __future__ import annotations

from questions import names_words as words
from questions.document import DateExpression, Document, Sentence
from questions.grammar_zh import comparable
from questions.names import is_person_zh
from questions.regex import regex
from questions.spans import cleaned

_THINGS = "站线像墓桥塔馆校厂庙寺宫港"
# Beside, in or before which one: nothing of its kind was named with its name.
_BARE_PLACE = regex(rf"(?:[至到在于往从出入]|^|，)(?P<thing>[{_THINGS}])(?:旁|侧|[内外前后边上](?=[，。]|[一-鿿]))")
# What stopped or went on again, behind a clause that only says when.
_NOBODY_S = regex(
    r"^[^，]{2,14}(?:爆发|发生|开始|结束|开打|打响|失败|胜利|成立)(?:之后|以后|后|时|期间|之际)(?:一度|曾|曾经|即|遂|便|又|再度|全面)*"
    r"(?:停工|停办|停刊|停业|停课|停航|停运|停产|停战|停播|中断|中止|关闭|解散|复工|复刊|复课|迁往|迁至|改名|更名|撤销|重建|扩建)"
)
# Connectives that come in pairs.
_PAIRED = (
    (regex("(?<!另)一方面"), regex("另一方面")),
    (regex("不[但仅]"), regex("[而且也还]")),
    (regex("虽然?|尽管"), regex("[但却仍可]|然而|不过")),
)
_OPENED = regex(r"[（(][^（）()]*$")
_TO_DEATH = regex(r"[-–—－~～至]\s*$")
_FROM_BIRTH = regex(r"[^（）()]*[-–—－~～至][^（）()]*[）)]")
_AMBIGUOUS = frozenset("于和任向从与同时成方常应能党家高明安")
_AFTER_NAME = r"[无不即遂乃曾亦也已再仍任移赴去回到得被将把和同对向从在因以获受自抵率等返入离前后又则便退辞当出]"
_BEFORE_NAME = r"(?:^|[，。；：“「（\s]|因为|由于|使|令|让|劝|促|命|请|对|被|将|与|由|遂|后)"


def lacks_noun(text: str) -> bool:
    """Whether a text in simplified script says 「站旁」 without that station's name, or of nobody what stopped."""
    bare = _BARE_PLACE.search(text)
    if bare is not None and not regex(rf"[一-鿿]{{2}}{bare['thing']}").search(text[: bare.start()]):
        return True
    return _NOBODY_S.match(text) is not None


def is_half(text: str) -> bool:
    """Whether a text in simplified script has the first of two paired connectives, and not the second."""
    return any(first.search(text) and not second.search(text) for first, second in _PAIRED)


def names_by_surname(text: str, name: str) -> bool:
    """Whether a text in simplified script calls the person of its document's title by the surname alone."""
    plain = comparable(name.strip())
    surname = plain[:1]
    if surname not in words.SURNAMES or surname in _AMBIGUOUS or not is_person_zh(plain) or plain in text:
        return False
    return regex(f"{_BEFORE_NAME}{surname}(?!{plain[1:2]}){_AFTER_NAME}").search(text) is not None


def is_of_a_life(date: DateExpression, sentence: Sentence, document: Document) -> bool:
    """Whether a date stands in brackets with another behind a dash, where no gap can be read."""
    lead, trail = cleaned(document, sentence.start, date.start), cleaned(document, date.end, sentence.end)
    opened = _OPENED.search(lead)
    return opened is not None and (_TO_DEATH.search(lead) is not None or _FROM_BIRTH.match(trail) is not None)
