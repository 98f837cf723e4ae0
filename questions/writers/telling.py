"""A fact in the pieces that sentences are made of, and the gate that keeps out what would not read well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from questions.dates import DateValue
from questions.document import Language
from questions.fact import Fact, Modality

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

    @property
    def value(self) -> DateValue:
        return self.fact.date.value

    @property
    def is_settled(self) -> bool:
        """Whether the date stands in a sentence as it is: neither open nor approximate, of something that was."""
        value, modifier = self.value, self.fact.date.modifier
        firm = not value.is_open and not value.is_approximate and modifier not in ("before", "after")
        return firm and self.fact.modality is not Modality.NEGATED

    @property
    def is_certain(self) -> bool:
        """Whether the date may be asked for: it is settled, and nothing else in the event gives it away."""
        return self.is_settled and not has_date(self.event, self.language)

    @property
    def is_prospective(self) -> bool:
        """Whether the date is that of something promised or planned, and not of the promise."""
        return self.fact.modality in _PROSPECTIVE and bool(self.before)

    @property
    def is_event(self) -> bool:
        """Whether the source says that this happened at the date, so that it can be put in an order."""
        return self.is_certain and not self.is_prospective and not self.value.is_interval

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


_CHINESE_DATE = re.compile(
    r"\d\s*[年月日]|[一二三四五六七八九十〇零]\s*[月日](?!子|本)|[同次翌当當今去][年月日天]|"
    r"世[纪紀]|年代|[零〇一二三四五六七八九十]{2,}年|隔[年日天]"
)
_ENGLISH_DATE = re.compile(
    r"\b\d{4}s?\b|\bcentury\b|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b|"
    r"\bMay (?:\d|of)|\b(?:same|next|following|previous) (?:day|week|month|year)\b|"
    r"\b(?:days?|weeks?|months?|years?) later\b",
    re.IGNORECASE,
)


def has_date(text: str, language: Language) -> bool:
    """Whether a text still says when something was, so that it would give a date away or hang in the air."""
    return bool((_CHINESE_DATE if language.is_chinese else _ENGLISH_DATE).search(text))


def tell(fact: Fact, language: Language) -> Telling | None:
    """The fact in pieces, or None where no sentence made of them would read well."""
    clause = fact.clause
    rest = (
        "" if clause.before_date and clause.rest.startswith(_COMMAS) else clause.rest
    )  # a clause after the verb's own
    pieces = [_clean(text or "", language) for text in (clause.subject, clause.before_date, rest)]
    pieces[2] = _first_deed(pieces[2], language)
    subject, before, rest = pieces
    gate = _reads_well_in_chinese if language.is_chinese else _reads_well_in_english
    if not subject or not gate(subject, before, rest):
        return None
    joint = "" if language.is_chinese else " "
    event = joint.join(piece for piece in pieces if piece).replace(" ,", ",")
    return Telling(fact=fact, language=language, subject=subject, before=before, rest=rest, event=event)


_COMMAS = (",", "，")

# Cleaning: our sentences have full-width punctuation between Chinese characters, whatever the source uses.

_HAN = r"[㐀-鿿〇《》「」『』“”（）]"
_FULL_WIDTH = str.maketrans(",;:?!()", "，；：？！（）")


def _clean(text: str, language: Language) -> str:
    text = " ".join(text.split()).strip()
    if not language.is_chinese:
        return text.strip(" ,;:.")
    text = re.sub(rf"(?<={_HAN})\s*[,;:?!()]\s*|[,;:?!()](?={_HAN})", _widened, text)
    return text.strip(" ，；：、。,;:.")


def _widened(match: re.Match[str]) -> str:
    return match[0].strip().translate(_FULL_WIDTH)


# What follows these is a consequence, a purpose or a further deed, not what the date is asked of.
_CHINESE_AFTERMATH = re.compile(
    r"，(?:导致|導致|造成|致使|使|令|引起|引发|引發|从而|從而|以致|因而|因此|进而|進而|保证|保證|[并並]|其中|同[时時]|"
    r"[随隨][后後即]|[后後][来來]|以(?!色列|及|[前后後来來下上外往])|[这這此]|[为為](?!了)|成[为為])"
)
_ENGLISH_AFTERMATH = re.compile(
    r", (?:which|leading|causing|resulting|thus|thereby|making|forcing|prompting|allowing|ending|"
    r"and (?:then|later|soon))\b|; "
)
_SHORTEST_DEED = {True: 8, False: 24}


def _first_deed(rest: str, language: Language) -> str:
    """The rest up to its first consequence or further deed, where enough stands before it."""
    pattern = _CHINESE_AFTERMATH if language.is_chinese else _ENGLISH_AFTERMATH
    match = pattern.search(rest, _SHORTEST_DEED[language.is_chinese])
    return rest[: match.start()] if match else rest


# The gate

_RESIDUE = re.compile(r"\[\d|\[[来來]|https?:|\n|[（(]\s*[）)]|[__]{2}|[<>{}|]|页面存档|頁面存檔|英[语語][A-Z]")
_BRACKETS = ("（）", "()", "《》", "「」", "『』", "“”", "[]", "〈〉")

_CHINESE_BAD_SUBJECT = re.compile(
    r"^(?:[他她它其此该該这這那您你我]|[两兩二三双雙][国國方人者]|[前后後]者|[对對]方|作者|但|而|或|[并並]且|[虽雖]然|如果|因[为為此]|"
    r"由[于於]|[为為]了|[随隨][后後即]|之[后後前]|[于於]|在|至今|直到|截至|[从從](?![军軍])|[据據]|根[据據]|使|[让讓]|被|"
    r"[与與](?!那|会|會)|以及|[当當][时時]|同[时時]|[结結]果|其中|有(?:些|的|人)|一(?:些|名|位|个|個|种|種)|许多|許多|不少|[、，,；;的])"
    r"|[，。；：]|[的地得在于於和与與及]$"
)
_CHINESE_BAD_BEFORE = re.compile(r"[，。；：、]|[在于於自至到从從是的和与與及]$|^(?:的|和|与|與|及)")
_CHINESE_BAD_REST = re.compile(
    r"^(?:的|[后後]|前|起|至|到|[间間]|初|底|末|中旬|上旬|下旬|之|以[前后後来來]|左右|期[间間]|上半|下半|"
    r"[亦又也则則且而就便才]|[并並](?!入|[购購])|[还還]|和|与此|及|、|是|有|[为為](?!了)|：)"
    r"|(?:[后後]|前|[时時]|的[时時]候|期[间間]|之[际際]|以[来來]|起|的|[与與和及于於在]|、|如下|包括|例如|以下|称|稱|：)$"
)
_CHINESE_PRONOUN = re.compile(
    r"[他她它](?![们們]?[国國]|人|[乡鄉])|(?:此|该|該|[这這]|那)(?!外|[时時]|前|[后後]|[里裡]|不勒斯|格)"
)
_FOREIGN_OTHER = re.compile(r"其[他它]")


def _reads_well_in_chinese(subject: str, before: str, rest: str) -> bool:
    whole = subject + before + rest
    return bool(
        len(subject) <= 28
        and len(before) <= 24
        and (before or len(rest) >= 2)
        and 6 <= len(whole) <= 70
        and _is_whole(whole)
        and not _CHINESE_BAD_SUBJECT.search(subject)
        and not _CHINESE_BAD_BEFORE.search(before)
        and not _CHINESE_BAD_REST.search(rest)
        and not _CHINESE_PRONOUN.search(_FOREIGN_OTHER.sub("", whole))
    )


_ENGLISH_BAD_SUBJECT = re.compile(
    r"^(?:he|she|it|they|this|that|these|those|his|her|its|their|there|who|which|we|i|you|both|some|one|such|another|"
    r"and|but|or|as|in|on|at|by|for|from|to|with|when|while|where|after|before|since|until|although|because|if|then)\b"
    r"|[,;:]",
    re.IGNORECASE,
)
_ENGLISH_BAD_PREDICATE = re.compile(
    r"^(?:and|or|but|that|which|who|whose|of|by|when|while|after|before|,|;|\.)\b|[;?!]"
    r"|\b(?:and|or|but|of|by|in|on|at|to|the|a|an|with|for|from|that|which|when|while|as)$",
    re.IGNORECASE,
)
_ENGLISH_PRONOUN = re.compile(r"\b(?:he|she|they|him|them|this|these|those)\b", re.IGNORECASE)


def _reads_well_in_english(subject: str, before: str, rest: str) -> bool:
    whole = f"{subject} {before} {rest}"
    predicate = f"{before} {rest}".strip()
    return (
        len(subject.split()) <= 12
        and len(predicate.split()) >= 2
        and len(whole.split()) <= 34
        and _is_whole(whole)
        and not _ENGLISH_BAD_SUBJECT.search(subject)
        and not _ENGLISH_BAD_PREDICATE.search(predicate)
        and not _ENGLISH_PRONOUN.search(whole)
    )


def _is_whole(text: str) -> bool:
    """Whether nothing of a web page is left in the text and every bracket and quotation mark has its partner."""
    balanced = all(text.count(pair[0]) == text.count(pair[1]) for pair in _BRACKETS)
    return balanced and text.count('"') % 2 == 0 and not _RESIDUE.search(text)
