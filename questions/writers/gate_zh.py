"""The gate for Chinese: the patterns are the vocabulary of what goes wrong when a clause is taken apart."""

from __future__ import annotations

import re

from questions.fact import Clause, Fact
from questions.grammar_zh import split_subject, starts_with_verb
from questions.regex import regex
from questions.writers.deeds_zh import DEEDS
from questions.writers.enough_zh import says_enough
from questions.writers.gate import Gate, is_whole

# Cleaning: our sentences have full-width punctuation between Chinese characters, whatever the source uses.

_HAN = r"[㐀-鿿〇《》「」『』“”（）]"
_DATED_BRACKETS = regex(r"[（(][^（）()]*[年其][^（）()]*[）)]")
_FULL_WIDTH = str.maketrans(",;:?!()", "，；：？！（）")


def _clean(text: str) -> str:
    text = _DATED_BRACKETS.sub("", " ".join(text.split()))
    return widened(text).strip(" ，；：、。,;:.")


def widened(text: str) -> str:
    """The text with full-width punctuation beside Chinese characters."""
    return re.sub(rf"(?<={_HAN})\s*[,;:?!()]\s*|[,;:?!()](?={_HAN})", _widened, text)


def _widened(match: re.Match[str]) -> str:
    return match[0].strip().translate(_FULL_WIDTH)


_LINKS = (
    "随后|隨後|接着|接著|其后|其後|随即|隨即|于是|於是|之后|之後|后来|後來|因此|从而|從而|同时|同時|此时|此時|最后|最後|最终|最終|"
    "曾[经經]?(?![祖孙孫国國])|[亦也又还還便则則遂乃并並更却卻仍再]"
)
_LINK_AT_END = regex(rf"(?:{_LINKS})+$")
_LINK_AT_START = regex(rf"^(?:{_LINKS})+(?![入列存肩排称稱举舉購购行非名改換换生次])")


def _unlinked(subject: str, before: str, rest: str) -> tuple[str, str, str]:
    return _LINK_AT_END.sub("", subject), _LINK_AT_START.sub("", before), _LINK_AT_START.sub("", rest)


# These bring a subject of their own behind them.
_NO_SUBJECT_OF_ITS_OWN = regex(r"[发發]生|爆[发發]|出[现現]|根[据據]|[随隨]着|由[于於]")

_TOGETHER_WITH = ("与", "與", "同", "跟")

# A clause that says nothing without the next one.
_UNFINISHED = regex(
    r"(?:[下中上里裡内內外]|[后後]|[时時]|[间間]|[际際]|表示|指出|[称稱]|[认認][为為]|宣[布佈]|宣告|[显顯]示|[说說]|道|包括|如|即|表明|例如|[为為][由名])$"
    r"|[证證][实實]|[认認][为為]|表示|指出|[显顯]示|相信|估[计計]|[强強][调調]"
    r"|^(?:由[于於]|因|[随隨]|[为為]了|根[据據]|如(?!期)|[虽雖]|[当當](?![选選])|[从從]|自(?![杀殺尽盡焚缢立刎])|按|依|[经經][过過由]|通[过過](?![了《一-鿿]{0,6}[》案法约約]))"
)
_SHORTEST_DEED = 6


# What follows these adds to what was told, or is told of another time.
_ASIDE = regex(
    r"(?:，|——?|—)(?:但|惟|唯|遂|不[过過]|然而|而(?!是)|因(?!而)|由[于於]|故|因此|所以|比如|例如|如|[尽儘][管]|[虽雖]然?|即使|包括|代表作|著名的|[终終享]年|[题題]目|其中|以及|以[减減防免便]|"
    r"[开開][启啟创創]|[标標][志誌]|象[征徵]|意味|代表[着著]|宣告|正式|奠定|揭[开開]|拉[开開]|告[别別]|[从從]此|是[为為]|成[为為](?:首|第|史|[当當][时時]|世界|全)|在[一-鿿]{1,4}中|"
    r"[随隨旋][后後即]|立即|立刻|[继繼]而|[进進]而|接[着著]|[赋賦授给給]予|授[权權]|允[许許]|[规規]定|要求|[从從]而|[导導]致|造成|引[发發起]|之[后後]|其[后後]|[后後][来來]?|[并並]且?|同[时時]|且|也|亦|至今|目前|最[终終后後]|史[称稱]).*$"
)


