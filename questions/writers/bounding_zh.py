"""Times that a Chinese stem itself rules out: by the wars and upheavals it names, and by whose life it tells of."""

from __future__ import annotations

from functools import lru_cache

from questions.dates import DateValue
from questions.grammar_zh import comparable
from questions.regex import regex
from questions.writers.material import Material
from questions.writers.periods import Periods
from questions.writers.telling import Telling

_PERIODS = (
    ("鸦片战争", "1840", "1860"),
    ("太平天国(?:运动|起义)", "1851", "1864"),
    ("(?:中日)?甲午战争", "1894", "1895"),
    ("戊戌(?:变法|政变)", "1898", "1898"),
    ("义和团运动", "1899", "1901"),
    ("日俄战争", "1904", "1905"),
    ("辛亥革命|武昌起义", "1911", "1912"),
    ("第一次世界大战|一战|欧战", "1914", "1918"),
    ("五四运动", "1919", "1919"),
    ("九一八事变", "1931", "1931"),
    ("抗日战争|全面抗战|抗战|卢沟桥事变|七七事变", "1937", "1945"),
    ("第二次世界大战|二战", "1939", "1945"),
    ("太平洋战争", "1941", "1945"),
    ("国共内战|解放战争", "1945", "1950"),
    ("朝鲜战争|韩战|抗美援朝", "1950", "1953"),
    ("大跃进", "1958", "1961"),
    ("文化大革命|文革", "1966", "1976"),
    ("法国大革命", "1789", "1799"),
    ("拿破仑战争", "1799", "1815"),
    ("美国独立战争", "1775", "1783"),
    ("美国内战|南北战争", "1861", "1865"),
    ("克里米亚战争", "1853", "1856"),
    ("普法战争", "1870", "1871"),
    ("冷战", "1945", "1991"),
)
_NAMED = Periods.said(
    _PERIODS,
    within="(?:{names})(?:期间|时期)",
    since="(?:{names})(?:爆发|发生|开始)[之以]?后",
    after="(?:{names})(?:结束|胜利|失败)?[之以]?后(?!期)",
    before="(?:{names})(?:爆发|发生|开始)?(?:[之以]?前(?!期)|前夕)",
)
_DEATH = regex("(?:因?病|[在于][^，]{1,12})?(?:[逝去过辞离]世|病[逝故]|身亡|圆寂|驾崩|遇害|被杀|阵亡)")
_BIRTH = regex("(?:[在于][^，]{1,12})?(?:出生|诞生)|生于")


def ruled_out_zh(telling: Telling, material: Material) -> tuple[DateValue, ...]:
    """The times outside the periods and the lives that a Chinese telling names; none for another language."""
    if not telling.language.is_chinese:
        return ()
    text = comparable(telling.passage or telling.gapped or telling.event)
    beyond = (edtf for name, edtf in _ends_of_lives(material) if name in telling.event)
    values = (DateValue(edtf) for edtf in (*_NAMED.outside(text), *beyond))
    return tuple(value for value in values if not value.overlaps(telling.value))


@lru_cache(maxsize=1)
def _ends_of_lives(material: Material) -> tuple[tuple[str, str], ...]:
    """Who was born or died, and the time in which they did not live."""
    found = []
    for item in material.tellings:
        deed, date = comparable(item.before + item.rest), item.value.edtf
        if not item.is_settled or item.value.is_interval or len(item.subject) < _SHORTEST_NAME:
            continue
        if _DEATH.match(deed):
            found.append((item.subject, f"{date}/.."))
        elif _BIRTH.match(deed):
            found.append((item.subject, f"../{date}"))
    return tuple(found)


_SHORTEST_NAME = 2
