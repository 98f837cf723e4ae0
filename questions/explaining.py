"""A mark's arithmetic as sentences that a student reads beside the mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from questions.dates import Granularity
from questions.document import Language
from questions.marking import (
    ChoicePart,
    DatePart,
    DurationPart,
    Mark,
    MarkPart,
    MatchPart,
    OrderPart,
    SeveralPart,
)
from questions.question import TimeUnit
from questions.typed_marks import GapsPart, QuantityPart, TextPart


@dataclass(frozen=True, kw_only=True)
class _Words:
    right: str
    wrong: str
    unanswered: str
    several: str
    matched: str
    number: str
    number_right: str
    number_wrong: str
    units: Mapping[TimeUnit, str]
    within: str
    text_right: str
    text_wrong: str
    gaps: str
    pairs: str
    ties: str
    precision: Mapping[Granularity, str]
    nothing: str
    reached: str
    levels: Mapping[Granularity, str]
    finer: str
    ends: tuple[str, str]
    total: str


_SIMPLIFIED = _Words(
    right="所选答案正确，得1分。",
    wrong="所选答案不正确，得0分。",
    unanswered="没有作答，得0分。",
    several="正确选项共{rights}个，选对了{right}个；错误选项共{wrongs}个，选了{wrong}个："
    "{right}/{rights}−{wrong}/{wrongs}，最低为0，得{fraction}分。",
    matched="共{pairs}项，配对正确{right}项，得{fraction}分。",
    number="按来源的日期计算，相差{length}。",
    number_right="所答数字正确，得1分。",
    number_wrong="所答数字是{given}，与此不符，得0分。",
    units={TimeUnit.DAY: "{}天", TimeUnit.MONTH: "{}个月", TimeUnit.YEAR: "{}年"},
    within="答案是{value}，误差不超过{tolerance}即为正确。",
    text_right="所填内容在可接受的答案之列，得1分。",
    text_wrong="所填内容不在可接受的答案之列，得0分。",
    gaps="共{gaps}处空，填对{right}处，得{fraction}分。",
    pairs="来源能够证明先后的事件共{proved}对，排对了{right}对，得{fraction}分。",
    ties="另有{ties}对事件的先后，来源无法证明，怎样排列都不扣分。",
    precision={
        Granularity.DAY: "来源写到日：年份正确得1/2分，年份和月份正确得3/4分，年月日都正确得1分。",
        Granularity.MONTH: "来源只写到月份，因此按月评分：年份正确得2/3分，年份和月份都正确得1分。",
        Granularity.SEASON: "来源只写到季节，因此按季节评分：年份正确得2/3分，季节也正确得1分。",
        Granularity.YEAR: "来源只写到年份，因此按年评分：年份正确得1分。",
        Granularity.DECADE: "来源只写到年代，因此答案在该年代之内即得1分。",
        Granularity.CENTURY: "来源只写到世纪，因此答案在该世纪之内即得1分。",
    },
    nothing="所答日期与来源不符，得0分。",
    reached="所答日期正确到{level}，得{fraction}分。",
    levels={
        Granularity.DAY: "日",
        Granularity.MONTH: "月份",
        Granularity.SEASON: "季节",
        Granularity.YEAR: "年份",
        Granularity.DECADE: "年代",
        Granularity.CENTURY: "世纪",
    },
    finer="所答日期比来源更精确；多出的部分既不要求，也不加分。",
    ends=("开始日期：", "结束日期："),
    total="合计取平均值：得{fraction}分。",
)

_TRADITIONAL = _Words(
    right="所選答案正確，得1分。",
    wrong="所選答案不正確，得0分。",
    unanswered="沒有作答，得0分。",
    several="正確選項共{rights}個，選對了{right}個；錯誤選項共{wrongs}個，選了{wrong}個："
    "{right}/{rights}−{wrong}/{wrongs}，最低為0，得{fraction}分。",
    matched="共{pairs}項，配對正確{right}項，得{fraction}分。",
    number="按來源的日期計算，相差{length}。",
    number_right="所答數字正確，得1分。",
    number_wrong="所答數字是{given}，與此不符，得0分。",
    units={TimeUnit.DAY: "{}天", TimeUnit.MONTH: "{}個月", TimeUnit.YEAR: "{}年"},
    within="答案是{value}，誤差不超過{tolerance}即為正確。",
    text_right="所填內容在可接受的答案之列，得1分。",
    text_wrong="所填內容不在可接受的答案之列，得0分。",
    gaps="共{gaps}處空，填對{right}處，得{fraction}分。",
    pairs="來源能夠證明先後的事件共{proved}對，排對了{right}對，得{fraction}分。",
    ties="另有{ties}對事件的先後，來源無法證明，怎樣排列都不扣分。",
    precision={
        Granularity.DAY: "來源寫到日：年份正確得1/2分，年份和月份正確得3/4分，年月日都正確得1分。",
        Granularity.MONTH: "來源只寫到月份，因此按月評分：年份正確得2/3分，年份和月份都正確得1分。",
        Granularity.SEASON: "來源只寫到季節，因此按季節評分：年份正確得2/3分，季節也正確得1分。",
        Granularity.YEAR: "來源只寫到年份，因此按年評分：年份正確得1分。",
        Granularity.DECADE: "來源只寫到年代，因此答案在該年代之內即得1分。",
        Granularity.CENTURY: "來源只寫到世紀，因此答案在該世紀之內即得1分。",
    },
    nothing="所答日期與來源不符，得0分。",
    reached="所答日期正確到{level}，得{fraction}分。",
    levels={
        Granularity.DAY: "日",
        Granularity.MONTH: "月份",
        Granularity.SEASON: "季節",
        Granularity.YEAR: "年份",
        Granularity.DECADE: "年代",
        Granularity.CENTURY: "世紀",
    },
    finer="所答日期比來源更精確；多出的部分既不要求，也不加分。",
    ends=("開始日期：", "結束日期："),
    total="合計取平均值：得{fraction}分。",
)

_ENGLISH = _Words(
    right="The chosen answer is right: 1 mark.",
    wrong="The chosen answer is not right: 0 marks.",
    unanswered="There is no answer: 0 marks.",
    several="{right} of the {rights} right options and {wrong} of the {wrongs} wrong ones are chosen: "
    "{right}/{rights} − {wrong}/{wrongs}, and never below 0: {fraction}.",
    matched="{right} of the {pairs} pairs are right: {fraction}.",
    number="By the dates of the source, the answer in {unit} is {length}.",
    number_right="The number is right: 1 mark.",
    number_wrong="The number given is {given}, which does not agree: 0 marks.",
    units={TimeUnit.DAY: "{}", TimeUnit.MONTH: "{}", TimeUnit.YEAR: "{}"},
    within="The answer is {value}; all within {tolerance} of it is right.",
    text_right="The answer is among those that are accepted: 1 mark.",
    text_wrong="The answer is not among those that are accepted: 0 marks.",
    gaps="{right} of the {gaps} gaps are right: {fraction}.",
    pairs="The source proves the order of {proved} pairs of events; {right} of them stand in that order: {fraction}.",
    ties="The source leaves open the order of {ties} further pairs; any order of these is accepted.",
    precision={
        Granularity.DAY: "The source gives the day: the right year earns 1/2, year and month 3/4, the full date 1.",
        Granularity.MONTH: "The source gives only the month, so the month is what counts: the right year earns 2/3, "
        "year and month 1.",
        Granularity.SEASON: "The source gives only the season, so the season is what counts: the right year earns 2/3, "
        "year and season 1.",
        Granularity.YEAR: "The source gives only the year, so the year is what counts: the right year earns 1.",
        Granularity.DECADE: "The source gives only the decade, so any date within it earns 1.",
        Granularity.CENTURY: "The source gives only the century, so any date within it earns 1.",
    },
    nothing="The date does not agree with the source: 0.",
    reached="The date is right to the {level}: {fraction}.",
    levels={level: level.name.lower() for level in Granularity},
    finer="The date is more exact than the source; the excess is neither required nor rewarded.",
    ends=("Beginning: ", "End: "),
    total="The mean of both is {fraction}.",
)

_WORDS = {Language.SIMPLIFIED: _SIMPLIFIED, Language.TRADITIONAL: _TRADITIONAL, Language.ENGLISH: _ENGLISH}


def explain_mark(mark: Mark, language: Language) -> tuple[str, ...]:
    """The arithmetic of a mark as whole sentences, in the order in which they are to be read."""
    words = _WORDS[language]
    sentences = [sentence for part in mark.parts for sentence in _explain_part(part, words)]
    if len(mark.parts) > 1:
        sentences.append(words.total.format(fraction=mark.fraction))
    return tuple(sentences)


def _explain_part(part: MarkPart, words: _Words) -> list[str]:
    if isinstance(part, ChoicePart):
        return [words.unanswered if not part.answered else words.right if part.correct else words.wrong]
    if isinstance(part, SeveralPart):
        return _explain_several(part, words)
    if isinstance(part, OrderPart):
        return _explain_order(part, words)
    if isinstance(part, MatchPart):
        return [words.matched.format(right=part.right, pairs=part.pairs, fraction=part.fraction)]
    if isinstance(part, DurationPart):
        return _explain_duration(part, words)
    if isinstance(part, DatePart):
        return _explain_date(part, words)
    return _explain_typed(part, words)


def _explain_typed(part: QuantityPart | TextPart | GapsPart, words: _Words) -> list[str]:
    if isinstance(part, TextPart):
        return [words.text_right if part.correct else words.text_wrong]
    if isinstance(part, GapsPart):
        return [words.gaps.format(right=part.right, gaps=part.gaps, fraction=part.fraction)]
    wanted = part.wanted
    within = words.within.format(value=f"{wanted.value} {wanted.unit}".strip(), tolerance=wanted.tolerance)
    outcome = words.number_right if part.fraction else words.number_wrong.format(given=_said(part.given))
    return [within, outcome] if wanted.tolerance else [outcome]


def _said(number: Fraction) -> str:
    """The number as people write one, with no more decimals than they read."""
    return str(number) if number.denominator == 1 else f"{float(number):.6g}"


def _explain_several(part: SeveralPart, words: _Words) -> list[str]:
    counts = {"right": part.right, "rights": part.rights, "wrong": part.wrong, "wrongs": part.wrongs}
    return [words.several.format(**counts, fraction=part.fraction)]


def _explain_duration(part: DurationPart, words: _Words) -> list[str]:
    length = words.units[part.wanted.unit].format(part.wanted.number)
    outcome = words.number_right if part.fraction else words.number_wrong.format(given=part.given)
    return [words.number.format(length=length, unit=f"{part.wanted.unit}s"), outcome]


def _explain_order(part: OrderPart, words: _Words) -> list[str]:
    pairs = words.pairs.format(proved=part.proved, right=part.right, fraction=part.fraction)
    return [pairs, words.ties.format(ties=part.ties)] if part.ties else [pairs]


def _explain_date(part: DatePart, words: _Words) -> list[str]:
    label = "" if part.end is None else words.ends[part.end]
    outcome = words.nothing
    if part.reached is not None:
        outcome = words.reached.format(level=words.levels[part.reached], fraction=part.fraction)
    sentences = [words.precision[part.full], outcome]
    if part.finer and part.reached is part.full:
        sentences.append(words.finer)
    return [label + sentence for sentence in sentences]
