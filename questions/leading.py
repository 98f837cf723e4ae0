"""What leads up to a dated event: the clauses and sentences before that let its statement stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from questions.clauses import Extent, Piece, last_clauses, lead_of
from questions.continuing import takes_up
from questions.document import Document
from questions.regex import regex
from questions.spans import cleaned, within

_LONGEST = {True: 130, False: 500}  # characters of a statement with the clauses before in its sentence
_LONGEST_WITH_SENTENCE = {True: 130, False: 600}  # and with sentences before

_MOST_SENTENCES = 3
_CLAUSES_BEFORE = 2  # with so many clauses before it, 「這」 means one of them

_POINTS = regex(
    "(?:[這这該该]|(?<![從从自由因為为如彼至於于就在到])此)[一兩两二三四五六七八九十幾几]?[個个些種种項项座次場场家位本支部份條条]?"
    "(?P<noun>[\u4e00-\u9fff])"
    "|(?:^|[年月日代紀纪期起來来，])各(?![國国地種种類类方界自大項项級级])(?P<each>[\u4e00-\u9fff])"
)
"""「此區」, 「這項工程」, 「各林區」: a noun that means what has been named."""

_BARE_NOUN = regex(
    "[起，以來来後后初末底, ]*"
    "(?:[當当]地|全[國国市縣县島岛]|市[區区]|政府|[議议][會会]|[國国][會会]|[軍军]方|人口(?![統统普])|居民|俱[樂乐]部"
    "|球[隊队]|工程|企[業业]|教[會会]|[學学][校會会院]|公司)"
)
"""How a subject begins that is only a noun, which means somebody's: whose, the sentence before may tell."""

_NO_NOUN = frozenset("裡里樣样死外後后時时次前刻起處处也就是使令讓让導导造")
_OPPOSES = regex(
    "[一二兩两三四五六七八九十幾几數数\\d]{1,3}(?:年|[個个]月|天|日)[後后]"
    "|(?:[離离去逝][世開开]|病逝|死|婚|[畢毕][業业]|退休|[結结]束)(?:之|以)?[後后]"
    "|但|然而|不[過过]|可是|[雖虽]然|所以|因而"
)
"""How a sentence begins that counts from what the one before has told, opposes it, or tells what came of it."""

_POINTS_EN = regex(
    r"\b(?:[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch an?|[Tt]he same|[Tt]he (?:latter|former)(?! [a-z]+ ))\b"
    r"|^(?:[^,]{0,90}, )?(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\b"
    r"|^(?:However|But|Yet|Nevertheless|Instead|Therefore|Thus|As a result|As a consequence|Consequently)\b"
    r"|^(?:(?:In|On|By|Since|From) [^,]{0,30}, )?(?:[Tt]he (?:majority|rest|remainder|others?)\b"
    r"|(?:[Mm]ost|[Ss]ome|[Mm]any|[Ss]everal|[Oo]ne) of (?:these|those|them)\b|[Oo]thers?\b|[Aa]nother\b"
    r"|[Aa] (?:second|third|further)\b|(?:[Ee]arly|[Ll]ater) [a-z]+s\b|[Qq]uite a few\b)"
)
"""Words that mean what has been named, or a part of it, or that oppose what has been told."""

_DEFINITE_EN = regex(r"\b[Tt]he (?P<noun>[a-z]{4,})\b(?! of)")
_words = str.split
_NO_NOUN_EN = frozenset(
    _words("first second third last same other only most best great late early whole city country world state year")
)
_SUPERLATIVE = "est"
_WORD_EN = regex(r"\w+")
_ARTICLE_EN = regex(r"\b[Tt]he $")


def start_of_telling(
    document: Document,
    index: int,
    pieces: Sequence[Piece],
    extent: Extent,
    *,
    named: bool,
    whole: bool,
    wants: bool,
    settled: str | None,
) -> int:
    """Where the statement begins whose own clauses are the `extent` of sentence number `index`.

    `named` tells that they name their subject, `whole` that they are at least a whole clause, `wants` that their
    subject has to be looked for in the sentences before. What the words `settled` stand for is known.
    """
    chinese = document.language.is_chinese
    whole = whole and not _is_item(document.text, pieces[0].start, pieces[extent.own].start)
    start = lead_of(document, pieces, extent, _LONGEST[chinese], named=named, whole=whole)
    if start != pieces[0].start:
        return start
    if not (wants or _points_back(document, index, start, extent.end, settled)):
        return start if settled else _from_setting(document, index, extent, start)
    before = _lead_sentence(document, index, extent.end - _LONGEST_WITH_SENTENCE[chinese])
    return start if before is None else before


