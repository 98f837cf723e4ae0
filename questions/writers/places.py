"""Places of which it is known that none lies within another; Chinese names in simplified script."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(name.replace("-", " ") for name in text.split())


_CITIES = _names(
    """
北京 上海 广州 南京 重庆 天津 武汉 西安 成都 杭州 长沙 沈阳 长春 哈尔滨 昆明 福州 厦门 台北 高雄 台中 台南
东京 大阪 京都 横滨 名古屋 首尔 平壤 釜山 河内 曼谷 新加坡 雅加达 马尼拉 莫斯科 列宁格勒 圣彼得堡 伦敦 爱丁堡 巴黎
马赛 里昂 柏林 慕尼黑 汉堡 维也纳 罗马 米兰 威尼斯 马德里 巴塞罗那 里斯本 华沙 布拉格 布达佩斯 布鲁塞尔
阿姆斯特丹 哥本哈根 斯德哥尔摩 奥斯陆 赫尔辛基 雅典 君士坦丁堡 日内瓦 苏黎世 纽约 华盛顿 洛杉矶 芝加哥 波士顿
费城 旧金山 多伦多 蒙特利尔 第比利斯 茨欣瓦利 埃里温 巴库 开罗 耶路撒冷 大马士革 巴格达 德黑兰
Moscow London Edinburgh Paris Marseille Lyon Berlin Munich Hamburg Vienna Rome Milan Venice Florence Madrid
Barcelona Lisbon Warsaw Prague Budapest Brussels Amsterdam Copenhagen Stockholm Oslo Helsinki Athens
Constantinople Geneva Zurich Tbilisi Tskhinvali Cairo Jerusalem Damascus Baghdad Tehran Beijing Shanghai Tokyo
Kyoto Osaka Delhi Chicago Boston Philadelphia San-Francisco Los-Angeles Montreal Toronto Sydney Melbourne
"""
)

_CITIES_OF_CHINA = _names(
    "北京 上海 广州 南京 重庆 天津 武汉 西安 成都 杭州 长沙 沈阳 长春 哈尔滨 昆明 福州 厦门 台北 高雄 台中 台南"
)

# States, each family with those that were parts of it, or that it was a part of, at one time or another.
_STATES = """
英国 英格兰 苏格兰 威尔士 爱尔兰 加拿大 澳大利亚 印度 缅甸 南非 新西兰 United-Kingdom Britain England Scotland
Wales Ireland Canada Australia India
---
德国 东德 西德 普鲁士 Germany East-Germany West-Germany Prussia
---
法国 阿尔及利亚 越南 老挝 柬埔寨 France Algeria Vietnam Laos Cambodia
---
俄罗斯 苏联 乌克兰 白俄罗斯 格鲁吉亚 亚美尼亚 阿塞拜疆 哈萨克斯坦 爱沙尼亚 拉脱维亚 立陶宛 芬兰 波兰 Russia
Soviet-Union Ukraine Belarus Georgia
---
西班牙 葡萄牙 荷兰 比利时 墨西哥 阿根廷 智利 秘鲁 古巴 菲律宾 巴西 印度尼西亚 Spain Portugal Netherlands Belgium
Mexico Argentina Chile Peru Cuba
---
意大利 奥地利 匈牙利 捷克 斯洛伐克 捷克斯洛伐克 南斯拉夫 塞尔维亚 克罗地亚 斯洛文尼亚 Italy Austria Hungary
Yugoslavia Czechoslovakia Serbia Croatia
---
土耳其 希腊 保加利亚 罗马尼亚 埃及 叙利亚 伊拉克 约旦 黎巴嫩 以色列 塞浦路斯 Turkey Greece Bulgaria Romania
Egypt Syria Iraq Jordan Lebanon Israel Cyprus
---
中国 中华民国 中华人民共和国 台湾 香港 澳门 蒙古 China Taiwan Hong-Kong Mongolia
---
日本 韩国 朝鲜 Japan Korea South-Korea North-Korea
---
瑞典 挪威 丹麦 冰岛 Sweden Norway Denmark Iceland
---
瑞士 Switzerland
---
美国 United-States
---
伊朗 阿富汗 巴基斯坦 Iran Afghanistan Pakistan
---
泰国 Thailand
---
南奥塞梯 阿布哈兹 South-Ossetia Abkhazia
"""
_FAMILY = {name: number for number, family in enumerate(_STATES.split("---")) for name in _names(family)}
# States that were parts of, or overlapped with, those of another line as well.
_ASTRIDE = ({"南奥塞梯", "阿布哈兹", "South Ossetia", "Abkhazia"}, {"格鲁吉亚", "俄罗斯", "苏联", "Georgia", "Russia"})


# Names of which one may be meant by another, or speaks for it.
_ONE_OF_ANOTHER = (
    {"中国", "中华民国", "中华人民共和国", "台湾", "香港", "澳门"},
    {"英国", "英格兰", "苏格兰", "威尔士"},
    {"德国", "东德", "西德", "普鲁士"},
    {"俄罗斯", "苏联"},
    {"China", "Taiwan", "Hong Kong"},
    {"United Kingdom", "Britain", "Great Britain", "England", "Scotland", "Wales"},
    {"Germany", "East Germany", "West Germany", "Prussia"},
    {"Russia", "Soviet Union"},
)


def may_be_meant(first: str, second: str) -> bool:
    """Whether of two parties one is a part of the other, so that what one did may be said of the other."""
    return any(first in names and second in names for names in _ONE_OF_ANOTHER)


def is_in_china(name: str) -> bool:
    """Whether the place is known to be a city of China or Taiwan; False for all others and for states."""
    return name in _CITIES_OF_CHINA


def is_city(name: str) -> bool:
    """Whether the place is known to be a city."""
    return name in _CITIES


def lie_apart(first: str, second: str) -> bool:
    """Whether two places are both cities, or both states of which neither was ever a part of the other.

    False for what is not known: a place that may hold another would be a second right answer.
    """
    if first == second:
        return False
    if first in _CITIES and second in _CITIES:
        return True
    known = first in _FAMILY and second in _FAMILY and _FAMILY[first] != _FAMILY[second]
    return known and not any(first in one and second in other for one, other in (_ASTRIDE, _ASTRIDE[::-1]))
