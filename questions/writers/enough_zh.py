"""Whether a Chinese event, though it is a whole clause, says enough to be asked for by itself."""

from __future__ import annotations

from questions.grammar_zh import comparable
from questions.regex import regex

_LONGEST = 48  # characters of an event that a stem can hold
_FRONTED = 2  # commas within one event

_SETTING = "以因为由随应经从在对向与和同"  # what begins a clause that only leads up to the next one
_NUMERAL = "[一二两三四五六七八九十几数多]"
# What these begin, the next clause tells.
_LIGHT = regex(
    r"(?:发表了?(?:声明|公告|演说|讲话|谈话)|作[出了][一-鿿]{0,4}(?:论述|说明|批示|指示|决定|回应|解释|报告|调整)"
    r"|采取[一-鿿]{0,4}(?:措施|行动|政策)|出动[^，]{0,8}[机舰军兵]|(?:发生|爆发)了?(?:火灾|事故|骚乱|冲突|地震|爆炸|战争|争执|争议|战斗|瘟疫|疫情|饥荒|水灾|旱灾|洪水|暴动)|[与和同][^，的]+(?:联合|合作|联手|协商|商议)"
    r"|提出了?[一-鿿]{0,4}(?:建议|要求|意见|主张|看法|方案|计划)|(?:达成|签订|签署|订立|颁布|发布|公布|下达)了?(?:一[项份道])?(?:协议|协定|合约|合同|条约)?"
    r"|(?:签署|颁布|发布|公布|下达)了?(?:一[项份道])?(?:总统令|行政命令|命令|法令|法案|法律|文件|公报|通告|通知)"
    r"|(?:召开|举行)了?(?:会议|会谈|谈判|选举|投票|仪式|典礼|比赛|活动)|下[令诏]|上[书奏]"
    r"|决定|请求|希望|打算|继续|准备|试图|企图|拒绝|参加|参与|获得|得到|受到|遭到|同意|[一-鿿]{0,2}有意"
    r"|受[一-鿿]{2,12}(?:邀请|委托|影响|委派|任命)|(?:(?<!成)为了|因为)[^，而]{2,12}|有了[^，]{0,6})$"
    r"|(?:表示|指出|认为|强调|透露|声明|解释|批评|证实|宣[布告称])，|证实[^，]*，|在[^，]*(?:[下中里上]|期间|之际)$|^(?:[为以])[名主首]"
)
# A change that is no event: how much, or of what, is not told.
_DRIFT = regex(
    r"(?:扩大|加剧|升温|恶化|缓和|好转|改善|增加|减少|上升|下降|提高|提升|增长|扩张|发展|壮大|兴盛|繁荣|衰退|衰落|没落"
    r"|(?:发生|产生)了?[一-鿿]{0,5}(?:变化|转变|影响|改变)|流行(?:起来)?|盛行|普及|兴起|突飞猛进|逐[渐步][^，]{2,6}|不断[^，]{2,6}"
    r"|为主[业要]?)$"
)
# What was meant, came by degrees, or left a post or a body that is not named.
_VAGUE = regex(
    r"准备|打算|[拟欲](?=[一-鿿]{2})|企图|试图|有意|计划(?=[一-鿿]{2})|意图|谋求|逐[渐步]|(?:被)?(?:辞退|解雇|免职|撤职|离职|辞职|卸任|去职|解职|离任|下课)$"
    r"|(?:成立|创办|组建|加入|收购|离开|接管)了?(?:俱乐部|球队|公司|学校|组织|乐队|工厂|医院|报社)$"
    r"|^(?![在于当])[^，]{1,14}(?:之际|之时|周年(?:之际|时)?|期间)(?=[一-鿿]{2,})"
)
# A gathering or a work with a verb within its name, and none before it.
_NAME_ONLY = regex(r"(?:大会|会议|座谈会|纪念会|展览会|运动会|典礼|仪式|活动|工程|大展|特展|战役)$")
_HOLDS = regex(
    r"举[行办]|召开|参[加与]|出席|主[持办]|筹[备办]|组织|发[起动表]|开[始幕工展]|完成|结束|启动|竣工|动工|承[办建]|通过|批准|宣布|决定|取消|获|赢|打响|爆发|在|于|成为|列为|改"
)
# Words that count on what was told before, or on what is known at the time of writing.
_ON_TOP = regex(
    r"(?<=[一-鿿])也(?![门速先里])|(?<!^)又(?=[^，]{2})|^[^，]{0,12}已经?(?=[一-鿿])(?!已故)"
    r"|多次|先后[一-鿿]{1,2}[次度]|(?<!第)[两三四五六七八九十\d]次|屡次|[数几]次|经常|常常|往往|时常|一度|一直|始终|不再|仍然?(?=[一-鿿])|类似|同样|相同|另一|上述|现时|现今|今年|去年|次[年月日]|翌[年日]|同[年月日]|当[天年时]|(?<!因)此[前后]|之前|此[时外]"
    r"|(?:开始|爆发|发生|结束|成立)(?:起|后|以来|之后|以后)|显示|表明|记载|记录有|其(?![他它中余后间次实])|声称|据称|据说|传闻|的情况$"
    rf"|{_NUMERAL}[部个项条种位件座所家名](?:[一-鿿]{{1,4}}的[一-鿿]{{2}}|经过[^，]*)$"
)
# No subject, but the verb or the setting of one that is missing.
_TORN = regex(
    r"(?:派(?!克|拉)|应(?!县|天|城)|受(?!降|洗)|遭|获(?!嘉|鹿)|经(?!国|纬|济|略)|赢得|取得|进行(?!曲)|举行|成为|作为|开始|继续|使得|导致|造成)"
)
# A subject behind which something is missing.
_TRAILING = regex(r"(?:依据|根据|按照|依照|随着|由于|因为|通过|经过|为了|[在于由从向对将把被与和及])$")


def says_enough(subject: str, predicate: str) -> bool:
    """Whether subject and predicate, in either script, tell one whole event that stands alone."""
    whole, told = comparable(subject + predicate), comparable(predicate)
    return (
        len(whole) <= _LONGEST
        and whole.count("，") < _FRONTED
        and not ("，" in told and told[0] in _SETTING)
        and not _LIGHT.search(told)
        and not _DRIFT.search(told)
        and not _VAGUE.search(told)
        and (_NAME_ONLY.search(told) is None or _HOLDS.search(told) is not None)
        and not _ON_TOP.search(whole)
        and not _TORN.match(whole)
        and not _TRAILING.search(comparable(subject))
    )
