"""The vocabulary of Chinese date expressions, in both scripts."""

from __future__ import annotations

from questions.expressions.mention import Step, Unit

MODIFIERS = {
    **dict.fromkeys(["初", "年初", "初期", "初年", "上半年", "上半葉", "上半叶", "前半", "前半葉", "前半叶"], "start"),
    **dict.fromkeys(["早期", "前期", "上旬"], "early"),
    **dict.fromkeys(["中", "年中", "中期", "中葉", "中叶", "中旬", "早中期"], "mid"),
    **dict.fromkeys(["晚期", "中晚期", "中後期", "中后期", "後期", "后期", "下旬"], "late"),
    **dict.fromkeys(["下半年", "後半", "后半", "後半葉", "后半叶", "下半葉", "下半叶"], "late"),
    **dict.fromkeys(["底", "末", "年底", "年末", "末期", "末葉", "末叶", "尾"], "end"),
}
"""What follows a century, year or month and names a part of it."""

NOT_A_PART = {
    "初": "中級级次步代始戀恋時时一二三四五六七八九十",
    "中": "華华國国央東东西期葉叶旬學学共美日俄英法德文山間间的級级超央秋元原",
    "底": "特層层部下片比",
    "末": "代",
    "尾": "隨随巴部",
    "年中": "華华國国央東东西共",
    "前半": "段部場场",
    "後半": "段部場场",
    "后半": "段部场",
}
"""Characters after which the part is the beginning of another word: 1950年初中, 2008年底特律."""

SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}

NOT_A_SEASON = (
    "秋節节晚聯联運运之威門门洛爾尔商朝禹瑾奧奥宮宫令營营津樹树耕遊游藥药田日丸茶雪麗丽川野菜明侯香芽江陵申君城"
)
"""Characters after which 春, 夏, 秋 or 冬 begins a name or another word: 2008年夏威夷."""

RELATIVE_YEARS = {
    **dict.fromkeys(["同", "當", "当"], 0),
    **dict.fromkeys(["次", "翌", "明", "第二"], 1),
    **dict.fromkeys(["前一", "上一"], -1),
}
"""同年, 次年 and their like: how many years on from the anchor."""

RELATIVE_DAYS = {
    **dict.fromkeys(["同", "當", "当"], 0),
    **dict.fromkeys(["次", "翌", "第二"], 1),
    **dict.fromkeys(["前一"], -1),
}

UNITS = {
    "年": Step(unit=Unit.YEAR, count=1),
    "月": Step(unit=Unit.MONTH, count=1),
    "天": Step(unit=Unit.DAY, count=1),
    "日": Step(unit=Unit.DAY, count=1),
    "周": Step(unit=Unit.WEEK, count=1),
    "週": Step(unit=Unit.WEEK, count=1),
    "星期": Step(unit=Unit.WEEK, count=1),
    "禮拜": Step(unit=Unit.WEEK, count=1),
    "礼拜": Step(unit=Unit.WEEK, count=1),
}

SOON = [
    *["随即", "隨即", "随后不久", "隨後不久", "不久后", "不久後", "不久之后", "不久之後", "没多久", "沒多久"],
    *["近日", "日前", "昨日", "昨天"],
]
"""Words that keep an event near the one told before."""

VAGUE = [
    *SOON,
    *["去年", "前年", "今年", "明年", "上個月", "上个月", "數日後", "数日后"],
    *["數年後", "数年后", "數月後", "数月后", "幾年後", "几年后", "幾天後", "几天后", "幾個月後", "几个月后"],
    *["多年後", "多年后", "半年後", "半年后", "隔年", "隔日", "隔天"],
]
"""Words that place an event in time without saying where."""

STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
"""The two series whose pairs name the years of the sixty-year cycle, beginning with 4 CE, a 甲子."""

LUNAR = ["農曆", "农历", "陰曆", "阴历", "舊曆", "旧历", "夏曆", "夏历", "農历", "阴曆"]
"""What announces months and days of the lunar calendar."""

MONTH_NAMES_NOT = "天街革節节花團团兒儿餅饼"
"""Characters after which a month in Chinese numerals is part of a name: 三月街, 五月天, 十月革命."""

COUNTED_YEARS = "歷历來来間间後后前以之內内多餘余期級级限齡龄度制生的"
"""Characters after which three digits and 年 are a length of time: 300年历史."""