# What only says why, how or under which circumstances: the deed comes behind it.
_SETTING = regex(
    r"(?:[因随隨]|由[于於]|[为為]了)[^而]*$|.*(?:[为為]由|名[义義]|借口|藉口|情[况況形]|背景|之?下|同[时時]|[过過]程中|期[间間]|之[际際]|[时時后後前])$"
)


def _first_deed(rest: str, already: int) -> str:
    shorter = _ASIDE.sub("", rest)
    rest = shorter if len(shorter) >= 2 and is_whole(shorter) and not _lacks_deed(shorter) else rest
    head, comma, tail = rest.partition("，")
    whole = len(head) >= 2 and not (comma and _sets_a_scene(head)) and is_whole(head) and not _UNFINISHED.search(head)
    if whole and (split_subject(tail)[0] is not None or not starts_with_verb(tail)):
        return head  # somebody else's deed follows, or none
    if whole and len(head) + already >= _SHORTEST_DEED and not _lacks_deed(head) and says_enough("", head):
        return head
    least = max(_SHORTEST_DEED - already, 1)
    heads = (rest[: match.start()] for match in re.finditer("，", rest) if match.start() >= least)
    told = (head for head in heads if is_whole(head) and not _UNFINISHED.search(head) and not _sets_a_scene(head))
    return next(told, rest)


def _sets_a_scene(head: str) -> bool:
    """Whether the last clause of a telling only leads up to a deed."""
    last = head.rpartition("，")[2]
    return _SETTING.match(last) is not None or _lacks_deed(last)


def _lacks_deed(told: str) -> bool:
    """Whether a predicate says only where, why or how."""
    return told[:1] in _WITHOUT_DEED and not any(starts_with_verb(told[place:]) for place in range(2, len(told)))


_WITHOUT_DEED = tuple("為为以從从在於于因由")


_LIMITS = (
    regex(r"(?:[至到自从從比和与與及、和以]|直至|截至|早于|早於|晚于|晚於|不迟于|不遲於|[过過]了)$"),
    regex(
        r"\s*(?:之?[间間前](?!往|[来來]|去|[总總]|任|首|[苏蘇]|身|[线線]|[锋鋒])|之?[后後](?![来來]|[宫宮])|以[前后後来來]|"
        r"起(?![义義兵草诉訴飞飛用源初事])|[为為]?止|至(?!今)|到(?![访訪达達任场場])|期|度(?![过過])|[顷頃许許余餘份号號])"
    ),
)


_FIGURES = regex(r"\d[,，.．]?$")


def _admits(fact: Fact) -> bool:
    lead, trail = fact.quote[: fact.date.start - fact.start], fact.quote[fact.date.end - fact.start :]
    before, after = _LIMITS
    if _FIGURES.search(lead):
        return False  # a part of a greater number
    if before.search(lead.rstrip()) or after.match(trail):
        return False
    return _leads_on(fact.clause, fact.clause.rest or fact.clause.before_date)


def _leads_on(clause: Clause, predicate: str) -> bool:
    """Whether the predicate goes on from a subject that stands elsewhere, or before the date."""
    if clause.subject_carried and _NO_SUBJECT_OF_ITS_OWN.match(predicate):
        return False
    own = clause.date_first and not clause.subject_carried
    done = clause.subject_carried and DEEDS.match(predicate) is not None
    return own or done or starts_with_verb(predicate) or predicate.startswith(_TOGETHER_WITH)


_ORGANISED = regex(
    r"(?:[军軍][队隊]|政府|[议議][会會院]|[国國][会會]|公司|大[学學]|[学學]院|委[员員][会會]|[联聯]盟|[组組][织織]|法院|共和[国國]|"
    r"集[团團]|[银銀]行|[协協][会會]|帝[国國]|王朝|[总總]部|[舰艦][队隊]|[部兵][队隊])$"
)


# A noun that begins with a verb goes on with the name before it: 「苏联」「占领区」, 「英国」「传教士」.
_COMPOUND = regex(r"[一-鿿]{2}(?:[區区人者處处家員员權权署局社團团軍军士]|[當当]局)")


def _is_named(subject: str, fact: Fact) -> bool:
    """Whether the subject is a name of the fact, a name after its title, or ends as organisations do."""
    if _COMPOUND.match(fact.clause.rest):
        return False
    return any(subject.endswith(entity.text) for entity in fact.entities) or bool(_ORGANISED.search(subject))


