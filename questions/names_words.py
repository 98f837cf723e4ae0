"""The vocabulary by which names are recognised; Chinese in simplified script."""

from __future__ import annotations

_words = str.split

SOUNDS = frozenset(
    "阿埃艾安昂奥巴班邦鲍贝本比彼边宾波伯勃博布曹查昌车茨达戴丹当道德邓登狄迪蒂丁顿多恩尔法凡范菲费芬丰冯夫弗福富盖甘"
    "冈高戈哥格葛根古瓜圭哈海汉汗豪赫黑亨洪侯胡华怀惠霍基吉季加贾坚简姜杰金京居喀卡凯坎康考科克肯孔库夸昆拉莱赖兰朗劳"
    "勒雷里利立莉丽连良列林琳留卢鲁路伦罗洛吕玛马迈麦曼芒毛茂梅门蒙孟米密明摩莫默姆木穆拿纳娜内奈南尼涅宁努诺欧帕潘庞"
    "佩彭皮平坡珀浦普齐奇契钱乔切琴丘琼让热日荣茹儒瑞若萨塞桑森沙珊尚绍舍申圣施什士史舒斯司思苏索塔泰坦汤唐陶特腾提铁"
    "廷图托瓦娃万旺威韦维魏温文翁沃乌武西希锡夏香肖谢辛欣休许雪逊雅亚延扬杨耶叶伊依因英尤约可采略扎詹珍兹卓兹佐朱祖"
)
"""Characters with which foreign names are written."""

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞"
    "任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵汪祁毛狄米贝明臧计伏成戴谈"
    "宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗"
    "丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲封芮储靳段焦谷车侯班仰仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸"
    "司黎薄印宿白怀蒲鄂索赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡姬申冉宰桑桂牛寿通边扈燕冀郏浦尚温别庄晏柴瞿阎慕连茹习艾鱼"
    "容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广聂晁勾敖融冷辛阚简饶曾沙鞠关查盖游岳帅况后有琴商牟佘伯墨年爱阳佟"
)

PERSONAL = _words("""
签署 表示 指出 当选 出任 就任 去世 逝世 病逝 出生 诞生 辞职 辞去 访问 会见 发表 接受 下令 率领 率军 率 娶 结婚 抵达
返回 出版 撰写 写成 担任 接任 继任 继位 即位 登基 退位 称帝 宣誓 遇刺 被捕 被杀 自杀 毕业 就读 入学 发现 发明 提出
认为 创作 完成 执导 主演 获得 获颁 获选 任命 宣布 承认 带领 指挥 移居 流亡 加入 参加 受洗 皈依 创立 创办
""")
"""What people do, and hardly anything else does."""

TITLES = _words("""
总统 总理 首相 主席 总书记 书记 部长 副总理 副总统 国务卿 大使 外长 防长 议长 市长 州长 省长 县长 校长 院长 局长
司令 司令员 将军 上将 中将 少将 元帅 参谋长 国王 女王 皇帝 天皇 教宗 教皇 主教 大主教 公爵 伯爵 侯爵 亲王 王子 公主
博士 教授 先生 女士 导演 作家 诗人 画家 作曲家 科学家 物理学家 化学家 数学家 哲学家 历史学家 经济学家 建筑师 记者
律师 队长 教练 发言人 秘书长 总干事 董事长 总裁 创始人 领导人 领袖
""")
"""Offices and callings that stand before a name."""

ORGANISATIONS = _words("""
公司 集团 大学 学院 中学 小学 学校 政府 议会 国会 委员会 银行 共产党 国民党 党 军队 部队 海军 空军 陆军 舰队 协会
学会 联盟 联合会 同盟 联合国 法院 医院 博物馆 图书馆 出版社 报社 电视台 电台 工会 教会 组织 机构 基金会 俱乐部 球队
乐团 乐队 参谋部 总部 国务院 外交部 内阁 王朝 帝国 邦联 财团 天文台 研究所 研究院 剧团 剧院 队
""")
"""How organisations end."""

PLACE_ENDINGS = "国州省市县区镇乡村岛山河湖海港城堡郡町府道桥路街宫寺"

