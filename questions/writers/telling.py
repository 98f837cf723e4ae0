"""A fact in the pieces that sentences are made of, and the gate that keeps out what would not read well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from questions.dates import DateValue, Granularity
from questions.document import Language
from questions.fact import Fact, Modality
from questions.regex import regex
from questions.writers.gate import GAP, Gate, is_whole
from questions.writers.gate_en import ENGLISH
from questions.writers.gate_zh import CHINESE
from questions.writers.retelling import Retelling

_NEVER = regex(r"\b(?:never|(?:was|were|did|had|could) not)\b")
_PROSPECTIVE = (Modality.PROMISED, Modality.PLANNED)


@dataclass(frozen=True, kw_only=True)
class Telling:
    """A fact as subject, what stands between subject and date, and the rest; none holds the date itself.

    `event` is the whole without its date, a short statement without a full stop. `grams` are what its likeness to
    other facts is measured by.
    """

    fact: Fact
    language: Language
    subject: str
    before: str
    rest: str
    event: str
    date_leads: bool
    """Whether the date stays in front of the sentence, since the subject's end is not certain."""
    is_state: bool
    """Whether it tells how things were, rather than what happened."""
    gapped: str | None = None
    """The source's own sentence with a gap for its date, where it cannot be taken apart; the pieces are then empty."""
    leans: bool = False
    """Whether the document must be named for it to be clear what it speaks of."""
    passage: str | None = None
    """The source's own sentences with a gap for the date, where only together they are clear; only the date can then
    be asked for, and `event` is the last of them."""
    around: tuple[DateValue, ...] = ()
    """The other dates that the source's own sentences give."""
    is_fair: bool = False
    """Whether it is known that these do not give its own date away."""

    @property
    def value(self) -> DateValue:
        return self.fact.date.value

    @property
    def is_settled(self) -> bool:
        """Whether the date stands in a sentence as it is: neither open nor approximate, of something that was."""
        value, modifier = self.value, self.fact.date.modifier
        firm = not value.is_open and not value.is_approximate and modifier not in ("before", "after")
        return firm and self.fact.modality is not Modality.NEGATED and not _NEVER.search(self.event)

    @property
    def is_coarsened(self) -> bool:
        """Whether the source gives a month, of the lunar calendar, of which only the year can be told in ours."""
        return self.value.granularity is Granularity.YEAR and "月" in self.fact.date.text

    @property
    def is_certain(self) -> bool:
        """Whether the date may be asked for: it is settled, and nothing else in the event gives it away."""
        return self.is_settled and (self.is_fair or not has_date(self.event, self.language))

    @property
    def is_datable(self) -> bool:
        """Whether only its own date is right: how things were at one time, they may have been at another as well."""
        return self.is_certain and not self.is_state

    @property
    def is_broad(self) -> bool:
        """Whether its time is so long that it may have gone on before or after as well."""
        return self.value.granularity < Granularity.YEAR

    @property
    def is_prospective(self) -> bool:
        """Whether the date is that of something promised or planned, and not of the promise."""
        return self.fact.modality in _PROSPECTIVE and bool(self.before)

    @property
    def is_event(self) -> bool:
        """Whether the source says that this happened at the date, so that it can be put in an order."""
        happened = not self.is_prospective and not self.is_state and self.rest != _BIRTH_ZH
        whole = self.gapped is None and self._is_short
        return self.is_certain and happened and not self.value.is_interval and whole and not self.is_broad

    @property
    def _is_short(self) -> bool:
        """Whether it can be taken in at a glance, as one of several options."""
        length = len(self.event) if self.language.is_chinese else len(self.event.split())
        return length <= (_LONGEST_EVENT_ZH if self.language.is_chinese else _LONGEST_EVENT_EN)

    @cached_property
    def grams(self) -> frozenset[str]:
        return grams(self.event, self.language)


