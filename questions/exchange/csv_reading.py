"""Reading CSV: our own columns, or a teacher's simple table of stem, options and answer.

Commas, semicolons and tabs are recognised, and so are the headings in English and Chinese, in any order.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from questions.exchange.companion import Companion, OptionMark
from questions.exchange.csv import original
from questions.exchange.drafts import (
    Draft,
    DraftOption,
    Gathering,
    NotTaken,
    Rejected,
    content_id,
    language_in,
    letter,
)
from questions.exchange.evidence import below_answers
from questions.exchange.item import Field, Imported, Loss, UnreadableFile, Wrong
from questions.question import Interaction, QuestionType, TimeUnit
from questions.regex import regex

_HEADINGS = {
    "stem": "stem", "question": "stem", "题干": "stem", "题目": "stem", "題幹": "stem", "題目": "stem", "问题": "stem",
    "key": "key", "answer": "key", "correct": "key", "答案": "key", "正确答案": "key", "正確答案": "key",
    "explanation": "remark", "remark": "remark", "解析": "remark", "说明": "remark",
    "type": "type", "题型": "type", "題型": "type", "category": "category", "分类": "category", "分類": "category",
}  # fmt: skip
_NUMBERED = regex(r"(option|feedback|选项|選項|反馈|回饋)[ _-]?(?:([a-z])(\d{0,2})|(\d{1,2}))", re.IGNORECASE)
_BY_KEY = frozenset(("single choice", "multiple choice", "单选题", "单选", "單選題", "选择题", "選擇題"))
_SEVERAL = frozenset(("multiple response", "多选题", "多选", "複選題", "多選題"))
_KINDS = {"选项": "option", "選項": "option", "反馈": "feedback", "回饋": "feedback"}
_LONGEST_HEADER = 10_000
_LETTER = regex(r"[a-z]\d{0,2}", re.ASCII)
_DURATION = regex(r"(\d{1,9})\s+(day|month|year)s?", re.ASCII)


def headings(text: str) -> tuple[str, Sequence[str]] | None:
    """The separator and the names of the columns; None where the first line is no row of headings."""
    line = text.lstrip("\n")[:_LONGEST_HEADER].partition("\n")[0]
    separator = max(",;\t", key=line.count)
    row = next(csv.reader([line], delimiter=separator), [])
    names = [_column(cell) for cell in row]
    return (separator, names) if "stem" in names and ("key" in names or len(names) > 1) else None


def _column(heading: str) -> str:
    plain = unicodedata.normalize("NFKC", heading).strip().lower()
    if match := _NUMBERED.fullmatch(plain):
        number = int(match[4] or 0)
        return (
            f"{_KINDS.get(match[1], match[1])}_{letter(number - 1) if number else (match[2] or '') + (match[3] or '')}"
        )
    return _HEADINGS.get(plain, plain)


def read_csv(text: str) -> Imported:
    """The questions of a table; raises UnreadableFile where it has no headings that name a stem."""
    found = headings(text)
    if found is None:
        raise UnreadableFile("The first line of the table names no column “stem” (题干).")
    separator, names = found
    gathering = Gathering()
    table = csv.reader(io.StringIO(text.lstrip("\n"), newline=""), delimiter=separator)
    line = 1
    try:
        next(table)
        for row in table:
            first, line = line + 1, table.line_num
            if any(cell.strip() for cell in row):
                cells = dict(zip(names, map(original, row), strict=False))
                gathering.take(partial(_draft, cells), line=first)
    except csv.Error:
        gathering.fault(Wrong.OPEN_CELL, line=line + 1)
    return gathering.imported()


def _draft(cells: Mapping[str, str]) -> Draft:
    texts = _numbered(cells, "option")
    remarks = _numbered(cells, "feedback")
    key = cells.get("key", "").strip()
    if not key:
        raise Rejected(Field.KEY, Wrong.EMPTY_KEY)
    kind = _kind(cells.get("type", ""), key, texts)
    options = tuple(DraftOption(text=text, feedback=remarks.get(name, "")) for name, text in texts.items())
    draft = Draft(
        interaction=kind.interaction,
        stem=cells.get("stem", ""),
        options=options,
        below=_below(cells),
        category=cells.get("category", "").strip(),
    )
    return _with_companion(_with_key(draft, key, texts), kind, cells, key)


def _numbered(cells: Mapping[str, str], kind: str) -> dict[str, str]:
    """The texts in the numbered columns of this kind that are not empty, by their letters."""
    start = f"{kind}_"
    filled = {name[len(start) :]: text for name, text in cells.items() if name.startswith(start) and text.strip()}
    return {name: filled[name] for name in sorted(filter(_LETTER.fullmatch, filled), key=_turn_and_letter)}


def _turn_and_letter(name: str) -> tuple[int, str]:
    """The place of a letter such as ``b`` or ``b1`` among the others."""
    return int(name[1:] or 0), name[:1]


def _kind(named: str, key: str, texts: Mapping[str, str]) -> QuestionType:
    name = named.strip().lower()
    if name in _SEVERAL:
        return QuestionType.WHICH_OF
    if name and name not in _BY_KEY:
        try:
            return QuestionType(name)
        except ValueError:
            raise NotTaken(Loss.OTHER_TYPE, named.strip()[:40]) from None
    if not texts:
        return QuestionType.INTERVAL if _DURATION.fullmatch(key) else QuestionType.DATE_ENTRY
    return QuestionType.SINGLE_CHOICE if len(_letters(key, texts)) == 1 else QuestionType.WHICH_OF


def _below(cells: Mapping[str, str]) -> str:
    return below_answers(*(cells.get(name, "").strip("\n") for name in ("remark", "sources", "references")))


def _letters(key: str, texts: Mapping[str, str]) -> list[str]:
    """The letters that a key names; an option's own text counts as its letter."""
    if key.lower() in texts:
        return [key.lower()]
    named = next((name for name, text in texts.items() if text.strip() == key), None)
    if named:
        return [named]
    written = re.split(r"[\s,;、，；]+", key.lower())
    return list(written[0]) if len(written) == 1 and written[0].isalpha() else [name for name in written if name]