PLACES = _words("""
俄罗斯 格鲁吉亚 南奥塞梯 阿布哈兹 美国 英国 法国 德国 意大利 义大利 西班牙 葡萄牙 荷兰 比利时 卢森堡 瑞士 奥地利
匈牙利 波兰 捷克 斯洛伐克 斯洛文尼亚 克罗地亚 塞尔维亚 波黑 黑山 马其顿 阿尔巴尼亚 希腊 保加利亚 罗马尼亚 摩尔多瓦
乌克兰 白俄罗斯 立陶宛 拉脱维亚 爱沙尼亚 芬兰 瑞典 挪威 丹麦 冰岛 爱尔兰 苏格兰 威尔士 英格兰 土耳其 塞浦路斯 叙利亚
黎巴嫩 以色列 巴勒斯坦 约旦 伊拉克 伊朗 科威特 沙特阿拉伯 也门 阿曼 卡塔尔 巴林 阿富汗 巴基斯坦 印度 尼泊尔 不丹
孟加拉国 斯里兰卡 马尔代夫 缅甸 泰国 老挝 柬埔寨 越南 马来西亚 新加坡 印度尼西亚 印尼 菲律宾 文莱 东帝汶 中国
中华民国 中华人民共和国 台湾 香港 澳门 蒙古 朝鲜 韩国 日本 哈萨克斯坦 乌兹别克斯坦 吉尔吉斯斯坦 塔吉克斯坦
土库曼斯坦 阿塞拜疆 亚美尼亚 埃及 利比亚 突尼斯 阿尔及利亚 摩洛哥 南苏丹 埃塞俄比亚 厄立特里亚 索马里 肯尼亚 乌干达
坦桑尼亚 卢旺达 刚果 安哥拉 赞比亚 津巴布韦 莫桑比克 南非 纳米比亚 尼日利亚 加纳 喀麦隆 塞内加尔 马里 加拿大 墨西哥
古巴 海地 牙买加 巴拿马 哥伦比亚 委内瑞拉 厄瓜多尔 秘鲁 玻利维亚 巴西 巴拉圭 乌拉圭 阿根廷 智利 澳大利亚 澳洲 新西兰
斐济 苏联 东德 西德 普鲁士 奥匈帝国 奥斯曼帝国 南斯拉夫 捷克斯洛伐克 北京 上海 广州 南京 重庆 天津 东京 大阪 京都
首尔 平壤 莫斯科 伦敦 巴黎 柏林 维也纳 罗马 马德里 华沙 布拉格 布达佩斯 布鲁塞尔 日内瓦 纽约 华盛顿 洛杉矶 芝加哥
第比利斯 茨欣瓦利 欧盟 北约
""")
"""Countries, former countries and great cities."""

MEASURES = _words("""
名 人 位 个 户 家 所 座 栋 间 艘 架 辆 列 台 门 枚 颗 支 把 张 本 册 部 篇 首 幅 集 期 次 场 届 票 席 岁 公里 千米
米 厘米 毫米 海里 英里 英尺 平方公里 平方米 公顷 亩 吨 公吨 公斤 千克 克 升 元 美元 英镑 欧元 日元 卢布 马克 法郎 度
匹 头 条 份 项 种 类 县 省 国 州 市 区 镇 村 师 旅 团 营 连 军
""")

PLACES_EN = frozenset(
    """
Russia|Georgia|South Ossetia|Abkhazia|United States|United Kingdom|England|Scotland|Wales|Ireland|France|Germany
Italy|Spain|Portugal|Netherlands|Belgium|Luxembourg|Switzerland|Austria|Hungary|Poland|Czech Republic|Slovakia
Croatia|Serbia|Albania|Greece|Bulgaria|Romania|Moldova|Ukraine|Belarus|Lithuania|Latvia|Estonia|Finland|Sweden
Norway|Denmark|Iceland|Turkey|Cyprus|Syria|Lebanon|Israel|Jordan|Iraq|Iran|Kuwait|Saudi Arabia|Yemen|Oman|Qatar
Bahrain|Afghanistan|Pakistan|India|Nepal|Bhutan|Bangladesh|Sri Lanka|Myanmar|Thailand|Laos|Cambodia|Vietnam|Malaysia
Singapore|Indonesia|Philippines|China|Taiwan|Hong Kong|Mongolia|North Korea|South Korea|Japan|Kazakhstan|Uzbekistan
Azerbaijan|Armenia|Egypt|Libya|Tunisia|Algeria|Morocco|Sudan|Ethiopia|Eritrea|Somalia|Kenya|Uganda|Tanzania|Rwanda
Congo|Angola|Zambia|Zimbabwe|Mozambique|South Africa|Namibia|Nigeria|Ghana|Cameroon|Senegal|Mali|Canada|Mexico|Cuba
Haiti|Jamaica|Panama|Colombia|Venezuela|Ecuador|Peru|Bolivia|Brazil|Paraguay|Uruguay|Argentina|Chile|Australia
New Zealand|Fiji|Soviet Union|East Germany|West Germany|Prussia|Yugoslavia|Czechoslovakia|Moscow|London|Paris|Berlin
Vienna|Rome|Madrid|Warsaw|Prague|Brussels|Geneva|New York|Washington|Tbilisi|Tskhinvali|European Union|NATO
United Nations|Britain|Great Britain|Rhodes|Kosovo
""".replace("\n", "|").split("|")
)

TITLES_EN = _words("""
President Prime Minister King Queen Emperor Empress Pope Bishop Archbishop Cardinal Duke Earl Count Prince Princess
Sir Lord Lady Dr Mr Mrs General Admiral Colonel Captain Marshal Senator Governor Mayor Secretary Chancellor
Professor Saint St
""")

ORGANISATIONS_EN = _words("""
Company Corporation University College School Party Army Navy Parliament Congress Senate Council Committee
Commission Government Ministry Museum Church Union League Association Society Institute Bank Court Club Empire
Agency Organization Organisation Assembly
""")

PERSONAL_EN = _words("""
died married wrote signed resigned said born elected appointed crowned studied graduated retired moved published
painted composed became succeeded ascended abdicated invented discovered met visited returned won joined
""")

EVENT_ENDINGS = tuple(
    _words("战 乱 案 朝 代 革命 运动 事件 战争 战役 条约 会议 时期 帝国 共和国 起义 危机 计划 工程 制度 年间")
)
"""How what has a beginning and an end, but no birth and no death, ends."""

EVENTS_EN = _words("""
War Wars Revolution Republic Kingdom Union Treaty Crisis Era Dynasty Act Mandate Colony Rebellion Uprising Campaign
Battle Siege Project Programme Program Mission Occupation Period State Protectorate Line Railway
""")
"""Words in the names of what has a beginning and an end, but no birth and no death."""