def grams(text: str, language: Language) -> frozenset[str]:
    """The pairs of characters of a Chinese text, the longer words of an English one."""
    if language.is_chinese:
        letters = re.sub(r"[\W_]", "", text)
        return frozenset(letters[index : index + 2] for index in range(len(letters) - 1))
    return frozenset(word for word in re.findall(r"\w+", text.lower()) if len(word) > 3)


def alike(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of the smaller set that the larger one holds, from 0 to 1."""
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def likeness(first: Telling, second: Telling) -> float:
    """How much two events share, from 0 to 1, where it is the same one that both are told of without its name."""
    if not first.language.is_chinese and (_are_two(first.subject, second.subject) or _are_dated_apart(first, second)):
        return 0.0
    if not first.language.is_chinese and (_is_no_life(first, second) or _is_no_life(second, first)):
        return 0.0
    named, also = grams(first.subject, first.language), grams(second.subject, second.language)
    if first.language.is_chinese and named and also and alike(named, also) < _SAME_SUBJECT:
        return 0.0  # somebody else did so, too
    named = named | also if named & also else frozenset()
    mine, other = first.grams - named, second.grams - named
    return alike(mine, other) if mine and other else alike(first.grams, second.grams)


def _is_no_life(first: Telling, second: Telling) -> bool:
    """Whether the first is a birth or a death, and the second does not speak of one."""
    told = {"was born": r"\bborn\b|\bbirth\b", "died": r"\bdie[ds]\b|\bdeath\b|\bkilled\b|\bexecuted\b"}.get(first.rest)
    return told is not None and not re.search(told, second.event)


def _are_dated_apart(first: Telling, second: Telling) -> bool:
    """Whether one sentence gives two dates, each to what is its own, and is shown as it stands."""
    date, other = first.fact.date, second.fact.date
    near = max(first.fact.start, second.fact.start) < min(first.fact.end, second.fact.end)
    return bool(first.gapped and second.gapped) and near and date.start != other.start and date.value != other.value


def _are_two(name: str, other: str) -> bool:
    """Whether two English names of several words name two, though they share a word: Pierre and Marie Curie."""
    words, others = (frozenset(re.findall(r"\b[A-Z][\w-]+", subject)) for subject in (name, other))
    several = min(len(words), len(others)) > 1
    return several and not (words <= others or others <= words)


def differ(first: Telling, second: Telling) -> bool:
    """Whether two events read so unlike that telling them apart is a question, and not a riddle."""
    return likeness(first, second) < _TOO_ALIKE


_TOO_ALIKE = 0.5
_SAME_SUBJECT = 0.6  # two subjects that share less are two

_CHINESE_DATE = regex(
    r"\d\s*[年月日]|[一二三四五六七八九十〇零]\s*[月日](?!子|本)|[同次翌当當今去][年月日天]|"
    r"世[纪紀]|年代|[零〇一二三四五六七八九十]{2,}年|隔[年日天]"
)
_ENGLISH_DATE = regex(
    r"\b\d{4}s?\b|\bcentury\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|"
    r"\bMay (?:\d|of)|\b(?:same|next|following|previous) (?:day|week|month|year)\b|"
    r"\b(?:days?|weeks?|months?|years?) later\b",
    re.IGNORECASE,
)


def has_date(text: str, language: Language) -> bool:
    """Whether a text still says when something was, so that it would give a date away or hang in the air."""
    return bool((_CHINESE_DATE if language.is_chinese else _ENGLISH_DATE).search(text))


def tell(fact: Fact, language: Language, retelling: Retelling) -> Telling | None:
    """The fact in pieces, or else in its own sentence; None where neither would read well."""
    gate = CHINESE if language.is_chinese else ENGLISH
    if not _is_attributable(fact):
        return None
    apart = _taken_apart(retelling.in_full(fact), language, gate)
    if apart is None and (clear := retelling.clearer(fact)) is not None:
        apart = _taken_apart(clear, language, gate)
    if apart is not None and gate.stands_alone is None and has_date(apart.event, language):
        return in_its_passage(fact, language, retelling) or apart
    if apart is not None:
        return apart
    return _as_it_stands(fact, language, gate) if gate.stands_alone else in_its_passage(fact, language, retelling)


def _taken_apart(fact: Fact, language: Language, gate: Gate) -> Telling | None:
    clause = fact.clause
    # With the verb before the date, what follows a comma is a clause after the verb's own.
    further = "" if clause.before_date and clause.rest.startswith(_COMMAS) else clause.rest
    subject, before, rest = (gate.clean(text or "") for text in (clause.subject, clause.before_date, further))
    subject, before, rest = gate.unlinked(subject, before, rest)
    before = "" if before in _MERE_TENSE else before
    rest = gate.first_deed(rest, len(before)).rstrip(_LINKING_MARKS)
    admitted = _is_of_a_life(fact) or (gate.admits(fact) and gate.reads_well(subject, before, rest))
    if not subject or not admitted:
        return None
    if "day" in fact.date.inferred and len(before + rest) < _LONG_ENOUGH:
        return None  # what happened "on that day" is told where the day is
    joint = "" if language.is_chinese else " "
    return Telling(
        fact=fact,
        language=language,
        subject=subject,
        before=before,
        rest=rest,
        event=joint.join(piece for piece in (subject, before, rest) if piece),
        date_leads=clause.date_first and not gate.is_named(subject, fact),
        is_state=gate.is_state(before, rest),
    )


def _as_it_stands(fact: Fact, language: Language, gate: Gate) -> Telling | None:
    """The fact's own sentence, whose date alone can be asked for; it must say nothing of any other."""
    date, sentence = fact.date, " ".join(fact.statement.split())
    single = not date.value.is_interval and not date.value.is_approximate and not date.inferred and not date.modifier
    gapped = _ARTICLE.sub(GAP, sentence.replace(date.text, GAP))
    if (
        not single
        or fact.attribution
        or not (gate.stands_alone and gate.stands_alone(gapped))
        or not is_whole(gapped.replace(GAP, ""))
    ):
        return None
    event = " ".join(gapped.replace(GAP, "").split()).rstrip(".")
    if has_date(event, language):
        return None
    return Telling(
        fact=fact,
        language=language,
        subject="",
        before="",
        rest="",
        event=event,
        date_leads=False,
        is_state=False,
        gapped=gapped,
    )


def in_its_passage(fact: Fact, language: Language, retelling: Retelling) -> Telling | None:
    """The fact with a gap for its date in the source's own sentences."""
    passage = retelling.passage(fact)
    if passage is None:
        return None
    return Telling(
        fact=fact,
        language=language,
        subject="",
        before="",
        rest="",
        event=passage.event,
        date_leads=False,
        is_state=False,
        gapped=passage.text,
        around=passage.around,
        passage=None if passage.is_alone else passage.text,
        is_fair=True,
    )


def _is_of_a_life(fact: Fact) -> bool:
    """Whether it is a birth or a death that stands in brackets behind a name."""
    clause = fact.clause
    behind = not clause.date_first and not clause.before_date and not clause.subject_carried
    return behind and clause.rest in _LIVES


def _is_attributable(fact: Fact) -> bool:
    """Whether the one who says so, if anyone, can be named in a sentence."""
    return fact.attribution is None or (len(fact.attribution) <= _LONGEST_NAME and is_whole(fact.attribution))


_ARTICLE = regex(rf"\bthe {GAP}")  # a decade and a century are said with it
_BIRTH_ZH = "出生"  # before all else that is told of the same person
_LIVES = ("was born", "died", "出生", "逝世")
_LONGEST_NAME = 60
_LONG_ENOUGH = 12
_LONGEST_EVENT_ZH, _LONGEST_EVENT_EN = 44, 24
_LINKING_MARKS = ",;: ，；："
_MERE_TENSE = ("曾", "曾经", "曾經", "已", "已经", "已經")
_COMMAS = (",", "，")
