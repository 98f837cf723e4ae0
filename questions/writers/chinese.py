"""Chinese sentences made of a told fact.

One convention everywhere: subject, what stands before the date in the source, 「于」 and the date, the rest. Where the
subject's end is not certain the date leads, as it does in the source: 「哪一年，张学良通电支持蒋中正？」.
"""

from __future__ import annotations

import re

from questions.dates import DateValue
from questions.document import Document, Language
from questions.fact import EntityKind
from questions.grammar_zh import split_subject, starts_with_verb
from questions.regex import regex
from questions.speech import say_date
from questions.writers.gate import GAP
from questions.writers.phrases import Phrases
from questions.writers.phrases_zh import SIMPLIFIED, TRADITIONAL
from questions.writers.telling import Telling


class Chinese:
    """The sentences of one Chinese script."""

    def __init__(self, language: Language) -> None:
        self.phrases: Phrases = TRADITIONAL if language is Language.TRADITIONAL else SIMPLIFIED
        self._language = language
        self._at, self._who, self._which, self._how_many = _WORDS[language]

    def event(self, telling: Telling) -> str:
        """The fact without its date and without a full stop: 「格鲁吉亚宣布与俄罗斯断交」."""
        return self._claimed(telling, telling.event)

    def statement(self, telling: Telling, value: DateValue) -> str:
        """The fact with a date, as a whole sentence."""
        if telling.gapped is not None:
            whole = _CUT_END.sub("。", telling.gapped).removeprefix("……")
            return whole.replace(GAP, say_date(value, self._language))
        part = (
            _PART_OF_TIME.search(telling.fact.date.text)
            if value == telling.value and telling.fact.date.modifier
            else None
        )
        when = say_date(value, self._language) + (part[0] if part else "")
        return self._claimed(telling, self._dated(telling, when)) + "。"

    def then(self, telling: Telling) -> str:
        """The fact at a time that was just named: 「格鲁吉亚于该日宣布与俄罗斯断交。」"""
        return self._claimed(telling, self._dated(telling, self._that_time(telling))) + "。"

    def _that_time(self, telling: Telling) -> str:
        return (
            self.phrases.that_range if telling.value.is_interval else self.phrases.that_time[telling.value.granularity]
        )

    def date_stem(self, telling: Telling) -> str:
        value = telling.value
        asked = self.phrases.which_range if value.is_interval else self.phrases.which_date[value.granularity]
        if telling.gapped is not None:
            passage = telling.gapped.translate(self.phrases.inner_quotes)
            return self.phrases.passage_stem.format(passage=passage, asked=asked)
        if _leads(telling):
            event = _PERFECT.sub("", telling.event, count=1) + ("，" if "，" in telling.event else "")
            return self._claimed(telling, f"{event}{self.phrases.was_when}{asked}") + "？"
        return self._claimed(telling, self._dated(telling, asked)) + "？"

    def who_stem(self, telling: Telling, kind: EntityKind) -> str | None:
        asked = self._who if kind is EntityKind.PERSON else self._which
        when = say_date(telling.value, self._language)
        return self._claimed(telling, f"{asked}{telling.before}{self._at}{when}{telling.rest}") + "？"

    def number_stem(self, telling: Telling, numeral: str, unit: str) -> str | None:
        """The fact with its number asked for: 「……派遣多少名军人到南奥塞梯？」

        None within a description of somebody or a list, where no question is put.
        """
        if telling.gapped is not None:
            return None
        sentence = self.statement(telling, telling.value).removesuffix("。")
        lead, found, trail = sentence.partition(numeral + unit)
        if not found or numeral + unit in trail or _NO_PLACE_TO_ASK.search(lead) or trail.startswith(("的", "、")):
            return None
        return sentence.replace(numeral + unit, self._how_many + unit) + "？"

    def where_stem(self, telling: Telling, place: str) -> str | None:
        """The fact with the scene or the aim of the deed asked for: 「……派遣3700名军人到哪里？」"""
        if telling.gapped is not None:
            return None
        sentence = self.statement(telling, telling.value).removesuffix("。")
        lead, found, trail = sentence.partition(place)
        ends = not trail or trail[0] in "，；" or starts_with_verb(trail)
        if not found or not ends or place in trail or not _SCENE.search(lead) or _OF_PLACE.match(trail):
            return None
        return f"{lead}{self.phrases.where}{trail}？"

    def is_scene(self, place: str, document: Document) -> bool:
        """Whether the text names the place somewhere as the scene or the aim of a deed."""
        ends = (match.start() for match in re.finditer(re.escape(place), document.text))
        return any(_SCENE.search(document.text[max(end - 2, 0) : end]) for end in ends)

    def _dated(self, telling: Telling, when: str) -> str:
        if _leads(telling):
            return f"{when}，{telling.event}"
        if telling.before and (_BETWEEN.match(telling.before) or _MOVES.match(telling.before)):
            return f"{telling.subject}{self._at}{when}{telling.before}{telling.rest}"
        return f"{telling.subject}{telling.before}{self._at}{when}{telling.rest}"

    def _claimed(self, telling: Telling, sentence: str) -> str:
        source = telling.fact.attribution
        if not source or source in telling.event or telling.subject in source:
            return sentence
        return self.phrases.according_to.format(source=source, sentence=sentence)


# Where a sentence of the source was cut; a statement to judge does not trail off.
_CUT_END = regex("[，；。]?……$")
# What tells that a deed was done, which goes ill with asking when it was: 「建立了使馆是在哪一年」.
_PERFECT = regex("(?<![为為除])了(?=[\\w《「“])(?![解结結断斷])")


def _leads(telling: Telling) -> bool:
    """Whether the date stays in front: where the subject's end is not certain, or where it may hold a verb itself."""
    if telling.date_leads or not telling.fact.clause.date_first or telling.fact.clause.subject_carried:
        return telling.date_leads
    holds_verb = split_subject(telling.subject)[0] is not None
    return (
        holds_verb
        or _BETWEEN.match(telling.rest) is not None
        or telling.rest[:1] in "于於"
        or not starts_with_verb(telling.rest)
    )


# Where a number stands that cannot be asked for in its place: after 「约」, in a list, or as an age.
_NO_PLACE_TO_ASK = regex("[约約逾近达達第]$|[年][仅僅]$|、[^，、]*$")
# What stands between a subject and its verb, and behind a date.
_BETWEEN = regex("[對对][^，]*的|[以因由为為从從经經应應与與在自](?!任)|.*[由中下时時后後]$")
# What stands before a place that was the scene or the aim of a deed.
_SCENE = regex(
    r"(?:(?<![属屬])[在于於到往]|[侵攻进進]入|抵[达達]|[访訪][问問]|占[领領]|攻[占陷克]|[迁遷]都|前往|返回)$"
)
# What a place before it belongs to: a fleet or an army of it, which nobody calls 「哪里联合舰队」.
_OF_PLACE = regex("[^，的在于於到]{0,6}(?:[舰艦][队隊]|[军軍](?![舰艦])|部[队隊]|[军軍][团團]|政府|公司)")

# A verb of going, behind which another verb tells what for: the date stands before both.
_MOVES = regex("[赴到抵返率乘随隨应應受]|前往|[来來去](?=[一-鿿])")

_PART_OF_TIME = regex("初期?|[早前中晚後后末]期|中[叶葉]|[上中下]旬|年?底|末")

_WORDS = {
    Language.SIMPLIFIED: ("于", "谁", "哪一方", "多少"),
    Language.TRADITIONAL: ("於", "誰", "哪一方", "多少"),
}