def _with_key(draft: Draft, key: str, texts: Mapping[str, str]) -> Draft:
    places = {name: place for place, name in enumerate(texts)}
    match draft.interaction:
        case Interaction.ENTRY:
            return replace(draft, typed=(key,), options=())
        case Interaction.NUMBER:
            match = _DURATION.fullmatch(key)
            return replace(draft, typed=(match[1] if match else key,), options=())
        case Interaction.ORDER:
            groups = [[_place(name, places) for name in group.split("=")] for group in key.split("<")]
            ranks = {place: rank for rank, group in enumerate(groups) for place in group}
            if len(ranks) < len(places):
                raise Rejected(Field.KEY, Wrong.INCOMPLETE_ORDER)
            return replace(draft, ranks=tuple(ranks[place] for place in range(len(places))))
        case Interaction.MATCH:
            pairs = [pair.partition(":") for pair in key.split()]
            return replace(draft, pairs=tuple((_place(one, places), _place(two, places)) for one, _, two in pairs))
    right = {_place(name, places) for name in _letters(key, texts)}
    options = tuple(replace(option, correct=place in right) for place, option in enumerate(draft.options))
    return replace(draft, options=options)


def _place(name: str, places: Mapping[str, int]) -> int:
    plain = name.strip().lower()
    if plain not in places:
        raise Rejected(Field.KEY, Wrong.UNKNOWN_OPTION, plain[:20])
    return places[plain]


def _with_companion(draft: Draft, kind: QuestionType, cells: Mapping[str, str], key: str) -> Draft:
    """The draft with what further columns say of it, where the type column is filled in."""
    draft = replace(draft, tags=(cells.get("language", "").strip(),))
    count = len(draft.options)
    facts = [fact if fact != "-" else None for fact in cells.get("option_facts", "").split()]
    ids = cells.get("option_ids", "").split()
    names = ids if len(ids) == count else [letter(place) for place in range(count)]
    known = facts if len(facts) == count else [None] * count
    marks = zip(names, known, strict=True)
    unit = _DURATION.fullmatch(key)
    companion = Companion(
        id=cells.get("id", "").strip() or content_id(draft),
        type=kind,
        language=language_in(draft),
        difficulty=_difficulty(cells.get("difficulty", "")),
        fact_ids=tuple(cells.get("facts", "").split()),
        options=tuple(OptionMark(id=name, fact_id=fact, place=place) for place, (name, fact) in enumerate(marks)),
        unit=TimeUnit(unit[2]) if unit else None,
    )
    return replace(draft, companion=companion)


def _difficulty(text: str) -> float:
    try:
        return min(max(float(text.strip().replace(",", ".")), 0.0), 1.0)
    except ValueError:
        return 0.5
