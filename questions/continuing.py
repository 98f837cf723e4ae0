"""How far the telling of a dated event goes on beyond its own sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questions.clauses import lies_within
from questions.document import DateExpression, Document, Sentence
from questions.regex import regex
from questions.spans import within

_CLOSING = " \t\n\u00a0，,；;。.！!？?：:—"

_TAKES_UP = {
    True: regex(
        "(?:但|而|也|又|[並并])?(?:在|[當当從从自至]|[對对]|正是在?|[由於于]{1,2})?"
        "(?:[這这]|此|[該该]|其(?![他它餘余實实一二三四五次])|他|她|它|[雙双]方|[兩两][國国人]|二人|[會会][上議议]|同[時时]|[隨随][後后即]|之[後后]|[最][終終後后]"
        "|[結结]果|因[此而]|[於于]是|不久|[後后][來来](?!的)|期[間间]|[當当][時时]|史[稱称]|有的)"
        "|(?:[離离去逝][世開开]|病逝|死|婚|[畢毕][業业]|退休)(?:之|以)?前"
    ),
    False: regex(
        r"[^,.;:]{0,60}\b(?:this|these|such)\b"
        r"|(?:However, |In )?(?:This|These|That|Those|He|She|It|They|His|Her|Its|Their|Both|The"
        r"|Later|Then|Thus|As a result|Subsequently|Eventually)\b"
    ),
}
"""How a sentence begins that takes up what the sentence before has told."""

_GOES_ON = {
    True: regex(
        "[^。；]{1,40}(?<![歸归償偿返交送])[還还][設设創创建開开發发頒颁派]"
        "|[^，。；]{1,14}(?:因[此而]|[於于]是|遂|[這这此當当][時时])|[^，。；的此]{1,6}同[時时]"
    ),
    False: regex(r"(?!)"),
}
"""How a sentence goes on within that adds to what the sentence before has told, or tells what came of it."""

_SAME_TIME = {
    True: regex(
        "[^。；]{0,60}?(?:[這这此]一?|同一)(?:[時时]期|年代|年|[時时]刻|[階阶]段)|[這这此]一?[也便就即]?是|此即|是[為为]"
    ),
    False: regex(r"[^.;]{0,60}\b(?:[Dd]uring|[Ii]n|[Aa]t) (?:this|that) (?:time|period|year|decade|century|era)\b"),
}
"""How a sentence begins that puts what it tells at the very date of the sentence before, or only names that."""

_STATE = {
    True: regex(
        "[^，。]{0,12}(?:目前|[現现]今|至今|如今|今[天日]|[現现][在為为]|位[於于]|(?<![於于但可或還还])是|[屬属][於于]|一般|通常|[經经]常)"
    ),
    False: regex(r"[^,.]*\b(?:is|are|today|now|currently|has been|have been)\b"),
}
"""How a sentence begins that tells what is so at all times, which no date dates."""


_NAMES = {
    True: regex("(?=([\u4e00-\u9fff]{3}))(?!.{0,2}[年月日])"),
    False: regex(r"(?<=[a-z,] )([A-Z][\w'’-]{3,})"),
}


_BRACKET_BEFORE = regex(r"[（(][^（()）]*$")
_SHORTEST_PART = 8  # characters of clauses that tell something
_SETTING = regex("(?:[中後后時时間间下裡里上前]|以[後后來来]|[「（《][^」）》]*|[，。][^，。]{0,7})$")
"""How clauses end that only set a scene, or that end within brackets."""


@dataclass(frozen=True, kw_only=True)
class Reach:
    """How long a statement may grow, in characters, by a sentence of each kind.

    `within_date`: all its own dates lie within the statement's, as those of a year's months do. The others have no
    date. `takes_up`: it takes up the sentence before by its first words or its subject. `akin`: it speaks of something
    of which the statement speaks.
    """

    within_date: int
    takes_up: int
    akin: int


REACHES = {
    True: Reach(within_date=160, takes_up=130, akin=110),
    False: Reach(within_date=600, takes_up=330, akin=300),
}


def end_of_telling(document: Document, index: int, date: DateExpression, told: str | None, start: int, end: int) -> int:
    """Where the statement ends that runs from `start` to `end`, the end of sentence number `index`.

    `told` is its subject. The following sentences of the paragraph belong to it as long as they stay short, cite
    nothing of their own, and tell nothing that the date leaves out; of one with a date, the clauses before the date.
    """
    reach = REACHES[document.language.is_chinese]
    longest = max(reach.within_date, reach.takes_up, reach.akin)
    for sentence in _following(document, index):
        length = sentence.end - start
        if length > longest or length > _limit(document, sentence, date, told, start):
            return max(end, _part_taking_up(document, sentence, start + reach.takes_up))
        end = sentence.start + len(sentence.text.rstrip(_CLOSING))
    return end


def _part_taking_up(document: Document, sentence: Sentence, latest: int) -> int:
    """Where a sentence's first clauses end that take up the sentence before, before a date, and by `latest`."""
    chinese = document.language.is_chinese
    if (
        not chinese
        or not takes_up(sentence.text, chinese=chinese)
        or within(document.unresolved, sentence.start, sentence.end)
    ):
        return 0
    dates = within(document.dates, sentence.start, sentence.end)
    latest = min([latest, *(date.start for date in dates)])
    borders = "，；" if dates else "；"
    end = max(document.text.rfind(border, sentence.start, max(latest, sentence.start)) for border in borders)
    part = document.text[sentence.start : max(end, sentence.start)]
    return end if len(part) >= _SHORTEST_PART and not _SETTING.search(part) else 0


