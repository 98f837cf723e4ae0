"""Whether a Chinese event, though it is a whole clause, says enough to be asked for by itself."""

from __future__ import annotations

from questions.grammar_zh import comparable
from questions.regex import regex

_LONGEST = 48  # characters of an event that a stem can hold
_FRONTED = 2  # commas within one event

_NUMERAL = "[一二两三四五六七八九十几数多]"
# What these begin, the next clause tells.
_LIGHT = regex(
    r"(?:发表了?(?:声明|公告|演说|讲话|谈话)|作[出了][一-鿿]{0,4}(?:论述|说明|批示|指示|决定|回应|解释|报告|调整)"
    r"|采取[一-鿿]{0,4}(?:措施|行动|政策)|出动[^，]{0,8}[机舰军兵]|[与和同][^，的]+(?:联合|合作|联手|协商|商议)"
    r"|提出了?[一-鿿]{0,4}(?:建议|要求|意见|主张|看法|方案|计划)|(?:达成|签订|签署|订立)了?(?:协议|协定|合约|合同|条约)?"
    r"|(?:召开|举行)了?(?:会议|会谈|谈判|选举|投票|仪式|典礼|比赛|活动)|下[令诏]|上[书奏]"
    r"|决定|请求|希望|打算|继续|准备|试图|企图|拒绝|参加|参与|获得|得到|受到|遭到|同意|[一-鿿]{0,2}有意"
    r"|受[一-鿿]{2,12}(?:邀请|委托|影响|委派|任命))$"
)
# A change that is no event: how much, or of what, is not told.
_DRIFT = regex(
    r"(?:扩大|加剧|升温|恶化|缓和|好转|改善|增加|减少|上升|下降|提高|提升|增长|扩张|发展|壮大|兴盛|繁荣|衰退|衰落|没落"
    r"|(?:发生|产生)了?[一-鿿]{0,5}(?:变化|转变|影响|改变)|流行(?:起来)?|盛行|普及|兴起|突飞猛进|逐[渐步][^，]{2,6}|不断[^，]{2,6}"
    r"|为主[业要]?)$"
)
# Words that count on what was told before, or on what is known at the time of writing.
_ON_TOP = regex(
    r"也(?=[相将把被在于因为由对向同曾是有没不获受参加成出开建发宣签正])|(?<=[一-鿿])又(?=[^，]{2})|^[^，]{0,12}已经?(?=[一-鿿])(?!已故)"
    r"|现时|现今|今年|去年|次[年月日]|翌[年日]|同[年月日]|当[天年时]|(?<!因)此[前后]|之前|此[时外]"
    r"|(?:开始|爆发|发生|结束|成立)(?:起|后|以来|之后|以后)|声称|据称|据说|传闻|的情况$"
    rf"|{_NUMERAL}[部个项条种位件座所家名](?:[一-鿿]{{1,4}}的[一-鿿]{{2}}|经过[^，]*)$"
)
# No subject, but the verb or the setting of one that is missing.
_TORN = regex(
    r"(?:受(?!降|洗)|遭|获(?!嘉|鹿)|经(?!国|纬|济|略)|赢得|取得|进行(?!曲)|举行|成为|作为|开始|继续|使得|导致|造成)"
)


def says_enough(subject: str, predicate: str) -> bool:
    """Whether subject and predicate, in either script, tell one whole event that stands alone."""
    whole, told = comparable(subject + predicate), comparable(predicate)
    return (
        len(whole) <= _LONGEST
        and whole.count("，") < _FRONTED
        and not _LIGHT.search(told)
        and not _DRIFT.search(told)
        and not _ON_TOP.search(whole)
        and not _TORN.match(whole)
    )
