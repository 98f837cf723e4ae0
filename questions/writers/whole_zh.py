"""Whether a Chinese clause that is cut before the end of its sentence tells a whole event: a closed list of them."""

from __future__ import annotations

from questions.regex import regex


def _one_of(words: str) -> str:
    return f"(?:{'|'.join(sorted(words.split(), key=lambda word: (-len(word), word)))})"


_WITHOUT_OBJECT = _one_of("""
去世 逝世 病逝 病故 出生 诞生 驾崩 身亡 遇刺 遇害 被杀 被害 被捕 阵亡 殉国 自杀 自尽 身故 过世 辞世 圆寂 遇难 生于
死于 卒于 葬于 成立 创立 建立 设立 创办 创建 组建 组成 筹建 爆发 打响 开战 竣工 完工 落成 建成 动工 开工 奠基 通车
通航 启用 开幕 闭幕 开业 开馆 开园 开播 首播 上映 首映 首演 上演 出版 创刊 停刊 复刊 发行 上市 解散 瓦解 解体 灭亡
倒台 垮台 独立 投降 结束 终止 废止 生效 倒塌 坠毁 沉没 失守 沦陷 陷落 修建 兴建 重建 扩建 建造 结婚 离婚 毕业 退休
辞职 退位 禅位 即位 登基 继位 加冕 称帝 称王 退役 入学 受洗 被免职 下野 流亡
""")
_WITH_ANY_OBJECT = _one_of("""
占领 占据 攻占 攻克 攻陷 攻破 攻下 攻入 夺取 夺回 收复 光复 解放 侵入 入侵 侵占 进入 进驻 登陆 抵达 到达 击败 打败
战胜 击退 击毙 击沉 俘虏 歼灭 吞并 消灭 攻灭 灭 攻打 进攻 进军 围攻 包围 轰炸 偷袭 出兵 宣战 北伐 起义 起兵 举兵
叛变 叛乱 政变 兵变 罢工 处死 处决 刺杀 暗杀 逮捕 拘捕 杀 迁往 迁至 迁到 迁入 迁都 定都 移居 定居 搬到 搬至 搬迁
移驻 移至 改名 改称 更名 易名 改为 改组 改制 改隶 改建 升格 升为 升级 合并 并入 划归 划入 列入 列为 入选 加入 退出
脱离 分裂 归还 移交 割让 发射 试射 试爆 发现 发明 收购 出售 接管 接手 设置 增设 开设 创设 派遣 派出 命名 传入 引进
降级 晋级 升入 召回
""")
_DECREE = _one_of("""
签订 签署 签定 缔结 订立 通过 颁布 公布 施行 实施 制定 批准 废除 取消 发表 推出 出版 发行 创作 完成 撰写 写成 创办
执导 主演 录制 编成
""")
_DECREED = _one_of("条约 协定 协议 公约 宪法 法案 条例 议定书 宣言 公报 草案 法 制度 专辑 唱片 电影 小说")
_POST = _one_of(
    "出任 担任 就任 当选 接任 继任 获任 任命 委任 升任 晋升 调任 转任 获选 被选 选为 立为 册封 被封 封为 改任"
)
_WIN = _one_of("获颁 荣获 获得 夺得 赢得 获授 被授予 获")
_PRIZE = _one_of("奖 奖项 冠军 亚军 季军 金牌 银牌 铜牌 奖章 勋章 学位 称号 头衔 资格")
_SPOKEN = _one_of("独立 成立 投降 退位 解散 戒严 停刊 退役 辞职 中立 破产 退休 建国")
_WHOLE = regex(
    f"{_WITHOUT_OBJECT}|{_WITH_ANY_OBJECT}|{_DECREE}了?[^，]*(?:《[^《》]+》|[一-鿿]{{2,}}{_DECREED})"
    f"|{_POST}了?[^，]{{2,}}|{_WIN}[^，]*{_PRIZE}|宣[布告][^，]{{3,}}|宣[布告](?:正式)?{_SPOKEN}$"
)
_OPEN_VERB = _one_of("""
声明 声称 提出 要求 同意 决定 决议 致函 致电 上书 上奏 呼吁 建议 认为 表示 指出 主张 会见 会晤 访问 召开 主持 命令
下令 奉命 率
""")
# What leads up to a deed that does not follow, or lacks what was said or decided.
_OPEN = regex(
    "(?:为[名由号首]|名义|借口|[时后前]|之[际下]|[情况形]下|途中|期间|过程中|[里中上下])$|批准$"
    "|^(?:因|由于|应|经|随|为了?|以|按|据)(?![^，]*(?:而|遂|去世|逝世|病逝|身亡|病故|殉职|遇难))"
    f"|宣[布告称](?!(?:正式)?{_SPOKEN}$)[^，]{{0,2}}$|{_OPEN_VERB}"
)


def is_whole_event(predicate: str) -> bool:
    """Whether a predicate in simplified script, with more of its sentence behind it, has all it needs."""
    return _WHOLE.search(predicate) is not None and _OPEN.search(predicate) is None