_BAD_SUBJECT = regex(
    r"^[则則数數几幾][家处處]|^(?:[他她它其此该該这這那您你我某每各稍]|[两兩二三双雙][国國方人者]|[前后後]者|[对對]方|作者|但|而|或|[并並]且?|[虽雖]然|如果|"
    r"因[为為此]?|由[于於]?|[为為]了?|[随隨][后後即著着]?|之[后後前]|[于於]|在|至今?|直到|截至|[从從](?![军軍])|[据據]|根[据據]|使|"
    r"[让讓]|被|[与與](?!那|会|會)|以及|[当當][时時](?![代])|[当當](?![局代地])|同[时時]|[结結]果|其中|[只还還]?有|源|自(?![由贡貢])|"
    r"又|正[当當]|歷時|历时|先后|先後|相[继繼]|分[别別]|再[次度]|成功|正式|整[并併]|[难難]免|命(?![运運名令])|得悉|得知|修[读讀]|[当當]地|[稍其]?[后後][来來]|"
    r"[长長次三二大][子女兄姐妹哥弟]|[兄弟姐妹父母][亲親姐妹弟]?(?=[一-鿿]{2,4}$)|[妻夫]子?(?=[一-鿿]{2,4}$)|[过過]了|[约約](?![翰旦瑟])|除|[经經](?![济濟贸貿])|[对對]|一(?:些|名|位|个|個|种|種)|[许許]多|不少|[、，,；;的])"
    r"|^(?:成立|建立|[創创]立|[創创][辦办]|[設设]立|[發发][行表]|出版|上映|推出|[開开]始|[舉举]行|[興兴]建|建成|完工|竣工|[頒颁][布佈]|通[過过]|"
    r"[簽签][訂订署]|制定|改[組组])的|^城市|^(?:步入|迎娶|累[計计]|及[后後]|元旦|春[節节])|"
    r"^(?:市[區区]|企[業业]|[喪丧][禮礼]|最[終终]版本|首份|新的|GDP)|趁|"
    r"自(?![治由然動动立強强衛卫我來来行])[一-鿿]{2,}$|^.、|[，。；：了]|[上追]溯|接替|代替|[随隨]同|陪同|"
    r"[的地得在于於和与與及使原源有]$|[正一二三四五六七八九十]月$|^[春夏秋冬]季?$|(?<![皇王太天])[后後]$|[时時]期共?$|期[间間]共?$|："
)
# Who or what these are, only an earlier sentence tells.
_UNNAMED = regex(
    r"^(?:全|本|整[个個])?(?:主[体體])?(?:工程|城市|[岛島][上屿嶼]?|球[场場]|塔[楼樓]|[议議][会會]|[国國][会會]|[当當]局|政府|公司|球[队隊]|"
    r"[学學]院|[乐樂][团團]|[军軍][队隊]|部[队隊]|[战戰][争爭]|大[楼樓]|建[筑築]|教[会會]|市政府|[县縣](?:人民)?政府|校方|院方|[总總][统統]|皇帝|"
    r"[国國]王|法院|警方|[双雙]方|[联聯]盟|[组組][织織]|[电電]影|[节節]目|[专專][辑輯]|作品|小[说說]|[歌乐樂]曲|[车車]站|[机機][场場]|"
    r"港口|[专專]利|[赛賽][会會]|工程.*|寺[庙廟]|[条條][约約]|[协協][议議定]|法案|[选選][举舉]|[内內][阁閣]|[纪紀][录錄]|比[赛賽]|[医醫]院|[银銀]行|[铁鐵]路)$"
)
_BAD_BEFORE = regex(
    r"[，。；：、了]|^(?:自(?!行)|[从從由]|[将將把]|如)|[在于於自至到从從的和与與及原源]$|^(?:的|和|与|與|及)|(?:是|[为為]|[称稱])$|是[在从從由]|[于於]是|[还還]是"
)
_BAD_REST = regex(
    r"^(?:的|[时時]期|期[间間]|[后後]|前|起|至|到|[间間]|初|底|末|中旬|上旬|下旬|之|以[前后後来來]|左右|期|度|上半|下半|位(?!于|於)|次|入(?![侵选選学學主伍围圍阁閣狱獄驻駐股])|\d|[选選][为為]|"
    r"[上下]午|[凌清早]晨|[傍夜]?晚|格林|[亦又也则則且而就便才]|[并並](?!入|[购購])|[还還]|和|与此|及|、|是|有|[为為](?!了)|：)"
    r"|^[^，的]{1,4}的(?!是)|^[^，]*(?:[之以][后後前]|[后後]|[时時]|[为為]止|期[间間])(?=，|$)"
    r"|^占[领領][当當]局|[后後](?:才|始)|^[一-鿿]{2}的(?=[一-鿿]{4})|[为為]中心$|看作是|[约約][\d,，.．〇一二三四五六七八九十百千万萬]+[余餘多]?[人名座所]?$"
    r"|(?:前|的[时時]候|之[际際]|以[来來]|起|的|[与與和及于於在]|、|如下|包括|例如|以下|称|稱|：)$"
)
_PRONOUN = regex(
    r"[他她它](?![们們]?[国國]|人|[乡鄉])|(?:此|该|該|[这這]|那)(?!外|[时時]|前|[后後]|[里裡]|不勒斯|格)|每[年月日天逢次]"
)
# What only the sentences around it can make clear, or only the day on which it was written.
_LEANING = regex(
    r"^[•·*●◦▪]|^全(?:体|體|院|[县縣]|市|[党黨])|^.氏|^第\d+[號号期]|"
    r"[远遠][处處]|到[来來]$|[到返离離来來][馆館校院厂廠社店](?![长長园園])|"
    r"的(?:宣言|声明|聲明|电报|電報|文章|消息|作品|照片|演讲|演講|报道|報導)$|[一二三四五六七八九十两兩][个個][一-鿿]{2}$|"
    r"[前后後]者|相[关關](?!的)|[目现現][前今]|至今|迄今|如今|[当當]今|今日|今天|上述|以下|下列|如[上下]|[还還]不|[还還]是|"
    r"[將将把对對使由被]其(?!他|它|[餘余])|成立初|"
    r"^[^，]*[^，最午前今前此先][后後](?![，来來宫宮裔代世勤方卫衛台盾面果主人期来])[^，]{4}|^[^，]*(?:之|以)[前后後](?![，])|成立[时時](?!期|代|任)|"
    r"^(?:(?![与與和及、同]).)*(?:[双雙]方|[两兩][国國者人])|"
    r"^[^，在当當于於临臨]{2,12}[时時](?=[与與在被将將领領有共])"
)
_FOREIGN_OTHER = regex(r"其[他它]")


