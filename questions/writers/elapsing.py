"""How long between two facts: a number of days, months or years, where both dates are precise enough to prove it."""

from __future__ import annotations

import re
from itertools import islice
from random import Random

from questions.dates import DateValue, Granularity
from questions.grammar_zh import comparable
from questions.proving import lengths_between
from questions.question import Duration, Question, QuestionType, TimeUnit
from questions.regex import regex
from questions.writers.drafting import draft
from questions.writers.material import Material
from questions.writers.sequels_en import comes_by_nature
from questions.writers.telling import Telling, differ

_WITHIN_SIGHT = 8
_BESIDE, _MONTH = 400, 31  # characters and days within which two events are taken for one story
_FAIR = {TimeUnit.DAY: (2, 45), TimeUnit.MONTH: (2, 18), TimeUnit.YEAR: (2, 30)}
_NEAR, _FAR = 1200, 4000  # characters between two events that share a name, of several subjects and of one
_DIFFICULTY = {TimeUnit.DAY: 0.8, TimeUnit.MONTH: 0.75, TimeUnit.YEAR: 0.7}


def write_interval(telling: Telling, material: Material, _: Random) -> Question | None:
    """「“……”与“……”两件事相隔多少天？」 with the next event that proves a length of time worth asking for."""
    if material.place(telling) is None:
        return None
    for later in islice(material.events_after(telling.value), _WITHIN_SIGHT):
        length = _worth_asking(telling.value, later.value)
        if length is not None and differ(telling, later) and _belong_together(telling, later):
            return _ask([telling, later], length, material)
    return None


def _belong_together(first: Telling, second: Telling) -> bool:
    """Whether two events are told of one subject, or near each other."""
    one_subject = bool(first.subject) and first.subject == second.subject
    if first.language.is_chinese:
        beside = abs(first.fact.start - second.fact.start) <= _BESIDE
        return (one_subject and _are_stages(first, second)) or (beside and _are_of_one_month(first, second))
    if one_subject and comes_by_nature(first, second):
        return True
    names, others = (set(re.findall(r"(?<!^)\b[A-Z][\w-]{3,}", item.event)) for item in (first, second))
    apart = abs(first.fact.start - second.fact.start)
    shared = (names & others) - set(re.findall(r"[\w-]+", first.subject if one_subject else ""))
    return bool(shared) and apart <= (_FAR if one_subject else _NEAR)


def _are_stages(first: Telling, second: Telling) -> bool:
    """Whether two Chinese events of one subject are the beginning and the end of one thing."""
    begun, ended = (comparable(item.before + item.rest) for item in (first, second))
    return any(start.search(begun) and end.search(ended) for start, end in _STAGES)


_STAGES = (
    (regex("动工|开工|始建|奠基|兴建|修建|开始建"), regex("竣工|完工|落成|建成|启用|通车|开放|开幕")),
    (
        regex("成立|创立|建立|创办|创刊|设立|组建"),
        regex("解散|停刊|停办|撤销|裁撤|废除|瓦解|解体|灭亡|倒闭|合并|改名|改组"),
    ),
    (regex("出生|生于|诞生"), regex("逝世|去世|病逝|即位|登基|结婚|毕业")),
    (regex("即位|登基|继位|加冕|称帝"), regex("退位|去世|逝世|驾崩|病逝|被废")),
    (regex("出任|就任|上任|接任|担任|当选"), regex("卸任|辞职|辞去|去职|免职|下台|落选|连任")),
    (regex("考入|入学|就读"), regex("毕业|退学|辍学")),
    (regex("爆发|打响|开战|宣战|入侵|起义"), regex("结束|停战|投降|议和|撤军|攻占|占领|攻陷")),
    (regex("发射|起飞|启程|出发"), regex("抵达|到达|着陆|降落|返回|登陆|进入")),
)
"""How a beginning and its end are told in Chinese."""


def _are_of_one_month(first: Telling, second: Telling) -> bool:
    """Whether two events of one story are so near that counting the days between them is a question."""
    if first.value.earliest is None or second.value.earliest is None:
        return False
    near = abs(first.fact.start - second.fact.start) <= _NEAR
    return near and first.value.earliest[:2] == second.value.earliest[:2]


def _ask(tellings: list[Telling], length: Duration, material: Material) -> Question:
    grammar, phrases = material.grammar, material.grammar.phrases
    first, second = (grammar.event(item).translate(phrases.inner_quotes) for item in tellings)
    return draft(
        QuestionType.INTERVAL,
        tellings,
        material,
        stem=phrases.interval_stem[length.unit].format(first=first, second=second),
        duration=length,
        difficulty=_DIFFICULTY[length.unit],
    )


def _worth_asking(first: DateValue, second: DateValue) -> Duration | None:
    """The length of time between two dates, in the finest unit in which it is neither too long to count nor trivial."""
    lengths = reversed(lengths_between(first, second))
    return next((length for length in lengths if _is_fair(length, first, second)), None)


def _is_fair(length: Duration, first: DateValue, second: DateValue) -> bool:
    """Whether it can be asked for: months only from month to month, since from a day on they could be counted in two
    ways."""
    fewest, most = _FAIR[length.unit]
    monthly = first.granularity is second.granularity is Granularity.MONTH
    yearly = first.granularity is Granularity.YEAR or second.granularity is Granularity.YEAR
    if length.unit is TimeUnit.YEAR and not yearly:
        return _is_anniversary(first, second)
    return fewest <= length.number <= most and (length.unit is not TimeUnit.MONTH or monthly)


def _is_anniversary(first: DateValue, second: DateValue) -> bool:
    """Whether as many years have passed as lie between the years: the later month and day are the earlier ones."""
    assert first.earliest is not None
    assert second.earliest is not None
    return first.earliest[1:] == second.earliest[1:]