def _following(document: Document, index: int) -> Iterator[Sentence]:
    here = document.sentences[index]
    for position in range(index + 1, len(document.sentences)):
        sentence = document.sentences[position]
        if sentence.paragraph != here.paragraph or within(document.markers, sentence.start, sentence.end):
            return
        yield sentence


def _limit(document: Document, sentence: Sentence, date: DateExpression, told: str | None, start: int) -> int:
    chinese = document.language.is_chinese
    reach = REACHES[chinese]
    dates = _dating(document, sentence)
    if dates:
        return reach.within_date if all(lies_within(other, date) for other in dates) else 0
    if within(document.unresolved, sentence.start, sentence.end):
        return 0
    if _SAME_TIME[chinese].match(sentence.text):
        return reach.takes_up
    if _STATE[chinese].match(sentence.text):
        return 0
    if _goes_on(sentence.text, told, chinese=chinese):
        return reach.takes_up
    if sentence.end - start > reach.akin:
        return 0
    before = document.text[start : sentence.start]
    return reach.akin if _names(before, chinese=chinese) & _names(sentence.text, chinese=chinese) else 0


def _dating(document: Document, sentence: Sentence) -> Sequence[DateExpression]:
    """The dates of a sentence but for those in brackets, which date what is named before them."""
    dates = within(document.dates, sentence.start, sentence.end)
    return [
        date
        for date in dates
        if not _BRACKET_BEFORE.search(document.text, max(sentence.start, date.start - 40), date.start)
    ]


def _goes_on(text: str, told: str | None, *, chinese: bool) -> bool:
    taken_up = takes_up(text, chinese=chinese) or _GOES_ON[chinese].match(text) is not None
    return taken_up or bool(told and text.startswith(told))


def _names(text: str, *, chinese: bool) -> frozenset[str]:
    """What a text speaks of, roughly: three Chinese characters in a row, or capitalised words within a sentence."""
    return frozenset(match[1] for match in _NAMES[chinese].finditer(text))


def takes_up(text: str, *, chinese: bool) -> bool:
    """Whether a sentence takes up by its first words what the sentence before has told."""
    return _TAKES_UP[chinese].match(text) is not None


_POINTS = regex(
    "(?:[這这該该]|(?<![從从自由因為为如彼至於于就在到])此)[一兩两二三四五六七八九十幾几]?[個个些種种項项座次場场家位本支部份條条]?"
    "(?P<noun>[\u4e00-\u9fff])"
    "|(?:^|[年月日代紀纪期起來来，])各(?![國国地種种類类方界自大項项級级])(?P<each>[\u4e00-\u9fff])"
)