def _is_mere_place(predicate: str) -> bool:
    """Whether the predicate says where, and nothing of what happened there."""
    return predicate[:1] in _WHERE and not any(
        starts_with_verb(predicate[place:]) for place in range(2, len(predicate))
    )


_WHERE = tuple("在於于")


def _reads_well(subject: str, before: str, rest: str) -> bool:
    whole = subject + before + rest
    return bool(
        2 <= len(subject) <= 28
        and len(before) <= 24
        and (before or len(rest) >= 2)
        and 4 <= len(whole) <= 70
        and all(is_whole(piece) for piece in (subject, before, rest))
        and not _BAD_SUBJECT.search(subject)
        and not _UNNAMED.search(subject)
        and "是" not in subject + before
        and not re.search("：|[后後]不久", rest)
        and not _BAD_BEFORE.search(before)
        and not _BAD_REST.search(rest)
        and not _LEANING.search(whole)
        and says_enough(subject, before + rest)
        and not (before in _SHORT_VERBS and starts_with_verb(rest))
        and not _is_mere_place(before + rest)
        and not _PRONOUN.search(_FOREIGN_OTHER.sub("", whole))
    )


_SHORT_VERBS = tuple("生卒死葬建毀毁創创寫写作刊")  # they tell it all; what follows is another deed
_STATE = regex(
    r"(?:已[经經]?)?(?:是|有|[为為]|[拥擁]有|[设設]有|共有|位[于於]|[属屬][于於]|[占佔](?![领領据據])|[达達](?!成)|[约約]|超[过過])"
)


def _is_state(before: str, rest: str) -> bool:
    return bool(_STATE.match(before or rest))


CHINESE = Gate(
    clean=_clean,
    unlinked=_unlinked,
    first_deed=_first_deed,
    admits=_admits,
    reads_well=_reads_well,
    is_named=_is_named,
    is_state=_is_state,
)