def _is_item(text: str, start: int, own: int) -> bool:
    """Whether the clause at `own` is one of a list whose head stands before it in its sentence."""
    return "：" in text[start:own] or text.startswith("其中", own)


def _from_setting(document: Document, index: int, extent: Extent, start: int) -> int:
    """Where the sentence before begins if it may tell whose the noun is that is the subject, or `start`.

    One that tells of a date of its own is another fact and no setting.
    """
    if index == 0 or not document.language.is_chinese or not _is_bare_noun(document, start, extent.end):
        return start
    here, before = document.sentences[index], document.sentences[index - 1]
    fits = before.start >= extent.end - _LONGEST_WITH_SENTENCE[True] and before.paragraph == here.paragraph
    return before.start if fits and not within(document.dates, before.start, before.end) else start


def _is_bare_noun(document: Document, start: int, end: int) -> bool:
    """Whether a sentence begins with a noun that names nothing by itself, be it behind a date."""
    dates = within(document.dates, start, end)[:1]
    opening = dates[0].end if dates and dates[0].start - start <= 1 else start
    return _BARE_NOUN.match(document.text, opening, end) is not None


def _points_back(document: Document, index: int, start: int, end: int, settled: str | None) -> bool:
    text = cleaned(document, start, end)
    if settled:
        text = text.replace(settled, "", 1)
    if document.language.is_chinese:
        return points_back(text)
    return _POINTS_EN.search(text) is not None or (index > 0 and _repeats(text, document.sentences[index - 1].text))


def points_back(text: str) -> bool:
    """Whether a Chinese text takes up the one before, or points at what it has not named: 「造成此區氾濫」."""
    if takes_up(text, chinese=True) or _OPPOSES.match(text):
        return True
    return any(_points_out(text[: match.start()], match) for match in _POINTS.finditer(text))


def _points_out(before: str, match: re.Match[str]) -> bool:
    """Whether a noun is none of which the text has told `before`; 「，這項…」 far within takes up the text itself."""
    inside = match[0][0] in "這这" and before.count("，") >= _CLAUSES_BEFORE
    return match["noun"] not in _NO_NOUN and (match["noun"] or match["each"]) not in before and not inside


def _goes_back(text: str, *, chinese: bool) -> bool:
    return takes_up(text, chinese=chinese) or (chinese and _OPPOSES.match(text) is not None)


def _repeats(text: str, before: str) -> bool:
    """Whether an English text speaks of "the embargo" where the sentence before has told which."""
    return any(
        match["noun"] not in _NO_NOUN_EN
        and not match["noun"].endswith(_SUPERLATIVE)
        and match["noun"] not in text[: match.start()]
        and _tells_which(before, match["noun"])
        for match in _DEFINITE_EN.finditer(text)
    )


def _tells_which(text: str, noun: str) -> bool:
    """Whether a text has the noun without an article that points back."""
    place = text.find(noun)
    while place >= 0:
        word = _WORD_EN.match(text, place)
        whole = word is not None and word[0] == noun and not text[place - 1 : place].isalnum()
        if whole and not _ARTICLE_EN.search(text, max(0, place - 5), place):
            return True
        place = text.find(noun, place + 1)
    return False


def _lead_sentence(document: Document, index: int, earliest: int) -> int | None:
    """Where the sentences before begin that name what this one is about.

    They stand in the same paragraph and not before `earliest`, and end with the first that takes nothing up itself.
    Of the nearest, where it is too long, the last clauses are taken.
    """
    start: int | None = None
    for position in range(index - 1, max(index - _MOST_SENTENCES, 0) - 1, -1):
        before = document.sentences[position]
        if before.paragraph != document.sentences[index].paragraph:
            break
        if before.start < earliest:
            return last_clauses(document, before, earliest) if start is None else start
        start = before.start
        if not _goes_back(before.text, chinese=document.language.is_chinese):
            break
    return start
